import assert from "node:assert/strict";
import { test } from "node:test";
import { amountText, dateText, grouped } from "./values";

test("decimal texts are grouped by threes and keep every digit", () => {
  assert.equal(grouped("0"), "0");
  assert.equal(grouped("999"), "999");
  assert.equal(grouped("-1234567.50"), "-1,234,567.50");
  // More digits than floating point holds.
  assert.equal(grouped("90071992547409931234"), "90,071,992,547,409,931,234");
  assert.equal(grouped("1e5"), "1e5");
});

test("tonnes and yen in both languages", () => {
  assert.equal(amountText("8180000", "t-CO2", "ja"), "8,180,000 t-CO₂");
  assert.equal(amountText("3246", "JPY", "ja"), "3,246円");
  assert.equal(amountText("3246", "JPY", "en"), "¥3,246");
  assert.equal(amountText("12.5", "kWh", "en"), "12.5 kWh");
});

test("days and instants are Japan's", () => {
  assert.equal(dateText("2026-04-01", "ja"), "2026年4月1日");
  assert.equal(dateText("2026-04-01", "en"), "1 Apr 2026");
  // 15:30 UTC is 00:30 of the next day at +09:00, here of the next year.
  assert.equal(dateText("2025-12-31T15:30:00Z", "ja"), "2026年1月1日 00:30");
  assert.equal(dateText("2024-02-28T20:00:00Z", "en"), "29 Feb 2024 05:00");
  assert.equal(dateText("soon", "en"), "soon");
});
