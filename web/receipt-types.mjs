// Writes src/receipt/types.json: what sumi-verify says of every type of entry. Run after a type or a word was changed; a test of the program compares.
//   node receipt-types.mjs [PATH OF sumi-verify]     default: ../build/dev/sumi-verify
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const program = process.argv[2] ?? fileURLToPath(new URL("../build/dev/sumi-verify", import.meta.url));
const text = execFileSync(program, ["--types"], { encoding: "utf8", maxBuffer: 1 << 24 });
JSON.parse(text);
writeFileSync(fileURLToPath(new URL("src/receipt/types.json", import.meta.url)), text);
