// The whole check as the page makes it: the proof, then that every opened value is a sealed field of the act, as sumi-verify does. The pin of a journal is asked
// for by its origin, which the receipt names.
import { describe } from "./describe";
import { parseReceipt } from "./receipt";
import { verifyReceipt, type Verdict } from "./verify";

export type Checked = Verdict;

// Under which name a browser keeps the fingerprint of the key that it accepts for a journal.
export const pinName = (origin: string) => `receipt-key.${origin}`;

export async function checkReceipt(bytes: Uint8Array, pinOf: (origin: string) => string | undefined, engine: "any" | "library" = "any"): Promise<Checked> {
  let pin: string | undefined;
  try {
    pin = pinOf(parseReceipt(bytes).checkpoint.origin);
  } catch {
    // What cannot be read is told by verifyReceipt, with its line.
  }
  const verdict = await verifyReceipt(bytes, pin, engine);
  if (!verdict.holds) return verdict;
  const description = describe(verdict.verified, "en");
  if (description.strangers.length > 0) return { holds: false, fault: "opening", reason: "the act has no such sealed field", line: undefined };
  return verdict;
}
