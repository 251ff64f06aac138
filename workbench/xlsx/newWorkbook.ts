/** What the engine shows → a workbook of its own: values, formulas, merges, sizes and the look of cells. What it does not show is not in it. */
import type { IBorderStyleData, IStyleData, IWorkbookData, Nullable } from "@univerjs/core";
import type { Cell, CellStyle, WriteSheet } from "hucre";
import { patchWorkbook, type CellPatch } from "../../src/hosts/file/patch";
import { cellName } from "../../src/sheet/address";
import { CellError, SerialDay, type CellValue } from "../../src/sheet/cell";
import type { Sheet } from "../../src/sheet/sheet";
import { storedFormula } from "./functionNames";
import type { Area } from "./look";
import { BORDERS, HORIZONTAL, VERTICAL } from "./styles";

export interface ShownSheet {
  /** The engine's id of it. */
  readonly id: string;
  readonly sheet: Sheet;
  /** With "="; "" where the cell holds none. Rows 1-based, columns 0-based. */
  readonly formula: (row: number, column: number) => string;
  readonly fills: (row: number, column: number) => Area | null;
}

const PIXELS_PER_POINT = 96 / 72;
const PIXELS_PER_CHARACTER = 7;
const WRAP = 3;
const DAY = "yyyy/m/d";
const DAYS_1904 = 1462;

/** `data` is the engine's own account of how all looks. */
export async function newWorkbook(sheets: readonly ShownSheet[], data: IWorkbookData): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre/xlsx");
  const bytes = await writeXlsx({
    sheets: sheets.map((shown) => writtenSheet(shown, data)),
    defaultFont: { name: "宋体", size: 11 },
  });
  // The writer keeps an error that a formula gave as text.
  return patchWorkbook(bytes, sheets.flatMap(errorsOfFormulas));
}

function errorsOfFormulas({ sheet, formula }: ShownSheet): CellPatch[] {
  const patches: CellPatch[] = [];
  for (const block of sheet.blocks()) {
    for (const { row, cells } of block) {
      cells.forEach((put, column) => {
        if (put instanceof CellError && formula(row, column) !== "")
          patches.push({ sheet: sheet.name, at: cellName(row, column), put, formula: "keep" });
      });
    }
  }
  return patches;
}

function writtenSheet({ id, sheet, formula, fills }: ShownSheet, data: IWorkbookData): WriteSheet {
  const look = data.sheets[id] ?? {};
  const styleOf = (style: Nullable<IStyleData | string>): IStyleData =>
    (typeof style === "string" ? data.styles[style] : style) ?? {};
  const cells = new Map<string, Partial<Cell>>();
  const put = (row: number, column: number, cell: Partial<Cell>): void => {
    const at = `${String(row - 1)},${String(column)}`;
    cells.set(at, { ...cells.get(at), ...cell });
  };
  for (const [row, line] of Object.entries(look.cellData ?? {})) {
    for (const [column, cell] of Object.entries(line ?? {})) {
      const style = writtenStyle(styleOf((cell as { s?: Nullable<IStyleData | string> }).s));
      if (style) put(Number(row) + 1, Number(column), { value: null, type: "empty", style });
    }
  }
  let height = 0;
  let width = 0;
  for (const block of sheet.blocks()) {
    for (const { row, cells: values } of block) {
      values.forEach((value, column) => {
        const typed = formula(row, column);
        if (value === null && typed === "") return;
        put(row, column, written(value, typed, fills(row, column)));
        if (value instanceof SerialDay && !cells.get(`${String(row - 1)},${String(column)}`)?.style)
          put(row, column, { style: { numFmt: DAY } });
        height = Math.max(height, row);
        width = Math.max(width, column + 1);
      });
    }
  }
  const frozen = look.freeze;
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    rows: Array.from({ length: height }, () => new Array<null>(width).fill(null)),
    cells,
    merges: sheet.merges.map(({ top, left, bottom, right }) => ({
      startRow: top - 1,
      startCol: left,
      endRow: bottom - 1,
      endCol: right,
    })),
    columns: Array.from({ length: width }, (_, column) => {
      const { w = look.defaultColumnWidth, hd } = look.columnData?.[column] ?? {};
      return { ...(w === undefined ? {} : { width: w / PIXELS_PER_CHARACTER }), ...(hd === 1 ? { hidden: true } : {}) };
    }),
    rowDefs: new Map(
      Object.entries(look.rowData ?? {}).flatMap(([row, { h, hd } = {}]) =>
        h === undefined && hd !== 1
          ? []
          : [
              [
                Number(row),
                { ...(h === undefined ? {} : { height: h / PIXELS_PER_POINT }), ...(hd === 1 ? { hidden: true } : {}) },
              ] as const,
            ],
      ),
    ),
    ...(frozen && (frozen.xSplit > 0 || frozen.ySplit > 0)
      ? { freezePane: { rows: frozen.ySplit, columns: frozen.xSplit } }
      : {}),
  };
}

