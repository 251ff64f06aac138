/** LibreOffice reads what we read: each case and each workbook of the project goes through it, as .xlsx, .xls and .ods. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { patchWorkbook } from "../../src/hosts/file/patch";
import { Mark } from "../../src/sheet/cell";
import { makeXlsx } from "./makeXlsx";
import { type Book, type Comparable, converted, hasOffice, ours } from "./otherReaders";
import { XLSX_CASES } from "./xlsxCases";

const TO_XLSX = "xlsx:Calc MS Excel 2007 XML";
const present = hasOffice();
/** A build sets it where LibreOffice was installed for these tests. */
const required = process.env["CI_REQUIRES_OFFICE"] === "1";
const MINUTES = 180_000;

if (!present) console.log("LibreOffice (soffice) was not found: what it reads was NOT compared.");

it("LibreOffice is there where it must be", () => {
  expect(present || !required).toBe(true);
});

const cells = (book: Book | null) => book && book.map((sheet) => sheet.cells);
const example = (name: string) => new Uint8Array(readFileSync(join("examples", name)));
const examples = () => readdirSync("examples").filter((name) => name.endsWith(".xlsx"));

async function readOrNull(bytes: Uint8Array | undefined, fileName: string): Promise<Book | null> {
  return bytes ? ours(bytes, fileName) : null;
}

it(
  "each case",
  async () => {
    if (!present) return;
    const files = Object.fromEntries(XLSX_CASES.map((item, index) => [`case${String(index)}`, item.bytes]));
    const out = converted(files, "xlsx", "xlsx", TO_XLSX);
    for (const [index, item] of XLSX_CASES.entries()) {
      const seen = cells(await readOrNull(out[`case${String(index)}`], "a.xlsx"));
      const own = cells(await ours(item.bytes));
      if (item.others?.office === undefined) expect([item.name, seen]).toEqual([item.name, own]);
      else expect([item.name, seen]).not.toEqual([item.name, own]);
    }
  },
  MINUTES,
);

/** LibreOffice writes 15 digits of a number, and computes anew a formula whose cached value is an error. */
function rounded(book: Book | null): unknown[] | undefined {
  return book?.map((sheet) => Object.fromEntries(Object.entries(sheet.cells).map(([at, value]) => [at, round(value)])));
}

function round(value: Comparable): Comparable {
  if (typeof value === "number") return Number(value.toPrecision(14));
  return typeof value === "string" && value.startsWith("error:") ? "error" : value;
}

it.each<[string, string]>([
  ["xlsx", TO_XLSX],
  ["xls", "xls:MS Excel 97"],
  ["ods", "ods"],
])(
  "the workbooks of the project, passed through it as .%s",
  async (ending, filter) => {
    if (!present) return;
    const files = Object.fromEntries(examples().map((name, index) => [`book${String(index)}`, example(name)]));
    const out = converted(files, "xlsx", ending, filter);
    for (const [index, name] of examples().entries()) {
      const seen = await readOrNull(out[`book${String(index)}`], `a.${ending}`);
      expect([name, rounded(seen)]).toEqual([name, rounded(await ours(example(name)))]);
    }
  },
  MINUTES,
);

it(
  "merges, formulas and what is hidden survive .xls",
  async () => {
    if (!present) return;
    const bytes = makeXlsx({
      sheets: [
        {
          before: '<cols><col min="2" max="2" width="9" hidden="1"/></cols>',
          rows: '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c></row><row r="2" hidden="1"><c r="A2"><f>A1+1</f><v>2</v></c></row>',
          after: '<mergeCells count="1"><mergeCell ref="A3:C4"/></mergeCells>',
        },
        { name: "藏", state: "hidden", rows: "" },
      ],
    });
    const { openWorkbook } = await import("../../src/hosts/file/open");
    const out = converted({ a: bytes }, "xlsx", "xls", "xls:MS Excel 97")["a"] ?? new Uint8Array(0);
    const [sheet, second] = (await openWorkbook(out, { fileName: "a.xls" })).sheets;
    expect(sheet?.merges).toEqual([{ top: 3, left: 0, bottom: 4, right: 2 }]);
    expect([...(sheet?.hiddenColumns ?? [])]).toEqual([1]);
    const rows = [...(sheet?.blocks() ?? [])].flat();
    expect(rows.map((row) => row.hidden)).toEqual([false, true]);
    expect(rows[1]?.marks?.[0]).toBe(Mark.formula);
    expect([second?.name, second?.hidden]).toEqual(["藏", true]);
  },
  MINUTES,
);

it(
  "it opens what we have patched, and sees the edits",
  async () => {
    if (!present) return;
    const [name = ""] = examples();
    const before = await ours(example(name));
    const sheet = before[0]?.name ?? "";
    const patched = patchWorkbook(example(name), [
      { sheet, at: "A1", put: "改过的标题" },
      { sheet, at: "ZZ9", put: 1234.5 },
      { sheet, at: "B9999", put: true },
    ]);
    const seen = await readOrNull(converted({ a: patched }, "xlsx", "xlsx", TO_XLSX)["a"], "a.xlsx");
    expect(seen?.[0]?.cells).toMatchObject({ A1: "改过的标题", ZZ9: 1234.5, B9999: true });
    const untouched = Object.fromEntries(Object.entries(before[0]?.cells ?? {}).filter(([at]) => at !== "A1"));
    const [wanted = {}] = rounded([{ name: sheet, cells: untouched }]) ?? [];
    expect(rounded(seen)?.[0]).toMatchObject(wanted as object);
  },
  MINUTES,
);
