/** What a collection keeps of the ledgers of the same day of last year. */
import type { Ledger } from "../../../ledger/ledger";
import type { Pack } from "../../../policy/pack";
import type { Collection } from "./collection";
import { coverageOf } from "./coverage";
import { yearFigures } from "./standing";
import type { Summary } from "./summary";

export function againstLastYear(
  before: readonly Ledger[] | null,
  summary: Summary,
  pack: Pack,
): Pick<Collection, "lastYear" | "lastYearCoverage"> {
  if (before === null) return { lastYear: null };
  return { lastYear: yearFigures(before, pack), lastYearCoverage: coverageOf(before, summary, pack) };
}
