import { defineArea } from "../../area";

export const inbox = defineArea({
  id: "inbox",
  ja: "待っている仕事",
  en: "What waits for you",
  pages: [{ path: "/inbox", ja: "待っている仕事", en: "What waits for you", right: "signed-in", load: () => import("./Inbox"), demo: { as: "tanaka" } }],
});
