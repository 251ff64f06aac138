/** 标准项目表: ledgers of any look in the bureau's own columns and units, one row a project, with the place that each came from. */
import {
  ALL_FIELDS,
  fieldKind,
  fieldTerm,
  FUND_FIELDS,
  PLAIN_FIELDS,
  procedureOf,
  type FieldKey,
  type ValueKind,
} from "../../ledger/fields";
import { columnOf, type Ledger, type Procedure, type Project, type UnmappedSource } from "../../ledger/ledger";
import { headingText } from "../../ledger/heading/text";
import { hasDaysWithoutYear } from "../../ledger/lendYear";
import { monthDone } from "../../ledger/ownTime";
import { rawText } from "../../ledger/raw";
import { currentProjects } from "../../ledger/restated";
import { SOURCE_HEADINGS } from "../../ledger/source";
import { readAmount } from "../../measure/amount";
import type { Pack } from "../../policy/pack";
import { listsAllSources } from "../../rules/C206";
import type { CellValue } from "../../sheet/cell";
import type { ColumnFormat, ExportSheet } from "../../sheet/exportSheet";
import { formSheet, type FormColumn } from "./form";
import { amountCell, standardCell, STATE_WORDS } from "./notation";
import { kindOf, standardTitle, type StandardOptions } from "./standardTitle";

export const STANDARD_TABLE = "标准项目表";

/** Where a row came from, in hidden columns behind all others. */
export const SOURCE_COLUMNS = [
  { heading: SOURCE_HEADINGS.file, format: "text", hidden: true },
  { heading: SOURCE_HEADINGS.sheet, format: "text", hidden: true },
  { heading: SOURCE_HEADINGS.row, format: "count", hidden: true },
] as const satisfies readonly FormColumn[];

/**
 * The ledgers as standard tables: those of one layout together, any other on a sheet of its own. What one of them does not
 * ask for would be missing in the rows that came from it, and an application beside the reserve would be one more project.
 */
export function standardTables(ledgers: readonly Ledger[], options: StandardOptions): ExportSheet[] {
  const layouts = new Map<string, Ledger[]>();
  const own = ledgers.filter(({ role }) => role === "projects");
  const told = own.filter((ledger) => currentProjects(ledger).length > 0);
  for (const ledger of told.length > 0 ? told : own) {
    const layout = layoutOf(ledger, options);
    const alike = layouts.get(layout);
    if (alike) alike.push(ledger);
    else layouts.set(layout, [ledger]);
  }
  // The day of a form lends its year to days that nobody gave one, on the sheets beside it as well.
  const dated = { ...options, on: own.some(hasDaysWithoutYear) ? null : options.asOf };
  if (layouts.size < 2) return [standardTable([...layouts.values()].flat(), dated, STANDARD_TABLE)];
  const names = new Names();
  return [...layouts.values()].map((alike) => standardTable(alike, dated, names.free(alike)));
}

/** Ledgers of which this is the same stand on one sheet: what they ask for, of when, and what their names say of all their rows. */
function layoutOf(ledger: Ledger, options: StandardOptions): string {
  const fields = ledger.columns.flatMap(({ field }) => (ASKED_BY_NOBODY.has(field) ? [] : [field]));
  return JSON.stringify([
    [...new Set([...fields, ...(ledger.lent ?? [])])].sort(),
    kindOf(ledger, options),
    ledger.year,
    monthDone(ledger),
    [...ledger.sourcesElsewhere].sort(),
    [...namedSources(ledger).keys()].sort(),
    listsAllSources(ledger) ? [] : ledger.columns.flatMap(nameOfOther),
  ]);
}

/** No rule misses them in a row. */
const ASKED_BY_NOBODY: ReadonlySet<FieldKey> = new Set(["serial", "remark"]);

/** A sheet's name has room for so many letters. */
const LONGEST_NAME = 31;

/** Names of sheets by those that they are made of, each given once. */
class Names {
  readonly #given = new Set<string>();

