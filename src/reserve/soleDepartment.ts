/** Whose projects a run holds, where they are one department's alone: its file does not tell what the county has. */
import type { Ledger } from "../ledger/ledger";
import type { Pack } from "../policy/pack";
import { departmentCounted } from "./departments";
import { namerAmong } from "./oneDepartment";

/** As the statistics name it; null where the projects are several departments', or most do not say whose they are. */
export function soleDepartment(ledgers: readonly Ledger[], pack: Pack): string | null {
  const written = new Set<string>();
  let speaking = 0;
  let silent = 0;
  for (const ledger of ledgers) {
    const isItsOwn = reportsItsOwn(ledger);
    for (const project of ledger.projects) {
      const { department, reporter } = project.values;
      const whose = department !== undefined || reporter !== undefined || isItsOwn;
      const name = whose ? departmentCounted(project, ledger) : null;
      if (name === null) {
        silent++;
        continue;
      }
      speaking++;
      written.add(name);
    }
  }
  const names = new Set([...written].map(namerAmong(pack, written)));
  const [sole] = names;
  return sole !== undefined && names.size === 1 && speaking > silent ? sole : null;
}

/** 发改局牵头，其他部门配合: what it hands in without naming departments is everybody's. */
const GATHERS = /发改|发展(?:和|与)?改革|项目(?:服务|建设|储备|谋划)*(?:中心|办公室|办)$/u;
/** 「全县储备项目」「各部门汇总表」 */
const OF_ALL = /(?<!安)全[县市区州旗]|各(?:[县市区局镇乡]|部门|单位)|汇总/u;

/** A department's own file may lie in the folder 「各部门报送」. */
const FOLDERS = /^.*[\\/]/u;

/** Whether the projects of a ledger that names no departments are those of whoever reports it. */
function reportsItsOwn({ reporter, title, sheet, file }: Ledger): boolean {
  return (
    reporter !== null &&
    !GATHERS.test(reporter) &&
    ![title ?? "", sheet, file.replace(FOLDERS, "")].some((text) => OF_ALL.test(text))
  );
}
