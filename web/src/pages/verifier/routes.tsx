import { defineArea } from "../../area";

export const verifier = defineArea({
  id: "verifier",
  ja: "審査機関",
  en: "Verifier",
  pages: [{ path: "/verification", ja: "審査機関", en: "Verifier", right: "role:verifier", load: () => import("./Start") }],
});
