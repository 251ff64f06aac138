/** Works that have not started have completed nothing. */
import { rowRule } from "./rule";

export default rowRule({
  code: "P309",
  severity: "error",
  basis: { document: "政府投资条例", number: "国务院令第712号", article: "第二十条", confidence: "H" },
  needs: ["stage", "completed"],
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
  ],
  prepareAt(_, stage) {
    if (!stage?.beforeStart) return null;
    return ({ values: { completed, stage: written } }) => {
      if (!completed || completed.wan <= 0) return null;
      return { fields: ["completed", "stage"], args: { completed: completed.wan, stage: written ?? stage.name } };
    };
  },
});
