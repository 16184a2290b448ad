// A QR code of a short text, drawn in the browser: a secret of the second factor never leaves for a drawing service. ISO/IEC 18004, byte mode, error
// correction M, versions 1 to 10 (at most 213 bytes); qr.test.ts reads the result back with an independent program.

// For level M, by version: codewords of data in all, error-correction codewords per block, number of blocks (table 9 of the standard).
const LEVEL_M: readonly (readonly [number, number, number])[] = [
  [16, 10, 1],
  [28, 16, 1],
  [44, 26, 1],
  [64, 18, 2],
  [86, 24, 2],
  [108, 16, 4],
  [124, 18, 4],
  [154, 22, 4],
  [182, 22, 5],
  [216, 26, 5],
];
// Middles of the alignment patterns (annex E).
const ALIGNED: readonly (readonly number[])[] = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50]];

// GF(256) with x^8 + x^4 + x^3 + x^2 + 1.
const EXP = new Uint8Array(512);
const LOG = new Uint8Array(256);
for (let i = 0, x = 1; i < 255; i += 1) {
  EXP[i] = EXP[i + 255] = x;
  LOG[x] = i;
  x = x & 0x80 ? (x << 1) ^ 0x11d : x << 1;
}
const times = (a: number, b: number) => (a && b ? EXP[LOG[a]! + LOG[b]!]! : 0);

function remainder(data: readonly number[], count: number): number[] {
  let generator = [1];
  for (let i = 0; i < count; i += 1) {
    const next = [...generator, 0];
    generator.forEach((g, j) => (next[j + 1]! ^= times(g, EXP[i]!)));
    generator = next;
  }
  const work = [...data, ...new Array<number>(count).fill(0)];
  for (let i = 0; i < data.length; i += 1) {
    const lead = work[i]!;
    if (lead) generator.forEach((g, j) => (work[i + j]! ^= times(g, lead)));
  }
  return work.slice(data.length);
}

function codewords(bytes: Uint8Array, version: number): number[] {
  const [total, correction, blocks] = LEVEL_M[version - 1]!;
  const bits: number[] = [];
  const put = (value: number, length: number) => {
    for (let i = length - 1; i >= 0; i -= 1) bits.push((value >>> i) & 1);
  };
  put(4, 4);
  put(bytes.length, version < 10 ? 8 : 16);
  bytes.forEach((byte) => put(byte, 8));
  put(0, Math.min(4, total * 8 - bits.length));
  while (bits.length % 8) bits.push(0);
  const data: number[] = [];
  for (let i = 0; i < bits.length; i += 8) data.push(bits.slice(i, i + 8).reduce((sum, bit) => sum * 2 + bit, 0));
  for (let pad = 0xec; data.length < total; pad ^= 0xec ^ 0x11) data.push(pad);

  // The later blocks take the codewords that do not divide evenly; then all are woven together.
  const short = Math.floor(total / blocks);
  const parts: number[][] = [];
  for (let i = 0, at = 0; i < blocks; i += 1) {
    const length = short + (i >= blocks - (total % blocks) ? 1 : 0);
    parts.push(data.slice(at, at + length));
    at += length;
  }
  const corrections = parts.map((part) => remainder(part, correction));
  const woven: number[] = [];
  for (let i = 0; i <= short; i += 1) parts.forEach((part) => i < part.length && woven.push(part[i]!));
  for (let i = 0; i < correction; i += 1) corrections.forEach((part) => woven.push(part[i]!));
  return woven;
}

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

// The remainder of value * 2^n by a generator of degree n: the check bits of format (BCH 15,5) and version (BCH 18,6).
function bch(value: number, generator: number, n: number): number {
  let rest = value << n;
  for (let i = 31 - Math.clz32(rest); i >= n; i = 31 - Math.clz32(rest)) rest ^= generator << (i - n);
  return (value << n) | rest;
}

