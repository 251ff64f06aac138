/** What page 目标 shows of a run: the numbers of the reserve, and for each project where it stands in them. */
import type { Ledger, Project } from "../../src/ledger/ledger";
import { countedOnce } from "../../src/ledger/parts";
import type { Run } from "../../src/report/run";
import { outcomeOf, reasonOf, type RefusalReason } from "../../src/reserve/applications";
import { reservePlacer, type ReservePlace } from "../../src/reserve/place";
import { reserveSteps, type ReserveNumbers } from "../../src/reserve/reserve";
import { projectRow, type ProjectRow } from "../projectRow";

export interface ReserveRow extends ProjectRow {
  readonly place: ReservePlace;
  /** Why its application came back; null where it did not. */
  readonly refusal: RefusalReason | null;
}

export interface ReserveView {
  readonly numbers: ReserveNumbers;
  readonly rows: readonly ReserveRow[];
  /** Projects that have not left. */
  readonly total: number;
}

/** Rows between two yields. */
const STEP = 100;

export function* reserveViewSteps(run: Run): Generator<undefined, ReserveView> {
  const { pack, asOf } = run.options;
  const options = { pack, asOf, verdict: run.result.verdict, calendar: run.calendar };
  const numbers = yield* reserveSteps(run.ledgers, options);
  const placeOf = reservePlacer(options, run.ledgers);
  const rows: ReserveRow[] = [];
  for (const ledger of run.ledgers) {
    if (ledger.role !== "projects") continue;
    for (const project of countedOnce(ledger)) {
      rows.push(rowOf(project, ledger, placeOf(project, ledger)));
      if (rows.length % STEP === 0) yield;
    }
  }
  return { numbers, rows, total: rows.filter(({ place }) => !place.left).length };
}

function rowOf(project: Project, ledger: Ledger, place: ReservePlace): ReserveRow {
  const refusal = outcomeOf(project) === "refused" ? reasonOf(project) : null;
  return { ...projectRow(project, ledger), place, refusal };
}
