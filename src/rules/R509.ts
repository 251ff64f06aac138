/** Where the ledger asks which plan a project follows, a reserved or applying one says so. */
import { isBlank } from "./columns";
import { APPLYING } from "./lookups";
import { rowRule } from "./rule";

/** Stage order of 储备; what is only thought of need not stand in a plan yet. */
const RESERVED = 2;

export default rowRule({
  code: "R509",
  severity: "warning",
  basis: {
    document: "在全县向上争取项目推进会上的讲话",
    article: "与省市县有关项目安排、工作规划相衔接",
    confidence: "H",
  },
  seed: ["A20", "B4"],
  needs: ["stage", "planBasis"],
  on: "2025-06-20",
  good: [row("申报", "市“十四五”水安全保障规划"), row("谋划", ""), row("在建", "")],
  bad: [row("申报", ""), row("储备", "暂无")],
  prepareAt(_, stage) {
    if (!stage || stage.order < RESERVED || stage.order > APPLYING) return null;
    const severity = stage.order === APPLYING ? "warning" : "hint";
    return (project) =>
      isBlank(project, "planBasis") ? { fields: ["planBasis"], severity, args: { stage: stage.name } } : null;
  },
});

function row(stage: string, planBasis: string): Record<string, string | number> {
  return {
    name: "东坪镇集中供水工程",
    department: "水务局",
    totalInvestment: 3900,
    scale: "日供水1.2万吨水厂一座",
    stage,
    channel: "一般债券",
    planBasis,
  };
}
