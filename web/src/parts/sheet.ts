// A list as somebody keeps it, CSV or XLSX, as lines of cells with their number in the file. What a cell means is not this file's to know.
export interface SheetLine {
  line: number;
  cells: string[];
}

// RFC 4180, with a comma, a semicolon or a tab between cells: whichever the first line has most of. A line break inside quotes belongs to its cell.
export function csvLines(text: string): SheetLine[] {
  const first = text.split(/\r\n|\r|\n/, 1)[0] ?? "";
  const between = [",", ";", "\t"].reduce((best, one) => (first.split(one).length > first.split(best).length ? one : best));
  const lines: SheetLine[] = [];
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  let at = 1;
  let begins = 1;
  const end = () => {
    cells.push(cell);
    if (cells.some((one) => one.trim() !== "")) lines.push({ line: begins, cells });
    cells = [];
    cell = "";
  };
  const all = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  for (let i = 0; i < all.length; i += 1) {
    const sign = all[i]!;
    if (sign === "\n") at += 1;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (all[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === between) {
      cells.push(cell);
      cell = "";
    } else if (sign === "\n") {
      end();
      begins = at;
    } else cell += sign;
  }
  if (cell !== "" || cells.length > 0) end();
  return lines;
}

// UTF-8, or what Japanese spreadsheet programs save: Shift_JIS.
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("shift_jis").decode(bytes);
  }
}

// What an entry of the archive may hold once unpacked; a list of thousands of lines has a hundredth of it.
const UNPACKED_MAX = 32 * 1024 * 1024;

async function inflate(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > UNPACKED_MAX) throw new Error("too large");
    parts.push(value);
  }
  const all = new Uint8Array(size);
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0);
  return all;
}

// The files of a ZIP archive by its directory (APPNOTE.TXT of the format, 4.3.12 and 4.3.16), each unpacked when it is asked for.
function archive(bytes: Uint8Array<ArrayBuffer>): Map<string, () => Promise<Uint8Array>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) throw new Error("no archive");
  const found = new Map<string, () => Promise<Uint8Array>>();
  let at = view.getUint32(end + 16, true);
  for (let i = view.getUint16(end + 10, true); i > 0; i -= 1) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Error("no archive");
    const way = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 20, true);
    const named = view.getUint16(at + 28, true);
    const begins = view.getUint32(at + 42, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + named));
    found.set(name, async () => {
      const data = begins + 30 + view.getUint16(begins + 26, true) + view.getUint16(begins + 28, true);
      const packed = bytes.subarray(data, data + size);
      return way === 0 ? packed : inflate(packed);
    });
    at += 46 + named + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return found;
}

const columnOf = (name: string) => [...name].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0) - 1;

// The first sheet of a workbook (ECMA-376 part 1, 18.3). Text and numbers as they are stored; a formula by its last result.
async function workbookLines(bytes: Uint8Array<ArrayBuffer>): Promise<SheetLine[]> {
  const files = archive(bytes);
  const read = async (name: string) => {
    const file = files.get(name);
    return file && new DOMParser().parseFromString(textOf(await file()), "application/xml");
  };
  const elements = (from: Document | Element, name: string) => [...from.getElementsByTagNameNS("*", name)];
  const shared = await read("xl/sharedStrings.xml");
  // Without how it is read aloud (rPh), which Japanese workbooks hold beside the text.
  const plain = (from: Element) =>
    elements(from, "t")
      .filter((one) => one.parentElement?.localName !== "rPh")
      .map((one) => one.textContent ?? "")
      .join("");
  const words = shared ? elements(shared, "si").map(plain) : [];
  const names = [...files.keys()].filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name)).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const sheet = names[0] && (await read(names[0]));
  if (!sheet) throw new Error("no sheet");
  return elements(sheet, "row").flatMap((row, i) => {
    const cells: string[] = [];
    elements(row, "c").forEach((cell, k) => {
      const place = /^[A-Z]+/.exec(cell.getAttribute("r") ?? "")?.[0];
      const value = elements(cell, "v")[0]?.textContent ?? "";
      const kind = cell.getAttribute("t");
      cells[place ? columnOf(place) : k] = kind === "inlineStr" ? plain(cell) : kind === "s" ? (words[Number(value)] ?? "") : value;
    });
    const filled = Array.from(cells, (one) => one ?? "");
    return filled.some((one) => one.trim() !== "") ? [{ line: Number(row.getAttribute("r")) || i + 1, cells: filled }] : [];
  });
}

// Undefined: neither of the two, or broken.
export async function sheetLines(file: Blob): Promise<SheetLine[] | undefined> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) return await workbookLines(bytes);
    return csvLines(textOf(bytes));
  } catch {
    return undefined;
  }
}
