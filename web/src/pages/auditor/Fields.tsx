// The fields of an entry in words; how each is read stands in types.json, what it says comes from the server.
import type { ReactNode } from "react";
import { useLanguage, useTexts } from "../../i18n/language";
import { dateText, grouped } from "../../parts/values";
import { texts } from "./texts";
import { enumWord, fieldWord, type Kind } from "./words";

type Row = Record<string, unknown>;

export function Fields({ values, kinds }: { values: Row; kinds: readonly [string, Kind][] }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const names = Object.keys(values);
  if (names.length === 0) return <p>{t("noFields")}</p>;
  const kindOf = (name: string) => kinds.find(([one]) => one === name)?.[1] ?? "string";
  return (
    <dl className="s-values">
      {names.map((name) => [
        <dt key={`${name}-name`}>{fieldWord(name, language)}</dt>,
        <dd key={name}>
          <Value value={values[name]} kind={kindOf(name)} />
        </dd>,
      ])}
    </dl>
  );
}

function Value({ value, kind }: { value: unknown; kind: Kind }): ReactNode {
  const t = useTexts(texts);
  const { language } = useLanguage();
  if (value === null || value === undefined || value === "") return "-";
  if (typeof kind === "object" && "optional" in kind) return <Value value={value} kind={kind.optional} />;
  if (Array.isArray(value)) {
    const of = typeof kind === "object" && "vector" in kind ? kind.vector : "string";
    if (value.length === 0) return "-";
    return (
      <ul className="s-plain">
        {value.map((one, i) => (
          <li key={i}>
            <Value value={one} kind={of} />
          </li>
        ))}
      </ul>
    );
  }
  if (typeof value === "object") {
    const row = value as Row;
    const range = Object.keys(row).join() === "batch,first,end";
    if (range) return t("serials", { batch: String(row.batch), first: grouped(String(row.first)), last: grouped(String(BigInt(String(row.end)) - 1n)) });
    return <Fields values={row} kinds={typeof kind === "object" && "struct" in kind ? kind.struct : []} />;
  }
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  const text = String(value);
  if (typeof kind === "object" && "enum" in kind) return enumWord(kind.enum, text, language);
  if (kind === "sealed") return t("sealed", { hash: text.slice(0, 16) });
  if (kind === "date" || kind === "instant") return <time dateTime={text}>{dateText(text, language)}</time>;
  if (kind === "bytes16" || kind === "bytes32") return <code className="s-code">{text}</code>;
  return text;
}
