import assert from "node:assert/strict";
import { test } from "node:test";
import { csvLines } from "../../../parts/sheet";
import type { Purpose } from "../model";
import { csvOf, overlaps, readList, ROWS_MAX, samePick, selectionOf } from "./list";

const purpose = (key: string, ja: string, end_use = "retirement") => ({ purpose: key, title: { ja, en: key }, end_uses: [end_use] }) as unknown as Purpose;
const PURPOSES = [purpose("cdp", "CDP質問書への回答"), purpose("voluntary_cancellation", "保有者の申出による取消", "cancellation")];
const OFFSETS = [["product", "製品"]] as const;
const read = (text: string, own: number[] = [7, 9]) => readList(csvLines(text), PURPOSES, OFFSETS, own);

test("a row is read by Japanese or English headings, its purpose by its name", () => {
  const list = read("口座,数量,使いみち,対象年度,報告,利用者,オフセット,対象の内容\n7,\"1,200\",ＣＤＰ質問書への回答,2025年度,C-12,,製品,机");
  assert.ok("rows" in list);
  assert.deepEqual(list.unread, []);
  const row = list.rows[0]!;
  assert.equal(row.amount, 1200n);
  assert.deepEqual(selectionOf(row), { pick: { credit_type: undefined, project: undefined, amount: "1200" } });
  assert.deepEqual(row.body.uses, [{ purpose: "cdp", fiscal_year: "FY2025", report: "C-12" }]);
  assert.equal(row.body.offset, "product");
  assert.equal(row.body.offset_object, "机");
});

test("serials name both ends, and the ledger's range ends before its end", () => {
  const list = read("account,serials,purpose\n7,3:1-20 3:31-40,voluntary_cancellation\n7,3:40-41,cdp\n7,3:41,cdp");
  assert.ok("rows" in list);
  const [one, two, three] = list.rows;
  assert.deepEqual(one!.ranges, [
    { batch: 3, first: "1", end: "21" },
    { batch: 3, first: "31", end: "41" },
  ]);
  assert.equal(one!.body.end_use, "cancellation");
  assert.equal(overlaps(one!, two!), true);
  assert.equal(overlaps(one!, three!), false);
});

test("what cannot be sent is told by row and column, and the others are still read", () => {
  const list = read("account,amount,serials,purpose,fiscal_year\n7,x,,cdp,\n7,3,,holiday,\n7,3,3:1-2,cdp,\n,3,,cdp,\n7,3,,cdp,last year\n7,3,,cdp,2025");
  assert.ok("rows" in list);
  assert.deepEqual(
    list.unread.map((one) => [one.line, one.column]),
    [
      [2, "amount"],
      [3, "purpose"],
      [4, "amount"],
      [5, "account"],
      [6, "fiscal_year"],
    ],
  );
  assert.deepEqual(
    list.rows.map((one) => one.line),
    [7],
  );
});

test("a list of another kind is refused as a whole", () => {
  assert.deepEqual(read("account,amount,colour\n7,1,red"), { fault: "unknown", text: "colour" });
  assert.deepEqual(read("account,amount\n7,1"), { fault: "missing", text: "", columns: ["purpose"] });
  assert.deepEqual(read("amount,purpose\n1,cdp"), { fault: "missing", text: "", columns: ["account"] });
  assert.ok("rows" in read("amount,purpose\n1,cdp", [7]));
  assert.deepEqual(read("account,amount,purpose"), { fault: "empty", text: "" });
  assert.deepEqual(read(`amount,purpose\n${"1,cdp\n".repeat(ROWS_MAX + 1)}`, [7]), { fault: "many", text: String(ROWS_MAX + 1) });
});

test("rows that draw on the same units count together", () => {
  const list = read("account,amount,project,purpose\n7,1,2,cdp\n7,2,2,cdp\n7,2,,cdp");
  assert.ok("rows" in list);
  const [a, b, c] = list.rows.map(samePick);
  assert.equal(a, b);
  assert.notEqual(a, c);
});

test("a report keeps commas and quotes", () => {
  assert.equal(csvOf([["a", 'b "c", d'], [1, "e"]]), 'a,"b ""c"", d"\r\n1,e');
});
