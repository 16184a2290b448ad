import { defineArea } from "../../area";

const right = "administer";
const demo = { as: "admin" };

export const administrator = defineArea({
  id: "administrator",
  ja: "管理",
  en: "Administration",
  pages: [
    { path: "/administration", ja: "管理の概況", en: "Administration", right, load: () => import("./Start"), demo },
    { path: "/administration/organisations", ja: "事業者", en: "Organisations", right: "manage_people", load: () => import("./Organisations"), demo },
    {
      path: "/administration/organisations/:organisation",
      ja: "事業者の登録内容",
      en: "An organisation",
      right: "manage_people",
      load: () => import("./Organisation"),
      demo: { ...demo, path: "/administration/organisations/9" },
    },
    { path: "/administration/people", ja: "人と役割", en: "People and roles", right: "manage_people", load: () => import("./People"), demo },
    { path: "/administration/invitations", ja: "招待", en: "Invitations", right: "manage_people", load: () => import("./Invitations"), demo },
    { path: "/administration/rights", ja: "役割ごとの権限", en: "What a role may do", right: "manage_people", load: () => import("./Rights"), demo },
    { path: "/administration/people/:person", ja: "人", en: "A person", right: "manage_people", load: () => import("./Person"), demo: { ...demo, path: "/administration/people/tanaka" } },
    { path: "/administration/packs", ja: "規則パック", en: "Rule packs", right: "adopt_rules", load: () => import("./Packs"), demo },
    { path: "/administration/packs/:hash", ja: "採用すると変わること", en: "What adopting would change", right: "adopt_rules", load: () => import("./Pack"), demo: { ...demo, path: `/administration/packs/${"0".repeat(64)}` } },
    { path: "/administration/ministry", ja: "所管省庁の記録", en: "A ministry's entries", right: "adopt_rules", load: () => import("./Ministry"), demo },
    { path: "/administration/jobs", ja: "作業と控え", en: "Jobs and backups", right, load: () => import("./Jobs"), demo },
    { path: "/administration/keys", ja: "署名鍵", en: "Signing keys", right, load: () => import("./Keys"), demo },
    { path: "/administration/log", ja: "ログインの記録", en: "Security log", right, load: () => import("./Log"), demo },
    { path: "/administration/mails", ja: "メールの送信待ち", en: "Mail queue", right, load: () => import("./Mails"), demo },
  ],
});
