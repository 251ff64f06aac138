/** A key project says in whose library it stands. */
import { DISPATCH_MEETING } from "./bases";
import { isBlank } from "./columns";
import { saysNo } from "./lookups";
import { rowRule } from "./rule";

export default rowRule({
  code: "D607",
  severity: "hint",
  basis: { ...DISPATCH_MEETING, article: "纳入国家和省、市重点项目库" },
  seed: ["B25"],
  needs: ["libraryLevel", ["keyProject", "name"]],
  on: "2025-06-20",
  good: [
    {
      name: "黄河滩区治理工程",
      department: "水务局",
      totalInvestment: 26000,
      keyProject: "省级",
      libraryLevel: "省重点项目库",
    },
    { name: "村道维修工程", department: "交通运输局", totalInvestment: 120, keyProject: "否", libraryLevel: "" },
  ],
  bad: [
    { name: "黄河滩区治理工程", department: "水务局", totalInvestment: 26000, keyProject: "省级", libraryLevel: "" },
    { name: "★黄河滩区治理工程", department: "水务局", totalInvestment: 26000, libraryLevel: "待定" },
  ],
  check(project) {
    const { keyProject } = project.values;
    if (keyProject === undefined || saysNo(keyProject) || !isBlank(project, "libraryLevel")) return null;
    return { fields: ["libraryLevel"], args: { kind: keyProject } };
  },
});
