/** Saving changes the cells that were edited and nothing else, and every program can still read the file. */
import * as sheetjs from "@e965/xlsx";
import * as fc from "fast-check";
import { unzipSync } from "fflate";
import { openWorkbook } from "../../src/hosts/file/open";
import { type CellPatch, patchWorkbook } from "../../src/hosts/file/patch";
import { shiftFormula } from "../../src/hosts/file/shiftFormula";
import { sameValue } from "../../src/hosts/sameValue";
import { cellName } from "../../src/sheet/address";
import { CellError, type CellValue, Mark, SerialDay } from "../../src/sheet/cell";
import { makeXlsx, MAIN, oneSheet } from "./makeXlsx";
import { allRows, shownRows } from "./readAll";

const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const first = async (bytes: Uint8Array) => (await openWorkbook(bytes, { fileName: "a.xlsx" })).sheets[0];
const put = (at: string, value: CellValue, formula?: CellPatch["formula"]): CellPatch => ({
  sheet: "Sheet1",
  at,
  put: value,
  formula,
});
const sheetPart = (bytes: Uint8Array) => decode(unzipSync(bytes)["xl/worksheets/sheet1.xml"]);

const ROWS =
  '<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="C1" s="1"><v>45828</v></c></row>' +
  '<row r="3" ht="30" customHeight="1"><c r="B3" s="2" t="inlineStr"><is><t>12</t></is></c><c r="D3"><f>B3*2</f><v>24</v></c></row>';
const BOOK = {
  strings: "<si><t>项目</t></si>",
  formats: '<xf/><xf numFmtId="14"/><xf numFmtId="49" applyAlignment="1"><alignment wrapText="1"/></xf>',
  before: '<dimension ref="A1:D3"/><cols><col min="2" max="2" width="9" style="1"/></cols>',
  after: '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells><extLst><ext uri="x"/></extLst>',
  afterSheets: '<definedNames><definedName name="甲">Sheet1!$A$1</definedName></definedNames><calcPr calcId="191029"/>',
  parts: { "xl/comments1.xml": "<comments/>", "xl/media/image1.png": Uint8Array.of(1, 2, 3, 4) },
};
const book = oneSheet(ROWS, BOOK);

it("values of every kind are put, read back, and the cell keeps its style", async () => {
  const patched = patchWorkbook(book, [
    put("A1", "新<名>&\n 二 "),
    put("B1", 3.25),
    put("C1", null),
    put("E1", true),
    put("A2", new SerialDay(45829, false)),
    put("A3", new CellError("#N/A")),
    put("B3", "字_x000D_"),
    put("F9", -1e-7),
  ]);
  expect(shownRows(await first(patched))).toEqual({
    1: ["新<名>&\n 二 ", "day:3.25", null, null, true].map((value) => (value === "day:3.25" ? 3.25 : value)),
    2: ["day:45829"],
    3: ["error:#N/A", "字_x000D_", null, 24],
    9: [null, null, null, null, null, -1e-7],
  });
  expect(sheetPart(patched)).toContain('<c r="B3" s="2" t="inlineStr">');
  expect(sheetPart(patched)).toContain('<c r="C1" s="1"/>');
});

it("every other part stays byte for byte as it was, and the other cells of the sheet too", () => {
  const before = unzipSync(book);
  const after = unzipSync(patchWorkbook(book, [put("A1", "改", "keep")]));
  expect(Object.keys(after)).toEqual(Object.keys(before));
  for (const [name, content] of Object.entries(before)) {
    if (name !== "xl/worksheets/sheet1.xml") expect([name, after[name]]).toEqual([name, content]);
  }
  const [old, now] = [decode(before["xl/worksheets/sheet1.xml"]), decode(after["xl/worksheets/sheet1.xml"])];
  expect(now.slice(now.indexOf('<c r="C1"'))).toBe(old.slice(old.indexOf('<c r="C1"')));
});

it("no edit gives the file itself", () => {
  expect(patchWorkbook(book, [])).toBe(book);
});

