import { useLanguage, useTexts } from "../../../i18n/language";
import { amountText, dateText, grouped } from "../../../parts/values";
import { dayText, describe, fieldWord, type Field, type Told } from "../../../receipt/describe";
import { hexOf } from "../../../receipt/bytes";
import type { Verified } from "../../../receipt/verify";
import { texts } from "./texts";

const REAL_STORES = "production";

type Named = readonly { value: string; name: string }[];

export function Proved({ verified, purposes }: { verified: Verified; purposes: Named | undefined }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { receipt, entry } = verified;
  const { header } = entry;
  const told = describe(verified, language);
  const kind = receipt.checkpoint.kind;
  const day = dateText(dayText(header.businessDate), language);
  return (
    <>
      {kind !== REAL_STORES && (
        <div className="s-notice s-notice-info s-after">
          <strong>{t(kind === "demo" ? "demo" : "training")}</strong>
        </div>
      )}
      <section className="s-section s-prose">
        <h2>{t("says")}</h2>
        <p>{sentence(told.command, told.publicFields, day) ?? t("saysAny", { date: day, act: told.act })}</p>
        <p>{t("saysTree", { entry: grouped(String(receipt.entry)), size: grouped(String(receipt.checkpoint.size)) })}</p>
        <p className="s-secondary">{t("saysNot")}</p>
      </section>
      <section className="s-section">
        <h2>{t("entry")}</h2>
        <dl className="s-values">
          <dt>{t("number")}</dt>
          <dd>{grouped(String(receipt.entry))}</dd>
          <dt>{t("act")}</dt>
          <dd>{told.act}</dd>
          <dt>{t("time")}</dt>
          <dd>{dateText(new Date(header.time).toISOString(), language)}</dd>
          <dt>{t("day")}</dt>
          <dd>{day}</dd>
          {header.onBehalfOf !== undefined && (
            <>
              <dt>{t("organisation")}</dt>
              <dd>{String(header.onBehalfOf)}</dd>
            </>
          )}
          {header.group && (
            <>
              <dt>{t("group")}</dt>
              <dd>{`${header.group.index + 1} / ${header.group.count}`}</dd>
            </>
          )}
        </dl>
        <h3 className="s-sub">{t("publicFields")}</h3>
        <Fields fields={told.publicFields} purposes={purposes} />
        {entry.partyBody ? (
          <>
            <h3 className="s-sub">{t("partyFields")}</h3>
            <Fields fields={told.partyFields} purposes={purposes} />
          </>
        ) : (
          <p className="s-source">{t("hidden")}</p>
        )}
        {header.actor && <p className="s-source">{hexOf(header.actor)}</p>}
      </section>
    </>
  );

  // A retirement in one sentence: what a receipt is most often asked for.
  function sentence(command: string, fields: readonly Field[], date: string): string | undefined {
    if (command !== "ExecuteRetirement" && command !== "ConfirmRetirement") return undefined;
    const text = (name: string) => fields.find((one) => one.name === name)?.value;
    const [user, amount, use] = [text("user_name"), text("amount"), text("end_use")];
    if (typeof amount !== "string" || typeof use !== "string") return undefined;
    return t("saysRetirement", { user: typeof user === "string" ? user : "-", date, amount: amountText(amount, "t-CO2", language), use });
  }
}

function Fields({ fields, purposes }: { fields: readonly Field[]; purposes?: Named | undefined }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const wordOf = (one: Field) => (one.name === "purpose" ? purposes?.find((row) => row.value === one.value)?.name : undefined);
  const given = fields.filter((one) => !isEmpty(one.value));
  if (given.length === 0) return <p>{t("none")}</p>;
  return (
    <dl className="s-values">
      {given.map((one, i) => [
        <dt key={`${one.name}${i}-name`}>{fieldWord(one.name, language)}</dt>,
        <dd key={`${one.name}${i}`}>
          <Value value={wordOf(one) ?? one.value} />
        </dd>,
      ])}
    </dl>
  );
}

function isEmpty(value: Told): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

function isNamed(value: Told): value is { name: string; value: Told }[] {
  return Array.isArray(value) && value.length > 0 && typeof value[0] === "object" && value[0] !== null && "name" in value[0];
}

function Value({ value }: { value: Told }) {
  const t = useTexts(texts);
  if (value === undefined) return <>-</>;
  if (typeof value === "string") return <span className="s-number">{value}</span>;
  if (!Array.isArray(value)) {
    const count = value.last - value.first + 1n;
    return (
      <span className="s-number">
        {t("serials", { batch: value.batch, first: String(value.first), last: String(value.last), count: grouped(String(count)) })}
      </span>
    );
  }
  if (isNamed(value)) return <Fields fields={value} />;
  return (
    <ul className="s-plain-list">
      {(value as Told[]).map((one, i) => (
        <li key={i}>
          <Value value={one} />
        </li>
      ))}
    </ul>
  );
}
