import assert from "node:assert/strict";
import { test } from "node:test";
import { mayOpen } from "../../area";
import { withChoice } from "../../api/session";
import type { SessionAnswer } from "../../api/contract";
import { tidyCode } from "./fields";
import { safeTarget } from "./SignIn";

test("after signing in nobody is led to another site", () => {
  assert.equal(safeTarget("/holdings?x=1"), "/holdings?x=1");
  for (const to of [null, "", "https://example.com", "//example.com", "/\\example.com", "javascript:alert(1)"]) assert.equal(safeTarget(to), "/");
});

test("codes are taken as they are meant", () => {
  assert.equal(tidyCode(" 123 456 "), "123456");
  assert.equal(tidyCode("１２３４５６"), "123456");
});

const answer: SessionAnswer = {
  person: { id: "1", login: "ogawa", name: "小川" },
  second_factor: "passed",
  organisations: [
    { id: 3, name: "甲", roles: ["proponent"] },
    { id: 5, name: "乙", roles: ["verifier"] },
  ],
  rights: ["transfer"],
  csrf: "x",
  store: { kind: "demo", name: "x" },
};

test("one acts for the first organisation until another is chosen", () => {
  assert.equal(withChoice(answer, undefined).organisation?.id, 3);
  assert.deepEqual(withChoice(answer, 5).roles, ["verifier"]);
  assert.equal(withChoice(answer, 99).organisation?.id, 3);
});

test("a page opens for whom it is meant", () => {
  const page = (right?: string) => ({ path: "/x", ja: "x", en: "x", right, load: async () => ({ default: () => null }) });
  const session = withChoice(answer, undefined);
  const nobody = withChoice({ ...answer, person: undefined, organisations: [], rights: [] }, undefined);
  assert.equal(mayOpen(page(), undefined), true);
  assert.equal(mayOpen(page("signed-in"), nobody), false);
  assert.equal(mayOpen(page("signed-in"), session), true);
  assert.equal(mayOpen(page("role:proponent"), session), true);
  assert.equal(mayOpen(page("role:verifier"), session), false);
  assert.equal(mayOpen(page("transfer"), session), true);
  assert.equal(mayOpen(page("decide"), session), false);
});
