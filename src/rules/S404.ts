/** An applying project says who wrote its study. */
import { isBlank } from "./columns";
import { APPLYING } from "./lookups";
import { DISPATCH_MEETING } from "./bases";
import { rowRule } from "./rule";

export default rowRule({
  code: "S404",
  severity: "warning",
  basis: { ...DISPATCH_MEETING, article: "聘请专业机构编制可行性研究报告" },
  seed: ["B16"],
  needs: ["stage", "compiler"],
  on: "2025-06-20",
  good: [
    {
      name: "县城滨河道路工程",
      department: "住房和城乡建设局",
      totalInvestment: 5100,
      scale: "道路长3.2公里",
      stage: "申报",
      channel: "一般债券",
      compiler: "省城乡规划咨询院",
    },
    {
      name: "县城滨河道路工程",
      department: "住房和城乡建设局",
      totalInvestment: 5100,
      scale: "道路长3.2公里",
      stage: "储备",
      channel: "一般债券",
      compiler: "",
    },
  ],
  bad: [
    {
      name: "县城滨河道路工程",
      department: "住房和城乡建设局",
      totalInvestment: 5100,
      scale: "道路长3.2公里",
      stage: "申报",
      channel: "一般债券",
      compiler: "",
    },
    {
      name: "县城滨河道路工程",
      department: "住房和城乡建设局",
      totalInvestment: 5100,
      scale: "道路长3.2公里",
      stage: "申报",
      channel: "一般债券",
      compiler: "待定",
    },
  ],
  prepareAt(_, stage) {
    if (stage?.order !== APPLYING) return null;
    return (project) => (isBlank(project, "compiler") ? { fields: ["compiler"], args: {} } : null);
  },
});
