import { defineArea } from "../../area";

export const publicArea = defineArea({
  id: "public",
  ja: "公開情報",
  en: "Public",
  pages: [{ path: "/", ja: "制度のいま", en: "The scheme at a glance", load: () => import("./Home") }],
});
