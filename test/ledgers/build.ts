/** Lays a planned ledger out as a sheet and writes down its truth in the same breath. */
import type { FieldKey } from "../../src/ledger/fields";
import type { Procedure, Role } from "../../src/ledger/ledger";
import type { Amount, MoneyUnit } from "../../src/measure/types";
import { procedureOf } from "../../src/ledger/fields";
import { cellName, columnName } from "../../src/sheet/address";
import { dayCell, inUnit, meaningOf, wholeDay, type Spec } from "./specify";
import type { PlannedFinding, TrueRow, TrueSheet, TrueSkip, TrueValue } from "./truth";
import { styled, type Cell, type MadeSheet, type Plain, type Style } from "./workbook";

export interface ColumnPlan {
  /** From the top row of the heading to the bottom one; the last reaches down to the bottom. */
  readonly heading: readonly string[];
  readonly field: FieldKey | null;
  /** Mapped or not, both are right; "judged" where the rows hold the value all the same, as of one of two twins. */
  readonly either?: true | "judged";
  /** Another field that the column may as well be. */
  readonly orElse?: FieldKey;
  /** What the heading itself or one above it states. */
  readonly unit?: MoneyUnit;
  /** Cells of a column without a field, by number of the project. */
  readonly fill?: (index: number) => Cell;
  readonly width?: number;
  readonly hidden?: true;
}

export interface Plant {
  readonly code: string;
  /** Fields, or headings of unmapped columns, whose cells the finding must name. */
  readonly at: readonly string[];
  /** Cells of other rows that the finding must name too: [projects back, field]. */
  readonly alsoAt?: readonly (readonly [number, string])[];
}

/** Cells by field, or by the lowest heading for columns without one. */
export type Overrides = Readonly<Record<string, Spec | Plain>>;

export type BodyRow =
  | { readonly kind: "project"; readonly cells: Overrides; readonly plants: readonly Plant[]; readonly hidden: boolean }
  | { readonly kind: "sum"; readonly label: string; readonly sum: SumPlan }
  | {
      readonly kind: "aside";
      readonly why: TrueSkip["why"];
      readonly cells: readonly Cell[];
      readonly merged: boolean;
      readonly plants: readonly Plant[];
    }
  | { readonly kind: "heading again" }
  | { readonly kind: "example"; readonly cells: Overrides }
  | { readonly kind: "numbered blank"; readonly serial: Plain };

export interface SumPlan {
  readonly why: "total" | "section";
  readonly of: "all" | "since";
  readonly fields: readonly FieldKey[];
  /** The first column where nothing is said. */
  readonly labelAt?: FieldKey;
  /** Added to the printed figure, in 万元: a planted fault. */
  readonly off?: Readonly<Partial<Record<FieldKey, number>>>;
  readonly plants?: readonly Plant[];
}

export interface SheetPlan {
  readonly name: string;
  /** Rows above the heading; null is a blank one. */
  readonly above?: readonly (readonly Cell[] | null)[];
  readonly aboveMerged?: readonly string[];
  /** What the rows above state. */
  readonly unit?: MoneyUnit;
  /** In force where nothing is stated in the heading. */
  readonly unitInForce?: MoneyUnit;
  readonly columns: readonly ColumnPlan[];
  /** How a parent heading stands over its children. */
  readonly parents?: "merged" | "first only";
  /** Heading rows, where more than the deepest column needs. */
  readonly depth?: number;
  /** Empty columns left of the ledger. */
  readonly indent?: number;
  readonly body: readonly BodyRow[];
  /** Consecutive equal values are written once, over merged cells. */
  readonly mergedDown?: readonly FieldKey[];
  /** What a column holds where a row says nothing. */
  readonly defaults: (field: FieldKey, index: number) => Spec | Plain;
  readonly date1904?: boolean;
  readonly borderedTo?: number;
  readonly trailingBlank?: number;
  readonly role?: Role;
  readonly tolerated?: readonly string[];
  /** Findings on the heading's bottom row. */
  readonly headingPlants?: readonly string[];
  readonly hidden?: true;
}

export interface BuiltSheet {
  readonly made: MadeSheet;
  readonly truth: TrueSheet;
}

const HEADING: Style = { bold: true, centre: true, wrap: true, border: true, fill: "D9E1F2" };

