/** A run as a collection: what a bulletin says of ledgers that were checked together, without a folder of departments' files. */
import type { Ledger } from "../../../ledger/ledger";
import type { Run } from "../../run";
import { isAcrossFiles } from "./across";
import { withOneNameEach } from "./oneNameEach";
import type { Collection } from "./collection";
import { EMPTY, merge, summarise, unreadable, type Summary } from "./summary";
import { againstLastYear } from "./lastYear";
import { withReporters } from "./whose";

/** `before` are the ledgers of the same day of last year. */
export function collectionOfRun(run: Run, before: readonly Ledger[] | null = null): Collection {
  const { pack, asOf } = run.options;
  const named = withOneNameEach(summaryOf(run), pack);
  return {
    ...named,
    across: run.result.perLedger.flatMap(({ findings }) => findings).filter(isAcrossFiles),
    pack,
    calendar: run.calendar,
    asOf,
    due: null,
    changes: null,
    ...againstLastYear(before, named.summary, pack),
  };
}

function summaryOf(run: Run): Summary {
  const writtenOn = run.options.asOf;
  return run.files
    .map(({ path, error }, index) =>
      error
        ? unreadable(path, error.message, writtenOn)
        : summarise(withReporters(partOf(run, index), path), { path, receipt: "none", writtenOn }),
    )
    .reduce(merge, EMPTY);
}

/** One file's share of the run; what concerns the run as a whole goes with the first. */
function partOf(run: Run, index: number): Run {
  const file = run.files[index];
  const ledgers = run.ledgersOf[index] ?? [];
  const own = new Set(ledgers);
  return {
    ...run,
    files: file ? [file] : [],
    ledgers,
    ledgersOf: [ledgers],
    result: {
      ...run.result,
      perLedger: run.result.perLedger.filter(({ ledger }) => own.has(ledger)),
      run: index === 0 ? run.result.run : [],
    },
  };
}
