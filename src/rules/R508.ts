/** Every department of the roster has a project, where the run speaks of more than one of them. */
import { departmentsWithNone } from "../reserve/structure";
import { ledgerRule } from "./rule";

const PROJECT = { name: "洛河大桥加固工程", department: "交通运输局", totalInvestment: 2300 };
const ROSTER = [
  { name: "交通运输局", person: "李明", phone: "13800000000" },
  { name: "教育局", person: "王芳", phone: "13900000000" },
  { name: "水务局", person: "赵敏", phone: "13700000000" },
] as const;
const SCHOOL = { name: "第三小学扩建工程", department: "教育局", totalInvestment: 1800 };

export default ledgerRule({
  code: "R508",
  severity: "warning",
  basis: { document: "在全县向上争取项目推进会上的讲话", article: "有些部门甚至一个项目也没有", confidence: "H" },
  seed: ["A7", "B33"],
  needs: [["department", "reporter", "name"]],
  on: "2025-06-20",
  good: [
    { rows: [PROJECT, SCHOOL], roster: ROSTER.slice(0, 2) },
    // A department looks at its own ledger.
    { rows: [PROJECT], roster: ROSTER },
  ],
  bad: [
    { rows: [PROJECT, SCHOOL], roster: ROSTER },
    { rows: [PROJECT, { ...SCHOOL, department: "水务局" }], roster: ROSTER },
  ],
  *check({ ledgers, pack }) {
    const files = [...new Set(ledgers.map(({ file }) => file))];
    const missing = departmentsWithNone(ledgers, pack);
    if (files.length < 2 && pack.roster.length - missing.length < 2) return;
    for (const department of missing) yield { fields: [], files, args: { department } };
  },
});
