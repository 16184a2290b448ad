// The account holder's way on the demo store: a retirement by keyboard alone, from the account to its certificates; a transfer at once; one with maker and checker, several confirmed
// together; an offer accepted; a list of transfers judged line by line and entered whole; papers and exports.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { checkPage, launch, open, settle, signIn, visit } from "./browser.mjs";
import { workbook } from "./workbook.mjs";

// The machine may be busy with others: waited for is a state, never a time.
const PATIENCE = 60_000;
let browser;
// Each signs in once: a code is good once in half a minute.
const sessions = {};
const accounts = {};
before(async () => {
  browser = await launch();
  for (const user of ["ogawa", "echigo", "niwa", "sado"]) {
    const { page, context } = await open(browser);
    page.setDefaultTimeout(PATIENCE);
    await signIn(page, user);
    sessions[user] = await context.storageState();
    accounts[user] = await accountOf(page, 0);
    assert.ok(accounts[user], `${user} has no open account in the demo store`);
    await context.close();
  }
});
after(() => browser?.close());
async function as(user) {
  const opened = await open(browser, { state: sessions[user] });
  opened.page.setDefaultTimeout(PATIENCE);
  return opened;
}
// A request as the page would send it, by whoever is signed in there.
const post = (page, path, body) =>
  page.evaluate(
    async ({ path, body }) => {
      const session = await (await fetch("/api/v1/session")).json();
      const headers = { "Sumi-CSRF": session.csrf, "Idempotency-Key": crypto.randomUUID(), "Content-Type": "application/json", "Sumi-Organisation": String(session.organisations[0].id) };
      const answer = await fetch(`/api/v1${path}`, { method: "POST", headers, body: JSON.stringify(body) });
      const said = await answer.json();
      if (!answer.ok) throw new Error(JSON.stringify(said));
      return said;
    },
    { path, body },
  );
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
// What an account holds of tonnes, free and waiting.
const held = (page, account) =>
  page.evaluate(async (number) => {
    const session = await (await fetch("/api/v1/session")).json();
    const one = await (await fetch(`/api/v1/accounts/${number}/record`, { headers: { "Sumi-Organisation": String(session.organisations[0].id) } })).json();
    return Number(one.account.balances.find((balance) => balance.unit_kind === "tco2")?.held.value ?? 0);
  }, account);

test("a retirement by keyboard alone, to its certificates", async () => {
  const { page, context, faults } = await as("ogawa");
  await visit(page, "/accounts");
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
  await page.getByText("150,000 g-CO₂").first().waitFor();
  await checkPage(page, faults);
  for (const words of ["無効化通知書(PDF)", "証書の一覧(PDF)"]) {
    await tabToButton(page, words);
    const file = await saved(page, () => page.keyboard.press("Enter"));
    assert.match(file.name, /\.pdf$/);
    assert.equal(file.begins, "%PDF-");
  }
  await context.close();
});

// A file that the page saves: its first bytes and its name.
async function saved(page, press) {
  const waits = page.waitForEvent("download");
  await press();
  const file = await waits;
  return { name: file.suggestedFilename(), begins: readFileSync(await file.path()).subarray(0, 5).toString("latin1") };
}

test("a transfer shows what it would take, and enters nothing until it is confirmed", async () => {
  const { page, context, faults } = await as("ogawa");
  await visit(page, "/accounts");
  const account = await accountOf(page);
  await visit(page, `/accounts/${account}/transfer`);
  await page.locator("#to").fill(String(account));
  await page.locator("#amount").fill("1");
  await page.getByRole("button", { name: "内容を確かめる" }).click();
  // To itself: the ledger's own refusal.
  await page.getByTitle("registry.same_account").waitFor();
  await page.locator("#to").fill(String(accounts.echigo));
  await page.getByRole("button", { name: "内容を確かめる" }).click();
  await page.getByText("記帳すると", { exact: true }).waitFor();
  // Nobody is waited for: the usual transfer.
  await page.getByText("すぐに移転先へ記録されます").waitFor();
  assert.equal(await page.getByRole("button", { name: "記帳する" }).isDisabled(), true);
  await checkPage(page, faults);
  await page.getByText("移転先の名称と数量を確かめました").click();
  await page.getByRole("button", { name: "記帳する" }).click();
  await page.getByText("移転を記録しました").waitFor();
  await page.getByRole("button", { name: "続けて移転する" }).waitFor();
  await context.close();
});

