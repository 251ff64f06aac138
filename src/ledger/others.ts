/** Sheets that are no project ledger: why, in words; and the simple tables of those with a role of their own. */
import { dayFromSerial, dayInterval, readDay } from "../measure/day";
import { isBlankText, normaliseText } from "../measure/text";
import type { Interval } from "../measure/types";
import { SerialDay, type CellValue } from "../sheet/cell";
import type { Merge, Sheet, SheetRow } from "../sheet/sheet";
import { fieldTerm } from "./fields";
import { isEmpty } from "./block/grid";
import { repeatedRow, type Header } from "./block/header";
import type { Column, LedgerTable, TableKind, TableRow } from "./ledger";
import { isKnownHeading } from "./heading/recognise";
import type { RoleColumn } from "./heading/roles";
import { BLANK_SHEET } from "./blankSheet";

const FORM = "一表一项目的申报表";
export const ROSTER = "读作部门名录：列出应当储备和报送项目的部门";

/** Why a sheet is no ledger of projects. */
export function whyOther(rows: readonly SheetRow[], header: Header | null, columns: readonly Column[]): string {
  const held = rows.filter(({ cells }) => cells.some((value) => !isEmpty(value)));
  if (held.length === 0) return BLANK_SHEET;
  if (isForm(held) && !(header && isTable(rows, header))) return FORM;
  if (!header) {
    const figures = held.reduce((sum, { cells }) => sum + cells.filter((value) => typeof value === "number").length, 0);
    return figures === 0 ? "没有找到表头：这张表只有说明文字，缺少“项目名称”" : "没有找到表头：缺少“项目名称”";
  }
  if (!columns.some(({ field }) => field === "name")) {
    const seen = columns.slice(0, 3).map(({ field }) => fieldTerm(field));
    return seen.length === 0
      ? "没有找到表头：缺少“项目名称”"
      : `像是汇总表或其他表：有“${seen.join("”“")}”，缺少“项目名称”`;
  }
  return "不像项目台账：除“项目名称”外，认得的列不足两列";
}

/** Labels in several rows, each with its value (or room for it) on the right, and hardly ever the same label twice. */
function isForm(rows: readonly SheetRow[]): boolean {
  const labels = new Map<string, number>();
  let labelledRows = 0;
  for (const { cells } of rows.slice(0, 40)) {
    const known: string[] = [];
    let beside = 0;
    for (let column = 0; column < cells.length; column++) {
      const value = cells[column];
      if (!isLabel(value)) continue;
      known.push(value.replace(/\s/gu, ""));
      if (!isLabel(cells[column + 1] ?? null)) beside++;
    }
    if (known.length === 0 || known.length > 4 || beside < known.length * 0.5) continue;
    labelledRows++;
    for (const label of known) labels.set(label, (labels.get(label) ?? 0) + 1);
  }
  const once = [...labels.values()].filter((count) => count === 1).length;
  return labelledRows >= 4 && once >= 4 && once >= labels.size * 0.7;
}

/** So many rows filled alike are data. */
const ROWS_OF_TABLE = 3;
const ROWS_LOOKED_AT = 20;

/** Below one row of headings, several rows fill most of its columns, hardly any of which hold labels. */
function isTable(rows: readonly SheetRow[], header: Header): boolean {
  const below = rows
    .filter(({ row, cells }) => row > header.bottom && cells.some((value) => !isEmpty(value)))
    .slice(0, ROWS_LOOKED_AT);
  if (below.length < ROWS_OF_TABLE) return false;
  const alike = header.columns.filter(({ column }) => {
    const values = below.map(({ cells }) => cells[column]).filter((value) => !isEmpty(value));
    const labels = values.filter(isLabel).length;
    return values.length >= below.length * 0.6 && labels <= values.length * 0.2;
  });
  return alike.length >= 2 && alike.length >= header.columns.length * 0.6;
}

function isLabel(value: CellValue | undefined): value is string {
  return typeof value === "string" && value.length <= 30 && !/^\d/u.test(value.trim()) && isKnownHeading(value);
}

const DAY_KEYS: ReadonlySet<string> = new Set(["on", "issuedOn", "from", "to", "deadline", "due"]);
const FILLED_KEYS: ReadonlySet<string> = new Set([
  "department",
  "level",
  "issuer",
  "channel",
  "indicator",
  "leader",
  "group",
]);
const STEP_OVER = /^(?:合计|总计|小计|注|备注|说明|填表人|审核人|填报人)[:：]?/u;

/** Reads the rows of a sheet with a role of its own; these sheets are small. */
export function readTable(
  role: { readonly role: TableKind; readonly columns: readonly RoleColumn[] },
  header: Header,
  sheet: Sheet,
  year: number | null,
): LedgerTable {
  const rows: TableRow[] = [];
  const merged = new Map(
    role.columns
      .filter(({ key }) => FILLED_KEYS.has(key))
      .map(({ column }) => [column, verticalMerges(sheet.merges, column)]),
  );
  const above = new Map<number, CellValue>();
  for (const block of sheet.blocks()) {
    for (const { row, cells } of block) {
      if (row <= header.bottom) continue;
      for (const { column } of role.columns) if (!isEmpty(cells[column])) above.set(column, cells[column] ?? null);
      const texts = new Map<number, string>();
      cells.forEach((value, column) => {
        if (typeof value === "string" && value.trim() !== "") texts.set(column, value);
      });
      const [firstText] = texts.values();
      if (firstText !== undefined && STEP_OVER.test(firstText.replace(/\s/gu, ""))) continue;
      if (texts.size >= 2 && repeatedRow(header, texts, -1) >= 0) continue;
      const values: Record<string, string | number | Interval> = {};
      for (const { column, key } of role.columns) {
        const covered = merged.get(column)?.some((merge) => row > merge.top && row <= merge.bottom) === true;
        const value = isEmpty(cells[column]) && covered ? (above.get(column) ?? null) : (cells[column] ?? null);
        const read = readTableCell(value, key, year);
        if (read !== null) values[key] = read;
      }
      if (Object.keys(values).length >= 2 || (role.role === "roster" && "department" in values))
        rows.push({ row, values });
    }
  }
  const headings = new Map(header.columns.map(({ column, heading }) => [column, heading]));
  return {
    kind: role.role,
    columns: role.columns.map(({ column, key }) => ({ column, key, heading: headings.get(column) ?? "" })),
    rows,
  };
}

function verticalMerges(merges: readonly Merge[], column: number): readonly Merge[] {
  return merges.filter(({ left, top, bottom }) => left === column && bottom > top);
}

function readTableCell(value: CellValue, key: string, year: number | null): string | number | Interval | null {
  if (value === null || typeof value === "boolean") return null;
  if (value instanceof SerialDay) {
    const day = dayFromSerial(value.serial, value.date1904);
    return day === null ? null : dayInterval(day);
  }
  if (typeof value === "number") return DAY_KEYS.has(key) ? (readDay(value)?.interval ?? value) : value;
  if (typeof value !== "string" || isBlankText(value)) return null;
  const text = normaliseText(value);
  return DAY_KEYS.has(key) ? (readDay(text, { year })?.interval ?? text) : text;
}
