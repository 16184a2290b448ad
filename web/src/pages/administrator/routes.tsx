import { defineArea } from "../../area";

export const administrator = defineArea({
  id: "administrator",
  ja: "管理",
  en: "Administration",
  pages: [{ path: "/administration", ja: "管理", en: "Administration", right: "role:administrator", load: () => import("./Start") }],
});
