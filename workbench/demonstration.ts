/** A sheet behind an example ledger that asks it with our worksheet functions, as a clerk would. */
import type { ICellData, IWorkbookData, IWorksheetData } from "@univerjs/core";
import type { FieldKey } from "../src/ledger/fields";
import { columnOf, type Ledger } from "../src/ledger/ledger";
import { readLedger } from "../src/ledger/read";
import { cellName } from "../src/sheet/address";
import type { Workbook } from "../src/sheet/sheet";

interface Question {
  /** Where the formula itself is not to stand there. */
  readonly title?: string;
  /** With "=". */
  readonly formula: string;
  readonly width: number;
  readonly style?: string;
  /** Columns that the answer spills over. */
  readonly spills?: number;
}

const NAME = "函数演示";
const ID = "demonstration";
const STYLES: IWorkbookData["styles"] = {
  "demonstration-title": { bl: 1, fs: 13 },
  "demonstration-heading": { bl: 1, bg: { rgb: "#E8F1FA" }, tb: 3, vt: 2 },
  "demonstration-day": { n: { pattern: "yyyy/m/d" } },
};
/** Text, though it begins with "=". */
const STRING = 1;
const DEADLINE = "2025-06-30";
/** 0-based rows of the sheet. */
const SINGLES_FROM = 1;
const TABLE_GAP = 2;
const SPARE_ROWS = 20;

/** An example without a project ledger is left as it is. */
export function withDemonstration(data: IWorkbookData, workbook: Workbook, file: string, asOf: string): IWorkbookData {
  const ledger = workbook.sheets.map((sheet) => readLedger(sheet, { file })).find((read) => read.role === "projects");
  if (!ledger?.header || ledger.projects.length === 0) return data;
  const rows = longestRun(ledger.projects.map(({ row }) => row));
  return {
    ...data,
    styles: { ...data.styles, ...STYLES },
    sheetOrder: [...data.sheetOrder, ID],
    sheets: { ...data.sheets, [ID]: sheetOf(singles(asOf), columnsOf(ledger, rows, asOf), rows.last - rows.first + 1) },
  };
}

interface Run {
  readonly first: number;
  readonly last: number;
}

/** The functions are asked of projects only, not of the sections and totals between them. */
function longestRun(rows: readonly number[]): Run {
  let longest: Run = { first: 0, last: -1 };
  let first = 0;
  rows.forEach((row, index) => {
    if (row - 1 !== rows[index - 1]) first = row;
    if (row - first > longest.last - longest.first) longest = { first, last: row };
  });
  return longest;
}

function singles(asOf: string): readonly Question[] {
  return [
    { title: "当前政策包", formula: "=XM.当前政策包()", width: 0 },
    { title: `到 ${DEADLINE} 还剩几个工作日`, formula: `=XM.剩余工作日("${DEADLINE}","${asOf}")`, width: 0 },
    {
      title: `${DEADLINE} 前办完可研，最迟哪天受理`,
      formula: `=XM.最迟受理日("${DEADLINE}","可研")`,
      width: 0,
      style: "demonstration-day",
    },
  ];
}

/** Whole columns at once: each formula spills down beside the names. */
function columnsOf(ledger: Ledger, { first, last }: Run, asOf: string): readonly Question[] {
  const { header } = ledger;
  const lastColumn = Math.max(...ledger.columns.map((column) => column.column));
  const range = (top: number, left: number, bottom: number, right: number) =>
    `'${ledger.sheet.replaceAll("'", "''")}'!${cellName(top, left)}:${cellName(bottom, right)}`;
  const asked = (field: FieldKey, question: (cells: string) => Question): Question[] => {
    const column = columnOf(ledger, field);
    return column < 0 ? [] : [question(range(first, column, last, column))];
  };
  const unit = ledger.columns.find((column) => column.field === "totalInvestment")?.unit ?? "万元";
  return [
    ...asked("name", (cells) => ({ title: "台账中的各行", formula: `=${cells}&""`, width: 300 })),
    ...asked("totalInvestment", (cells) => ({
      formula: `=XM.金额万元(${cells},"${unit}")`,
      width: 170,
    })),
    ...asked("startPlanned", (cells) => ({
      formula: `=XM.日期解析(${cells},${String(ledger.year ?? Number(asOf.slice(0, 4)))})`,
      width: 170,
      style: "demonstration-day",
    })),
    ...asked("code", (cells) => ({ formula: `=XM.项目代码校验(${cells})`, width: 190 })),
    ...asked("name", (cells) => ({ formula: `=XM.投向领域(${cells})`, width: 150, spills: 2 })),
    {
      formula: `=XM.逐行校核(${range(header?.top ?? 1, 0, header?.bottom ?? 1, lastColumn)},${range(first, 0, last, lastColumn)},"${asOf}")`,
      width: 520,
    },
  ];
}

function sheetOf(
  singleQuestions: readonly Question[],
  columns: readonly Question[],
  rows: number,
): Partial<IWorksheetData> {
  const cells: Record<number, Record<number, ICellData>> = {
    0: { 0: { v: "公式直接引用台账：改动台账，这里随之重算", s: "demonstration-title" } },
  };
  singleQuestions.forEach(({ title, formula, style }, index) => {
    cells[SINGLES_FROM + index] = { 0: { v: title ?? "" }, 1: { f: formula, ...styled(style) } };
  });
  const headingRow = SINGLES_FROM + singleQuestions.length + TABLE_GAP - 1;
  const headings: Record<number, ICellData> = {};
  const widths: Record<number, { w: number }> = {};
  cells[headingRow] = headings;
  let at = 0;
  for (const { title, formula, width, style, spills = 1 } of columns) {
    // What was typed below stands above it; headings of a ledger would make this sheet one.
    headings[at] = { v: title ?? withoutSheet(formula), t: STRING, s: "demonstration-heading" };
    for (let more = 1; more < spills; more++) headings[at + more] = { v: "", s: "demonstration-heading" };
    for (let row = 1; row <= rows && style !== undefined; row++) {
      (cells[headingRow + row] ??= {})[at] = { s: style };
    }
    (cells[headingRow + 1] ??= {})[at] = { f: formula, ...styled(style) };
    for (let each = 0; each < spills; each++) widths[at + each] = { w: width };
    at += spills;
  }
  return {
    id: ID,
    name: NAME,
    cellData: cells,
    columnData: widths,
    rowData: { [headingRow]: { h: 44 } },
    rowCount: headingRow + rows + SPARE_ROWS,
    columnCount: at + 2,
    freeze: { xSplit: 1, ySplit: headingRow + 1, startRow: headingRow + 1, startColumn: 1 },
  };
}

function withoutSheet(formula: string): string {
  return formula.replace(/'[^']*'!/g, "");
}

function styled(style: string | undefined): ICellData {
  return style === undefined ? {} : { s: style };
}
