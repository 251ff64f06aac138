/** What the sheets of each file state together: a year, a stage or a month that one of them says holds for the others. */
import { withLentStages } from "./lend";
import { withLentYears } from "./lendYear";
import type { Ledger } from "./ledger";
import { withRestatedRows } from "./restated";
import { withDaysThatCame } from "./tense";

/** For each file its ledgers as they were read; `asOf` is the day of the run, YYYY-MM-DD. A receipt is compared with the same as it was made of. */
export function statedTogether(readOf: readonly (readonly Ledger[])[], asOf: string): Ledger[][] {
  return withRestatedRows(withDaysThatCame(withLentStages(withLentYears(readOf)), asOf), asOf);
}
