import type { ReadFailureCode } from "../../src/hosts/file/failure";
import { FAILURE_CODES, failureSentence } from "../../src/words/failure";

/** A record, so that the compiler asks for every code there is. */
const ARGS: Record<ReadFailureCode, Readonly<Record<string, string | number>>> = {
  missing: {},
  directory: {},
  unreadable: { reason: "EACCES" },
  empty: {},
  "too-large": { bytes: 3 * 1024 ** 3, limit: 2 * 1024 ** 3 },
  expands: { bytes: 2.5 * 1024 ** 3, limit: 2 * 1024 ** 3, packed: 9000 },
  password: {},
  truncated: {},
  corrupt: { part: "xl/workbook.xml" },
  "not-a-workbook": { kind: "pdf" },
  "no-sheets": {},
};

test("every failure of reading has a sentence", () => {
  expect([...FAILURE_CODES].sort()).toEqual(Object.keys(ARGS).sort());
});

test.each(Object.entries(ARGS))("%s: where, what and what to do", (code, args) => {
  const path = "交通局台账.xlsx";
  const zh = failureSentence({ code, args }, path, "zh");
  expect(zh).toMatch(/^交通局台账\.xlsx：.+。请.+。$/);
  expect(zh.replace(path, "").replace(/\d[\d.,]*[GMK]B/g, "")).not.toMatch(/[A-Za-z]{2,}/);
  expect(failureSentence({ code, args }, path, "en")).toMatch(/^交通局台账\.xlsx: .+\. [A-Z].+\.$/);
});

test("figures are given in the unit in which people think of files", () => {
  expect(failureSentence({ code: "expands", args: ARGS.expands }, "a.xlsx", "zh")).toContain("2.5GB");
});
