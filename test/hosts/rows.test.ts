/** The cells of a row, however they are written: each in its column, with the value that Number makes of it. */
import fc from "fast-check";
import { browserPlatform } from "../../src/hosts/file/platform";
import { Kind } from "../../src/hosts/file/numberFormat";
import { xlsxSheet } from "../../src/hosts/file/sheet";
import { Days } from "../../src/hosts/file/values";
import { columnName } from "../../src/sheet/address";
import type { CellValue } from "../../src/sheet/cell";

const STRINGS = ["路", "桥", "渠"];

/** Rows from 1 down, each of its cells. */
function read(rows: readonly string[]): (readonly CellValue[])[] {
  const xml = rows.map((cells, index) => `<row r="${String(index + 1)}">${cells}</row>`).join("");
  const bytes = new TextEncoder().encode(`<worksheet><sheetData>${xml}</sheetData></worksheet>`);
  const kinds = Uint8Array.from([Kind.number, Kind.percent]);
  const workshop = { strings: STRINGS, kinds, days: new Days(false), platform: browserPlatform };
  const sheet = xlsxSheet({ name: "台账", hidden: false, date1904: false }, bytes, workshop);
  return [...sheet.blocks()].flat().map(({ cells }) => cells);
}

type Writing = (address: string, type: "n" | "s", content: string) => string;

const WRITINGS: readonly Writing[] = [
  (address, type, content) => `<c r="${address}" s="1" t="${type}"><v>${content}</v></c>`,
  (address, type, content) =>
    type === "n" ? `<c r="${address}"><v>${content}</v></c>` : `<c t="s" r="${address}"><v>${content}</v></c>`,
  (address, type, content) => `<c  r='${address}' t = "${type}" ><v>${content}</v></c>`,
  (address, type, content) => `<x:c r="${address.toLowerCase()}" t="${type}"><x:v>${content}</x:v></x:c>`,
  (address, type, content) => `<c r="${address}" cm="1" t="${type}"><v> ${content} </v></c >`,
  (address, type, content) => `<c r="${address}" t="${type}"><f>A1+B1</f><v>${content}</v></c>`,
  (address, type, content) => `<!-- --><c r="${address}" t="${type}"><v>${content}<!-- --></v></c>`,
];

const numbers = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.nat({ max: 99_999_999 }).map((cents) => (cents / 100).toFixed(2)),
  fc.stringMatching(/^\d{1,24}(?:\.\d{0,24})?$/),
  fc.constantFrom("0", "007", "0.1", ".5", "-0.5", "123456789012345", "1234567890.12345", "999999999999999.9", "1E3"),
);

interface Written {
  readonly column: number;
  readonly value: CellValue;
  readonly xml: string;
}

function written(content: fc.Arbitrary<string>, type: "n" | "s", valueOf: (content: string) => CellValue) {
  return fc.tuple(fc.nat({ max: 60 }), content, fc.constantFrom(...WRITINGS)).map(([column, text, write]): Written => {
    return { column, value: valueOf(text), xml: write(`${columnName(column)}1`, type, text) };
  });
}

test("each value stands in its column, and every other cell is blank", () => {
  const blanks = fc.nat({ max: 60 }).map((column) => `<c r="${columnName(column)}1" s="1"/>`);
  const cell = fc.oneof(
    written(numbers, "n", Number),
    written(fc.nat({ max: 2 }).map(String), "s", (index) => STRINGS[Number(index)] ?? null),
  );
  const row = fc.tuple(fc.uniqueArray(cell, { selector: ({ column }) => column, minLength: 1, maxLength: 12 }), blanks);
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
      const found = read(rows.map(([cells, blank]) => cells.map(({ xml }) => xml).join("") + blank));
      for (const [index, [cells]] of rows.entries()) {
        const expected: CellValue[] = Array.from(
          { length: Math.max(...cells.map(({ column }) => column)) + 1 },
          () => null,
        );
        for (const { column, value } of cells) expected[column] = value;
        expect(found[index]).toEqual(expected);
      }
    }),
    { numRuns: 300 },
  );
});

test("a shared string that is not there is blank", () => {
  expect(read(['<c r="A1" t="s"><v>3</v></c><c r="B1" t="s"><v></v></c><c r="C1" t="s"><v>2</v></c>'])).toEqual([
    [null, null, "渠"],
  ]);
});
