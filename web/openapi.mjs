// The API's description, as a file of the repository and as types of the page.
//   node openapi.mjs                     makes src/api/openapi.d.ts from openapi.json
//   node openapi.mjs http://HOST:PORT    fetches openapi.json from a server that runs, then the same
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const FILE = join(HERE, "openapi.json");

const HEAD = "// Made by `node openapi.mjs` from openapi.json; never edited.\n/* eslint-disable */\n";

export async function typesOf(text) {
  return HEAD + astToString(await openapiTS(JSON.parse(text)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2]) {
    const response = await fetch(new URL("/api/v1/openapi.json", process.argv[2]));
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    writeFileSync(FILE, JSON.stringify(await response.json(), null, 1) + "\n");
  }
  writeFileSync(join(HERE, "src/api/openapi.d.ts"), await typesOf(readFileSync(FILE, "utf8")));
}
