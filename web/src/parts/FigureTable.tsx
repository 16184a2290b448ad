import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@carbon/react";
import { useTexts } from "../i18n/language";
import { texts } from "./texts";
import { grouped } from "./values";

// A plain table of names and figures: what stands behind a chart or a map, and what a page shows where a list is short. The first column (or `words` of them) names
// the row.
export function FigureTable({ name, head, rows, words = 1 }: { name: string; head: readonly string[]; rows: readonly (readonly (string | number | null)[])[]; words?: number }) {
  const t = useTexts(texts);
  return (
    <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={name}>
      <Table size="sm" aria-label={name}>
        <TableHead>
          <TableRow>
            {head.map((text, i) => (
              <TableHeader key={text} className={i >= words ? "s-end" : undefined}>
                {text}
              </TableHeader>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.slice(0, words).join(" ")}>
              {row.map((cell, i) => (
                <TableCell key={head[i]} data-label={head[i]} className={i >= words ? "s-end" : undefined}>
                  {cell === null ? t("notKnown") : i >= words ? grouped(String(cell)) : cell}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
