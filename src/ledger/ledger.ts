/** A sheet read as a ledger: its projects, and for each value the cell that it came from. */
import type { Amount, Interval, MoneyUnit, Period, ProcedureState } from "../measure/types";
import type { CellValue } from "../sheet/cell";
import {
  fieldKind,
  type FieldKey,
  type PLAIN_FIELDS,
  type PlainField,
  type ProcedureKey,
  type ValueKind,
} from "./fields";

export type Role = "projects" | "policies" | "contacts" | "targets" | "other";

export interface Procedure {
  readonly state?: ProcedureState;
  readonly no?: readonly string[];
  readonly on?: Interval;
  readonly accepted?: Interval;
  readonly due?: Interval;
  /** Days for which the clock stood still, in the unit of the step's limit. */
  readonly paused?: number;
}

interface KindValues {
  text: string;
  code: string;
  creditCode: string;
  phone: string;
  amount: Amount;
  day: Interval;
  period: Period;
  share: number;
  number: number;
}

type PlainValues = {
  readonly [F in PlainField]?: (typeof PLAIN_FIELDS)[F][1] extends keyof KindValues
    ? KindValues[(typeof PLAIN_FIELDS)[F][1]]
    : never;
};
type ProcedureValues = { readonly [F in `proc.${ProcedureKey}`]?: Procedure };

/** What was understood; what was not is undefined here and stands in `Project.unread`. Blank (also —, /, 无, 待定, 暂无) is undefined here too. */
export type Values = PlainValues & ProcedureValues;

export type UnreadReason = "amount" | "day" | "period" | "share" | "number" | "error" | "code" | "state";

/** A cell that held something and was not understood. */
export interface Unread {
  readonly field: FieldKey;
  readonly column: number;
  readonly reason: UnreadReason;
  /** As shown. */
  readonly text: string;
}

export interface Project {
  /** 1-based row of the sheet. */
  readonly row: number;
  /** The project code where it is well-formed, else name and department. */
  readonly key: string;
  readonly hidden: boolean;
  readonly values: Values;
  readonly unread: readonly Unread[];
  /** The sheet's own cells of this row, by column; merged department cells are not filled down here. */
  readonly cells: readonly CellValue[];
  readonly marks: ArrayLike<number> | null;
  /** The section heading above the row (「一、交通基础设施」), if any. */
  readonly section: string | null;
  /** Fields whose day took its year from the ledger because the cell gave none. */
  readonly assumedYear: readonly FieldKey[];
  /** Where a project fills several rows: the cell of each field. Absent where one row holds all of it. */
  readonly places?: ReadonlyMap<FieldKey, CellPlace>;
  /** Where several ledgers of one file hold the project, its reserve and what is applied for, its list and its steps: what they say of it together. Absent for all others. */
  readonly together?: Together;
}

/** One project as several ledgers of a file state it. */
export interface Together {
  readonly values: Values;
  /** What any of them has a column for. */
  readonly fields: readonly FieldKey[];
  /** Whether this row is the one that applies for it: that of the application, or the only one that could. */
  readonly standsForApplication: boolean;
}

export interface CellPlace {
  /** 1-based row of the sheet. */
  readonly row: number;
  /** 0-based. */
  readonly column: number;
  readonly cell: CellValue;
}

export type StartOfWorks = "startPlanned" | "startActual";

export interface Column {
  /** 0-based. */
  readonly column: number;
  /** As written, lines joined; parents and child joined by 「·」 where the heading has several rows. */
  readonly heading: string;
  readonly field: FieldKey;
  /** 「开工时间」 of projects begun and yet to begin: of some rows it is this field (tense.ts). */
  readonly also?: StartOfWorks;
  /** What the heading itself states. */
  readonly unit: MoneyUnit | null;
  /** The unit in force for a bare number: heading, else column group, else sheet. */
  readonly unitInForce: MoneyUnit | null;
}

/** A column that could be several fields, or several columns that could be one: the user is asked. */
export interface Question {
  readonly column: number;
  readonly heading: string;
  readonly candidates: readonly FieldKey[];
  readonly samples: readonly string[];
}

export type SkipReason = "title" | "blank" | "section" | "total" | "note" | "repeated-header" | "example";

export interface Skipped {
  readonly row: number;
  readonly why: SkipReason;
}

/** A total, subtotal or section row that prints figures of the rows it stands for. */
export interface TotalRow {
  readonly row: number;
  /** "grand" stands for every project of the sheet; "part" for the projects of its section or since the last subtotal. */
  readonly scope: "grand" | "part";
  /** Rows of the projects that it stands for. */
  readonly of: readonly number[];
  /** 「合计：12 个」「(5个)」; null where no count is printed. */
  readonly count: number | null;
  /** The cell that prints the count. */
  readonly countColumn: number | null;
  /** Printed amounts by field, in 万元 (read in the column's unit). */
  readonly amounts: Readonly<Partial<Record<FieldKey, Amount>>>;
  readonly cells: readonly CellValue[];
}

