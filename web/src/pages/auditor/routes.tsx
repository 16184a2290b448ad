import { defineArea } from "../../area";

const right = "audit";
const demo = { as: "kansa" };

export const auditor = defineArea({
  id: "auditor",
  ja: "監査",
  en: "Auditor",
  pages: [
    { path: "/audit", ja: "台帳の記録", en: "The journal", right, load: () => import("./Journal"), demo },
    { path: "/audit/journal/:entry", ja: "台帳の一つの記録", en: "An entry of the journal", right, load: () => import("./Entry"), demo: { ...demo, path: "/audit/journal/30" } },
    { path: "/audit/day", ja: "ある日の状態", en: "The state on a day", right, load: () => import("./Day"), demo },
    { path: "/audit/checks", ja: "検査と台帳の束", en: "Checks and bundles", right, load: () => import("./Checks"), demo },
  ],
});
