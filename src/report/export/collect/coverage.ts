/** Whether two collections can be compared: departments that only one of them holds projects of. */
import type { Ledger } from "../../../ledger/ledger";
import { countedOnce } from "../../../ledger/parts";
import type { Pack } from "../../../policy/pack";
import { departmentCounted } from "../../../reserve/departments";
import { namerAmong } from "../../../reserve/oneDepartment";
import { NOT_STATED } from "../../../reserve/place";
import { figureText } from "../../../words/say";
import type { Summary } from "./summary";

export interface Coverage {
  readonly onlyBefore: readonly string[];
  readonly onlyNow: readonly string[];
}

/** Of a collection of another day, by the names that this one's sums have. */
export function coverageOf(former: readonly Ledger[], { byDepartment }: Summary, pack: Pack): Coverage {
  const now = Object.keys(byDepartment).filter((name) => name !== NOT_STATED);
  const written = new Set<string>();
  for (const ledger of former) {
    if (ledger.role !== "projects") continue;
    for (const project of countedOnce(ledger)) {
      const department = departmentCounted(project, ledger);
      if (department !== null) written.add(department);
    }
  }
  const nameOf = namerAmong(pack, [...now, ...written]);
  const [before, present] = [new Set([...written].map(nameOf)), new Set(now.map(nameOf))];
  // A list that names no departments is not one of other departments.
  if (before.size === 0) return { onlyBefore: [], onlyNow: [] };
  return {
    onlyBefore: [...before].filter((name) => !present.has(name)).sort(),
    onlyNow: [...present].filter((name) => !before.has(name)).sort(),
  };
}

/** Blank where both hold the same departments. */
export function coverageText({ onlyBefore, onlyNow }: Coverage, before: string): string {
  const said = [
    named(onlyBefore, `${before}有、本次没有项目的部门`),
    named(onlyNow, `${before}没有、本次才有项目的部门`),
  ].filter((each) => each !== "");
  return said.length === 0 ? "" : `两次汇总的部门不一样，增减里含这些部门的全部项目：${said.join("；")}。`;
}

function named(names: readonly string[], said: string): string {
  return names.length === 0 ? "" : `${said}（${figureText(names.length)}个）${names.join("、")}`;
}
