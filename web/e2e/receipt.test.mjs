// The receipt checker in the browser: a real receipt holds, also without a connection; one with a byte changed does not; a pinned key is remembered.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { checkPage, launch, open, visit } from "./browser.mjs";

const RECEIPT = readFileSync(fileURLToPath(new URL("../src/receipt/testdata/confirm-retirement.txt", import.meta.url)));

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

async function drop(page, bytes) {
  await page.locator("main input[type=file]").setInputFiles({ name: "receipt.txt", mimeType: "text/plain", buffer: bytes });
}

test("a real receipt holds, also without a connection", async () => {
  const { page, context, faults } = await open(browser, { language: "ja" });
  const words = page.waitForResponse(/rulebook\/values.*purposes/);
  await visit(page, "/check-receipt");
  await (await words).finished();
  await context.setOffline(true);
  await drop(page, RECEIPT);
  await page.getByText("この受領証は正しいものです").waitFor();
  // examples/boiler: the printing company retires 9 t.
  await page.getByText(/両国印刷株式会社が.*9 t-CO₂.*無効化/).waitFor();
  await page.getByText("実演用(デモ)の台帳の受領証です").waitFor();
  await page.getByText("温対法 調整後温室効果ガス排出量の報告", { exact: true }).waitFor();
  await context.setOffline(false);
  // Only pieces of the typeface were asked for meanwhile.
  await checkPage(page, faults.filter((fault) => !fault.includes(".woff2")));
  await context.close();
});

test("a receipt with a byte changed does not", async () => {
  const { page, context, faults } = await open(browser, { language: "en" });
  await visit(page, "/check-receipt");
  const changed = Buffer.from(RECEIPT);
  // A letter inside the entry's public bytes.
  changed[changed.indexOf("public ", changed.indexOf("\nentry ")) + 40] ^= 1;
  await drop(page, changed);
  await page.getByText("The receipt proves nothing").waitFor();
  assert.equal(await page.getByText("The receipt holds").count(), 0);
  assert.deepEqual(faults, []);
  await context.close();
});

test("a pinned key is remembered, and another one refused", async () => {
  const { page, context } = await open(browser, { language: "en" });
  await visit(page, "/check-receipt");
  await drop(page, RECEIPT);
  await page.getByRole("button", { name: "Pin this key" }).click();
  await page.getByText("This is the key pinned in this browser").waitFor();
  await page.evaluate(() => {
    const name = Object.keys(localStorage).find((key) => key.startsWith("sumi.receipt-key."));
    localStorage.setItem(name, "0".repeat(64));
  });
  await visit(page, "/check-receipt");
  await drop(page, RECEIPT);
  await page.getByText("It is signed by another key than the one you pinned.").waitFor();
  await context.close();
});
