// Every text stands in both languages, and no page has words of its own beside its texts.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import { build } from "esbuild";
import ts from "typescript";
import { defineTexts, fill, readable, say, translate, type TextTable } from "./texts";
import { glossary } from "../glossary";
import { prefectures } from "../map/prefectures";
import { areas } from "../areas";

const SRC = join(process.env.SUMI_WEB_DIR!, "src");
const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesOf(path) : [path];
  });
}

// What is wrong with a text, or nothing.
function faults(text: { ja: string; en: string }): string[] {
  const found: string[] = [];
  if (!text.ja?.trim()) found.push("no Japanese");
  if (!text.en?.trim()) found.push("no English");
  if (JAPANESE.test(text.en ?? "")) found.push("Japanese letters in the English text");
  const names = (one: string) => [...one.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort().join(",");
  if (names(text.ja ?? "") !== names(text.en ?? "")) found.push("the names in braces differ");
  return found;
}

test("the faults that this test looks for are found", () => {
  assert.deepEqual(faults({ ja: "{n}件", en: "{n} found" }), []);
  assert.deepEqual(faults({ ja: "", en: "x" }), ["no Japanese"]);
  assert.deepEqual(faults({ ja: "件", en: " " }), ["no English"]);
  assert.deepEqual(faults({ ja: "件", en: "件" }), ["Japanese letters in the English text"]);
  assert.deepEqual(faults({ ja: "{n}件", en: "{m}" }), ["the names in braces differ"]);
});

// Every pair of Japanese and English in what a file exports, wherever it lies in it.
function pairsOf(value: unknown, path: string): [string, { ja: string; en: string }][] {
  if (typeof value !== "object" || value === null) return [];
  const one = value as Record<string, unknown>;
  if ("ja" in one || "en" in one) return [[path, value as { ja: string; en: string }]];
  return Object.entries(one).flatMap(([key, part]) => pairsOf(part, `${path}.${key}`));
}

test("every file of texts is complete, in all that it exports", async () => {
  // texts.ts, planTexts.ts, words.ts, events.ts ...: whatever defines texts, too.
  const files = filesOf(SRC).filter(
    (path) => /\.ts$/.test(path) && !/\.test\.ts$/.test(path) && !path.endsWith("/i18n/texts.ts") && (/([tT]exts|\/words|\/events)\.ts$/.test(path) || /defineTexts\(/.test(readFileSync(path, "utf8"))),
  );
  assert.ok(files.length >= 30, `only ${files.length} files of texts were found`);
  for (const path of files) {
    const bundled = await build({ entryPoints: [path], bundle: true, write: false, format: "esm", platform: "node", packages: "external" });
    const module = (await import(`data:text/javascript;base64,${Buffer.from(bundled.outputFiles[0]!.contents).toString("base64")}`)) as Record<string, TextTable>;
    const pairs = pairsOf(module, relative(SRC, path));
    assert.ok(pairs.length > 0 || !/[tT]exts\.ts$/.test(path), `${path} exports no texts`);
    for (const [name, text] of pairs) assert.deepEqual(faults(text), [], name);
  }
});

test("areas, pages, glossary and prefectures are named in both languages", () => {
  for (const area of areas) {
    assert.deepEqual(faults(area), [], area.id);
    for (const page of area.pages) assert.deepEqual(faults(page), [], page.path);
  }
  for (const [word, entry] of Object.entries(glossary)) {
    for (const text of [entry.name, entry.text, entry.source]) assert.deepEqual(faults(text), [], word);
    assert.match(entry.date, /^\d{4}(-\d{2}){0,2}$/, word);
    assert.equal(entry.text.ja.match(/。/g)?.length, 2, `${word}: two sentences`);
  }
  assert.equal(new Set(prefectures.map((one) => one.code)).size, 47);
  for (const one of prefectures) assert.deepEqual(faults(one), [], one.en);
});

test("no page has words of its own", () => {
  for (const path of filesOf(SRC).filter((one) => one.endsWith(".tsx") && !one.endsWith("routes.tsx"))) {
    const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
    const visit = (node: ts.Node): void => {
      const text = ts.isJsxText(node) || ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateHead(node) ? node.text : "";
      const own = /^(sumi 炭|日本語|English)$/.test(text.trim());
      if (!own && JAPANESE.test(text)) assert.fail(`${relative(SRC, path)}: Japanese beside texts.ts: ${text.trim()}`);
      if (!own && ts.isJsxText(node) && /[A-Za-z]{2}/.test(text)) assert.fail(`${relative(SRC, path)}: words beside texts.ts: ${text.trim()}`);
      const spoken = ts.isJsxAttribute(node) && /^(aria-label|title|alt|placeholder|labelText|helperText|label|legendText|iconDescription)$/.test(node.name.getText());
      if (spoken && node.initializer && ts.isStringLiteral(node.initializer) && /[A-Za-z]{2}/.test(node.initializer.text)) {
        assert.fail(`${relative(SRC, path)}: words beside texts.ts: ${node.initializer.text}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
});

test("values are put in, numbers are grouped", () => {
  const texts = defineTexts({ found: { ja: "{count}件", en: "{count} of {all}" } });
  assert.equal(translate(texts, "ja")("found", { count: 1234567 }), "1,234,567件");
  assert.equal(fill("{a} {b}", { a: "x" }), "x {b}");
  assert.equal(say({ ja: "あ", en: "" }, "en"), "あ");
});

test("a sentence of the server is told with the language's own days, periods and years", () => {
  assert.equal(readable("稼働開始は2026-03-16、申請日は2026-12-25です。", "ja"), "稼働開始は2026年3月16日、申請日は2026年12月25日です。");
  assert.equal(readable("認証対象期間は2026-12-25..2034-12-24です。", "ja"), "認証対象期間は2026年12月25日〜2034年12月24日です。");
  assert.equal(readable("in operation on 2026-03-16", "en"), "in operation on 16 Mar 2026");
  assert.equal(readable("FY2026", "ja"), "2026年度");
  assert.equal(readable("62 t-CO2", "ja"), "62 t-CO₂");
  // Keys, addresses and instants are no sentences.
  for (const key of ["yamanashi-manual-2026-03-19-ch4", "https://example.jp/2026-03-19/", "2026-03-19T01:02:03Z", "2026-06版"]) assert.equal(readable(key, "ja"), key);
});
