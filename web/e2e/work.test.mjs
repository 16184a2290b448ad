// Long work is left and found again: a list of members is taken while its page is left, its progress is seen elsewhere, and its result is there on coming back, in another
// browser as well. The list has no field of the demo's members, so each row is a member more.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkPage, launch, open, visit } from "./browser.mjs";
import { as, ask } from "./desk.mjs";

const PROGRAMME = 4; // the solar programme of the examples: unei's
const ROWS = 12_000;
const PATIENCE = 120_000;
let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

function list(evidence, wrongLine) {
  const head = "会員番号,氏名又は名称,フリガナ,住所,区分,入会申込日,開始日,対象期間,退会日,設備番号,計器番号,同意の範囲,同意の終わり,根拠資料";
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const day = i === wrongLine ? "2026-13-01" : "2026-10-01";
    const place = `茨城県架空市左手本通${Math.floor(i / 1000) + 1}丁目${(i % 1000) + 1}番1号`;
    return `W${String(i).padStart(6, "0")},架空 ${i},カクウ,${place},kodate,${day},2026-05-01,2026-11-01..2033-03-31,,PCS-W-${i},KB-W-${i},programme_terms_and_visits,2035-03-31,${evidence}`;
  });
  return { name: "members.csv", mimeType: "text/csv", buffer: Buffer.from([head, ...rows, ""].join("\r\n")) };
}

test("a list of members is taken while its page is left, and its result is found again", async () => {
  const { page, context, faults } = await as(browser, "unei");
  page.setDefaultTimeout(PATIENCE);
  const members = async () => (await ask(page, "GET", `/proponent/cases/${PROGRAMME}/members?limit=1`)).total;
  const before = await members();
  const { cited } = await ask(page, "POST", "/proponent/evidence", "申込書の束", "application/octet-stream");
  await visit(page, `/cases/${PROGRAMME}/members`);
  const input = page.locator("input[type=file]");

  // A wrong row is told by its line, and nothing is taken.
  await input.setInputFiles(list(cited, 1));
  await page.getByText("誤りのある行が1行あります").waitFor();
  assert.equal(await members(), before);
  await checkPage(page, faults);

  await input.setInputFiles(list(cited));
  await page.getByText("12,000行を読みました。誤りはありません。").waitFor();
  const begun = page.waitForResponse((response) => response.url().endsWith("/members/admit"));
  await page.getByRole("button", { name: "会員として登録する" }).click();
  const job = await (await begun).json();
  // Left at once: it goes on, and the page for one's own work has it.
  await page.getByRole("progressbar").first().waitFor();
  await visit(page, "/account/work");
  await page.getByText(`会員名簿の登録(案件${PROGRAMME})`).first().waitFor();
  await checkPage(page, faults);
  await page.getByText("12,000人の会員を登録しました。").first().waitFor();
  assert.equal(await members(), before + ROWS);

  // Its result is opened from there, on the page where it was begun.
  const row = page.getByRole("row").filter({ hasText: `会員名簿の登録(案件${PROGRAMME})` });
  await row.first().getByRole("link", { name: "結果を開く" }).click();
  await page.waitForURL(new RegExp(`/cases/${PROGRAMME}/members\\?job=${job.id}$`));
  await page.getByText(/12,000人を登録しました/).waitFor();
  await checkPage(page, faults);
  // And on that page without being asked for: what ended before is offered.
  await visit(page, `/cases/${PROGRAMME}/members`);
  await page.getByRole("button", { name: "結果を開く" }).click();
  await page.getByText(/12,000人を登録しました/).waitFor();

  // Nothing of it lies in this browser: another one, where the same person is signed in, has it too.
  const other = await open(browser, { language: "en" });
  other.page.setDefaultTimeout(PATIENCE);
  await other.context.addCookies(await context.cookies());
  await visit(other.page, "/account/work");
  await other.page.getByText(`Members of project ${PROGRAMME}`).first().waitFor();
  await checkPage(other.page, other.faults);
  await other.context.close();

  // Somebody else's browser has not.
  const stranger = await as(browser, "tanaka");
  await visit(stranger.page, "/account/work");
  await stranger.page.getByText("終わった処理はありません").waitFor();
  assert.equal(await stranger.page.getByText("会員名簿の登録").count(), 0);
  await stranger.context.close();
  await context.close();
});
