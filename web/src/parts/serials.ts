// Serials as people write them, one block a line: "3:1-120" is batch 3, numbers 1 to 120. The server's ranges end before their `end`.
export interface SerialRange {
  batch: number;
  first: string;
  end: string;
}

// Undefined where a line cannot be read.
export function serialsOf(text: string): SerialRange[] | undefined {
  const lines = text
    .normalize("NFKC")
    .split(/[\n,、]/)
    .map((line) => line.replace(/\s/g, "").replace(/[〜~‐-―−]/g, "-"))
    .filter(Boolean);
  const ranges: SerialRange[] = [];
  for (const line of lines) {
    const found = /^(\d+):(\d+)(?:-(\d+))?$/.exec(line);
    if (!found) return undefined;
    const first = BigInt(found[2]!);
    const last = BigInt(found[3] ?? found[2]!);
    if (last < first) return undefined;
    ranges.push({ batch: Number(found[1]), first: String(first), end: String(last + 1n) });
  }
  return ranges.length > 0 ? ranges : undefined;
}
