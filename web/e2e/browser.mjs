// What the browser tests share: one Chromium, a fresh context for each test, sign-in, axe-core, and an error for everything that the console complains of.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

export const URL_BASE = process.env.SUMI_WEB_URL;
const PASSWORD = process.env.SUMI_DEMO_PASSWORD ?? "sumi-demo-2026";
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export async function launch() {
  const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync);
  if (!executablePath) throw new Error("chromium is missing: apt-get install chromium");
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
}

// A refusal of the API shows on the page; that the browser notes it too is no fault.
const REFUSAL = /^Failed to load resource: the server responded with a status of 4\d\d/;

// options: { language: "ja"|"en", theme: "light"|"dark", width, state, base: another server than the run's }. `faults`: what the console complained of, so far.
export async function open(browser, options = {}) {
  const base = options.base ?? URL_BASE;
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    storageState: options.state,
    reducedMotion: "reduce",
    locale: options.language === "en" ? "en-GB" : "ja-JP",
    timezoneId: "Asia/Tokyo",
  });
  await context.addInitScript(
    ({ language, theme }) => {
      if (language) localStorage.setItem("sumi.language", language);
      if (theme) localStorage.setItem("sumi.theme", theme);
    },
    { language: options.language, theme: options.theme },
  );
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults = [];
  page.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    const api = message.location().url.includes("/api/");
    if (api && REFUSAL.test(message.text())) return;
    faults.push(`${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => faults.push(`thrown: ${error.stack ?? error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !/^(data|blob|about):/.test(url)) faults.push(`a request leaves the server: ${url}`);
  });
  return { page, context, faults };
}

// Opens a path and waits until it stands: its heading is there and nothing is loading.
export async function visit(page, path) {
  await page.goto(path, { waitUntil: "load" });
  await settle(page);
}
export async function settle(page) {
  await page.locator("main h1").first().waitFor();
  await page.waitForFunction(() => document.querySelectorAll("main .cds--inline-loading, main .cds--skeleton, main [aria-busy=true]").length === 0);
  // The typeface's style sheet comes after the first paint, its pieces after that.
  await page.waitForFunction(() => document.fonts.size > 0);
  await page.evaluate(() => document.fonts.ready);
}

// The heading of an address where there is nothing.
const NOTHING = /見つかりません|no such page/i;
// Another address within the page, as a link of its own would open it; from an address where there is nothing, so that the new page's heading is surely the new page's.
export async function go(page, path) {
  const push = (to) =>
    page.evaluate((to) => {
      history.pushState({ key: to, idx: (history.state?.idx ?? 0) + 1 }, "", to);
      dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
    }, to);
  await push("/nothing-is-here");
  const nothing = await page.locator("main h1", { hasText: NOTHING }).first().elementHandle();
  await push(path);
  await page.waitForFunction((gone) => !gone.isConnected, nothing);
  await settle(page);
}

// Signs in as somebody of the demo store, with the second step where it is asked for. `code`: (user) => the authenticator's six digits.
export async function signIn(page, user, code = demoCode) {
  await visit(page, "/sign-in");
  await page.locator("#login").fill(user);
  await page.locator("#password").fill(PASSWORD);
  await page.locator("main form button[type=submit]").click();
  await page.waitForFunction(() => document.querySelector("#code") || location.pathname !== "/sign-in");
  if (await page.locator("#code").count()) {
    await page.locator("#code").fill(await code(user));
    await page.locator("main form button[type=submit]").click();
    await page.waitForFunction(() => location.pathname !== "/sign-in");
  }
  await settle(page);
}

// The code of a user of the store that this run serves: the runner answers, since it knows the store.
export async function demoCode(user) {
  const response = await fetch(`${process.env.SUMI_CODES_URL}/${encodeURIComponent(user)}`);
  assert.equal(response.status, 200, `no code for ${user}`);
  return response.text();
}

// The day in Japan of an instant, as the scheme counts days.
export const japanDay = (instant) => new Date(Date.parse(instant) + 9 * 3_600_000).toISOString().slice(0, 10);

// Findings of axe-core of level serious or critical, as lines; none is right.
export async function axe(page) {
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const result = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    return result.violations
      .filter((one) => one.impact === "serious" || one.impact === "critical")
      .flatMap((one) => one.nodes.map((node) => `${one.impact} ${one.id}: ${node.target.join(" ")}: ${node.failureSummary?.replace(/\s+/g, " ")}`));
  });
  return found;
}

export async function checkPage(page, faults) {
  assert.deepEqual(await axe(page), []);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `the page is ${wide} px wider than the screen`);
  assert.deepEqual(faults, []);
}
