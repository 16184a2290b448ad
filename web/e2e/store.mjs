// A fresh demo store and its server on a free port of 127.0.0.1, for one run of the browser tests.
import { execFile, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const WEB = process.env.SUMI_WEB_OUT ?? join(ROOT, "build/web");
const SUMI = process.env.SUMI ?? join(ROOT, "build/dev/sumi");
const run = promisify(execFile);

// `SUMI_URL`: a server that runs already (for looking at one test again and again); its codes come from SUMI_STORE.
// `story`: files of a story of its own (a folder whose story.inc is played) instead of the examples'.
export async function startStore(story) {
  if (process.env.SUMI_URL && !story) return { url: process.env.SUMI_URL, code: (user) => demoCode(process.env.SUMI_STORE, user), stop: async () => undefined };
  const folder = mkdtempSync(join(tmpdir(), "sumi-web-"));
  const store = join(folder, "store");
  // The story is looked for beside the rulebook's folder.
  const beside = story ? join(folder, "story") : ROOT;
  if (story) {
    cpSync(story, join(beside, "examples/demo"), { recursive: true });
    symlinkSync(join(ROOT, "rulebook"), join(beside, "rulebook"));
  }
  const server = spawn(SUMI, ["--rulebook", join(beside, "rulebook"), "serve", "--store", store, "--demo", "--web", WEB, "--port", "0"], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const url = await new Promise((resolve, reject) => {
    const hear = (bytes) => {
      said += bytes;
      const found = /http:\/\/(?:localhost|127\.0\.0\.1):\d+/.exec(said);
      if (found) resolve(found[0]);
    };
    server.stdout.on("data", hear);
    server.stderr.on("data", hear);
    ended.then((code) => reject(new Error(`sumi serve ended with ${code}:\n${said}`)));
    setTimeout(() => reject(new Error(`sumi serve named no address in 180 s:\n${said}`)), 180_000).unref();
  });
  return {
    url,
    code: (user) => demoCode(store, user),
    stop: async () => {
      server.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function demoCode(store, user) {
  const { stdout } = await run(SUMI, ["--store", store, "demo", "code", user]);
  const code = /\b\d{6}\b/.exec(stdout)?.[0];
  if (!code) throw new Error(`no code in: ${stdout}`);
  return code;
}
