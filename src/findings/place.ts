/** A hit with its place in the sheet and what its identity is made of. */
import { procedureOf, type FieldKey } from "../ledger/fields";
import type { CellPlace, Ledger, Project } from "../ledger/ledger";
import type { Basis, Hit, LedgerHit, Severity } from "../rules/rule";
import { cellName } from "../sheet/address";
import { CellError, SerialDay, type CellValue } from "../sheet/cell";
import type { CompiledRowRule } from "./compile";
import { isOfEarlierMonth } from "./earlierMonth";
import type { Setting } from "./fitting";
import type { Finding } from "./finding";
import { digest } from "./digest";

/** A finding on its way: what it is sorted and told apart by stands beside it. */
export interface Draft {
  readonly finding: Finding;
  readonly ledger: Ledger | null;
  /** 0-based column of the first cell; -1 where it has none. */
  readonly column: number;
  /** Tells findings apart whose project and values are the same: the whole of the row's cells. */
  readonly row: Project | null;
}

export function placeRowHit(hit: Hit, ledger: Ledger, project: Project, compiled: CompiledRowRule): Draft {
  return draft(hit, { ledger, row: project.row, project, related: [], files: [] }, compiled);
}

export function placeLedgerHit(hit: LedgerHit, compiled: Setting): Draft {
  const { ledger = null, project = null } = hit;
  const row = hit.row ?? (ledger?.header ? ledger.header.bottom : null);
  return draft(hit, { ledger, row, project, related: hit.related ?? [], files: hit.files ?? [] }, compiled);
}

interface Place {
  readonly ledger: Ledger | null;
  readonly row: number | null;
  readonly project: Project | null;
  readonly related: NonNullable<LedgerHit["related"]>;
  readonly files: readonly string[];
}

function draft(hit: Hit, place: Place, setting: Setting): Draft {
  const { ledger, project } = place;
  const scattered = project?.places ? cellsOfHit(hit, project.places) : null;
  const row = scattered?.[0]?.row ?? place.row;
  const columns = scattered
    ? scattered.map(({ column }) => column)
    : ledger && row !== null
      ? columnsOfHit(hit, ledger, project)
      : [];
  const basis = hit.basis ?? setting.basis;
  const earlierMonth = isOfEarlierMonth(setting.code, ledger, project);
  return {
    ledger,
    column: columns[0] ?? -1,
    row: project,
    finding: {
      id: digest(identity(hit, place, setting.code)),
      code: setting.code,
      severity: earlierMonth ? "hint" : severityOf(hit, basis, setting),
      file: ledger?.file ?? null,
      sheet: ledger?.sheet ?? null,
      row,
      cells: [
        ...(row === null ? [] : columns.map((column, index) => cellName(scattered?.[index]?.row ?? row, column))),
        ...place.related.flatMap((other) => relatedCells(other, ledger)),
      ],
      field: hit.fields[0] ?? null,
      fields: hit.fields,
      args: hit.args,
      basis,
      project: project?.values.name ?? null,
      files: place.files,
      ...(earlierMonth ? { earlierMonth } : {}),
    },
  };
}

/** What rests on less than the primary text is never an error by itself. */
function severityOf(hit: Hit, basis: Basis, setting: Setting): Severity {
  const severity = setting.fixedSeverity ? setting.severity : (hit.severity ?? setting.severity);
  return severity === "error" && basis.confidence !== "H" ? "warning" : severity;
}

/** Columns of the hit's fields; where none of them has one, the project's name is the place to go to. */
function columnsOfHit(hit: Hit, ledger: Ledger, project: Project | null): number[] {
  const columns = columnsOfFields(ledger, hit.fields);
  for (const column of hit.columns ?? []) if (!columns.includes(column)) columns.push(column);
  if (columns.length > 0 || !project) return columns;
  return columnsOfFields(ledger, ["name"]);
}

/** Of a project that fills several rows: the hit's own cells, else the project's name. */
function cellsOfHit(hit: Hit, places: NonNullable<Project["places"]>): CellPlace[] {
  const cells: CellPlace[] = [];
  for (const field of hit.fields) {
    const place = placeOfField(places, field);
    if (place && !cells.some(({ row, column }) => row === place.row && column === place.column)) cells.push(place);
  }
  const name = places.get("name");
  return cells.length > 0 || !name ? cells : [name];
}

