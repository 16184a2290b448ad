// The secretariat's and the committee's other pages: a return and its answer, items approved together, a refusal and the appeal against it, a member who steps back; accounts,
// measures, accreditations. What proponent and verifier do is done by the API here.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, checkPage, launch, settle, visit } from "./browser.mjs";
import { appliedFor, as, ask, kept, PROJECT, todayOf } from "./desk.mjs";

const options = { timeout: 900_000 };
let browser;
let jimu;
before(async () => {
  browser = await launch();
  jimu = await as(browser, "jimu");
});
after(() => browser?.close());
const PDF = { name: "paper.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") };
const later = (day, days) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

async function openRound(page, today) {
  await visit(page, "/rounds");
  await page.getByLabel("開催日").fill(today);
  await page.getByRole("button", { name: "委員会の回を開く", exact: true }).click();
  await page.getByRole("heading", { name: "議題に加える" }).waitFor();
  return page.url().split("/").pop();
}
const itemOf = (page, report) => page.getByRole("article").filter({ has: page.locator(`a[href*="/cases/${PROJECT}/reports/${report}/report.pdf"]`) });

test("returned, decided together, refused, appealed, stepped back from", options, async () => {
  const tanaka = await as(browser, "tanaka");
  const mori = await as(browser, "mori");
  const first = await appliedFor(tanaka.page, mori.page);
  const second = await appliedFor(tanaka.page, mori.page);
  const third = await appliedFor(tanaka.page, mori.page);
  const { page, faults } = jimu;
  const today = await todayOf(page);

  await visit(page, `/secretariat/cases/${PROJECT}/reports/${first}`);
  await page.getByLabel("理由", { exact: true }).selectOption({ index: 1 });
  await page.getByLabel("回答の期限").fill(later(today, 30));
  await page.getByLabel("補正してほしいこと").fill("請求書の写しを添えてください。");
  await page.getByRole("button", { name: "補正を依頼する", exact: true }).click();
  await page.getByRole("link", { name: /補正の依頼文 1/ }).waitFor();
  await page.getByText("補正の回答を待っています。").waitFor();
  await checkPage(page, faults);
  await ask(tanaka.page, "POST", "/commands/AnswerReturn", { project: PROJECT, report: first, document: await kept(tanaka.page, "/proponent/evidence", "写しです。") });
  await visit(page, `/secretariat/cases/${PROJECT}/reports/${first}`);
  await page.getByText("回答済み").waitFor();

  const round = await openRound(page, today);
  await page.getByRole("button", { name: /件を議題に加える/ }).click();
  for (const report of [first, second, third]) await itemOf(page, report).waitFor();

  const iin = await as(browser, "iin");
  await visit(iin.page, `/rounds/${round}`);
  for (const report of [second, third]) await itemOf(iin.page, report).getByText("まとめて承認する議題に含める").click();
  await iin.page.getByRole("button", { name: "2件を承認する" }).click();
  for (const report of [second, third]) await itemOf(iin.page, report).getByRole("link", { name: /通知書/ }).waitFor();
  const refused = itemOf(iin.page, first);
  await refused.getByRole("button", { name: "承認しない", exact: true }).click();
  await refused.getByLabel("承認しない理由").selectOption({ index: 1 });
  await refused.getByRole("button", { name: "この理由で承認しない" }).click();
  await refused.getByRole("link", { name: /通知書/ }).waitFor();
  await checkPage(iin.page, iin.faults);
  await visit(page, `/rounds/${round}`);
  await page.getByRole("button", { name: "この回を終了する" }).click();
  await page.getByText("この回は終了しています。").waitFor();

  await ask(tanaka.page, "POST", "/commands/Appeal", { project: PROJECT, report: first, document: await kept(tanaka.page, "/proponent/evidence", "異議を申し立てます。") });
  const next = await openRound(page, today);
  await page.getByRole("button", { name: /件を議題に加える/ }).click();
  const appeal = page.getByRole("article").filter({ hasText: "異議" });
  await appeal.first().waitFor();
  // The only member steps back: nobody is left to decide.
  await visit(iin.page, `/rounds/${next}`);
  const item = iin.page.getByRole("article").filter({ hasText: "異議" }).first();
  await item.getByRole("button", { name: "この議題の審議から外れる" }).click();
  await item.getByLabel("外れる理由").selectOption({ index: 1 });
  await item.getByRole("button", { name: "除斥を記録する" }).click();
  await item.getByText("定足数を満たしません").waitFor();
  assert.equal(await item.getByRole("button", { name: "承認する", exact: true }).count(), 0);
  await checkPage(iin.page, iin.faults);
  for (const one of [tanaka, mori, iin]) await one.context.close();
});

