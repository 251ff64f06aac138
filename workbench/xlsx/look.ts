/** How an .xlsx looks and what its cells calculate: all that showing it needs beside the values. */
import type { IStyleData } from "@univerjs/core";
import type { Package } from "../../src/hosts/file/patch";
import { shiftFormula } from "../../src/hosts/file/shiftFormula";
import { besides, partText } from "../../src/hosts/file/xlsx";
import { attribute, isTrue, tags, textOf, type Tag } from "../../src/hosts/file/xml";
import { parseCellName } from "../../src/sheet/address";
import { readTheme } from "./colours";
import { readStyles } from "./styles";

export interface CellLook {
  /** 0-based. */
  readonly column: number;
  readonly style: number;
  /** Without "=", as the file has it. */
  readonly formula: string | null;
}

export interface RowLook {
  /** 1-based. */
  readonly row: number;
  /** Points. */
  readonly height: number | null;
  readonly style: number | null;
  readonly cells: readonly CellLook[];
}

export interface ColumnLook {
  /** 0-based, both included. */
  readonly first: number;
  readonly last: number;
  /** Characters. */
  readonly width: number | null;
  readonly style: number;
}

/** Rows 1-based, columns 0-based, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetLook {
  readonly name: string;
  readonly rows: readonly RowLook[];
  readonly columns: readonly ColumnLook[];
  /** Where the file keeps results that an array formula has spilled. */
  readonly arrays: readonly Area[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly defaultWidth: number | null;
  readonly defaultHeight: number | null;
}

export interface Look {
  readonly styles: readonly IStyleData[];
  readonly sheets: readonly SheetLook[];
}

/** Tags between two breaths. */
const TAGS = 500;

export function* lookSteps(book: Package): Generator<undefined, Look> {
  const theme = readTheme(relatedText(book, "theme", "theme/theme1.xml"));
  const styles = readStyles(relatedText(book, "styles", "styles.xml") ?? "", theme);
  const sheets: SheetLook[] = [];
  for (const { name, part } of book.tabs.sheets)
    sheets.push(yield* sheetSteps(name, partText(book.zip, part, book.platform) ?? ""));
  return { styles, sheets };
}

function relatedText(book: Package, type: string, usual: string): string | null {
  return partText(book.zip, book.related(type) ?? besides(book.main, usual), book.platform);
}

interface Draft {
  readonly rows: (Omit<RowLook, "cells"> & { readonly cells: CellLook[] })[];
  readonly columns: ColumnLook[];
  readonly arrays: Area[];
  /** First cells of shared formulas, by their number. */
  readonly shared: Map<string, { readonly text: string; readonly row: number; readonly column: number }>;
  frozen: SheetLook["frozen"];
  defaultWidth: number | null;
  defaultHeight: number | null;
}

function* sheetSteps(name: string, xml: string): Generator<undefined, SheetLook> {
  const draft: Draft = {
    rows: [],
    columns: [],
    arrays: [],
    shared: new Map(),
    frozen: { rows: 0, columns: 0 },
    defaultWidth: null,
    defaultHeight: null,
  };
  let count = 0;
  for (const tag of tags(xml)) {
    if (tag.kind !== "close") takeTag(tag, xml, draft);
    if (++count % TAGS === 0) yield;
  }
  const { rows, columns, arrays, frozen, defaultWidth, defaultHeight } = draft;
  return { name, rows, columns, arrays, frozen, defaultWidth, defaultHeight };
}

function takeTag(tag: Tag, xml: string, draft: Draft): void {
  switch (tag.name) {
    case "c":
      takeCell(tag, draft);
      return;
    case "f":
      takeFormula(tag, xml, draft);
      return;
    case "row":
      takeRow(tag, draft);
      return;
    case "col":
      takeColumn(tag, draft);
      return;
    case "pane":
      takePane(tag, draft);
      return;
    case "sheetFormatPr":
      draft.defaultWidth = numberOf(tag, "defaultColWidth");
      draft.defaultHeight = numberOf(tag, "defaultRowHeight");
      return;
    default:
  }
}

function takeRow(tag: Tag, draft: Draft): void {
  draft.rows.push({
    row: numberOf(tag, "r") ?? (draft.rows.at(-1)?.row ?? 0) + 1,
    height: numberOf(tag, "ht"),
    style: isTrue(attribute(tag, "customFormat")) ? numberOf(tag, "s") : null,
    cells: [],
  });
}

function takeCell(tag: Tag, draft: Draft): void {
  const row = draft.rows.at(-1);
  if (!row) return;
  const column = parseCellName(attribute(tag, "r") ?? "")?.column ?? (row.cells.at(-1)?.column ?? -1) + 1;
  row.cells.push({ column, style: numberOf(tag, "s") ?? 0, formula: null });
}

/** A formula belongs to the cell before it; a shared one is written out for every cell that shares it. */
function takeFormula(tag: Tag, xml: string, draft: Draft): void {
  const row = draft.rows.at(-1);
  const cell = row?.cells.at(-1);
  if (!row || !cell) return;
  const type = attribute(tag, "t");
  // The results of a what-if table have no formula of their own.
  if (type === "dataTable") return;
  const text = tag.kind === "empty" ? "" : formulaText(xml, tag.end);
  const shared = type === "shared" ? (attribute(tag, "si") ?? "") : null;
  const master = shared === null ? undefined : draft.shared.get(shared);
  if (shared !== null && text !== "") draft.shared.set(shared, { text, row: row.row, column: cell.column });
  const formula =
    text !== "" || !master ? text : shiftFormula(master.text, row.row - master.row, cell.column - master.column);
  if (formula === "") return;
  row.cells[row.cells.length - 1] = { ...cell, formula };
  const area = type === "array" ? areaOf(attribute(tag, "ref") ?? "") : null;
  if (area) draft.arrays.push(area);
}

function formulaText(xml: string, from: number): string {
  const end = xml.indexOf("</", from);
  return textOf(xml.slice(from, end < 0 ? from : end)).trim();
}

function takeColumn(tag: Tag, draft: Draft): void {
  const first = numberOf(tag, "min");
  const last = numberOf(tag, "max");
  if (first === null || last === null) return;
  draft.columns.push({
    first: first - 1,
    last: last - 1,
    width: numberOf(tag, "width"),
    style: numberOf(tag, "style") ?? 0,
  });
}

function takePane(tag: Tag, draft: Draft): void {
  if (!attribute(tag, "state")?.startsWith("frozen")) return;
  draft.frozen = { rows: numberOf(tag, "ySplit") ?? 0, columns: numberOf(tag, "xSplit") ?? 0 };
}

function areaOf(reference: string): Area | null {
  const [from = "", to = from] = reference.split(":");
  const first = parseCellName(from);
  const last = parseCellName(to);
  if (!first || !last) return null;
  return { top: first.row, left: first.column, bottom: last.row, right: last.column };
}

function numberOf(tag: Tag, name: string): number | null {
  const value = Number(attribute(tag, name) ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
}
