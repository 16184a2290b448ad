import { defineArea } from "../../area";

const right = "verify_cases";

export const verifier = defineArea({
  id: "verifier",
  ja: "審査機関",
  en: "Verifier",
  pages: [
    { path: "/verification", ja: "審査する案件", en: "What there is to review", right, load: () => import("./Desk"), demo: { as: "mori" } },
    { path: "/verification/:project", ja: "妥当性確認", en: "Validation", right, load: () => import("./Review"), demo: { as: "mori", path: "/verification/9" } },
    { path: "/verification/:project/reports/:report", ja: "検証", en: "Verification", right, load: () => import("./Review"), demo: { as: "mori", path: "/verification/2/reports/1" } },
    { path: "/verification/:project/changes/:change", ja: "計画変更の妥当性確認", en: "Validation of a change", right, load: () => import("./Review"), demo: { as: "mori", path: "/verification/2/changes/1" } },
  ],
});
