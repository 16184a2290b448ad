// What is one's own: what waits, tokens, address, delegation; and the forms of acts that have no page of their own.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { checkPage, launch, open, settle, signIn, visit } from "./browser.mjs";

const PATIENT = 60_000;
let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

// Each signs in once, since a code is good once in half a minute; afterwards their session is taken up again.
const sessions = new Map();
async function signedIn(user, options) {
  const state = sessions.get(user);
  const opened = await open(browser, { ...options, state });
  opened.page.setDefaultTimeout(PATIENT);
  if (!state) {
    await signIn(opened.page, user);
    sessions.set(user, { cookies: await opened.context.cookies(), origins: [] });
  }
  return opened;
}

describe("what waits", () => {
  test("is listed with the way to where it is done, and counted in the header by the server's stream", async () => {
    const { page, context, faults } = await signedIn("tanaka");
    await visit(page, "/inbox");
    await page.locator("main table tbody tr").first().waitFor();
    const rows = await page.locator("main table tbody tr").count();
    // The stream says as many as the list has.
    await page.getByRole("link", { name: `待っている仕事 ${rows}件` }).waitFor();
    const file = page.waitForEvent("download");
    await page.getByText("期日をカレンダーに取り込む", { exact: false }).click();
    assert.match((await file).suggestedFilename(), /\.ics$/);
    await checkPage(page, faults);
    await page.getByRole("button", { name: "取りかかる" }).click();
    await page.waitForURL(/\/cases\/\d+\/monitoring$/);
    await context.close();
  });

  test("of the secretariat is done beside the task; and the list knows of it at once", async () => {
    const { page, context, faults } = await signedIn("jimu", { language: "en" });
    await visit(page, "/inbox");
    await page.getByRole("link", { name: /decide the application for support/i }).click();
    await page.waitForURL(/\/inbox\?task=support_decision/);
    await page.getByRole("group", { name: "Decision" }).waitFor();
    await checkPage(page, faults);
    await page.getByText("Approve", { exact: true }).click();
    await page.getByRole("button", { name: "Record", exact: true }).click();
    await page.getByText(/Recorded\. Go on/).waitFor();
    await page.getByRole("link", { name: /decide the application for support/i }).waitFor({ state: "detached" });
    await context.close();
  });
});

describe("one's own settings", () => {
  test("a token is made for a scope and until a day, shown once, reads by the API and is revoked", async () => {
    const { page, context, faults } = await signedIn("ogawa");
    await visit(page, "/account/tokens");
    await page.getByLabel("名前").fill("夜間の残高");
    await checkPage(page, faults);
    await page.getByRole("button", { name: "トークンを作る" }).click();
    const text = (await page.locator("#new-token").innerText()).trim();
    // The API's contract: Authorization: Bearer TOKEN; the answer names whose it is.
    const asked = async () => fetch(`${process.env.SUMI_WEB_URL}/api/v1/accounts`, { headers: { Authorization: `Bearer ${text}` } });
    assert.equal((await asked()).status, 200);
    await page.getByRole("button", { name: "写しました" }).click();
    assert.equal(await page.getByText(text).count(), 0);
    await page.getByRole("row", { name: /夜間の残高/ }).getByRole("button", { name: "取り消す" }).click();
    await page.getByRole("row", { name: /夜間の残高.*取消し済み/ }).waitFor();
    assert.equal((await asked()).status, 401);
    await context.close();
  });

  test("the address for mails is kept", async () => {
    const { page, context } = await signedIn("niwa", { language: "en" });
    await visit(page, "/account");
    await page.getByLabel("E-mail address").fill("niwa@example.jp");
    await page.getByRole("region", { name: "Address and language" }).getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved; mails go to this address.").waitFor();
    await page.reload();
    await settle(page);
    await page.waitForFunction(() => document.querySelector("#email")?.value === "niwa@example.jp");
    await context.close();
  });

  test("a role is lent until a day, the other acts with it, and it ends", async () => {
    const { page, context, faults } = await signedIn("kanri");
    await visit(page, "/account/delegations");
    await page.getByLabel("代わる人のログイン名").fill("sado");
    await page.locator("#delegate-role").selectOption("account_manager");
    const day = await page.locator("#delegate-from").inputValue();
    await page.locator("#delegate-until").fill(day);
    await checkPage(page, faults);
    await page.locator("main form button[type=submit]").click();
    await page.getByText(/に委任しました/).waitFor();
    const other = await signedIn("sado");
    await visit(other.page, "/account/delegations");
    await other.page.getByText("有効").first().waitFor();
    await other.page.getByRole("button", { name: "表示と利用者" }).click();
    await other.page.getByLabel("株式会社あさひ野住宅").waitFor();
    await other.context.close();
    await page.getByRole("button", { name: "終える" }).click();
    await page.getByText("終了", { exact: true }).waitFor();
    await context.close();
  });
});

describe("acts by a form of their own", () => {
  test("the registry's officer: what is missing is said at its field, and nothing is sent", async () => {
    const { page, context, faults } = await signedIn("jimu");
    await visit(page, "/secretariat/register");
    await page.getByRole("combobox", { name: "行うこと" }).first().selectOption({ label: "クレジットの処分を制限する" });
    await page.getByRole("textbox", { name: "対象のシリアル番号" }).fill("3番");
    await page.getByRole("button", { name: "記録する" }).click();
    await page.getByText("「3:1-120」のように").waitFor();
    assert.ok((await page.getByText("入力してください。").count()) > 1);
    await checkPage(page, faults);
    await context.close();
  });

  test("a change of a registered plan is proposed from its draft, with its kind and notice", async () => {
    const { page, context, faults } = await signedIn("izumi", { language: "en" });
    await visit(page, "/cases");
    await page.locator("main table tbody a").first().click();
    await page.waitForURL(/\/cases\/\d+$/);
    await settle(page);
    await checkPage(page, faults);
    await page.getByRole("button", { name: "Propose a change of the plan" }).click();
    await page.waitForURL(/\/plans\/\d+$/);
    await settle(page);
    // The first text of the form is the project's name; it is saved by itself, and a plan that is complete can be proposed.
    const name = page.locator("main .s-form input[type=text]").first();
    await name.fill(`${await name.inputValue()} 2`);
    await page.getByRole("button", { name: "Save now" }).click();
    const propose = page.getByRole("button", { name: "Propose the change" });
    await propose.waitFor();
    await propose.click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Kind of change").selectOption("equipment");
    await dialog.locator("input[type=file]").setInputFiles({ name: "notice.txt", mimeType: "text/plain", buffer: Buffer.from("notice of a change") });
    await dialog.getByText(/Kept\./).waitFor();
    await dialog.getByRole("button", { name: "Propose the change" }).click();
    await page.waitForURL(/\/cases\/\d+$/);
    // The rules ask a verifier first: it stands among what waits.
    await page.getByText("validate the change of the plan").first().waitFor();
    await context.close();
  });
});
