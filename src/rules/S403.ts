/** Where the ledger asks for the parts of a study, they are filled in from 申报 on. */
import { isBlank } from "./columns";
import { channelIsJudgedAt } from "./lookups";
import { DISPATCH_MEETING } from "./bases";
import { rowRule } from "./rule";

const PARTS = ["necessity", "economy", "benefit"] as const;

export default rowRule({
  code: "S403",
  severity: "warning",
  basis: { ...DISPATCH_MEETING, article: "从必要性、可行性、经济性和社会效益等方面深入论证" },
  seed: ["B16"],
  needs: ["stage", PARTS],
  on: "2025-06-20",
  good: [
    row({ necessity: "现有水源不足，供水缺口每日0.6万吨", economy: "年收益320万元", benefit: "受益人口2.1万人" }),
    { ...row({ necessity: "", economy: "", benefit: "" }), stage: "谋划" },
  ],
  bad: [
    row({ necessity: "", economy: "年收益320万元", benefit: "受益人口2.1万人" }),
    row({ necessity: "现有水源不足", economy: "待定", benefit: "" }),
  ],
  prepareAt({ has }, stage) {
    if (!channelIsJudgedAt(stage) || stage?.beforeStart === false) return null;
    const parts = PARTS.filter((field) => has(field));
    return (project) => {
      const blank = parts.filter((field) => isBlank(project, field));
      return blank.length === 0 ? null : { fields: blank, args: {} };
    };
  },
});

function row(parts: Readonly<Record<(typeof PARTS)[number], string>>): Record<string, string | number> {
  return {
    name: "东坪镇集中供水工程",
    department: "水务局",
    totalInvestment: 3900,
    scale: "日供水1.2万吨水厂一座",
    stage: "申报",
    channel: "一般债券",
    ...parts,
  };
}
