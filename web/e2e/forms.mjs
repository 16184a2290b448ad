// What the tests of forms share: quick sign-in, the API as its answer to "did it happen?", and a form filled in by the words at its fields.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { demoCode, go, open, visit } from "./browser.mjs";

// The machine may be busy with others: waited for is a state, never a time.
export const PATIENCE = 60_000;
export const PDF = { name: "paper.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") };
export const later = (day, days) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

// Somebody of the demo store, signed in by the API: their page, and the API as them. `organisation`: for whom they act, where they have more than one. `store`: another than the
// run's, as startStore() gives it. `known`: the same person as they act for another organisation; a code is good once in half a minute.
export async function person(browser, login, organisation, store, known) {
  const { page, context, faults } = await open(browser, { language: "ja", base: store?.url, state: await known?.context.storageState() });
  page.setDefaultTimeout(PATIENCE);
  const session = async (path, data) => (await context.request.post(`/api/v1${path}`, { data })).json();
  const first = known ? { second_factor: "passed" } : await session("/session", { login, password: process.env.SUMI_DEMO_PASSWORD ?? "sumi-demo-2026" });
  if (first.second_factor === "asked") await session("/session/second-factor", { code: await (store?.code ?? demoCode)(login) });
  const { csrf, person: who, organisations } = await (await context.request.get("/api/v1/session")).json();
  assert.ok(who, `${login} is not signed in`);
  const acting = organisation ?? organisations[0].id;
  if (organisation !== undefined) await context.addInitScript((id) => sessionStorage.setItem("sumi.organisation", String(id)), organisation);
  const send = async (method, path, body, type = "application/json", extra = {}) => {
    const headers = { "Sumi-CSRF": csrf, "Sumi-Organisation": String(acting), "Idempotency-Key": randomUUID(), ...(body === undefined ? {} : { "Content-Type": type }), ...extra };
    const answer = await context.request.fetch(`/api/v1${path}`, { method, headers, data: body === undefined ? undefined : type === "application/json" ? JSON.stringify(body) : body });
    return { status: answer.status(), text: await answer.text(), etag: answer.headers().etag };
  };
  const api = async (method, path, body, type) => {
    const { status, text } = await send(method, path, body, type);
    assert.ok(status < 300, `${login} ${method} ${path}: ${status} ${text}`);
    return text ? JSON.parse(text) : undefined;
  };
  await visit(page, "/inbox");
  const one = {
    login,
    id: who.id,
    organisation: acting,
    page,
    context,
    faults,
    send,
    api,
    get: (path) => api("GET", path),
    command: (name, body) => api("POST", `/commands/${name}`, body),
    // A document that a command names: its hash.
    kept: async (place) => (await api("POST", place, `%PDF-1.4\n% ${randomUUID()}\n%%EOF\n`, "application/pdf")).hash,
    go: (path) => go(page, path),
    // As go(), and nothing is remembered of what was read before.
    anew: (path) => visit(page, path),
    press: (name, scope = page) => scope.getByRole("button", { name, exact: true }).first().click(),
  };
  return one;
}

// A field's words, whatever its unit or its mark that it may stay empty.
const named = (label) => new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}( ?\\(.*\\))?$`);

// Each line: the field's words, and what is typed, chosen ({ choose }), ticked or picked by its words ({ pick }), or handed in ({ file }).
export async function fill(scope, fields) {
  const page = scope.page?.() ?? scope;
  for (const [label, value] of fields) {
    if (typeof value === "string") await scope.getByLabel(named(label)).first().fill(value);
    else if (value.pick) await scope.getByText(value.pick, { exact: true }).first().click();
    else if (value.choose) {
      const select = scope.getByLabel(named(label)).first();
      await select.locator("option", { hasText: value.choose }).first().waitFor({ state: "attached" });
      const option = await select.locator("option").evaluateAll((all, wanted) => (all.find((one) => one.textContent.trim() === wanted) ?? all.find((one) => one.textContent.includes(wanted)))?.value, value.choose);
      await select.selectOption(option);
    } else {
      const place = scope.locator("div").filter({ has: page.locator("> div > p.cds--file--label", { hasText: named(label) }) }).locator("input[type=file]").first();
      const kept = page.waitForResponse((answer) => answer.request().method() === "POST" && /documents|evidence/.test(answer.url()));
      await place.setInputFiles(value.file);
      assert.equal((await kept).status(), 200, `${label}: the paper was not kept`);
    }
  }
}

const ENTRY = /台帳の(\d+)番に記録しました/;
// One act of a page of acts: chosen by its name, filled in, recorded. `refused`: the code with which the server is to refuse it; `wrong`: words at a field, when nothing is sent.
// Gives the entry's number.
export async function act(who, path, name, fields, { refused, wrong } = {}) {
  const { page } = who;
  await who.go(path);
  const select = page.locator(`xpath=//select[option[normalize-space()="${name}"]]`).first();
  await select.selectOption({ label: name });
  const form = page.getByRole("region", { name, exact: true }).locator("form");
  await form.waitFor();
  await fill(form, fields);
  const sure = form.getByText("記入した内容を確かめました", { exact: false });
  if ((await sure.count()) > 0) {
    // What cannot be undone is not sent before one says that one knows.
    await form.getByRole("button", { name: "記録する" }).click();
    await form.getByText("記録する前に、ここに印を付けてください。").waitFor();
    await sure.click();
  }
  await form.getByRole("button", { name: "記録する" }).click();
  if (wrong) {
    for (const words of wrong) await form.getByText(words).first().waitFor();
    return undefined;
  }
  const done = page.getByRole("status").filter({ hasText: ENTRY });
  await done.or(form.locator(".s-notice[role=alert]")).first().waitFor();
  if (refused) {
    assert.equal(await done.count(), 0, `${name} was not refused`);
    for (const words of [refused].flat()) assert.match(await form.innerText(), words instanceof RegExp ? words : new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")), name);
    return undefined;
  }
  if ((await done.count()) === 0) assert.fail(`${name}: ${await form.locator(".s-notice[role=alert]").first().innerText()}`);
  return Number(ENTRY.exec(await done.first().innerText())[1]);
}

// A task of the inbox that has its form there.
export async function task(who, key, fields) {
  const { page } = who;
  await who.go(`/inbox?task=${encodeURIComponent(key)}`);
  const form = page.locator("main form").first();
  await form.waitFor();
  await fill(form, fields);
  await form.getByRole("button", { name: "記録する" }).click();
  const done = page.getByText("記録しました", { exact: false }).first();
  await done.or(form.locator(".s-notice[role=alert]")).first().waitFor();
  if ((await done.count()) === 0) assert.fail(`${key}: ${await form.locator(".s-notice[role=alert]").first().innerText()}`);
}
