// Read back by zbarimg, which knows nothing of how it was drawn.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { qrCode } from "./qr";

function readBack(modules: boolean[][]): string {
  const scale = 6;
  const size = (modules.length + 8) * scale;
  const pixels = Buffer.alloc(size * size, 255);
  modules.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (!dark) return;
      for (let dy = 0; dy < scale; dy += 1) pixels.fill(0, ((y + 4) * scale + dy) * size + (x + 4) * scale, ((y + 4) * scale + dy) * size + (x + 5) * scale);
    }),
  );
  const folder = mkdtempSync(join(tmpdir(), "qr-"));
  try {
    const file = join(folder, "code.pgm");
    writeFileSync(file, Buffer.concat([Buffer.from(`P5\n${size} ${size}\n255\n`), pixels]));
    return execFileSync("zbarimg", ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).replace(/\n$/, "");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("an enrolment's address is read back", () => {
  const text = "otpauth://totp/sumi:ogawa%40example.jp?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=sumi&algorithm=SHA1&digits=6&period=30";
  assert.equal(readBack(qrCode(text)), text);
});

test("every version from 1 to 10 is read back", () => {
  // The longest text of each version and the shortest of the next (ISO/IEC 18004, table 7, level M, bytes).
  for (const length of [1, 14, 15, 26, 27, 42, 43, 62, 63, 84, 85, 106, 107, 122, 123, 152, 153, 180, 181, 213]) {
    const text = Array.from({ length }, (_, i) => String.fromCharCode(33 + ((i * 7 + length) % 90))).join("");
    assert.equal(readBack(qrCode(text)), text, `${length} bytes`);
  }
  assert.equal(qrCode("x".repeat(14)).length, 21);
  assert.equal(qrCode("x".repeat(213)).length, 57);
});

test("a text that is too long is refused", () => {
  assert.throws(() => qrCode("x".repeat(214)), RangeError);
});
