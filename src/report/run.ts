/** From sheets to a judged run, in steps, so that a pane stays alive between them. */
import { checkSteps, type CheckProgress, type CheckResult, type Waiver } from "../findings/check";
import type { Baseline } from "../ledger/baseline";
import type { FieldKey } from "../ledger/fields";
import { tablesOf, type Ledger } from "../ledger/ledger";
import { readLedgerSteps } from "../ledger/read";
import { statedTogether } from "../ledger/stated";
import type { Calendar } from "../measure/calendar";
import { calendarOf } from "../policy/calendar";
import { makeJudge } from "../policy/classify";
import type { Judge } from "../policy/judge";
import type { Pack } from "../policy/pack";
import { withRoster } from "../reserve/departments";
import { withFurtherRows } from "../reserve/further";
import { RULES } from "../rules/index";
import type { Sheet } from "../sheet/sheet";

export interface RunFile {
  /** As given on the command line, or the workbook's name. */
  readonly path: string;
  readonly sheets: readonly Sheet[];
  /** What was settled about its sheets, by sheet name; before the run's own. */
  readonly choices?: Readonly<Record<string, SheetChoices>>;
  /** Why the file could not be read; it then has no sheets. */
  readonly error?: { readonly code: string; readonly message: string };
}

/** What the user settled about a sheet; remembered in the workbook. */
export interface SheetChoices {
  /** 1-based rows of the heading block. */
  readonly header?: { readonly top: number; readonly bottom: number };
  /** Normalised heading → field, or null for 「不用」. */
  readonly columns?: Readonly<Record<string, FieldKey | null>>;
}

export interface RunOptions {
  readonly pack: Pack;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  readonly waivers?: readonly Waiver[];
  /** By sheet name. */
  readonly choices?: Readonly<Record<string, SheetChoices>>;
  /** What was handed in last time. */
  readonly baseline?: Baseline;
  /** Sentences about the run itself, shown with its verdict. */
  readonly notices?: readonly string[];
}

export interface Run {
  readonly files: readonly RunFile[];
  /** Every table of every sheet of every readable file, in order, whatever its role. */
  readonly ledgers: readonly Ledger[];
  /** For each file the ledgers of its sheets; a sheet with several tables has one for each. */
  readonly ledgersOf: readonly (readonly Ledger[])[];
  readonly options: RunOptions;
  readonly judge: Judge;
  readonly calendar: Calendar;
  readonly result: CheckResult;
}

export interface RunProgress {
  readonly phase: "read" | "check";
  readonly path: string;
  readonly rows: number;
  readonly of: number | null;
  /** What was found so far, while it checks. */
  readonly found: Pick<CheckProgress, "found" | "first"> | null;
}

/** Yields after every few hundred rows; whoever drives it may stop at any yield. */
export function* runSteps(files: readonly RunFile[], asked: RunOptions): Generator<RunProgress, Run> {
  const readOf: Ledger[][] = [];
  for (const file of files) {
    const ledgers: Ledger[] = [];
    for (const sheet of file.sheets) {
      const choices = file.choices?.[sheet.name] ?? asked.choices?.[sheet.name];
      const steps = readLedgerSteps(sheet, { file: file.path, ...(choices ? { choices } : {}) });
      for (;;) {
        const step = steps.next();
        if (step.done) {
          ledgers.push(...tablesOf(step.value));
          break;
        }
        yield { phase: "read", path: file.path, rows: step.value.rows, of: sheet.rowCount, found: null };
      }
    }
    readOf.push(ledgers);
  }

  // What comes before the first row is judged takes its time as well: each in a step of its own.
  const beginning: RunProgress = { phase: "check", path: "", rows: 0, of: null, found: null };
  yield beginning;
  const stated = statedTogether(readOf, asked.asOf);
  const pack = withRoster(asked.pack, stated.flat());
  const ledgersOf = withFurtherRows(stated, pack);
  const ledgers = ledgersOf.flat();
  yield beginning;
  const judge = judgeOf(asked.pack);
  yield beginning;
  const calendar = calendarOf(asked.pack);
  const options = { ...asked, pack };
  const steps = checkSteps(ledgers, {
    pack: options.pack,
    asOf: options.asOf,
    rules: RULES,
    calendar,
    judge,
    ...(options.waivers ? { waivers: options.waivers } : {}),
    ...(options.baseline ? { baseline: options.baseline } : {}),
  });
  for (;;) {
    const step = steps.next();
    if (step.done) return { files, ledgers, ledgersOf, options, judge, calendar, result: step.value };
    yield { phase: "check", path: "", rows: step.value.rows, of: step.value.of, found: step.value };
  }
}

const judges = new WeakMap<Pack, Judge>();

/** A judge builds its automaton once; re-checks use the same one. */
function judgeOf(pack: Pack): Judge {
  let judge = judges.get(pack);
  if (!judge) judges.set(pack, (judge = makeJudge(pack)));
  return judge;
}

/** The same, in one go. */
export function runThrough(files: readonly RunFile[], options: RunOptions): Run {
  const steps = runSteps(files, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
