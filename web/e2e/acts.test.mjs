// Every form that no other test submits: filled in as its person would, and what it did read from the API afterwards. Where the ledger refuses, the refusal stands at its field.
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { checkPage, japanDay, launch } from "./browser.mjs";
import { PROJECT, reported } from "./desk.mjs";
import { act, fill, later, PDF, person, task } from "./forms.mjs";
import { startStore } from "./store.mjs";
import { workbook, zip } from "./workbook.mjs";

const options = { timeout: 300_000 };
const REGISTER = "/secretariat/register";
let browser;
let today;
// Each signs in once.
const people = new Map();
async function who(login, organisation) {
  const key = `${login}/${organisation ?? ""}`;
  const known = [...people.values()].find((one) => one.login === login);
  if (!people.has(key)) people.set(key, await person(browser, login, organisation, undefined, known));
  return people.get(key);
}
before(async () => {
  browser = await launch();
  // The day in Japan.
  today = japanDay(new Date().toISOString());
});
// SUMI_SHOTS=DIR: what each person saw last.
after(async () => {
  if (process.env.SUMI_SHOTS) for (const one of people.values()) await one.page.screenshot({ path: join(process.env.SUMI_SHOTS, `${one.login}.png`), fullPage: true });
  await browser?.close();
});

// What the auditor reads of an entry: which act it was, with the fields that it took.
async function entryOf(number) {
  const read = await (await who("admin")).get(`/audit/journal/${number}`);
  return { command: read.line.command, ...read.public_fields, ...read.party_fields };
}
const ranges = (line, first = 0, count = 1) => `${line.batch}:${Number(line.first_serial) + first}-${Number(line.first_serial) + first + count - 1}`;
const freeLines = async (one, account) => (await one.get(`/accounts/${account}/holdings?state=free&limit=200`)).items;
const lineAt = async (one, account, batch, serial) => (await one.get(`/accounts/${account}/holdings?limit=200`)).items.find((line) => line.batch === batch && Number(line.first_serial) <= serial && serial <= Number(line.last_serial));
const tonnes = async (one, account) => Number((await one.get(`/accounts/${account}/record`)).account.balances.find((balance) => balance.unit_kind === "tco2").held.value);
const markOf = (line, kind) => line.marks.find((mark) => mark.kind === kind);
const quiet = async (...all) => {
  for (const one of all) assert.deepEqual(one.faults, [], one.login);
};

// Account 6 of the demo store: echigo's, which holds blocks of the forest's first batch (examples/demo/story.inc).
test("units are restricted and freed, labelled and cleared; what expires is the rulebook's to say", options, async () => {
  const jimu = await who("jimu");
  const [line] = await freeLines(jimu, 6);
  const serial = Number(line.first_serial);
  // A number that is none is told at its field.
  await act(jimu, REGISTER, "制限を解除する", [["制限の番号", "二番"], ["いつから", today]], { wrong: ["0以上の整数を数字で入れてください。", "入力してください。"] });
  const paper = ["根拠の書類", { file: PDF }];
  const first = await act(jimu, REGISTER, "クレジットの処分を制限する", [
    ["対象のシリアル番号", ranges(line, 0, 2)],
    ["制限の種類", { choose: "帰属の争い" }],
    ["理由", { choose: "処分の制限がある" }],
    ["いつから", today],
    paper,
  ]);
  const restricted = await entryOf(first);
  assert.equal(restricted.command, "RestrictUnits");
  const held = markOf(await lineAt(jimu, 6, line.batch, serial), "dispute");
  assert.ok(held?.blocks && held.number === restricted.restriction, JSON.stringify(held));
  await act(jimu, REGISTER, "制限を解除する", [["制限の番号", String(restricted.restriction)], ["いつから", today], paper]);
  assert.equal(markOf(await lineAt(jimu, 6, line.batch, serial), "dispute"), undefined);

  const label = [["対象のシリアル番号", ranges(line, 0, 1)], ["表示の種類", { choose: "停止" }], ["何についての表示か", "照会中"], ["いつから", today]];
  await act(jimu, REGISTER, "クレジットに表示を付ける・外す", [...label, ["付けるか外すか", { pick: "付ける" }]]);
  const labelled = (await lineAt(jimu, 6, line.batch, serial)).marks.find((mark) => mark.detail === "照会中");
  assert.ok(labelled?.blocks, "what is stopped does not move");
  await act(jimu, REGISTER, "クレジットに表示を付ける・外す", [...label, ["付けるか外すか", { pick: "外す" }]]);
  assert.equal((await lineAt(jimu, 6, line.batch, serial)).marks.some((mark) => mark.detail === "照会中" && mark.blocks), false);

  // No pack in force names a day on which units expire: the form says so, and asks for nothing.
  await jimu.go(REGISTER);
  await jimu.page.locator('xpath=//select[option[normalize-space()="期限の過ぎたクレジットを失効させる"]]').selectOption({ label: "期限の過ぎたクレジットを失効させる" });
  const region = jimu.page.getByRole("region", { name: "期限の過ぎたクレジットを失効させる" });
  await region.getByText("期限の定めが一つもありません", { exact: false }).waitFor();
  assert.equal(await region.locator("form").count(), 0);
  await checkPage(jimu.page, jimu.faults);

  // The forest's years of permanence have not passed: the buffer keeps what it has.
  const [aside] = await freeLines(jimu, 4);
  await act(jimu, REGISTER, "バッファーから返す", [["案件の番号", "1"], ["対象のシリアル番号", ranges(aside)], ["移す先の口座番号", "5"]], { refused: /永続性の(期間|報告)|森林の条件/ });
  assert.equal(await tonnes(jimu, 4), 3);
});

test("a mistaken record is mended, and another scheme's units are taken in once", options, async () => {
  const jimu = await who("jimu");
  const ogawa = await who("ogawa");
  // 1 t goes astray from account 8 to account 6.
  const astray = await ogawa.command("Transfer", { from: 8, to: 6, selection: { pick: { amount: "1" } } });
  const [moved] = astray.outcomes[0].ranges;
  const before = await tonnes(jimu, 8);
  const mended = await act(jimu, REGISTER, "記録の誤りを訂正する(クレジットを戻す)", [
    ["誤っていた記録の番号", String(astray.entry)],
    ["移す元の口座番号", "6"],
    ["移す先の口座番号", "8"],
    ["対象のシリアル番号", `${moved.batch}:${moved.first}-${Number(moved.end) - 1}`],
    ["理由", { choose: "誤記" }],
    ["意見を聴いた日", today],
    ["意見聴取の記録", { file: PDF }],
  ]);
  assert.equal((await entryOf(mended)).command, "CorrectRecord");
  assert.equal(await tonnes(jimu, 8), before + 1);

  const fields = [
    ["制度の名称", "Verra"],
    ["クレジットの種別", "VCU"],
    ["単位", { choose: "t-CO2" }],
    ["削減の年度", "2020"],
    ["場所", "Ethiopia"],
    ["削減か吸収か", { choose: "排出削減" }],
    ["技術か自然か", { choose: "技術に基づく" }],
    ["相手の登録簿のシリアル番号(そのまま)", "19385-941467432-941467441-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1"],
    ["最初の番号", "941467432"],
    ["最後の番号", "941467441"],
    ["相手の登録簿で発行された日", "2023-09-01"],
    ["移す先の口座番号", "8"],
    ["流通から外されたことを示す書類", { file: PDF }],
  ];
  // What the ledger refuses of one field stands there, in the field's words.
  await act(jimu, REGISTER, "ほかの制度のクレジットを受け入れる", fields.map(([name, value]) => [name, name === "削減の年度" ? "20X0" : value]), { refused: "項目「削減の年度」: 「FY20X0」は年度として読めません。" });
  const taken = await act(jimu, REGISTER, "ほかの制度のクレジットを受け入れる", fields);
  const { batch } = await entryOf(taken);
  assert.equal((await lineAt(jimu, 8, batch, 941467441)).units.value, "10");
  // The same serials never come in twice.
  await act(jimu, REGISTER, "ほかの制度のクレジットを受け入れる", fields, { refused: "既に受け入れられています" });
  await quiet(jimu);
});

