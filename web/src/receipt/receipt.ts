// A receipt as a text file (src/journal/receipt.h), read line by line. One receipt has one text: what is read is written again and compared.
import { ByteReader, FormatError, fromBase64, toBase64 } from "./bytes";

// The limits are those of src/base/limits.h.
export const RECEIPT_BYTES_MAX = 256 * 1024;
const TITLE = "sumi receipt v1";
const PROOF_MAX = 62;
const SEALED_VALUE_MAX = 16 * 1024;
const NAME_BYTES_MAX = 128;

export interface PublicKey {
  name: string;
  bytes: Uint8Array;
  // As it is printed: NAME+KEYID+BASE64. The key id is compared with the key where the receipt is verified.
  id: string;
}
export interface Signature {
  name: string;
  id: Uint8Array;
  bytes: Uint8Array;
}
export interface Checkpoint {
  origin: string;
  kind: "production" | "demo" | "training";
  size: bigint;
  root: Uint8Array;
  signature: Signature;
}
export interface Opened {
  salt: Uint8Array;
  value: Uint8Array;
}
export interface Receipt {
  kind: "public" | "party";
  entry: bigint;
  publicBytes: Uint8Array;
  commitment: Uint8Array | undefined; // of a public receipt
  salt: Uint8Array | undefined; // of a party receipt, with
  partyBytes: Uint8Array | undefined; // these
  proof: Uint8Array[];
  opened: Opened[];
  key: PublicKey;
  checkpoint: Checkpoint;
}

export function checkpointBody(checkpoint: Checkpoint): string {
  return `${checkpoint.origin}\n${checkpoint.size}\n${toBase64(checkpoint.root)}\n`;
}

export function textOf(receipt: Receipt): string {
  const lines = [TITLE, `kind ${receipt.kind}`, `entry ${receipt.entry}`, `public ${toBase64(receipt.publicBytes)}`];
  if (receipt.kind === "public") lines.push(`commitment ${toBase64(receipt.commitment!)}`);
  else lines.push(`salt ${toBase64(receipt.salt!)}`, `party ${toBase64(receipt.partyBytes!)}`);
  for (const hash of receipt.proof) lines.push(`proof ${toBase64(hash)}`);
  for (const one of receipt.opened) lines.push(`open ${toBase64(one.salt)} ${toBase64(one.value)}`);
  const { key, checkpoint } = receipt;
  lines.push(`key ${key.name}+${key.id}+${toBase64(new Uint8Array([1, ...key.bytes]))}`, "checkpoint");
  const { signature } = checkpoint;
  return `${lines.join("\n")}\n${checkpointBody(checkpoint)}\n\u2014 ${signature.name} ${toBase64(new Uint8Array([...signature.id, ...signature.bytes]))}\n`;
}

class Lines {
  private at = 0;
  private readonly lines: string[];
  constructor(text: string) {
    if (!text.endsWith("\n")) throw new FormatError("the file does not end with a line break");
    this.lines = text.slice(0, -1).split("\n");
  }
  get number(): number {
    return this.at + 1;
  }
  get done(): boolean {
    return this.at === this.lines.length;
  }
  refuse(reason: string): FormatError {
    return new FormatError(reason, this.number);
  }
  next(): string {
    const line = this.lines[this.at];
    if (line === undefined) throw this.refuse("the file ends too early");
    this.at += 1;
    return line;
  }
  isAt(word: string): boolean {
    return this.lines[this.at]?.startsWith(`${word} `) ?? false;
  }
  value(word: string): string {
    if (!this.isAt(word)) throw this.refuse(`a line "${word}" is due here`);
    return this.next().slice(word.length + 1);
  }
  word(word: string): void {
    if (this.lines[this.at] !== word) throw this.refuse(`a line "${word}" is due here`);
    this.at += 1;
  }
  base64(text: string, length?: number): Uint8Array {
    const bytes = fromBase64(text);
    if (!bytes || (length !== undefined && bytes.length !== length)) {
      this.at -= 1;
      throw this.refuse(length === undefined ? "this is not base64" : `this is not base64 of ${length} bytes`);
    }
    return bytes;
  }
}

// Without '+', controls, spaces of any kind and marks of direction, which would let two names look alike.
const IN_NO_NAME = /[\u0000-\u0020+\u007f-\u00a0\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000]/;
function validName(name: string): boolean {
  return name.length > 0 && new TextEncoder().encode(name).length <= NAME_BYTES_MAX && !IN_NO_NAME.test(name);
}

export function parseKey(text: string): PublicKey | undefined {
  const parts = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text);
  if (!parts || !validName(parts[1]!)) return undefined;
  const bytes = fromBase64(parts[3]!);
  if (!bytes || bytes.length !== 33 || bytes[0] !== 1) return undefined;
  return { name: parts[1]!, id: parts[2]!, bytes: bytes.subarray(1) };
}

function readCheckpoint(lines: Lines): Checkpoint {
  const origin = /^sumi(-demo|-training)?\/[0-9a-f]{32}$/.exec(lines.next());
  if (!origin) throw new FormatError("this is not the origin of a journal", lines.number - 1);
  const size = lines.next();
  if (!/^(0|[1-9][0-9]{0,19})$/.test(size) || BigInt(size) >= 1n << 64n) throw new FormatError("this is not the size of a tree", lines.number - 1);
  const root = lines.base64(lines.next(), 32);
  lines.word("");
  const line = lines.next();
  const parts = /^\u2014 (\S+) (\S+)$/.exec(line);
  if (!parts || !validName(parts[1]!)) throw new FormatError("this is not a signature", lines.number - 1);
  const bytes = lines.base64(parts[2]!, 68);
  if (!lines.done) throw lines.refuse("there is more than one signature");
  const kind = origin[1] === "-demo" ? "demo" : origin[1] === "-training" ? "training" : "production";
  return { origin: origin[0], kind, size: BigInt(size), root, signature: { name: parts[1]!, id: bytes.subarray(0, 4), bytes: bytes.subarray(4) } };
}

