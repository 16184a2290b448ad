// The one place that speaks to the server. Every function throws Problem and nothing else.
import type { CommandAnswer, ListAnswer } from "./contract";
import { answered, keyOf } from "./keys";
import { Problem, problemOf, unreachable } from "./problem";

export const API = "/api/v1";

// Told by the session (session.tsx): what every request carries.
const carried: { csrf: string; organisation: number | undefined } = { csrf: "", organisation: undefined };
export function carry(csrf: string, organisation: number | undefined): void {
  carried.csrf = csrf;
  carried.organisation = organisation;
}

// While it is not known who is signed in, nothing but that question goes out: a page's first request would carry no organisation and no proof of the page.
let held: Promise<void> | undefined;
let letGo: () => void = () => undefined;
export function hold(): void {
  held ??= new Promise((resolve) => (letGo = resolve));
}
export function release(): void {
  letGo();
  held = undefined;
}

// Called where an answer says that nobody is signed in any more.
let signedOut: () => void = () => undefined;
export function onSignedOut(callback: () => void): void {
  signedOut = callback;
}

export type Query = Readonly<Record<string, string | number | boolean | undefined | null>>;

// Path below /api/v1 with its query; what is undefined, null or "" is left out.
export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return API + path + (text ? `${path.includes("?") ? "&" : "?"}${text}` : "");
}

// The address of a file as a link, which carries no header: for which organisation it is read stands in the address. What is public needs none (address()).
export function link(path: string, query: Query = {}): string {
  return address(path, { ...query, acting_for: carried.organisation });
}

function headers(method: string, extra: Record<string, string> = {}): Record<string, string> {
  const all: Record<string, string> = { Accept: "application/json", ...extra };
  if (carried.organisation !== undefined) all["Sumi-Organisation"] = String(carried.organisation);
  if (method !== "GET" && carried.csrf) all["Sumi-CSRF"] = carried.csrf;
  return all;
}

async function ask(method: string, url: string, body: BodyInit | undefined, extra: Record<string, string>, signal?: AbortSignal): Promise<Response> {
  if (held && url !== `${API}/session`) await held;
  let response: Response;
  try {
    response = await fetch(url, { method, body, headers: headers(method, extra), credentials: "same-origin", signal });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw unreachable();
  }
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (response.status === 401) signedOut();
  throw problem;
}

async function read<Answer>(response: Response): Promise<Answer> {
  if (response.status === 204 || response.headers.get("Content-Length") === "0") return undefined as Answer;
  return (await response.json()) as Answer;
}

export async function get<Answer>(path: string, query?: Query, signal?: AbortSignal): Promise<Answer> {
  return read<Answer>(await ask("GET", address(path, query), undefined, {}, signal));
}

export function list<Item>(path: string, query?: Query, signal?: AbortSignal): Promise<ListAnswer<Item>> {
  return get<ListAnswer<Item>>(path, query, signal);
}

// A file of the server with the name under which it is saved. The language is of what the file says.
export async function fetchFile(path: string, query?: Query, language = "ja"): Promise<{ blob: Blob; name: string }> {
  const response = await ask("GET", address(path, query), undefined, { Accept: "*/*", "Accept-Language": language });
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("Content-Disposition") ?? "");
  return { blob: await response.blob(), name: named ? decodeURIComponent(named[1]!) : path.split("/").pop()! };
}

export interface SendOptions {
  ifMatch?: string;
  // With an Idempotency-Key that is kept until the server has answered (keys.ts).
  once?: boolean;
  // The key itself, where it follows from what is asked for (a list from a file): asked again, on another day too, it is the same act.
  key?: string;
  signal?: AbortSignal;
}

export async function send<Answer>(method: "POST" | "PUT" | "PATCH" | "DELETE", path: string, body?: unknown, options: SendOptions = {}): Promise<Answer> {
  const act = { method, path, organisation: carried.organisation, body };
  const extra: Record<string, string> = {};
  if (body !== undefined) extra["Content-Type"] = "application/json";
  if (options.ifMatch) extra["If-Match"] = options.ifMatch;
  if (options.key) extra["Idempotency-Key"] = options.key;
  else if (options.once) extra["Idempotency-Key"] = keyOf(act);
  try {
    const answer = await read<Answer>(await ask(method, address(path), body === undefined ? undefined : JSON.stringify(body), extra, options.signal));
    if (options.once) answered(act);
    return answer;
  } catch (error) {
    // A refusal is an answer; a lost one is not.
    if (options.once && error instanceof Problem && !error.passing && error.status < 500 && error.code !== "page.unreadable") answered(act);
    throw error;
  }
}

// One command of the scheme by its name: command("Transfer", { from: 1, ... }). `day`: of an act that was done on paper before; "" is today.
export function command(name: string, body: unknown, day = ""): Promise<CommandAnswer> {
  return send<CommandAnswer>("POST", `/commands/${name}${day ? `?business_date=${day}` : ""}`, body, { once: true });
}

// Several, all or none.
export function commands(all: readonly { name: string; body: unknown }[], day = "", key?: string): Promise<CommandAnswer> {
  return send<CommandAnswer>("POST", "/commands", { commands: all, business_date: day || undefined }, { once: true, key });
}

// A file as the request's body. `progress` is told bytes sent and bytes in all. The key is of the file's name, size and time of change.
export function upload<Answer>(path: string, file: File, progress?: (sent: number, all: number) => void, query?: Query, signal?: AbortSignal): Promise<Answer> {
  const act = { path, query, organisation: carried.organisation, file: [file.name, file.size, file.lastModified] };
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address(path, query));
    const extra = { "Content-Type": file.type || "application/octet-stream", "Sumi-File-Name": encodeURIComponent(file.name), "Idempotency-Key": keyOf(act) };
    for (const [name, value] of Object.entries(headers("POST", extra))) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => progress?.(event.loaded, event.lengthComputable ? event.total : file.size);
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(new DOMException("aborted", "AbortError"));
    request.onload = () => {
      const response = new Response(request.status === 204 ? null : request.responseText, {
        status: request.status,
        headers: { "Content-Type": request.getResponseHeader("Content-Type") ?? "" },
      });
      if (request.status === 401) signedOut();
      if (request.status >= 500) return void problemOf(response).then(reject);
      answered(act);
      if (!response.ok) return void problemOf(response).then(reject);
      read<Answer>(response).then(resolve, () => problemOf(response).then(reject));
    };
    signal?.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}
