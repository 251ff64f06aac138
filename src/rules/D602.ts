/** Each project has a leader and a person who answer for it. */
import type { FieldKey } from "../ledger/fields";
import { isBlank } from "./columns";
import { saysNo } from "./lookups";
import { rowRule } from "./rule";

const TWO = ["leader", "person"] as const;

export default rowRule({
  code: "D602",
  severity: "warning",
  basis: { document: "在全县向上争取项目推进会上的讲话", article: "严格落实项目包抓责任制", confidence: "H" },
  seed: ["A32"],
  needs: [TWO],
  on: "2025-06-20",
  good: [
    { name: "沙河湿地保护工程", department: "林业局", totalInvestment: 2600, leader: "李明", person: "王芳" },
    { name: "沙河湿地保护工程", department: "林业局", totalInvestment: 2600, person: "王芳" },
  ],
  bad: [
    { name: "沙河湿地保护工程", department: "林业局", totalInvestment: 2600, leader: "", person: "王芳" },
    { name: "沙河湿地保护工程", department: "林业局", totalInvestment: 2600, leader: "待定", person: "—" },
  ],
  prepare({ has }) {
    const asked = TWO.filter((field) => has(field));
    return (project) => {
      let lacking: FieldKey[] | null = null;
      for (const field of asked) if (isBlank(project, field)) (lacking ??= []).push(field);
      if (!lacking) return null;
      // Of key projects D601 asks more, and says it.
      const { keyProject } = project.values;
      return keyProject !== undefined && !saysNo(keyProject) ? null : { fields: lacking, args: {} };
    };
  },
});
