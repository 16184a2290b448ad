import { defineArea } from "../../area";

export const holder = defineArea({
  id: "holder",
  ja: "口座保有者",
  en: "Account holder",
  pages: [{ path: "/holdings", ja: "口座保有者", en: "Account holder", right: "role:account_manager", load: () => import("./Start") }],
});
