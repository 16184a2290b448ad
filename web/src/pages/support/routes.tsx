import { defineArea } from "../../area";

const right = "support_companies";
const demo = { as: "shien" };

export const support = defineArea({
  id: "support",
  ja: "支援機関",
  en: "Support body",
  pages: [
    { path: "/support", ja: "支援先の企業", en: "Companies accompanied", right, load: () => import("./Companies"), demo },
    { path: "/support/applications", ja: "支援の申請の状況", en: "Applications for help", right, load: () => import("./Applications"), demo },
    { path: "/support/follow-ups", ja: "認証のない案件", en: "Never certified", right, load: () => import("./FollowUps"), demo },
    { path: "/support/area", ja: "地域のクレジット", en: "Credits of an area", right: "signed-in", load: () => import("./Area"), demo: { ...demo, path: "/support/area?area=%E6%9D%B1%E4%BA%AC%E9%83%BD" } },
  ],
});
