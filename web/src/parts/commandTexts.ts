import { defineTexts } from "../i18n/texts";

export const formTexts = defineTexts({
  missing: { ja: "入力してください。", en: "Please fill this in." },
  serialsHelp: { ja: "発行ロットの番号と最初・最後の番号を、1行に1つずつ入れます。例: 3:1-120", en: "Batch, first and last number, a block a line: 3:1-120" },
  serialsWrong: { ja: "「3:1-120」のように、発行ロットの番号、最初と最後の番号で入れてください。", en: "Write it as “3:1-120”: batch, first and last number." },
  numberWrong: { ja: "0以上の整数を数字で入れてください。", en: "Please write a whole number in digits." },
  optional: { ja: "(任意)", en: "(optional)" },
  choose: { ja: "選んでください", en: "Please choose" },
  sure: { ja: "記入した内容を確かめました。元に戻せないことを理解しています", en: "I have checked what is filled in, and know that it cannot be undone" },
  sureMissing: { ja: "記録する前に、ここに印を付けてください。", en: "Please tick this before it is recorded." },
  sending: { ja: "記録しています", en: "Recording" },
  recorded: { ja: "記録しました(台帳の{entry}番)。", en: "Recorded as entry {entry} of the ledger." },
});
