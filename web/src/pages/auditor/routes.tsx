import { defineArea } from "../../area";

export const auditor = defineArea({
  id: "auditor",
  ja: "監査",
  en: "Auditor",
  pages: [{ path: "/audit", ja: "監査", en: "Auditor", right: "role:auditor", load: () => import("./Start") }],
});
