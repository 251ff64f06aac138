/** Whether two sheets say that they are of different months or years: figures of another time may be others. */
import type { Ledger } from "../ledger/ledger";
import { statedMonth } from "../ledger/statedMonth";

/** Only where both say it: a sheet that says nothing may be of any time. */
export function areOfOtherTimes(a: Ledger, b: Ledger): boolean {
  if (a.year !== null && b.year !== null && a.year !== b.year) return true;
  const [one, other] = [statedMonth(a), statedMonth(b)];
  return one !== null && other !== null && one !== other;
}
