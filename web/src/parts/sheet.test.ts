import assert from "node:assert/strict";
import { test } from "node:test";
import { csvLines, sheetLines } from "./sheet";

// RFC 4180, sections 2.5 to 2.7: quotes, a quote within, a line break within.
test("cells in quotes hold commas, quotes and line breaks; the lines keep their numbers in the file", () => {
  assert.deepEqual(csvLines('\ufeffaccount,note\r\n7,"a, b"\r\n\r\n8,"said ""no""\r\nand left"\r\n9,x'), [
    { line: 1, cells: ["account", "note"] },
    { line: 2, cells: ["7", "a, b"] },
    { line: 4, cells: ["8", 'said "no"\nand left'] },
    { line: 6, cells: ["9", "x"] },
  ]);
});

test("a semicolon or a tab serves where the heading has it", () => {
  assert.deepEqual(csvLines("a;b\n1,5;2"), [
    { line: 1, cells: ["a", "b"] },
    { line: 2, cells: ["1,5", "2"] },
  ]);
  assert.deepEqual(csvLines("a\tb\n1\t2")[1]?.cells, ["1", "2"]);
});

// 口座,数量 in Shift_JIS (JIS X 0208: 8c fb 8d c0, 90 94 97 ca).
test("a list saved in Shift_JIS is read", async () => {
  const bytes = Uint8Array.from([0x8c, 0xfb, 0x8d, 0xc0, 0x2c, 0x90, 0x94, 0x97, 0xca, 0x0a, 0x37, 0x2c, 0x33]);
  assert.deepEqual((await sheetLines(new Blob([bytes])))?.map((one) => one.cells), [["口座", "数量"], ["7", "3"]]);
});

test("what is no archive is no list", async () => {
  assert.equal(await sheetLines(new Blob([Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])])), undefined);
});
