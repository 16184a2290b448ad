import { defineArea } from "../../area";

export const account = defineArea({
  id: "account",
  ja: "自分の設定",
  en: "My account",
  pages: [
    { path: "/account", ja: "ログインと安全", en: "Sign-in and safety", right: "signed-in", load: () => import("./Safety"), demo: { as: "ogawa" } },
    { path: "/account/tokens", ja: "プログラム用のトークン", en: "Tokens for programs", right: "signed-in", load: () => import("./Tokens"), demo: { as: "ogawa" } },
    { path: "/account/delegations", ja: "委任", en: "Delegation", right: "signed-in", load: () => import("./Delegations"), demo: { as: "kato" } },
    { path: "/account/work", ja: "自分の処理", en: "Your work", right: "signed-in", load: () => import("./Work"), demo: { as: "ogawa" } },
    { path: "/sign-in", ja: "ログイン", en: "Sign in", menu: false, load: () => import("./SignIn") },
    { path: "/account/authenticator", ja: "認証アプリの登録", en: "Set up the authenticator", menu: false, load: () => import("./Authenticator") },
    { path: "/forgotten", ja: "パスワードを忘れたとき", en: "Forgotten password", menu: false, load: () => import("./Forgotten") },
    { path: "/reset/:token", ja: "新しいパスワード", en: "New password", load: () => import("./Reset"), demo: { path: "/reset/unknown" } },
    { path: "/invitation/:token", ja: "招待", en: "Invitation", load: () => import("./Invitation"), demo: { path: "/invitation/unknown" } },
  ],
});
