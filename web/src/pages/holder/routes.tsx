import { defineArea } from "../../area";

const right = "see_accounts";
const moves = "move_units";

export const holder = defineArea({
  id: "holder",
  ja: "口座保有者",
  en: "Account holder",
  pages: [
    { path: "/accounts", ja: "口座", en: "Accounts", right, load: () => import("./Accounts"), demo: { as: "kato" } },
    { path: "/account-request", ja: "口座の開設を申請する", en: "Ask for an account", right: "role:account_manager", menu: false, load: () => import("./AccountRequest"), demo: { as: "kato" } },
    { path: "/accounts/:account", ja: "口座の登録内容", en: "An account", right, load: () => import("./Account"), demo: { as: "kato", path: "/accounts/7" } },
    { path: "/accounts/:account/holdings", ja: "保有残高の明細", en: "Holdings", right, load: () => import("./Holdings"), demo: { as: "kato", path: "/accounts/7/holdings" } },
    { path: "/accounts/:account/history", ja: "移動の記録", en: "Movements", right, load: () => import("./History"), demo: { as: "kato", path: "/accounts/7/history" } },
    { path: "/accounts/:account/transfer", ja: "移転する", en: "Transfer", right: moves, load: () => import("./transfer/Transfer"), demo: { as: "kato", path: "/accounts/7/transfer" } },
    { path: "/accounts/:account/retire", ja: "無効化する", en: "Retire", right: moves, load: () => import("./retire/Retire"), demo: { as: "kato", path: "/accounts/7/retire" } },
    { path: "/bulk-transfers", ja: "一覧でまとめて移転する", en: "Transfer many from a list", right: moves, menu: false, load: () => import("./transfer/Bulk"), demo: { as: "kato" } },
    { path: "/bulk-retirements", ja: "一覧でまとめて無効化を申請する", en: "Ask for many retirements from a list", right: moves, menu: false, load: () => import("./retire/Bulk"), demo: { as: "kato" } },
    { path: "/accounts/:account/trust", ja: "信託を記録する", en: "Record a trust", right: moves, load: () => import("./trust/Trust"), demo: { as: "kato", path: "/accounts/7/trust" } },
    { path: "/offers", ja: "移転の申込みと返還", en: "Offers and returns", right, load: () => import("./transfer/Offers"), demo: { as: "sado" } },
    { path: "/offers/:offer", ja: "移転の申込み", en: "An offer", right, load: () => import("./transfer/Offer"), demo: { as: "sado", path: "/offers/3" } },
    { path: "/returns/:number", ja: "返還の求め", en: "A return", right, load: () => import("./transfer/Return"), demo: { as: "sado", path: "/returns/1" } },
    { path: "/my-retirements", ja: "無効化等の申請", en: "Our retirements", right, load: () => import("./retire/Retirements"), demo: { as: "kato" } },
    { path: "/my-retirements/:retirement", ja: "無効化等の申請の内容", en: "A retirement of ours", right, load: () => import("./retire/Retirement"), demo: { as: "kato", path: "/my-retirements/3" } },
  ],
});
