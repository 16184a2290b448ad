// Bytes as the journal writes them (src/base/codec.h): unsigned varints in their shortest form, zigzag, blobs; and base64 and hexadecimal texts.

// What was read is not what the format allows. `line` where it is a line of a text file.
export class FormatError extends Error {
  readonly line: number | undefined;
  constructor(reason: string, line?: number) {
    super(reason);
    this.name = "FormatError";
    this.line = line;
  }
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = new Map([...ALPHABET].map((letter, i) => [letter, i]));

export function toBase64(bytes: Uint8Array): string {
  let out = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i]!, bytes[i + 1], bytes[i + 2]];
    out += ALPHABET[a >> 2]! + ALPHABET[((a & 3) << 4) | ((b ?? 0) >> 4)]!;
    out += b === undefined ? "=" : ALPHABET[((b & 15) << 2) | ((c ?? 0) >> 6)]!;
    out += c === undefined ? "=" : ALPHABET[c & 63]!;
  }
  return out;
}

// Standard base64 with padding (RFC 4648 section 4); one value has one text.
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const bare = text.replace(/={1,2}$/, "");
  const bytes = new Uint8Array(Math.floor((bare.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of bare) {
    const value = VALUES.get(letter);
    if (value === undefined) return undefined;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
    }
  }
  return toBase64(bytes) === text ? bytes : undefined;
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

export class ByteReader {
  private at = 0;
  constructor(private readonly bytes: Uint8Array) {}

  u8(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new FormatError("the bytes end too early");
    this.at += 1;
    return byte;
  }
  varint(): bigint {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = this.u8();
      if (shift === 63n && byte > 1) throw new FormatError("a number is too large");
      value |= BigInt(byte & 0x7f) << shift;
      if ((byte & 0x80) === 0) {
        if (byte === 0 && shift !== 0n) throw new FormatError("a number is not in its shortest form");
        return value;
      }
    }
  }
  zigzag(): bigint {
    const value = this.varint();
    return (value >> 1n) ^ -(value & 1n);
  }
  raw(length: number): Uint8Array {
    if (this.bytes.length - this.at < length) throw new FormatError("the bytes end too early");
    const part = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return part;
  }
  blob(): Uint8Array {
    const length = this.varint();
    if (length > BigInt(this.bytes.length)) throw new FormatError("the bytes end too early");
    return this.raw(Number(length));
  }
  rest(): Uint8Array {
    return this.raw(this.bytes.length - this.at);
  }
  end(): void {
    if (this.at !== this.bytes.length) throw new FormatError("bytes follow the end");
  }
}