test("Article 6: authorised, transferred first, adjusted, withdrawn; by the secretariat and by a ministry", options, async () => {
  const jimu = await who("jimu");
  const line = (await freeLines(jimu, 7)).find((one) => one.crediting_programme === "Verra" && one.marks.length === 0);
  const serial = Number(line.first_serial);
  const authorise = (first, count) => [
    ["対象のシリアル番号", ranges(line, first, count)],
    ["承認した国", "et"],
    ["NDC(国の目標)への利用", { pick: "認める" }],
    ["承認の日", today],
    ["承認書", { file: PDF }],
  ];
  // Three questions are answered with the same words: each in its group.
  const ticks = async (one, answers) => {
    for (const [name, word] of answers) await one.page.getByRole("group", { name }).getByText(word, { exact: true }).click();
  };
  const record = async (one, path, first, count) => {
    await one.go(path);
    await one.page.locator('xpath=//select[option[normalize-space()="国の承認を記録する"]]').selectOption({ label: "国の承認を記録する" });
    const form = one.page.getByRole("region", { name: "国の承認を記録する" }).locator("form");
    await fill(form, authorise(first, count).filter(([, value]) => !value.pick));
    await ticks(one, [["NDC(国の目標)への利用", "認める"], ["国際的な緩和(CORSIAなど)への利用", "認めない"], ["その他の目的への利用", "認めない"]]);
    await form.getByRole("button", { name: "記録する" }).click();
    const done = one.page.getByText(/台帳の\d+番に記録しました/).first();
    await done.waitFor();
    return entryOf(Number(/台帳の(\d+)番/.exec(await done.innerText())[1]));
  };
  const one = await record(jimu, REGISTER, 0, 10);
  assert.equal(one.command, "AuthoriseUnits");
  assert.equal(one.host, "ET");
  assert.equal(markOf(await lineAt(jimu, 7, line.batch, serial), "authorised").number, one.authorisation);
  const paper = ["根拠の書類", { file: PDF }];
  await act(jimu, REGISTER, "初回の移転を記録する", [["承認の番号", String(one.authorisation)], ["対象のシリアル番号", ranges(line, 0, 5)], ["取得した国", "jp"], ["行われた日", today], paper]);
  assert.equal(markOf(await lineAt(jimu, 7, line.batch, serial), "first_transferred").detail, "JP");
  await act(jimu, REGISTER, "相当調整を記録する", [
    ["調整した国", "et"],
    ["勘定の年(暦年)", today.slice(0, 4)],
    ["承認の番号", String(one.authorisation)],
    ["対象のシリアル番号", ranges(line, 0, 5)],
    ["状況", { choose: "済み" }],
    ["勘定の向き", { pick: "排出量に加える(実施国)" }],
    ["行われた日", today],
    paper,
  ]);
  assert.match(markOf(await lineAt(jimu, 7, line.batch, serial), "adjustment").detail, /^ET .* applied$/);

  // A ministry's own page, with papers of its own; admin acts there for 環境省.
  const ministry = await who("admin", 3);
  const two = await record(ministry, "/administration/ministry", 10, 3);
  assert.equal(two.command, "AuthoriseUnits");
  await checkPage(ministry.page, ministry.faults);
  await act(ministry, "/administration/ministry", "承認の取下げを記録する", [["承認の番号", String(two.authorisation)], ["行われた日", today], paper]);
  assert.equal(markOf(await lineAt(jimu, 7, line.batch, serial + 10), "authorised"), undefined);
  await quiet(jimu, ministry);
});

test("organisations and accounts: registered, renamed, given a role, stopped, succeeded; a clerical error and a sealed text", options, async () => {
  const jimu = await who("jimu");
  const { page } = jimu;
  await jimu.go("/secretariat/organisations");
  const form = page.locator("section").filter({ has: page.getByRole("heading", { name: "事業者を登録する" }) }).locator("form");
  await fill(form, [["名称", "架空試験農業協同組合"], ["ふりがな", "かくうしけんのうぎょうきょうどうくみあい"]]);
  await jimu.press("事業者を登録する", form);
  const made = Number(/\d+/.exec(await page.getByText(/事業者\d+として登録しました/).innerText())[0]);
  assert.equal((await jimu.get(`/administration/organisations/${made}`)).name, "架空試験農業協同組合");
  await jimu.go("/administration/organisations");
  await page.locator("#organisation-name").fill("架空試験林業株式会社");
  await jimu.press("事業者を登録する");
  await page.getByText(/記録\d+として受け付けました/).waitFor();
  assert.ok((await jimu.get("/organisations?text=架空試験林業&limit=5")).items.length === 1);
  await jimu.go("/administration/organisations/24");
  await page.locator("#rename-name").fill("株式会社あさひ野ホーム");
  await page.locator("#rename-from").fill(today);
  await jimu.press("名称の変更を記録する");
  await page.getByText(/記録\d+として受け付けました/).waitFor();
  assert.equal((await jimu.get("/administration/organisations/24")).name, "株式会社あさひ野ホーム");

  const rolesOf = async () => (await jimu.get("/people?text=sado")).items[0].roles.filter((role) => role.organisation === made).map((role) => role.role);
  await jimu.go("/administration/people/sado");
  await page.locator("#grant-organisation-text").fill("架空試験農業");
  await page.locator(`#grant-organisation option[value="${made}"]`).waitFor({ state: "attached" });
  await page.locator("#grant-organisation").selectOption(String(made));
  await page.locator("#grant-role").selectOption("proponent");
  await jimu.press("役割を与える");
  await page.getByText(/記録\d+として受け付けました/).waitFor();
  assert.deepEqual(await rolesOf(), ["proponent"]);
  await page.getByRole("row", { name: /架空試験農業/ }).getByRole("button", { name: "取り消す" }).click();
  await page.getByRole("row", { name: /架空試験農業/ }).waitFor({ state: "detached" });
  assert.deepEqual(await rolesOf(), []);

  const paper = ["根拠の書類", { file: PDF }];
  const ground = ["理由", { choose: "申請に不備がある" }];
  await act(jimu, REGISTER, "口座を停止する・停止を解く", [["口座番号", "16"], ["停止か解除か", { pick: "停止する" }], ground, paper]);
  assert.equal((await jimu.get("/accounts/16/record")).account.status, "suspended");
  await task(jimu, "account_suspended/16", [ground, ["書類", { file: PDF }]]);
  assert.equal((await jimu.get("/accounts/16/record")).account.status, "open");

  // 東部カーボン仲介 (21, account 17) is merged into つくばね信用サービス (25, account 21).
  const merged = await act(jimu, REGISTER, "事業者の承継を記録する", [["事業者の番号", "21"], ["承継する事業者の番号", "25"], ["承継の種類", { choose: "合併" }], ["行われた日", today], paper]);
  const { command, organisation, successor, kind } = await entryOf(merged);
  assert.deepEqual([command, organisation, successor, kind], ["RecordSuccession", 21, 25, "merger"]);
  const [left, right] = [await tonnes(jimu, 17), await tonnes(jimu, 21)];
  await act(jimu, REGISTER, "口座を承継者に引き継ぐ", [["口座番号", "17"], ["承継する者の口座番号", "21"], paper]);
  assert.deepEqual([(await jimu.get("/accounts/17/record")).account.status, await tonnes(jimu, 21)], ["closed", left + right]);

  const admin = await who("admin");
  const registered = [];
  for (const { entry } of (await admin.get("/audit/journal?command=RegisterOrganisation&limit=100")).items) {
    const read = await entryOf(entry);
    if (read.organisation === 6) registered.push(entry);
  }
  const kana = (await jimu.get("/administration/organisations/6")).name_kana;
  await act(jimu, REGISTER, "誤記を訂正する(名称・場所・よみがな)", [
    ["誤っていた記録の番号", String(registered[0])],
    ["訂正する項目", { choose: "事業者のよみがな" }],
    ["事業者の番号", "6"],
    ["いまの記載", kana],
    ["正しい記載", "カブシキカイシャエチゴミヤゲ"],
    ["理由", { choose: "誤記" }],
    paper,
  ]);
  assert.equal((await jimu.get("/administration/organisations/6")).name_kana, "カブシキカイシャエチゴミヤゲ");

  // The sealed note of a transfer is erased; its code stays.
  const ogawa = await who("ogawa");
  const sent = await ogawa.command("OfferTransfer", { from: 8, to: 6, selection: { pick: { amount: "1" } }, acceptance: true, expires_on: later(today, 5), note: "個人の名前" });
  const { note } = await entryOf(sent.entry);
  const code = note.commitment ?? note;
  assert.match(String(code), /^[0-9a-f]{64}$/, JSON.stringify(note));
  const erased = await act(jimu, REGISTER, "封をした記録を消去する", [["封の符号(64桁)", code], ["理由", { choose: "その他" }]]);
  assert.equal((await entryOf(erased)).command, "EraseSealed");
  assert.equal((await ogawa.get(`/offers/${sent.outcomes[0].offer}`)).note, "");
  await ogawa.command("EndOffer", { offer: sent.outcomes[0].offer });
  await checkPage(page, jimu.faults);
});

