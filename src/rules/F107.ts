/** The last digit of a present project code is the check digit of those before it. */
import { endsInCheckDigit, projectCheckDigit, readProjectCode } from "../measure/projectCode";
import { PROJECT_CODE } from "./bases";
import { rowRule } from "./rule";

export default rowRule({
  code: "F107",
  severity: "warning",
  // The clause was not read; that eight published codes agree with MOD 11,10 was.
  basis: { ...PROJECT_CODE, article: "第4.7条 校验码", confidence: "M" },
  needs: ["code"],
  on: "2025-06-20",
  good: [
    { name: "县城第二幼儿园项目", code: "2411-130202-89-01-637015", department: "教育局", totalInvestment: 3100 },
    { name: "县城第二幼儿园项目", code: "2016-411625-82-01-004512", department: "教育局", totalInvestment: 3100 },
  ],
  bad: [
    { name: "县城第二幼儿园项目", code: "2411-130202-89-01-637016", department: "教育局", totalInvestment: 3100 },
    { name: "县城第二幼儿园项目", code: "2503-130981-04-01-573247", department: "教育局", totalInvestment: 3100 },
  ],
  check(project) {
    const { code } = project.values;
    if (code === undefined || endsInCheckDigit(code)) return null;
    const reading = readProjectCode(code);
    if (reading.checkDigit !== false || reading.code === null) return null;
    const digits = reading.code.replace(/\D/g, "");
    return {
      fields: ["code"],
      args: { code: reading.code, wanted: projectCheckDigit(digits.slice(0, 19)), digit: digits.charAt(19) },
    };
  },
});
