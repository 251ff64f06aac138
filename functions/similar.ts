/** SIMILAR: pairs of rows that look like one project written twice. */
import { comparableName } from "../src/measure/name";
import { columnOf, textsOf } from "./arguments";
import { FunctionFailure, type Outcome, type WorksheetFunction } from "./function";
import { readAmount } from "../src/measure/amount";

/** Names shorter than this, once the empty words are gone, say too little. */
const SHORTEST = 3;

export const SIMILAR: WorksheetFunction = {
  id: "SIMILAR",
  name: "疑似重复项目",
  description:
    "疑似同一项目的两行：第几行、第几行、理由（行号从区域第一行数起）；没有则为“没有疑似重复”。期、标段、片区不同的不算。",
  parameters: [
    { name: "名称列", description: "项目名称，一列", type: "any", takes: "range" },
    {
      name: "部门列",
      description: "责任部门，一列；给出部门或总投资后，至少一项相同才算",
      type: "any",
      optional: true,
      takes: "range",
    },
    { name: "总投资列", description: "总投资，一列", type: "any", optional: true, takes: "range" },
  ],
  result: { type: "any", spills: true },
  example: {
    args: [[["柳林镇污水管网工程"], ["三河镇供水工程"], ["★柳林镇污水管网建设项目"]]],
    gives: [[1, 3, "名称相同（不计地名、括号和“项目”“工程”“建设”）"]],
  },
  help: "SIMILAR.md",
  run([names, departments, totals]) {
    const rows = textsOf(names).map(comparableName);
    const department = departments === undefined ? null : textsOf(departments);
    const total = totals === undefined ? null : columnOf(totals).map(wanOf);
    for (const other of [department, total]) {
      if (other && other.length !== rows.length) throw new FunctionFailure("value", "各列的行数要一致");
    }
    const first = new Map<string, number[]>();
    const pairs: Outcome[][] = [];
    rows.forEach((name, row) => {
      if (name.length < SHORTEST) return;
      const before = first.get(name) ?? [];
      first.set(name, [...before, row]);
      const reasons = (other: number) => sharedBy(row, other, department, total);
      const other = before.find((each) => reasons(each) !== null);
      if (other === undefined) return;
      pairs.push([other + 1, row + 1, `名称相同（不计地名、括号和“项目”“工程”“建设”）${reasons(other) ?? ""}`]);
    });
    return pairs.length === 0 ? "没有疑似重复" : pairs;
  },
};

/** What two rows share besides the name; null where something was given to compare by and nothing is shared. */
function sharedBy(
  row: number,
  other: number,
  department: readonly string[] | null,
  total: readonly (number | null)[] | null,
): string | null {
  const sameDepartment = department !== null && department[row] !== "" && department[row] === department[other];
  const sameTotal = total !== null && total[row] !== null && total[row] === total[other];
  if ((department ?? total) !== null && !sameDepartment && !sameTotal) return null;
  return (sameDepartment ? "、部门相同" : "") + (sameTotal ? "、总投资相同" : "");
}

function wanOf(cell: string | number | boolean | null): number | null {
  if (typeof cell !== "string" && typeof cell !== "number") return null;
  const wan = readAmount(cell, "万元")?.amount.wan ?? 0;
  return wan === 0 ? null : wan;
}