export function project(cells: Overrides = {}, ...plants: readonly Plant[]): BodyRow {
  return { kind: "project", cells, plants, hidden: false };
}

export function hiddenProject(cells: Overrides = {}): BodyRow {
  return { kind: "project", cells, plants: [], hidden: true };
}

export function projects(count: number): BodyRow[] {
  return Array.from({ length: count }, () => project());
}

export function plant(code: string, ...at: readonly string[]): Plant {
  return { code, at };
}

export function sum(label: string, plan: SumPlan): BodyRow {
  return { kind: "sum", label, sum: plan };
}

export function section(label: string, ...plants: readonly Plant[]): BodyRow {
  return { kind: "aside", why: "section", cells: [label], merged: false, plants };
}

/** Any row that is no project, written out. */
export function aside(why: TrueSkip["why"], ...cells: readonly Cell[]): BodyRow {
  return { kind: "aside", why, cells, merged: false, plants: [] };
}

export function note(text: string): BodyRow {
  return { kind: "aside", why: "note", cells: [text], merged: true, plants: [] };
}

export function blank(count = 1): BodyRow[] {
  return Array.from(
    { length: count },
    () => ({ kind: "aside", why: "blank", cells: [], merged: false, plants: [] }) as const,
  );
}

export function column(
  heading: string | readonly string[],
  field: FieldKey | null,
  extra: Omit<ColumnPlan, "heading" | "field"> = {},
): ColumnPlan {
  return { heading: typeof heading === "string" ? [heading] : heading, field, ...extra };
}

/** An unmapped column. */
export function other(heading: string | readonly string[], fill: (index: number) => Cell = () => null): ColumnPlan {
  return column(heading, null, { fill });
}

export function buildSheet(plan: SheetPlan): BuiltSheet {
  return new Layout(plan).built();
}

/** One sheet while it is laid out; rows are only ever added. */
class Layout {
  private readonly rows: Cell[][] = [];
  private readonly merges: string[];
  private readonly hiddenRows: number[] = [];
  private readonly trueRows: TrueRow[] = [];
  private readonly skipped: TrueSkip[] = [];
  private readonly planned: PlannedFinding[] = [];
  private readonly indent: number;
  private readonly depth: number;
  private since = 0;
  private index = 0;
  private lastProject: Readonly<Record<string, TrueValue | undefined>> | null = null;

  constructor(private readonly plan: SheetPlan) {
    this.indent = plan.indent ?? 0;
    this.depth = Math.max(plan.depth ?? 1, ...plan.columns.map((column) => column.heading.length));
    this.merges = [...(plan.aboveMerged ?? [])];
  }

  built(): BuiltSheet {
    for (const row of this.plan.above ?? []) this.rows.push(row === null ? [] : [...row]);
    const top = this.rows.length + 1;
    this.heading();
    const bottom = this.rows.length;
    for (const code of this.plan.headingPlants ?? []) this.planned.push({ code, row: bottom, cells: [] });
    const upcoming = this.upcomingSums();
    this.plan.body.forEach((row, index) => this.add(row, upcoming.get(index) ?? []));
    return { made: this.made(), truth: this.truth(top, bottom) };
  }

  private made(): MadeSheet {
    const { plan } = this;
    const widths: Record<number, number> = {};
    plan.columns.forEach((column, index) => {
      if (column.width) widths[index + this.indent] = column.width;
    });
    return {
      name: plan.name,
      rows: [...this.rows, ...Array.from({ length: plan.trailingBlank ?? 0 }, () => [])],
      merges: this.merges,
      hiddenRows: this.hiddenRows,
      hiddenColumns: plan.columns.flatMap((column, index) => (column.hidden ? [index + this.indent] : [])),
      widths,
      ...(plan.borderedTo === undefined ? {} : { borderedTo: plan.borderedTo }),
      ...(plan.hidden ? { hidden: true as const } : {}),
    };
  }

