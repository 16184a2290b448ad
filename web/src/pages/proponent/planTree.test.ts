import assert from "node:assert/strict";
import test from "node:test";
import { at, idOf, put, stepsOf } from "./planTree";

test("a path is read step by step", () => {
  assert.deepEqual(stepsOf("activities[0].expected[12].baseline"), ["activities", 0, "expected", 12, "baseline"]);
  assert.equal(idOf("activities[0].place.site"), "plan-activities-0-place-site");
});

test("a value is put without touching what stood before", () => {
  const before = { activities: [{ place: { site: "A" } }, { place: { site: "B" } }] };
  const after = put(before, stepsOf("activities[1].place.site"), "C");
  assert.equal(at(after, stepsOf("activities[1].place.site")), "C");
  assert.equal(at(before, stepsOf("activities[1].place.site")), "B");
  assert.equal(at(after, stepsOf("activities[0].place.site")), "A");
});

test("what is not there is undefined, and is made where something is put", () => {
  assert.equal(at({}, stepsOf("programme.groups[0].name")), undefined);
  assert.deepEqual(put({}, stepsOf("programme.groups[0].name"), "x"), { programme: { groups: [{ name: "x" }] } });
});
