/** The areas that the county wants to see have projects in the reserve. */
import { focusWithNone } from "../reserve/structure";
import { ledgerRule } from "./rule";

/** A department's own list of a few projects need not cover the county's areas. */
const FEWEST = 20;

export default ledgerRule({
  code: "R507",
  severity: "hint",
  basis: {
    document: "在全县向上争取项目推进会上的讲话",
    article: "工业、能源、水利等项目再做一次筛选，积极谋划光伏发电等领域的项目",
    confidence: "H",
  },
  seed: ["A19"],
  needs: ["name", "enteredOn"],
  on: "2025-06-20",
  good: [
    library(
      [
        "光伏电站",
        "智慧社区",
        "市政管网",
        "节能改造",
        "工业厂房",
        "电网改造",
        "水库加固",
        "科技孵化器",
        "高标准农田",
        "公路改建",
        "冷链物流",
        "商贸流通服务",
      ],
      24,
    ),
    library(["水库加固"], 4),
  ],
  bad: [library(["水库加固"], 24), library(["水库加固", "公路改建", "高标准农田"], 30)],
  *check({ ledgers, pack }) {
    if (ledgers.reduce((sum, { projects }) => sum + projects.length, 0) < FEWEST) return;
    const files = [...new Set(ledgers.map(({ file }) => file))];
    for (const area of focusWithNone(ledgers, pack)) yield { fields: [], files, args: { area } };
  },
});

function library(
  kinds: readonly string[],
  count: number,
): { name: string; department: string; totalInvestment: number; enteredOn: string }[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `第${String(index + 1)}片${kinds[index % kinds.length] ?? ""}工程`,
    department: `第${String(index + 1)}镇`,
    totalInvestment: 20000 + index,
    enteredOn: "2025-03-01",
  }));
}
