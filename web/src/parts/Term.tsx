import { useState, type ReactNode } from "react";
import { glossary, type Word } from "../glossary";
import { useLanguage, useTexts } from "../i18n/language";
import { say } from "../i18n/texts";
import { Dialog } from "./Dialog";
import { texts } from "./texts";

// The words of a page that may need an explanation, in one line below its head.
export function Words({ words }: { words: readonly Word[] }) {
  const t = useTexts(texts);
  return (
    <p className="s-source s-no-print s-words">
      {`${t("wordsHere")} `}
      {words.map((word) => (
        <Term key={word} word={word} />
      ))}
    </p>
  );
}

// A word of the scheme that explains itself when it is pressed: <Term word="additionality" />, or with other letters between the tags.
export function Term({ word, children }: { word: Word; children?: ReactNode }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  const entry = glossary[word];
  const name = say(entry.name, language);
  return (
    <>
      <button type="button" className="s-term" aria-haspopup="dialog" title={t("explain", { word: name })} onClick={() => setOpen(true)}>
        {children ?? name}
      </button>
      {open && (
        <Dialog title={name} close={() => setOpen(false)}>
          <p>{say(entry.text, language)}</p>
          <p className="s-source">{t("source", { source: `${say(entry.source, language)} (${entry.date})` })}</p>
        </Dialog>
      )}
    </>
  );
}
