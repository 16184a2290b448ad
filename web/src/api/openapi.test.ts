// The types are those of openapi.json, and the shapes written by hand agree with it. That the file is the server's is asked by tests/web/run.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { CommandAnswer, ProblemAnswer, SessionAnswer } from "./contract";
import type { Schema } from "./schema";

const WEB = process.env.SUMI_WEB_DIR!;

test("openapi.d.ts is what openapi.json makes", () => {
  const script = `import { typesOf } from ${JSON.stringify(join(WEB, "openapi.mjs"))}; import { readFileSync } from "node:fs";
    process.stdout.write(await typesOf(readFileSync(${JSON.stringify(join(WEB, "openapi.json"))}, "utf8")));`;
  const made = execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8", maxBuffer: 64e6 });
  assert.equal(readFileSync(join(WEB, "src/api/openapi.d.ts"), "utf8"), made, "run node web/openapi.mjs");
});

// An id that is none is left out of an answer, so the file calls every id optional; in these answers one always stands.
type Given<T> = T extends (infer One)[] ? Given<One>[] : T extends object ? { [Key in keyof T]-?: Given<T[Key]> } : T;

// These do not compile where a shape of contract.ts and openapi.json part.
// Of the words and kinds the file says text where the page knows which texts there are.
type Session = Omit<Given<Schema<"http.SessionView">>, "second_factor" | "store" | "organisations">;
const session: Omit<SessionAnswer, "second_factor" | "store" | "organisations"> = {} as Session;
const problem: ProblemAnswer = {} as Schema<"Problem">;
const answer: CommandAnswer = {} as Omit<Given<Schema<"http.AcceptedView">>, "outcomes"> & { outcomes: Record<string, unknown>[] };

test("the shapes written by hand are those of the file", () => {
  assert.deepEqual([session, problem, answer], [{}, {}, {}]);
});
