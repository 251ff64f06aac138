/** The workbooks of the tests hold what was planned: the file, read back, equals the plan in memory. */
import { openWorkbook } from "../../src/hosts/file/open";
import { CellError, SerialDay, type CellValue } from "../../src/sheet/cell";
import type { Sheet } from "../../src/sheet/sheet";
import { read as readWithSheetJs } from "@e965/xlsx";
import { CATALOGUE } from "./catalogue";
import { sheetsOf, untypedSheetOf } from "./grid";
import type { LedgerCase } from "./truth";
import { writeCsv, writeWorkbook } from "./write";

const workbooks = CATALOGUE.filter(({ csv }) => !csv);
const records = CATALOGUE.filter(({ csv }) => csv);

/** Cells by address, as plain as can be compared. */
function cellsOf(sheet: Sheet): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const block of sheet.blocks()) {
    for (const { row, cells: values } of block) {
      values.forEach((value, column) => {
        if (value !== null && value !== "") cells[`${row}:${column}`] = shown(value);
      });
    }
  }
  return cells;
}

function shown(value: CellValue): string {
  if (value instanceof SerialDay) return `day ${value.serial} ${value.date1904}`;
  if (value instanceof CellError) return `error ${value.code}`;
  return `${typeof value} ${String(value)}`;
}

function shapeOf(sheet: Sheet): unknown {
  const merges = [...sheet.merges].map(({ top, left, bottom, right }) => `${top} ${left} ${bottom} ${right}`).sort();
  return { name: sheet.name, hidden: sheet.hidden, merges, hiddenColumns: [...sheet.hiddenColumns] };
}

test.each(workbooks.map((ledger): [string, LedgerCase] => [ledger.name, ledger]))(
  "%s is read back as it was planned",
  async (_, ledger) => {
    const read = await openWorkbook(writeWorkbook(ledger.workbook), { fileName: `${ledger.name}.xlsx` });
    const planned = sheetsOf(ledger.workbook);
    const withCells = read.sheets.filter(({ name }) => planned.some((sheet) => sheet.name === name));
    expect(withCells.map(shapeOf)).toEqual(planned.map(shapeOf));
    expect(withCells.map(cellsOf)).toEqual(planned.map(cellsOf));
  },
);

test.each(records.map((ledger): [string, LedgerCase] => [ledger.name, ledger]))(
  "%s is read back as it was planned",
  async (_, ledger) => {
    const [sheet] = ledger.workbook.sheets;
    if (!sheet || !ledger.csv) throw new Error("a csv has one sheet");
    const read = await openWorkbook(writeCsv(sheet, ledger.csv), { fileName: `${ledger.name}.csv` });
    expect(read.sheets.map(cellsOf)).toEqual([cellsOf(untypedSheetOf(sheet))]);
  },
);

test("another library reads the same workbooks without complaint", () => {
  for (const ledger of workbooks) {
    const names = readWithSheetJs(writeWorkbook(ledger.workbook)).SheetNames;
    expect(names).toEqual(ledger.workbook.sheets.map(({ name }) => name));
  }
});

test("the same plan gives the same bytes", () => {
  const [ledger] = workbooks;
  if (!ledger) throw new Error("no ledger");
  expect(writeWorkbook(ledger.workbook)).toEqual(writeWorkbook(ledger.workbook));
});
