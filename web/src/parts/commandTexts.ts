import { defineTexts } from "../i18n/texts";

export const formTexts = defineTexts({
  missing: { ja: "入力してください。", en: "Please fill this in." },
  optional: { ja: "(任意)", en: "(optional)" },
  choose: { ja: "選んでください", en: "Please choose" },
  sending: { ja: "記録しています", en: "Recording" },
  recorded: { ja: "記録しました(台帳の{entry}番)。", en: "Recorded as entry {entry} of the ledger." },
});
