/** The analysts' table: one row a project, one column for each thing that is known of it, typed; docs/data-schema.md is made of this. */
import { ALL_FIELDS, fieldKind, fieldTerm, procedureOf, type FieldKey, type ValueKind } from "../../../ledger/fields";
import type { Ledger, Procedure, Project } from "../../../ledger/ledger";
import { countedOnce } from "../../../ledger/parts";
import type { Amount, Interval, Period } from "../../../measure/types";
import { oneNameEach, type OneDepartment } from "../../../reserve/oneDepartment";
import { reservePlacer, type ReservePlace } from "../../../reserve/place";
import { stateAsOf } from "../../../rules/steps";
import type { Run } from "../../run";
import type { Summary, Tally } from "./summary";

export interface DataColumn {
  readonly name: string;
  /** As DuckDB calls it. */
  readonly type: "VARCHAR" | "VARCHAR[]" | "INTEGER" | "BOOLEAN" | "DOUBLE" | "DATE" | "DECIMAL(20,6)";
  readonly meaning: string;
}

type Row = Record<string, unknown>;

const SOURCE: readonly DataColumn[] = [
  { name: "file", type: "VARCHAR", meaning: "文件，按汇总文件夹内的路径" },
  { name: "sheet", type: "VARCHAR", meaning: "工作表" },
  { name: "row", type: "INTEGER", meaning: "表上的行号，从 1 起" },
  { name: "key", type: "VARCHAR", meaning: "项目代码；没有合格代码的为名称加部门" },
  { name: "filed_by", type: "VARCHAR", meaning: "表头上方写明的填报单位" },
  { name: "unread", type: "VARCHAR[]", meaning: "没有读懂的单元格：字段＝原文" },
];

const JUDGED: readonly (DataColumn & { readonly of: keyof ReservePlace })[] = [
  { name: "is_department", of: "department", type: "VARCHAR", meaning: "归入的部门（按部门名录归并简称）" },
  { name: "is_stage", of: "stage", type: "VARCHAR", meaning: "归入的项目阶段" },
  { name: "is_area", of: "area", type: "VARCHAR", meaning: "归入的投向领域" },
  { name: "is_channel", of: "channel", type: "VARCHAR", meaning: "归入的资金渠道" },
  { name: "has_left", of: "left", type: "BOOLEAN", meaning: "已调出储备库；合计不算它" },
  { name: "is_fitting", of: "fits", type: "BOOLEAN", meaning: "符合资金支持方向" },
  { name: "is_added", of: "added", type: "BOOLEAN", meaning: "计入储备目标的新增项目" },
];

const COUNTED: DataColumn = {
  name: "counted_elsewhere",
  type: "BOOLEAN",
  meaning: "打捆项目和子项同列一表的、分月列表由后一月重列的、储备表里有又在申报表里列的，已由其余的行计数；合计不算它",
};

interface FieldPart extends DataColumn {
  readonly field: FieldKey;
  readonly valueOf: (value: unknown) => unknown;
}

const WHOLE = (value: unknown): unknown => value;

/** For each kind of value the columns that it fills: end of the name, type, what it tells, and how it is taken out. */
const PARTS: Readonly<
  Record<ValueKind, readonly (readonly [string, DataColumn["type"], string, (value: unknown) => unknown])[]>
> = {
  text: [["", "VARCHAR", "", WHOLE]],
  code: [["", "VARCHAR", "", WHOLE]],
  creditCode: [["", "VARCHAR", "", WHOLE]],
  phone: [["", "VARCHAR", "", WHOLE]],
  share: [["", "DOUBLE", "，0.6 即 60%", WHOLE]],
  number: [["", "DOUBLE", "", WHOLE]],
  amount: [
    ["", "DECIMAL(20,6)", "，万元", (value) => (value as Amount).wan],
    ["_approx", "BOOLEAN", "：是约数", (value) => (value as Amount).approx],
  ],
  day: [
    ["_from", "DATE", "：最早一天", (value) => (value as Interval).from],
    ["_to", "DATE", "：最晚一天", (value) => (value as Interval).to],
    ["_precision", "VARCHAR", "：写到日 day、月 month、季 quarter、半年 half 还是年 year", precisionOf],
    ["_by", "BOOLEAN", "：写的是“…前”", (value) => (value as Interval).by],
  ],
  period: [
    ["_from", "DATE", "：起", (value) => (value as Period).from],
    ["_to", "DATE", "：止", (value) => (value as Period).to],
    ["_precision", "VARCHAR", "：写到哪一级", precisionOf],
  ],
  procedure: [["", "VARCHAR", "：done 已办结、doing 办理中、todo 未办理、exempt 无需办理", WHOLE]],
  documents: [["", "VARCHAR[]", "", WHOLE]],
};

function precisionOf(value: unknown): unknown {
  return (value as Interval | Period).precision;
}

const FIELD_PARTS: readonly FieldPart[] = ALL_FIELDS.flatMap((field) =>
  PARTS[fieldKind(field)].map(([end, type, tells, valueOf]) => ({
    field,
    name: nameOf(field) + end,
    type,
    meaning: fieldTerm(field) + (field === "completionRate" ? "，照台账填报，分母是年度计划或总投资" : "") + tells,
    valueOf,
  })),
);

