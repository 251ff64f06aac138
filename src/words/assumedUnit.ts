/** What is said of amounts that no unit stands over: of the whole sheet, or by their headings. */
import { amountsWithoutUnit, type Ledger } from "../ledger/ledger";

interface Sentences {
  readonly assumedUnit: (sheet: string, unit: string) => string;
  readonly assumedUnitOf: (sheet: string, headings: string, unit: string) => string;
}

/** One sentence a ledger that has had to assume a unit. */
export function assumedUnits(ledgers: readonly Ledger[], words: Sentences): string[] {
  return ledgers.flatMap((ledger) => {
    const { sheet, assumedUnit } = ledger;
    if (assumedUnit === null) return [];
    const headings = amountsWithoutUnit(ledger);
    return headings === null
      ? words.assumedUnit(sheet, assumedUnit)
      : words.assumedUnitOf(sheet, headings.join("、"), assumedUnit);
  });
}