it("rows and cells are inserted in their order, and the dimension grows with them", () => {
  const xml = sheetPart(
    patchWorkbook(book, [put("E2", 1), put("A2", 2), put("A3", 3), put("C3", 4), put("A7", 5), put("B1", 6)]),
  );
  expect([...xml.matchAll(/<row r="(\d+)"/g)].map((match) => match[1])).toEqual(["1", "2", "3", "7"]);
  expect([...xml.matchAll(/<c r="([A-Z]+\d+)"/g)].map((match) => match[1])).toEqual([
    "A1",
    "B1",
    "C1",
    "A2",
    "E2",
    "A3",
    "B3",
    "C3",
    "D3",
    "A7",
  ]);
  expect(xml).toContain('<dimension ref="A1:E7"/>');
  expect(xml).toContain('<row r="3" ht="30" customHeight="1">');
});

it("a new cell takes the style of its row or column", () => {
  const xml = sheetPart(patchWorkbook(book, [put("B2", "文字")]));
  expect(xml).toContain('<c r="B2" s="1" t="inlineStr">');
});

it("a number put into a cell of text, and a day into one of numbers, get a style that shows them, once", async () => {
  const patched = patchWorkbook(book, [
    put("B3", 12),
    put("A4", new SerialDay(45828, false)),
    put("A5", new SerialDay(45829, false)),
  ]);
  const rows = allRows(await first(patched));
  expect(rows.find((row) => row.row === 3)?.cells[1]).toBe(12);
  expect((rows.find((row) => row.row === 3)?.marks?.[1] ?? 0) & Mark.text).toBe(0);
  expect(rows.find((row) => row.row === 5)?.cells[0]).toEqual(new SerialDay(45829, false));
  const styles = decode(unzipSync(patched)["xl/styles.xml"]);
  expect(styles).toContain('<cellXfs count="5">');
  expect(styles).toContain('<alignment wrapText="1"/>');
  expect(styles.match(/<alignment/g)?.length).toBe(2);
});

it("days are put in the workbook's own date system", async () => {
  const bytes = oneSheet('<row r="1"><c r="A1" s="1"><v>0</v></c></row>', {
    date1904: true,
    formats: '<xf/><xf numFmtId="14"/>',
  });
  expect(shownRows(await first(patchWorkbook(bytes, [put("A1", new SerialDay(45828, false))])))).toEqual({
    1: ["day:44366"],
  });
});

describe("formulas", () => {
  const { before, after, ...shared } = BOOK;
  const chained = makeXlsx({
    ...shared,
    sheets: [{ rows: ROWS, before, after }],
    moreRelations:
      '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/>',
    moreTypes:
      '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/>',
    parts: { "xl/calcChain.xml": `<calcChain xmlns="${MAIN}"><c r="D3" i="1"/></calcChain>` },
  });

  it("a formula is kept while its value is renewed, and the chain with it", async () => {
    const patched = patchWorkbook(chained, [put("D3", 26, "keep")]);
    expect(sheetPart(patched)).toContain('<c r="D3"><f>B3*2</f><v>26</v></c>');
    expect(decode(unzipSync(patched)["xl/workbook.xml"])).not.toContain("fullCalcOnLoad");
  });

  it("a formula is put with its cached value", async () => {
    const patched = patchWorkbook(book, [put("A9", "甲", '=_xldudf_LC_TEXT(A1)&"<"')]);
    expect(sheetPart(patched)).toContain(
      '<c r="A9" t="str"><f>_xldudf_LC_TEXT(A1)&amp;&quot;&lt;&quot;</f><v>甲</v></c>',
    );
    expect(shownRows(await first(patched))[9]).toEqual(["甲"]);
  });

  it("where a value takes a formula's place the chain goes, and programs are asked to compute anew", () => {
    const parts = unzipSync(patchWorkbook(chained, [put("D3", 5)]));
    expect(unzipSync(chained)["xl/calcChain.xml"]).toBeDefined();
    expect(parts["xl/calcChain.xml"]).toBeUndefined();
    expect(decode(parts["[Content_Types].xml"])).not.toContain("calcChain");
    expect(decode(parts["xl/_rels/workbook.xml.rels"])).not.toContain("calcChain");
    expect(decode(parts["xl/workbook.xml"])).toMatch(/<calcPr[^>]* fullCalcOnLoad="1"\/>/);
    expect(decode(parts["xl/workbook.xml"]).match(/<calcPr/g)?.length).toBe(1);
  });

  it("cells that shared an overwritten formula get their own", () => {
    const bytes = oneSheet(
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="4">B1*$C$1+SUM(D$1:D1)</f><v>1</v></c></row>' +
        '<row r="2"><c r="A2"><f t="shared" si="4"/><v>2</v></c><c r="B2"><f t="shared" si="5" ref="B2:B3">A2</f><v>2</v></c></row>' +
        '<row r="3"><c r="A3"><f t="shared" si="4"></f><v>3</v></c><c r="B3"><f t="shared" si="5"/><v>2</v></c></row>',
    );
    const xml = sheetPart(patchWorkbook(bytes, [put("A1", 9)]));
    expect(xml).toContain('<c r="A2"><f>B2*$C$1+SUM(D$1:D2)</f><v>2</v></c>');
    expect(xml).toContain('<c r="A3"><f>B3*$C$1+SUM(D$1:D3)</f><v>3</v></c>');
    expect(xml).toContain('<c r="B3"><f t="shared" si="5"/><v>2</v></c>');
  });

  it.each([
    ["A1+$A1+A$1+$A$1", 1, 1, "B2+$A2+B$1+$A$1"],
    ["\"A1\"&A1&'A1 表'!A1", 1, 0, "\"A1\"&A2&'A1 表'!A2"],
    ["LOG10(A1)+SUM(A:A,1:1)+表1!B2", 1, 1, "LOG10(B2)+SUM(B:B,2:2)+表1!C3"],
    ["A1:B2 表[列A1] x_A1 1E5", 2, 0, "A3:B4 表[列A1] x_A1 1E5"],
    ["XFD1048576", 1, 1, "A1"],
  ])("%s moved by %i, %i", (formula, rows, columns, moved) => {
    expect(shiftFormula(formula, rows, columns)).toBe(moved);
  });
});

