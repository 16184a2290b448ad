// Every word that the pages explain, with the publication that it rests on.
import { useState } from "react";
import { glossary, type Word } from "../../glossary";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { EmptyState } from "../../parts/DataTable";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { SearchField } from "../../parts/SearchField";
import { texts } from "./texts";

const folded = (text: string) => text.normalize("NFKC").toLowerCase();

export default function Words() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const [typed, setTyped] = useState("");
  const wanted = folded(typed.trim());
  const words = (Object.keys(glossary) as Word[])
    .map((word) => ({ word, entry: glossary[word] }))
    .filter(({ entry }) => folded(`${entry.name.ja} ${entry.name.en} ${entry.text.ja} ${entry.text.en}`).includes(wanted))
    .sort((a, b) => say(a.entry.name, language).localeCompare(say(b.entry.name, language), language));
  return (
    <>
      <PageHead title={t("wordsTitle")} lead={t("wordsLead")} />
      <div className="s-narrow s-no-print">
        <SearchField id="words" size="lg" name={t("wordsSearch")} value={typed} change={setTyped} />
      </div>
      <p className="s-source" role="status">
        {t("wordsFound", { count: words.length })}
      </p>
      {words.length === 0 && <EmptyState empty={{ title: t("wordsNone"), text: t("wordsNoneText") }} />}
      {words.map(({ word, entry }) => (
        <section key={word} id={word} className="s-rule s-prose s-word">
          <h2>{say(entry.name, language)}</h2>
          <p>{say(entry.text, language)}</p>
          <p className="s-source">{t("wordSource", { source: say(entry.source, language), date: entry.date })}</p>
        </section>
      ))}
      <NextStep text={t("wordsNext")} steps={[{ action: t("toRulebook"), to: "/rulebook" }]} />
    </>
  );
}
