/** A design estimate more than a tenth above the feasibility estimate must be reported. */
import { rowRule } from "./rule";

export default rowRule({
  code: "P310",
  severity: "error",
  basis: { document: "政府投资条例", number: "国务院令第712号", article: "第十二条", confidence: "H" },
  needs: ["estimate", "budgetEstimate"],
  on: "2025-06-20",
  good: [
    {
      name: "县图书馆新馆项目",
      department: "文化和旅游局",
      totalInvestment: 5300,
      estimate: 5000,
      budgetEstimate: 5300,
    },
    {
      name: "县图书馆新馆项目",
      department: "文化和旅游局",
      totalInvestment: 5500,
      estimate: 5000,
      budgetEstimate: 5500,
    },
  ],
  bad: [
    {
      name: "县图书馆新馆项目",
      department: "文化和旅游局",
      totalInvestment: 5800,
      estimate: 5000,
      budgetEstimate: 5800,
    },
    {
      name: "县图书馆新馆项目",
      department: "文化和旅游局",
      totalInvestment: 5800,
      estimate: "0.5亿元",
      budgetEstimate: 5501,
    },
  ],
  check(project, { parameter }) {
    const { estimate, budgetEstimate } = project.values;
    if (!estimate || !budgetEstimate || estimate.wan <= 0) return null;
    const ratio = parameter("ratio");
    if (budgetEstimate.wan <= estimate.wan * ratio + 1e-6) return null;
    return {
      fields: ["budgetEstimate", "estimate"],
      args: {
        estimate: estimate.wan,
        design: budgetEstimate.wan,
        over: budgetEstimate.wan / estimate.wan - 1,
        permitted: ratio - 1,
      },
    };
  },
});
