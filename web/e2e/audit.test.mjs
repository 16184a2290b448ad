// The auditor's and the administrator's way on the demo store: an entry is opened and its receipt checked by the page itself, a check runs and its result stays, the state of a
// day balances, and a role opens what the table says.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { checkPage, launch, open, settle, signIn, visit } from "./browser.mjs";

let browser;
let state;
before(async () => {
  browser = await launch();
  const { page, context } = await open(browser);
  await signIn(page, "admin");
  state = await context.storageState();
  await context.close();
});
after(() => browser?.close());

test("the journal lists the first entry, and its party receipt is one that the page checks", async () => {
  const { page, context, faults } = await open(browser, { state });
  await visit(page, "/audit/journal/1");
  // OpenStore is the first entry of every journal.
  assert.match(await page.locator("main h1").innerText(), /台帳の開設/);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "当事者の受領証を保存" }).click()]);
  const receipt = { name: "receipt.txt", mimeType: "text/plain", buffer: await readFile(await download.path()) };
  assert.match(receipt.buffer.toString(), /^sumi receipt v1\nkind party\nentry 1\n/);
  await visit(page, "/check-receipt");
  await page.locator("main input[type=file]").setInputFiles(receipt);
  await page.getByText("この受領証は正しいものです").waitFor();
  await checkPage(page, faults);
  await context.close();
});

test("a check runs to its end and is found again", async () => {
  const { page, context, faults } = await open(browser, { state });
  await visit(page, "/audit/checks");
  await page.getByRole("button", { name: "検査を始める", exact: true }).click();
  await page.getByText("すべて成り立っています。").first().waitFor({ timeout: 60_000 });
  await visit(page, "/audit/checks");
  await page.getByRole("button", { name: "結果" }).first().click();
  await page.getByText("異常はありません。").waitFor();
  await checkPage(page, faults);
  await context.close();
});

test("the state of a day: what was issued by then is accounted for", async () => {
  const { page, context, faults } = await open(browser, { state });
  // By the end of March 2025 one batch of 100 t was issued, of which 3 t went to the buffer (examples/demo/story.inc).
  await visit(page, "/audit/day?day=2025-03-31");
  await page.getByText("すべて成り立っています").waitFor();
  const row = page.locator("table").first().locator("tbody tr").first();
  assert.match(await row.innerText(), /100 t-CO₂[\s\S]*97 t-CO₂[\s\S]*3 t-CO₂/);
  await checkPage(page, faults);
  await context.close();
});

test("what an administrator may do that a committee may not", async () => {
  const { page, context } = await open(browser, { state });
  await visit(page, "/administration/rights");
  const decide = page.locator("tr", { hasText: "プロジェクト登録の決定" }).first();
  const before = await decide.innerText();
  assert.match(before, /委員/);
  assert.doesNotMatch(before, /管理者/);
  await page.locator("#rights-role").selectOption("administrator");
  await settle(page);
  assert.equal(await page.locator("tr", { hasText: "プロジェクト登録の決定" }).count(), 0);
  await context.close();
});