function placeOfField(places: NonNullable<Project["places"]>, field: FieldKey): CellPlace | undefined {
  const own = places.get(field);
  const procedure = procedureOf(field);
  if (own || !procedure) return own;
  const whole: FieldKey = `proc.${procedure.key}`;
  if (procedure.part) return places.get(whole);
  for (const part of ["on", "no", "due", "accepted"] as const) {
    const place = places.get(`${whole}.${part}`);
    if (place) return place;
  }
  return undefined;
}

function columnsOfFields(ledger: Ledger, fields: readonly FieldKey[]): number[] {
  const columns: number[] = [];
  for (const field of fields) {
    const column = columnOfField(ledger, field);
    if (column >= 0 && !columns.includes(column)) columns.push(column);
  }
  return columns;
}

const columnMaps = new WeakMap<Ledger, Map<FieldKey, number>>();

/** A procedure's one column stands for all its parts; where it has only parts, they stand for it. */
function columnOfField(ledger: Ledger, field: FieldKey): number {
  const map = columnMap(ledger);
  const own = map.get(field);
  if (own !== undefined) return own;
  const procedure = procedureOf(field);
  if (!procedure) return -1;
  const whole: FieldKey = `proc.${procedure.key}`;
  if (procedure.part) return map.get(whole) ?? -1;
  return (
    map.get(`${whole}.on`) ?? map.get(`${whole}.no`) ?? map.get(`${whole}.due`) ?? map.get(`${whole}.accepted`) ?? -1
  );
}

function columnMap(ledger: Ledger): Map<FieldKey, number> {
  let map = columnMaps.get(ledger);
  if (!map) {
    map = new Map(ledger.columns.map(({ field, column }) => [field, column]));
    for (const { also, column } of ledger.columns) if (also !== undefined && !map.has(also)) map.set(also, column);
    columnMaps.set(ledger, map);
  }
  return map;
}

type Related = NonNullable<LedgerHit["related"]>[number];

/** Plain addresses on the same sheet; with sheet, and file where it is another, elsewhere. */
function relatedCells({ ledger, row, fields }: Related, from: Ledger | null): string[] {
  const found = columnsOfFields(ledger, fields);
  const columns = found.length > 0 ? found : columnsOfFields(ledger, ["name"]);
  return columns.map((column) => placePrefix(ledger, from) + cellName(row, column));
}

function placePrefix(ledger: Ledger, from: Ledger | null): string {
  if (ledger === from) return "";
  const file = from && ledger.file === from.file ? "" : `[${ledger.file}]`;
  return `'${file}${ledger.sheet}'!`;
}

/**
 * What makes a finding the same finding tomorrow: code, project and the values of its fields, never the address. Of
 * several rows that are one finding, which is the later changes with sorting, so what they share counts instead.
 */
function identity(hit: Hit, { ledger, row, project, related }: Place, code: string): string {
  const parts =
    project && ledger && related.length === 0
      ? [project.key, ...valueTexts(ledger, project, hit.fields)]
      : [...(project ? [] : cellTexts(hit, ledger, row)), ...wordsOf(hit)];
  return [code, hit.fields.join(), ...parts].join("\u0001");
}

function valueTexts(ledger: Ledger, project: Project, fields: readonly FieldKey[]): string[] {
  const { places } = project;
  if (places) return fields.map((field) => `${field}=${plainText(placeOfField(places, field)?.cell)}`);
  return fields.map((field) => {
    const column = columnOfField(ledger, field);
    return `${field}=${column < 0 ? "" : plainText(project.cells[column])}`;
  });
}

/** The cells of a total row, which is no project. */
function cellTexts(hit: Hit, ledger: Ledger | null, row: number | null): string[] {
  const total = ledger?.totals.find((each) => each.row === row);
  if (!total || !ledger) return [];
  return columnsOfHit(hit, ledger, null).map((column) => plainText(total.cells[column]));
}

/** Names in the sentence count, figures do not: a gap that shrinks by the day is still the same finding. */
function wordsOf(hit: Hit): string[] {
  return Object.entries(hit.args).flatMap(([name, value]) =>
    typeof value === "number" ? [] : [`${name}=${String(value)}`],
  );
}

export function plainText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (value instanceof SerialDay) return String(value.serial);
  if (value instanceof CellError) return value.code;
  return typeof value === "string" ? value.trim() : String(value);
}
