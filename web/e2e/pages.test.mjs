// Every registered page, in both languages, both themes and at 360 px: no finding of axe-core of level serious or critical, nothing wider than the screen,
// no complaint in the console, no request that leaves the server, a heading, and a title.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkPage, launch, open, signIn, visit } from "./browser.mjs";
import { addressOf, registeredPages, visitorOf } from "./pages.mjs";

const LOOKS = [
  { language: "ja", theme: "light", width: 1440 },
  { language: "en", theme: "dark", width: 360 },
  { language: "ja", theme: "dark", width: 360 },
  { language: "en", theme: "light", width: 1440 },
];

let browser;
const states = new Map();
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

async function stateOf(user) {
  if (!user) return undefined;
  if (!states.has(user)) {
    const { page, context } = await open(browser);
    await signIn(page, user);
    states.set(user, await context.storageState());
    await context.close();
  }
  return states.get(user);
}

for (const registered of await registeredPages()) {
  test(`${registered.path} in both languages and themes`, async () => {
    const titles = new Set();
    for (const look of LOOKS) {
      const { page, context, faults } = await open(browser, { ...look, state: await stateOf(visitorOf(registered)) });
      await visit(page, addressOf(registered));
      assert.equal(await page.locator("main h1").count(), 1, "one heading");
      assert.equal(await page.evaluate(() => document.documentElement.lang), look.language);
      titles.add(await page.title());
      await checkPage(page, faults);
      await context.close();
    }
    assert.equal(titles.size, 2, `a title in each language: ${[...titles].join(", ")}`);
  });
}
