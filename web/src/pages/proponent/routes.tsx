import { defineArea } from "../../area";

const right = "plan_projects";

export const proponent = defineArea({
  id: "proponent",
  ja: "プロジェクト実施者",
  en: "Project proponent",
  pages: [
    { path: "/cases", ja: "自分の案件", en: "My cases", right, load: () => import("./Cases"), demo: { as: "tanaka" } },
    { path: "/plans/start", ja: "プロジェクトにできるか調べる", en: "Can this become a project?", load: () => import("./Start"), demo: { as: "tanaka" } },
    { path: "/plans", ja: "計画書の下書き", en: "Drafts of plans", right, load: () => import("./Plans"), demo: { as: "tanaka" } },
    { path: "/plans/:draft", ja: "計画書を書く", en: "Write a plan", right, load: () => import("./Plan"), demo: { as: "tanaka", path: "/plans/1" } },
    { path: "/plans/:draft/versions", ja: "計画書の版", en: "Versions of a plan", right, load: () => import("./Versions"), demo: { as: "tanaka", path: "/plans/1/versions" } },
    { path: "/cases/:project", ja: "案件", en: "A case", right: "see_cases", load: () => import("./Case"), demo: { as: "tanaka", path: "/cases/2" } },
    { path: "/cases/:project/application", ja: "登録の申請", en: "Application for registration", right, load: () => import("./Application"), demo: { as: "tanaka", path: "/cases/9/application" } },
    { path: "/cases/:project/monitoring", ja: "モニタリング", en: "Monitoring", right: "see_cases", load: () => import("./Monitoring"), demo: { as: "tanaka", path: "/cases/2/monitoring" } },
    { path: "/cases/:project/reports/:report", ja: "報告書と計算", en: "A report and its calculation", right: "see_cases", load: () => import("./Report"), demo: { as: "tanaka", path: "/cases/2/reports/1" } },
    { path: "/cases/:project/members", ja: "会員", en: "Members", right, load: () => import("./Members"), demo: { as: "unei", path: "/cases/4/members" } },
    { path: "/cases/:project/matches", ja: "似ている会員", en: "Members that look alike", right: "see_cases", load: () => import("./Matches"), demo: { as: "unei", path: "/cases/4/matches" } },
    { path: "/cases/:project/shares", ja: "収益の配分", en: "Shares of the income", right, load: () => import("./Shares"), demo: { as: "unei", path: "/cases/4/shares" } },
    { path: "/plans/methodology", ja: "方法論を提案する", en: "Propose a methodology", right, load: () => import("./Proposal"), demo: { as: "tanaka" } },
    { path: "/plans/support", ja: "支援の申請", en: "Apply for help", right, load: () => import("./Support"), demo: { as: "tanaka" } },
  ],
});
