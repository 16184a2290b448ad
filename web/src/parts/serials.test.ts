import assert from "node:assert/strict";
import { test } from "node:test";
import { serialsOf } from "./serials";

// Both ends are printed; the range that a command takes ends before its end (src/registry/commands.h, SerialRange).
test("a block of serials a line, both ends included", () => {
  assert.deepEqual(serialsOf("3:1-120"), [{ batch: 3, first: "1", end: "121" }]);
  assert.deepEqual(serialsOf("３：１〜１２０\n 4:7 "), [
    { batch: 3, first: "1", end: "121" },
    { batch: 4, first: "7", end: "8" },
  ]);
});
test("more than fifteen digits stay whole", () => {
  assert.deepEqual(serialsOf("1:9007199254740993-9007199254740995"), [{ batch: 1, first: "9007199254740993", end: "9007199254740996" }]);
});
test("what is no block is not guessed at", () => {
  for (const text of ["", "3", "3:", "3:9-1", "3:1-2-3", "a:1-2"]) assert.equal(serialsOf(text), undefined, text);
});
