// Receipts in testdata/ were written by `sumi receipt` on the stores of examples/boiler and examples/biochar (file name: the act; ".party": with --party). What
// they must say stands in those examples' stories; sumi-verify is the independent opinion on every change.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { webcrypto } from "node:crypto";
import { hexOf } from "./bytes";
import { checkReceipt } from "./check";
import { describe } from "./describe";
import { verifySignature } from "./ed25519";
import { parseReceipt, textOf } from "./receipt";
import { rootFrom, sha256, verifyReceipt, type Verdict, type Verified } from "./verify";

// Node 18 has it under another name.
(globalThis as { crypto?: unknown }).crypto ??= webcrypto;

const WEB = process.env.SUMI_WEB_DIR!;
const DATA = join(WEB, "src/receipt/testdata");
const names = readdirSync(DATA).filter((name) => name.endsWith(".txt"));
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(DATA, name)));
const none = () => undefined;
const said = (verdict: Verdict) => (verdict.holds ? "holds" : `${verdict.fault}: ${verdict.reason}`);
const hex = (text: string) => new Uint8Array(Buffer.from(text, "hex"));

async function holding(name: string): Promise<Verified> {
  const verdict = await checkReceipt(bytesOf(name), none);
  assert.ok(verdict.holds, `${name}: ${said(verdict)}`);
  return verdict.verified;
}

test("real receipts hold, by WebCrypto and by the library", async () => {
  assert.ok(names.length >= 6);
  for (const name of names) {
    for (const engine of ["any", "library"] as const) {
      const verdict = await checkReceipt(bytesOf(name), none, engine);
      assert.ok(verdict.holds, `${name} by ${engine}: ${said(verdict)}`);
    }
    assert.equal(textOf(parseReceipt(bytesOf(name))), readFileSync(join(DATA, name), "utf8"));
  }
});

test("every single changed byte is refused", async () => {
  for (const name of names) {
    const bytes = bytesOf(name);
    for (let at = 0; at < bytes.length; at += 1) {
      for (const turn of [0x01, 0x20, 0x80]) {
        const changed = bytes.slice();
        changed[at]! ^= turn;
        const verdict = await checkReceipt(changed, none);
        assert.ok(!verdict.holds, `${name}: byte ${at} turned by ${turn} still holds`);
      }
    }
  }
});

test("a byte taken out, put in or cut off is refused", async () => {
  for (const name of names) {
    const bytes = bytesOf(name);
    for (let at = 0; at < bytes.length; at += 7) {
      assert.ok(!(await checkReceipt(new Uint8Array([...bytes.slice(0, at), ...bytes.slice(at + 1)]), none)).holds, `${name}: without byte ${at}`);
      assert.ok(!(await checkReceipt(new Uint8Array([...bytes.slice(0, at), 0x41, ...bytes.slice(at)]), none)).holds, `${name}: one more at ${at}`);
      assert.ok(!(await checkReceipt(bytes.slice(0, at), none)).holds, `${name}: cut at ${at}`);
    }
    const text = readFileSync(join(DATA, name), "utf8");
    for (const other of [text.replaceAll("\n", "\r\n"), `${text}\n`, `\ufeff${text}`, text.replace("sumi receipt v1", "sumi receipt v2")]) {
      assert.ok(!(await checkReceipt(new TextEncoder().encode(other), none)).holds);
    }
  }
});

