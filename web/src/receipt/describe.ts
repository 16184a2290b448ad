// An entry in words: its fields by types.json, which sumi-verify writes (web/receipt-types.mjs). What the file does not know is shown as bytes.
import { ByteReader, FormatError, hexOf, same } from "./bytes";
import types from "./types.json";
import type { Verified, VerifiedOpening } from "./verify";

type Kind = string | { enum: string } | { vector: Kind } | { optional: Kind } | { struct: [string, Kind][] };
interface EntryType {
  type: number;
  version: number;
  name: string;
  ja: string;
  en: string;
  fields: [string, "public" | "party", Kind][];
}
const TYPES = types.types as unknown as EntryType[];
const ENUMS = types.enums as unknown as Record<string, Record<string, [string, string]>>;
const WORDS = types.words as unknown as Record<string, [string, string]>;

type Language = "ja" | "en";

// A value as people read it: a text, a list, or named values. `undefined`: not given.
export type Told = string | Told[] | { name: string; value: Told }[] | { batch: string; first: bigint; last: bigint } | undefined;
export interface Field {
  name: string;
  value: Told;
}
export interface Description {
  known: boolean;
  command: string;
  act: string;
  publicFields: Field[];
  partyFields: Field[];
  // Opened values that no sealed field of a known type holds: then the receipt does not hold.
  strangers: VerifiedOpening[];
}

export function fieldWord(name: string, language: Language): string {
  const words = WORDS[name];
  return words ? words[language === "ja" ? 0 : 1] : name.replaceAll("_", " ");
}
export function actWord(command: string, language: Language): string {
  const type = TYPES.find((one) => one.name === command);
  return type ? type[language] : command;
}

// Foreign text must not turn the direction of what stands around it (src/verify/report.cc).
export function harmless(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, " ");
}

export function dayText(days: bigint | number): string {
  const date = new Date(Number(days) * 86_400_000);
  return Number.isNaN(date.getTime()) ? String(days) : date.toISOString().slice(0, 10);
}

class Describer {
  readonly sealed: Uint8Array[] = [];
  constructor(
    private readonly verified: Verified,
    private readonly language: Language,
  ) {}

  fields(type: EntryType, part: "public" | "party", body: Uint8Array): Field[] {
    const reader = new ByteReader(body);
    const out: Field[] = [];
    for (const [name, of, kind] of type.fields) {
      if (of === part) out.push({ name, value: this.value(reader, kind) });
    }
    reader.end();
    return out;
  }

  private value(reader: ByteReader, kind: Kind): Told {
    if (typeof kind === "string") return this.scalar(reader, kind);
    if ("enum" in kind) {
      const number = String(reader.varint());
      const words = ENUMS[kind.enum]?.[number];
      return words ? (this.language === "ja" ? words[1] : words[0].replaceAll("_", " ")) : number;
    }
    if ("optional" in kind) return this.flag(reader) ? this.value(reader, kind.optional) : undefined;
    if ("vector" in kind) {
      const count = reader.varint();
      if (count > 65_536n) throw new FormatError("a list is too long");
      const list: Told[] = [];
      for (let i = 0n; i < count; i += 1n) list.push(this.value(reader, kind.vector));
      return list;
    }
    return this.struct(reader, kind.struct);
  }

  // Serials are [first, end) in the bytes and inclusive in print.
  private struct(reader: ByteReader, fields: [string, Kind][]): Told {
    if (fields.map(([name]) => name).join() === "batch,first,end") {
      const [batch, first, end] = [reader.varint(), reader.varint(), reader.varint()];
      return { batch: String(batch), first, last: end - 1n };
    }
    return fields.map(([name, kind]) => ({ name, value: this.value(reader, kind) }));
  }

  private flag(reader: ByteReader): boolean {
    const byte = reader.u8();
    if (byte > 1) throw new FormatError("this is neither yes nor no");
    return byte === 1;
  }

  private scalar(reader: ByteReader, kind: string): Told {
    switch (kind) {
      case "bool":
        return this.flag(reader) ? (this.language === "ja" ? "はい" : "yes") : this.language === "ja" ? "いいえ" : "no";
      case "number": {
        const value = reader.varint();
        return value === 0n ? undefined : String(value);
      }
      case "varint":
        return String(reader.varint());
      case "zigzag":
        return String(reader.zigzag());
      case "date":
        return dayText(reader.zigzag());
      case "fiscal_year": {
        const year = reader.zigzag();
        return year === 0n ? undefined : this.language === "ja" ? `${year}年度` : `FY${year}`;
      }
      case "instant":
        return new Date(Number(reader.zigzag())).toISOString();
      case "period":
        return `${dayText(reader.zigzag())} .. ${dayText(reader.zigzag())}`;
      case "string": {
        const bytes = reader.blob();
        return bytes.length === 0 ? undefined : this.text(bytes);
      }
      case "bytes16":
        return hexOf(reader.raw(16));
      case "bytes32":
        return hexOf(reader.raw(32));
      case "sealed":
        return this.sealedField(reader);
      default:
        throw new FormatError(`unknown kind ${kind}`);
    }
  }

  private text(bytes: Uint8Array): string {
    try {
      return harmless(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    } catch {
      return hexOf(bytes);
    }
  }

  private sealedField(reader: ByteReader): Told {
    if (!this.flag(reader)) return undefined;
    const commitment = reader.raw(32);
    this.sealed.push(commitment);
    const opened = this.verified.opened.find((one) => same(one.commitment, commitment));
    if (opened) return this.text(opened.value);
    return this.language === "ja" ? `封印されています(${hexOf(commitment).slice(0, 16)}…)` : `sealed (${hexOf(commitment).slice(0, 16)}…)`;
  }
}

export function describe(verified: Verified, language: Language): Description {
  const { header, publicBody, partyBody } = verified.entry;
  const type = TYPES.find((one) => one.type === header.type && one.version === header.version);
  const unknown: Description = {
    known: false,
    command: "",
    act: language === "ja" ? `このページの知らない種類(${header.type}.${header.version})` : `of a kind unknown to this page (${header.type}.${header.version})`,
    publicFields: [{ name: "public_bytes", value: hexOf(publicBody) }],
    partyFields: partyBody ? [{ name: "party_bytes", value: hexOf(partyBody) }] : [],
    strangers: [],
  };
  if (!type) return unknown;
  const describer = new Describer(verified, language);
  try {
    const publicFields = describer.fields(type, "public", publicBody);
    const partyFields = partyBody ? describer.fields(type, "party", partyBody) : [];
    const strangers = verified.opened.filter((one) => !describer.sealed.some((commitment) => same(commitment, one.commitment)));
    return { known: true, command: type.name, act: type[language], publicFields, partyFields, strangers };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return unknown;
  }
}
