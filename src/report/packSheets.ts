/** A policy as sheets to edit: written as forms, and read as they were edited. */
import { ALL_FIELDS, fieldTerm } from "../ledger/fields";
import { day, number, type CellKind } from "../policy/cells";
import type { OutsideTerms, Terms } from "../policy/glossary";
import type { Pack } from "../policy/pack";
import { packFromSheets, packTerms, type PackSheet } from "../policy/sheets";
import { sheetOf, columnsShown, type ColumnSpec, type Table } from "../policy/table";
import { TABLES } from "../policy/tables";
import { RULES } from "../rules/index";
import type { ColumnFormat, ExportSheet } from "../sheet/exportSheet";
import { ruleTitle } from "../words/finding";
import { formSheet, type FormColumn } from "./export/form";

/** Rows below the last that the lists still cover. */
const ROOM = 50;
/** The heading and what an entry is called stay in sight. */
const FROZEN = 2;

export const PACK_TERMS: OutsideTerms = {
  fields: new Map(ALL_FIELDS.map((field) => [field, fieldTerm(field)])),
  rules: RULES.map(({ code, severity }) => ({ code, severity, title: ruleTitle(code, "zh") })),
};

/** Sheets as they were edited; parts that none holds are the base pack's. */
export function readPackSheets(sheets: readonly PackSheet[], base: Pack | null): ReturnType<typeof packFromSheets> {
  return packFromSheets(sheets, base, PACK_TERMS);
}

export function packSheets(pack: Pack): ExportSheet[] {
  const terms = packTerms(pack, PACK_TERMS);
  return TABLES.map((table) => exportSheet(table, pack, terms));
}

function exportSheet(table: Table, pack: Pack, terms: Terms): ExportSheet {
  const { name, rows } = sheetOf(table, pack, terms);
  const columns = columnsShown(table, table.rows(pack, terms));
  const [, ...entries] = rows;
  return formSheet({
    name,
    title: name,
    lines: [table.line],
    columns: columns.map((column) => formColumn(column, terms)),
    rows: entries.map((row) => row.map((cell) => (cell === "" ? null : cell))),
    strong: entries.flatMap(([first], index) => (first === table.end ? [index] : [])),
    frozenColumns: columns.length > FROZEN + 1 ? FROZEN : 0,
    ...(table.end === undefined ? { room: ROOM } : {}),
  });
}

/** A day typed into the cell is to look like those that stand there. */
function lookOf(kind: CellKind): ColumnFormat {
  if (kind === day) return "day";
  return kind === number ? "figure" : "wrapped";
}

function formColumn({ heading, kind, look, width, note }: ColumnSpec, terms: Terms): FormColumn {
  const choices = kind.choices?.(terms);
  return {
    heading,
    format: look ?? lookOf(kind),
    ...(width === undefined ? {} : { width }),
    ...(choices && choices.length > 0 ? { choices } : {}),
    ...(note === undefined ? {} : { note }),
  };
}
