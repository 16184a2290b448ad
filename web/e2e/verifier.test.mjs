// The verifier's other pages: a visit is recorded, the offline package goes down, is calculated again by the program and comes back signed; a sample of a programme's members is
// drawn by lists from a seed that was committed to before.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { axe, checkPage, launch, settle, visit } from "./browser.mjs";
import { as, ask, PROJECT, reported, saved, todayOf } from "./desk.mjs";

const SUMI = process.env.SUMI ?? fileURLToPath(new URL("../../build/dev/sumi", import.meta.url));
let browser;
let mori;
before(async () => {
  browser = await launch();
  mori = await as(browser, "mori");
});
after(() => browser?.close());

test("a report is verified offline: package down, calculated again, signed return up", { timeout: 600_000 }, async () => {
  const tanaka = await as(browser, "tanaka");
  const { report } = await reported(tanaka.page);
  const { page, faults } = mori;
  await visit(page, `/verification/${PROJECT}/reports/${report}`);

  await page.getByRole("tab", { name: "現地審査と標本" }).click();
  await page.getByRole("button", { name: "訪問を記録する" }).click();
  const today = await todayOf(page);
  await page.getByLabel("訪問した日").fill(today);
  await page.getByText("現地", { exact: true }).click();
  await page.locator("input[type=file]").first().setInputFiles({ name: "visit.txt", mimeType: "text/plain", buffer: Buffer.from("計器を見ました。") });
  await page.getByText(/visit\.txt/).first().waitFor();
  await page.locator("form").getByRole("button", { name: "訪問を記録する" }).click();
  await page.getByRole("tabpanel").locator("li").filter({ hasText: "現地" }).waitFor();

  await page.getByRole("tab", { name: "計算" }).click();
  await page.getByRole("button", { name: "オフライン審査の資料一式を作る" }).click();
  const file = await saved(page, () => page.getByRole("button", { name: "結果のファイルを保存" }).click());
  const folder = mkdtempSync(join(tmpdir(), "sumi-offline-"));
  try {
    const packed = join(folder, "report.package");
    await file.saveAs(packed);
    // On the verifier's own machine: no store, no rulebook.
    const run = (...words) => execFileSync(SUMI, words, { cwd: folder, encoding: "utf8", env: { PATH: "/usr/bin:/bin" } });
    const key = join(folder, "v.key");
    run("keys", "new", key, "--name", "touto");
    const shown = JSON.parse(run("--json", "keys", "show", key));
    const verifier = (await ask(page, "GET", "/session")).organisations[0].id;
    const back = join(folder, "return.txt");
    run("project", "recalculate", packed, "--sign", key, "--verifier", String(verifier), "--out", back);

    await visit(page, "/verification");
    // A return that nobody signed is none.
    writeFileSync(join(folder, "none.txt"), "sumi verification return 1\n");
    await page.locator("input[type=file]").setInputFiles(join(folder, "none.txt"));
    await page.getByTitle(/service\.return_/).first().waitFor();
    await page.getByText("署名の鍵を登録する").click();
    await page.getByLabel("公開鍵").fill(shown.register_key);
    await page.getByRole("button", { name: "公開鍵を登録する" }).click();
    await page.getByText(/記録しました/).first().waitFor();
    await page.locator("input[type=file]").setInputFiles(back);
    await page.getByText(`案件${PROJECT}の報告書第${report}号の検証結果を登録しました。`).waitFor();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  await checkPage(page, faults);
  const seen = await ask(tanaka.page, "GET", `/proponent/cases/${PROJECT}`);
  assert.equal(seen.reports.find((one) => one.report === report).stage, "verified");
  await tanaka.context.close();
});

test("a sample is drawn by lists, and drawn again by the page", { timeout: 600_000 }, async () => {
  const { page, faults } = mori;
  const { items } = await ask(page, "GET", "/verifier/reviews?limit=200");
  let programme;
  for (const row of items.filter((one) => one.report > 0)) {
    const review = await ask(page, "GET", `/verifier/reviews/${row.project}?report=${row.report}`);
    if (review.head.project.type === "programme") programme = review;
  }
  assert.ok(programme, "no programme was reviewed in the demo store");
  const { project, report, period } = programme.review;
  const seed = randomBytes(32);
  // SHA-256(0x05, seed): src/project/member_commands.h.
  const commitment = createHash("sha256").update(Buffer.concat([Buffer.from([5]), seed])).digest("hex");
  const fixed = await ask(page, "POST", "/commands/FixMemberList", { project, period, purpose: "verification", seed_commitment: commitment });
  await visit(page, `/verification/${project}/reports/${report}`);
  await page.getByRole("tab", { name: "現地審査と標本" }).click();
  const card = page.getByRole("article", { name: `標本 第${fixed.outcomes[0].list}号`, exact: true });
  await card.getByLabel("抽出の種", { exact: true }).fill(seed.toString("hex"));
  // The lists of the examples' programme: detached houses and terraces.
  await card.getByLabel("名簿 1", { exact: true }).fill("kodate");
  await card.getByLabel("抽出する数 1").fill("20");
  await card.getByRole("button", { name: "名簿を加える" }).click();
  await card.getByLabel("名簿 2", { exact: true }).fill("renjutate");
  await card.getByLabel("抽出する数 2").fill("10");
  assert.deepEqual(await axe(page), []);
  await card.getByRole("button", { name: "抽出する", exact: true }).click();
  await card.getByText("抽出済み").waitFor();
  await settle(page);
  const drawn = (await ask(page, "GET", `/verifier/reviews/${project}?report=${report}`)).samples.find((one) => one.list === fixed.outcomes[0].list);
  assert.equal(drawn.sample.length, 30);
  assert.equal(new Set(drawn.sample).size, 30);
  assert.ok(drawn.seed_fits && drawn.drawn_again);
  await checkPage(page, faults);
});
