import { defineTexts } from "../i18n/texts";

export const texts = defineTexts({
  // CorporateNumber
  listComma: { ja: "、", en: ", " },
  sameNumberAs: { ja: "(事業者{others}と同じ)", en: "(as organisation {others})" },
  sameNumberTitle: { ja: "同じ法人番号の事業者があります", en: "Another organisation has this corporate number" },
  sameNumberText: {
    ja: "法人番号{number}は事業者{others}にもあります。登録は受け付けました。同じ法人なら、先に登録された番号を使います。違う法人なら、国税庁の法人番号公表サイトで番号を確かめ、正しい番号で登録し直します。",
    en: "Organisation {others} has the corporate number {number}, too. The registration stands. If it is the same entity, go on with the one that was registered first; if not, check the number at the National Tax Agency's site and register it again with the right one.",
  },
  // ProblemNotice
  source: { ja: "根拠: {source}", en: "Source: {source}" },
  number: { ja: "番号 {code}", en: "Number {code}" },
  tryAgain: { ja: "もう一度試す", en: "Try again" },
  // SecondFactor
  secondFactor: { ja: "認証アプリの6桁の番号", en: "Six digits of your authenticator" },
  secondFactorHelp: { ja: "この手続には二段階認証が必要です。番号を入れると続けられます。", en: "This act asks for the second factor. Give the code and go on." },
  giveCode: { ja: "番号を送る", en: "Send the code" },
  setUpAuthenticator: { ja: "認証アプリを登録する", en: "Set up the authenticator" },
  // dialogs
  close: { ja: "閉じる", en: "Close" },
  wordsHere: { ja: "この画面の用語:", en: "Words on this page:" },
  explain: { ja: "{word}の説明を開く", en: "Explain {word}" },
  whereFrom: { ja: "{value} の出どころを開く", en: "Where {value} comes from" },
  whereFromTitle: { ja: "この数字の出どころ", en: "Where this figure comes from" },
  // ActDay
  actDayMore: { ja: "書面で先に行っていた場合", en: "If this was done on paper before" },
  actDay: { ja: "書面の日", en: "Day of the paper" },
  actDayHelp: { ja: "書面の日付で記録します。空のままなら今日の日付になります。", en: "It is recorded with the day of the paper; with today's if this stays empty." },
  // NextStep
  missingNext: { ja: "一覧に戻って、選び直してください。別の事業者のものなら、右上で行う事業者を選び直してください。", en: "Go back to the list and choose again. If it belongs to another organisation, choose that one at the top." },
  nextStep: { ja: "次にすること", en: "What to do next" },
  // DataTable
  download: { ja: "一覧の保存", en: "Save the list" },
  csv: { ja: "CSVで保存", en: "Save as CSV" },
  xlsx: { ja: "Excelで保存", en: "Save as Excel" },
  total: { ja: "全{count}件", en: "{count} in all" },
  pageOf: { ja: "{page}ページ目", en: "Page {page}" },
  previous: { ja: "前のページ", en: "Previous page" },
  next: { ja: "次のページ", en: "Next page" },
  perPage: { ja: "1ページの件数", en: "Rows per page" },
  all: { ja: "すべて", en: "All" },
  sortUp: { ja: "{column}: 昇順に並べ替え", en: "{column}: sort ascending" },
  sortDown: { ja: "{column}: 降順に並べ替え", en: "{column}: sort descending" },
  nothingMatches: { ja: "条件に合うものがありません", en: "Nothing matches" },
  nothingMatchesText: { ja: "絞り込みの条件をゆるめてください。", en: "Loosen the filters." },
  clearSearch: { ja: "入力を消す", en: "Clear what was typed" },
  clearFilters: { ja: "絞り込みを解除", en: "Clear the filters" },
  // VirtualTable
  rows: { ja: "{count}行", en: "{count} rows" },
  rowsHelp: {
    ja: "行を押すと開きます。キーボードでは、上下の矢印キーで行を移動し、Enterキーで開きます。",
    en: "A row opens when it is clicked. By keyboard: the arrow keys move by row, Enter opens.",
  },
  // LongWork
  waiting: { ja: "順番を待っています", en: "Waiting for its turn" },
  failedWork: { ja: "完了できませんでした", en: "It could not be completed" },
  progressOf: { ja: "{done} / {total}", en: "{done} of {total}" },
  mayLeave: {
    ja: "この画面を離れても処理は続きます。結果は、この画面か「自分の処理」でいつでも開けます。",
    en: "You can leave this page; it goes on. The result is found on this page or under “Your work” any time.",
  },
  working: { ja: "処理しています", en: "Working" },
  workBefore: { ja: "前回({day}): {title}。", en: "Last time ({day}): {title}." },
  saveResult: { ja: "結果のファイルを保存", en: "Save the file" },
  openResult: { ja: "結果を開く", en: "Open the result" },
  // Upload
  chooseFile: { ja: "ファイルを選ぶか、ここに置いてください", en: "Choose a file or drop it here" },
  fileRules: { ja: "{types}、{size} MBまで", en: "{types}, up to {size} MB" },
  tooLarge: { ja: "{name} は {size} MB を超えています。分けるか、圧縮してください。", en: "{name} is over {size} MB. Split or compress it." },
  wrongType: { ja: "{name} はこの種類のファイルではありません({types})。", en: "{name} is not of the kind asked for ({types})." },
  remove: { ja: "{name} を取り消す", en: "Remove {name}" },
  sending: { ja: "{name} を送っています", en: "Sending {name}" },
  sent: { ja: "{name} を受け付けました", en: "{name} was taken" },
  // Chart, map
  showTable: { ja: "表で見る", en: "Show as a table" },
  showChart: { ja: "図で見る", en: "Show as a chart" },
  noFigures: { ja: "まだ数字がありません。", en: "There are no figures yet." },
  mapHelp: {
    ja: "矢印キーで都道府県を移動し、Enterキーで選びます。",
    en: "Move between prefectures with the arrow keys; Enter selects.",
  },
  prefecture: { ja: "都道府県", en: "Prefecture" },
  unitText: { ja: "単位: {unit}", en: "Unit: {unit}" },
  notKnown: { ja: "-", en: "-" },
  searchOrganisation: { ja: "{label}を名称か法人番号で探す", en: "Find by name or corporate number: {label}" },
  searchOrganisationHelp: { ja: "一部でかまいません。下の一覧から選びます。", en: "A part of it will do; then choose from the list below." },
  searchFirst: { ja: "先に名称で探してください", en: "Search by name first" },
  chooseOrganisation: { ja: "選んでください", en: "Choose" },
  stepDone: { ja: "済み", en: "Done" },
  stepCurrent: { ja: "いまここ", en: "Current" },
  stepAhead: { ja: "これから", en: "Still to come" },
  stepWrong: { ja: "誤りがあります", en: "Not right" },
});
