/** Every department of the roster has a project. */
import { departmentsWithNone } from "../reserve/structure";
import { ledgerRule } from "./rule";

const PROJECT = { name: "洛河大桥加固工程", department: "交通运输局", totalInvestment: 2300 };
const ROSTER = [
  { name: "交通运输局", person: "李明", phone: "13800000000" },
  { name: "教育局", person: "王芳", phone: "13900000000" },
] as const;

export default ledgerRule({
  code: "R508",
  severity: "warning",
  basis: { document: "在全县向上争取项目推进会上的讲话", article: "有些部门甚至一个项目也没有", confidence: "H" },
  seed: ["A7", "B33"],
  needs: [["department", "reporter", "name"]],
  on: "2025-06-20",
  good: [
    { rows: [PROJECT, { name: "第三小学扩建工程", department: "教育局", totalInvestment: 1800 }], roster: ROSTER },
    { rows: [PROJECT], roster: ROSTER.slice(0, 1) },
  ],
  bad: [
    { rows: [PROJECT], roster: ROSTER },
    { rows: [{ ...PROJECT, department: "教育局" }], roster: ROSTER },
  ],
  *check({ ledgers, pack }) {
    const files = [...new Set(ledgers.map(({ file }) => file))];
    for (const department of departmentsWithNone(ledgers, pack)) yield { fields: [], files, args: { department } };
  },
});
