/** Works that have not started have completed nothing. */
import type { PlainField } from "../ledger/fields";
import { rowRule } from "./rule";

/** Whatever part of it a ledger keeps: a monthly one often has the year's alone. */
const DONE = [
  "completed",
  "completedThisYear",
  "completedThisMonth",
  "completedBefore",
] as const satisfies readonly PlainField[];

export default rowRule({
  code: "P309",
  severity: "error",
  basis: { document: "政府投资条例", number: "国务院令第712号", article: "第二十条", confidence: "H" },
  needs: ["stage", DONE],
  on: "2025-06-20",
  good: [
    { name: "石门水库连通工程", department: "水务局", totalInvestment: 9000, stage: "储备", completed: 0 },
    {
      name: "石门水库连通工程",
      department: "水务局",
      totalInvestment: 9000,
      stage: "在建",
      completed: 1200,
      channel: "中央预算内投资",
    },
  ],
  bad: [
    { name: "石门水库连通工程", department: "水务局", totalInvestment: 9000, stage: "储备", completed: 1200 },
    { name: "石门水库连通工程", department: "水务局", totalInvestment: 9000, stage: "前期", completed: 300 },
    { name: "石门水库连通工程", department: "水务局", totalInvestment: 9000, stage: "未开工", completedThisYear: 280 },
  ],
  prepareAt(_, stage) {
    if (!stage?.beforeStart) return null;
    return ({ values }) => {
      for (const field of DONE) {
        const completed = values[field]?.wan ?? 0;
        if (completed > 0) return { fields: [field, "stage"], args: { completed, stage: values.stage ?? stage.name } };
      }
      return null;
    };
  },
});
