// The client against a server of this test: what it sends, and what it makes of the answers.
import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { address, carry, command, get, link, onSignedOut, send } from "./client";
import { canonical } from "./keys";
import { asProblem, Problem } from "./problem";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

async function withServer(answer: Answer, body: () => Promise<void>): Promise<void> {
  const server = createServer(answer);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => real(base + String(input), init);
  try {
    await body();
  } finally {
    globalThis.fetch = real;
    server.closeAllConnections();
    server.close();
  }
}

const PROBLEM = {
  type: "/problems/registry.insufficient_units",
  status: 409,
  code: "registry.insufficient_units",
  number: 7,
  ja: "不足しています。",
  en: "Not enough.",
  errors: [{ path: "units.0", code: "x", ja: "あ", en: "a" }],
};

function refuse(response: ServerResponse, status: number, body: unknown = PROBLEM): void {
  response.writeHead(status, { "Content-Type": "application/problem+json" }).end(JSON.stringify(body));
}

test("a query leaves out what is not given", () => {
  assert.equal(address("/a", { x: 1, y: undefined, z: "", w: "あ" }), "/api/v1/a?x=1&w=%E3%81%82");
  assert.equal(address("/a"), "/api/v1/a");
});

test("organisation and CSRF are carried, the latter by what changes something", async () => {
  const seen: IncomingMessage["headers"][] = [];
  carry("secret", 12);
  await withServer(
    (request, response) => {
      seen.push(request.headers);
      response.writeHead(200, { "Content-Type": "application/json" }).end("{}");
    },
    async () => {
      await get("/session");
      await send("POST", "/x", { a: 1 });
    },
  );
  assert.equal(seen[0]!["sumi-organisation"], "12");
  assert.equal(seen[0]!["sumi-csrf"], undefined);
  assert.equal(seen[1]!["sumi-csrf"], "secret");
  assert.equal(seen[1]!["idempotency-key"], undefined);
});

test("a refusal becomes a Problem with its fields", async () => {
  await withServer(
    (_request, response) => refuse(response, 409),
    async () => {
      const problem = await get("/x").then(() => assert.fail("it was not refused"), asProblem);
      assert.equal(problem.status, 409);
      assert.equal(problem.code, "registry.insufficient_units");
      assert.equal(problem.field("units.0")?.en, "a");
      assert.equal(problem.passing, false);
    },
  );
});

test("what is no problem document, and what cannot be reached, say so in both languages", async () => {
  await withServer(
    (_request, response) => void response.writeHead(502, { "Content-Type": "text/html" }).end("<h1>Bad gateway</h1>"),
    async () => {
      const problem = await get("/x").catch(asProblem);
      assert.ok(problem instanceof Problem && problem.passing && problem.answer.ja && problem.answer.en);
    },
  );
  await withServer(
    (request) => void request.socket.destroy(),
    async () => {
      const problem = await get("/x").catch(asProblem);
      assert.ok(problem instanceof Problem && problem.code === "page.unreachable" && problem.passing);
    },
  );
});

test("a 401 is told to the session", async () => {
  let told = 0;
  onSignedOut(() => (told += 1));
  await withServer(
    (_request, response) => refuse(response, 401),
    async () => void (await get("/x").catch(asProblem)),
  );
  assert.equal(told, 1);
});

test("a command keeps its key until it is answered", async () => {
  const keys: string[] = [];
  let turn = 0;
  await withServer(
    (request, response) => {
      keys.push(String(request.headers["idempotency-key"]));
      turn += 1;
      if (turn === 1) return void request.socket.destroy();
      if (turn === 2) return refuse(response, 503);
      if (turn === 3) return void response.writeHead(200, { "Content-Type": "application/json" }).end('{"entry":1,"count":1,"repeated":false,"outcomes":[]}');
      refuse(response, 409);
    },
    async () => {
      const body = { from: 1, to: 2, units: [{ first: 1, last: 5 }] };
      await command("Transfer", body).catch(asProblem);
      await command("Transfer", { units: [{ last: 5, first: 1 }], to: 2, from: 1 }).catch(asProblem);
      assert.equal((await command("Transfer", body)).entry, 1);
      await command("Transfer", body).catch(asProblem);
      await command("Transfer", body).catch(asProblem);
    },
  );
  assert.match(keys[0]!, /^[0-9a-f]{32}$/);
  assert.equal(keys[1], keys[0], "the answer was lost: the same act");
  assert.equal(keys[2], keys[0], "the server was busy: the same act");
  assert.notEqual(keys[3], keys[0], "it was answered: another act");
  assert.notEqual(keys[4], keys[3], "a refusal is an answer");
});

test("canonical text does not depend on the order of fields", () => {
  assert.equal(canonical({ b: 1, a: [{ d: null, c: "x" }] }), canonical({ a: [{ c: "x", d: null }], b: 1 }));
  assert.notEqual(canonical({ a: "1" }), canonical({ a: 1 }));
  assert.notEqual(canonical({ a: [1, 2] }), canonical({ a: [2, 1] }));
});

test("a link says for whom it is read, since it carries no header", () => {
  carry("secret", 12);
  assert.equal(link("/a.pdf", { language: "ja" }), "/api/v1/a.pdf?language=ja&acting_for=12");
  carry("", undefined);
  assert.equal(link("/a.pdf"), "/api/v1/a.pdf");
});
