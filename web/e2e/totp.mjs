// The code of an authenticator (RFC 6238: HMAC-SHA1, six digits, 30 seconds), computed here and not by the program under test.
import { createHmac } from "node:crypto";

export function unbase32(text) {
  const bits = [...text.toUpperCase().replace(/[\s=]/g, "")].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter));
  if (bits.includes(-1)) throw new Error(`no base 32: ${text}`);
  const all = bits.map((value) => value.toString(2).padStart(5, "0")).join("");
  return Buffer.from(all.match(/.{8}/g)?.map((byte) => parseInt(byte, 2)) ?? []);
}

export function totp(secret, at = Date.now(), digits = 6) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const mac = createHmac("sha1", Buffer.isBuffer(secret) ? secret : unbase32(secret)).update(counter).digest();
  const offset = mac[19] & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, "0");
}
