// What the first load of the public home may weigh, gzip: the entry, what it imports statically, the home's own chunk, and their styles.
// Fonts and charts come later and are not counted; fonts are shown after the text was, charts where they are scrolled into view.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const OUT = process.env.SUMI_WEB_OUT ?? fileURLToPath(new URL("../build/web", import.meta.url));
const BUDGET = { js: 350_000, css: 60_000 };
const FIRST = ["index.html", "src/pages/public/Home.tsx"];

const manifest = JSON.parse(readFileSync(join(OUT, "manifest.json"), "utf8"));
const files = new Set();
function take(key) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`the build has no ${key}; is the file named in budget.mjs still there?`);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  for (const imported of chunk.imports ?? []) take(imported);
}
FIRST.forEach(take);

const weight = { js: 0, css: 0 };
for (const file of files) weight[file.endsWith(".css") ? "css" : "js"] += statSync(join(OUT, `${file}.gz`)).size;
let failed = 0;
for (const [kind, budget] of Object.entries(BUDGET)) {
  const over = weight[kind] > budget;
  if (over) failed += 1;
  console.log(`  first load, ${kind}: ${(weight[kind] / 1000).toFixed(1)} kB of ${budget / 1000} kB, gzip${over ? ": over the budget" : ""}`);
}
if (failed) for (const file of files) console.log(`    ${statSync(join(OUT, `${file}.gz`)).size} ${file}`);
console.log(`${Object.keys(BUDGET).length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
