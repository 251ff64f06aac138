/** Every peculiarity of .xlsx files that programs have been seen to write is read as meant. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openFile } from "../../src/hosts/file/node";
import { openWorkbook } from "../../src/hosts/file/open";
import { Mark, SerialDay } from "../../src/sheet/cell";
import { makeXlsx, oneSheet } from "./makeXlsx";
import { allRows, shownRows } from "./readAll";
import { XLSX_CASES } from "./xlsxCases";

const open = (bytes: Uint8Array) => openWorkbook(bytes, { fileName: "台账.xlsx" });

describe("each case is read as meant, in the browser's way and in Node's", () => {
  const folder = mkdtempSync(join(tmpdir(), "ledger-check-xlsx-"));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each(XLSX_CASES.map((item) => [item.name, item] as const))("%s", async (_, { bytes, rows }) => {
    expect(shownRows((await open(bytes)).sheets[0])).toEqual(rows);
    const path = join(folder, "台账.xlsx");
    writeFileSync(path, bytes);
    expect(shownRows((await openFile(path)).sheets[0])).toEqual(rows);
  });
});

it("sheets come in the order of their tabs, whatever their parts are called, with what is hidden", async () => {
  const bytes = makeXlsx({
    sheets: [
      { name: "丙", rows: '<row r="1"><c r="A1"><v>1</v></c></row>' },
      { name: "甲 & <乙>".replace("&", "&amp;").replace("<", "&lt;"), state: "hidden" },
      { name: "乙", state: "veryHidden" },
    ],
  });
  const { sheets } = await open(bytes);
  expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ["丙", false],
    ["甲 & <乙>", true],
    ["乙", true],
  ]);
});

it("merges, hidden rows and hidden columns are marked", async () => {
  const bytes = oneSheet(
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row><row hidden="true" r="4"><c r="A4"><v>4</v></c></row><row r="5" hidden="0"><c r="A5"><v>5</v></c></row>',
    {
      before:
        '<cols><col min="2" max="3" hidden="1" width="9"/><col min="5" max="5" hidden="0"/><col min="7" max="7" hidden="true"/></cols>',
      after: '<mergeCells count="2"><mergeCell ref="A1:D1"/><mergeCell ref="B2:B10"/></mergeCells>',
    },
  );
  const sheet = (await open(bytes)).sheets[0];
  expect(sheet?.merges).toEqual([
    { top: 1, left: 0, bottom: 1, right: 3 },
    { top: 2, left: 1, bottom: 10, right: 1 },
  ]);
  expect([...(sheet?.hiddenColumns ?? [])]).toEqual([1, 2, 6]);
  expect(allRows(sheet).map((row) => [row.row, row.hidden])).toEqual([
    [1, false],
    [2, true],
    [4, true],
    [5, false],
  ]);
});

it("formulas, percentages and text formats are marked, and only they", async () => {
  const bytes = oneSheet(
    '<row r="1"><c r="A1"><f>1</f><v>1</v></c><c r="B1" s="1"><v>0.6</v></c><c r="C1" s="2" t="inlineStr"><is><t>12</t></is></c><c r="D1"><v>4</v></c><c r="E1" s="1"><f>B1</f><v>0.6</v></c></row>' +
      '<row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3" s="2"/><c r="B3"><v>3</v></c></row>',
    { formats: '<xf/><xf numFmtId="9"/><xf numFmtId="49"/>' },
  );
  const marks = allRows((await open(bytes)).sheets[0]).map((row) => row.marks && Array.from(row.marks));
  expect(marks).toEqual([[Mark.formula, Mark.percent, Mark.text, 0, Mark.formula | Mark.percent], null, null]);
});

it.each([
  ['yyyy"年"m"月"', Mark.month],
  ["yyyy-mm", Mark.month],
  ["mmm-yy", Mark.month],
  ["[$-804]yyyy年m月;@", Mark.month],
  ['yyyy"年"m"月"d"日"', 0],
  ["yyyy-mm-dd", 0],
  ["m/d", 0],
  ["hh:mm", 0],
  ["yyyy-mm hh:mm", 0],
])("a day shown as %s carries the mark %d", async (code, mark) => {
  const written = code.replaceAll('"', "&quot;");
  const bytes = oneSheet('<row r="1"><c r="A1" s="1"><v>45413</v></c></row>', {
    formats: '<xf/><xf numFmtId="176"/>',
    codes: `<numFmt numFmtId="176" formatCode="${written}"/>`,
  });
  const [row] = allRows((await open(bytes)).sheets[0]);
  expect(row?.cells).toEqual([new SerialDay(45413, false)]);
  expect(row?.marks?.[0] ?? 0).toBe(mark);
});

it("days and errors of equal value are one object, and texts are decoded once", async () => {
  const cells = '<c s="1"><v>45828</v></c><c s="1"><v>45828</v></c><c t="e"><v>#N/A</v></c><c t="e"><v>#N/A</v></c>';
  const bytes = oneSheet(`<row r="1">${cells}</row>`, { formats: '<xf/><xf numFmtId="14"/>' });
  const [a, b, c, d] = allRows((await open(bytes)).sheets[0])[0]?.cells ?? [];
  expect(a).toBe(b);
  expect(c).toBe(d);
});

it("rows come in blocks of the size asked for, again and again", async () => {
  const rows = Array.from({ length: 25 }, (_, i) => `<row r="${String(i + 1)}"><c><v>${String(i)}</v></c></row>`).join(
    "",
  );
  const sheet = (await open(oneSheet(rows))).sheets[0];
  const sizes = [...(sheet?.blocks(10) ?? [])].map((block) => block.length);
  expect(sizes).toEqual([10, 10, 5]);
  expect(allRows(sheet)).toEqual(allRows(sheet, 7));
  expect(sheet?.rowCount).toBe(25);
});

describe("what is blank costs nothing", () => {
  it("formats out to XFD1048576 leave no rows and no cells", async () => {
    const styled = Array.from({ length: 188 }, (_, i) => {
      const row = String(i + 3);
      return `<row r="${row}"><c r="A${row}" s="1"/><c r="IQ${row}" s="1"/><c r="XFD${row}" s="1"/></row>`;
    }).join("");
    const bytes = oneSheet(
      `<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="2" s="1" customFormat="1"><c r="B2"><v>2</v></c></row>${styled}<row r="1048576"><c r="XFD1048576" s="1"/></row>`,
      {
        before: '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" style="1"/></cols>',
        formats: '<xf/><xf numFmtId="14"/>',
      },
    );
    expect(shownRows((await open(bytes)).sheets[0])).toEqual({ 1: [1], 2: [null, 2] });
  });

  it("a used range of 1,048,576 × 16,384 with three cells is three cells", async () => {
    const bytes = oneSheet(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="500000"><c r="C500000"><v>2</v></c></row><row r="1048576"><c r="XFD1048576"><v>3</v></c></row>',
      { before: '<dimension ref="A1:XFD1048576"/>' },
    );
    const rows = allRows((await open(bytes)).sheets[0]);
    expect(rows.map((row) => [row.row, row.cells.length, row.cells.at(-1)])).toEqual([
      [1, 1, 1],
      [500000, 3, 2],
      [1048576, 16384, 3],
    ]);
  });

  it("a value at the right edge of every row does not cost a wide array for every row", async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => {
      const row = String(i + 1);
      return `<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="XFD${row}"><v>1</v></c></row>`;
    }).join("");
    const read = allRows((await open(oneSheet(rows))).sheets[0]);
    const slots = read.reduce((sum, row) => sum + row.cells.length, 0);
    expect(read.length).toBe(20_000);
    expect(read[0]?.cells.at(-1)).toBe(1);
    expect(slots).toBeLessThan(9_000_000);
    expect(read.every((row) => row.cells[0] === row.row)).toBe(true);
  });

  it("columns beyond XFD are none", async () => {
    const bytes = oneSheet('<row r="1"><c r="A1"><v>1</v></c><c r="ZZZZ1"><v>2</v></c></row>');
    expect(shownRows((await open(bytes)).sheets[0])).toEqual({ 1: [1] });
  });
});

it("a cell of a million characters is read whole", async () => {
  const text = "项目".repeat(500_000);
  const bytes = oneSheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', { strings: `<si><t>${text}</t></si>` });
  expect(allRows((await open(bytes)).sheets[0])[0]?.cells[0]).toBe(text);
});

it("Chinese text is whole wherever a chunk of the unpacked bytes may end", async () => {
  const names = Array.from({ length: 4000 }, (_, i) => `${"县".repeat(i % 7)}中心卫生院改扩建工程${String(i)}`);
  const bytes = oneSheet(
    names.map((_, i) => `<row r="${String(i + 1)}"><c t="s"><v>${String(i)}</v></c></row>`).join(""),
    { strings: names.map((name) => `<si><t>${name}</t></si>`).join("") },
  );
  expect(allRows((await open(bytes)).sheets[0]).map((row) => row.cells[0])).toEqual(names);
});

it("nothing reaches a prototype", async () => {
  const bytes = oneSheet('<row r="1"><c t="inlineStr"><is><t>polluted</t></is></c></row>', { name: "__proto__" });
  await open(bytes);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});
