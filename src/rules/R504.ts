/** What the reserve says of a project is kept up to date. */
import { daysBetween } from "../measure/dayNumber";
import { DISPATCH_MEETING } from "./bases";
import { stageOf } from "./lookups";
import { rowRule } from "./rule";

export default rowRule({
  code: "R504",
  severity: "warning",
  basis: { ...DISPATCH_MEETING, article: "滚动储备、动态更新" },
  seed: ["B20", "A6"],
  needs: ["updatedOn"],
  on: "2025-06-20",
  good: [
    { name: "牛头山林区道路工程", department: "林业局", totalInvestment: 1900, updatedOn: "2025-06-10" },
    { name: "牛头山林区道路工程", department: "林业局", totalInvestment: 1900, updatedOn: "2025年6月" },
  ],
  bad: [
    { name: "牛头山林区道路工程", department: "林业局", totalInvestment: 1900, updatedOn: "2025-03-10" },
    { name: "牛头山林区道路工程", department: "林业局", totalInvestment: 1900, updatedOn: "2024年" },
  ],
  check(project, context) {
    const { updatedOn } = project.values;
    // A month only: the benefit of its last day.
    if (!updatedOn || updatedOn.to >= context.asOf || stageOf(context.pack, project)?.left) return null;
    const days = daysBetween(updatedOn.to, context.asOf);
    const most = context.parameter("days");
    return days > most ? { fields: ["updatedOn"], args: { updated: updatedOn.to, days, most } } : null;
  },
});