class Grid {
  readonly size: number;
  readonly dark: boolean[][];
  readonly fixed: boolean[][];
  constructor(readonly version: number) {
    this.size = 17 + 4 * version;
    const rows = () => Array.from({ length: this.size }, () => new Array<boolean>(this.size).fill(false));
    this.dark = rows();
    this.fixed = rows();
  }
  set(x: number, y: number, dark: boolean) {
    if (x < 0 || y < 0 || x >= this.size || y >= this.size) return;
    this.dark[y]![x] = dark;
    this.fixed[y]![x] = true;
  }
  patterns() {
    for (let i = 0; i < this.size; i += 1) {
      this.set(6, i, i % 2 === 0);
      this.set(i, 6, i % 2 === 0);
    }
    for (const [cx, cy] of [
      [3, 3],
      [this.size - 4, 3],
      [3, this.size - 4],
    ] as const) {
      for (let dy = -4; dy <= 4; dy += 1) for (let dx = -4; dx <= 4; dx += 1) this.set(cx + dx, cy + dy, ![2, 4].includes(Math.max(Math.abs(dx), Math.abs(dy))));
    }
    const middles = ALIGNED[this.version - 1]!;
    const end = middles.length - 1;
    middles.forEach((cy, i) =>
      middles.forEach((cx, j) => {
        if ((i === 0 && j === 0) || (i === 0 && j === end) || (i === end && j === 0)) return;
        for (let dy = -2; dy <= 2; dy += 1) for (let dx = -2; dx <= 2; dx += 1) this.set(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
      }),
    );
    if (this.version >= 7) {
      const bits = bch(this.version, 0x1f25, 12);
      for (let i = 0; i < 18; i += 1) {
        const dark = ((bits >>> i) & 1) === 1;
        const a = this.size - 11 + (i % 3);
        const b = Math.floor(i / 3);
        this.set(a, b, dark);
        this.set(b, a, dark);
      }
    }
  }
  format(mask: number) {
    // Level M has the bits 00.
    const bits = bch(mask, 0x537, 10) ^ 0x5412;
    const bit = (i: number) => ((bits >>> i) & 1) === 1;
    for (let i = 0; i <= 5; i += 1) this.set(8, i, bit(i));
    this.set(8, 7, bit(6));
    this.set(8, 8, bit(7));
    this.set(7, 8, bit(8));
    for (let i = 9; i < 15; i += 1) this.set(14 - i, 8, bit(i));
    for (let i = 0; i < 8; i += 1) this.set(this.size - 1 - i, 8, bit(i));
    for (let i = 8; i < 15; i += 1) this.set(8, this.size - 15 + i, bit(i));
    this.set(8, this.size - 8, true);
  }
  // Two columns at a time from the right, up and down in turn.
  data(words: readonly number[], mask: number) {
    let at = 0;
    for (let right = this.size - 1; right >= 1; right -= 2) {
      if (right === 6) right = 5;
      for (let step = 0; step < this.size; step += 1) {
        for (const x of [right, right - 1]) {
          const y = ((right + 1) & 2) === 0 ? this.size - 1 - step : step;
          if (this.fixed[y]![x]) continue;
          const bit = at < words.length * 8 ? (words[at >>> 3]! >>> (7 - (at & 7))) & 1 : 0;
          this.dark[y]![x] = (bit === 1) !== MASKS[mask]!(x, y);
          at += 1;
        }
      }
    }
  }
  // How hard it is to read (clause 7.8.3): runs, blocks of four, what looks like a corner, and the share of dark.
  penalty(): number {
    let sum = 0;
    let dark = 0;
    const line = (cell: (i: number) => boolean) => {
      let run = 0;
      for (let i = 0; i < this.size; i += 1) {
        run = i > 0 && cell(i) === cell(i - 1) ? run + 1 : 1;
        if (run === 5) sum += 3;
        else if (run > 5) sum += 1;
        const like = (offset: number) => [1, 0, 1, 1, 1, 0, 1].every((bit, k) => cell(i + offset + k) === (bit === 1));
        const pale = (from: number) => [0, 1, 2, 3].every((k) => !cell(from + k));
        if (i + 11 <= this.size && ((pale(i) && like(4)) || (like(0) && pale(i + 7)))) sum += 40;
      }
    };
    for (let i = 0; i < this.size; i += 1) {
      line((k) => this.dark[i]![k]!);
      line((k) => this.dark[k]![i]!);
    }
    for (let y = 0; y < this.size; y += 1) {
      for (let x = 0; x < this.size; x += 1) {
        if (this.dark[y]![x]) dark += 1;
        if (x > 0 && y > 0 && [this.dark[y]![x - 1], this.dark[y - 1]![x], this.dark[y - 1]![x - 1]].every((one) => one === this.dark[y]![x])) sum += 3;
      }
    }
    return sum + 10 * Math.floor(Math.abs((dark * 20) / (this.size * this.size) - 10));
  }
}

// Rows of modules, true where dark, without the quiet zone. Throws RangeError for a text that is too long.
export function qrCode(text: string): boolean[][] {
  const bytes = new TextEncoder().encode(text);
  const version = LEVEL_M.findIndex(([total], i) => bytes.length + (i < 9 ? 2 : 3) <= total) + 1;
  if (version === 0) throw new RangeError("the text is too long for a QR code of version 10");
  const words = codewords(bytes, version);
  let best: Grid | undefined;
  let least = Infinity;
  for (let mask = 0; mask < 8; mask += 1) {
    const grid = new Grid(version);
    grid.patterns();
    grid.format(mask);
    grid.data(words, mask);
    const penalty = grid.penalty();
    if (penalty < least) {
      least = penalty;
      best = grid;
    }
  }
  return best!.dark;
}

// The same as one path of an SVG whose view box is the modules and a quiet zone of four on each side.
export function qrPath(modules: readonly (readonly boolean[])[]): { path: string; size: number } {
  let path = "";
  modules.forEach((row, y) => row.forEach((dark, x) => (path += dark ? `M${x + 4} ${y + 4}h1v1h-1z` : "")));
  return { path, size: modules.length + 8 };
}
