/** A workbook as read, with its look → what the spreadsheet engine shows. */
import type {
  LocaleType,
  ICellData,
  IColumnData,
  IRowData,
  IStyleData,
  IWorkbookData,
  IWorksheetData,
} from "@univerjs/core";
import { CellError, SerialDay, type CellValue } from "../../src/sheet/cell";
import type { Sheet, Workbook } from "../../src/sheet/sheet";
import { fittedHeight, type FittedText } from "./fittedHeight";
import { reachesOutside, typedFormula } from "./functionNames";
import { WRAP } from "./styles";
import type { Area, CellLook, ColumnLook, Look, SheetLook } from "./look";

// Only types come from the engine, so that reading a file does not load it.
const CHINESE = "zhCN" as LocaleType;
const TYPE = { string: 1, number: 2, boolean: 3 } as const;
/** Days between the two date systems. */
export const DAYS_1904 = 1462;
const DAY_STYLE = "day";
const DAY_PATTERN = "yyyy/m/d";
/** A sheet may be formatted down to its last row; shown is where something stands, and a little more. */
const SPARE_ROWS = 60;
const SPARE_COLUMNS = 6;
const LEAST_COLUMNS = 20;
const PIXELS_PER_POINT = 96 / 72;
const PIXELS_PER_CHARACTER = 7;

const USUAL_POINTS = 11;

/** Rows between two breaths. */
const ROWS = 100;

type Cells = Record<number, Record<number, ICellData>>;

/** `look` is null where the file has none that we read (.csv, .xls …). */
export function* workbookSteps(
  workbook: Workbook,
  look: Look | null,
  { id, name }: { readonly id: string; readonly name: string },
): Generator<undefined, IWorkbookData> {
  const sheets: Record<string, Partial<IWorksheetData>> = {};
  const styles: Record<string, IStyleData> = { [DAY_STYLE]: { n: { pattern: DAY_PATTERN } } };
  look?.styles.forEach((style, index) => (styles[styleName(index)] = style));
  for (const [index, sheet] of workbook.sheets.entries()) {
    const sheetLook = look?.sheets.find((candidate) => candidate.name === sheet.name) ?? null;
    sheets[sheetId(index)] = yield* sheetSteps(sheet, sheetLook, look?.styles ?? [], sheetId(index));
  }
  return {
    id,
    name,
    appVersion: "",
    locale: CHINESE,
    styles,
    defaultStyle: look?.styles[0] ?? { ff: "宋体", fs: 11 },
    sheetOrder: Object.keys(sheets),
    sheets,
  };
}

/** The sheet's place among the tabs of the file, whatever it is called by now. */
export function sheetId(index: number): string {
  return `sheet-${String(index)}`;
}

function* sheetSteps(
  sheet: Sheet,
  look: SheetLook | null,
  styles: readonly IStyleData[],
  id: string,
): Generator<undefined, Partial<IWorksheetData>> {
  const cells: Cells = {};
  const rowData: Record<number, IRowData> = {};
  const extent = { rows: 0, columns: 0 };
  yield* putValues(sheet, cells, rowData, extent);
  if (look) yield* putLook(look, cells, rowData, extent);
  const columnCount = Math.max(LEAST_COLUMNS, extent.columns + SPARE_COLUMNS);
  const columns = columnData(sheet, look?.columns ?? [], columnCount);
  if (look) yield* fitRows(look, styles, { sheet, cells, rowData, columns });
  const frozen = look?.frozen ?? { rows: 0, columns: 0 };
  return {
    id,
    name: sheet.name,
    hidden: flag(sheet.hidden),
    cellData: cells,
    rowData,
    columnData: columns,
    mergeData: sheet.merges.map(({ top, left, bottom, right }) => ({
      startRow: top - 1,
      endRow: bottom - 1,
      startColumn: left,
      endColumn: right,
    })),
    rowCount: extent.rows + SPARE_ROWS,
    columnCount,
    defaultRowHeight: defaultHeight(look),
    defaultColumnWidth: defaultWidth(look),
    freeze: {
      ySplit: frozen.rows,
      xSplit: frozen.columns,
      startRow: frozen.rows > 0 ? frozen.rows : -1,
      startColumn: frozen.columns > 0 ? frozen.columns : -1,
    },
  };
}

function* putValues(
  sheet: Sheet,
  cells: Cells,
  rowData: Record<number, IRowData>,
  extent: { rows: number; columns: number },
): Generator<undefined, void> {
  for (const block of sheet.blocks()) {
    for (const { row, hidden, cells: values } of block) {
      if (hidden) rowData[row - 1] = { hd: 1 };
      values.forEach((value, column) => {
        if (value === null || value === "") return;
        (cells[row - 1] ??= {})[column] = valueData(value);
        extent.rows = Math.max(extent.rows, row);
        extent.columns = Math.max(extent.columns, column + 1);
      });
    }
    yield;
  }
}

