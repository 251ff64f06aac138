/** Cells together with what they mean: the words in which a test ledger is written. */
import { fieldKind, type FieldKey } from "../../src/ledger/fields";
import type { Amount, Interval, MoneyUnit, Precision } from "../../src/measure/types";
import type { TrueValue } from "./truth";
import { DAY_FORMATS, serialOf, type Cell, type Plain, type StyledCell } from "./workbook";

export type Spec =
  /** Written so, meaning that; `is` undefined: nothing is understood or nothing is there. */
  | { readonly kind: "written"; readonly put: Cell; readonly is: TrueValue | undefined }
  /** An amount as a bare number in the unit in force for its column. */
  | { readonly kind: "wan"; readonly wan: number; readonly looks?: (amount: number) => Cell }
  /** A day stored as a serial. */
  | { readonly kind: "day"; readonly day: string; readonly format: number | string | null }
  /** What is read is not settled by the contract. */
  | { readonly kind: "open"; readonly put: Cell };

export function written(put: Cell, is: TrueValue | undefined): Spec {
  return { kind: "written", put, is };
}

export function unread(put: Cell): Spec {
  return { kind: "written", put, is: undefined };
}

export function open(put: Cell): Spec {
  return { kind: "open", put };
}

/** The cell is blank because a merged cell above covers it. */
export function covered(is: TrueValue): Spec {
  return { kind: "written", put: null, is };
}

export function wan(amount: number, looks?: (amount: number) => Cell): Spec {
  return looks ? { kind: "wan", wan: amount, looks } : { kind: "wan", wan: amount };
}

export function amountIs(put: Cell, inWan: number): Spec {
  return written(put, { wan: inWan, approx: false });
}

export function aboutIs(put: Cell, inWan: number): Spec {
  return written(put, { wan: inWan, approx: true });
}

export function day(text: string, format: number | string | null = DAY_FORMATS.builtin14): Spec {
  return { kind: "day", day: text, format };
}

/** A day, month, quarter … written in words. */
export function dayIs(put: Cell, from: string, to = from, precision: Precision = "day"): Spec {
  return written(put, { from, to, precision, by: false });
}

export function dayBy(put: Cell, from: string, to = from, precision: Precision = "day"): Spec {
  return written(put, { from, to, precision, by: true });
}

export function wholeDay(text: string): Interval {
  return { from: text, to: text, precision: "day", by: false };
}

export function textCell(value: string): StyledCell {
  return { value, style: { format: "@" } };
}

export function calculated(value: Plain, formula: string): StyledCell {
  return { value, formula };
}

export function errorCell(code: string): StyledCell {
  return { value: code, error: true, formula: "VLOOKUP(A1,B:C,2,0)" };
}

export function percentCell(share: number): Spec {
  return written({ value: share, style: { format: 10 } }, share);
}

const UNIT_IN_WAN: Record<MoneyUnit, number> = { 元: 0.0001, 万元: 1, 亿元: 10000 };
const BLANK_WORDS = ["", "—", "－", "-", "/", "无", "待定", "暂无"];

/** 万元 → the figure that a cell in this unit shows, without the noise of binary fractions. */
export function inUnit(amount: number, unit: MoneyUnit): number {
  return Number((amount / UNIT_IN_WAN[unit]).toFixed(6));
}

export function inWan(figure: number, unit: MoneyUnit): number {
  return Number((figure * UNIT_IN_WAN[unit]).toFixed(6));
}

/** What a plain value in a column of this field means, where that needs no thought; throws where the author must say. */
export function meaningOf(field: FieldKey, value: Plain, unit: MoneyUnit | null): TrueValue | undefined {
  if (value === null) return undefined;
  const text = String(value).normalize("NFKC").trim();
  if (BLANK_WORDS.includes(text)) return undefined;
  const kind = fieldKind(field);
  if (kind === "text" || kind === "code" || kind === "creditCode" || kind === "phone") return text;
  if (kind === "amount" && typeof value === "number" && unit) return amount(value, unit);
  if ((kind === "share" || kind === "number") && typeof value === "number") return value;
  if (kind === "day" && /^\d{4}-\d{2}-\d{2}$/.test(text)) return wholeDay(text);
  throw new Error(`say what ${JSON.stringify(value)} means under ${field}`);
}

function amount(figure: number, unit: MoneyUnit): Amount {
  return { wan: inWan(figure, unit), approx: false };
}

export function dayCell(text: string, format: number | string | null, date1904: boolean): StyledCell {
  const value = serialOf(text, date1904);
  return format === null ? { value } : { value, style: { format } };
}