function written(value: CellValue, formula: string, fills: Area | null): Partial<Cell> {
  const plain = plainValue(value);
  if (formula === "") return value instanceof CellError ? { value: plain, type: "error" } : { value: plain };
  const array = fills
    ? ({
        formulaType: "array",
        formulaRef: `${cellName(fills.top, fills.left)}:${cellName(fills.bottom, fills.right)}`,
      } as const)
    : {};
  return { value: plain, formula: storedFormula(formula).replace(/^=/, ""), formulaResult: plain, ...array };
}

function plainValue(value: CellValue): string | number | boolean | null {
  if (value instanceof SerialDay) return value.serial + (value.date1904 ? DAYS_1904 : 0);
  return value instanceof CellError ? value.code : value;
}

/** Null where the cell looks like any other. */
function writtenStyle(style: IStyleData): CellStyle | null {
  const font = {
    ...(style.ff ? { name: style.ff } : {}),
    ...(style.fs ? { size: style.fs } : {}),
    ...(style.bl === 1 ? { bold: true } : {}),
    ...(style.it === 1 ? { italic: true } : {}),
    ...(style.ul?.s === 1 ? { underline: true } : {}),
    ...(style.st?.s === 1 ? { strikethrough: true } : {}),
    ...(style.cl?.rgb ? { color: { rgb: hex(style.cl.rgb) } } : {}),
  };
  const horizontal = nameOf(HORIZONTAL, style.ht);
  const vertical = nameOf(VERTICAL, style.vt);
  const alignment = {
    ...(horizontal ? { horizontal } : {}),
    ...(vertical ? { vertical } : {}),
    ...(style.tb === WRAP ? { wrapText: true } : {}),
  };
  const whole = {
    ...(Object.keys(font).length > 0 ? { font } : {}),
    ...(style.bg?.rgb
      ? { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: hex(style.bg.rgb) } } as const }
      : {}),
    ...(style.bd ? { border: borders(style.bd) } : {}),
    ...(Object.keys(alignment).length > 0 ? { alignment } : {}),
    ...(style.n?.pattern ? { numFmt: style.n.pattern } : {}),
  } as CellStyle;
  return Object.keys(whole).length > 0 ? whole : null;
}

function borders(sides: NonNullable<IStyleData["bd"]>): NonNullable<CellStyle["border"]> {
  const side = (border: Nullable<IBorderStyleData>) => {
    const style = nameOf(BORDERS, border?.s);
    return style ? { style, color: { rgb: hex(border?.cl?.rgb ?? "000000") } } : undefined;
  };
  // Its declaration names no side.
  const { t, r, b, l } = sides as Record<string, IBorderStyleData | undefined>;
  const all = { top: side(t), right: side(r), bottom: side(b), left: side(l) };
  return Object.fromEntries(Object.entries(all).filter(([, border]) => border)) as NonNullable<CellStyle["border"]>;
}

/** The first name that a number of the engine's stands for. */
function nameOf(names: Readonly<Record<string, number>>, number: Nullable<number>): string | undefined {
  return Object.keys(names).find((name) => names[name] === number);
}

/** #0f6cbd or rgb(15,108,189) → 0F6CBD. */
function hex(colour: string): string {
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(colour);
  if (!parts) return colour.replace("#", "").toUpperCase().slice(0, 6);
  return parts
    .slice(1, 4)
    .map((part) => Number(part).toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
}
