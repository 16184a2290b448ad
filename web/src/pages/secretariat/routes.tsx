import { defineArea } from "../../area";

const desk = "run_scheme";
const rounds = "decide_cases";

export const secretariat = defineArea({
  id: "secretariat",
  ja: "制度事務局・認証委員会",
  en: "Secretariat and committee",
  pages: [
    { path: "/secretariat", ja: "事務局の仕事", en: "The secretariat's desk", right: desk, load: () => import("./Desk"), demo: { as: "jimu" } },
    { path: "/secretariat/deadlines", ja: "期日と遅れ", en: "Due days", right: desk, load: () => import("./Deadlines"), demo: { as: "jimu" } },
    { path: "/secretariat/cases/:project", ja: "登録の申請の確認", en: "An application for registration", right: desk, load: () => import("./Application"), demo: { as: "jimu", path: "/secretariat/cases/10" } },
    { path: "/secretariat/cases/:project/reports/:report", ja: "認証の申請の確認", en: "An application for certification", right: desk, load: () => import("./Application"), demo: { as: "jimu", path: "/secretariat/cases/2/reports/1" } },
    { path: "/rounds", ja: "認証委員会", en: "Rounds of the committee", right: rounds, load: () => import("./Rounds"), demo: { as: "iin" } },
    { path: "/rounds/:round", ja: "議題と決定", en: "Docket of a round", right: rounds, load: () => import("./Round"), demo: { as: "iin", path: "/rounds/68" } },
    { path: "/secretariat/issues", ja: "クレジットの発行", en: "Issue of credits", right: desk, load: () => import("./Issues"), demo: { as: "jimu" } },
    { path: "/secretariat/measures", ja: "事務局の措置", en: "Measures", right: desk, load: () => import("./Measures"), demo: { as: "jimu", path: "/secretariat/measures?measure=buffer" } },
    { path: "/secretariat/register", ja: "登録簿の記録", en: "Entries in the register", right: desk, load: () => import("./Register"), demo: { as: "jimu" } },
    { path: "/secretariat/accounts", ja: "口座の申請", en: "Accounts to decide", right: desk, load: () => import("./Accounts"), demo: { as: "jimu" } },
    { path: "/secretariat/accreditations", ja: "審査機関の登録", en: "Accreditations", right: desk, load: () => import("./Accreditations"), demo: { as: "jimu" } },
    { path: "/secretariat/organisations", ja: "事業者の登録", en: "Organisations", right: desk, load: () => import("./Organisations"), demo: { as: "jimu" } },
  ],
});
