// Where figures come from, in a sentence or two; what Tonnes and Figure show when they are opened.
import { defineTexts } from "../i18n/texts";

export const originTexts = defineTexts({
  certifiedOfProject: {
    ja: "このプロジェクトで認証された量を、認証ごとの行にわたって合計したものです。行ごとのベースライン排出量とプロジェクト実施後排出量は案件のページにあります。",
    en: "What was certified for this project, added over the lines of all its certifications. The page of the project shows each line with its baseline and project emissions.",
  },
  batch: {
    ja: "この発行ロットのシリアル番号を、いまどこにあるかごとに数えたものです。発行した量は、ほかの列の合計と等しくなります。",
    en: "The serial numbers of this batch, counted by where they are now. What was issued equals the other columns together.",
  },
  batchOfDay: {
    ja: "その日の終わりまでの台帳の記録を再現し、この発行ロットの単位を状態ごとに数えたものです。入った量は、ほかの列の合計と等しくなければなりません。",
    en: "The journal was replayed up to the end of that day and this batch's units counted by their state. What came in must equal the other columns together.",
  },
  accountOfDay: {
    ja: "その日の終わりまでの移転・無効化などの記録を順に足し引きした、口座の残高です。",
    en: "The account's balance after every transfer, retirement and other entry up to the end of that day.",
  },
  accountOfEntry: {
    ja: "この記録までに入った数量から、出た数量を引いた残高です。",
    en: "What came in up to and with this entry, less what went out.",
  },
  usedByRetirement: {
    ja: "この無効化等で使われた単位を、シリアル番号の範囲にわたって数えたものです。範囲はこの無効化のページにあります。",
    en: "The units that this retirement used, counted over its ranges of serial numbers; its page lists the ranges.",
  },
  issuedOfBatch: {
    ja: "このロットで発行された単位の数です。いまどこにあるかと、何に使われたかは、ロットのページにあります。",
    en: "The units issued in this batch. Its page says where they are now and what they were used for.",
  },
  usedOfRange: { ja: "左の範囲にあるシリアル番号の数です。1番号が1トンです。", en: "How many serial numbers lie in the range on the left; one number is one tonne." },
  holdings: {
    ja: "この口座にある単位のうち、左の区分に当たるものの合計です。内訳は下の一覧にあります。区分の名前を押すと、その明細だけが並びます。",
    en: "The units of this account that belong to the group on the left, added up. Press the group's name, and the list below shows only its lines.",
  },
  account: {
    ja: "口座にある単位を、シリアル番号の範囲にわたって数えたものです。手続中の単位は、移転の申込みや無効化の申請のために取り置かれています。",
    en: "The units of the account, counted over its ranges of serial numbers. Those that wait are set aside for an offer of a transfer or a request to retire.",
  },
  movement: {
    ja: "台帳のこの記録で口座に入った、または口座から出た単位の数です。",
    en: "The units that came in or went out by this entry of the ledger.",
  },
  priceOfEntry: {
    ja: "当事者が移転のときに記した1単位当たりの価格です。公開されません。",
    en: "The price per unit that the parties recorded with the transfer. It is not public.",
  },
  priceOfOffer: {
    ja: "申込みをした人が記した価格です。合計は、1単位当たりの価格に数量を掛けたものです。お金の受け渡しは行いません。",
    en: "The price as the offering party recorded it; the sum is that price times the units. No money is moved here.",
  },
  offered: {
    ja: "移すクレジットのシリアル番号を数えたものです。範囲はその画面にあります。",
    en: "The serial numbers that move, counted; their page lists the ranges.",
  },
  emissionLine: {
    ja: "この方法論と年度に属する、すべての活動と期間の計算結果の合計です。計算は一段ずつ下の「計算の過程」にあります。",
    en: "The results of all activities and periods of this methodology and year, added up. Each step of the calculation stands below.",
  },
  expectedOfPlan: {
    ja: "計画書に書かれた年度ごとの見込量の合計です。年度ごとの量はプロジェクトのページにあります。",
    en: "What the plan expects for each year, added up. The page of the project shows each year.",
  },
  eligibleUnits: {
    ja: "この口座のシリアル番号の範囲のうち、選んだ使いみちの規則でこの区分になったものの合計です。",
    en: "Those ranges of this account that the rules of the chosen use put into this group, added up.",
  },
  lineCertified: {
    ja: "委員会が認証したこの行の量です。ベースライン排出量からプロジェクト実施後排出量を引き、トン未満を切り捨てています。",
    en: "What the committee certified on this line: baseline emissions less project emissions, cut down to whole tonnes.",
  },
  reportTotal: {
    ja: "報告書の行ごとの排出削減・吸収量の合計です。計算の過程は「数値」の頁で一つずつ確かめられます。",
    en: "The reductions and removals of the report's lines, added up. Each step of the calculation can be looked at beside the figures.",
  },
  underNew: {
    ja: "認証のときと同じ測定値とプロジェクト計画書を、比べている版の規則で計算し直した結果です。認証された量は変わりません。",
    en: "The same measurements and the same plan, calculated again under the edition that is compared. What was certified does not change.",
  },
  applied: { ja: "申請者が支援の申請書に書いた年間の見込量です。", en: "What the applicant wrote as expected per year in the application for help." },
});