test("the verdict is that of sumi-verify", async (context) => {
  const program = [process.env.SUMI_VERIFY, join(WEB, "../build/dev/sumi-verify"), join(WEB, "../build/release/sumi-verify")].find((path) => path && existsSync(path));
  if (!program) return context.skip("sumi-verify is not built");
  const folder = mkdtempSync(join(tmpdir(), "sumi-receipt-"));
  try {
    const file = join(folder, "receipt.txt");
    // Unreadable is another exit code than untrue.
    const unreadable = new Set(["unreadable", "key_id"]);
    const compare = async (bytes: Uint8Array, what: string) => {
      writeFileSync(file, bytes);
      const theirs = spawnSync(program, [file]).status;
      const verdict = await checkReceipt(bytes, none);
      const ours = verdict.holds ? 0 : unreadable.has(verdict.fault) ? 2 : 3;
      assert.equal(ours, theirs, `${what}: ${said(verdict)}`);
    };
    for (const name of names) {
      const bytes = bytesOf(name);
      await compare(bytes, name);
      for (let at = 3; at < bytes.length; at += 11) {
        const changed = bytes.slice();
        changed[at]! ^= 0x01;
        await compare(changed, `${name}, byte ${at}`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a pinned key is the only one that is taken", async () => {
  const verified = await holding("confirm-retirement.txt");
  const bytes = bytesOf("confirm-retirement.txt");
  const origin = verified.receipt.checkpoint.origin;
  const pinned = await checkReceipt(bytes, (asked) => (asked === origin ? verified.fingerprint : undefined));
  assert.ok(pinned.holds && pinned.verified.pinned);
  const other = await checkReceipt(bytes, () => "0".repeat(64));
  assert.ok(!other.holds && other.fault === "key_pinned");
});

test("an opened value may be left out, and may not be another", async () => {
  const name = "request-retirement.party.txt";
  const text = readFileSync(join(DATA, name), "utf8");
  const verified = await holding(name);
  assert.equal(verified.opened.length, 1);
  const without = text.replace(/^open .*\n/m, "");
  assert.notEqual(without, text);
  const less = await checkReceipt(new TextEncoder().encode(without), none);
  assert.ok(less.holds && less.verified.opened.length === 0);
  const other = text.replace(/^open (\S+) \S+$/m, "open $1 YQ==");
  const verdict = await checkReceipt(new TextEncoder().encode(other), none);
  assert.ok(!verdict.holds && verdict.fault === "opening");
});

// examples/boiler: the second certification's batches; 9 t are retired by the printing company for its report of fiscal 2026.
test("a retirement is told in words", async () => {
  const verified = await holding("confirm-retirement.txt");
  const told = describe(verified, "en");
  assert.equal(told.command, "ConfirmRetirement");
  const field = (name: string) => told.publicFields.find((one) => one.name === name)?.value;
  assert.equal(field("user_name"), "\u4e21\u56fd\u5370\u5237\u682a\u5f0f\u4f1a\u793e");
  assert.equal(field("user_corporate_number"), "5990000000012");
  assert.equal(field("amount"), "9");
  assert.equal(field("end_use"), "retirement");
  assert.equal(field("fiscal_year"), "FY2026");
  assert.deepEqual(field("ranges"), [
    { batch: "1", first: 1n, last: 7n },
    { batch: "2", first: 1n, last: 2n },
  ]);
  assert.equal(verified.receipt.checkpoint.kind, "demo");
  assert.deepEqual(told.partyFields, []);
});

test("the fields of every receipt read to their end", async () => {
  for (const name of names) {
    const told = describe(await holding(name), "ja");
    assert.ok(told.known, name);
    assert.equal(told.partyFields.length > 0, name.endsWith(".party.txt"), name);
  }
});

// RFC 8032, section 7.1, tests 1 to 3.
test("Ed25519 as RFC 8032 has it", async () => {
  const vectors = [
    ["d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "", "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"],
    ["3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72", "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"],
    ["fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82", "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"],
  ] as const;
  for (const engine of ["any", "library"] as const) {
    for (const [key, message, signature] of vectors) {
      assert.ok(await verifySignature(hex(key), hex(message), hex(signature), engine));
      assert.ok(!(await verifySignature(hex(key), hex(`${message}00`), hex(signature), engine)));
    }
    // A key of order 1 signs everything with R = 1 and S = 0 where nobody looks.
    const one = hex(`01${"00".repeat(31)}`);
    assert.ok(!(await verifySignature(one, hex("72"), new Uint8Array([...one, ...new Uint8Array(32)]), engine)));
  }
});

// The tree of eight leaves that the tests of certificate-transparency-go and of src/journal/merkle_test.cc use.
test("inclusion as RFC 6962 has it", async () => {
  const leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"].map(hex);
  const hashes = await Promise.all(leaves.map((leaf) => sha256(new Uint8Array([0]), leaf)));
  const node = (left: Uint8Array, right: Uint8Array) => sha256(new Uint8Array([1]), left, right);
  const pairs = [await node(hashes[0]!, hashes[1]!), await node(hashes[2]!, hashes[3]!), await node(hashes[4]!, hashes[5]!), await node(hashes[6]!, hashes[7]!)];
  const halves = [await node(pairs[0]!, pairs[1]!), await node(pairs[2]!, pairs[3]!)];
  const ROOT = "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328";
  assert.equal(hexOf((await rootFrom(hashes[5]!, 5n, 8n, [hashes[4]!, pairs[3]!, halves[0]!]))!), ROOT);
  assert.equal(await rootFrom(hashes[5]!, 5n, 8n, [hashes[4]!, pairs[3]!]), undefined);
  assert.equal(await rootFrom(hashes[5]!, 5n, 8n, [hashes[4]!, pairs[3]!, halves[0]!, hashes[0]!]), undefined);
  assert.equal(await rootFrom(hashes[5]!, 8n, 8n, [hashes[4]!, pairs[3]!, halves[0]!]), undefined);
  assert.notEqual(hexOf((await rootFrom(hashes[5]!, 4n, 8n, [hashes[4]!, pairs[3]!, halves[0]!]))!), ROOT);
  // A tree of seven: the last leaf climbs alone (root of that test's seventh step).
  const seven = await rootFrom(hashes[6]!, 6n, 7n, [pairs[2]!, halves[0]!]);
  assert.equal(hexOf(seven!), "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c");
});

test("verifyReceipt says what is wrong", async () => {
  const bytes = bytesOf("issue.txt");
  const text = new TextDecoder().decode(bytes);
  const change = async (from: RegExp, to: string) => {
    const changed = text.replace(from, to);
    assert.notEqual(changed, text);
    const verdict = await verifyReceipt(new TextEncoder().encode(changed));
    assert.ok(!verdict.holds);
    return verdict.fault;
  };
  assert.equal(await change(/^entry 80$/m, "entry 79"), "inclusion");
  assert.equal(await change(/^86$/m, "87"), "signature");
  assert.equal(await change(/^kind public$/m, "kind open"), "unreadable");
  assert.equal(await change(/^\u2014 boiler/m, "\u2014 Boiler"), "signer");
});