test("the holder's forms: an account asked for and closed, second person, agent, offer and return, trust", options, async () => {
  const jimu = await who("jimu");
  const date = await who("date");
  const { page } = date;
  await date.go("/account-request");
  await page.locator("#department").fill("調達部");
  await date.press("申請する");
  const asked = Number(/口座 (\d+) の開設/.exec(await page.getByText(/の開設を申請しました/).innerText())[1]);
  assert.equal((await date.get(`/accounts/${asked}/record`)).account.status, "requested");
  await date.command("FileAccountDocuments", {
    account: asked,
    holder_name: "みちのく青果流通株式会社",
    name_kana: "みちのくせいかりゅうつう",
    corporate_number: "5990000000706",
    representative: "代表取締役 伊達",
    address: "福島県福島市",
    contact: "024-000-0000",
    documents: [await date.kept("/account-documents")],
  });
  await jimu.command("DecideAccount", { account: asked, approved: true });
  await date.go(`/accounts/${asked}`);
  await page.getByText("二人目の確認", { exact: true }).waitFor();
  await date.press("設定を変える");
  await page.getByText("もう一人の確認を必要とする", { exact: true }).click();
  await page.locator("#above").fill("3");
  await date.press("設定する");
  await page.getByText("設定しました。").waitFor();
  const controlled = (await date.get(`/accounts/${asked}/record`)).account;
  assert.deepEqual([controlled.second_person, controlled.second_person_above.value], [true, "3"]);
  await date.press("代行者を選任する");
  await page.locator("#agent-text").fill("東部");
  await page.locator("#agent option", { hasText: "本所印刷" }).or(page.locator("#agent option", { hasText: "東部カーボン仲介" })).first().waitFor({ state: "attached" });
  await page.locator("#agent-text").fill("本所印刷");
  await page.locator("#agent option", { hasText: "本所印刷" }).waitFor({ state: "attached" });
  await page.locator("#agent").selectOption({ label: await page.locator("#agent option", { hasText: "本所印刷" }).first().innerText() });
  await page.locator("#agent-until").fill(later(today, 90));
  await fill(page.locator("main form").filter({ has: page.locator("#agent") }), [["委任状(PDF・画像)", { file: PDF }]]);
  await date.press("代行者を選任する", page.locator("main form").filter({ has: page.locator("#agent") }));
  await page.getByRole("button", { name: "解任する" }).waitFor();
  assert.deepEqual((await date.get(`/accounts/${asked}/record`)).agents.map((agent) => agent.agent.number), [7]);
  await date.press("解任する");
  await page.getByRole("button", { name: "解任する" }).waitFor({ state: "detached" });
  assert.deepEqual((await date.get(`/accounts/${asked}/record`)).agents.filter((agent) => agent.in_force), []);
  await page.getByText(`口座 ${asked} の閉鎖は取り消せないことを理解しました`).click();
  await date.press("口座を閉鎖する");
  await page.getByText("この口座では手続はできません。", { exact: false }).waitFor();
  assert.equal((await date.get(`/accounts/${asked}/record`)).account.status, "closed");
  await checkPage(page, date.faults);

  // The demo's open offer: 5 t of sado's to echigo.
  const echigo = await who("echigo");
  const before = await tonnes(jimu, 6);
  await echigo.go("/offers/3");
  await echigo.press("承諾する");
  await echigo.page.getByText("移転済み").first().waitFor();
  assert.equal(await tonnes(jimu, 6), before + 5);
  const ogawa = await who("ogawa");
  const gone = await ogawa.command("Transfer", { from: 8, to: 6, selection: { pick: { amount: "1" } } });
  const [moved] = gone.outcomes[0].ranges;
  await ogawa.go("/offers");
  await ogawa.page.getByText("申込みのない移転の返還を求める").click();
  const ask = ogawa.page.locator("details form");
  await fill(ask, [["誤った移転の記録番号", String(gone.entry)]]);
  const labels = await ask.locator("label").allInnerTexts();
  // Who gives back, who asks, then the batch with its first and last number.
  for (const [i, value] of [6, 8, moved.batch, moved.first, Number(moved.end) - 1].entries()) await ask.getByLabel(labels[i + 1], { exact: true }).fill(String(value));
  await ogawa.press("誤った移転の返還を求める", ask);
  await ask.getByText(/台帳の\d+番/).waitFor();
  const wanted = (await echigo.get("/returns?limit=50")).items.find((one) => one.status === "asked" && one.entry === gone.entry);
  await echigo.go(`/returns/${wanted.number}`);
  await echigo.press("返す");
  await echigo.page.getByText("この求めは決まっています。").waitFor();
  assert.equal((await echigo.get(`/returns/${wanted.number}`)).status, "returned");

  const trust = async (one, account, other, more) => {
    await one.go(`/accounts/${account}/trust`);
    const at = one.page;
    await more?.();
    await at.locator("#other-text").fill(other);
    await at.locator("#other option", { hasText: other }).waitFor({ state: "attached" });
    await at.locator("#other").selectOption({ label: (await at.locator("#other option", { hasText: other }).first().textContent()).trim() });
    // Without the units: what is missing is said, and nothing is sent.
    await one.press("信託を記録する", at.locator("main form"));
    await at.getByText("まだのものがあります", { exact: false }).waitFor();
    await at.locator('label[for^="line-"]').first().click();
    const first = at.getByLabel("最初の番号").first();
    await at.getByLabel("最後の番号").first().fill(await first.inputValue());
    await at.locator("#terms").fill("受益者は従業員、目的は2030年度の償却、2031年3月に終える。");
    await fill(at.locator("main form"), [["信託契約の写し(PDF・画像)", { file: PDF }]]);
    await one.press("信託を記録する", at.locator("main form"));
    const done = at.getByText(/信託を制限\d+番として記録しました/);
    await done.or(at.locator(".s-notice[role=alert]")).first().waitFor();
    return entryOf(Number(/台帳の(\d+)番/.exec(await done.innerText())[1]));
  };
  const kato = await who("kato", 7);
  const own = await trust(kato, 7, "両国印刷");
  assert.deepEqual([own.command, own.kind, own.settlor, own.trustee], ["RestrictUnits", "trust", 9, 7]);
  assert.ok(markOf(await lineAt(jimu, 7, own.ranges[0].batch, Number(own.ranges[0].first)), "trust"));
  await checkPage(kato.page, kato.faults);
  // The settlor: 1 t of account 8 goes to the trustee, and the trust with it.
  const given = await trust(ogawa, 8, "越後みやげ", async () => {
    await ogawa.page.getByText("委託者(クレジットを受託者の口座へ移す)").click();
    await ogawa.page.locator("#to").fill("6");
    await ogawa.page.getByText("自社では動かせなくなることを理解しました", { exact: false }).click();
  });
  assert.deepEqual([given.settlor, given.trustee], [8, 6]);
  assert.ok(markOf(await lineAt(jimu, 6, given.ranges[0].batch, Number(given.ranges[0].first)), "trust"));
  await quiet(date, echigo, ogawa, kato);
});

