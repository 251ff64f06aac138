/** What stands in a cell of the engine, be it its own or spilled into it, and a value as the engine takes it. */
import type { ICellData, Nullable, Worksheet } from "@univerjs/core";
import { CellError, isBlankCell, SerialDay, type CellValue } from "../../sheet/cell";
import { fromExcel } from "../excel/values";
import type { UniverEngine } from "./engine";

const STRING = 1;
const NUMBER = 2;
const BOOLEAN = 3;

export interface ShownCell {
  readonly data: Nullable<ICellData>;
  readonly value: CellValue;
  /** Its number format. */
  readonly format: string | null;
}

/** What stands in a cell, be it its own or spilled into it. Row 1-based, column 0-based. */
export function shownCell(engine: UniverEngine, sheet: Worksheet, row: number, column: number): ShownCell {
  const own = sheet.getCellMatrix().getValue(row - 1, column);
  const spilled = engine.spilled()[sheet.getUnitId()]?.[sheet.getSheetId()]?.[row - 1]?.[column];
  const data = spilled && own?.f === undefined && own?.si === undefined ? { ...own, ...spilled } : own;
  const format = formatIn(engine, own);
  return { data, value: meant(data, format), format };
}

export function formatIn(engine: UniverEngine, data: Nullable<ICellData>): string | null {
  if (!data?.s) return null;
  const styles = engine.api.getActiveWorkbook()?.getWorkbook().getStyles();
  return styles?.getStyleByCell(data)?.n?.pattern ?? null;
}

export function meant(data: Nullable<ICellData>, format: string | null): CellValue {
  const value = data?.v;
  if (value === undefined || value === null || value === "") return richText(data);
  if (data?.t === BOOLEAN) return value === 1 || value === true || value === "TRUE";
  return fromExcel(value, format, false);
}

/** A cell that was typed with line breaks or styled pieces holds a small document. */
function richText(data: Nullable<ICellData>): CellValue {
  const text = data?.p?.body?.dataStream;
  if (text === undefined) return null;
  const plain = text.replace(/\r\n$/, "").replace(/\r/g, "\n").trim();
  return plain === "" ? null : plain;
}

export function cellData(value: CellValue): ICellData {
  if (isBlankCell(value)) return { v: null, t: null, f: null, p: null };
  if (value instanceof SerialDay) return { v: value.serial, t: NUMBER, s: { n: { pattern: "yyyy-mm-dd" } } };
  if (value instanceof CellError) return { v: value.code, t: STRING };
  if (typeof value === "number") return { v: value, t: NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: BOOLEAN };
  return { v: value, t: STRING, p: null };
}
