// A report goes through the desks: the verifier raises a finding, closes it and signs; the secretariat checks, opens a round and puts it on the docket; the committee
// certifies; the secretariat issues. What the proponent does is done by the API here.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, settle, visit } from "./browser.mjs";
import { as, ask, PROJECT, reported, todayOf } from "./desk.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const press = (page, name) => page.getByRole("button", { name, exact: true }).first().click();

test("a report is verified, decided and issued at the desks", { timeout: 600_000 }, async () => {
  const tanaka = await as(browser, "tanaka");
  const { report, bill } = await reported(tanaka.page);

  const mori = await as(browser, "mori");
  await visit(mori.page, "/verification");
  await mori.page.locator(`main a[href="/verification/${PROJECT}/reports/${report}"]`).first().click();
  await settle(mori.page);
  assert.match(mori.page.url(), new RegExp(`/verification/${PROJECT}/reports/${report}$`));
  assert.deepEqual(await axe(mori.page), []);
  await mori.page.getByRole("tab", { name: "計算" }).click();
  await mori.page.getByText("一字一句同じです").waitFor();
  await mori.page.getByRole("tab", { name: "変わったところ" }).click();
  await mori.page.getByText("1日当たりの変化").waitFor();
  await mori.page.getByRole("tab", { name: "指摘" }).click();
  await mori.page.getByRole("tabpanel").getByRole("button", { name: "指摘を出す" }).click();
  await mori.page.getByLabel("重さ").selectOption("clarification");
  await mori.page.getByLabel("指摘の内容").fill("使用量が増えた理由を説明してください。");
  await mori.page.locator("form").getByRole("button", { name: "指摘を出す" }).click();
  await mori.page.getByText("実施者の回答を待っています。").waitFor();
  assert.deepEqual(await axe(mori.page), []);
  await mori.page.getByRole("tab", { name: "報告書" }).click();
  assert.ok(await mori.page.getByLabel("適合", { exact: true }).isDisabled(), "an open finding keeps a positive statement back");

  const seen = await ask(tanaka.page, "GET", `/proponent/cases/${PROJECT}`);
  const finding = seen.findings.find((one) => one.report === report);
  assert.equal(finding.remarks[0].text, "使用量が増えた理由を説明してください。");
  await ask(tanaka.page, "POST", "/commands/AnswerFinding", { project: PROJECT, finding: finding.finding, document: bill.hash, text: "生産が増えました。" });

  await visit(mori.page, `/verification/${PROJECT}/reports/${report}`);
  await mori.page.getByRole("tab", { name: "指摘" }).click();
  await mori.page.getByText("生産が増えました。").waitFor();
  await mori.page.getByText("解決した", { exact: true }).click();
  await mori.page.getByLabel("判断の理由").fill("請求書と合いました。");
  await press(mori.page, "判断を記録する");
  await mori.page.getByText("解決済み").waitFor();
  await mori.page.getByRole("tab", { name: "報告書" }).click();
  await mori.page.getByText("適合", { exact: true }).click();
  await mori.page.getByLabel("結論").fill("報告された数量に誤りはありません。");
  await mori.page.getByLabel("署名する人").fill("森");
  await press(mori.page, "署名して提出する");
  await mori.page.getByText("報告書を記録しました").waitFor();
  assert.deepEqual(mori.faults, []);

  await ask(tanaka.page, "POST", "/commands/ApplyForCertification", { project: PROJECT, report, programme_code: "JC", credit_type: "ER" });

  const jimu = await as(browser, "jimu");
  await visit(jimu.page, `/secretariat/cases/${PROJECT}/reports/${report}`);
  await jimu.page.getByText("そろっています", { exact: true }).waitFor();
  assert.deepEqual(await axe(jimu.page), []);
  await visit(jimu.page, "/rounds");
  const today = await todayOf(jimu.page);
  await jimu.page.getByLabel("開催日").fill(today);
  await press(jimu.page, "委員会の回を開く");
  await jimu.page.getByRole("heading", { name: "議題に加える" }).waitFor();
  const round = jimu.page.url().split("/").pop();
  await jimu.page.getByRole("button", { name: /件を議題に加える/ }).click();
  // Known by its report, whatever else waits.
  const itemOf = (page) => page.getByRole("article").filter({ has: page.locator(`a[href*="/cases/${PROJECT}/reports/${report}/report.pdf"]`) });
  await itemOf(jimu.page).waitFor();

  const iin = await as(browser, "iin");
  await visit(iin.page, `/rounds/${round}`);
  const item = itemOf(iin.page);
  assert.deepEqual(await axe(iin.page), []);
  await item.getByRole("button", { name: "承認する", exact: true }).click();
  const letter = item.getByRole("link", { name: /通知書/ });
  await letter.waitFor();
  const pdf = await iin.page.evaluate(async (href) => {
    const response = await fetch(href);
    return { type: response.headers.get("content-type"), begins: (await response.text()).slice(0, 5) };
  }, await letter.getAttribute("href"));
  assert.deepEqual(pdf, { type: "application/pdf", begins: "%PDF-" });
  assert.deepEqual(iin.faults, []);

  await jimu.page.reload();
  await press(jimu.page, "この回を終了する");
  await jimu.page.getByText("この回は終了しています。").waitFor();
  await visit(jimu.page, "/secretariat/issues");
  const certification = (await ask(jimu.page, "GET", `/secretariat/issues?limit=200`)).items.find((one) => one.project === PROJECT && one.report === report).certification;
  const issue = jimu.page.getByRole("article", { name: `認証 ${certification}`, exact: true });
  await issue.waitFor();
  assert.deepEqual(await axe(jimu.page), []);
  await issue.getByRole("button", { name: "発行する" }).click();
  await jimu.page.getByText(/発行しました/).waitFor();
  assert.deepEqual(jimu.faults, []);
  const after_all = await ask(tanaka.page, "GET", `/proponent/cases/${PROJECT}`);
  assert.equal(after_all.reports.find((one) => one.report === report).stage, "issued");
});
