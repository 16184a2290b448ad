// Every page that is registered in src/areas.ts, as { area, path, demo }.
import { build } from "esbuild";
import { fileURLToPath } from "node:url";

export async function registeredPages() {
  const bundled = await build({
    entryPoints: [fileURLToPath(new URL("../src/areas.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    jsx: "automatic",
    plugins: [{ name: "pages-later", setup: (it) => it.onResolve({ filter: /./ }, (one) => (one.kind === "dynamic-import" ? { path: one.path, external: true } : undefined)) }],
  });
  const { areas } = await import(`data:text/javascript;base64,${Buffer.from(bundled.outputFiles[0].contents).toString("base64")}`);
  return areas.flatMap((area) => area.pages.map((page) => ({ area: area.id, ...page })));
}

// The address that is opened for a page.
export function addressOf(page) {
  const path = page.demo?.path ?? page.path;
  if (path.includes(":")) throw new Error(`${page.path} has parameters and no demo path (routes.tsx)`);
  return path;
}

// Who opens it: nobody where everyone may.
export function visitorOf(page) {
  return page.demo?.as ?? (page.right ? "kato" : undefined);
}

// What a page shows and the demo's story cannot leave behind, since drafts stand in no journal: tanaka has begun to write a plan anew.
export async function prepare(page, user) {
  if (user !== "tanaka") return;
  const drafts = await (await page.request.get("/api/v1/proponent/drafts")).json();
  if (drafts.total > 0) return;
  const { csrf } = await (await page.request.get("/api/v1/session")).json();
  const made = await page.request.post("/api/v1/proponent/drafts", { data: { project: 9 }, headers: { "Sumi-CSRF": csrf, "Idempotency-Key": crypto.randomUUID() } });
  if (!made.ok()) throw new Error(`no draft: ${await made.text()}`);
}
