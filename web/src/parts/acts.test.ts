import assert from "node:assert/strict";
import { test } from "node:test";
import { importOf } from "../pages/secretariat/registerActs";
import { shareOf } from "../pages/proponent/CaseActs";

test("a share in hundredths is the same digits with the point moved", () => {
  assert.equal(shareOf("3"), "0.03");
  assert.equal(shareOf("10"), "0.1");
  assert.equal(shareOf("3.25"), "0.0325");
  assert.equal(shareOf("１００%"), "1");
});

// The block that Verra's registry prints as 941467007-941467431 is of 425 units (examples/demo/story.inc takes it in with that amount).
test("an imported block has as many units as its numbers say", () => {
  const body = importOf({ first: 941467007, last: 941467431, account: 9, vintage: "2020", crediting_programme: "Verra" });
  assert.equal(body.first, "941467007");
  assert.equal(body.end, "941467432");
  assert.deepEqual(body.allocations, [{ account: 9, amount: "425" }]);
  assert.equal((body.attributes as Record<string, unknown>).vintage, "FY2020");
});
