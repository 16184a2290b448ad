// The whole life of a tonne, by seven people in seven sessions and the public without one, in Japanese: the plan of examples/boiler is written in its form, validated,
// registered, its monitoring data of examples/boiler reported, verified and certified, the credits issued, transferred, retired by two people; at last anybody checks the receipt.
// The quantities are those of examples/boiler/README.md: 7 t of FY2024 and 10 t of FY2025.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { axe, japanDay, launch, open, settle, signIn, visit } from "./browser.mjs";

const BOILER = fileURLToPath(new URL("../../examples/boiler/", import.meta.url));
const TITLE = "第三工場における重油ボイラーから都市ガスボイラーへの更新";

// Another boiler of the same company: its first one is registered in the demo store, its second one waits there, and an equipment is registered once.
function planOf() {
  const read = "import json, sys, tomllib; json.dump(tomllib.load(open(sys.argv[1], 'rb')), sys.stdout)";
  const plan = JSON.parse(execFileSync("python3", ["-c", read, `${BOILER}plan.toml`], { encoding: "utf8" }));
  plan.project.name = TITLE;
  const activity = plan.activities[0];
  activity.name = "第三工場ボイラー";
  activity.place.site = "株式会社すみだ惣菜工房 第三工場";
  activity.place.street = "架空町8-9";
  activity.equipment_before[0].serial_number = "990815";
  activity.equipment_after[0].serial_number = "240523";
  return plan;
}

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const people = [];
async function as(user) {
  const opened = await open(browser, { language: "ja" });
  opened.page.setDefaultTimeout(60_000);
  if (user) await signIn(opened.page, user);
  people.push({ user, ...opened });
  return opened.page;
}
// SUMI_SHOTS=DIR: what each person saw where the walk ended.
async function show(error) {
  if (process.env.SUMI_SHOTS) for (const { user, page } of people) await page.screenshot({ path: `${process.env.SUMI_SHOTS}/${user ?? "anybody"}.png`, fullPage: true });
  throw error;
}
const press = (page, name) => page.getByRole("button", { name, exact: true }).first().click();
const ask = (page, path) =>
  page.evaluate(async (path) => {
    const session = await (await fetch("/api/v1/session")).json();
    return (await fetch(`/api/v1${path}`, { headers: { "Sumi-Organisation": String(session.organisations[0].id) } })).json();
  }, path);

// The acts up to the registration were done on paper, on the days of examples/boiler/story.inc: the crediting period, and so the period of the data, follows from them.
async function onPaper(scope, id, day) {
  await scope.getByText("書面で先に行っていた場合").click();
  await scope.locator(id).fill(day);
}

// ---- the plan's form ----

const idOf = (path) => `plan-${path.replace(/[.[\]]+/g, "-").replace(/-$/, "")}`;

// Rows that are folded are opened, as a click on their line does. Gives what the field holds.
async function unfold(page, id) {
  return page.locator(`#${id}`).evaluate((element) => {
    for (let up = element.parentElement; up; up = up.parentElement) if (up instanceof HTMLDetailsElement) up.open = true;
    return element.type === "checkbox" ? element.checked : element.value;
  });
}

async function fill(page, parts, plan, prefix) {
  for (const part of parts) {
    const path = prefix === undefined ? part.path : `${prefix}.${part.key}`;
    const key = part.key || path;
    const value = plan?.[key];
    const id = idOf(path);
    if (part.kind === "group") await fill(page, part.parts, value, path);
    else if (part.kind === "list") await fillList(page, part, value ?? [], path);
    else if (value !== undefined) {
      const field = page.locator(`#${id}`);
      const held = await unfold(page, id);
      if (String(held) === String(value)) continue;
      if (part.kind === "flag") await field.setChecked(value, { force: true });
      else if (part.kind === "choice") await field.selectOption(String(value));
      else await field.fill(String(value));
    }
  }
}

async function fillList(page, part, rows, path) {
  const own = page.locator(`#${idOf(path)}`);
  if (rows.length === 0 && (await own.locator("> details").count()) === 0) return;
  await unfold(page, idOf(path));
  while ((await own.locator("> details").count()) > rows.length) {
    const last = own.locator("> details").last();
    await last.evaluate((details) => (details.open = true));
    await last.locator("> button").click();
  }
  while ((await own.locator("> details").count()) < rows.length) await own.locator("> button").click();
  for (const [i, row] of rows.entries()) await fill(page, part.parts, row, `${path}[${i}]`);
}

