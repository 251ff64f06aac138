/** A unified social credit code has eighteen characters of its alphabet, the last of which checks the others. */
import { readCreditCode } from "../measure/creditCode";
import { rowRule } from "./rule";

export default rowRule({
  code: "F109",
  severity: "warning",
  basis: { document: "法人和其他组织统一社会信用代码编码规则", number: "GB 32100-2015", confidence: "M" },
  needs: ["ownerCreditCode"],
  on: "2025-06-20",
  good: [
    { name: "职教中心实训楼项目", department: "教育局", totalInvestment: 4100, ownerCreditCode: "91330100799655058B" },
    { name: "职教中心实训楼项目", department: "教育局", totalInvestment: 4100, ownerCreditCode: "待办" },
  ],
  bad: [
    { name: "职教中心实训楼项目", department: "教育局", totalInvestment: 4100, ownerCreditCode: "91330100799655058C" },
    { name: "职教中心实训楼项目", department: "教育局", totalInvestment: 4100, ownerCreditCode: "9133010079965505" },
  ],
  check(project) {
    const { ownerCreditCode: text } = project.values;
    if (text === undefined) return null;
    const { state } = readCreditCode(text);
    if (state === "good" || state === "absent") return null;
    return { fields: ["ownerCreditCode"], args: { text, fault: state, length: text.length } };
  },
});
