import assert from "node:assert/strict";
import { test } from "node:test";
import { conditionText } from "./condition";

const boiler = {
  name: "boiler_PJ",
  title: { ja: "ボイラーの種類", en: "Boiler" },
  options: [
    { value: "fuel", title: { ja: "燃料ボイラー", en: "fuel-fired" } },
    { value: "electric", title: { ja: "電気ボイラー", en: "electric" } },
  ],
};
const heat = { name: "heat", title: { ja: "熱量の求め方", en: "Heat" }, options: [{ value: "steam", title: { ja: "蒸気量による", en: "by steam" } }] };

test("a condition is told in the words of the choice", () => {
  assert.equal(conditionText('boiler_PJ == "fuel"', [boiler], "ja"), "ボイラーの種類が「燃料ボイラー」");
  assert.equal(conditionText('boiler_PJ != "electric"', [boiler], "ja"), "ボイラーの種類が「電気ボイラー」以外");
  assert.equal(conditionText('boiler_PJ != "electric"', [boiler], "en"), "Boiler is not “electric”");
});

test("two conditions are joined", () => {
  assert.equal(conditionText('boiler_PJ == "fuel" and heat == "steam"', [boiler, heat], "ja"), "ボイラーの種類が「燃料ボイラー」、かつ熱量の求め方が「蒸気量による」");
  assert.equal(conditionText('boiler_PJ == "fuel" or heat == "steam"', [boiler, heat], "en"), "Boiler is “fuel-fired” or Heat is “by steam”");
});

test("what names no choice stays as it is written", () => {
  assert.equal(conditionText('boiler_PJ == "steam" and months < 12', [boiler], "ja"), 'boiler_PJ == "steam" and months < 12');
  assert.equal(conditionText("months_elapsed < 12", [boiler], "ja"), "months_elapsed < 12");
});