test("an account is opened on its papers", options, async () => {
  const okabe = await as(browser, "okabe");
  const { items } = await ask(okabe.page, "GET", "/accounts?limit=200");
  const asked = items.find((one) => one.status === "requested");
  assert.ok(asked, "okabe asked for no account in the demo store");
  await visit(okabe.page, `/accounts/${asked.account}`);
  await okabe.page.locator("#representative").fill("岡部 一");
  await okabe.page.locator("#address").fill("栃木県宇都宮市塙田1-1-20");
  await okabe.page.locator("#contact").fill("028-000-0000");
  await okabe.page.locator("input[type=file]").setInputFiles(PDF);
  await okabe.page.getByText("書類 1", { exact: true }).waitFor();
  await okabe.page.getByRole("button", { name: "書類を提出する" }).click();
  await okabe.page.getByText("提出日", { exact: true }).waitFor();
  const { page, faults } = jimu;
  await visit(page, "/secretariat/accounts");
  const card = page.getByRole("article", { name: new RegExp(`^口座${asked.account} `) });
  await card.getByText("岡部 一").waitFor();
  await checkPage(page, faults);
  await card.getByText("口座を開く", { exact: true }).click();
  await card.getByRole("button", { name: "記録する" }).click();
  await card.waitFor({ state: "detached" });
  const { items: after } = await ask(okabe.page, "GET", "/accounts?limit=200");
  assert.equal(after.find((one) => one.account === asked.account).status, "open");
  await okabe.context.close();
});

test("measures: a project is held; what no case gives ground for is refused where it is asked", options, async () => {
  const { page, faults } = jimu;
  const today = await todayOf(page);
  await visit(page, "/secretariat/measures");
  await page.getByLabel("措置").selectOption("hold");
  await page.getByLabel("案件の番号").fill(String(PROJECT));
  await page.getByLabel("事由", { exact: true }).selectOption("dispute");
  await page.getByText("止める", { exact: true }).click();
  await page.getByLabel("事由の生じた日").fill(today);
  await page.locator("input[type=file]").setInputFiles(PDF);
  await page.getByText(/paper\.pdf/).first().waitFor();
  await checkPage(page, faults);
  await page.getByRole("button", { name: "記録する" }).click();
  await page.getByText(/記録しました/).waitFor();

  await page.getByLabel("措置").selectOption("over");
  await page.getByLabel("案件の番号").fill(String(PROJECT));
  await page.getByLabel("認証の番号").fill("99999");
  await page.getByLabel("過大だった数量").fill("1");
  await page.getByLabel("理由", { exact: true }).selectOption({ index: 1 });
  await page.getByLabel("取消しの期日").fill(later(today, 60));
  await page.locator("input[type=file]").setInputFiles(PDF);
  await page.getByText(/paper\.pdf/).first().waitFor();
  await page.getByRole("button", { name: "記録する" }).click();
  await page.getByTitle("project.certification_unknown").waitFor();

  await page.getByLabel("措置").selectOption("buffer");
  await page.getByLabel("案件の番号").fill("1");
  await page.getByLabel("消失の番号").fill("1");
  // The demo's forest put 3 t aside (examples/demo/story.inc: buffer_t 3).
  await page.locator('label[for^="line-"]').first().click();
  await page.getByLabel("最後の番号").first().waitFor();
  assert.deepEqual(await axe(page), []);
  await page.getByRole("button", { name: "バッファーから補う" }).click();
  await page.getByTitle("registry.reversal_unknown").waitFor();
  await settle(page);
});

test("an accreditation is recorded", options, async () => {
  const { page, faults } = jimu;
  const today = await todayOf(page);
  await visit(page, "/secretariat/accreditations");
  await page.getByLabel("審査機関", { exact: true }).selectOption({ index: 1 });
  await page.locator('label[for^="scope-"]').first().click();
  await page.getByLabel("有効期間の初日").fill(today);
  await page.getByLabel("有効期間の最終日").fill(later(today, 365));
  await page.locator("input[type=file]").setInputFiles(PDF);
  await page.getByText(/paper\.pdf/).first().waitFor();
  await checkPage(page, faults);
  await page.getByRole("button", { name: "記録する", exact: true }).click();
  await page.getByText(/記録しました/).waitFor();
  await page.getByRole("table", { name: "審査機関の登録" }).getByText("有効", { exact: true }).waitFor();
});
