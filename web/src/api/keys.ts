// Idempotency keys. A command's key is made when it is first sent and kept in this tab until the server has answered it, so that a lost answer, a
// second press of the button or a reload asks for the same act again and never for a second one.
import { forget, recall, remember } from "../memory";

// The same value gives the same text, whatever the order of its fields.
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value && typeof value === "object") {
    const fields = Object.entries(value as Record<string, unknown>).filter(([, v]) => v !== undefined);
    fields.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${fields.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}

// Names what is asked for in this tab; no secret, and only of what one person types: 53 bits of cyrb53 suffice, and the body itself is not kept.
function nameOf(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36) + text.length.toString(36);
}

function fresh(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// `act`: everything that makes this request what it is: path, organisation, body.
export function keyOf(act: unknown): string {
  const name = `key.${nameOf(canonical(act))}`;
  const kept = recall(name, "session");
  if (kept) return kept;
  const key = fresh();
  remember(name, key, "session");
  return key;
}

export function answered(act: unknown): void {
  forget(`key.${nameOf(canonical(act))}`, "session");
}
