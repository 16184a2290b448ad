// What was typed as the CSV of src/project/monitoring.h.
export interface TypedRow {
  activity: string;
  parameter: string;
  row: string;
  period: string;
  value: string;
  unit: string;
  class: string;
  evidence: string;
}
const HEAD: readonly (keyof TypedRow)[] = ["activity", "parameter", "row", "period", "value", "unit", "class", "evidence"];

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvOf(rows: readonly TypedRow[]): string {
  return [HEAD.join(","), ...rows.map((row) => HEAD.map((name) => field(row[name])).join(","))].join("\n") + "\n";
}

// The months of a period; one that it holds only in part is given by its days.
export function monthsOf(first: string, last: string): string[] {
  const out: string[] = [];
  if (!/^\d{4}-\d{2}-\d{2}$/.test(first) || !/^\d{4}-\d{2}-\d{2}$/.test(last) || first > last) return out;
  let year = Number(first.slice(0, 4));
  let month = Number(first.slice(5, 7));
  for (let guard = 0; guard < 240; guard += 1) {
    const name = `${year}-${String(month).padStart(2, "0")}`;
    const end = `${name}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, "0")}`;
    const begin = `${name}-01`;
    if (begin > last) break;
    const from = first > begin ? first : begin;
    const to = last < end ? last : end;
    out.push(from === begin && to === end ? name : `${from}..${to}`);
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
  return out;
}
