// What a receipt proves, found out by the browser itself: the signature on the head of the journal's tree (Ed25519), that the entry is in that tree (RFC 6962,
// SHA-256), and every sealed value that the receipt opens. Nothing is asked of a server. The verdict is that of sumi-verify.
import { FormatError, hexOf, joined, same } from "./bytes";
import { verifySignature } from "./ed25519";
import { checkpointBody, entryOf, parseReceipt, type EntryParts, type Receipt } from "./receipt";

export type Fault =
  | "unreadable" // the file is no receipt as the format has it
  | "key_id" // the key's printed id is not the key's
  | "key_pinned" // signed by another key than the one that was pinned
  | "signer" // the signature's name or id is not the key's
  | "signature" // the signature does not hold
  | "inclusion" // the entry is not in the signed tree
  | "entry" // the entry's bytes cannot be read
  | "opening"; // an opened value is not the entry's

export interface VerifiedOpening {
  part: "public" | "party";
  offset: number;
  commitment: Uint8Array;
  value: Uint8Array;
}
export interface Verified {
  receipt: Receipt;
  entry: EntryParts;
  opened: VerifiedOpening[];
  fingerprint: string;
  pinned: boolean;
}
export type Verdict = { holds: true; verified: Verified } | { holds: false; fault: Fault; reason: string; line: number | undefined };

export async function sha256(...parts: readonly Uint8Array[]): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(joined(...parts))));
}

const byte = (value: number) => new Uint8Array([value]);

// RFC 6962, section 2.1.1, as RFC 9162, section 2.1.3.2 checks it. The index and the size are 64 bits wide.
export async function rootFrom(leaf: Uint8Array, index: bigint, size: bigint, proof: readonly Uint8Array[]): Promise<Uint8Array | undefined> {
  if (index < 0n || index >= size) return undefined;
  let fn = index;
  let sn = size - 1n;
  let hash = leaf;
  for (const sibling of proof) {
    if (sn === 0n) return undefined;
    if ((fn & 1n) === 1n || fn === sn) {
      hash = await sha256(byte(1), sibling, hash);
      while ((fn & 1n) === 0n && fn !== 0n) {
        fn >>= 1n;
        sn >>= 1n;
      }
    } else {
      hash = await sha256(byte(1), hash, sibling);
    }
    fn >>= 1n;
    sn >>= 1n;
  }
  return sn === 0n ? hash : undefined;
}

export async function fingerprintOf(name: string, key: Uint8Array): Promise<Uint8Array> {
  return sha256(new TextEncoder().encode(name), new Uint8Array([0x0a, 0x01]), key);
}

function indexOf(body: Uint8Array, wanted: Uint8Array): number {
  for (let at = 0; at + wanted.length <= body.length; at += 1) {
    if (same(body.subarray(at, at + wanted.length), wanted)) return at;
  }
  return -1;
}

async function openings(receipt: Receipt, entry: EntryParts): Promise<VerifiedOpening[] | string> {
  const out: VerifiedOpening[] = [];
  for (const one of receipt.opened) {
    const commitment = await sha256(byte(3), one.salt, one.value);
    let part: "public" | "party" = "public";
    let offset = indexOf(entry.publicBody, commitment);
    if (offset < 0 && entry.partyBody) {
      part = "party";
      offset = indexOf(entry.partyBody, commitment);
    }
    if (offset < 0) return "the entry holds no such commitment";
    const before = out[out.length - 1];
    const place = (at: { part: string; offset: number }) => (at.part === "party" ? 1e9 : 0) + at.offset;
    if (before && place({ part, offset }) <= place(before)) return "it does not stand in the order of the entry";
    out.push({ part, offset, commitment, value: one.value });
  }
  return out;
}

const no = (fault: Fault, reason: string, line?: number): Verdict => ({ holds: false, fault, reason, line });

// `pin`: the fingerprint (64 hexadecimal digits) of the only key to accept.
export async function verifyReceipt(bytes: Uint8Array, pin?: string, engine: "any" | "library" = "any"): Promise<Verdict> {
  let receipt: Receipt;
  try {
    receipt = parseReceipt(bytes);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return no("unreadable", error.message, error.line);
  }
  const { key, checkpoint } = receipt;
  const fingerprint = await fingerprintOf(key.name, key.bytes);
  const print = hexOf(fingerprint);
  if (print.slice(0, 8) !== key.id) return no("key_id", "the key id does not belong to the key");
  if (pin !== undefined && pin !== print) return no("key_pinned", "the receipt is signed by another key");
  if (checkpoint.signature.name !== key.name || !same(checkpoint.signature.id, fingerprint.subarray(0, 4))) return no("signer", "the checkpoint is not signed by this key");
  const message = new TextEncoder().encode(checkpointBody(checkpoint));
  if (!(await verifySignature(key.bytes, message, checkpoint.signature.bytes, engine))) return no("signature", "the signature does not hold");
  const commitment = receipt.commitment ?? (await sha256(byte(2), receipt.salt!, receipt.partyBytes!));
  const leaf = await sha256(byte(0), receipt.publicBytes, commitment);
  const root = await rootFrom(leaf, receipt.entry - 1n, checkpoint.size, receipt.proof);
  if (!root || !same(root, checkpoint.root)) return no("inclusion", "the entry is not in the signed tree");
  let entry: EntryParts;
  try {
    entry = entryOf(receipt);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return no("entry", error.message);
  }
  const opened = await openings(receipt, entry);
  if (typeof opened === "string") return no("opening", opened);
  return { holds: true, verified: { receipt, entry, opened, fingerprint: print, pinned: pin !== undefined } };
}
