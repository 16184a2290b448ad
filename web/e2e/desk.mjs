// What the desks' tests share: requests as the page would make them, and a report on its way to the committee, made by the API.
import assert from "node:assert/strict";
import { japanDay, open, signIn } from "./browser.mjs";

export const PROJECT = 2; // the boiler of the examples: tanaka's, reviewed by mori
// The machine may be busy with others: waited for is a state, never a time.
const PATIENCE = 60_000;

// Somebody of the demo store, signed in; each once in a file, since a code is good once in half a minute.
export async function as(browser, user) {
  const opened = await open(browser, { language: "ja" });
  opened.page.setDefaultTimeout(PATIENCE);
  await signIn(opened.page, user);
  return opened;
}

// A request by whoever is signed in there.
export async function ask(page, method, path, body, type = "application/json") {
  const answer = await page.evaluate(
    async ({ method, path, body, type }) => {
      const { csrf } = await (await fetch("/api/v1/session")).json();
      const headers = { "Sumi-CSRF": csrf, "Idempotency-Key": crypto.randomUUID(), ...(body === undefined ? {} : { "Content-Type": type }) };
      const response = await fetch(`/api/v1${path}`, { method, headers, body: body === undefined ? undefined : type === "application/json" ? JSON.stringify(body) : body });
      return { status: response.status, text: await response.text() };
    },
    { method, path, body, type },
  );
  assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${answer.text}`);
  return answer.text ? JSON.parse(answer.text) : undefined;
}

export const todayOf = async (page) => japanDay((await ask(page, "GET", "/store")).now);

// Work that goes on behind the request: begun, then asked for until it is done. Gives what stands in the job's `field`.
export async function worked(page, method, path, body, type, field) {
  const begun = await ask(page, method, path, body, type);
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    const job = await ask(page, "GET", `/own/jobs/${begun.id}`);
    assert.notEqual(job.state, "failed", `${path}: ${job.en}`);
    if (job.state === "done") return job[field];
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${path} does not end`);
}

// A document that a command names: its hash.
export async function kept(page, place, words) {
  const { hash } = await ask(page, "POST", place, words, "application/octet-stream");
  return hash;
}

// The next month of the boiler is reported; gives the report's number and the bill that it cites.
export async function reported(tanaka) {
  const monitoring = await ask(tanaka, "GET", `/proponent/cases/${PROJECT}/monitoring`);
  assert.ok(monitoring.next, "there is nothing to report");
  const [first] = monitoring.next.split("..");
  const month = first.slice(0, 7);
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);
  const series = monitoring.series[0];
  const bill = await ask(tanaka, "POST", "/proponent/evidence", "a bill", "application/octet-stream");
  const data = `parameter,period,value,unit,class,evidence\n${series.symbol},${month},5000,${series.unit},${series.monitoring_class},${bill.cited}\n`;
  const { report } = await worked(tanaka, "POST", `/proponent/cases/${PROJECT}/monitoring/submit?period=${first}..${last}`, data, "text/csv", "monitoring");
  return { report, bill };
}

// Verified and applied for, ready for a docket.
export async function appliedFor(tanaka, mori) {
  const { report } = await reported(tanaka);
  const session = await ask(mori, "GET", "/session");
  const made = await ask(mori, "POST", "/verifier/statement", { project: PROJECT, report, positive: true, conclusion: "報告された数量に誤りはありません。", signatory: "森" });
  await ask(mori, "POST", "/commands/RecordVerification", { project: PROJECT, report, verifier: session.organisations[0].id, positive: true, trace: made.trace, statement: made.statement });
  await ask(tanaka, "POST", "/commands/ApplyForCertification", { project: PROJECT, report, programme_code: "JC", credit_type: "ER" });
  return report;
}

// A file that the page saves.
export async function saved(page, press) {
  const waits = page.waitForEvent("download");
  await press();
  return waits;
}
