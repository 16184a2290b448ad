// Every registered page, in both languages, both themes and both widths: no finding of axe-core of level serious or critical, nothing wider than the screen,
// no complaint in the console, no request that leaves the server, a heading, and a title of its own in each language.
// One look is Japanese and light, the other English and dark; axe-core reads one as wide as a desk, the other as narrow as a telephone, and nothing may overflow in either at either width.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, go, launch, open, settle, signIn } from "./browser.mjs";
import { addressOf, prepare, registeredPages, visitorOf } from "./pages.mjs";

const LOOKS = [
  { language: "ja", theme: "light", width: 1440, other: 360 },
  { language: "en", theme: "dark", width: 360, other: 1440 },
];
const WORKERS = 2;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

// A person's windows, one for each look: opened once and used for all of their pages.
async function windowsOf(user) {
  let state;
  if (user) {
    const { page, context } = await open(browser);
    await signIn(page, user);
    await prepare(page, user);
    state = await context.storageState();
    await context.close();
  }
  const windows = [];
  for (const look of LOOKS) {
    const window = await open(browser, { ...look, state });
    window.page.setDefaultTimeout(60_000);
    await window.page.goto("/");
    await settle(window.page);
    windows.push({ ...look, ...window });
  }
  return windows;
}

async function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

// English words where a Japanese page names something for a screen reader, or on a button: what a part of the page was not told in the reader's language.
const NAMES = ["aria-label", "title", "alt", "placeholder", "aria-description", "aria-valuetext", "aria-roledescription"];
async function untold(page) {
  return page.evaluate((names) => {
    const heard = (selector) => [...document.querySelectorAll(selector)].filter((one) => !one.closest("[aria-hidden=true], body [lang]"));
    const named = heard(names.map((name) => `[${name}]`).join()).flatMap((one) => names.map((name) => one.getAttribute(name)));
    const written = heard("button, svg title, legend, label, .cds--visually-hidden").map((one) => one.textContent);
    return [...new Set([...named, ...written].map((text) => text?.trim()).filter((text) => text && /^([A-Z][a-z]{2,}|[A-Za-z][a-z]+( [a-z-]+)+)[.!?]?$/.test(text)))];
  }, NAMES);
}

async function look(window, registered) {
  const { page, faults } = window;
  faults.length = 0;
  await page.setViewportSize({ width: window.width, height: 900 });
  await go(page, addressOf(registered));
  const where = `${window.language}, ${window.theme}`;
  assert.equal(await page.locator("main h1").count(), 1, "one heading");
  assert.equal(await page.evaluate(() => document.documentElement.lang), window.language);
  if (window.language === "ja") assert.deepEqual(await untold(page), [], where);
  assert.deepEqual(await axe(page), [], where);
  assert.ok((await overflow(page)) <= 0, `wider than ${window.width} px (${where})`);
  await page.setViewportSize({ width: window.other, height: 900 });
  await settle(page);
  assert.ok((await overflow(page)) <= 0, `wider than ${window.other} px (${where})`);
  assert.deepEqual(faults, [], where);
  return page.title();
}

const byVisitor = Map.groupBy ? Map.groupBy(await registeredPages(), visitorOf) : (await registeredPages()).reduce((map, page) => map.set(visitorOf(page), [...(map.get(visitorOf(page)) ?? []), page]), new Map());

test("every page", { concurrency: WORKERS }, async (all) => {
  const people = [...byVisitor].sort((a, b) => b[1].length - a[1].length);
  await Promise.all(
    people.map(([user, pages]) =>
      all.test(`as ${user ?? "nobody"}`, async (whose) => {
        const windows = await windowsOf(user);
        for (const registered of pages) {
          await whose.test(registered.path, async () => {
            const titles = [];
            for (const window of windows) titles.push(await look(window, registered));
            assert.notEqual(titles[0], titles[1], "a title in each language");
          });
        }
        for (const { context } of windows) await context.close();
      }),
    ),
  );
});
