/** The target of the reserve as arguments, and the projects that count towards it. */
import { countsAsAdded } from "../src/reserve/place";
import type { Project } from "../src/ledger/ledger";
import { neededDay, neededNumber } from "./arguments";
import type { Argument, FunctionContext, Parameter } from "./function";
import { ledgerOf } from "./ledger";
import { TODAY } from "./parameters";

export const RESERVE_PARAMETERS: readonly Parameter[] = [
  { name: "总投资列", description: "总投资，一列，没写单位按万元", type: "any", takes: "range" },
  { name: "入库时间列", description: "进入储备库的时间，一列；空白的不算新增", type: "any", takes: "range" },
  { name: "目标个数", description: "新增储备项目的个数目标，如 30", type: "number", takes: "cell" },
  { name: "目标万元", description: "新增储备项目的总投资目标，万元，如 500000", type: "number", takes: "cell" },
  { name: "起算", description: "从哪一天起算新增", type: "any", takes: "cell" },
  { name: "截止", description: "目标的截止日期", type: "any", takes: "cell" },
  TODAY,
];

export interface TargetArguments {
  readonly count: number;
  readonly wan: number;
  readonly countedFrom: string;
  readonly by: string;
  readonly asOf: string;
  /** 0 once the day has passed. */
  readonly workdaysLeft: number;
}

export function targetArguments(
  [count, wan, from, by, today]: readonly Argument[],
  { calendar }: FunctionContext,
): TargetArguments {
  const asOf = neededDay(today, "今天");
  const deadline = neededDay(by, "截止");
  return {
    count: neededNumber(count, "目标个数"),
    wan: neededNumber(wan, "目标万元"),
    countedFrom: neededDay(from, "起算", "first"),
    by: deadline,
    asOf,
    workdaysLeft: deadline <= asOf ? 0 : calendar.between(asOf, deadline),
  };
}

export interface Addition {
  readonly wan: number;
  readonly department: string;
}

/** Rows entered from the first day on, not later than today and the deadline. */
export function additions(
  columns: { readonly totalInvestment: Argument; readonly enteredOn: Argument; readonly department?: Argument },
  target: TargetArguments,
): readonly Addition[] {
  const { projects } = ledgerOf(columns);
  return projects
    .filter((project) => countsAsAdded(project, target, target.asOf))
    .map((project) => ({ wan: project.values.totalInvestment?.wan ?? 0, department: departmentOf(project) }));
}

export const NO_DEPARTMENT = "未填写";

function departmentOf({ values }: Project): string {
  return values.department ?? NO_DEPARTMENT;
}
