import type { Amount } from "../api/contract";
import { useLanguage } from "../i18n/language";
import { Figure, type Origin } from "./Figure";
import { amountText, dateText, periodText, vintageText } from "./values";

type Given = Amount | string | number | bigint | null | undefined;

function Written({ amount, unit }: { amount: Given; unit: string }) {
  const { language } = useLanguage();
  if (amount === null || amount === undefined) return <span className="s-number">-</span>;
  const given = typeof amount === "object" ? amount : { value: String(amount), unit };
  return <span className="s-number">{amountText(given.value, given.unit, language)}</span>;
}

// Yen. Takes the API's amount, or a bare number of yen. With `from` it can be opened to show where it comes from.
export function Money({ amount, from, name }: { amount: Given; from?: Origin; name?: string }) {
  return <Opened amount={amount} unit="JPY" from={from} name={name} />;
}

// Tonnes of CO2. Takes the API's amount (whose unit is shown), or a bare number of t-CO2. With `from` it can be opened to show where it comes from.
export function Tonnes({ amount, from, name }: { amount: Given; from?: Origin; name?: string }) {
  return <Opened amount={amount} unit="t-CO2" from={from} name={name} />;
}

function Opened({ amount, unit, from, name }: { amount: Given; unit: string; from?: Origin; name?: string }) {
  if (!from || amount === null || amount === undefined) return <Written amount={amount} unit={unit} />;
  return <Figure amount={typeof amount === "object" ? amount : { value: String(amount), unit }} from={from} name={name} />;
}

// An ISO day or instant, in the user's language and Japan's time.
export function DateText({ date }: { date: string | null | undefined }) {
  const { language } = useLanguage();
  if (!date) return <span>-</span>;
  return <time dateTime={date}>{dateText(date, language)}</time>;
}

export function PeriodText({ period }: { period: string | null | undefined }) {
  const { language } = useLanguage();
  const text = periodText(period, language);
  // It is broken between its days only.
  const at = text.search(/〜| to /) + 1;
  if (at === 0) return <span className="s-piece">{text}</span>;
  return (
    <span>
      <span className="s-piece">{text.slice(0, at)}</span>
      <wbr />
      <span className="s-piece">{text.slice(at)}</span>
    </span>
  );
}
export function VintageText({ vintage }: { vintage: string }) {
  const { language } = useLanguage();
  return <span>{vintageText(vintage, language)}</span>;
}
