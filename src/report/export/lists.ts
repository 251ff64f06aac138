/** The clerk's lists that are made of the ledger alone: 前期手续台账, 明年计划表, 提请协调事项表. */
import { PROCEDURE_TERMS, type FieldKey } from "../../ledger/fields";
import type { Project } from "../../ledger/ledger";
import { PROCEDURE_KEYS, type ProcedureKey } from "../../measure/procedures";
import { findChannel } from "../../policy/recognise";
import { stageOf } from "../../rules/lookups";
import { FIELD_OF, stepAsOf } from "../../rules/steps";
import type { CellValue } from "../../sheet/cell";
import type { ColumnFormat, ExportSheet } from "../../sheet/exportSheet";
import { isAsked, plannedDay } from "../preparation";
import type { Run } from "../run";
import { formSheet } from "./form";
import { dayCell, standardCell, STATE_WORDS } from "./notation";
import { fieldCells, fieldColumns, NUMBER_COLUMN, projectsOf } from "./rows";
import { reporterOf } from "./standardTable";

const LEAD = ["name", "code", "department", "owner", "route", "stage", "totalInvestment"] as const satisfies FieldKey[];

/** Each step with its state, number and day; null where no ledger says anything of procedures. */
export function procedureSheet(run: Run): ExportSheet | null {
  const placed = projectsOf(run);
  const keys = PROCEDURE_KEYS.filter((key) =>
    placed.some(({ project }) => project.values[FIELD_OF[key]] !== undefined),
  );
  if (keys.length === 0) return null;
  const { asOf } = run.options;
  const columns = keys.flatMap((key) =>
    PARTS.map(({ ending, format, cellOf }) => ({
      heading: PROCEDURE_TERMS[key] + ending,
      format,
      cells: placed.map(({ ledger, project }) =>
        ending === "" && !isAsked(ledger, project, key) ? NO_COLUMN : cellOf(project, key, asOf),
      ),
    })).filter(({ heading, cells }) => heading === PROCEDURE_TERMS[key] || cells.some((cell) => cell !== null)),
  );
  return formSheet({
    name: "前期手续台账",
    title: "项目前期手续台账",
    reporter: reporterOf(run.ledgers),
    asOf,
    money: true,
    columns: [
      NUMBER_COLUMN,
      ...fieldColumns(LEAD, run),
      ...columns.map(({ heading, format }) => ({ heading, format })),
    ],
    rows: placed.map((each, index) => [
      index + 1,
      ...fieldCells(each, LEAD, run),
      ...columns.map(({ cells }) => cells[index] ?? null),
    ]),
  });
}

/** Of a step that other sheets have a column for: nobody was asked about it, so nobody has left it out. */
const NO_COLUMN = "本表无此列";

interface ProcedurePart {
  readonly ending: string;
  readonly format: ColumnFormat;
  readonly cellOf: (project: Project, key: ProcedureKey, asOf: string) => CellValue;
}

/** A day still to come is no day on which a step was done: the step is open, and planned for it. */
const PARTS: readonly ProcedurePart[] = [
  {
    ending: "",
    format: "text",
    cellOf: (project, key, asOf) => {
      const state = plannedDay(project, key, asOf) ? stepAsOf(project, key, asOf)?.state : undefined;
      return state === undefined ? standardCell(project, FIELD_OF[key], asOf) : STATE_WORDS[state];
    },
  },
  {
    ending: "文号",
    format: "text",
    cellOf: (project, key, asOf) => standardCell(project, `${FIELD_OF[key]}.no`, asOf),
  },
  {
    ending: "办结日期",
    format: "day",
    cellOf: (project, key, asOf) =>
      plannedDay(project, key, asOf) ? null : standardCell(project, `${FIELD_OF[key]}.on`, asOf),
  },
  {
    ending: "计划办结",
    format: "day",
    cellOf: (project, key, asOf) => {
      const planned = plannedDay(project, key, asOf);
      return planned && dayCell(planned);
    },
  },
  {
    ending: "要求办结",
    format: "day",
    cellOf: (project, key, asOf) => standardCell(project, `${FIELD_OF[key]}.due`, asOf),
  },
];

const NEXT_YEAR = [
  "name",
  "department",
  "scale",
  "stage",
  "totalInvestment",
  "completed",
  "planNextYear",
  "channel",
  "requested",
  "startPlanned",
  "finishPlanned",
  "period",
  "remark",
] as const satisfies FieldKey[];

/** Projects that go on or begin next year, with what they still lack for it. */
export function nextYearSheet(run: Run): ExportSheet | null {
  const next = String(Number(run.options.asOf.slice(0, 4)) + 1);
  const placed = projectsOf(run).filter(({ project }) => runsIn(project, next) && !hasLeft(project, run));
  if (placed.length === 0) return null;
  return formSheet({
    name: "明年计划表",
    title: `${next}年计划争取项目表`,
    reporter: reporterOf(run.ledgers),
    asOf: run.options.asOf,
    money: true,
    lines: ["列入：填了明年计划投资，或计划开工、竣工在明年及以后的项目。拟申报渠道未填或认不出的，在最后一列注明。"],
    columns: [NUMBER_COLUMN, ...fieldColumns(NEXT_YEAR, run), { heading: "还缺什么", format: "wrapped" }],
    rows: placed.map((each, index) => [index + 1, ...fieldCells(each, NEXT_YEAR, run), lacking(each.project, run)]),
  });
}

function runsIn({ values }: Project, year: string): boolean {
  if (values.planNextYear) return values.planNextYear.wan > 0;
  return [values.startPlanned?.to, values.finishPlanned?.to, values.period?.to].some(
    (day) => day !== undefined && day.slice(0, 4) >= year,
  );
}

function hasLeft(project: Project, run: Run): boolean {
  return stageOf(run.options.pack, project)?.left ?? false;
}

function lacking({ values }: Project, run: Run): string {
  const known = values.channel === undefined ? null : findChannel(run.options.pack, values.channel);
  const parts = [
    values.channel === undefined ? "拟申报渠道未填" : known ? "" : `拟申报渠道“${values.channel}”不在政策包里`,
    values.planNextYear ? "" : "明年计划投资未填",
    values.requested ? "" : "拟申请资金未填",
  ];
  return parts.filter((part) => part !== "").join("；");
}

const HELP = [
  "name",
  "department",
  "owner",
  "totalInvestment",
  "leader",
  "progress",
  "problems",
  "help",
] as const satisfies FieldKey[];

/** 对需要政府出面协调解决的: rows that name a problem or ask for help. */
export function helpSheet(run: Run): ExportSheet | null {
  const placed = projectsOf(run).filter(
    ({ project: { values } }) => values.help !== undefined || values.problems !== undefined,
  );
  if (placed.length === 0) return null;
  return formSheet({
    name: "提请协调事项表",
    title: "提请协调解决事项表",
    reporter: reporterOf(run.ledgers),
    asOf: run.options.asOf,
    money: true,
    columns: [
      NUMBER_COLUMN,
      ...fieldColumns(HELP, run),
      { heading: "协调意见", format: "wrapped" },
      { heading: "承办单位", format: "text" },
      { heading: "办结时限", format: "day" },
    ],
    rows: placed.map((each, index) => [index + 1, ...fieldCells(each, HELP, run), null, null, null]),
  });
}
