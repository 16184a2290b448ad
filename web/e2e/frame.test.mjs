// The frame: skip link, order of focus, languages, themes, organisations, the band, explanations, print.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, open, settle, signIn, visit } from "./browser.mjs";
import { totp } from "./totp.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

test("the codes of this test are those of RFC 6238, appendix B", () => {
  const secret = Buffer.from("12345678901234567890");
  assert.equal(totp(secret, 59_000, 8), "94287082");
  assert.equal(totp(secret, 1111111109_000, 8), "07081804");
  assert.equal(totp(secret, 20000000000_000, 8), "65353130");
});

test("the first stop of the Tab key leads to the content", async () => {
  const { page, context, faults } = await open(browser);
  await visit(page, "/");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("href")), "#content");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "content");
  assert.deepEqual(faults, []);
  await context.close();
});

test("the language changes on the spot and is kept", async () => {
  const { page, context } = await open(browser);
  await visit(page, "/");
  assert.match(await page.locator("h1").innerText(), /[\u3040-\u30ff\u4e00-\u9fff]/);
  await page.getByRole("button", { name: "English" }).click();
  await page.waitForFunction(() => document.documentElement.lang === "en");
  // Titles and names in the store's data are Japanese and stay so; the page's own words are not.
  assert.doesNotMatch((await page.locator("main h1, main h2, main h3, header, nav").allInnerTexts()).join("\n"), /[\u3040-\u30ff]/);
  await page.reload();
  await settle(page);
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  await context.close();
});

test("the theme is chosen in the panel, which Escape closes", async () => {
  const { page, context, faults } = await open(browser);
  await visit(page, "/");
  const settings = page.getByRole("button", { name: "表示と利用者" });
  await settings.click();
  await page.getByText("暗い", { exact: true }).click();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  assert.deepEqual(await axe(page), []);
  await page.keyboard.press("Escape");
  await page.locator(".s-panel").waitFor({ state: "detached" });
  assert.equal(await settings.evaluate((element) => element === document.activeElement), true, "the focus returns");
  assert.deepEqual(faults, []);
  await context.close();
});

test("a demo store says so on every page, on paper too", async () => {
  const { page, context } = await open(browser);
  for (const path of ["/", "/sign-in", "/no/such/page"]) {
    await visit(page, path);
    assert.equal(await page.locator(".s-band").isVisible(), true, path);
  }
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".s-band").isVisible(), true);
  assert.equal(await page.locator(".cds--header").isVisible(), false);
  await context.close();
});

test("a word explains itself, and gives the focus back", async () => {
  const { page, context, faults } = await open(browser);
  await visit(page, "/");
  const word = page.locator(".s-prose .s-term").first();
  await word.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  assert.match(await page.getByRole("dialog").innerText(), /根拠/);
  assert.deepEqual(await axe(page), []);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  assert.equal(await word.evaluate((element) => element === document.activeElement), true);
  assert.deepEqual(faults, []);
  await context.close();
});

test("at 360 px the menu opens, leads on and closes", async () => {
  const { page, context, faults } = await open(browser, { width: 360, height: 740 });
  await visit(page, "/");
  await signIn(page, "ogawa");
  await page.getByRole("button", { name: "メニューを開く" }).click();
  await page.getByRole("link", { name: "ログインと安全" }).click();
  await page.waitForURL("**/account");
  await settle(page);
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1", "the heading has the focus");
  assert.equal(await page.getByRole("button", { name: "メニューを開く" }).isVisible(), true);
  assert.deepEqual(faults, []);
  await context.close();
});

test("what needs a sign-in leads there and back", async () => {
  const { page, context } = await open(browser);
  await visit(page, "/account");
  await page.locator("main button").click();
  await page.waitForURL("**/sign-in?to=%2Faccount");
  await page.locator("#login").fill("ogawa");
  await page.locator("main form button[type=submit]").click();
  assert.equal(await page.locator("#password-error-msg, #password ~ *").filter({ hasText: "入力してください" }).count() > 0, true, "an empty field is named");
  await page.locator("#password").fill("wrong");
  await page.locator("main form button[type=submit]").click();
  await page.locator(".s-notice[role=alert]").waitFor();
  await context.close();
});