test("retirements from a list: judged row by row, asked for whole, completed together; one is withdrawn", options, async () => {
  const sakuma = await who("sakuma");
  const { page } = sakuma;
  const before = (await sakuma.get("/retirement-requests?limit=200")).items.length;
  const held = await tonnes(sakuma, 14);
  const head = ["口座", "数量", "使いみち", "利用者", "オフセット", "対象の内容", "備考"];
  const csv = (rows) => Buffer.from(`\ufeff${[head, ...rows].map((row) => row.join(",")).join("\r\n")}`);
  await sakuma.go("/bulk-retirements");
  const input = page.locator("main input[type=file]").first();
  // A row that fits, a word that is no purpose, a number that is none, an account of somebody else, and more than the rows before leave.
  await input.setInputFiles({
    name: "list.csv",
    mimeType: "text/csv",
    buffer: csv([
      [14, 2, "自主的な無効化", "", "", "", ""],
      [14, 1, "祝日", "", "", "", ""],
      [14, "x", "自主的な無効化", "", "", "", ""],
      [8, 1, "自主的な無効化", "", "", "", ""],
      [14, held - 1, "自主的な無効化", "", "", "", ""],
      [14, 1, "自主的な無効化", "架空の会社", "", "", ""],
    ]),
  });
  await page.getByText("6行のうち5行が通りません", { exact: false }).waitFor();
  const report = page.getByRole("table", { name: "結果" });
  const row = async (i) => (await report.locator("tbody tr").nth(i).innerText()).replace(/\s+/g, " ");
  assert.match(await row(0), /^2 通ります 2 /);
  assert.match(await row(1), /「使いみち」の「祝日」は読めません/);
  assert.match(await row(2), /「数量」の「x」/);
  assert.match(await row(3), /口座8では/);
  assert.match(await row(4), new RegExp(`${held} t-CO.\\s?で、${held + 1} t-CO.\\s?に足りません`));
  assert.match(await row(5), /利用者「架空の会社」が見つかりません/);
  assert.equal(await page.getByRole("button", { name: "まとめて申請する" }).count(), 0);
  await checkPage(page, sakuma.faults);
  assert.equal((await sakuma.get("/retirement-requests?limit=200")).items.length, before);

  const good = { name: "list.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: workbook([head, [14, 2, "自主的な無効化", "", "", "", "一"], [14, 3, "カーボン・オフセット", "", "製品", "机50台", "二"]]) };
  await input.setInputFiles(good);
  await page.getByText("2行、5単位をまとめて申請できます。", { exact: false }).waitFor();
  await sakuma.press("まとめて申請する");
  await page.getByText("2行、5単位の無効化を申請しました。", { exact: false }).waitFor();
  const asked = (await sakuma.get("/retirement-requests?limit=200")).items.filter((one) => one.status === "requested" && one.account.account === 14);
  assert.deepEqual(asked.map((one) => one.units.value).sort(), ["2", "3"]);
  // The same list once more is the same request.
  await sakuma.go("/bulk-retirements");
  await page.locator("main input[type=file]").first().setInputFiles(good);
  await page.getByText("2行、5単位をまとめて申請できます。", { exact: false }).waitFor();
  await sakuma.press("まとめて申請する");
  await page.getByText("同じ一覧は前に申請されています。", { exact: false }).waitFor();
  assert.equal((await sakuma.get("/retirement-requests?limit=200")).items.length, before + 2);

  await page.getByRole("button", { name: "申請した無効化を見て完了する" }).click();
  await page.waitForURL("**/my-retirements");
  for (const one of asked) await page.locator(`label[for="pick-${one.retirement}"]`).click();
  await page.getByRole("button", { name: /選んだ2件/ }).first().click();
  await sakuma.press("まとめて記録する");
  await page.getByText(/2件を記録しました/).waitFor();
  assert.equal(await tonnes(sakuma, 14), held - 5);
  for (const one of asked) assert.equal((await sakuma.get(`/retirement-requests/${one.retirement}`)).status, "confirmed");

  const last = await sakuma.command("ApplyRetirement", { account: 14, end_use: "retirement", user: 18, uses: [{ purpose: "own_retirement", report: "" }], offset: "none", selection: { pick: { amount: "1" } } });
  const number = last.outcomes[0].retirement;
  await sakuma.go(`/my-retirements/${number}`);
  await sakuma.press("取り下げる");
  await page.getByText("取下げ", { exact: true }).first().waitFor();
  assert.equal((await sakuma.get(`/retirement-requests/${number}`)).status, "withdrawn");
  await quiet(sakuma);
});

test("a token with the auditor's scope reads the journal, and nothing more than it names", options, async () => {
  const kansa = await who("kansa");
  const { page } = kansa;
  await kansa.go("/account/tokens");
  await page.locator("#token-name").fill("夜間の照合");
  await page.locator('label[for="scope-audit"]').click();
  await checkPage(page, kansa.faults);
  await kansa.press("トークンを作る");
  const token = (await page.locator("#new-token").innerText()).trim();
  assert.deepEqual((await kansa.get("/account/tokens")).items.find((one) => one.name === "夜間の照合").scopes.sort(), ["audit", "read"]);
  const asked = async (path) => (await fetch(`${process.env.SUMI_WEB_URL}/api/v1${path}`, { headers: { Authorization: `Bearer ${token}` } })).status;
  assert.deepEqual([await asked("/audit/journal?limit=1"), await asked("/security-log")], [200, 403]);
});

// A proposal whose days for comments are over when the forest's test begins.
const PROPOSAL = [
  "at 2033-04-04T09:00",
  'as ota for O1: do ProposeMethodology title_ja="下刈りの省略" title_en="Less weeding" document=sha:proposal',
  "at 2033-04-05T09:00",
  "as jimu for 1: do ReviewMethodology proposal=1 positive=true opinion=sha:opinion",
  "at 2033-04-06T09:00",
  "as jimu for 1: do OpenComment proposal=1 period=2033-04-10..2033-05-10 draft=sha:draft",
].join("\n");
// The forest's own story (examples/forest), played until its credits were sold; then the years pass until its permanence is reported (its README calculates the figures by hand).
test("a forest: terms, two reversals, what makes them good, its permanence, its end", options, async () => {
  const folder = mkdtempSync(join(tmpdir(), "sumi-forest-"));
  cpSync(fileURLToPath(new URL("../../examples/forest", import.meta.url)), folder, { recursive: true });
  const whole = readFileSync(join(folder, "story.inc"), "utf8");
  const cut = whole.indexOf("\n# ---- 台風");
  assert.ok(cut > 0, "the forest's story has no typhoon");
  const now = "2033-05-20";
  // A second plan for the terms; and 120 t are bought back for what the cooperative will have lost by its own act.
  writeFileSync(join(folder, "story.inc"), `${whole.slice(0, cut)}\n${PROPOSAL}\nat ${now}T09:00\nas ota for O1: draft P2 "plan.toml" proponents=O1\nas kubo for O3: transfer A3 A1 120 price=13500\n`);
  const store = await startStore(folder);
  try {
    const ota = await person(browser, "ota", undefined, store);
    const jimu = await person(browser, "jimu", undefined, store);
    const { page } = ota;
    const paper = ["添える書類", { file: PDF }];
    const terms = (share) => [["バッファーに入れる割合", share], ["永続性を保つ年数", "10"], ["毎年の報告の期限(年度が終わってから何か月以内か)", "3"]];
    await act(ota, "/cases/2", "森林のバッファーと永続性の条件を定める(森林のみ)", terms("2"), { refused: "の範囲にありません" });
    await act(ota, "/cases/2", "森林のバッファーと永続性の条件を定める(森林のみ)", terms("3.5"));
    const admin = await person(browser, "admin", undefined, store);
    const last = async () => admin.get(`/audit/journal/${(await admin.get("/audit/journal?limit=1")).items[0].entry}`);
    const fixed = await last();
    assert.deepEqual([fixed.line.command, fixed.public_fields.buffer_rate], ["SetForestTerms", "0.035"]);

    const lost = (kind, count) => [["原因", { choose: kind }], ["起きた日", "2029-05-20"], ["失われた吸収量", count], paper];
    const name = "吸収量の消失を記録する(森林のみ)";
    await act(ota, "/cases/1", name, lost("自然のかく乱", "45"));
    assert.equal(String((await last()).public_fields.from_buffer), "45");
    // The buffer holds 62 t (3 % of 2,078); 45 of them are drawn for the typhoon.
    const buffer = (await jimu.get("/accounts?limit=50")).items.find((one) => one.kind === "buffer").account;
    assert.equal(await tonnes(jimu, buffer), 62);
    await jimu.go("/secretariat/measures?measure=buffer&project=1");
    await jimu.page.getByLabel("消失の番号").fill("1");
    await jimu.page.locator('label[for^="line-"]').first().click();
    const first = Number(await jimu.page.getByLabel("最初の番号").first().inputValue());
    await jimu.page.getByLabel("最後の番号").first().fill(String(first + 44));
    await jimu.press("バッファーから補う");
    await jimu.page.getByText(/台帳の\d+番/).waitFor();
    assert.equal(await tonnes(jimu, buffer), 17);

    const due = ["補填の期限", "2034-03-31"];
    // The secretariat records what it learns of itself.
    await jimu.go("/secretariat/measures?measure=reversal&project=1");
    await fill(jimu.page.locator("main form"), [...lost("自らの行為", "120").slice(0, 3), due, ["書類", { file: PDF }]]);
    await jimu.press("記録する");
    await jimu.page.getByText(/台帳の\d+番/).waitFor();
    assert.equal(String((await last()).public_fields.obligation), "1");
    const account = (await ota.get("/accounts?limit=50")).items.find((one) => one.balances.some((balance) => Number(balance.held.value) >= 120)).account;
    const asked = await ota.command("ApplyRetirement", { account, end_use: "cancellation", user: ota.organisation, uses: [{ purpose: "reversal", report: "" }], offset: "none", selection: { pick: { amount: "120" } } });
    const { retirement } = asked.outcomes[0];
    const hirano = await person(browser, "hirano", undefined, store);
    await hirano.command("ExecuteRetirement", { retirement });
    const waits = async () => (await jimu.get("/inbox?limit=100")).items.filter((one) => one.kind === "obligation_to_settle");
    const [owed] = await waits();
    await task(jimu, owed.key, [["取消しの番号", String(retirement)]]);
    assert.deepEqual(await waits(), []);

    const report = (year) => [["何年目の報告か", year], ["森林の状態", { pick: "保たれている" }], paper];
    // The crediting period ended on 2032-03-31: the second year after it runs until 2034-03-31.
    await act(ota, "/cases/1", "森林の永続性を報告する(森林のみ)", report("2"), { refused: "まだ終わっていません" });
    await act(ota, "/cases/1", "森林の永続性を報告する(森林のみ)", report("1"));
    const reported = await last();
    assert.deepEqual([reported.line.command, reported.public_fields.year, reported.public_fields.kept].map(String), ["ReportPermanence", "1", "true"]);
    await act(jimu, REGISTER, "バッファーから返す", [["案件の番号", "1"], ["対象のシリアル番号", `1:${first + 45}-${first + 46}`], ["移す先の口座番号", String(account)]], { refused: "まだ終わっていません" });
    await checkPage(page, ota.faults);

    const [comments] = (await jimu.get("/inbox?limit=100")).items.filter((one) => one.kind === "comment_to_close");
    await task(jimu, comments.key, [["寄せられた意見の数", "2"], ["意見への回答", { file: PDF }]]);
    const round = await onDocket(jimu, (one) => one.kind === "methodology", now);
    const iin = await person(browser, "iin", undefined, store);
    await iin.go(`/rounds/${round}`);
    const item = iin.page.getByRole("article").first();
    await item.getByLabel("方法論の番号").fill("FO-009");
    await item.getByLabel("規則パックのハッシュ").fill("5".repeat(64));
    await iin.press("承認する", item);
    await item.getByText("承認", { exact: true }).first().waitFor();
    const decided = await last();
    assert.deepEqual([decided.line.command, decided.public_fields.number, String(decided.public_fields.approved)], ["DecideMethodology", "FO-009", "true"]);
    await quiet(jimu, iin);
  } finally {
    await store.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("help and follow-up: asked for, and recorded", options, async () => {
  const [izumi, jimu] = [await who("izumi"), await who("jimu")];
  const { page } = izumi;
  await izumi.go("/plans/support");
  await page.locator('#support-case option[value="7"]').waitFor({ state: "attached" });
  await page.locator("#support-case").selectOption("7");
  await page.locator("#support-kind").selectOption("verification_cost");
  await page.locator("#support-body").selectOption("small_company");
  await page.locator("#support-tonnes").fill("9999");
  await fill(page.locator("main"), [["申請書", { file: PDF }]]);
  await izumi.press("支援を申請する");
  // The plan itself expects less: the refusal stands there, and the form keeps what was typed.
  await page.getByText("計画書の年平均", { exact: false }).waitFor();
  await page.locator("#support-tonnes").fill("200");
  await izumi.press("支援を申請する");
  await page.getByText(/受け付けました\(記録\d+\)/).waitFor();
  assert.ok((await izumi.get("/proponent/support")).items.some((one) => one.project === 7 && one.kind === "verification_cost" && !one.decided));
  await jimu.go("/support/follow-ups");
  await jimu.page.locator("#follow-project").selectOption("10");
  await jimu.page.locator("#follow-reason").selectOption({ index: 1 });
  await jimu.page.locator("#follow-step").selectOption({ index: 1 });
  await jimu.page.locator("#follow-on").fill(later(today, 30));
  await jimu.press("フォローアップを記録する");
  await jimu.page.getByText(/記録\d+/).waitFor();
  const row = (await jimu.get("/support/follow-ups")).items.find((one) => one.project === 10);
  assert.equal(row.next_on, later(today, 30));
  await quiet(izumi, jimu);
});

test("a programme: a list is taken in, a member that looks like another is decided, changed, erased; a sample is drawn", options, async () => {
  const [unei, jimu] = [await who("unei"), await who("jimu")];
  const { page } = unei;
  const { cited } = await unei.api("POST", "/proponent/evidence", "%PDF-1.4\n%%EOF\n", "application/pdf");
  const head = "会員番号,氏名又は名称,フリガナ,住所,区分,入会申込日,開始日,対象期間,退会日,設備番号,計器番号,同意の範囲,同意の終わり,根拠資料";
  // The first lives where H0001 of the examples' programme lives; the second nowhere near.
  const rows = [
    ["H9001", "江ノ木 次郎", "エノキ ジロウ", "茨城県試山市手本通3丁目31番3号", "PCS-2026-90001,KB15-900001"],
    ["H9002", "架空 花子", "カクウ ハナコ", "茨城県試山市手本通99丁目1番1号", "PCS-2026-90002,KB15-900002"],
  ].map(([own, name, kana, home, things]) => `${own},${name},${kana},${home},kodate,2026-10-05,2026-09-20,2026-11-01..2033-03-31,,${things},programme_terms_and_visits,2035-03-31,${cited}`);
  const csv = (lines) => ({ name: "members.csv", mimeType: "text/csv", buffer: Buffer.from([head, ...lines].join("\n")) });
  await unei.anew("/cases/4/members");
  const input = page.locator("main input[type=file]").first();
  await input.setInputFiles(csv([rows[0].replace("2026-10-05", "去年")]));
  await page.getByText("誤りのある行が1行あります。", { exact: false }).waitFor();
  await input.setInputFiles(csv(rows));
  await page.getByText("2行を読みました。", { exact: false }).waitFor();
  await unei.press("会員として登録する");
  await page.getByText("2人を登録しました。", { exact: false }).waitFor();
  const member = async (own) => (await unei.get(`/proponent/cases/4/members?text=${own}`)).items[0];
  assert.equal((await member("H9002")).status, "active");

  const matches = async () => (await jimu.get("/proponent/cases/4/matches")).items;
  const open = (await matches()).find((one) => one.open && one.member.own === "H9001");
  assert.equal(open.other.own, "H0001");
  await jimu.anew("/cases/4/matches");
  const card = jimu.page.getByRole("article").filter({ has: jimu.page.locator(`#ground-${open.match}`) });
  await card.locator(`#ground-${open.match}`).selectOption("double_registration");
  await checkPage(jimu.page, jimu.faults);
  await card.getByRole("button", { name: "同じ会員です(後から入った会員を除く)" }).click();
  await card.waitFor({ state: "detached" });
  const decided = (await matches()).find((one) => one.match === open.match);
  assert.deepEqual([decided.open, decided.decision], [false, "duplicate"]);
  assert.equal((await member("H9001")).status, "excluded");

  await unei.anew("/cases/4/members");
  const opened = async (own) => {
    await page.locator("#member-search").fill(own);
    await page.getByText("架空 花子", { exact: false }).first().click();
    return page.getByRole("dialog");
  };
  let dialog = await opened("H9002");
  await dialog.locator("select").selectOption("leave");
  await dialog.locator("#change-on").fill(today);
  await fill(dialog, [["根拠資料", { file: PDF }]]);
  await unei.press("変更を記録する", dialog);
  await dialog.getByText("変更を記録しました。").waitFor();
  assert.equal((await member("H9002")).status, "left");
  await unei.anew("/cases/4/members");
  dialog = await opened("H9002");
  assert.equal(await dialog.getByRole("button", { name: "氏名と住所を消去する" }).isDisabled(), true, "it cannot be undone");
  await dialog.getByText("元に戻せないことを理解しました", { exact: false }).or(dialog.getByText("消すと元に", { exact: false })).first().click();
  await unei.press("氏名と住所を消去する", dialog);
  await page.waitForFunction(() => document.querySelector("[role=dialog] .cds--btn--danger")?.disabled !== false);
  for (let i = 0; i < 50 && !(await member("H9002")).erased; i += 1) await new Promise((resolve) => setTimeout(resolve, 200));
  assert.equal((await member("H9002")).erased, true);

  // The page makes the seed, shows it once, and records what it commits to (src/project/member_commands.h: SHA-256 of the byte 5 and the seed).
  await unei.anew("/cases/4");
  const names = ["標本のもとになる会員の名簿を固定する(プログラム型)", "会員の標本を抽出する(プログラム型)"];
  const { period } = (await jimu.get("/proponent/cases/4")).reports.at(-1);
  const [from, to] = period.split("..");
  await page.locator(`xpath=//select[option[normalize-space()="${names[0]}"]]`).first().selectOption({ label: names[0] });
  const form = page.getByRole("region", { name: names[0] });
  const seed = /[0-9a-f]{64}/.exec(await form.innerText())[0];
  await fill(form.locator("form"), [["モニタリング期間の初日", from], ["モニタリング期間の最終日", to]]);
  await unei.press("記録する", form);
  const done = page.getByText(/台帳の\d+番に記録しました/).first();
  await done.waitFor();
  const fixed = await entryOf(Number(/台帳の(\d+)番/.exec(await done.innerText())[1]));
  assert.equal(fixed.seed_commitment, createHash("sha256").update(Buffer.concat([Buffer.from([5]), Buffer.from(seed, "hex")])).digest("hex"));
  const other = randomBytes(32).toString("hex");
  const draw = (words) => [["固定した名簿の番号", String(fixed.list)], ["保管した種", words], ["会員の区分(空なら全員)", "kodate"], ["抽出する人数", "64"]];
  await act(unei, "/cases/4", names[1], draw(other), { refused: "約束と合いません" });
  const drawn = await entryOf(await act(unei, "/cases/4", names[1], draw(seed)));
  assert.equal(drawn.command, "DrawSample");
  await quiet(unei, jimu);
});

// What the committee is asked: a round is opened and what waits put on its docket by the API, decided by the form.
async function onDocket(jimu, fits, day = today) {
  const { next_round: round, committee } = await jimu.get("/rounds");
  await jimu.command("OpenRound", { round, held_on: day, quorum: 1, members: committee.map((one) => one.person) });
  const one = (await jimu.get(`/rounds/${round}`)).waiting.find(fits);
  assert.ok(one, "nothing of it waits for the committee");
  const named = Object.fromEntries(["project", "report", "change", "proposal"].filter((name) => one[name]).map((name) => [name, one[name]]));
  await jimu.command("PutOnDocket", { round, kind: one.kind, ...named });
  return round;
}

test("a case: findings and returns answered, an appeal granted, too much issued and made good, its end", options, async () => {
  const [jimu, tanaka, mori, iin, ogawa] = [await who("jimu"), await who("tanaka"), await who("mori"), await who("iin"), await who("ogawa")];
  const { page } = tanaka;
  const { report: open } = await reported(page);
  const raised = await mori.command("RaiseFinding", { project: PROJECT, report: open, kind: "clarification", document: await mori.kept("/verifier/documents"), text: "請求書の写しはどこですか。" });
  const { finding } = raised.outcomes[0];
  await tanaka.anew(`/cases/${PROJECT}`);
  await page.getByText("請求書の写しはどこですか。").waitFor();
  const answer = page.locator("form").filter({ has: page.locator(`#answer-${finding}`) });
  await answer.locator(`#answer-${finding}`).fill("別紙のとおりです。");
  await fill(answer, [["根拠資料", { file: PDF }]]);
  await tanaka.press("回答を送る", answer);
  await page.getByText("別紙のとおりです。").waitFor();
  const answered = (await tanaka.get(`/proponent/cases/${PROJECT}`)).findings.find((one) => one.finding === finding);
  assert.deepEqual([answered.stage, answered.remarks.at(-1).text], ["answered", "別紙のとおりです。"]);
  await mori.command("CloseFinding", { project: PROJECT, finding, settled: true, document: await mori.kept("/verifier/documents"), text: "足りました。" });

  const session = await mori.get("/session");
  const made = await mori.api("POST", "/verifier/statement", { project: PROJECT, report: open, positive: true, conclusion: "誤りはありません。", signatory: "森" });
  await mori.command("RecordVerification", { project: PROJECT, report: open, verifier: session.organisations[0].id, positive: true, trace: made.trace, statement: made.statement });
  await tanaka.command("ApplyForCertification", { project: PROJECT, report: open, programme_code: "JC", credit_type: "ER" });
  await jimu.command("ReturnForCorrection", { project: PROJECT, report: open, ground: "document_defective", deadline: later(today, 30), document: await jimu.kept("/secretariat/documents") });
  await tanaka.anew(`/cases/${PROJECT}`);
  const returns = page.locator("section").filter({ has: page.getByRole("button", { name: "回答を送る" }) }).last();
  await fill(returns, [["根拠資料", { file: PDF }]]);
  await tanaka.press("回答を送る", returns);
  await page.getByRole("button", { name: "回答を送る" }).waitFor({ state: "detached" });
  assert.equal((await tanaka.get(`/proponent/cases/${PROJECT}`)).returns.find((one) => one.report === open).stage, "answered");

  // Who refused does not decide the appeal: another member does the first.
  const [second] = (await jimu.get("/people?text=kansa")).items;
  await jimu.command("Grant", { person: second.person, organisation: iin.organisation, role: "committee" });
  const kansa = await who("kansa", iin.organisation);
  const round = await onDocket(jimu, (one) => one.kind === "certification" && one.report === open);
  await kansa.command("DecideCertification", { project: PROJECT, report: open, round, approved: false, ground: "insufficient_data" });
  await jimu.command("CloseRound", { round, minutes: await jimu.kept("/secretariat/documents") });
  await tanaka.anew(`/cases/${PROJECT}`);
  await act(tanaka, `/cases/${PROJECT}`, "不服を申し立てる", [["何についての申立てか", { choose: `報告書${open}の認証を認めない決定` }], ["添える書類", { file: PDF }]]);
  const again = await onDocket(jimu, (one) => one.kind === "appeal");
  await iin.go(`/rounds/${again}`);
  const item = iin.page.getByRole("article").filter({ hasText: "異議" }).first();
  await iin.press("承認する", item);
  await item.getByRole("link", { name: /通知書/ }).waitFor();
  await quiet(iin);
  const granted = (await jimu.get(`/rounds/${again}`)).docket[0];
  assert.deepEqual([granted.kind, granted.decided, granted.approved], ["appeal", true, true]);

  // 1 t of the boiler's first certification was too much; its holder cancels 1 t for it.
  const { reports } = await tanaka.get(`/proponent/cases/${PROJECT}`);
  const { certification } = reports.find((one) => one.certification);
  await jimu.go("/secretariat/measures?measure=over&project=2");
  await fill(jimu.page.locator("main form"), [
    ["認証の番号", String(certification)],
    ["過大だった数量", "1"],
    ["理由", { choose: "計測の誤り" }],
    ["取消しの期日", later(today, 60)],
    ["書類", { file: PDF }],
  ]);
  await jimu.press("記録する");
  await jimu.page.getByText(/台帳の\d+番/).waitFor();
  const asked = await ogawa.command("ApplyRetirement", { account: 8, end_use: "cancellation", user: 8, uses: [{ purpose: "error_correction", report: "" }], offset: "none", selection: { pick: { amount: "1", project: PROJECT } } });
  await ogawa.command("ExecuteRetirement", { retirement: asked.outcomes[0].retirement });
  const owed = (await jimu.get("/secretariat/tasks?limit=200")).items.filter((one) => one.kind === "obligation_to_settle");
  assert.equal(owed.length, 1);
  await task(jimu, owed[0].key, [["取消しの番号", String(asked.outcomes[0].retirement)]]);
  assert.equal((await jimu.get("/secretariat/tasks?limit=200")).items.some((one) => one.kind === "obligation_to_settle"), false);

  // Whoever verified the report may say so too, where its review has ended.
  const checked = reports.find((one) => one.certification).report;
  const told = await entryOf(await act(mori, `/verification/${PROJECT}/reports/${checked}`, "過大な発行を記録する", [["認証の番号", String(certification)], ["過大だった数量", "1"], ["理由", { choose: "計測の誤り" }], ["取消しの期日", later(today, 60)], ["根拠となる書類", { file: PDF }]]));
  assert.deepEqual([told.command, told.project, told.tonnes].map(String), ["RecordOverIssuance", String(PROJECT), "1"]);

  const site = await entryOf(await act(tanaka, `/cases/${PROJECT}`, "クレジットを生む場所を登録する", [["設備や森林の所在地", "東京都墨田区架空町1-2-3"]]));
  assert.deepEqual([site.command, site.project], ["RecordSite", PROJECT]);
  // Sealed: the entry holds its code, and nowhere the place itself.
  assert.ok(!JSON.stringify(site).includes("架空町"));
  await jimu.go("/secretariat/measures?measure=site");
  await fill(jimu.page.locator("main form"), [["案件の番号", String(PROJECT)], ["設備や森林の所在地", "東京都墨田区架空町1-2-4"]]);
  await jimu.press("記録する");
  const recorded = jimu.page.getByText(/台帳の\d+番/);
  await recorded.waitFor();
  assert.equal((await entryOf(Number(/台帳の(\d+)番/.exec(await recorded.innerText())[1]))).command, "RecordSite");
  const hold = [["案件の番号", String(PROJECT)], ["事由", { choose: "争い" }], ["事由の生じた日", today], ["書類", { file: PDF }]];
  for (const [word, set] of [["止める", true], ["解除する", false]]) {
    await jimu.go("/secretariat/measures?measure=hold");
    const form = jimu.page.locator("main form");
    await fill(form, hold);
    await form.getByText(word, { exact: true }).click();
    await jimu.press("記録する", form);
    const done = jimu.page.getByText(/台帳の\d+番/);
    await done.waitFor();
    const entry = await entryOf(Number(/台帳の(\d+)番/.exec(await done.innerText())[1]));
    assert.deepEqual([entry.command, entry.set], ["HoldProject", set], word);
  }
  // Nothing after today is certified any more.
  const kinu = await who("kinu");
  await act(kinu, "/cases/10", "案件を取り下げる", [["理由", { choose: "事業又は設備の使用を終えた" }], ["取り下げる日", later(today, 1)], ["添える書類", { file: PDF }]]);
  assert.match((await kinu.get("/projects/10")).stage, /withdrawn/);
  await checkPage(kinu.page, kinu.faults);
  await quiet(jimu, tanaka);
});

test("a change of a registered plan is validated and decided", options, async () => {
  const [izumi, mori, jimu, iin] = [await who("izumi"), await who("mori"), await who("jimu"), await who("iin")];
  const draft = await izumi.api("POST", "/proponent/drafts", { project: 7 });
  const read = await izumi.send("GET", `/proponent/drafts/${draft.draft}`);
  const { plan } = JSON.parse(read.text);
  plan.project.name += " 2";
  const saved = await izumi.send("PUT", `/proponent/drafts/${draft.draft}`, { plan }, "application/json", { "If-Match": read.etag });
  assert.ok(saved.status < 300, saved.text);
  await izumi.go(`/plans/${draft.draft}`);
  await izumi.press("計画の変更を届け出る");
  const dialog = izumi.page.getByRole("dialog");
  await fill(dialog, [["変更の種類", { choose: "設備" }], ["計画変更届", { file: PDF }]]);
  await izumi.press("計画の変更を届け出る", dialog);
  await izumi.page.waitForURL(/\/cases\/7$/);
  const review = (await mori.get("/verifier/reviews?limit=100")).items.find((one) => one.project === 7 && one.change > 0);
  assert.ok(review, "the change waits for the verifier");

  // Where the register of accreditations is kept, the body declares its interests before it begins.
  const choices = await jimu.get("/secretariat/choices");
  await jimu.command("RecordAccreditation", { verifier: mori.organisation, standard: "ISO 14065", scopes: choices.scopes, valid_from: "2024-01-01", valid_to: later(today, 365), certificate: await jimu.kept("/secretariat/documents") });
  await mori.anew(`/verification/7/changes/${review.change}`);
  const declare = mori.page.locator("section").filter({ has: mori.page.getByRole("heading", { name: "利害関係の申告" }) });
  await fill(declare, [["利害関係", { pick: "ありません" }], ["申告書", { file: PDF }]]);
  await mori.press("申告する", declare);
  await mori.page.getByRole("tab", { name: "報告書", exact: true }).click();
  await mori.page.locator("label[for=result-positive]").click();
  await mori.page.getByLabel("結論").fill("変更は要件を満たしています。");
  await mori.page.getByLabel("署名する人").fill("森");
  await mori.press("署名して提出する");
  await mori.page.getByText("報告書を記録しました", { exact: false }).waitFor();
  const round = await onDocket(jimu, (one) => one.kind === "change" && one.project === 7);
  await iin.anew(`/rounds/${round}`);
  await iin.press("承認する", iin.page.getByRole("article").first());
  await iin.page.getByRole("link", { name: /通知書/ }).first().waitFor();
  const [item] = (await jimu.get(`/rounds/${round}`)).docket;
  assert.deepEqual([item.kind, item.decided, item.approved], ["change", true, true]);
  assert.equal((await jimu.get("/projects/7")).title, plan.project.name);

  // In the same round a methodology is abolished.
  await iin.press("方法論を廃止する");
  const form = iin.page.locator("form").filter({ has: iin.page.getByRole("button", { name: "廃止を決定する" }) });
  await fill(form, [["廃止する方法論の番号", "EN-S-008"], ["廃止の日", later(today, 30)]]);
  await iin.press("廃止を決定する", form);
  await form.getByText("記録する前に、ここに印を付けてください。").waitFor();
  await form.getByText("元に戻せないことを理解しています", { exact: false }).click();
  await iin.press("廃止を決定する", form);
  await form.getByText(/台帳の\d+番/).waitFor();
  const abolished = await entryOf(Number(/台帳の(\d+)番/.exec(await form.innerText())[1]));
  assert.deepEqual([abolished.command, abolished.number], ["AbolishMethodology", "EN-S-008"]);
  await quiet(izumi, mori, jimu, iin);
});

test("a methodology is proposed by whoever would use it, reviewed, and laid open for comment", options, async () => {
  const [tanaka, jimu] = [await who("tanaka"), await who("jimu")];
  const proposed = await entryOf(
    await act(tanaka, "/plans/methodology", "方法論を提案する", [
      ["方法論の番号", "EN-S-099"],
      ["名称(日本語)", "架空の省エネルギー設備の導入"],
      ["名称(英語)", "Introduction of imaginary equipment"],
      ["新規か改定か", { pick: "新しい方法論" }],
      ["案の文書", { file: PDF }],
    ]),
  );
  assert.equal(proposed.command, "ProposeMethodology");
  await checkPage(tanaka.page, tanaka.faults);
  const waits = async (kind) => (await jimu.get("/secretariat/tasks?limit=300")).items.find((one) => one.kind === kind && one.number === proposed.proposal);
  await task(jimu, (await waits("methodology_review")).key, [["審査の結果", { pick: "採り上げる" }], ["審査意見書", { file: PDF }]]);
  await task(jimu, (await waits("comment_to_open")).key, [["意見募集の初日", today], ["意見募集の最終日", later(today, 30)], ["意見を募る案", { file: PDF }]]);
  assert.equal(await waits("comment_to_open"), undefined);
  await quiet(jimu);
});

// The rulebook that comes with the program lets nothing expire: a ministry adopts a table that does (its rule is made up), then the same form has something to choose.
test("a ministry adopts a rule by which units expire, and they do", options, async () => {
  const [admin, jimu] = [await who("admin"), await who("jimu")];
  const pack = new URL("../../rulebook/packs/jcredit-registry/", import.meta.url);
  const files = readdirSync(pack).map((name) => [`jcredit-registry/${name}`, readFileSync(new URL(name, pack), "utf8")]);
  const table = `
[[table]]
name = "expiries"
file = "expiries.csv"
title = { ja = "期限の定め", en = "Expiries" }
key = ["rule"]
validity = { kind = "always" }
columns = [
  { name = "programme_code", kind = "text", title = { ja = "制度記号", en = "Programme code" } },
  { name = "last_day", kind = "text", title = { ja = "最終日", en = "Last day" } },
]
`;
  const [description] = files.filter(([name]) => name.endsWith("pack.toml"));
  description[1] = description[1].replace(/^edition = ".*"$/m, 'edition = "2026-12"') + table;
  files.push(["jcredit-registry/expiries.csv", "rule,programme_code,last_day,source_id,confidence\nimaginary,JC,2026-03-31,jcm-registry-ordinance-2025,high\n"]);
  const { page } = admin;
  await admin.go("/administration/packs");
  await page.locator("main input[type=file]").first().setInputFiles({ name: "pack.zip", mimeType: "application/zip", buffer: zip(files) });
  await page.waitForURL(/\/administration\/packs\/[0-9a-f]{64}$/);
  await page.locator("#adopt-authority").selectOption("2");
  await checkPage(page, admin.faults);
  await admin.press("採用する");
  const said = page.getByText(/記録\d+として採用しました/);
  await said.waitFor();
  const adopted = await entryOf(Number(/記録(\d+)として/.exec(await said.innerText())[1]));
  assert.deepEqual([adopted.command, adopted.family, adopted.edition], ["AdoptRulebook", "jcredit-registry", "2026-12"]);

  // Where they go: an account of the registry's own, which a second person opens where it is not open at once.
  const { account } = (await jimu.command("RequestAccount", { organisation: 1, kind: "expiry" })).outcomes[0];
  if ((await jimu.get(`/accounts/${account}/record`)).account.status === "requested") await admin.command("DecideAccount", { account, approved: true });
  const [line] = await freeLines(jimu, 19);
  const held = await tonnes(jimu, 19);
  await jimu.anew(REGISTER);
  await act(jimu, REGISTER, "期限の過ぎたクレジットを失効させる", [["対象のシリアル番号", ranges(line, 0, 2)], ["根拠とする期限の定め", { choose: "2026-03-31" }]]);
  assert.equal(await tonnes(jimu, 19), held - 2);
  const batch = (await jimu.get(`/batches/${line.batch}`)).batch;
  assert.equal(batch.expired.value, "2");
  await quiet(jimu, admin);
});
