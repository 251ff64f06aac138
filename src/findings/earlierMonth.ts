/** What is said of the sheet of an earlier month: how it was written, and that it is no reason to hold back this month's. */
import type { Ledger, Project } from "../ledger/ledger";
import { isRestated } from "../ledger/restated";

/** Forms and figures: all other rules ask how a project stands today, which the row of an earlier month does not say. */
const OF_WHAT_IS_WRITTEN = /^[FK]/;

export function isOfWhatIsWritten(code: string): boolean {
  return OF_WHAT_IS_WRITTEN.test(code);
}

/** What was handed in then is not what is handed in now: whatever is wrong with it stops nothing. */
export function isOfEarlierMonth(code: string, ledger: Ledger | null, project: Project | null): boolean {
  if (!ledger?.restated || !isOfWhatIsWritten(code)) return false;
  return project ? isRestated(ledger, project) : isMostlyRestated(ledger);
}

/** Of a total or a heading; a project that has left since does not make its old sheet this month's. */
function isMostlyRestated({ restated, projects }: Ledger): boolean {
  return restated !== undefined && restated.length * 2 > projects.length;
}
