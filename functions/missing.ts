/** MISSING: for every row the procedures that its stage and route require and that are not done. */
import type { Ledger, Project } from "../src/ledger/ledger";
import type { Procedure } from "../src/ledger/ledger";
import { columnOf } from "../src/ledger/ledger";
import { PROCEDURE_TERMS, type ProcedureKey } from "../src/measure/procedures";
import { findChoice, findStage } from "../src/policy/recognise";
import { procedureOn } from "../src/policy/schedule";
import { neededDay } from "./arguments";
import { FunctionFailure, type FunctionContext, type WorksheetFunction } from "./function";
import { answerRows, readRows } from "./rows";
import { TODAY } from "./parameters";

export const MISSING: WorksheetFunction = {
  id: "MISSING",
  name: "手续缺项",
  description: "每行按项目阶段和立项类型应办未办的手续，顿号隔开；不缺的为“不缺”，台账没有的手续列不判断。",
  parameters: [
    { name: "表头", description: "表头的一到五行", type: "any", takes: "range" },
    { name: "行区域", description: "要看的各行，列数与表头相同", type: "any", takes: "range" },
    TODAY,
  ],
  result: { type: "string", spills: true },
  example: {
    args: [
      [["项目名称", "项目阶段", "立项类型", "可研批复文号", "环评批复"]],
      [
        ["县人民医院综合楼建设项目", "申报", "审批", "柳发改〔2025〕12号", "正在办理"],
        ["柳林镇污水管网工程", "申报", "审批", "柳发改〔2025〕13号", "已批复"],
      ],
      "2025-06-20",
    ],
    gives: [["环评"], ["不缺"]],
  },
  help: "MISSING.md",
  run([header, rows, today], context) {
    const asOf = neededDay(today, "今天");
    const read = readRows(header, rows, context);
    const { ledger } = read;
    for (const field of ["stage", "route"] as const) {
      if (columnOf(ledger, field) < 0) {
        throw new FunctionFailure(
          "na",
          `表头里没有“${field === "stage" ? "项目阶段" : "立项类型"}”，判断不出应办哪些手续`,
        );
      }
    }
    return answerRows(read, (project) => missing(project, ledger, asOf, context));
  },
};

function missing({ values }: Project, ledger: Ledger, asOf: string, { pack }: FunctionContext): string {
  const stage = values.stage === undefined ? null : findStage(pack, values.stage);
  if (!stage) return "无法判断：项目阶段没有填或认不出";
  const route = values.route === undefined ? null : findChoice(pack.routes, values.route);
  if (route !== "审批" && route !== "核准" && route !== "备案") return "无法判断：立项类型没有填或认不出";
  const text = `${values.name ?? ""}${values.scale ?? ""}`;
  const open = (stage.procedures[route] ?? []).filter((key) => {
    const when = procedureOn(pack, key, asOf)?.when ?? [];
    const applies = when.length === 0 || when.some((word) => text.includes(word));
    return applies && hasColumn(ledger, key) && !isSettled(values[`proc.${key}`], asOf);
  });
  return open.length === 0 ? "不缺" : open.map((key) => PROCEDURE_TERMS[key]).join("、");
}

function hasColumn(ledger: Ledger, key: ProcedureKey): boolean {
  return ledger.columns.some(({ field }) => field === `proc.${key}` || field.startsWith(`proc.${key}.`));
}

/** Done or not needed; a document number or a day that has come says so too. A day that is still to come is a plan. */
function isSettled(procedure: Procedure | undefined, asOf: string): boolean {
  if (!procedure) return false;
  const { state, no, on } = procedure;
  if (on !== undefined && on.from > asOf) return false;
  if (state !== undefined) return state === "done" || state === "exempt";
  return (no?.length ?? 0) > 0 || on !== undefined;
}
