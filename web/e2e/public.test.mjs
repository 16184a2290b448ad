// What everybody may see, walked without signing in: from the scheme's figures to a project, a retirement, its receipt, and the receipt checked in the browser.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { checkPage, launch, open, settle, visit } from "./browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

test("from a retirement to its receipt, checked in the browser", async () => {
  const { page, context, faults } = await open(browser, { language: "en" });
  await visit(page, "/retirements");
  await page.locator("main table a").first().click();
  await settle(page);
  await checkPage(page, faults);
  const code = await page.locator("main code.s-code").first().innerText();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByText("Save the receipt", { exact: true }).click()]);
  const receipt = readFileSync(await download.path());
  assert.match(receipt.toString(), /^sumi receipt v1\nkind public\n/);
  await visit(page, "/check-receipt");
  await page.locator("main input[type=file]").setInputFiles({ name: "receipt.txt", mimeType: "text/plain", buffer: receipt });
  await page.getByText("The receipt holds").waitFor();
  await page.getByText(/used up credits of/).waitFor();
  // The code that stands on the papers leads back, typed or as the address of a QR code.
  await visit(page, `/r?code=${encodeURIComponent(code)}`);
  await page.getByRole("heading", { level: 1, name: /^Retirement|^Cancellation/ }).waitFor();
  await visit(page, `/r/${code.replace("#", "/").replace(":", "/")}`);
  await page.getByRole("heading", { level: 1, name: /^Retirement|^Cancellation/ }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test("a project's tonnes add up and its list is saved", async () => {
  const { page, context, faults } = await open(browser, { language: "ja" });
  await visit(page, "/projects");
  const answer = await page.request.get("/api/v1/projects?format=csv");
  assert.match(answer.headers()["content-type"], /^text\/csv/);
  const lines = (await answer.text()).trim().split("\r\n");
  const list = await (await page.request.get("/api/v1/projects?limit=500")).json();
  assert.equal(lines.length, list.total + 1);
  const book = await page.request.get("/api/v1/projects?format=xlsx");
  assert.equal((await book.body()).subarray(0, 2).toString(), "PK");
  await page.locator("main table a[href^='/projects/']").first().click();
  await settle(page);
  await checkPage(page, faults);
  for (const project of list.items) {
    const view = await (await page.request.get(`/api/v1/projects/${project.project}/public`)).json();
    for (const batch of view.batches) {
      const sum = ["held", "waiting", "buffer", "used", "expired", "exported"].reduce((total, name) => total + BigInt(batch[name].value), 0n);
      assert.equal(sum, BigInt(batch.issued.value), `batch ${batch.batch}`);
    }
  }
  await context.close();
});

test("the scheme's figures as of a day are those of the journal until then", async () => {
  const { page, context, faults } = await open(browser, { language: "en" });
  await visit(page, "/");
  const now = await (await page.request.get("/api/v1/scheme")).json();
  const certified = (await (await page.request.get("/api/v1/projects?limit=500")).json()).items.flatMap((one) => one.certifications);
  // The day before the last certification: one or more are missing, and every figure of the page is that day's.
  const last = certified.map((one) => one.certified_on).sort().at(-1);
  const day = new Date(Date.parse(last) - 86400000).toISOString().slice(0, 10);
  await page.getByLabel("As of", { exact: true }).fill(day);
  await page.waitForURL(/on=/);
  const then = await (await page.request.get(`/api/v1/scheme?as_known=${day}`)).json();
  assert.equal(Number(then.total.certifications), certified.filter((one) => one.certified_on < last).length);
  assert.notEqual(then.total.certified.value, now.total.certified.value);
  await page.getByText(Number(then.total.certified.value).toLocaleString("en"), { exact: false }).first().waitFor();
  await checkPage(page, faults);
  await page.getByRole("button", { name: "Back to today" }).click();
  await page.getByText(Number(now.total.certified.value).toLocaleString("en"), { exact: false }).first().waitFor();
  await context.close();
});

test("a methodology's formulas are drawn", async () => {
  const { page, context, faults } = await open(browser, { language: "ja" });
  await visit(page, "/rulebook");
  await page.getByRole("link", { name: "EN-S-001" }).first().click();
  await settle(page);
  await page.locator("main math mfrac").first().waitFor();
  await checkPage(page, faults);
  await context.close();
});

test("open data is handed out whole", async () => {
  const { page, context, faults } = await open(browser, { language: "en" });
  await visit(page, "/open-data");
  await checkPage(page, faults);
  const manifest = await (await page.request.get("/api/v1/open-data/manifest.json")).json();
  for (const { name, sha256 } of manifest.files) {
    const bytes = await (await page.request.get(`/api/v1/open-data/${name}`)).body();
    const digest = await crypto.subtle.digest("SHA-256", bytes);
    assert.equal(Buffer.from(digest).toString("hex"), sha256, name);
  }
  const zip = await (await page.request.get("/api/v1/open-data/all.zip")).body();
  assert.equal(zip.subarray(0, 2).toString(), "PK");
  await context.close();
});