  private truth(top: number, bottom: number): TrueSheet {
    const { plan } = this;
    const lettered = plan.columns.map((column, index) => ({ plan: column, letters: columnName(index + this.indent) }));
    return {
      sheet: plan.name,
      role: plan.role ?? "projects",
      header: { top, bottom },
      unit: plan.unit ?? null,
      columns: lettered.flatMap(({ plan: { field, either, unit, heading }, letters }) =>
        field && !either ? [{ column: letters, field, unit: unit ?? null, heading: heading.join("·") }] : [],
      ),
      unmapped: lettered.flatMap(({ plan: { field, heading }, letters }) =>
        field === null && heading.join("") !== "" ? [letters] : [],
      ),
      either: lettered.flatMap(({ plan: { field, either, orElse }, letters }) =>
        field && either ? [field, ...(orElse ? [orElse] : [])].map((known) => ({ column: letters, field: known })) : [],
      ),
      rows: this.trueRows,
      skipped: this.skipped,
      planned: this.planned,
      tolerated: plan.tolerated ?? [],
    };
  }

  private heading(): void {
    const top = this.rows.length + 1;
    const { columns } = this.plan;
    for (let level = 0; level < this.depth; level++) {
      const cells: Cell[] = Array.from({ length: this.indent }, () => null);
      columns.forEach((column, index) => {
        const text = column.heading[level];
        const continues = level < column.heading.length - 1 && this.samePrefix(index, index - 1, level);
        cells.push(text === undefined || text === "" || continues ? null : { value: text, style: HEADING });
      });
      this.rows.push(cells);
    }
    if (this.plan.parents !== "first only") columns.forEach((_, index) => this.mergeHeading(index, top));
  }

  /** Merges what begins at this column: its own cell downwards, and each parent over its children. */
  private mergeHeading(index: number, top: number): void {
    const { columns } = this.plan;
    const heading = columns[index]?.heading ?? [];
    const left = index + this.indent;
    for (let level = 0; level < heading.length; level++) {
      if (level === heading.length - 1) {
        if (this.depth > heading.length)
          this.merges.push(`${cellName(top + level, left)}:${cellName(top + this.depth - 1, left)}`);
        continue;
      }
      if (this.samePrefix(index, index - 1, level)) continue;
      let last = index;
      while (this.samePrefix(index, last + 1, level)) last++;
      if (last > index) this.merges.push(`${cellName(top + level, left)}:${cellName(top + level, last + this.indent)}`);
    }
  }

  private samePrefix(one: number, two: number, level: number): boolean {
    const a = this.plan.columns[one]?.heading;
    const b = this.plan.columns[two]?.heading;
    if (!a || !b || level >= a.length - 1 || level >= b.length - 1) return false;
    return a.slice(0, level + 1).every((text, index) => text === b[index]);
  }

  /** A sum that stands above its rows is printed before they are laid out: the specs say what they will hold. */
  private upcomingSums(): Map<number, Record<string, number>[]> {
    const amounts: (Record<string, number> | null)[] = [];
    let index = 0;
    for (const row of this.plan.body) amounts.push(row.kind === "project" ? this.amountsOf(row.cells, index++) : null);
    const result = new Map<number, Record<string, number>[]>();
    this.plan.body.forEach((row, at) => {
      if (row.kind !== "sum") return;
      result.set(at, this.summands(at, row.sum, amounts));
    });
    return result;
  }

  private summands(
    at: number,
    plan: SumPlan,
    amounts: readonly (Record<string, number> | null)[],
  ): Record<string, number>[] {
    const present = (part: readonly (Record<string, number> | null)[]): Record<string, number>[] =>
      part.filter((entry): entry is Record<string, number> => entry !== null);
    if (plan.of === "all") return present(amounts);
    if (plan.why === "section") {
      const rest = this.plan.body.slice(at + 1);
      const end = rest.findIndex((row) => row.kind === "sum" || (row.kind === "aside" && row.why === "section"));
      return present(amounts.slice(at + 1, end < 0 ? undefined : at + 1 + end));
    }
    const before = this.plan.body.slice(0, at);
    const backwards = [...before].reverse();
    const start = backwards.findIndex((row) => row.kind === "sum" || (row.kind === "aside" && row.why === "section"));
    return present(amounts.slice(start < 0 ? 0 : at - start, at));
  }

  private amountsOf(cells: Overrides, index: number): Record<string, number> {
    const result: Record<string, number> = {};
    for (const column of this.plan.columns) {
      if (!column.field) continue;
      const resolved = this.resolve(column, cells, index);
      if (isAmount(resolved.is)) result[column.field] = resolved.is.wan;
    }
    return result;
  }

