// Pictures of every registered page into var/screens/: <area>_<page>_<width>_<theme>.png. Called by ./dev screens, through run.mjs's withStore.
//   node web/e2e/screens.mjs [WORD...]     only pages whose path or area contains one of the words
// SUMI_LANGUAGE=en: in English. SUMI_THEMES=light: only that theme. SUMI_SCREENS: another folder.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { go, launch, open, settle, signIn } from "./browser.mjs";
import { addressOf, prepare, registeredPages, visitorOf } from "./pages.mjs";
import { withStore } from "./run.mjs";

const OUT = process.env.SUMI_SCREENS ?? fileURLToPath(new URL("../../var/screens", import.meta.url));
const THEMES = (process.env.SUMI_THEMES ?? "light,dark").split(",");
const LANGUAGE = process.env.SUMI_LANGUAGE ?? "ja";
const WIDTHS = [1440, 360];

if (!process.env.SUMI_WEB_URL) {
  process.exit(await withStore(process.execPath, process.argv.slice(1)));
}
const words = process.argv.slice(2);
const pages = (await registeredPages()).filter((page) => words.length === 0 || words.some((word) => page.path.includes(word) || page.area.includes(word)));
mkdirSync(OUT, { recursive: true });
const browser = await launch();
let failed = 0;

// What is drawn when it comes into sight is to be in the picture.
async function throughThePage(page) {
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 600) {
      scrollTo(0, y);
      await new Promise((later) => setTimeout(later, 60));
    }
    scrollTo(0, 0);
  });
  await settle(page);
  await page.waitForTimeout(200);
}

async function picture({ page, faults }, registered, width, theme) {
  const address = addressOf(registered);
  const name = `${registered.area}_${address.replace(/[^\w]+/g, "-").replace(/^-|-$/g, "") || "home"}_${width}_${theme}.png`;
  try {
    faults.length = 0;
    await page.setViewportSize({ width, height: 900 });
    await go(page, address);
    await throughThePage(page);
    await page.screenshot({ path: join(OUT, name), fullPage: true });
    if (faults.length > 0) throw new Error(faults.join("\n"));
  } catch (error) {
    failed += 1;
    console.log(`${name}: ${error.message}`);
  }
}

for (const user of new Set(pages.map(visitorOf))) {
  let state;
  if (user) {
    const { page, context } = await open(browser);
    await signIn(page, user);
    await prepare(page, user);
    state = await context.storageState();
    await context.close();
  }
  for (const theme of THEMES) {
    const window = await open(browser, { theme, language: LANGUAGE, state });
    await window.page.goto("/");
    await settle(window.page);
    for (const registered of pages.filter((page) => visitorOf(page) === user)) {
      for (const width of WIDTHS) await picture(window, registered, width, theme);
    }
    await window.context.close();
  }
}
await browser.close();
const all = pages.length * WIDTHS.length * THEMES.length;
console.log(`${all - failed} pictures in ${OUT}${failed ? `, ${failed} with faults` : ""}`);
process.exit(failed ? 1 : 0);
