/** The reserve as text: read back it is what was written, and no field starts a formula. */
import fc from "fast-check";
import { csvText } from "../../src/report/export/collect/csv";
import { openWorkbook } from "../../src/hosts/file/open";
import { SerialDay, type CellValue } from "../../src/sheet/cell";

const text = (rows: readonly (readonly CellValue[])[]): string => [...csvText(rows)].join("");

it.each([
  ["a day", new SerialDay(45_000, false), "2023-03-15"],
  ["a day of 1904's count", new SerialDay(45_000 - 1462, true), "2023-03-15"],
  ["a number", -12.5, "-12.5"],
  ["nothing", null, ""],
  ["an empty text", "", ""],
  ["a formula of a stranger's making", "=1+1", "'=1+1"],
  ["one behind a tab", "\t=1", "'\t=1"],
  ["a phone number with a plus", "+86 10", "'+86 10"],
  ["quotes and a comma", '甲"乙",丙', '"甲""乙"",丙"'],
  ["a line break", "甲\n乙", '"甲\n乙"'],
] as const)("%s", (_what, value, written) => {
  expect(text([[value]])).toBe(`\uFEFF${written}\r\n`);
});

it("reads back as the texts that were written", async () => {
  const word = fc.string({ unit: fc.constantFrom("甲", '"', ",", "\n", " ", "乙"), minLength: 1, maxLength: 6 });
  const cell = word.map((middle) => `头${middle}尾`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
      async (rows) => {
        const bytes = new TextEncoder().encode(text(rows));
        const { sheets } = await openWorkbook(bytes, { fileName: "储备库.csv" });
        const read = [...(sheets[0]?.blocks() ?? [])].flat().map(({ cells }) => cells);
        expect(read).toEqual(rows);
      },
    ),
    { numRuns: 60 },
  );
});