async function writePlan(page) {
  await visit(page, "/plans/start");
  await page.locator("#methodology").selectOption("EN-S-001");
  await press(page, "この答えで計画書を書き始める");
  await page.getByRole("heading", { name: /計画書を書く/ }).waitFor();
  const { sections } = await ask(page, "/proponent/plan-form");
  const plan = planOf();
  for (const [i, section] of sections.entries()) {
    await page.getByRole("tab").nth(i).click();
    await page.locator("section.s-form").first().waitFor();
    for (const part of section.parts) {
      const steps = part.path.replace(/\[(\d+)\]/g, ".$1").split(".");
      const key = steps.pop();
      const holder = steps.reduce((found, step) => found?.[step], plan);
      await fill(page, [{ ...part, key }], holder);
    }
  }
  await page.getByText("提出できる状態です。").waitFor({ timeout: 60_000 });
  assert.deepEqual(await axe(page), []);
  await press(page, "計画書を提出する");
  const dialog = page.getByRole("dialog");
  await onPaper(dialog, "#handed-in-on", "2024-04-22");
  await dialog.getByRole("button", { name: "計画書を提出する" }).click();
  await page.waitForURL(/\/cases\/\d+$/);
  await settle(page);
  return Number(/\d+$/.exec(page.url())[0]);
}

// ---- the desks ----

async function state(page, conclusion, signatory, day) {
  await settle(page);
  await page.getByRole("tab", { name: "報告書", exact: true }).click();
  await page.getByRole("heading", { name: "報告書を作成して署名する" }).waitFor();
  await page.locator("label[for=result-positive]").click();
  await page.getByLabel("結論").fill(conclusion);
  await page.getByLabel("署名する人").fill(signatory);
  if (day) await onPaper(page, "#signed-on", day);
  await press(page, "署名して提出する");
  await page.getByText("報告書を記録しました").waitFor();
}

// The secretariat looks at the application, opens a round and puts it on the docket; the committee approves; the round is closed with its minutes.
async function decide(jimu, iin, application, day) {
  await visit(jimu, application);
  await jimu.getByText("そろっています", { exact: true }).waitFor();
  await visit(jimu, "/rounds");
  await jimu.getByLabel("開催日").fill(day);
  await press(jimu, "委員会の回を開く");
  await jimu.getByRole("heading", { name: "議題に加える" }).waitFor();
  await jimu.getByRole("button", { name: /件を議題に加える/ }).click();
  await jimu.getByRole("article").filter({ hasText: TITLE }).waitFor();
  const round = new URL(jimu.url()).pathname;
  await visit(iin, "/rounds");
  await iin.getByRole("button", { name: /の議題へ/ }).click();
  const item = iin.getByRole("article").filter({ hasText: TITLE });
  await item.getByRole("button", { name: "承認する", exact: true }).click();
  await item.getByRole("link", { name: /通知書/ }).waitFor();
  await visit(jimu, round);
  await press(jimu, "この回を終了する");
  await jimu.getByText("この回は終了しています。").waitFor();
}

async function today(page) {
  const { now } = await ask(page, "/store");
  return japanDay(now);
}
async function openAccount(page) {
  const { items } = await ask(page, "/accounts?limit=500");
  return items.find((one) => one.status === "open").account;
}

