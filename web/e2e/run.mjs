// Runs the browser tests: a fresh demo store, its server, node's test runner over web/e2e/*.test.mjs. Ends with "N passed, N failed".
//   node web/e2e/run.mjs [WORD...]     only the files whose name contains one of the words
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startStore } from "./store.mjs";

const LONG = ["acts.test.mjs", "life.test.mjs", "pages.test.mjs"];
const HERE = fileURLToPath(new URL(".", import.meta.url));

// A tool that needs a served store: starts one, tells the child where it is, ends it. Gives the child's exit code.
export async function withStore(command, args, hear) {
  const store = await startStore();
  const codes = createServer((request, response) => {
    store.code(decodeURIComponent(request.url.slice(1))).then(
      (code) => response.end(code),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise((ready) => codes.listen(0, "127.0.0.1", ready));
  const environment = { ...process.env, SUMI_WEB_URL: store.url, SUMI_CODES_URL: `http://127.0.0.1:${codes.address().port}` };
  try {
    const child = spawn(command, args, { stdio: ["ignore", hear ? "pipe" : "inherit", "inherit"], env: environment });
    child.stdout?.on("data", hear);
    return await new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  } finally {
    codes.close();
    await store.stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const words = process.argv.slice(2);
  const files = readdirSync(HERE).filter((name) => name.endsWith(".test.mjs") && (words.length === 0 || words.some((word) => name.includes(word))));
  let passed = 0;
  let failed = 0;
  // Two at a time, each with a store of its own: a browser waits more than it works. The longest begins first.
  const waiting = [...files].sort((a, b) => LONG.indexOf(b) - LONG.indexOf(a) || a.localeCompare(b));
  const one = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      let said = "";
      const code = await withStore(process.execPath, ["--test", "--test-reporter=tap", join(HERE, name)], (bytes) => (said += bytes));
      const good = Number(/^# pass (\d+)$/m.exec(said)?.[1] ?? 0);
      const bad = code === 0 ? 0 : Math.max(1, Number(/^# fail (\d+)$/m.exec(said)?.[1] ?? 0));
      if (bad) process.stdout.write(said);
      console.log(`  ${name}: ${good} passed${bad ? `, ${bad} failed` : ""}`);
      passed += good;
      failed += bad;
    }
  };
  await Promise.all(process.env.SUMI_URL ? [one()] : [one(), one()]);
  if (files.length === 0) failed = 1;
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
}
