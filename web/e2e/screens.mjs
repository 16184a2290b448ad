// Pictures of every registered page into var/screens/: <area>_<page>_<width>_<theme>.png. Called by ./dev screens, through run.mjs's withStore.
//   node web/e2e/screens.mjs [WORD...]     only pages whose path or area contains one of the words
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch, open, signIn, visit } from "./browser.mjs";
import { addressOf, registeredPages, visitorOf } from "./pages.mjs";
import { withStore } from "./run.mjs";

const OUT = fileURLToPath(new URL("../../var/screens", import.meta.url));

if (!process.env.SUMI_WEB_URL) {
  process.exit(await withStore(process.execPath, process.argv.slice(1)));
}
const words = process.argv.slice(2);
const pages = (await registeredPages()).filter((page) => words.length === 0 || words.some((word) => page.path.includes(word) || page.area.includes(word)));
mkdirSync(OUT, { recursive: true });
const browser = await launch();
const states = new Map();
let failed = 0;
for (const registered of pages) {
  const user = visitorOf(registered);
  if (user && !states.has(user)) {
    const { page, context } = await open(browser);
    await signIn(page, user);
    states.set(user, await context.storageState());
    await context.close();
  }
  for (const width of [360, 1440]) {
    for (const theme of ["light", "dark"]) {
      const name = `${registered.area}_${addressOf(registered).replace(/[^\w]+/g, "-").replace(/^-|-$/g, "") || "home"}_${width}_${theme}.png`;
      const { page, context, faults } = await open(browser, { width, theme, language: process.env.SUMI_LANGUAGE ?? "ja", state: states.get(user) });
      try {
        await visit(page, addressOf(registered));
        // What is drawn when it comes into sight is to be in the picture.
        await page.evaluate(async () => {
          for (let y = 0; y < document.body.scrollHeight; y += 600) {
            scrollTo(0, y);
            await new Promise((later) => setTimeout(later, 60));
          }
          scrollTo(0, 0);
        });
        await page.waitForTimeout(200);
        await page.screenshot({ path: join(OUT, name), fullPage: true });
        if (faults.length > 0) throw new Error(faults.join("\n"));
      } catch (error) {
        failed += 1;
        console.log(`${name}: ${error.message}`);
      }
      await context.close();
    }
  }
}
await browser.close();
console.log(`${pages.length * 4 - failed} pictures in var/screens/${failed ? `, ${failed} with faults` : ""}`);
process.exit(failed ? 1 : 0);