it("prefixed sheets stay prefixed, empty ones get their rows", async () => {
  const prefixed = makeXlsx({
    sheets: [{ name: "Sheet1", xml: `<x:worksheet xmlns:x="${MAIN}"><x:sheetData/></x:worksheet>` }],
  });
  const patched = patchWorkbook(prefixed, [put("B2", "甲"), put("A1", 1)]);
  expect(sheetPart(patched)).toBe(
    `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>` +
      '<x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t xml:space="preserve">甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
  );
  expect(shownRows(await first(patched))).toEqual({ 1: [1], 2: [null, "甲"] });
});

it("cells and rows without r keep their places", async () => {
  const bytes = oneSheet("<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>");
  const patched = patchWorkbook(bytes, [put("B1", 7), put("C3", 8), put("A2", 9)]);
  expect(shownRows(await first(patched))).toEqual({ 1: [1, 7], 2: [9], 3: [3, null, 8] });
});

it("whatever is put is read back, by us and by another reader, and the rest is untouched", async () => {
  const value = fc.oneof(
    fc.string({
      unit: fc.constantFrom("甲", "a", "<", "&", '"', " ", "\n", "_x0041_", "\u0001", "😀", "]]>"),
      minLength: 1,
      maxLength: 6,
    }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.boolean(),
    fc.constant(null),
  );
  const edits = fc.array(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 6 }), value), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(edits, async (list) => {
      const wanted = new Map<string, CellValue>();
      for (const row of allRows(await first(book)))
        row.cells.forEach((cell, column) => wanted.set(cellName(row.row, column), cell));
      for (const [row, column, content] of list) wanted.set(cellName(row, column), content);
      const patched = patchWorkbook(
        book,
        list.map(([row, column, content]) => put(cellName(row, column), content)),
      );
      const got = new Map<string, CellValue>();
      for (const row of allRows(await first(patched)))
        row.cells.forEach((cell, column) => got.set(cellName(row.row, column), cell));
      for (const [at, expected] of wanted) {
        // A day cell into which a number is put becomes a number; -0 is 0 in a file.
        const held = got.get(at) ?? null;
        expect([at, sameValue(held, expected) || Object.is(Number(held) + 0, Number(expected) + 0)]).toEqual([
          at,
          true,
        ]);
      }
      const other = sheetjs.read(patched, { dense: false }).Sheets["Sheet1"] as Record<
        string,
        { v?: unknown } | undefined
      >;
      for (const [row, column, content] of list) {
        const at = cellName(row, column);
        if (typeof content === "number" && Object.is(wanted.get(at), content))
          expect(other[at]?.v).toBeCloseTo(content);
      }
    }),
    { numRuns: 60 },
  );
});
