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

// These do not compile where a shape of contract.ts and openapi.json part.
const session: SessionAnswer = {} as Schema<"Session">;
const problem: ProblemAnswer = {} as Schema<"Problem">;
const answer: CommandAnswer = {} as Omit<Schema<"CommandAnswer">, "outcomes"> & { outcomes: Record<string, unknown>[] };

test("the shapes written by hand are those of the file", () => {
  assert.deepEqual([session, problem, answer], [{}, {}, {}]);
});