  private add(row: BodyRow, summands: readonly Record<string, number>[]): void {
    switch (row.kind) {
      case "project":
        this.addProject(row.cells, row.plants, row.hidden);
        return;
      case "sum":
        this.addSum(row.label, row.sum, summands);
        return;
      case "aside":
        this.addAside(row.why, row.cells, row.merged, row.plants);
        return;
      case "heading again":
        for (let level = 1; level <= this.depth; level++)
          this.skipped.push({ row: this.rows.length + level, why: "repeated-header" });
        this.heading();
        this.since = 0;
        return;
      case "example":
        this.skipped.push({ row: this.rows.length + 1, why: "example" });
        this.rows.push(this.laidOut(row.cells, 0).map(({ put }) => put));
        return;
      case "numbered blank":
        this.addNumberedBlank(row.serial);
    }
  }

  private addProject(cells: Overrides, plants: readonly Plant[], hidden: boolean): void {
    const row = this.rows.length + 1;
    const laidOut = this.laidOut(cells, this.index++);
    const values: Partial<Record<FieldKey, TrueValue>> = {};
    const open: FieldKey[] = [];
    this.plan.columns.forEach(({ field, either }, index) => {
      const resolved = laidOut[index + this.indent];
      if (!field || either === true || !resolved) return;
      if (resolved.open) open.push(field);
      else if (resolved.is !== undefined) putValue(values, field, resolved.is);
    });
    const puts = laidOut.map(({ put }) => put);
    if (/^\s*[★■]/.test(String(styled(puts[this.columnAt("name")] ?? null).value))) values.keyProject = "★";
    this.mergeDown(row, values, puts);
    this.rows.push(puts);
    if (hidden) this.hiddenRows.push(row);
    this.trueRows.push({ row, hidden, values, open });
    this.plantAll(row, plants);
    this.lastProject = values;
    this.since++;
  }

  private mergeDown(row: number, values: Readonly<Partial<Record<FieldKey, TrueValue>>>, puts: Cell[]): void {
    for (const field of this.plan.mergedDown ?? []) {
      const at = this.columnAt(field);
      const same = this.since > 0 && values[field] !== undefined && this.lastProject?.[field] === values[field];
      if (!same || at < 0) continue;
      puts[at] = null;
      this.extendMerge(row, at);
    }
  }

  private extendMerge(row: number, at: number): void {
    const letters = columnName(at);
    const last = this.merges.findIndex((merge) => merge.endsWith(`:${letters}${row - 1}`) && merge.startsWith(letters));
    if (last < 0) this.merges.push(`${letters}${row - 1}:${letters}${row}`);
    else this.merges[last] = `${(this.merges[last] ?? "").split(":")[0] ?? ""}:${letters}${row}`;
  }

  private addSum(label: string, plan: SumPlan, summands: readonly Record<string, number>[]): void {
    const row = this.rows.length + 1;
    const cells: Cell[] = Array.from({ length: this.indent + this.plan.columns.length }, () => null);
    cells[plan.labelAt ? this.columnAt(plan.labelAt) : this.indent] = label;
    this.plan.columns.forEach((column, index) => {
      if (!column.field || !plan.fields.includes(column.field)) return;
      const field = column.field;
      const total = summands.reduce((sum, amounts) => sum + (amounts[field] ?? 0), 0) + (plan.off?.[field] ?? 0);
      cells[index + this.indent] = inUnit(Number(total.toFixed(6)), this.unitOf(column));
      if (plan.off?.[field] !== undefined)
        this.planned.push({ code: "K701", row, cells: [cellName(row, index + this.indent)] });
    });
    this.rows.push(cells);
    this.skipped.push({ row, why: plan.why });
    this.plantAll(row, plan.plants ?? []);
    this.since = 0;
  }

  private addAside(why: TrueSkip["why"], cells: readonly Cell[], merged: boolean, plants: readonly Plant[]): void {
    const row = this.rows.length + 1;
    const indented: Cell[] = [...Array.from({ length: this.indent }, () => null), ...cells];
    this.rows.push(cells.length === 0 ? [] : indented);
    if (merged)
      this.merges.push(`${cellName(row, this.indent)}:${cellName(row, this.indent + this.plan.columns.length - 1)}`);
    this.skipped.push({ row, why });
    this.plantAll(row, plants);
    this.since = 0;
  }

