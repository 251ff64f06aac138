/** 开工、完成、到位、支付、配套 over all projects, by the definitions of the dispatch system; and the year's pace. */
import type { Ledger, Project } from "../ledger/ledger";
import { countedOnce } from "../ledger/parts";
import type { Amount } from "../measure/types";
import type { Pack } from "../policy/pack";
import { beginning } from "./begun";
import { elapsedShare, paceDifference } from "./pace";
import { rate, type Rate } from "./rates";

export interface Progress {
  readonly rates: readonly Rate[];
  /** Share of the year elapsed on asOf. */
  readonly elapsed: number;
  /** Year's completion rate minus the elapsed share, as a share; null where no year's plan is stated. */
  readonly ahead: number | null;
}

export function progress(ledgers: readonly Ledger[], pack: Pack, asOf: string): Progress {
  const asked = ledgers.filter((ledger) => ledger.role === "projects");
  const projects = asked.flatMap(countedOnce);
  const rates = [
    started(asked, pack, asOf),
    ratio("yearCompletion", projects, "completedThisYear", "planThisYear"),
    ratio("totalCompletion", projects, "completed", "totalInvestment"),
    ratio("arrival", projects, "arrived", "approved"),
    ratio("payment", projects, "paid", "completed"),
  ];
  const year = rates.find((each) => each.key === "yearCompletion")?.share ?? null;
  return { rates, elapsed: elapsedShare(asOf), ahead: year === null ? null : paceDifference(year, asOf) };
}

/** Of a row that says nothing of it nobody knows whether it has started: it makes the rate neither better nor worse. */
function started(ledgers: readonly Ledger[], pack: Pack, asOf: string): Rate {
  const known = ledgers
    .flatMap((ledger) => countedOnce(ledger).map((project) => beginning(project, { ledger, pack, asOf })))
    .filter((begun) => begun !== null);
  return rate("started", known.filter((begun) => begun).length, known.length);
}

type AmountField =
  "completedThisYear" | "planThisYear" | "completed" | "totalInvestment" | "arrived" | "approved" | "paid";

/** Only rows that state both figures count, so that a missing denominator makes no rate look better. */
function ratio(key: Rate["key"], projects: readonly Project[], above: AmountField, below: AmountField): Rate {
  let numerator = 0;
  let denominator = 0;
  for (const { values } of projects) {
    const parts: (Amount | undefined)[] = [values[above], values[below]];
    if (!parts[0] || !parts[1]) continue;
    numerator += Math.round(parts[0].wan * 1e6);
    denominator += Math.round(parts[1].wan * 1e6);
  }
  return rate(key, numerator / 1e6, denominator / 1e6);
}
