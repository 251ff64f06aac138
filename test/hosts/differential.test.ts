/** Cell by cell, two independent readers see what we see; where one does not, the case and the right answer are written down. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { columnName } from "../../src/sheet/address";
import { escapeXml } from "../../src/hosts/file/xml";
import { makeXlsx } from "./makeXlsx";
import { type Book, hucre, ours, sheetJs } from "./otherReaders";
import { XLSX_CASES, type XlsxCase } from "./xlsxCases";

const READERS = { sheetjs: (bytes: Uint8Array) => Promise.resolve().then(() => sheetJs(bytes)), hucre } as const;
type Reader = keyof typeof READERS;
const NAMES: readonly Reader[] = ["sheetjs", "hucre"];

async function asRead(reader: Reader, bytes: Uint8Array): Promise<Book | string> {
  try {
    return await READERS[reader](bytes);
  } catch (error) {
    return String(error);
  }
}

const cells = (book: Book | string) => (typeof book === "string" ? book : book.map((sheet) => sheet.cells));

describe.each(NAMES)("%s on each case", (reader) => {
  const listed = (item: XlsxCase) => item.others?.[reader];
  const agreeing = XLSX_CASES.filter((item) => listed(item) === undefined);
  const differing = XLSX_CASES.filter((item) => listed(item) !== undefined);

  it.each(agreeing.map((item) => [item.name, item.bytes] as const))("reads as we do: %s", async (_, bytes) => {
    expect(cells(await asRead(reader, bytes))).toEqual(cells(await ours(bytes)));
  });

  it.each(differing.map((item) => [item.name, item.bytes] as const))(
    "is known to read otherwise: %s",
    async (_, bytes) => {
      expect(cells(await asRead(reader, bytes))).not.toEqual(cells(await ours(bytes)));
    },
  );
});

it("every disagreement is printed with the right answer", () => {
  const lines = XLSX_CASES.flatMap((item) =>
    Object.entries(item.others ?? {}).map(([reader, what]) => `${reader.padEnd(8)} ${item.name}\n         ${what}`),
  );
  expect(lines.length).toBeGreaterThan(10);
  console.log(`Where other readers read otherwise (ours is what the case expects):\n${lines.join("\n")}`);
});

/** Every workbook that the project holds. */
const WORKBOOKS = ["examples", "test/ledgers", "docs"]
  .flatMap((folder) => filesBelow(folder))
  .filter((path) => path.endsWith(".xlsx"));

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

it("both read every workbook of the project as we do", async () => {
  expect(WORKBOOKS.length).toBeGreaterThan(0);
  for (const path of WORKBOOKS) {
    const bytes = new Uint8Array(readFileSync(path));
    const own = cells(await ours(bytes));
    for (const reader of NAMES)
      expect([path, reader, comparable(cells(await asRead(reader, bytes)))]).toEqual([path, reader, comparable(own)]);
  }
});

/** hucre has no error values: there they are texts. */
function comparable(books: ReturnType<typeof cells>): unknown {
  if (typeof books === "string") return books;
  return books.map((sheet) =>
    Object.fromEntries(
      Object.entries(sheet).map(([at, value]) => [
        at,
        typeof value === "string" ? value.replace(/^error:/, "") : value,
      ]),
    ),
  );
}

describe("generated workbooks", () => {
  const text = fc.string({
    unit: fc.constantFrom("县", "医", "院", "a", "1", "<", "&", '"', "'", " ", "\n", "😀", "．", "㎡"),
    minLength: 1,
    maxLength: 8,
  });
  const number = fc.oneof(
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: 0, max: 100_000_000 }).map((cents) => cents / 100),
  );
  const cell = fc.oneof(
    fc.record({ kind: fc.constantFrom("shared", "inline", "formula"), text }),
    fc.record({ kind: fc.constant("number"), number }),
    fc.record({ kind: fc.constant("day"), number: fc.integer({ min: 61, max: 80_000 }) }),
    fc.record({ kind: fc.constant("boolean"), is: fc.boolean() }),
    fc.record({ kind: fc.constant("blank") }),
  );
  type Cell = { kind: string; text?: string; number?: number; is?: boolean };
  const sheet = fc.array(
    fc.record({
      gap: fc.integer({ min: 0, max: 3 }),
      cells: fc.array(fc.record({ gap: fc.integer({ min: 0, max: 30 }), cell }), { maxLength: 6 }),
    }),
    { maxLength: 8 },
  );

  const written = (
    sheets: readonly (readonly { gap: number; cells: readonly { gap: number; cell: Cell }[] }[])[],
  ): Uint8Array => {
    const strings: string[] = [];
    const parts = sheets.map((rows) => {
      let row = 0;
      return rows.map(({ gap, cells: inRow }) => {
        row += gap + 1;
        let column = -1;
        const xml = inRow.map(({ gap: columns, cell: content }) => {
          column += columns + 1;
          return cellXml(content, `${columnName(column)}${String(row)}`, strings);
        });
        return `<row r="${String(row)}">${xml.join("")}</row>`;
      });
    });
    return makeXlsx({
      sheets: parts.map((rows, index) => ({ name: `表${String(index)}`, rows: rows.join("") })),
      strings: strings.map((item) => `<si><t xml:space="preserve">${escapeXml(item)}</t></si>`).join(""),
      formats: '<xf/><xf numFmtId="14"/>',
    });
  };

  const cellXml = (content: Cell, at: string, strings: string[]): string => {
    switch (content.kind) {
      case "shared":
        return `<c r="${at}" t="s"><v>${String(strings.push(content.text ?? "") - 1)}</v></c>`;
      case "inline":
        return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(content.text ?? "")}</t></is></c>`;
      case "formula":
        return `<c r="${at}" t="str"><f>A1</f><v>${escapeXml(content.text ?? "")}</v></c>`;
      case "boolean":
        return `<c r="${at}" t="b"><v>${content.is === true ? "1" : "0"}</v></c>`;
      case "blank":
        return `<c r="${at}" s="1"/>`;
      default:
        return `<c r="${at}" s="${content.kind === "day" ? "1" : "0"}"><v>${String(content.number)}</v></c>`;
    }
  };

  it.each(NAMES)("%s reads them as we do", async (reader) => {
    await fc.assert(
      fc.asyncProperty(fc.array(sheet, { minLength: 1, maxLength: 3 }), async (sheets) => {
        const bytes = written(sheets);
        expect(cells(await asRead(reader, bytes))).toEqual(cells(await ours(bytes)));
      }),
      { numRuns: 150 },
    );
  });
});