export interface Ledger {
  /** The file's path as given, or the workbook's name. */
  readonly file: string;
  readonly sheet: string;
  readonly role: Role;
  /** For "other": the reason in words. */
  readonly why: string | null;
  /** CSV: text-typed numbers are no fault there. */
  readonly untyped: boolean;
  readonly date1904: boolean;
  /** 1-based rows of the heading block. */
  readonly header: { readonly top: number; readonly bottom: number } | null;
  readonly title: string | null;
  /** What the rows above the heading state as 填报单位; else, where no column names departments, the unit that its title names. */
  readonly reporter: string | null;
  readonly unit: MoneyUnit | null;
  /** The unit that bare amounts were read in where none was stated anywhere; null otherwise. */
  readonly assumedUnit: MoneyUnit | null;
  /** The year that the ledger is about (title, headings, file name); null where nothing says. */
  readonly year: number | null;
  /** The month of that year up to which a line above the heading says that the figures go: 「截至5月底」. */
  readonly toldMonth?: number;
  /** The last day that its 填报时间 or the like means, YYYY-MM-DD. */
  readonly reportedOn?: string;
  readonly columns: readonly Column[];
  readonly unmapped: readonly { readonly column: number; readonly heading: string }[];
  /** Columns that complete the value of a field whose own column is another: a month beside its year. */
  readonly completing?: readonly { readonly column: number; readonly heading: string; readonly field: FieldKey }[];
  readonly questions: readonly Question[];
  readonly projects: readonly Project[];
  /** Rows that the sheet of a later month of the same file states again (restated.ts). */
  readonly restated?: readonly number[];
  /** Those of them whose every column the later sheet has too. */
  readonly history?: readonly number[];
  /** Rows of applications, and of sheets that follow projects under one aspect, whose projects another ledger of the file holds (reserve/further.ts): they say more of them, and are no further projects. */
  readonly further?: readonly number[];
  /** 零报告: it has no project, and says so. */
  readonly reportsNone?: true;
  readonly skipped: readonly Skipped[];
  readonly totals: readonly TotalRow[];
  /** By column of amounts, the most decimals that a number of its projects has: all of them are shown alike, 1.2 beside 2.35 as 1.20. */
  readonly decimals: Readonly<Record<number, number>>;
  /** Where the user settled a column by hand. */
  readonly chosen: readonly number[];
  /** Those of the unmapped columns that hold money of a source of funds: 「帮扶协作资金」 between 中央 and 自筹. */
  readonly unmappedSources: readonly UnmappedSource[];
  /** Fields that are none of sources and hold one here: 配套资金 between 中央 and 自筹. */
  readonly sourcesElsewhere: readonly FieldKey[];
  /** A source of funds stands in a column of another field or of none: those of sources need not add up to the total. */
  readonly fundsIncomplete: boolean;
  /** Fields without a column here whose values another ledger of the run gave. */
  readonly lent?: readonly FieldKey[];
  /** What a sheet of policies, contacts, targets or departments holds; null for any other. */
  readonly table: LedgerTable | null;
  /** The next table of the same sheet, below this one or beside it, with a heading of its own. */
  readonly below?: Ledger;
}

/** Money of a source of funds that the vocabulary does not know. */
export interface UnmappedSource {
  /** 0-based. */
  readonly column: number;
  readonly heading: string;
  /** The unit that bare amounts in it are in; null where nothing says. */
  readonly unitInForce: MoneyUnit | null;
}

/** A sheet's ledgers, from the topmost table down; nearly always one. */
export function tablesOf(topmost: Ledger): readonly Ledger[] {
  const tables: Ledger[] = [];
  for (let table: Ledger | undefined = topmost; table; table = table.below) tables.push(table);
  return tables;
}

/** What a sheet of no projects holds; a roster of departments has no role of its own in the report. */
export type TableKind = Exclude<Role, "projects" | "other"> | "roster";

/** Rows of a sheet that is no project ledger, by the keys of its kind (roles.ts). */
export interface LedgerTable {
  readonly kind: TableKind;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export interface TableColumn {
  /** 0-based. */
  readonly column: number;
  readonly heading: string;
  readonly key: string;
}

export interface TableRow {
  /** 1-based row of the sheet. */
  readonly row: number;
  /** By key: text as written, a day as its interval; blank cells are absent. */
  readonly values: Readonly<Record<string, string | number | Interval>>;
}

/** Headings of the amounts that no unit stands over; null where none of the ledger's has one. */
export function amountsWithoutUnit({ columns }: Ledger): readonly string[] | null {
  const amounts = columns.filter(({ field }) => fieldKind(field) === "amount");
  const bare = amounts.filter(({ unitInForce }) => unitInForce === null);
  return bare.length === amounts.length ? null : bare.map(({ heading }) => heading);
}

/** 0-based column of a field in this ledger; -1 where it has none. */
export function columnOf(ledger: Ledger, field: FieldKey): number {
  for (const column of ledger.columns) if (column.field === field) return column.column;
  return -1;
}

export type { ValueKind };
