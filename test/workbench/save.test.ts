/** Saving patches what differs from the file as it was opened, and nothing else. */
import { unzipSync } from "fflate";
import { openWorkbook } from "../../src/hosts/file/open";
import { parseCellName } from "../../src/sheet/address";
import { SerialDay, type CellValue } from "../../src/sheet/cell";
import { gridSheet } from "../../src/sheet/grid";
import { openFile } from "../../workbench/opened";
import { savedBytes, type SaveSource } from "../../workbench/save";
import type { Area } from "../../workbench/xlsx/look";
import { makeXlsx, type BookParts } from "../hosts/makeXlsx";

const ROWS =
  '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c><c r="C1"><f>[1]总表!A1</f><v>7</v></c></row>' +
  '<row r="2"><c r="A2"><v>45000</v></c></row>';

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly (readonly CellValue[])[];
  /** By A1 address. */
  readonly formulas?: Readonly<Record<string, string>>;
  readonly fills?: Readonly<Record<string, Area>>;
}

function sourceOf(shown: readonly Shown[]): SaveSource {
  const at = <Kept>(
    name: string,
    of: (sheet: Shown) => Readonly<Record<string, Kept>> | undefined,
    row: number,
    column: number,
  ) => {
    const all = Object.entries(shown.filter((sheet) => sheet.name === name).map(of)[0] ?? {});
    return all.find(([cell]) => parseCellName(cell)?.row === row && parseCellName(cell)?.column === column)?.[1];
  };
  return {
    host: { read: (name) => Promise.resolve(gridSheet(name, shown.find((sheet) => sheet.name === name)?.cells ?? [])) },
    sheets: () => shown,
    formula: (name, row, column) => at(name, (sheet) => sheet.formulas, row, column) ?? "",
    fills: (name, row, column) => at(name, (sheet) => sheet.fills, row, column) ?? null,
  };
}

async function saved(shown: readonly Shown[], book: Partial<BookParts> = {}): Promise<Uint8Array> {
  const opened = await openFile(makeXlsx({ sheets: [{ name: "台账", rows: ROWS }], ...book }), "台账.xlsx", "file-1");
  return savedBytes(opened, sourceOf(shown));
}

function sheetXml(bytes: Uint8Array, part = "xl/worksheets/sheet1.xml"): string {
  return new TextDecoder().decode(unzipSync(bytes)[part]);
}

const AS_OPENED: Shown = {
  id: "sheet-0",
  name: "台账",
  cells: [[1, 2, 7], [45000]],
  formulas: { B1: "=A1*2" },
};

describe("saving", () => {
  it("gives back the very bytes where nothing was edited, a formula into another workbook included", async () => {
    const original = makeXlsx({ sheets: [{ name: "台账", rows: ROWS }] });
    expect(Buffer.from(await saved([AS_OPENED])).equals(Buffer.from(original))).toBe(true);
  });

  it("changes an edited value, and renews the result of a formula that hangs on it", async () => {
    const xml = sheetXml(await saved([{ ...AS_OPENED, cells: [[5, 10, 7], [45000]] }]));
    expect(xml).toContain('<c r="A1"><v>5</v></c>');
    expect(xml).toContain("<f>A1*2</f><v>10</v>");
    expect(xml).toContain("<f>[1]总表!A1</f><v>7</v>");
    expect(xml).toContain('<c r="A2"><v>45000</v></c>');
  });

  it("puts a value in place of a formula that was typed over", async () => {
    const xml = sheetXml(await saved([{ ...AS_OPENED, cells: [[1, 2, 7], [45000]], formulas: {} }]));
    expect(xml).not.toContain("A1*2");
    expect(xml).toContain('<c r="B1"><v>2</v></c>');
  });

  it("stores our functions under the names that Excel gives them, and spilled ones as array formulas", async () => {
    const bytes = await saved([
      {
        ...AS_OPENED,
        cells: [
          [1, 2, 7],
          [45000, null, null, "甲"],
          [null, null, null, "乙"],
        ],
        formulas: { B1: "=A1*2", D2: "=XM.疑似重复项目(A1:A2)" },
        fills: { D2: { top: 2, left: 3, bottom: 3, right: 3 } },
      },
    ]);
    const xml = sheetXml(bytes);
    expect(xml).toContain('<f t="array" ref="D2:D3">_xldudf_XM_疑似重复项目(A1:A2)</f><v>甲</v>');
    const again = await openFile(bytes, "台账.xlsx", "file-2");
    const cells = again.data.sheets["sheet-0"]?.cellData;
    expect(cells?.[1]?.[3]).toMatchObject({ f: "=XM.疑似重复项目(A1:A2)" });
    // What the engine is going to spill again must not stand in its own way.
    expect(cells?.[2]?.[3]?.v).toBeUndefined();
  });

  it("adds a sheet that was added, and keeps notes inside the workbook", async () => {
    const opened = await openFile(makeXlsx({ sheets: [{ name: "台账", rows: ROWS }] }), "台账.xlsx", "file-1");
    opened.notes.set("waivers", "[]");
    const bytes = await savedBytes(opened, sourceOf([AS_OPENED, { id: "x", name: "报告", cells: [["代码", 3]] }]));
    const workbook = await openWorkbook(bytes, { fileName: "台账.xlsx" });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["台账", "报告"]);
    expect((await openFile(bytes, "台账.xlsx", "file-3")).notes).toEqual(new Map([["waivers", "[]"]]));
  });

  it("writes to a renamed sheet under the name that the file knows", async () => {
    const xml = sheetXml(await saved([{ ...AS_OPENED, name: "新名", cells: [[9, 2, 7], [45000]] }]));
    expect(xml).toContain('<c r="A1"><v>9</v></c>');
  });

  it("keeps the days of a workbook that counts from 1904", async () => {
    const rows = '<row r="1"><c r="A1" s="1"><v>40000</v></c><c r="B1" s="1"><v>40001</v></c></row>';
    const book = { date1904: true, sheets: [{ name: "台账", rows }], formats: '<xf numFmtId="0"/><xf numFmtId="14"/>' };
    const days = (second: number): Shown => ({
      id: "sheet-0",
      name: "台账",
      cells: [[new SerialDay(41462, false), new SerialDay(second, false)]],
    });
    const original = makeXlsx(book);
    expect(Buffer.from(await saved([days(41463)], book)).equals(Buffer.from(original))).toBe(true);
    const xml = sheetXml(await saved([days(41500)], book));
    expect(xml).toContain("<v>40000</v>");
    expect(xml).toContain("<v>40038</v>");
  });
});
