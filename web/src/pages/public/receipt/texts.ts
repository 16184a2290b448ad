import { defineTexts } from "../../../i18n/texts";

export const texts = defineTexts({
  title: { ja: "受領証を確かめる", en: "Check a receipt" },
  lead: {
    ja: "受領証のファイルを置いてください。証明はこのブラウザーが自分で検算します。ファイルはどこにも送らず、通信がなくても確かめられます。",
    en: "Drop the file of a receipt. This browser checks the proof itself: nothing is sent anywhere, and no connection is needed.",
  },
  file: { ja: "受領証", en: "Receipt" },
  checking: { ja: "検算しています", en: "Checking" },
  // before
  emptyTitle: { ja: "受領証はどこにありますか", en: "Where to find a receipt" },
  emptyText: {
    ja: "無効化やプロジェクトの公開ページの「受領証を保存」から得られます。取引の相手や、証書をくれた会社から渡されることもあります。",
    en: "Save one from the public page of a retirement or a project. A trading partner, or a company that gave you a certificate, may hand you one as well.",
  },
  toRetirements: { ja: "無効化の記録を見る", en: "See retirements" },
  // verdict
  holds: { ja: "この受領証は正しいものです", en: "The receipt holds" },
  holdsText: {
    ja: "下の記帳は、署名された台帳に記録されています。受領証のどこか1文字でも変わっていれば、この検算は通りません。",
    en: "The entry below is in the signed journal. Had a single character of the receipt been changed, this check would fail.",
  },
  fails: { ja: "この受領証は証明になりません", en: "The receipt proves nothing" },
  at: { ja: "{line}行目", en: "Line {line}" },
  fault_unreadable: { ja: "受領証として読めません。ファイルが変わったか、別の種類のファイルです。", en: "It cannot be read as a receipt: the file was changed, or is of another kind." },
  fault_key_id: { ja: "鍵の番号が鍵と合いません。ファイルが変わっています。", en: "The key's digits do not belong to the key: the file was changed." },
  fault_key_pinned: { ja: "覚えてある鍵とは違う鍵で署名されています。", en: "It is signed by another key than the one you pinned." },
  fault_signer: { ja: "署名が、示された鍵のものではありません。", en: "The signature is not that of the key shown." },
  fault_signature: { ja: "署名が合いません。台帳の頭か署名が書き換えられています。", en: "The signature does not hold: the journal's head or the signature was changed." },
  fault_inclusion: { ja: "記帳が、署名された台帳に含まれていません。", en: "The entry is not in the signed journal." },
  fault_entry: { ja: "記帳の中身を読めません。", en: "The entry's bytes cannot be read." },
  fault_opening: { ja: "開示された値が、記帳の封印と合いません。", en: "An opened value does not belong to the entry." },
  failsNext: {
    ja: "受領証をくれた相手に、元のファイルをもう一度もらってください。メールの本文に貼られたものは改行が変わることがあります。",
    en: "Ask whoever gave it to you for the original file. Text pasted into a mail often changes its line ends.",
  },
  // what it proves
  says: { ja: "何が証明されたか", en: "What it proves" },
  saysRetirement: {
    ja: "{user}が、{date}に、{amount}のクレジットを{use}したこと。このクレジットは二度と使えません。",
    en: "That {user} used up credits of {amount} on {date} ({use}). They can never be used again.",
  },
  saysAny: { ja: "{date}に「{act}」が記録されたこと。", en: "That on {date} this was recorded: {act}." },
  saysTree: {
    ja: "この記帳が、署名されたとき全{size}件だった台帳の{entry}番目にあり、そのときから1文字も変わっていないこと。",
    en: "That it is entry {entry} of a journal that had {size} entries when it was signed, unchanged to the letter.",
  },
  saysNot: {
    ja: "証明されないこと: 記録された内容が事実かどうか、署名した鍵がだれのものか、この受領証のあとに何が起きたか。",
    en: "What it does not prove: that what was recorded is true, whose key signed it, and what happened afterwards.",
  },
  demo: { ja: "実演用(デモ)の台帳の受領証です。ここにあるクレジットは実在しません。", en: "This receipt is of a demo store. Its credits do not exist." },
  training: { ja: "研修用の台帳の受領証です。ここにあるクレジットは実在しません。", en: "This receipt is of a training store. Its credits do not exist." },
  // the entry
  entry: { ja: "記帳", en: "The entry" },
  number: { ja: "記帳番号", en: "Number" },
  act: { ja: "行為", en: "Act" },
  time: { ja: "時刻", en: "Time" },
  day: { ja: "行為の日", en: "Day of the act" },
  organisation: { ja: "行為をした法人の番号", en: "On behalf of organisation" },
  group: { ja: "組", en: "Group" },
  publicFields: { ja: "公開の項目", en: "Public fields" },
  partyFields: { ja: "当事者だけの項目", en: "Fields of the parties" },
  none: { ja: "なし", en: "none" },
  hidden: {
    ja: "当事者だけの項目の内容は見えませんが、同じ証明で固定されています。",
    en: "Fields of the parties are not shown; the same proof fixes them.",
  },
  serials: { ja: "ロット{batch} {first}〜{last}({count}単位)", en: "batch {batch}, {first} to {last} ({count} units)" },
  // the key
  key: { ja: "台帳と署名", en: "Journal and signature" },
  origin: { ja: "台帳", en: "Journal" },
  size: { ja: "署名時の記帳の件数", en: "Entries when signed" },
  root: { ja: "署名時のルートハッシュ", en: "Root when signed" },
  keyName: { ja: "鍵の名前", en: "Key name" },
  fingerprint: { ja: "鍵の指紋", en: "Key fingerprint" },
  whose: {
    ja: "鍵がだれのものかは、受領証だけでは分かりません。運営者が別の方法(ウェブサイト、書面、電話)で公表した指紋と比べてください。同じなら、この鍵を覚えておくと、次からは違う鍵の受領証を断ります。",
    en: "Whose key it is a receipt cannot tell. Compare the fingerprint with the one that the operator published elsewhere (site, paper, telephone). If they agree, pin the key: receipts of another key are then refused.",
  },
  compare: { ja: "公表された指紋を貼り付けて比べる", en: "Paste the published fingerprint to compare" },
  compareSame: { ja: "同じです", en: "They agree" },
  compareOther: { ja: "違います。この受領証を信用しないでください。", en: "They differ. Do not trust this receipt." },
  pin: { ja: "この鍵を覚える", en: "Pin this key" },
  pinned: { ja: "このブラウザーに覚えてある鍵です", en: "This is the key pinned in this browser" },
  pinnedOther: { ja: "この台帳には、別の鍵を覚えています: {fingerprint}", en: "For this journal another key is pinned: {fingerprint}" },
  unpin: { ja: "覚えた鍵を忘れる", en: "Forget the pinned key" },
  notPinned: { ja: "この台帳の鍵はまだ覚えていません", en: "No key is pinned for this journal" },
  next: {
    ja: "受領証は大切に保管してください。いつでも、この画面か、配布されているプログラム sumi-verify で確かめ直せます。",
    en: "Keep the receipt. It can be checked again any time, on this page or with the program sumi-verify.",
  },
  another: { ja: "別の受領証を確かめる", en: "Check another receipt" },
  tooOld: {
    ja: "このブラウザーでは検算できません。新しいブラウザーで、https か localhost のアドレスから開いてください。",
    en: "This browser cannot check it. Use a recent browser, at an address that begins with https or is localhost.",
  },
});
