// The account holder's way on the demo store: a retirement by keyboard alone, from the account to its certificates; a transfer that is looked at and entered; an export.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { checkPage, launch, open, settle, signIn, visit } from "./browser.mjs";

const served = process.env.SUMI_WEB_STUB !== "1";
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

// Tab until what has the focus fits; a page that needs more than 300 stops is none for the keyboard.
async function tabTo(page, selector) {
  for (let i = 0; i < 300; i += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`the keyboard does not reach ${selector}`);
}
// The button whose words these are.
async function tabToButton(page, words) {
  for (let i = 0; i < 300; i += 1) {
    const here = await page.evaluate(() => (document.activeElement?.matches("button, a") ? (document.activeElement.textContent ?? "").trim() : ""));
    if (here === words) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`the keyboard does not reach the button ${words}`);
}
// In a group of radio buttons: arrows until the wanted one is chosen.
async function arrowTo(page, group, id) {
  await tabTo(page, `input[name="${group}"]`);
  await page.keyboard.press("Space");
  for (let i = 0; i < 40; i += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.id === wanted && document.activeElement.checked, id)) return;
    await page.keyboard.press("ArrowDown");
  }
  assert.fail(`no arrow leads to ${id}`);
}
// An open account of theirs with at least so many tonnes free.
const accountOf = (page, least = 1) =>
  page.evaluate(async (tonnes) => {
    const session = await (await fetch("/api/v1/session")).json();
    const headers = { "Sumi-Organisation": String(session.organisations[0].id) };
    const { items } = await (await fetch("/api/v1/accounts?limit=500", { headers })).json();
    const full = items.find((one) => one.status === "open" && one.balances.some((balance) => balance.unit_kind === "tco2" && Number(balance.held.value) >= tonnes));
    return full?.account;
  }, least);

test("a retirement by keyboard alone, to its certificates", { skip: !served }, async () => {
  const { page, context, faults } = await open(browser);
  await signIn(page, "ogawa");
  // The demo's story leaves 5 t there: 17 were issued and 12 transferred (examples/demo/story.inc).
  const account = await accountOf(page, 3);
  assert.ok(account, "ogawa's account holds too little in the demo store");
  await visit(page, `/accounts/${account}`);
  await tabToButton(page, "無効化する");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/accounts/${account}/retire`);
  await settle(page);
  await arrowTo(page, "purpose", "purpose-own_retirement");
  await tabToButton(page, "次へ");
  await page.keyboard.press("Enter");
  await page.locator("#who-own").waitFor({ state: "attached" });
  await tabToButton(page, "次へ");
  await page.keyboard.press("Enter");
  await page.locator("#offset").waitFor();
  await tabToButton(page, "次へ");
  await page.keyboard.press("Enter");
  await page.locator("#amount").waitFor();
  await checkPage(page, faults);
  await tabTo(page, "#amount");
  await page.keyboard.type("3");
  await tabToButton(page, "内容を確かめる");
  await page.keyboard.press("Enter");
  await page.getByText("申請すると", { exact: true }).waitFor();
  await checkPage(page, faults);
  await tabToButton(page, "無効化を申請する");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/my-retirements/*");
  await page.locator("#sure-complete").waitFor({ state: "attached" });
  await tabTo(page, "#sure-complete");
  await page.keyboard.press("Space");
  await tabToButton(page, "完了する");
  await page.keyboard.press("Enter");
  await page.locator("#part-count-0").waitFor();
  // 3 t in 950 gifts of 3,000 g: 関東経済産業局 J-クレジット創出・活用支援事業 報告 (FY2022) tells of such gifts.
  await tabTo(page, "#part-title-0");
  await page.keyboard.type("gift");
  await page.keyboard.press("Tab");
  await page.keyboard.type("950");
  await page.keyboard.press("Tab");
  await page.keyboard.type("3000");
  await tabToButton(page, "証書に分ける");
  await page.keyboard.press("Enter");
  await page.getByText("150,000 g-CO2").first().waitFor();
  await checkPage(page, faults);
  const saved = page.waitForEvent("download");
  await tabToButton(page, "無効化通知書(PDF)");
  await page.keyboard.press("Enter");
  const file = await saved;
  assert.match(file.suggestedFilename(), /\.pdf$/);
  assert.equal(readFileSync(await file.path()).subarray(0, 5).toString(), "%PDF-");
  await context.close();
});

test("a transfer shows what it would take, and enters nothing until it is confirmed", { skip: !served }, async () => {
  const { page, context, faults } = await open(browser);
  await signIn(page, "ogawa");
  const account = await accountOf(page);
  await visit(page, `/accounts/${account}/transfer`);
  await page.locator("#to").fill(String(account));
  await page.locator("#amount").fill("1");
  await page.getByRole("button", { name: "内容を確かめる" }).click();
  // To itself: the ledger's own refusal.
  await page.getByText("registry.same_account").waitFor();
  const other = account === 1 ? 2 : 1;
  await page.locator("#to").fill(String(other));
  await page.getByRole("button", { name: "内容を確かめる" }).click();
  await page.getByText("記帳すると", { exact: true }).waitFor();
  assert.equal(await page.getByRole("button", { name: "記帳する" }).isDisabled(), true);
  await checkPage(page, faults);
  await page.getByText("移転先の名称と数量を確かめました").click();
  await page.getByRole("button", { name: "記帳する" }).click();
  await page.getByRole("button", { name: "続けて移転する" }).waitFor();
  await context.close();
});

test("the list of holdings is saved as a workbook", { skip: !served }, async () => {
  const { page, context, faults } = await open(browser);
  await signIn(page, "ogawa");
  const account = await accountOf(page);
  await visit(page, `/accounts/${account}/holdings`);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Excelで保存" }).click();
  const file = await saved;
  assert.match(file.suggestedFilename(), /\.xlsx$/);
  assert.equal(readFileSync(await file.path()).subarray(0, 2).toString(), "PK");
  await checkPage(page, faults);
  await context.close();
});
