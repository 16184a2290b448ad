import { defineArea } from "../../area";

export const proponent = defineArea({
  id: "proponent",
  ja: "プロジェクト実施者",
  en: "Project proponent",
  pages: [{ path: "/projects", ja: "プロジェクト実施者", en: "Project proponent", right: "role:proponent", load: () => import("./Start") }],
});
