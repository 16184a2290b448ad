// A list of retirements: from the cells of a file to what the server is asked, row by row. Whether a row fits is the server's to say; here only what cannot be sent at all is told.
import type { SheetLine } from "../../../parts/sheet";
import { serialsOf, type SerialRange } from "../../../parts/serials";
import type { Purpose } from "../model";
import { OFFSETS } from "./words";

export const COLUMNS = ["account", "amount", "serials", "credit_type", "project", "purpose", "fiscal_year", "report", "user", "offset", "offset_object", "place", "note"] as const;
export type Column = (typeof COLUMNS)[number];
const JAPANESE: Readonly<Record<Column, string>> = {
  account: "口座",
  amount: "数量",
  serials: "シリアル番号",
  credit_type: "種別",
  project: "プロジェクト",
  purpose: "使いみち",
  fiscal_year: "対象年度",
  report: "報告",
  user: "利用者",
  offset: "オフセット",
  offset_object: "対象の内容",
  place: "対象の場所",
  note: "備考",
};
export const columnWord = (column: Column, language: "ja" | "en") => (language === "ja" ? JAPANESE[column] : column);
// Each row is asked of the server on its own before the list is sent whole: a minute for so many. A group of the ledger could hold more (8,192 entries, base/limits.h).
export const ROWS_MAX = 500;

export interface Row {
  line: number;
  account: number;
  amount?: bigint;
  ranges?: SerialRange[];
  // What narrows an amount.
  narrowed: { credit_type?: string; project?: number };
  // As it was written: a number of the register, a corporate number, or a name. "": the holder itself.
  user: string;
  body: Record<string, unknown>;
}
export type Unread = { line: number; column: Column; text: string };
export interface List {
  rows: Row[];
  unread: Unread[];
}
// The list as a whole: no such column, a column that is missing, nothing in it, too many rows.
export type ListFault = { fault: "unknown" | "missing" | "empty" | "many"; text: string; columns?: readonly Column[] };

const flat = (text: string) => text.normalize("NFKC").trim();
const same = (a: string, b: string) => flat(a).toLowerCase() === flat(b).toLowerCase();
const digits = (text: string) => flat(text).replace(/,/g, "");

export function readList(lines: readonly SheetLine[], purposes: readonly Purpose[], offsets: readonly (readonly [string, string])[], own: readonly number[]): List | ListFault {
  const [head, ...rest] = lines;
  if (!head || rest.length === 0) return { fault: "empty", text: "" };
  if (rest.length > ROWS_MAX) return { fault: "many", text: String(rest.length) };
  const at = new Map<Column, number>();
  for (const [i, cell] of head.cells.entries()) {
    if (flat(cell) === "") continue;
    const column = COLUMNS.find((one) => same(one, cell) || same(JAPANESE[one], cell));
    if (!column || at.has(column)) return { fault: "unknown", text: cell };
    at.set(column, i);
  }
  if (!at.has("purpose")) return { fault: "missing", text: "", columns: ["purpose"] };
  if (!at.has("amount") && !at.has("serials")) return { fault: "missing", text: "", columns: ["amount", "serials"] };
  if (!at.has("account") && own.length !== 1) return { fault: "missing", text: "", columns: ["account"] };
  const list: List = { rows: [], unread: [] };
  for (const { line, cells } of rest) {
    const cell = (column: Column) => flat(cells[at.get(column) ?? -1] ?? "");
    const wrong = (column: Column) => void list.unread.push({ line, column, text: cell(column) });
    const before = list.unread.length;
    const account = cell("account") === "" && own.length === 1 ? own[0]! : Number(digits(cell("account")));
    if (!Number.isSafeInteger(account) || account <= 0) wrong("account");
    const written = cell("serials").replace(/[;\s]+/g, "\n");
    const ranges = written === "" ? undefined : serialsOf(written);
    if (written !== "" && !ranges) wrong("serials");
    const amount = digits(cell("amount"));
    if (written === "" && !/^[1-9]\d{0,17}$/.test(amount)) wrong("amount");
    if (written !== "" && amount !== "") wrong("amount");
    const project = digits(cell("project"));
    if (project !== "" && !/^\d{1,15}$/.test(project)) wrong("project");
    const purpose = purposes.find((one) => same(one.purpose, cell("purpose")) || same(one.title.ja, cell("purpose")) || same(one.title.en, cell("purpose")));
    if (!purpose) wrong("purpose");
    const year = /^(?:FY)?(\d{4})(?:年度)?$/i.exec(cell("fiscal_year"))?.[1];
    if (cell("fiscal_year") !== "" && !year) wrong("fiscal_year");
    const offset = cell("offset") === "" ? "none" : (OFFSETS.find((one) => same(one, cell("offset"))) ?? offsets.find(([, word]) => same(word, cell("offset")))?.[0]);
    if (!offset) wrong("offset");
    if (list.unread.length > before || !purpose) continue;
    list.rows.push({
      line,
      account,
      amount: ranges ? undefined : BigInt(amount),
      ranges,
      narrowed: { credit_type: cell("credit_type") || undefined, project: project === "" ? undefined : Number(project) },
      user: cell("user"),
      body: {
        end_use: purpose.end_uses[0],
        uses: [{ purpose: purpose.purpose, fiscal_year: year && `FY${year}`, report: cell("report") }],
        offset,
        offset_object: offset === "none" ? undefined : cell("offset_object") || undefined,
        place: cell("place") || undefined,
        note: cell("note") || undefined,
      },
    });
  }
  return list;
}

// `amount`: what this row and those before it take alike, so that each is judged on what they leave.
export function selectionOf(row: Row, amount = row.amount): Record<string, unknown> {
  return row.ranges ? { ranges: row.ranges } : { pick: { ...row.narrowed, amount: String(amount ?? 0n) } };
}
export const samePick = (row: Row) => JSON.stringify([row.account, row.narrowed.credit_type, row.narrowed.project]);
export function overlaps(a: Row, b: Row): boolean {
  return (a.ranges ?? []).some((one) => (b.ranges ?? []).some((other) => one.batch === other.batch && BigInt(one.first) < BigInt(other.end) && BigInt(other.first) < BigInt(one.end)));
}

// The same file is the same request: sent again, it is answered and not done again. `also`: what else it depends on.
export async function keyOfFile(file: Blob, ...also: readonly string[]): Promise<string> {
  const words = new TextEncoder().encode(["sumi retirement bulk", ...also].join("\n"));
  const bytes = new Uint8Array(await file.arrayBuffer());
  const all = new Uint8Array(words.length + bytes.length);
  all.set(words);
  all.set(bytes, words.length);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", all));
  return Array.from(hash.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// RFC 4180.
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => row.map((cell) => (/[",\r\n]/.test(String(cell)) ? `"${String(cell).replace(/"/g, '""')}"` : String(cell))).join(",")).join("\r\n");
}
