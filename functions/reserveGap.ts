/** RESERVEGAP: what each department has added to the reserve, and its gap where the pack gives it a target. */
import { roundWan } from "../src/measure/amount";
import type { Outcome, WorksheetFunction } from "./function";
import { additions, RESERVE_PARAMETERS, targetArguments, type Addition } from "./reserveTarget";

const HEADINGS = ["部门", "新增个数", "目标个数", "缺口个数", "新增万元", "目标万元", "缺口万元"];

export const RESERVEGAP: WorksheetFunction = {
  id: "RESERVEGAP",
  name: "储备缺口",
  description: "全县和各部门新增储备的个数、总投资与缺口；政策包没有给部门定目标的，部门只列已新增。",
  parameters: [{ name: "部门列", description: "责任部门，一列", type: "any", takes: "range" }, ...RESERVE_PARAMETERS],
  result: { type: "any", spills: true },
  example: {
    args: [
      [["水务局"], ["交通运输局"], ["水务局"]],
      [[12000], ["1.8亿元"], [6000]],
      [["2025-03-01"], ["2025年5月"], ["2025-02-01"]],
      5,
      60000,
      "2025-01-01",
      "2025-06-30",
      "2025-06-20",
    ],
    gives: [
      HEADINGS,
      ["合计", 3, 5, 2, 36000, 60000, 24000],
      ["水务局", 2, "", "", 18000, "", ""],
      ["交通运输局", 1, "", "", 18000, "", ""],
    ],
  },
  help: "RESERVEGAP.md",
  run([departments, totals, entered, ...rest], context) {
    const target = targetArguments(rest, context);
    const added = additions({ totalInvestment: totals, enteredOn: entered, department: departments }, target);
    const byDepartment = new Map<string, Addition[]>();
    for (const each of added) byDepartment.set(each.department, [...(byDepartment.get(each.department) ?? []), each]);
    const own = new Map(
      context.pack.targets.flatMap((each) => (each.department === null ? [] : [[each.department, each] as const])),
    );
    const rows = [...byDepartment].map(([name, list]) => row(name, list, own.get(name) ?? { count: null, wan: null }));
    return [HEADINGS, row("合计", added, target), ...rows];
  },
};

function row(
  name: string,
  list: readonly Addition[],
  goal: { readonly count: number | null; readonly wan: number | null },
): Outcome[] {
  const wan = list.reduce((sum, each) => roundWan(sum + each.wan), 0);
  return [name, list.length, ...against(list.length, goal.count), wan, ...against(wan, goal.wan)];
}

function against(done: number, goal: number | null): [Outcome, Outcome] {
  return goal === null ? ["", ""] : [goal, roundWan(Math.max(0, goal - done))];
}
