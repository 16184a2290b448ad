import { defineArea } from "../../area";

export const secretariat = defineArea({
  id: "secretariat",
  ja: "制度事務局・認証委員会",
  en: "Secretariat and committee",
  pages: [{ path: "/secretariat", ja: "制度事務局・認証委員会", en: "Secretariat and committee", right: "role:secretariat", load: () => import("./Start") }],
});