  private addNumberedBlank(serial: Plain): void {
    const row = this.rows.length + 1;
    const cells: Cell[] = Array.from({ length: this.indent + this.plan.columns.length }, () => null);
    cells[this.columnAt("serial")] = serial;
    this.rows.push(cells);
    this.skipped.push({ row, why: "blank" });
    this.since = 0;
  }

  private plantAll(row: number, plants: readonly Plant[]): void {
    for (const { code, at, alsoAt } of plants) {
      const cells = at.map((name) => cellName(row, this.columnAt(name)));
      for (const [back, name] of alsoAt ?? []) {
        const earlier = this.trueRows[this.trueRows.length - 1 - back];
        if (earlier) cells.push(cellName(earlier.row, this.columnAt(name)));
      }
      this.planned.push({ code, row, cells });
    }
  }

  /** By field or by lowest heading. */
  private columnAt(name: string): number {
    const index = this.plan.columns.findIndex(({ field, heading }) => field === name || heading.at(-1) === name);
    if (index < 0) throw new Error(`${this.plan.name} has no column ${name}`);
    return index + this.indent;
  }

  private laidOut(cells: Overrides, index: number): Resolved[] {
    for (const name of Object.keys(cells)) this.columnAt(name);
    const indent: Resolved[] = Array.from({ length: this.indent }, () => ({ put: null, is: undefined, open: false }));
    return [...indent, ...this.plan.columns.map((column) => this.resolve(column, cells, index))];
  }

  private resolve(column: ColumnPlan, cells: Overrides, index: number): Resolved {
    const leaf = column.heading.at(-1) ?? "";
    const said = (column.field ? cells[column.field] : undefined) ?? cells[leaf];
    if (!column.field || (column.either === true && column.fill)) {
      const put = said === undefined ? (column.fill?.(index) ?? null) : putOf(said);
      return { put, is: undefined, open: false };
    }
    const explicit = column.field in cells || leaf in cells;
    const spec = explicit ? (said ?? null) : this.plan.defaults(column.field, index);
    return this.resolved(column.field, spec, this.unitOf(column));
  }

  private resolved(field: FieldKey, spec: Spec | Plain, unit: MoneyUnit): Resolved {
    if (typeof spec !== "object" || spec === null) return { put: spec, is: meaningOf(field, spec, unit), open: false };
    switch (spec.kind) {
      case "written":
        return { put: spec.put, is: spec.is, open: false };
      case "open":
        return { put: spec.put, is: undefined, open: true };
      case "day":
        return {
          put: dayCell(spec.day, spec.format, this.plan.date1904 ?? false),
          is: wholeDay(spec.day),
          open: false,
        };
      case "wan": {
        const figure = inUnit(spec.wan, unit);
        return { put: spec.looks ? spec.looks(figure) : figure, is: { wan: spec.wan, approx: false }, open: false };
      }
    }
  }

  private unitOf(column: ColumnPlan): MoneyUnit {
    return column.unit ?? this.plan.unitInForce ?? this.plan.unit ?? "万元";
  }
}

interface Resolved {
  readonly put: Cell;
  readonly is: TrueValue | undefined;
  readonly open: boolean;
}

function putOf(spec: Spec | Plain): Cell {
  if (typeof spec !== "object" || spec === null) return spec;
  return spec.kind === "written" || spec.kind === "open" ? styled(spec.put) : null;
}

function isAmount(value: TrueValue | undefined): value is Amount {
  return typeof value === "object" && "wan" in value;
}

/** A part of a procedure (文号, 办结日期) is kept in the procedure that it belongs to. */
function putValue(values: Partial<Record<FieldKey, TrueValue>>, field: FieldKey, value: TrueValue): void {
  const procedure = procedureOf(field);
  if (!procedure) {
    values[field] = value;
    return;
  }
  const whole: FieldKey = `proc.${procedure.key}`;
  const known = (values[whole] ?? {}) as Procedure;
  const isWhole = procedure.part === null || (procedure.part === "no" && typeof value === "object");
  if (isWhole) values[whole] = { ...known, ...(value as Procedure) };
  else if (procedure.part)
    values[whole] = { ...known, [procedure.part]: procedure.part === "no" ? [String(value)] : value };
}
