/** Sheet → ledger, in one pass over its rows and in steps, so that a pane stays alive between them. */
import type { Sheet, SheetRow } from "../sheet/sheet";
import type { Ledger } from "./ledger";
import { besideColumn, rowsFrom, withinColumns, withOwnTotals } from "./block/tables";
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
export function* readLedgerSteps(sheet: Sheet, options: ReadLedgerOptions): Generator<ReadProgress, Ledger> {
  const tables = yield* readTables(sheet, options, null);
  return chained(tables.length === 1 ? tables : withOwnTotals(tables));
}

/** The tables of a sheet from the topmost down, each with its own columns. However many there are, each row is taken once. */
function* readTables(
  sheet: Sheet,
  options: ReadLedgerOptions,
  topmost: Above | null,
): Generator<ReadProgress, readonly Ledger[]> {
  const source = rowSource(sheet);
  const tables: Ledger[] = [];
  let above = topmost;
  for (let part = sheet; ;) {
    const first: SheetRow[] = [];
    for (let some = source.take(); some.length > 0; some = source.take()) {
      first.push(...some);
      yield { rows: source.taken() };
      if (first.length >= LOOKED_AT) break;
    }
    const plan = planOf(part, first.slice(0, LOOKED_AT), options, above);
    if (plan.kind === "other") return [...tables, plan.ledger];
    const beside = besideColumn(plan.header);
    if (beside !== null) {
      source.close();
      const left = yield* readTables(withinColumns(part, 0, beside), options, above);
      const right = yield* readTables(withinColumns(part, beside, Infinity), options, above);
      return [...tables, ...left, ...right];
    }
    source.giveBack(first);
    const reading = projectReading(part, options, plan, above?.section ?? null);
    let next = reading.next();
    for (let some = source.take(); some.length > 0; some = source.take()) {
      reading.take(some);
      yield { rows: source.taken() };
      next = reading.next();
      if (next === null) continue;
      const { row: heading } = next;
      source.giveBack(some.filter(({ row }) => row >= heading));
      break;
    }
    tables.push(reading.ledger());
    if (next === null) return tables;
    above = { ...plan, ...next.above };
    part = rowsFrom(sheet, next.row);
  }
}

/** A sheet's rows in order, of which those that were looked at too early can be given back. */
interface RowSource {
  /** A few more; none at the end. */
  readonly take: () => readonly SheetRow[];
  readonly giveBack: (rows: readonly SheetRow[]) => void;
  /** How many have been taken and not given back. */
  readonly taken: () => number;
  readonly close: () => void;
}

function rowSource(sheet: Sheet): RowSource {
  const blocks = sheet.blocks(STEP)[Symbol.iterator]();
  let waiting: readonly SheetRow[] = [];
  let taken = 0;
  const more = (): readonly SheetRow[] => {
    if (waiting.length === 0) {
      for (let block = blocks.next(); block.done !== true; block = blocks.next())
        if (block.value.length > 0) return block.value;
      return [];
    }
    const some = waiting.slice(0, STEP);
    waiting = waiting.slice(STEP);
    return some;
  };
  return {
    take: () => {
      const some = more();
      taken += some.length;
      return some;
    },
    giveBack: (rows) => {
      waiting = waiting.length === 0 ? rows : [...rows, ...waiting];
      taken -= rows.length;
    },
    taken: () => taken,
    close: () => blocks.return?.(),
  };
}

function chained(tables: readonly Ledger[]): Ledger {
  const [last, ...others] = [...tables].reverse();
  if (!last) throw new Error("A sheet is at least one table.");
  return others.reduce((below, table) => ({ ...table, below }), last);
}
