/** A workbook of its own: what is shown comes back when it is read again, shifted or not. */
import { readFileSync } from "node:fs";
import type { ICellData } from "@univerjs/core";
import { openWorkbook } from "../../src/hosts/file/open";
import { cellName } from "../../src/sheet/address";
import { CellError, SerialDay } from "../../src/sheet/cell";
import { gridSheet } from "../../src/sheet/grid";
import type { Sheet } from "../../src/sheet/sheet";
import { openFile, type Opened } from "../../workbench/opened";
import { newWorkbookBytes, type SaveSource } from "../../workbench/save";
import { makeXlsx } from "../hosts/makeXlsx";

function sourceOf(opened: Opened): SaveSource {
  const sheetNamed = (name: string) =>
    opened.workbook.sheets.find((sheet) => sheet.name === name) ?? gridSheet(name, []);
  const lookNamed = (name: string) => opened.look?.sheets.find((sheet) => sheet.name === name);
  return {
    host: { read: (name) => Promise.resolve(sheetNamed(name)) },
    sheets: () => opened.workbook.sheets.map(({ name }, index) => ({ id: `sheet-${String(index)}`, name })),
    formula(name, row, column) {
      const found = lookNamed(name)
        ?.rows.find((line) => line.row === row)
        ?.cells.find((cell) => cell.column === column)?.formula;
      return found ? `=${found}` : "";
    },
    fills: () => null,
  };
}

function valuesOf(sheet: Sheet | undefined): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const block of sheet?.blocks() ?? []) {
    for (const { row, cells } of block) {
      cells.forEach((value, column) => {
        if (value !== null && value !== "") values[cellName(row, column)] = value;
      });
    }
  }
  return values;
}

async function anew(bytes: Uint8Array): Promise<{ before: Opened; after: Opened }> {
  const before = await openFile(bytes, "台账.xlsx", "file-1");
  const written = await newWorkbookBytes(before, sourceOf(before), before.data);
  return { before, after: await openFile(written, "台账（另存）.xlsx", "file-2") };
}

describe.each(["交通局项目台账.xlsx", "县项目储备库.xlsx", "2024年申报审核台账.xlsx"])(
  "%s as a workbook of its own",
  (file) => {
    let both: { before: Opened; after: Opened };
    beforeAll(async () => {
      both = await anew(readFileSync(`examples/${file}`));
    });

    it("has the same sheets with the same values at the same addresses", () => {
      const { before, after } = both;
      expect(after.workbook.sheets.map(({ name }) => name)).toEqual(before.workbook.sheets.map(({ name }) => name));
      before.workbook.sheets.forEach((sheet, index) => {
        expect(valuesOf(after.workbook.sheets[index])).toEqual(valuesOf(sheet));
      });
    });

    it("has the same merges, hidden rows and frozen heading", () => {
      const { before, after } = both;
      before.workbook.sheets.forEach((sheet, index) => {
        expect(after.workbook.sheets[index]?.merges).toEqual(sheet.merges);
        expect(after.data.sheets[`sheet-${String(index)}`]?.freeze).toEqual(
          before.data.sheets[`sheet-${String(index)}`]?.freeze,
        );
      });
    });

    it("has the same formulas, row heights and looks of cells", () => {
      const { before, after } = both;
      for (const [id, sheet] of Object.entries(before.data.sheets)) {
        const written = after.data.sheets[id];
        for (const [row, { h } = {}] of Object.entries(sheet.rowData ?? {}))
          if (h !== undefined) expect(written?.rowData?.[Number(row)]?.h).toBeCloseTo(h, 1);
        for (const [row, line] of Object.entries(sheet.cellData ?? {})) {
          for (const [column, cell] of Object.entries(line as Record<string, ICellData>)) {
            const again = written?.cellData?.[Number(row)]?.[Number(column)];
            expect([row, column, again?.f]).toEqual([row, column, cell.f]);
            expect([row, column, looks(after, again?.s)]).toEqual([row, column, looks(before, cell.s)]);
          }
        }
      }
    });
  },
);

/** What a clerk sees of a style: bold, fill, number format. */
function looks({ data }: Opened, style: unknown) {
  const { bl, bg, n, tb } =
    ((typeof style === "string" ? data.styles[style] : style) as {
      bl?: number;
      bg?: { rgb?: string };
      n?: { pattern?: string };
      tb?: number;
    }) ?? {};
  const pattern = n?.pattern === "General" ? undefined : n?.pattern;
  return { bold: bl === 1, fill: bg?.rgb?.toLowerCase(), pattern, wraps: tb === 3 };
}

it("keeps errors, days, text that looks like a number, functions of ours and notes", async () => {
  const rows =
    '<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="str"><f>_xldudf_XM_AMOUNT("1万元")</f><v>1</v></c>' +
    '<c r="C1" t="inlineStr"><is><t>00123</t></is></c><c r="D1" t="b"><v>1</v></c></row>';
  const before = await openFile(makeXlsx({ sheets: [{ name: "台账", rows }] }), "台账.xlsx", "file-1");
  before.notes.set("waivers", "[]");
  const bytes = await newWorkbookBytes(before, sourceOf(before), before.data);
  const after = await openFile(bytes, "另存.xlsx", "file-2");
  expect(valuesOf(after.workbook.sheets[0])).toMatchObject({ A1: new CellError("#N/A"), C1: "00123", D1: true });
  expect(after.notes.get("waivers")).toBe("[]");
  expect(after.look?.sheets[0]?.rows[0]?.cells.find(({ column }) => column === 1)?.formula).toBe(
    '_xldudf_XM_AMOUNT("1万元")',
  );
});

it("counts days in the 1900 system, whatever the file did", async () => {
  const sheet = gridSheet("台账", [["开工时间"], [new SerialDay(44_000, true)]], { date1904: true });
  const opened = await openFile(makeXlsx({ sheets: [{ name: "台账", rows: "" }] }), "台账.xlsx", "file-1");
  const source = { ...sourceOf(opened), host: { read: () => Promise.resolve(sheet) } };
  const workbook = await openWorkbook(await newWorkbookBytes(opened, source, opened.data), { fileName: "x.xlsx" });
  expect(valuesOf(workbook.sheets[0])["A2"]).toEqual(new SerialDay(44_000 + 1462, false));
});
