import assert from "node:assert/strict";
import test from "node:test";
import { csvOf, monthsOf } from "./typed";

test("months of a period, parts of months by their days", () => {
  assert.deepEqual(monthsOf("2024-11-15", "2025-02-28"), ["2024-11-15..2024-11-30", "2024-12", "2025-01", "2025-02"]);
  assert.deepEqual(monthsOf("2024-02-01", "2024-02-29"), ["2024-02"]);
  assert.deepEqual(monthsOf("2024-02-01", "2024-02-28"), ["2024-02-01..2024-02-28"]);
  assert.deepEqual(monthsOf("2024-03-01", "2024-02-01"), []);
});

test("a field with a comma or a quotation mark is quoted (RFC 4180)", () => {
  const row = { activity: "本社, 工場", parameter: "F_PJ", row: 'a "b"', period: "2024-08", value: "500", unit: "m3N", class: "A", evidence: "" };
  assert.equal(csvOf([row]), 'activity,parameter,row,period,value,unit,class,evidence\n"本社, 工場",F_PJ,"a ""b""",2024-08,500,m3N,A,\n');
});
