/** Sheet → ledger, in one pass over its rows and in steps, so that a pane stays alive between them. */
import type { Sheet, SheetRow } from "../sheet/sheet";
import type { Ledger } from "./ledger";
import { besideColumn, rowsFrom, withinColumns, withOwnTotals } from "./tables";
import { planOf, type Above, type ReadLedgerOptions } from "./plan";
import { projectReading } from "./projects";

export interface ReadProgress {
  readonly rows: number;
}

/** Rows read between two yields. */
const STEP = 100;
/** Rows looked at before the columns are settled: the heading's and enough below it to see what the values look like. */
const LOOKED_AT = 260;

export function readLedger(sheet: Sheet, options: ReadLedgerOptions): Ledger {
  const steps = readLedgerSteps(sheet, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Yields after every few hundred rows; whoever drives it may stop at any yield. */
export function readLedgerSteps(sheet: Sheet, options: ReadLedgerOptions): Generator<ReadProgress, Ledger> {
  return readTableSteps(sheet, options, null);
}

/** One table of a sheet, and below it the next, which has its own columns. */
function* readTableSteps(
  sheet: Sheet,
  options: ReadLedgerOptions,
  above: Above | null,
): Generator<ReadProgress, Ledger> {
  const blocks = sheet.blocks(STEP)[Symbol.iterator]();
  const first: SheetRow[] = [];
  for (let block = blocks.next(); block.done !== true; block = blocks.next()) {
    first.push(...block.value);
    yield { rows: first.length };
    if (first.length >= LOOKED_AT) break;
  }
  const plan = planOf(sheet, first.slice(0, LOOKED_AT), options, above);
  if (plan.kind === "other") return plan.ledger;
  const beside = besideColumn(plan.header);
  if (beside !== null) {
    blocks.return?.();
    const left = yield* readTableSteps(withinColumns(sheet, 0, beside), options, above);
    const right = yield* readTableSteps(withinColumns(sheet, beside, Infinity), options, above);
    return { ...withOwnTotals(left), below: withOwnTotals(right) };
  }
  const reading = projectReading(sheet, options, plan, above?.section ?? null);
  let rows = 0;
  for (let start = 0; start < first.length && reading.next() === null; start += STEP) {
    const some = first.slice(start, start + STEP);
    reading.take(some);
    rows += some.length;
    yield { rows };
  }
  while (reading.next() === null) {
    const block = blocks.next();
    if (block.done === true) break;
    reading.take(block.value);
    rows += block.value.length;
    yield { rows };
  }
  const next = reading.next();
  if (next === null) return above === null ? reading.ledger() : withOwnTotals(reading.ledger());
  blocks.return?.();
  const below = yield* readTableSteps(rowsFrom(sheet, next.row), options, { ...plan, ...next.above });
  return { ...withOwnTotals(reading.ledger()), below };
}
