/** What a workbook made for a test holds, before it becomes bytes or a grid. */

/** Looks of a cell; `format` is a built-in number format's id or a format code. */
export interface Style {
  readonly bold?: true;
  readonly centre?: true;
  readonly wrap?: true;
  readonly fill?: string;
  readonly size?: number;
  readonly border?: true;
  readonly format?: number | string;
}

export type Plain = string | number | boolean | null;

export interface StyledCell {
  readonly value: Plain;
  readonly style?: Style;
  /** Without the equals sign; `value` is its cached result. */
  readonly formula?: string;
  /** The value is an error code such as #REF!. */
  readonly error?: true;
  /** Text written as runs, as a clerk leaves it who coloured half of a cell. */
  readonly runs?: true;
}

export type Cell = Plain | StyledCell;

export interface MadeSheet {
  readonly name: string;
  /** `rows[0]` is sheet row 1; null is a row that the file leaves out. */
  readonly rows: readonly (readonly Cell[] | null)[];
  /** A1:B2. */
  readonly merges?: readonly string[];
  /** 1-based. */
  readonly hiddenRows?: readonly number[];
  /** 0-based. */
  readonly hiddenColumns?: readonly number[];
  /** Characters, by 0-based column. */
  readonly widths?: Readonly<Record<number, number>>;
  readonly hidden?: true;
  /** Empty cells with a border up to this 0-based column, as templates leave them. */
  readonly borderedTo?: number;
  /** Rows that stay in sight. */
  readonly frozenRows?: number;
  /** The tab is a chart and holds no cells. */
  readonly chart?: true;
}

export interface MadeWorkbook {
  readonly sheets: readonly MadeSheet[];
  readonly date1904?: true;
  /** Text inside the cells instead of in the shared table. */
  readonly inlineText?: true;
}

export const DAY_FORMATS = {
  builtin14: 14,
  chineseLong: 31,
  chineseMonth: 57,
  written: 'yyyy"年"m"月"d"日"',
  writtenMonth: 'yyyy"年"m"月"',
  dashed: "yyyy\\-mm\\-dd",
  localised: "[$-804]yyyy/m/d;@",
} as const;

export function styled(cell: Cell): StyledCell {
  return typeof cell === "object" && cell !== null ? cell : { value: cell };
}

/** The serial by which a sheet stores a day. */
export function serialOf(day: string, date1904: boolean): number {
  const since1900 = Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
  return date1904 ? since1900 - 1462 : since1900;
}
