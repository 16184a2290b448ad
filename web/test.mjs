// The page's unit tests: the budget apart, everything that needs no browser. Every src/**/*.test.ts(x) is bundled by the esbuild that comes with
// Vite and run by node's own test runner. Ends with "N passed, N failed".
//   node test.mjs              typecheck and all tests
//   node test.mjs qr lists     only the test files whose path contains one of the words, without the typecheck
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL(".", import.meta.url));
// In node_modules, so that the tests find React there.
const OUT = join(HERE, "node_modules/.test");
const only = process.argv.slice(2);

function sourcesOf(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sourcesOf(path) : [path];
  });
}

let passed = 0;
let failed = 0;

if (only.length === 0) {
  const types = spawnSync(process.execPath, [join(HERE, "node_modules/typescript/bin/tsc"), "--noEmit", "--pretty", "false"], { cwd: HERE, encoding: "utf8" });
  if (types.status === 0) passed += 1;
  else failed += 1;
  process.stdout.write(types.stdout);
  console.log(`  types: ${types.status === 0 ? "right" : "wrong"}`);
}

const tests = sourcesOf(join(HERE, "src")).filter((path) => /\.test\.tsx?$/.test(path) && (only.length === 0 || only.some((word) => path.includes(word))));
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
// One at a time, and without the pages that are fetched when they are opened: a page half written breaks its own tests and nobody else's.
const bundle = (path) =>
  build({
    entryPoints: [path],
    outbase: join(HERE, "src"),
    outdir: OUT,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node18",
    jsx: "automatic",
    // React and the like are taken as they are; styles and pictures mean nothing here.
    packages: "external",
    // Node finds no folder without its file.
    alias: { "@carbon/react/icons": "@carbon/react/icons/index.js" },
    plugins: [{ name: "pages-later", setup: (it) => it.onResolve({ filter: /./ }, (one) => (one.kind === "dynamic-import" ? { path: one.path, external: true } : undefined)) }],
    loader: { ".scss": "empty", ".css": "empty", ".svg": "text" },
    define: { "import.meta.env.DEV": "false", "import.meta.env.PROD": "true" },
    logLevel: "error",
  });
for (const path of tests) {
  const name = relative(join(HERE, "src"), path);
  try {
    await bundle(path);
  } catch (error) {
    failed += 1;
    console.log(`  ${name}: cannot be bundled: ${error.message}`);
    continue;
  }
  const file = join(OUT, name.replace(/\.tsx?$/, ".mjs"));
  const run = spawnSync(process.execPath, ["--test", "--test-reporter=tap", file], {
    cwd: HERE,
    encoding: "utf8",
    env: { ...process.env, SUMI_WEB_DIR: HERE },
  });
  const good = Number(/^# pass (\d+)$/m.exec(run.stdout)?.[1] ?? 0);
  const bad = Number(/^# fail (\d+)$/m.exec(run.stdout)?.[1] ?? 0);
  passed += good;
  failed += run.status === 0 ? bad : Math.max(bad, 1);
  if (run.status !== 0) process.stdout.write(run.stdout + run.stderr);
  console.log(`  ${name}: ${good} passed${run.status === 0 ? "" : `, ${Math.max(bad, 1)} failed`}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
