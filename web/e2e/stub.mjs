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
const line = (key, projects, certifications, certified_t) => ({ key, projects, certifications, certified_t });
const STATISTICS = {
  as_known: "2026-04-01",
  total: line("", 12, 9, 48210),
  withdrawn: 1,
  never_certified: 4,
  by_type: [line("normal", 8, 5, 18210), line("programme", 4, 4, 30000)],
  by_methodology: [line("EN-S-001", 4, 3, 12010), line("EN-R-002", 3, 2, 28000), line("FO-001", 2, 2, 8200)],
  by_sector: [],
  by_prefecture: [line("北海道", 2, 2, 8200), line("東京都", 3, 2, 400), line("長野県", 1, 1, 12010), line("福岡県", 1, 1, 3600), line("several", 5, 3, 24000)],
  by_vintage: [line("2023", 0, 2, 9210), line("2024", 0, 7, 39000)],
  by_year: [line("2024", 8, 4, 18210), line("2025", 4, 5, 30000)],
  cumulative: [line("2024", 8, 4, 18210), line("2025", 12, 9, 48210)],
  uses: [],
  units_t: 48210,
  held_t: 40000,
  used_t: 8210,
  target_t: 15000000,
  target_year: "2030",
  left_t: 14951790,
  needed_t_per_year: "2990358.0",
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
    if (key === "GET /statistics") return [200, STATISTICS];
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
