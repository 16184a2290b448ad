// What the pages of accounts share: lines of units, reasons, small fields.
import { Button, Tag } from "@carbon/react";
import { type ReactNode } from "react";
import { Link } from "react-router-dom";
import type { Amount } from "../../api/contract";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { DateText } from "../../parts/Amounts";
import { Figure } from "../../parts/Figure";
import { fiscalYearText } from "../../parts/values";
import type { AccountBrief, Line, Mark, May, WhyNot } from "./model";
import { texts } from "./texts";

export function yearText(year: string | undefined, language: "ja" | "en"): string {
  return year ? fiscalYearText(year, language) : "-";
}

// Why something is refused: as the server says it.
export function Reason({ why }: { why: WhyNot | undefined }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  if (!why) return null;
  const remedy = say({ ja: why.remedy_ja, en: why.remedy_en }, language);
  return (
    <div className="s-notice s-notice-info">
      <strong>{say(why, language)}</strong>
      {remedy && <p>{remedy}</p>}
      {why.source && <p className="s-source">{t("source", { source: why.source })}</p>}
    </div>
  );
}

export function Marks({ marks }: { marks: readonly Mark[] }) {
  const { language } = useLanguage();
  return (
    <>
      {marks.map((mark) => (
        <Tag key={mark.kind + mark.detail + mark.from} type={mark.blocks ? "red" : "blue"} size="sm">
          {say(mark.words, language)}
          {mark.detail && ` (${mark.detail})`}
        </Tag>
      ))}
    </>
  );
}

export function StateWords({ line }: { line: Line }) {
  const t = useTexts(texts);
  if (line.state === "waits_retirement") return <Link to={`/my-retirements/${line.retirement}`}>{t("waitsRetirement", { number: line.retirement ?? 0 })}</Link>;
  if (line.state === "waits_offer") return <Link to={`/offers/${line.offer}`}>{t("waitsOffer", { number: line.offer ?? 0 })}</Link>;
  return <>{t("free")}</>;
}

// The units of a line, which open where they come from.
export function LineFigure({ line }: { line: Line }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const parts = [
    { name: t("serials"), value: line.serials },
    ...(line.project ? [{ name: t("project"), value: line.project_title || String(line.project), to: `/projects/${line.project}` }] : []),
    { name: t("methodology"), value: line.methodology || "-", ...(line.methodology ? { to: `/rulebook/methodologies/${line.methodology}` } : {}) },
    { name: t("vintage"), value: yearText(line.vintage, language) },
    ...(line.place ? [{ name: t("place"), value: line.place }] : []),
    { name: t("issuedOn"), value: <DateText date={line.issued_on} /> },
    { name: t("batch"), value: t("batchNumber", { number: line.batch }), to: `/batches/${line.batch}` },
    ...(line.import ? [{ name: t("importedSerial"), value: line.import.serial }] : []),
    ...line.marks.map((mark) => ({ name: say(mark.words, language), value: `${mark.detail} ${mark.from}` })),
  ];
  return <Figure amount={line.units} name={line.serials} from={{ text: t("unitsFrom"), parts }} />;
}

// Serials of a draft, an offer, a retirement: a short list. A transfer may be of thousands of blocks: the rest stands in the account's holdings.
const LINES_SHOWN = 200;
export function Lines({ lines, name }: { lines: readonly Line[]; name: string }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  return (
    <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={name}>
      <table className="cds--data-table" aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{t("serials")}</th>
            <th scope="col">{t("project")}</th>
            <th scope="col">{t("vintage")}</th>
            <th scope="col" className="s-end">
              {t("units")}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, LINES_SHOWN).map((line) => (
            <tr key={line.id}>
              <td data-label={t("serials")}>
                {line.serials} <Marks marks={line.marks} />
              </td>
              <td data-label={t("project")}>{line.project ? <Link to={`/projects/${line.project}`}>{line.project_title || line.project}</Link> : "-"}</td>
              <td data-label={t("vintage")}>{yearText(line.vintage, language)}</td>
              <td className="s-end" data-label={t("units")}>
                <LineFigure line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > LINES_SHOWN && <p className="s-source">{t("moreLines", { shown: LINES_SHOWN, count: lines.length })}</p>}
    </div>
  );
}

export function AccountName({ account: one }: { account: AccountBrief }) {
  const t = useTexts(texts);
  return <>{t("accountNamed", { number: one.account, holder: one.department ? `${one.holder} ${one.department}` : one.holder })}</>;
}

export function Values({ rows }: { rows: readonly (readonly [string, ReactNode] | undefined | false)[] }) {
  return (
    <dl className="s-values">
      {rows.map((row) => row && [<dt key={`${row[0]}-name`}>{row[0]}</dt>, <dd key={row[0]}>{row[1]}</dd>])}
    </dl>
  );
}

// A button of an act that may be refused: then the reason stands where the button would be.
export function Act({ may, run, busy, children, kind = "primary" }: { may: May; run: () => void; busy: boolean; children: ReactNode; kind?: "primary" | "tertiary" | "danger" }) {
  if (!may.allowed) return null;
  return (
    <Button size="md" kind={kind} disabled={busy} onClick={run}>
      {children}
    </Button>
  );
}


export function isZero(amount: Amount | undefined): boolean {
  return !amount || /^0*(\.0*)?$/.test(amount.value);
}
