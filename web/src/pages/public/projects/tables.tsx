// Short tables of the public pages, in full: batches and where their units are, what used them, entries of the journal.
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@carbon/react";
import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import { useLanguage, useTexts } from "../../../i18n/language";
import { DateText, Tonnes } from "../../../parts/Amounts";
import { FileLink } from "../../../parts/SaveFile";
import { originTexts } from "../../../parts/originTexts";
import { fiscalYearText } from "../../../parts/values";
import { useActWord } from "../actWord";
import type { Batch, HistoryLine, RetirementBrief } from "../api";
import { texts } from "./texts";

export interface Cell {
  name: string;
  end?: boolean;
}

export function PlainTable({ name, head, rows }: { name: string; head: readonly Cell[]; rows: readonly { key: string | number; cells: readonly ReactNode[] }[] }) {
  return (
    <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={name}>
      <Table size="lg" aria-label={name}>
        <TableHead>
          <TableRow>
            {head.map((one) => (
              <TableHeader key={one.name} className={one.end ? "s-end" : undefined}>
                {one.name}
              </TableHeader>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.key}>
              {row.cells.map((cell, i) => (
                <TableCell key={head[i]!.name} data-label={head[i]!.name} className={head[i]!.end ? "s-end" : undefined}>
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

// "FY2024" of the server.
export function Vintage({ year }: { year: string | undefined }) {
  const { language } = useLanguage();
  return <>{year ? fiscalYearText(year, language) : "-"}</>;
}

const PLACES = ["issued", "held", "waiting", "buffer", "used", "expired", "exported"] as const;

export function Batches({ batches, linked = true }: { batches: readonly Batch[]; linked?: boolean }) {
  const t = useTexts(texts);
  const o = useTexts(originTexts);
  const end = (name: string): Cell => ({ name, end: true });
  return (
    <PlainTable
      name={t("batches")}
      head={[
        { name: t("serials") },
        { name: t("vintage") },
        { name: t("issuedOn") },
        end(t("issued")),
        end(t("held")),
        end(t("waiting")),
        end(t("buffer")),
        end(t("used")),
        end(t("expired")),
        end(t("exported")),
      ]}
      rows={batches.map((one) => ({
        key: one.batch,
        cells: [
          linked ? <Link to={`/batches/${one.batch}`}>{one.serials}</Link> : one.serials,
          <Vintage year={one.vintage} />,
          <DateText date={one.issued_on} />,
          ...PLACES.map((place) => (
            <Tonnes
              key={place}
              amount={one[place]}
              name={t(place)}
              from={{
                text: o("batch"),
                parts: PLACES.filter((other) => other !== place).map((other) => ({ name: t(other), value: <Tonnes amount={one[other]} /> })),
                to: linked ? { path: `/batches/${one.batch}`, name: one.serials } : undefined,
              }}
            />
          )),
        ],
      }))}
    />
  );
}

export function Retirements({ retirements }: { retirements: readonly RetirementBrief[] }) {
  const t = useTexts(texts);
  const o = useTexts(originTexts);
  return (
    <PlainTable
      name={t("retirements")}
      head={[{ name: t("completedOn") }, { name: t("user") }, { name: t("kind") }, { name: t("quantity"), end: true }]}
      rows={retirements.map((one) => ({
        key: one.retirement,
        cells: [
          <DateText date={one.completed_on} />,
          <Link to={`/retirements/${one.retirement}`}>{one.user || t("unnamed")}</Link>,
          t(one.end_use),
          <Tonnes amount={one.used} from={{ text: o("usedByRetirement"), to: { path: `/retirements/${one.retirement}`, name: one.user || t("unnamed") } }} />,
        ],
      }))}
    />
  );
}

export function History({ history }: { history: readonly HistoryLine[] }) {
  const t = useTexts(texts);
  const word = useActWord();
  return (
    <PlainTable
      name={t("history")}
      head={[{ name: t("entry") }, { name: t("date") }, { name: t("act") }, { name: t("by") }, { name: t("receipt") }]}
      rows={history.map((one) => ({
        key: one.entry,
        cells: [
          one.entry,
          <DateText date={one.date} />,
          word?.(one.command) ?? "",
          one.organisation?.name ?? "-",
          <FileLink path={`/receipts/${one.entry}`} label={t("receiptOf", { entry: one.entry })}>
            {t("save")}
          </FileLink>,
        ],
      }))}
    />
  );
}
