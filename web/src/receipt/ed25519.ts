// Ed25519 (RFC 8032) by WebCrypto where the browser has it, else by a small library. Both take keys and signatures that no honest signer makes: points of small
// order, under which one signature fits every message, and other spellings of a point. sumi-verify (libsodium) refuses these, so they are refused here first.
import * as noble from "@noble/ed25519";

const P = (1n << 255n) - 19n;

// The y coordinates of the eight points of small order, and p - 1, p, p + 1 as they are also written (libsodium, ge25519_has_small_order).
const SMALL_ORDER = new Set(
  [
    0n,
    1n,
    P - 1n,
    P,
    P + 1n,
    0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n,
    0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n,
  ].map(String),
);

function y(point: Uint8Array): bigint {
  let value = 0n;
  for (let i = 31; i >= 0; i -= 1) value = (value << 8n) | BigInt(i === 31 ? point[i]! & 0x7f : point[i]!);
  return value;
}

function soundPoint(point: Uint8Array, canonical: boolean): boolean {
  const value = y(point);
  return !SMALL_ORDER.has(String(value)) && (!canonical || value < P);
}

// Copies, because a view of a larger buffer is not what every WebCrypto takes.
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

let webcrypto: boolean | undefined;

async function byWebCrypto(key: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean | undefined> {
  if (webcrypto === false) return undefined;
  try {
    const imported = await crypto.subtle.importKey("raw", own(key), { name: "Ed25519" }, false, ["verify"]);
    webcrypto = true;
    return await crypto.subtle.verify({ name: "Ed25519" }, imported, own(signature), own(message));
  } catch (error) {
    // A browser without the algorithm says so by this name; a key that is no point is refused by another.
    if (webcrypto === true && !(error instanceof DOMException && error.name === "NotSupportedError")) return false;
    webcrypto = false;
    return undefined;
  }
}

// `engine`: for tests.
export async function verifySignature(key: Uint8Array, message: Uint8Array, signature: Uint8Array, engine: "any" | "library" = "any"): Promise<boolean> {
  if (key.length !== 32 || signature.length !== 64) return false;
  if (!soundPoint(key, true) || !soundPoint(signature.subarray(0, 32), false)) return false;
  if (engine === "any") {
    const told = await byWebCrypto(key, message, signature);
    if (told !== undefined) return told;
  }
  try {
    return await noble.verifyAsync(own(signature), own(message), own(key), { zip215: false });
  } catch {
    return false;
  }
}
