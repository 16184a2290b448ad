import { defineArea } from "../../area";

export const support = defineArea({
  id: "support",
  ja: "支援機関",
  en: "Support body",
  pages: [{ path: "/support", ja: "支援機関", en: "Support body", right: "role:supporter", load: () => import("./Start") }],
});
