/** Whether works have begun: one notion for rates, lights and rules. */
import type { Ledger, Project } from "../ledger/ledger";
import { hasColumnFor } from "../ledger/together";
import type { Pack } from "../policy/pack";
import { findStage } from "../policy/recognise";

/** A day says that works have begun, or money that has gone into them. */
export function hasBegun(project: Project): boolean {
  return project.values.startActual !== undefined || hasCompleted(project);
}

function hasCompleted({ values: { completed, completedBefore, completedThisYear } }: Project): boolean {
  return (completed?.wan ?? 0) > 0 || (completedBefore?.wan ?? 0) > 0 || (completedThisYear?.wan ?? 0) > 0;
}

/** Permanent works, or the fitting of equipment where there are none: surveys, demolition and levelling are no start. */
const AT_WORKS =
  /已(?:全面|正式)?开工|打桩|桩基|主体|封顶|基础(?:工程|施工|浇筑|开挖)|路基|路面|浇筑|砌筑|管网铺设|设备(?:安装|调试)|装修|完工|竣工|投产|投用|投入使用|试运行/u;
const NOT_YET = /[未没待拟不][^，。；、]{0,4}(?:开工|动工|施工|进场)|前期|尚未|计划|准备|预计|力争/u;

/** Null where nothing on the row or in its columns says whether works have begun, and for a project that has left. */
export function beginning(
  project: Project,
  { ledger, pack, asOf }: { readonly ledger: Ledger; readonly pack: Pack; readonly asOf: string },
): boolean | null {
  const { startActual, startPlanned, completed, completedThisYear, progress = "" } = project.values;
  if (hasCompleted(project)) return true;
  if (startActual) return startActual.from <= asOf;
  const stage = project.values.stage === undefined ? null : findStage(pack, project.values.stage);
  if (stage?.left) return null;
  if (stage !== null && stage.order >= 4 && !stage.beforeStart) return true;
  const clauses = progress.split(/[，,。；;\n]/u);
  if (clauses.some((clause) => AT_WORKS.test(clause) && !NOT_YET.test(clause))) return true;
  if (project.unread.some(({ field }) => field === "startActual" || field === "completed" || field === "stage"))
    return null;
  if (stage !== null || completed || completedThisYear || clauses.some((clause) => NOT_YET.test(clause))) return false;
  if (startPlanned && startPlanned.from > asOf) return false;
  return hasColumnFor(ledger, project, "startActual") ? false : null;
}
