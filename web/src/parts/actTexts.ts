import { defineTexts } from "../i18n/texts";

export const actTexts = defineTexts({
  whichAct: { ja: "行うこと", en: "What is to be done" },
  chooseAct: { ja: "選んでください", en: "Please choose" },
  record: { ja: "記録する", en: "Record" },
  recorded: { ja: "「{act}」を台帳の{entry}番に記録しました。", en: "“{act}” was recorded as entry {entry}." },
  another: { ja: "続けて別の記録をする", en: "Record something else" },
});
