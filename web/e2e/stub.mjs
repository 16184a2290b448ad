// Stands in for the server while `sumi serve` does not exist: the built files under the content security policy of the product, and as much of the API as
// the frame and the sign-in ask for. To be deleted with its use in store.mjs once the server stands.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { totp } from "./totp.mjs";

const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".txt": "text/plain; charset=utf-8", ".json": "application/json" };
const CSP = "default-src 'self'; style-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

const everybody = { second_factor: "none", organisations: [], rights: [], csrf: "", store: { kind: "demo", name: "stub" } };
const ROLES = ["proponent", "verifier", "secretariat", "committee", "account_manager", "approver", "auditor", "administrator", "supporter"];
const ogawa = {
  person: { id: "01", login: "ogawa", name: "小川 葉子" },
  organisations: [
    { id: 1, name: "青葉工業株式会社", roles: ROLES },
    { id: 2, name: "みどり信用金庫", roles: ["supporter"] },
  ],
  rights: ["transfer"],
  csrf: "0123456789abcdef",
  store: everybody.store,
};
const t = (value) => ({ value: String(value), unit: "t-CO2" });
const line = (key, projects, certifications, certified, held = 0, used = 0) => ({
  key,
  title: { ja: key, en: key },
  projects,
  certifications,
  certified: t(certified),
  issued: t(held + used),
  held: t(held),
  used: t(used),
});
const SCHEME = {
  as_known: "2026-04-01",
  entry: 321,
  total: line("total", 12, 9, 48210, 40000, 8210),
  withdrawn: 1,
  never_certified: 4,
  units: [{ unit_kind: "tco2", issued: t(48210), held: t(39000), waiting: t(600), buffer: t(400), retired: t(8000), retired_for_state: t(200), cancelled: t(10), expired: t(0), exported: t(0) }],
  by_type: [line("normal", 8, 5, 18210), line("programme", 4, 4, 30000)],
  by_methodology: [line("EN-S-001", 4, 3, 12010), line("EN-R-002", 3, 2, 28000), line("FO-001", 2, 2, 8200)],
  by_sector: [],
  by_prefecture: [line("\u5317\u6d77\u9053", 2, 2, 8200), line("\u6771\u4eac\u90fd", 3, 2, 400), line("\u9577\u91ce\u770c", 1, 1, 12010), line("\u798f\u5ca1\u770c", 1, 1, 3600), line("several", 5, 3, 24000)],
  by_vintage: [line("FY2023", undefined, 2, 9210, 4000, 5210), line("FY2024", undefined, 7, 39000, 36000, 3000)],
  by_year: [line("FY2024", 8, 4, 18210, 15000, 3210), line("FY2025", 4, 5, 30000, 25000, 5000)],
  cumulative: [line("FY2024", 8, 4, 18210), line("FY2025", 12, 9, 48210)],
  uses: [{ end_use: "retirement", purpose: "shk", title: { ja: "SHK", en: "SHK" }, uses: 3, used: t(8000) }],
  target: { target: t(15000000), year: "FY2030", left: t(14951790), needed_per_year: "2990358.0", source: "stub" },
};
function problem(status, code, ja, en) {
  return [status, { type: `/problems/${code}`, status, code, number: 1, ja, en, remedy_ja: "もう一度お試しください。", remedy_en: "Please try again." }];
}

export async function startStub(folder) {
  const sessions = new Map();
  let count = 0;
  const api = (method, path, body, id) => {
    const mine = sessions.get(id);
    const to = (state) => {
      if (!id || !mine) id = `s${(count += 1)}`;
      sessions.set(id, state);
      return [200, state, id];
    };
    const key = `${method} ${path}`;
    if (key === "GET /session") return [200, mine ?? everybody];
    if (key === "POST /session") {
      const known = ["ogawa", "mori"].includes(body.login) && body.password === "demo password";
      if (!known) return problem(401, "session.refused", "ログイン名かパスワードが違います。", "The login or the password is wrong.");
      return to({ ...everybody, csrf: "x", second_factor: body.login === "mori" ? "to_enrol" : "asked" });
    }
    if (key === "POST /session/second-factor") {
      if (body.code !== totp(SECRET) && body.recovery_code !== "abcd-efgh") return problem(401, "session.code", "確認コードが違います。", "The code is wrong.");
      return to({ ...ogawa, second_factor: "passed" });
    }
    if (key === "DELETE /session") return sessions.delete(id), [204];
    if (key === "POST /account/second-factor") {
      return [200, { secret: SECRET, uri: `otpauth://totp/sumi:mori?secret=${SECRET}&issuer=sumi&algorithm=SHA1&digits=6&period=30` }];
    }
    if (key === "POST /account/second-factor/confirm") {
      if (body.code !== totp(SECRET)) return problem(409, "session.code", "確認コードが違います。", "The code is wrong.");
      sessions.set(id, { ...ogawa, second_factor: "passed" });
      return [200, { recovery_codes: ["abcd-efgh", "ijkl-mnop"] }];
    }
    if (key === "POST /account/password/forgotten") return [204];
    if (key === "GET /account/sessions") {
      return [200, { items: [{ id: "a", begun: "2026-04-01T00:00:00Z", last_seen: "2026-04-01T01:00:00Z", browser: "Chromium, Linux", current: true }], total: 1 }];
    }
    if (key === "GET /scheme") return [200, SCHEME];
    return problem(404, "http.not_found", "見つかりません。", "There is no such thing.");
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, "http://x");
    response.setHeader("Content-Security-Policy", CSP);
    if (url.pathname.startsWith("/api/v1")) {
      let text = "";
      for await (const part of request) text += part;
      const id = /sumi_session=(\w+)/.exec(request.headers.cookie ?? "")?.[1];
      const [status, body, session] = api(request.method, url.pathname.slice(7), text ? JSON.parse(text) : {}, id);
      if (session) response.setHeader("Set-Cookie", `sumi_session=${session}; HttpOnly; SameSite=Lax; Path=/`);
      response.writeHead(status, body ? { "Content-Type": status < 400 ? "application/json" : "application/problem+json" } : {});
      return void response.end(body ? JSON.stringify(body) : undefined);
    }
    let path = join(folder, normalize(decodeURIComponent(url.pathname)));
    let bytes;
    try {
      bytes = readFileSync(path);
    } catch {
      path = join(folder, "index.html");
      bytes = readFileSync(path);
    }
    response.writeHead(200, { "Content-Type": TYPES[extname(path)] ?? "application/octet-stream" });
    response.end(bytes);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stub: true,
    code: async () => totp(SECRET),
    stop: async () => (server.closeAllConnections(), server.close()),
  };
}