  free([first, ...more]: readonly Ledger[]): string {
    const of = `${first?.sheet ?? ""}${more.length > 0 ? "等" : ""}`;
    for (let nth = 1; ; nth++) {
      const end = `${nth > 1 ? `，${String(nth)}` : ""}）`;
      const room = LONGEST_NAME - STANDARD_TABLE.length - 1 - end.length;
      const name = `${STANDARD_TABLE}（${of.slice(0, room)}${end}`;
      if (this.#given.has(name)) continue;
      this.#given.add(name);
      return name;
    }
  }
}

/** Whether a sheet of that name is one of them. */
export function isStandardTable(sheet: string): boolean {
  return sheet === STANDARD_TABLE || sheet.startsWith(`${STANDARD_TABLE}（`);
}

interface Dated extends StandardOptions {
  /** The day that the form states; null where it states none. */
  readonly on: string | null;
}

function standardTable(own: readonly Ledger[], options: Dated, name: string): ExportSheet {
  const elsewhere = new Set(own.flatMap(({ sourcesElsewhere }) => sourcesElsewhere));
  const fields = placedBySources(withOtherSources(standardFields(own), own), elsewhere);
  const materials = materialHeadings(own, options.pack);
  const sources = [...new Set(own.flatMap((ledger) => [...namedSources(ledger).keys()]))];
  const rows: CellValue[][] = [];
  for (const ledger of own) {
    const paperOf = new Map(ledger.unmapped.map(({ heading, column }) => [heading, column]));
    const sourceOf = namedSources(ledger);
    for (const project of currentProjects(ledger)) {
      const money = sources.map((name) => {
        const known = sourceOf.get(name);
        return known ? sourceCell(project, known) : null;
      });
      const papers = materials.map((heading) => {
        const column = paperOf.get(heading);
        return column === undefined ? null : rawText(project, column) || null;
      });
      rows.push([
        ...standardRow(project, ledger, {
          fields,
          asOf: options.asOf,
          serial: own.length > 1 ? rows.length + 1 : null,
        }),
        ...money,
        ...papers,
        ...source(project, ledger),
      ]);
    }
  }
  return formSheet({
    name,
    title: standardTitle(own, options),
    reporter: reporterOf(own),
    ...(options.on === null ? {} : { asOf: options.on }),
    money: true,
    columns: [
      ...fields.map((field) => {
        const column = standardColumn(field, options.pack);
        const heading = HEADINGS_OF_LEDGERS[field]?.(own) ?? column.heading;
        return { ...column, heading: field === "requested" && elsewhere.has(field) ? `其中：${heading}` : heading };
      }),
      ...sources.map((name): FormColumn => ({ heading: sourceHeading(name), format: "amount" })),
      ...materials.map((heading): FormColumn => ({ heading, format: "text" })),
      ...SOURCE_COLUMNS,
    ],
    rows,
  });
}

/** Of the standard order those that a ledger has a column or a value for; the number always. */
export function standardFields(ledgers: readonly Ledger[]): FieldKey[] {
  const present = new Set<string>(["serial", "name"]);
  for (const ledger of ledgers) {
    for (const { field } of ledger.columns) present.add(field);
    for (const project of ledger.projects) addFields(project, present);
    if (ledgers.length > 1 && ledger.reporter !== null) present.add("reporter");
  }
  return ALL_FIELDS.filter((field) => present.has(field));
}

/**
 * Under headings of one row nobody sees any more that some columns named all the money: an empty one for what comes from
 * elsewhere says it.
 */
function withOtherSources(fields: readonly FieldKey[], ledgers: readonly Ledger[]): readonly FieldKey[] {
  const funded = ledgers.filter(({ columns }) => columns.some(({ field }) => FUNDS.has(field)));
  if (funded.length === 0 || !funded.every(listsAllSources)) return fields;
  return ALL_FIELDS.filter((field) => field === "fundsOther" || fields.includes(field));
}

/** Whose place says whether it is a source beside the others: 「配套资金」 between 「中央资金」 and 「自筹资金」 is one. */
const MAY_BE_SOURCES: readonly FieldKey[] = ["matching", "approved"];

/** What is a source in the ledgers stands among the sources, what is none away from them. */
function placedBySources(fields: readonly FieldKey[], elsewhere: ReadonlySet<FieldKey>): readonly FieldKey[] {
  if (!fields.some((field) => FUNDS.has(field))) return fields;
  const [among, apart] = [
    fields.filter((field) => elsewhere.has(field)),
    fields.filter((field) => MAY_BE_SOURCES.includes(field) && !elsewhere.has(field)),
  ];
  const placed = fields.flatMap((field) => {
    if (among.includes(field) || apart.includes(field)) return [];
    if (field === "totalInvestment") return [...apart, field];
    return FUNDS.has(field) ? [field, ...among.splice(0, 1)] : [field];
  });
  return [...placed, ...(fields.includes("totalInvestment") ? [] : apart)];
}

const FUNDS: ReadonlySet<FieldKey> = new Set(FUND_FIELDS);

interface RowOptions {
  readonly fields: readonly FieldKey[];
  readonly asOf: string;
  /** Null: the one that the row has. */
  readonly serial: number | null;
}

function standardRow(project: Project, ledger: Ledger, { fields, asOf, serial }: RowOptions): CellValue[] {
  return fields.map((field) => {
    if (field === "serial" && (serial !== null || project.values.serial === undefined)) return serial;
    if (field === "reporter") return standardCell(project, field, asOf) ?? ledger.reporter;
    return standardCell(project, field, asOf);
  });
}

/** Asked of every row of a province: nothing is made on the way. */
function addFields({ values, unread }: Project, present: Set<string>): void {
  const known: Readonly<Record<string, unknown>> = values;
  for (const field in known) {
    const value = known[field];
    if (value === undefined) continue;
    if (field in PLAIN_FIELDS) present.add(field);
    else for (const part in value as Procedure) present.add(part === "state" ? field : `${field}.${part}`);
  }
  for (const { field } of unread) present.add(field);
}

function source(project: Project, ledger: Ledger): CellValue[] {
  return [ledger.file, ledger.sheet, project.row];
}

/** What a source is called that is no field: by the heading next to its cells, and by all above it where another one is called the same. */
function namedSources({ columns, unmappedSources }: Ledger): ReadonlyMap<string, UnmappedSource> {
  const named = new Map<string, UnmappedSource>();
  const taken = new Set(columns.flatMap(nameOfOther));
  for (const source of unmappedSources) {
    const isAlone = unmappedSources.every(
      (other) => other === source || lastOf(other.heading) !== lastOf(source.heading),
    );
    const short = lastOf(source.heading);
    const name = isAlone && !taken.has(short) ? short : source.heading.split("·").map(lastOf).join("");
    named.set(named.has(name) ? `${name}${String(named.size + 1)}` : name, source);
  }
  return named;
}

function lastOf(heading: string): string {
  const [name = ""] = heading.split("·").slice(-1);
  return headingText(name, null).bare;
}

/** A source that is called by its own name: below 「资金来源」, as the reader takes it. */
function sourceHeading(name: string): string {
  return `资金来源：${name}（万元）`;
}

/** 万元; as it is written where nobody can read it. */
function sourceCell(project: Project, { column, unitInForce }: UnmappedSource): CellValue {
  const cell = project.cells[column] ?? null;
  const read = typeof cell === "string" || typeof cell === "number" ? readAmount(cell, unitInForce) : null;
  return read ? amountCell(read.amount) : rawText(project, column) || null;
}

/** Columns of papers are no fields, but the rules about channels look at them. */
function materialHeadings(ledgers: readonly Ledger[], pack: Pack): string[] {
  const words = pack.channels.flatMap(({ materials }) =>
    materials.flatMap(({ name, headings }) => [name, ...headings]),
  );
  const found = ledgers.flatMap(({ unmapped }) =>
    unmapped.filter(({ heading }) => words.some((word) => heading.includes(word))).map(({ heading }) => heading),
  );
  return [...new Set(found)];
}

const FORMATS: Readonly<Record<ValueKind, ColumnFormat>> = {
  text: "text",
  amount: "amount",
  day: "day",
  period: "text",
  share: "share",
  number: "figure",
  code: "code",
  creditCode: "code",
  phone: "code",
  procedure: "text",
  documents: "text",
};
/** Texts that need room. */
const LONG: ReadonlySet<FieldKey> = new Set([
  "name",
  "scale",
  "necessity",
  "economy",
  "benefit",
  "policyBasis",
  "planBasis",
  "progress",
  "problems",
  "help",
  "remark",
]);
const WIDTHS: Partial<Record<FieldKey, number>> = { serial: 6, ownerCreditCode: 21, phone: 14, person: 10, nature: 9 };

export function standardColumn(field: FieldKey, pack: Pack): FormColumn {
  const kind = fieldKind(field);
  const choices = choicesOf(field, pack);
  const width = WIDTHS[field];
  return {
    heading: fieldTerm(field) + (kind === "amount" ? "（万元）" : ""),
    format: field === "serial" ? "text" : LONG.has(field) ? "wrapped" : FORMATS[kind],
    ...(width === undefined ? {} : { width }),
    ...(choices.length > 0 ? { choices } : {}),
  };
}

/** What a heading says that the ledgers say: null where they don't, or each its own. */
const HEADINGS_OF_LEDGERS: Partial<Record<FieldKey, (ledgers: readonly Ledger[]) => string | null>> = {
  completionRate: rateHeading,
  completedThisYear: doneHeading,
  fundsOther: otherSourceHeading,
};

/** 「国企捐赠」 is one of the others; that a list of sources ends with it nobody has said. */
function otherSourceHeading(ledgers: readonly Ledger[]): string | null {
  if (ledgers.every(listsAllSources)) return null;
  const names = new Set(ledgers.flatMap(({ columns }) => columns.flatMap(nameOfOther)));
  const [only] = names;
  return only !== undefined && names.size === 1 && !/其[他它]/u.test(only) ? sourceHeading(only) : null;
}

function nameOfOther({ field, heading }: Ledger["columns"][number]): readonly string[] {
  return field === "fundsOther" ? [lastOf(heading)] : [];
}

/** 「1-5月完成投资」 is no 本年完成投资 of June. */
function doneHeading(ledgers: readonly Ledger[]): string | null {
  const having = ledgers.filter((ledger) => columnOf(ledger, "completedThisYear") >= 0);
  const [month = null, ...others] = new Set(having.map(monthDone));
  if (month === null || others.length > 0) return null;
  return `${fieldTerm("completedThisYear")}（截至${String(month)}月底，万元）`;
}

/** What a rate is called of which nobody knows whether it is the year's or that of the whole. */
export const RATE_AS_WRITTEN = "完成率（按台账填报）";

/** Rates stand as the clerks wrote them: what is printed above them must say no other denominator than they did. */
function rateHeading(ledgers: readonly Ledger[]): string {
  const names = ledgers.flatMap(({ columns }) =>
    columns.flatMap(({ field, heading }) => (field === "completionRate" ? [rateName(heading)] : [])),
  );
  const [only = RATE_AS_WRITTEN] = new Set(names);
  return names.every((name) => name === only) ? only : RATE_AS_WRITTEN;
}

function rateName(heading: string): string {
  if (/总投资|累计|自开工/u.test(heading)) return "投资完成率";
  if (/年|季|月|计划|任务|目标/u.test(heading)) return "年度投资完成率";
  return /^投资完成(?:率|比例)/u.test(heading) ? "投资完成率" : RATE_AS_WRITTEN;
}

/** The lists of the pack that a field is chosen from. */
const CHOSEN_FROM: Partial<Record<FieldKey, "natures" | "routes" | "areas" | "stages" | "channels" | "roster">> = {
  nature: "natures",
  route: "routes",
  area: "areas",
  stage: "stages",
  channel: "channels",
  department: "roster",
};

function choicesOf(field: FieldKey, pack: Pack): string[] {
  const list = CHOSEN_FROM[field];
  if (list) return pack[list].map(({ name }) => name);
  return procedureOf(field)?.part === null ? Object.values(STATE_WORDS) : [];
}

/** The one who reports all of them; null where there are several or none. */
export function reporterOf(ledgers: readonly Ledger[]): string | null {
  const names = new Set(ledgers.filter(({ role }) => role === "projects").map(({ reporter }) => reporter));
  const [name = null] = names;
  return names.size === 1 ? name : null;
}
