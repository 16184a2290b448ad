// Builds the page and lays a .gz and a .br beside every text file, so that the server compresses nothing at run time.
//   node build.mjs            once
//   node build.mjs --watch    again whenever a source changes (quick and without the compressed copies)
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "vite";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const OUT = process.env.SUMI_WEB_OUT ?? join(HERE, "../build/web");
const TEXT = /\.(html|js|css|svg|json|txt|map|webmanifest)$/;
const watch = process.argv.includes("--watch");

export function filesOf(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesOf(path) : [path];
  });
}

// The licences of what is served beside our own files.
function licences() {
  const lock = JSON.parse(readFileSync(join(HERE, "package-lock.json"), "utf8"));
  const parts = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (!path || entry.dev || entry.optional) continue;
    const folder = join(HERE, path);
    let names;
    try {
      names = readdirSync(folder).filter((name) => /^(licen[cs]e|notice|copying)/i.test(name)).sort();
    } catch {
      continue;
    }
    const texts = names.map((name) => readFileSync(join(folder, name), "utf8").trim());
    parts.push(`${path.replace(/^.*node_modules\//, "")} ${entry.version} (${entry.license ?? "see below"})\n\n${texts.join("\n\n")}`);
  }
  writeFileSync(join(OUT, "licences.txt"), parts.join(`\n\n${"=".repeat(80)}\n\n`) + "\n");
}

const result = await build({ configFile: join(HERE, "vite.config.mjs"), logLevel: "warn", build: watch ? { watch: {}, minify: false } : {} });
if (watch) {
  result.on("event", (event) => {
    if (event.code === "BUNDLE_END") console.log(`built in ${event.duration} ms`);
    if (event.code === "ERROR") console.log(event.error.message);
  });
} else {
  licences();
  rmSync(join(OUT, "manifest.json.gz"), { force: true });
  for (const path of filesOf(OUT)) {
    if (!TEXT.test(path)) continue;
    const bytes = readFileSync(path);
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
  }
}