test("a tonne from the plan to the receipt", { timeout: 600_000 }, async (t) => {
  let project, report, tanaka, jimu, iin, ogawa, kato, from, to, retirement;
  // A step that fails ends the walk: the ones after it have nothing to stand on.
  let broken = false;
  const step = (name, walk) =>
    t.test(name, { skip: broken }, async () => {
      broken = true;
      await walk().catch(show);
      broken = false;
    });

  await step("the proponent writes the plan and asks for its validation", async () => {
    tanaka = await as("tanaka");
    project = await writePlan(tanaka);
    await tanaka.getByRole("heading", { name: TITLE }).first().waitFor();
    await tanaka.locator("#verifier").selectOption({ label: "東都審査株式会社" });
    await onPaper(tanaka, "#asked-on", "2024-05-13");
    await press(tanaka, "妥当性確認を依頼する");
    await tanaka.getByText(/いまは.*の番です/).waitFor();
  });

  await step("a verifier validates it", async () => {
    const mori = await as("mori");
    await visit(mori, "/verification");
    await mori.getByRole("link", { name: TITLE }).first().click();
    await mori.getByRole("tab", { name: "報告書", exact: true }).waitFor();
    await state(mori, "計画書は要件を満たしています。", "森", "2024-06-21");
  });

  await step("the proponent applies, the committee registers", async () => {
    await visit(tanaka, `/cases/${project}`);
    await press(tanaka, "登録を申請する");
    await tanaka.locator("#application-day").fill("2024-07-01");
    await tanaka.getByText("登録申請日は2024年7月1日です").waitFor();
    await press(tanaka, "登録を申請する");
    await tanaka.getByText("登録を申請しました").waitFor();
    jimu = await as("jimu");
    iin = await as("iin");
    await decide(jimu, iin, `/secretariat/cases/${project}`, "2024-09-05");
  });

  await step("the proponent reports", async () => {
    await visit(tanaka, `/cases/${project}/monitoring`);
    await tanaka.getByText("根拠資料を預ける").first().click();
    const evidence = tanaka.locator("main input[type=file]").first();
    for (const name of readdirSync(`${BOILER}evidence`).sort()) {
      const kept = tanaka.waitForResponse((answer) => answer.url().includes("/proponent/evidence") && answer.request().method() === "POST");
      await evidence.setInputFiles(`${BOILER}evidence/${name}`);
      assert.ok((await kept).ok(), `${name} was not kept`);
    }
    await tanaka.locator("#period-from").fill("2024-08-01");
    await tanaka.locator("#period-to").fill("2026-03-31");
    await tanaka.locator("main input[type=file]").last().setInputFiles(`${BOILER}data.csv`);
    await tanaka.getByText("提出できます。", { exact: true }).waitFor();
    await press(tanaka, "報告書を提出する");
    await tanaka.getByText(/を提出しました\(17 t-CO2\)/).waitFor();
    report = (await ask(tanaka, `/proponent/cases/${project}`)).reports[0].report;
  });

  await step("another verifier calculates again and verifies", async () => {
    const hayashi = await as("hayashi");
    await visit(hayashi, `/verification/${project}/reports/${report}`);
    await hayashi.getByRole("tab", { name: "計算" }).click();
    await hayashi.getByText("一字一句同じです").waitFor();
    assert.deepEqual(await axe(hayashi), []);
    await state(hayashi, "報告された数量に誤りはありません。", "林");
  });

  await step("it is certified and issued", async () => {
    await visit(tanaka, `/cases/${project}`);
    await press(tanaka, "認証を申請する");
    await tanaka.getByText(/いまは.*の番です|あなたの番です/).waitFor();
    await decide(jimu, iin, `/secretariat/cases/${project}/reports/${report}`, await today(jimu));
    await visit(jimu, "/secretariat/issues");
    const one = jimu.getByRole("article").filter({ hasText: TITLE });
    await one.getByRole("button", { name: "発行する" }).click();
    await jimu.getByText(/発行しました/).waitFor();
  });

  await step("the account holder transfers 12 t", async () => {
    ogawa = await as("ogawa");
    kato = await as("kato");
    [from, to] = [await openAccount(ogawa), await openAccount(kato)];
    await visit(ogawa, `/accounts/${from}/transfer`);
    await ogawa.locator("#to").fill(String(to));
    await ogawa.locator("#amount").fill("12");
    await ogawa.locator("#only-project").selectOption(String(project));
    await press(ogawa, "内容を確かめる");
    await ogawa.getByText("移転先の名称と数量を確かめました").click();
    await press(ogawa, "記帳する");
    await ogawa.getByText("移転を記録しました").waitFor();
  });

  await step("one person prepares the retirement of 9 t, another completes it", async () => {
    await visit(kato, `/accounts/${to}/retire`);
    await kato.locator("label[for=purpose-own_retirement]").click();
    for (const step of ["#who-own", "#offset", "#amount"]) {
      await press(kato, "次へ");
      await kato.locator(step).waitFor({ state: "attached" });
    }
    await kato.locator("#amount").fill("9");
    await kato.locator("#only-project").selectOption(String(project));
    await press(kato, "内容を確かめる");
    await press(kato, "無効化を申請する");
    await kato.waitForURL("**/my-retirements/*");
    await kato.getByText("申請した人とは別の人が完了します").waitFor();
    retirement = Number(/\d+$/.exec(kato.url())[0]);
    const honda = await as("honda");
    await visit(honda, `/my-retirements/${retirement}`);
    await honda.locator("label[for=sure-complete]").click();
    await press(honda, "完了する");
    await honda.getByText("完了しています。").waitFor();
  });

  await step("anybody finds it and checks its receipt", async () => {
    const anybody = await as();
    await visit(anybody, "/retirements");
    await anybody.getByRole("table").getByRole("link").first().click();
    await anybody.waitForURL(`**/retirements/${retirement}`);
    await anybody.getByRole("link", { name: TITLE }).first().waitFor();
    assert.deepEqual(await axe(anybody), []);
    const saved = anybody.waitForEvent("download");
    await anybody.getByRole("button", { name: "受領証を保存" }).or(anybody.getByRole("link", { name: "受領証を保存" })).first().click();
    const receipt = readFileSync(await (await saved).path());
    const drop = async (buffer) => {
      await visit(anybody, "/check-receipt");
      await anybody.locator("main input[type=file]").setInputFiles({ name: "receipt.txt", mimeType: "text/plain", buffer });
    };
    await drop(receipt);
    await anybody.getByText("この受領証は正しいものです").waitFor();
    await anybody.getByText(/9 t-CO₂.*無効化/).waitFor();
    const changed = Buffer.from(receipt);
    changed[changed.indexOf("public ", changed.indexOf("\nentry ")) + 40] ^= 1;
    await drop(changed);
    await anybody.getByText("この受領証は証明になりません").waitFor();
    assert.equal(await anybody.getByText("この受領証は正しいものです").count(), 0);
  });

  for (const { user, faults } of people) assert.deepEqual(faults, [], user ?? "anybody");
});