/** totalInvestment → total_investment, proc.eia.on → proc_eia_on. */
function nameOf(field: FieldKey): string {
  return field.replace(/\./g, "_").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export const PROJECT_COLUMNS: readonly DataColumn[] = [...SOURCE, ...JUDGED, COUNTED, ...FIELD_PARTS].map(
  ({ name, type, meaning }) => ({ name, type, meaning }),
);

/** What is not known of a project has no key. */
export function* dataRows(run: Run): Generator<Row> {
  const { pack, asOf } = run.options;
  const placeOf = reservePlacer({ pack, asOf, verdict: run.result.verdict });
  for (const ledger of run.ledgers) {
    if (ledger.role !== "projects") continue;
    // As it is counted: with what an application on another sheet says of it.
    const counted = new Map(countedOnce(ledger).map((project) => [project.row, project]));
    for (const project of ledger.projects) {
      const place = placeOf(counted.get(project.row) ?? project, ledger);
      yield { ...dataRow(project, ledger, { place, asOf }), [COUNTED.name]: !counted.has(project.row) };
    }
  }
}

/** Their departments by the names that the collection's sums have. */
export function* dataLinesNamed(lines: Iterable<string>, writtenTwice: readonly OneDepartment[]): Generator<string> {
  if (writtenTwice.length === 0) return yield* lines;
  const nameOf = oneNameEach(writtenTwice);
  for (const line of lines) {
    const row = JSON.parse(line) as Row;
    const department = row.is_department;
    const name = typeof department === "string" ? nameOf(department) : department;
    yield name === department ? line : JSON.stringify({ ...row, is_department: name });
  }
}

function dataRow(
  project: Project,
  { file, sheet, reporter }: Ledger,
  { place, asOf }: { readonly place: ReservePlace; readonly asOf: string },
): Row {
  const { row, key, unread } = project;
  const data: Row = { file, sheet, row, key };
  if (reporter !== null) data.filed_by = reporter;
  if (unread.length > 0) data.unread = unread.map(({ field, text }) => `${fieldTerm(field)}＝${text}`);
  for (const { name, of } of JUDGED) data[name] = place[of];
  for (const { field, name, valueOf } of FIELD_PARTS) {
    const value = valueIn(project, field, asOf);
    if (value !== undefined) data[name] = valueOf(value);
  }
  return data;
}

function valueIn({ values }: Project, field: FieldKey, asOf: string): unknown {
  const procedure = procedureOf(field);
  if (!procedure) return (values as Readonly<Record<string, unknown>>)[field];
  const known: Procedure | undefined = values[`proc.${procedure.key}`];
  if (procedure.part !== null) return known?.[procedure.part];
  return known?.state && stateAsOf(known, asOf);
}

/** Tables beside that of the projects: what the collection counted, for whoever wants to compare. */
export const FILE_COLUMNS: readonly DataColumn[] = [
  { name: "file", type: "VARCHAR", meaning: "文件" },
  { name: "error", type: "VARCHAR", meaning: "没有读成的原因；读成的为空" },
  { name: "sheets", type: "VARCHAR[]", meaning: "读作台账的工作表" },
  { name: "projects", type: "INTEGER", meaning: "项目数" },
  { name: "errors", type: "INTEGER", meaning: "错误数" },
  { name: "warnings", type: "INTEGER", meaning: "提醒数" },
  { name: "hints", type: "INTEGER", meaning: "建议数" },
  { name: "receipt", type: "VARCHAR", meaning: "回执：same 一致、changed 校核后改动过、none 没有" },
  { name: "written_on", type: "DATE", meaning: "文件的修改日期" },
];

export const TOTAL_COLUMNS: readonly DataColumn[] = [
  {
    name: "by",
    type: "VARCHAR",
    meaning: "分组：all 全部、department、stage、area、channel、size、added 计入目标的新增",
  },
  { name: "name", type: "VARCHAR", meaning: "组名；全部和新增的合计为空，新增的分组为部门" },
  { name: "count", type: "INTEGER", meaning: "项目个数" },
  { name: "wan", type: "DECIMAL(20,6)", meaning: "总投资，万元" },
];

export function fileRows({ files }: Summary): Row[] {
  return files.map(({ path, error, sheets, projects, errors, warnings, hints, receipt, writtenOn }) => ({
    file: path,
    error,
    sheets,
    projects,
    errors,
    warnings,
    hints,
    receipt,
    written_on: writtenOn,
  }));
}

const GROUPS = {
  department: "byDepartment",
  stage: "byStage",
  area: "byArea",
  channel: "byChannel",
  size: "bySize",
  added: "addedBy",
} as const satisfies Readonly<Record<string, keyof Summary>>;

export function totalRows(summary: Summary): Row[] {
  const total = (by: string, name: string | null, { count, millionths }: Tally): Row => ({
    by,
    name,
    count,
    wan: millionths / 1e6,
  });
  return [
    total("all", null, summary.all),
    total("added", null, summary.added),
    ...Object.entries(GROUPS).flatMap(([by, group]) =>
      Object.entries(summary[group]).map(([name, tally]) => total(by, name, tally)),
    ),
  ];
}
