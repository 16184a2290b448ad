import { useState, type ReactNode } from "react";
import { Link } from "react-router-dom";
import type { Amount } from "../api/contract";
import { useLanguage, useTexts } from "../i18n/language";
import { Dialog } from "./Dialog";
import { texts } from "./texts";
import { amountText } from "./values";

export interface Origin {
  // How the figure was made, in one or two sentences.
  text?: ReactNode;
  // The figures or records that it was made of.
  parts?: readonly { name: string; value: ReactNode; to?: string }[];
  source?: string;
  // The page on which more can be read.
  to?: { path: string; name: string };
}

// A number with its unit that opens "where it comes from". `from` may be fetched when it is asked for: a component as its text.
export function Figure({ amount, from, name }: { amount: Amount; from: Origin; name?: string }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  const text = amountText(amount.value, amount.unit, language);
  return (
    <span className="s-figure s-number">
      <button type="button" className="s-term" aria-haspopup="dialog" title={t("whereFrom", { value: name ?? text })} onClick={() => setOpen(true)}>
        {text}
      </button>
      {open && (
        <Dialog title={name ?? t("whereFromTitle")} close={() => setOpen(false)}>
          <p>
            <strong className="s-number">{text}</strong>
          </p>
          {from.text && <p>{from.text}</p>}
          {from.parts && from.parts.length > 0 && (
            <dl className="s-values">
              {from.parts.map((part) => [
                <dt key={`${part.name}-name`}>{part.name}</dt>,
                <dd key={part.name}>{part.to ? <Link to={part.to}>{part.value}</Link> : part.value}</dd>,
              ])}
            </dl>
          )}
          {from.source && <p className="s-source">{t("source", { source: from.source })}</p>}
          {from.to && (
            <p>
              <Link to={from.to.path}>{from.to.name}</Link>
            </p>
          )}
        </Dialog>
      )}
    </span>
  );
}