export function valueData(value: CellValue): ICellData {
  if (value === null) return { v: null };
  if (value instanceof SerialDay) {
    return { v: value.serial + (value.date1904 ? DAYS_1904 : 0), t: TYPE.number, s: DAY_STYLE };
  }
  if (value instanceof CellError) return { v: value.code, t: TYPE.string };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: TYPE.boolean };
  return { v: value, t: typeof value === "number" ? TYPE.number : TYPE.string };
}

function* putLook(
  look: SheetLook,
  cells: Cells,
  rowData: Record<number, IRowData>,
  extent: { rows: number; columns: number },
): Generator<undefined, void> {
  const lastRow = extent.rows + SPARE_ROWS;
  for (const { row, height, style, cells: looks } of look.rows) {
    if (row > lastRow) continue;
    const shown: IRowData = rowData[row - 1] ?? {};
    if (height !== null) shown.h = height * PIXELS_PER_POINT;
    if (style !== null) shown.s = styleName(style);
    if (Object.keys(shown).length > 0) rowData[row - 1] = shown;
    for (const cell of looks) if (cell.column < extent.columns + SPARE_COLUMNS) putCellLook(cells, row, cell);
    if (row % ROWS === 0) yield;
  }
  for (const area of look.arrays) dropSpilled(area, cells);
}

interface Shown {
  readonly sheet: Sheet;
  readonly cells: Cells;
  readonly rowData: Record<number, IRowData>;
  readonly columns: Record<number, IColumnData>;
}

/** Rows whose height the file leaves open are as high as their text; the engine fits them anew when they are edited. */
function* fitRows(look: SheetLook, styles: readonly IStyleData[], shown: Shown): Generator<undefined, void> {
  const spans = spansOf(shown.sheet);
  const usual = styles[0]?.fs ?? USUAL_POINTS;
  const widthOf = (column: number): number => shown.columns[column]?.w ?? defaultWidth(look);
  for (const { row, height, cells: looks } of look.rows) {
    if (row % ROWS === 0) yield;
    if (height !== null) continue;
    const texts: FittedText[] = [];
    for (const { column, style } of looks) {
      const value = shown.cells[row - 1]?.[column]?.v;
      const span = spans.get(spanKey(row, column));
      if (typeof value !== "string" || value === "" || span === "rows") continue;
      const { fs: points = usual, tb } = styles[style] ?? {};
      const wraps = tb === WRAP;
      if (!wraps && points <= usual) continue;
      let width = 0;
      for (let at = column; at <= (span ?? column); at++) width += widthOf(at);
      texts.push({ text: value, points, wraps, width });
    }
    const fitted = fittedHeight(texts);
    if (fitted > defaultHeight(look)) shown.rowData[row - 1] = { ...shown.rowData[row - 1], ah: fitted };
  }
}

/** First cells of merges: the last column where it is one row high; a cell over several rows fits none of them. */
function spansOf({ merges }: Sheet): Map<string, number | "rows"> {
  return new Map(
    merges.map(({ top, left, bottom, right }) => [spanKey(top, left), bottom > top ? ("rows" as const) : right]),
  );
}

function spanKey(row: number, column: number): string {
  return `${String(row)} ${String(column)}`;
}

function defaultHeight(look: SheetLook | null): number {
  return (look?.defaultHeight ?? 14.25) * PIXELS_PER_POINT;
}

function defaultWidth(look: SheetLook | null): number {
  return columnPixels(look?.defaultWidth ?? 9);
}

function putCellLook(cells: Cells, row: number, { column, style, formula }: CellLook): void {
  const data: ICellData = cells[row - 1]?.[column] ?? {};
  // The style of a day is the file's own wherever the file has one.
  if (style !== 0) data.s = styleName(style);
  if (formula !== null && !reachesOutside(formula)) data.f = typedFormula(formula);
  if (Object.keys(data).length > 0) (cells[row - 1] ??= {})[column] = data;
}

/** The engine spills an array formula itself, and calls values that stand in the way an error. */
function dropSpilled({ top, left, bottom, right }: Area, cells: Cells): void {
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const cell = cells[row - 1]?.[column];
      if (!cell) continue;
      delete cell.v;
      delete cell.t;
    }
  }
}

function columnData(sheet: Sheet, columns: readonly ColumnLook[], count: number): Record<number, IColumnData> {
  const data: Record<number, IColumnData> = {};
  for (const { first, last, width, style } of columns) {
    for (let column = first; column <= Math.min(last, count - 1); column++) {
      data[column] = {
        ...(width === null ? {} : { w: columnPixels(width) }),
        ...(style === 0 ? {} : { s: styleName(style) }),
      };
    }
  }
  for (const column of sheet.hiddenColumns) if (column < count) data[column] = { ...data[column], hd: 1 };
  return data;
}

function columnPixels(characters: number): number {
  return Math.round(characters * PIXELS_PER_CHARACTER + 5);
}

function styleName(index: number): string {
  return `s${String(index)}`;
}

function flag(on: boolean): 0 | 1 {
  return on ? 1 : 0;
}