function readOpened(lines: Lines): Opened[] {
  const opened: Opened[] = [];
  while (lines.isAt("open")) {
    const parts = lines.value("open").split(" ");
    if (parts.length !== 2) throw new FormatError("this is not a salt and a value", lines.number - 1);
    const one = { salt: lines.base64(parts[0]!, 16), value: lines.base64(parts[1]!) };
    if (one.value.length > SEALED_VALUE_MAX) throw new FormatError("this is not a salt and a value", lines.number - 1);
    opened.push(one);
  }
  return opened;
}

// Throws FormatError.
export function parseReceipt(bytes: Uint8Array): Receipt {
  if (bytes.length > RECEIPT_BYTES_MAX) throw new FormatError("the file is too large for a receipt");
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FormatError("the file is not UTF-8");
  }
  if (!text.startsWith(`${TITLE}\n`)) throw new FormatError("the first line is not that of a receipt", 1);
  const lines = new Lines(text);
  lines.word(TITLE);
  const kind = lines.value("kind");
  if (kind !== "public" && kind !== "party") throw new FormatError("it is neither public nor party", lines.number - 1);
  const number = lines.value("entry");
  if (!/^[1-9][0-9]{0,19}$/.test(number) || BigInt(number) >= 1n << 64n) throw new FormatError("this is not the number of an entry", lines.number - 1);
  const publicBytes = lines.base64(lines.value("public"));
  const commitment = kind === "public" ? lines.base64(lines.value("commitment"), 32) : undefined;
  const salt = kind === "party" ? lines.base64(lines.value("salt"), 16) : undefined;
  const partyBytes = kind === "party" ? lines.base64(lines.value("party")) : undefined;
  const proof: Uint8Array[] = [];
  while (lines.isAt("proof")) {
    proof.push(lines.base64(lines.value("proof"), 32));
    if (proof.length > PROOF_MAX) throw new FormatError("the proof has too many hashes", lines.number - 1);
  }
  const opened = readOpened(lines);
  const key = parseKey(lines.value("key"));
  if (!key) throw new FormatError("this is not a public key", lines.number - 1);
  lines.word("checkpoint");
  const checkpoint = readCheckpoint(lines);
  const receipt: Receipt = { kind, entry: BigInt(number), publicBytes, commitment, salt, partyBytes, proof, opened, key, checkpoint };
  if (textOf(receipt) !== text) throw new FormatError("it is not written as a receipt writes it");
  return receipt;
}

// ---- the entry's header (src/journal/entry.h) ----

export interface EntryHeader {
  type: number;
  version: number;
  time: number; // UTC, ms
  businessDate: number; // days since 1970-01-01, in Japan
  adoption: number;
  organisationIsParty: boolean;
  onBehalfOf: bigint | undefined;
  group: { index: number; count: number } | undefined;
  // Of a party receipt.
  actor: Uint8Array | undefined;
  delegation: bigint | undefined;
  key: Uint8Array | undefined;
}
export interface EntryParts {
  header: EntryHeader;
  publicBody: Uint8Array;
  partyBody: Uint8Array | undefined;
}

const YEAR_10000 = 253_402_300_800_000n;

function bounded(value: bigint, from: bigint, to: bigint): number {
  if (value < from || value > to) throw new FormatError("a field of the entry's header is out of range");
  return Number(value);
}

export function entryOf(receipt: Receipt): EntryParts {
  const reader = new ByteReader(receipt.publicBytes);
  const flags = reader.u8();
  if (flags > 3) throw new FormatError("the entry has unknown flags");
  const type = bounded(reader.varint(), 1n, 65_535n);
  const version = bounded(reader.varint(), 1n, 65_535n);
  const time = bounded(reader.varint(), 0n, YEAR_10000 - 1n);
  const businessDate = bounded(reader.zigzag(), -(1n << 31n), (1n << 31n) - 1n);
  const adoption = bounded(reader.varint(), 0n, (1n << 32n) - 1n);
  const organisationIsParty = (flags & 1) !== 0;
  let onBehalfOf = organisationIsParty ? undefined : reader.varint();
  let group: EntryHeader["group"];
  if (flags & 2) {
    group = { index: bounded(reader.varint(), 0n, 65_535n), count: bounded(reader.varint(), 1n, 65_535n) };
    if (group.index >= group.count) throw new FormatError("the entry's place in its group is out of range");
  }
  const publicBody = reader.rest();
  const header: EntryHeader = { type, version, time, businessDate, adoption, organisationIsParty, onBehalfOf, group, actor: undefined, delegation: undefined, key: undefined };
  if (!receipt.partyBytes) return { header, publicBody, partyBody: undefined };
  const party = new ByteReader(receipt.partyBytes);
  header.actor = party.raw(16);
  if (organisationIsParty) {
    onBehalfOf = party.varint();
    header.onBehalfOf = onBehalfOf;
  }
  header.delegation = party.varint();
  header.key = party.raw(16);
  return { header, publicBody, partyBody: party.rest() };
}
