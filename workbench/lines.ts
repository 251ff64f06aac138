/** Whether rows, columns, merges or tabs stand elsewhere than in the file as it was opened: a file can only be patched where they do not. */
import type { IWorkbookData } from "@univerjs/core";
import type { Engine } from "./engine";

/** The original indexes of the lines that hold something, as they stand now; null for one that was put between. */
type Lines = (number | null)[];

/** What was taken out last comes back where it is undone. */
interface Removed {
  readonly first: number;
  readonly lines: Lines;
}

interface Axis {
  readonly lines: Lines;
  readonly removed: Removed[];
}

interface Tracked {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly merges: string;
  readonly name: string;
}

interface Change {
  readonly subUnitId?: string;
  readonly range?: {
    readonly startRow: number;
    readonly endRow: number;
    readonly startColumn: number;
    readonly endColumn: number;
  };
}

const INSERT_ROWS = "sheet.mutation.insert-row";
const REMOVE_ROWS = "sheet.mutation.remove-rows";
const INSERT_COLUMNS = "sheet.mutation.insert-col";
const REMOVE_COLUMNS = "sheet.mutation.remove-col";
const FOLLOWED = new Set([INSERT_ROWS, REMOVE_ROWS, INSERT_COLUMNS, REMOVE_COLUMNS]);
/** Lines that were dragged are not followed further. */
const DRAGGED = new Set(["sheet.mutation.move-rows", "sheet.mutation.move-columns"]);

export interface LineWatch {
  readonly moved: () => boolean;
  readonly stop: () => void;
}

/** `data` is what the engine was given to show; `onChange` hears of lines that were put in, taken out or dragged, values or no values. */
export function watchLines({ api }: Engine, data: IWorkbookData, onChange: () => void): LineWatch {
  const sheets = new Map<string, Tracked>(
    Object.entries(data.sheets).map(([id, { name = "", cellData = {}, mergeData = [] }]) => [
      id,
      { ...usedLines(cellData), merges: mergesName(mergeData), name },
    ]),
  );
  let wasDragged = false;
  const heard = api.addEvent(api.Event.CommandExecuted, ({ id, params }) => {
    if (DRAGGED.has(id)) wasDragged = true;
    if (DRAGGED.has(id) || FOLLOWED.has(id)) onChange();
    const { subUnitId = "", range } = (params ?? {}) as Change;
    const sheet = sheets.get(subUnitId);
    if (sheet && range) follow(sheet, id, range);
  });
  return {
    moved: () => wasDragged || isMoved(sheets, api),
    stop: () => heard.dispose(),
  };
}

function follow({ rows, columns }: Tracked, id: string, range: NonNullable<Change["range"]>): void {
  if (id === INSERT_ROWS) insert(rows, range.startRow, range.endRow);
  if (id === REMOVE_ROWS) remove(rows, range.startRow, range.endRow);
  if (id === INSERT_COLUMNS) insert(columns, range.startColumn, range.endColumn);
  if (id === REMOVE_COLUMNS) remove(columns, range.startColumn, range.endColumn);
}

/** Below or beside everything nothing is moved. */
function insert({ lines, removed }: Axis, first: number, last: number): void {
  const count = last - first + 1;
  const latest = removed.at(-1);
  if (latest?.first === first && latest.lines.length === count) {
    removed.pop();
    lines.splice(first, 0, ...latest.lines);
  } else if (first < lines.length) lines.splice(first, 0, ...new Array<null>(count).fill(null));
}

function remove({ lines, removed }: Axis, first: number, last: number): void {
  const taken = lines.splice(first, last - first + 1);
  if (taken.length === last - first + 1) removed.push({ first, lines: taken });
}

function isMoved(sheets: ReadonlyMap<string, Tracked>, api: Engine["api"]): boolean {
  const book = api.getActiveWorkbook();
  return [...sheets].some(([id, { rows, columns, merges, name }]) => {
    const sheet = book?.getSheetBySheetId(id);
    if (!sheet || sheet.getSheetName() !== name) return true;
    return !inPlace(rows.lines) || !inPlace(columns.lines) || mergesName(sheet.getSheet().getMergeData()) !== merges;
  });
}

/** Lines that were removed at the end are missing at the end: what stood there is blank now, and nothing else moved. */
function inPlace(lines: Lines): boolean {
  return lines.every((original, index) => original === index);
}

function usedLines(
  cells: Readonly<Record<number, Readonly<Record<number, unknown>>>>,
): Pick<Tracked, "rows" | "columns"> {
  const rows = Object.keys(cells).map(Number);
  const columns = Object.values(cells).flatMap((line) => Object.keys(line).map(Number));
  return { rows: { lines: upTo(rows), removed: [] }, columns: { lines: upTo(columns), removed: [] } };
}

function upTo(used: readonly number[]): Lines {
  const last = used.reduce((most, index) => Math.max(most, index), -1);
  return Array.from({ length: last + 1 }, (_, index) => index);
}

function mergesName(
  merges: readonly { startRow: number; startColumn: number; endRow: number; endColumn: number }[],
): string {
  return merges
    .map(({ startRow, startColumn, endRow, endColumn }) => [startRow, startColumn, endRow, endColumn].join(","))
    .sort()
    .join(" ");
}