// examples/demo/story.inc: what leaves echigo's account asks for a second person above 1 t; niwa is the other person.
test("two transfers wait for the second person, who confirms them together", async () => {
  const maker = await as("echigo");
  await visit(maker.page, "/accounts");
  const account = await accountOf(maker.page, 4);
  assert.ok(account, "echigo's account holds too little in the demo store");
  const before = await held(maker.page, account);
  await visit(maker.page, `/accounts/${account}/transfer`);
  await maker.page.getByText("別の人が確認したときに移転されます").waitFor();
  await maker.page.locator("#to").fill(String(accounts.ogawa));
  await maker.page.locator("#amount").fill("2");
  await maker.page.getByRole("button", { name: "内容を確かめる" }).click();
  await maker.page.getByText("この口座のもう一人の確認を待ちます").waitFor();
  await checkPage(maker.page, maker.faults);
  await maker.page.getByText("移転先の名称と数量を確かめました").click();
  await maker.page.getByRole("button", { name: "記帳する" }).click();
  await maker.page.getByRole("link", { name: "申込みを見る" }).or(maker.page.getByRole("button", { name: "申込みを見る" })).first().click();
  await maker.page.waitForURL("**/offers/*");
  await maker.page.getByText("申込みをした人とは別の人が確認します").waitFor();
  // Who made it cannot check it.
  assert.equal(await maker.page.getByRole("button", { name: "確認する", exact: true }).count(), 0);
  const first = Number(maker.page.url().split("/").pop());
  const draft = await post(maker.page, `/accounts/${account}/transfers/preview`, { to: accounts.ogawa, selection: { pick: { amount: 2 } } });
  const second = await post(maker.page, `/commands/${draft.command_name}`, draft.command);
  const numbers = [first, Number(second.outcomes[0].offer)];

  const checker = await as("niwa");
  await visit(checker.page, "/offers");
  for (const number of numbers) await checker.page.locator(`label[for="pick-${number}"]`).click();
  await checker.page.getByRole("button", { name: "選んだ2件を確認する" }).click();
  await checker.page.getByText("数量の合計は 4 t-CO₂ です").waitFor();
  await checkPage(checker.page, checker.faults);
  await checker.page.getByRole("button", { name: "まとめて記録する" }).click();
  await checker.page.getByText("2件を記録しました").waitFor();
  for (const number of numbers) {
    await visit(checker.page, `/offers/${number}`);
    await checker.page.getByText("移転済み").first().waitFor();
  }
  assert.equal(await held(checker.page, account), before - 4);
  await maker.context.close();
  await checker.context.close();
});

test("an offer asks the transferee, who declines it", async () => {
  const giver = await as("sado");
  await visit(giver.page, "/accounts");
  const account = await accountOf(giver.page, 1);
  const taker = await as("echigo");
  await visit(giver.page, `/accounts/${account}/transfer`);
  await giver.page.locator("#to").fill(String(accounts.echigo));
  await giver.page.locator("#amount").fill("1");
  await giver.page.getByText("相手の承諾を待って移転する").click();
  await giver.page.locator("#expires").waitFor();
  await checkPage(giver.page, giver.faults);
  await giver.page.getByRole("button", { name: "内容を確かめる" }).click();
  await giver.page.getByText("移転先の承諾を待ちます").waitFor();
  await giver.page.getByText("移転先の名称と数量を確かめました").click();
  await giver.page.getByRole("button", { name: "記帳する" }).click();
  await giver.page.getByText(/申込み \d+ を記録しました/).waitFor();
  const number = /申込み (\d+) を/.exec(await giver.page.locator("main").innerText())[1];
  await visit(taker.page, `/offers/${number}`);
  await taker.page.getByRole("button", { name: "承諾する", exact: true }).waitFor();
  await checkPage(taker.page, taker.faults);
  await taker.page.getByRole("button", { name: "辞退する", exact: true }).click();
  await taker.page.getByText("この申込みは終わっています").waitFor();
  await giver.context.close();
  await taker.context.close();
});

test("a list of transfers is judged line by line and entered whole", async () => {
  const { page, context, faults } = await as("sado");
  await visit(page, "/accounts");
  const account = await accountOf(page, 3);
  assert.ok(account, "sado's account holds too little in the demo store");
  const before = await held(page, account);
  const to = accounts.echigo;
  await visit(page, "/bulk-transfers");
  const list = (rows) => [["from", "to", "amount", "note"], ...rows];
  const csv = (rows) => Buffer.from(list(rows).map((row) => row.join(",")).join("\r\n"));
  const input = page.locator("input[type=file]");
  await input.setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: csv([[account, to, 1, ""], [account, account, 1, ""], [account, to, "x", ""]]) });
  await page.getByText("3行のうち2行が通りません").waitFor();
  const report = page.getByRole("table", { name: "結果" });
  // A fitting line, one to itself, one that is no number.
  assert.equal(await report.getByText("通りません").count(), 2);
  await checkPage(page, faults);
  assert.equal(await page.getByRole("button", { name: "まとめて記帳する" }).count(), 0);
  await input.setInputFiles({ name: "list.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: workbook(list([[account, to, 1, "a"], [account, to, 2, "b"]])) });
  await page.getByText("2行、3単位をまとめて記帳できます").waitFor();
  assert.equal(await held(page, account), before);
  await page.getByRole("button", { name: "まとめて記帳する" }).click();
  await page.getByText("2行、3単位を記帳しました").waitFor();
  assert.equal(await held(page, account), before - 3);
  const file = await saved(page, () => page.getByRole("button", { name: "行ごとの結果をCSVで保存" }).click());
  assert.match(file.name, /\.csv$/);
  await checkPage(page, faults);
  await context.close();
});

test("the balance certificate and the year's paper are saved", async () => {
  const { page, context, faults } = await as("echigo");
  await visit(page, "/accounts");
  const account = await accountOf(page, 0);
  await visit(page, `/accounts/${account}`);
  for (let i = 0; i < 3; i += 1) {
    const file = await saved(page, () => page.getByRole("button", { name: /PDF/ }).nth(i).click());
    assert.match(file.name, /\.pdf$/);
    assert.equal(file.begins, "%PDF-");
  }
  await checkPage(page, faults);
  await context.close();
});

test("the list of holdings is saved as a workbook", async () => {
  const { page, context, faults } = await as("ogawa");
  await visit(page, "/accounts");
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
