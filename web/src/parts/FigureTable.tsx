import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@carbon/react";
import { useTexts } from "../i18n/language";
import { texts } from "./texts";
import { grouped } from "./values";

// A plain table of names and figures: what stands behind a chart or a map, and what a page shows where a list is short. The first column names the row.
export function FigureTable({ name, head, rows }: { name: string; head: readonly string[]; rows: readonly (readonly (string | number | null)[])[] }) {
  const t = useTexts(texts);
  return (
    <div className="s-scroll" tabIndex={0} role="region" aria-label={name}>
      <Table size="sm" aria-label={name}>
        <TableHead>
          <TableRow>
            {head.map((text, i) => (
              <TableHeader key={text} className={i > 0 ? "s-end" : undefined}>
                {text}
              </TableHeader>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={String(row[0])}>
              {row.map((cell, i) => (
                <TableCell key={head[i]} className={i > 0 ? "s-end" : undefined}>
                  {cell === null ? t("notKnown") : i > 0 ? grouped(String(cell)) : cell}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
