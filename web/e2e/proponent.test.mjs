// A proponent from "can this become a project?" to a plan that can be checked: the boiler of examples/boiler, whose figures its README calculates by hand.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkPage, launch, open, signIn, visit } from "./browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

// Answers by the words of their question; what the boiler's own plan says.
const ANSWERS = [
  [/日本国内にありますか/, "はい"],
  [/いつ登録を申請/, "2024-07-01"],
  [/更新ですか、新設ですか/, "更新プロジェクト"],
  [/いつ動き始めましたか/, "2024-03-15"],
  [/モニタリング.*はいつからできますか/, "2024-08-01"],
  [/いつ導入しましたか/, "1999-04-15"],
  [/法定耐用年数/, "15"],
  [/今までの設備の定格能力/, "0.5 t/h"],
  [/新しい設備の定格能力/, "0.5 t/h"],
];

async function answer(page, value) {
  const form = page.locator("main form").first();
  if (await form.getByRole("radio").count()) await form.getByText(value, { exact: true }).click();
  else if (await form.locator("select").count()) await form.locator("select").selectOption({ label: value });
  else await form.locator("input").fill(value);
  await form.getByRole("button", { name: "次へ" }).click();
}

test("the questions come one after the other, and each answer changes what is known", async () => {
  const { page, context, faults } = await open(browser, { language: "ja" });
  page.setDefaultTimeout(60_000);
  await visit(page, "/plans/start");
  await page.locator("#methodology").selectOption("EN-S-001");
  for (const [question, value] of ANSWERS) {
    // The day of the application is today's until one says otherwise: an answer that stands is opened and changed.
    const given = page.locator("details").filter({ has: page.locator("li.s-answer", { has: page.locator("strong"), hasText: question }) });
    await page.locator("main form").first().waitFor();
    if (await given.count()) {
      await given.locator("summary").click();
      await given.locator("li.s-answer", { hasText: question }).getByRole("button").click();
    }
    await page.locator("main form").first().getByText(question).first().waitFor();
    await answer(page, value);
  }
  await page.getByText("R2 2年前の日より後に始めた").waitFor();
  await page.getByText("いまの答えの中に、登録を妨げるものはありません。").waitFor();
  // The page may be left: the answers are there when it is opened again.
  await visit(page, "/plans/start");
  assert.equal(await page.locator("#methodology").inputValue(), "EN-S-001");
  await checkPage(page, faults);
  await context.close();
});

test("a draft is saved by itself, its versions are compared", async () => {
  const { page, context, faults } = await open(browser, { language: "ja" });
  page.setDefaultTimeout(60_000);
  await signIn(page, "tanaka");
  await visit(page, "/plans/start");
  await page.locator("#methodology").selectOption("EN-S-001");
  await page.getByRole("button", { name: "この答えで計画書を書き始める" }).click();
  await page.getByRole("heading", { name: /計画書を書く/ }).waitFor();
  await page.getByLabel("プロジェクト名").fill("試験のボイラー");
  await page.getByText("保存しました(版2)").waitFor();
  await page.getByRole("link", { name: "版の一覧と比較" }).click();
  await page.getByText("試験のボイラー").waitFor();
  await checkPage(page, faults);
  await context.close();
});
