// Formulas as MathML. The trees are written by hand as src/service/rulebook_view.h has them: parts before the whole.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { FormulaNode } from "../api/formula";
import { FormulaWriter, symbol } from "./mathml";

const node = (kind: string, text: string, items: number[] = [], operators: string[] = [], more: Partial<FormulaNode> = {}): FormulaNode => ({
  kind,
  text,
  items,
  operators,
  index: "",
  exponent: 0,
  ...more,
});
function drawn(nodes: FormulaNode[]): { text: string; writer: FormulaWriter } {
  const writer = new FormulaWriter(nodes);
  return { text: renderToStaticMarkup(createElement("math", null, writer.write())), writer };
}
// Only the letters and signs, as they are read from left to right.
const plain = (text: string) => text.replace(/<[^>]+>/g, "");

test("a symbol's parts behind the underscore stand below", () => {
  const text = renderToStaticMarkup(createElement("math", null, symbol("eps_BL")));
  assert.equal(text, "<math><msub><mi>\u03b5</mi><mtext>BL</mtext></msub></math>");
  assert.equal(renderToStaticMarkup(createElement("math", null, symbol("hours"))), "<math><mi>hours</mi></math>");
});

test("what is divided by stands below a line", () => {
  // half_even(Q_PJ / eps_BL, 12) * CEF_BL
  const { text, writer } = drawn([
    node("name", "Q_PJ"),
    node("name", "eps_BL"),
    node("product", "", [0, 1], ["*", "/"]),
    node("number", "12"),
    node("call", "half_even", [2, 3]),
    node("name", "CEF_BL"),
    node("product", "", [4, 5], ["*", "*"]),
  ]);
  assert.match(text, /<mfrac><mrow><msub><mi>Q<\/mi><mtext>PJ<\/mtext><\/msub><\/mrow><mrow><msub>/);
  assert.equal(plain(text), "half_even(QPJ\u03b5BL,12)\u00d7CEFBL");
  assert.deepEqual([...writer.functions], ["half_even"]);
});

test("a weaker part stands in parentheses, a stronger one does not", () => {
  // (a + b) * c - (d - e)
  const { text } = drawn([
    node("name", "a"),
    node("name", "b"),
    node("sum", "", [0, 1], ["+", "+"]),
    node("name", "c"),
    node("product", "", [2, 3], ["*", "*"]),
    node("name", "d"),
    node("name", "e"),
    node("sum", "", [5, 6], ["+", "-"]),
    node("sum", "", [4, 7], ["+", "-"]),
  ]);
  assert.equal(plain(text), "(a+b)\u00d7c\u2212(d\u2212e)");
  // (a * b) ^ 2
  const power = drawn([node("name", "a"), node("name", "b"), node("product", "", [0, 1], ["*", "*"]), node("power", "", [2], [], { exponent: 2 })]);
  assert.equal(plain(power.text), "(a\u00d7b)2");
  assert.match(power.text, /<msup>/);
});

test("sums over rows, look-ups, comparisons, units", () => {
  // sum(i in lamps: W[i] * h[i])
  const sum = drawn([node("row_name", "W", [], [], { index: "i" }), node("row_name", "h", [], [], { index: "i" }), node("product", "", [0, 1], ["*", "*"]), node("row_sum", "lamps", [2], [], { index: "i" })]);
  assert.equal(plain(sum.text), "\u2211i\u2208lampsWi\u00d7hi");
  // lookup("jcredit-fuels/values", fuel).cef
  const lookup = drawn([node("text", "jcredit-fuels/values"), node("name", "fuel"), node("lookup", "cef", [0, 1])]);
  assert.deepEqual([...lookup.writer.lookups], ["jcredit-fuels/values"]);
  assert.equal(plain(lookup.text), "cefjcredit-fuels/values[fuel]");
  const compare = drawn([node("name", "a"), node("number", "0.0036", [], [], { index: "GJ/kWh" }), node("compare", "", [0, 1], [">="])]);
  assert.equal(plain(compare.text), "a\u22650.0036GJ/kWh");
});
