import { defineArea } from "../../area";

export const publicArea = defineArea({
  id: "public",
  ja: "公開情報",
  en: "Public",
  pages: [
    { path: "/", ja: "制度のいま", en: "The scheme at a glance", load: () => import("./Home") },
    { path: "/projects", ja: "プロジェクト", en: "Projects", load: () => import("./projects/Projects") },
    { path: "/projects/:project", ja: "プロジェクトの公開情報", en: "A project", load: () => import("./projects/Project"), demo: { path: "/projects/1" } },
    { path: "/batches/:batch", ja: "発行ロット", en: "A batch", load: () => import("./projects/Batch"), demo: { path: "/batches/1" } },
    { path: "/search", ja: "検索", en: "Search", load: () => import("./projects/Search") },
    { path: "/companies/:company", ja: "事業者の公開情報", en: "A company", load: () => import("./projects/Company"), demo: { path: "/companies/3990000001103" } },
    { path: "/retirements", ja: "無効化の記録", en: "Retirements", load: () => import("./retirements/Retirements") },
    {
      path: "/retirements/:retirement",
      ja: "無効化の公開情報",
      en: "A retirement",
      load: () => import("./retirements/Retirement"),
      demo: { path: "/retirements/1" },
    },
    { path: "/r", ja: "書類の符号を調べる", en: "Look up a paper's code", load: () => import("./retirements/Code"), menu: false },
    {
      path: "/r/:origin/:store/:entry/:leaf",
      ja: "書類の符号",
      en: "A paper's code",
      load: () => import("./retirements/Code"),
      demo: { path: "/r/sumi-demo/00000000000000000000000000000000/1/0000000000000000" },
    },
    { path: "/check-receipt", ja: "受領証を確かめる", en: "Check a receipt", load: () => import("./receipt/CheckReceipt") },
    { path: "/rulebook", ja: "規則集", en: "The rulebook", load: () => import("./rulebook/Rulebook") },
    {
      path: "/rulebook/methodologies/:number",
      ja: "方法論",
      en: "A methodology",
      load: () => import("./rulebook/Methodology"),
      demo: { path: "/rulebook/methodologies/EN-S-001" },
    },
    { path: "/rulebook/values", ja: "規則集の値", en: "Values of the rulebook", load: () => import("./rulebook/Values"), menu: false, demo: { path: "/rulebook/values?name=shk-gwp/gwp" } },
    { path: "/words", ja: "用語", en: "Words", load: () => import("./Words") },
    { path: "/open-data", ja: "公開データ", en: "Open data", load: () => import("./open/OpenData") },
    { path: "/api", ja: "プログラムからの利用(API)", en: "For programs (API)", load: () => import("./open/Api") },
  ],
});
