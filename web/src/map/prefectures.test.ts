import assert from "node:assert/strict";
import { test } from "node:test";
import { shadeOf } from "./PrefectureMap";
import { COLUMNS, neighbour, prefectures, ROWS } from "./prefectures";

test("no two tiles lie on each other, and all lie on the grid", () => {
  const taken = new Map<string, string>();
  for (const one of prefectures) {
    for (let x = one.x; x < one.x + (one.w ?? 1); x += 1) {
      for (let y = one.y; y < one.y + (one.h ?? 1); y += 1) {
        assert.ok(x >= 0 && x < COLUMNS && y >= 0 && y < ROWS, one.en);
        assert.equal(taken.get(`${x},${y}`), undefined, one.en);
        taken.set(`${x},${y}`, one.en);
      }
    }
  }
});

test("the codes are those of JIS X 0401", () => {
  // A sample of the standard's list.
  const of = (code: number) => prefectures.find((one) => one.code === code)?.ja;
  assert.deepEqual([1, 13, 20, 27, 34, 40, 47].map(of), ["北海道", "東京都", "長野県", "大阪府", "広島県", "福岡県", "沖縄県"]);
});

test("arrow keys reach every prefecture from Tokyo", () => {
  const reached = new Set([prefectures.find((one) => one.code === 13)!]);
  for (const one of reached) {
    for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) {
      const to = neighbour(one, key);
      if (to) reached.add(to);
    }
  }
  assert.equal(reached.size, 47);
  assert.equal(neighbour(prefectures[12]!, "a"), undefined);
});

test("shades go by rank; nothing and zero are pale", () => {
  const sorted = [1, 10, 100, 1000, 10000];
  assert.deepEqual(sorted.map((value) => shadeOf(value, sorted)), [1, 2, 3, 4, 5]);
  assert.equal(shadeOf(undefined, sorted), 0);
  assert.equal(shadeOf(0, sorted), 0);
});
