/** The reserve against its target: what was added, what is missing, and how the projects spread over departments, stages, areas and channels. */
import type { Ledger } from "../ledger/ledger";
import { countedOnce } from "../ledger/parts";
import { withinCalendar, workdaysLeft, type Calendar } from "../measure/calendar";
import { roundWan } from "../measure/amount";
import type { Target } from "../policy/pack";
import { applications, type Applications } from "./applications";
import { forecastAt, paceNeeded } from "./pace";
import { matrixGatherer, policyMatrix, type PolicyMatrix } from "./matrix";
import { reservePlacer, targetInForce, type PlaceOptions } from "./place";
import type { Rate } from "./rates";
import { progress, type Progress } from "./progress";
import {
  byGroup,
  byQuarter,
  bySize,
  departmentsWithNone,
  focusWithNone,
  planned,
  type Part,
  type QuarterPart,
} from "./structure";

export interface ReserveOptions extends PlaceOptions {
  readonly calendar: Calendar;
}

export interface CountAndWan {
  readonly count: number;
  /** 万元. */
  readonly wan: number;
}

export interface ReserveNumbers {
  readonly added: CountAndWan;
  readonly target: (CountAndWan & { readonly by: string }) | null;
  readonly gap: CountAndWan | null;
  /** Working days after asOf up to and including the target day; 0 when it has passed, null where the calendar has no data. */
  readonly workdaysLeft: number | null;
  readonly fit: { readonly count: number; readonly share: number } | null;
  readonly byDepartment: readonly ({ readonly department: string } & CountAndWan)[];
  readonly byStage: readonly ({ readonly stage: string } & CountAndWan)[];
  readonly byArea: readonly ({ readonly area: string } & CountAndWan)[];
  readonly byChannel: readonly ({ readonly channel: string } & CountAndWan)[];
  /** By the roster's 口. */
  readonly byGroup: readonly Part[];
  readonly bySize: readonly Part[];
  /** What entered the reserve in each quarter, by department. */
  readonly byQuarter: readonly QuarterPart[];
  /** Departments of the roster without a project. */
  readonly departmentsWithNone: readonly string[];
  /** Entries of the focus list without a project. */
  readonly focusWithNone: readonly string[];
  /** Needed on each working day that is left; null where none is left or no target is set. */
  readonly pace: CountAndWan | null;
  /** What would be reached on the target day at the pace since the first day; null where nothing can be said. */
  readonly forecast: CountAndWan | null;
  /** What became of the applications; null where no row says so. */
  readonly applications: Applications | null;
  /** 政策—项目—资金: policies, channels, projects and money. */
  readonly matrix: PolicyMatrix;
  /** Projects whose 规划依据 says which plan they follow, of those in ledgers that ask for it; null where none asks. */
  readonly planned: Rate | null;
  /** 开工、完成、到位、支付 and the pace of the year, each with its denominator. */
  readonly progress: Progress;
}

/** Rows between two yields. */
const STEP = 200;

export function reserveNumbers(ledgers: readonly Ledger[], options: ReserveOptions): ReserveNumbers {
  const steps = reserveSteps(ledgers, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps, so that a pane stays alive between them. */
export function* reserveSteps(
  ledgers: readonly Ledger[],
  options: ReserveOptions,
): Generator<undefined, ReserveNumbers> {
  const { pack, asOf } = options;
  const target = targetInForce(pack, asOf);
  const added = new Tally();
  const departments = new Groups();
  const stages = new Groups();
  const areas = new Groups();
  const channels = new Groups();
  for (const department of pack.roster) departments.open(department.name);
  for (const area of pack.areas) areas.open(area.name);
  const placeOf = reservePlacer(options, ledgers);
  const matrix = matrixGatherer(ledgers, pack);
  let fitting = 0;
  let total = 0;
  let rows = 0;

  for (const ledger of ledgers) {
    if (ledger.role !== "projects") continue;
    for (const project of countedOnce(ledger)) {
      const wan = project.values.totalInvestment?.wan ?? 0;
      const place = placeOf(project, ledger);
      stages.add(place.stage, wan);
      if (++rows % STEP === 0) yield;
      if (place.left) continue;
      total++;
      departments.add(place.department, wan);
      areas.add(place.area, wan);
      channels.add(place.channel, wan);
      matrix.add(project, ledger, place.channel);
      if (place.fits) fitting++;
      if (place.added) added.add(wan);
    }
  }

  const gap = target && gapTo(target, added);
  const left = target && workdaysLeft(options.calendar, asOf, target.by);
  yield;
  const structure = {
    byGroup: byGroup(ledgers, pack),
    bySize: bySize(ledgers, pack),
    byQuarter: byQuarter(ledgers, pack),
  };
  yield;
  const none = {
    departmentsWithNone: departmentsWithNone(ledgers, pack),
    focusWithNone: focusWithNone(ledgers, pack),
  };
  yield;
  const applied = applications(ledgers, pack);
  yield;
  return {
    added: added.sum(),
    target: target && { count: target.count ?? 0, wan: target.wan ?? 0, by: target.by },
    gap,
    workdaysLeft: left,
    fit: total === 0 ? null : { count: fitting, share: Math.round((fitting / total) * 10_000) / 10_000 },
    byDepartment: departments.list().map(([department, sum]) => ({ department, ...sum })),
    byStage: stages.list().map(([stage, sum]) => ({ stage, ...sum })),
    byArea: areas.list().map(([area, sum]) => ({ area, ...sum })),
    byChannel: channels.list().map(([channel, sum]) => ({ channel, ...sum })),
    ...structure,
    ...none,
    pace: gap && pacePerDay(gap, left),
    forecast: target && forecastFor(target, added.sum(), left, options),
    applications: applied,
    matrix: policyMatrix(matrix.entries, ledgers, options),
    planned: planned(ledgers),
    progress: progress(ledgers, pack, asOf),
  };
}

function gapTo(target: Target, added: Tally): CountAndWan {
  return {
    count: Math.max(0, (target.count ?? 0) - added.count),
    wan: roundWan(Math.max(0, (target.wan ?? 0) - added.wan)),
  };
}

function pacePerDay(gap: CountAndWan, left: number | null): CountAndWan | null {
  const count = paceNeeded(gap.count, left);
  const wan = paceNeeded(gap.wan, left);
  return count === null || wan === null ? null : { count: roundWan(count), wan: roundWan(wan) };
}

function forecastFor(
  { countedFrom }: Target,
  added: CountAndWan,
  left: number | null,
  { calendar, asOf }: ReserveOptions,
): CountAndWan | null {
  const passed = withinCalendar(() => calendar.between(countedFrom, asOf));
  const count = forecastAt(added.count, passed, left);
  const wan = forecastAt(added.wan, passed, left);
  return count === null || wan === null ? null : { count: Math.floor(count), wan: roundWan(wan) };
}

/** Sums in millionths of 万元 where they are exact, so that the order of rows changes nothing. */
class Tally {
  count = 0;
  private millionths = 0;

  add(wan: number): void {
    this.count++;
    this.millionths += Math.round(wan * 1e6);
  }

  get wan(): number {
    return this.millionths / 1e6;
  }

  sum(): CountAndWan {
    return { count: this.count, wan: this.wan };
  }
}

class Groups {
  private readonly tallies = new Map<string, Tally>();

  /** Shows the group even when nothing falls into it. */
  open(name: string): Tally {
    let tally = this.tallies.get(name);
    if (!tally) this.tallies.set(name, (tally = new Tally()));
    return tally;
  }

  add(name: string, wan: number): void {
    this.open(name).add(wan);
  }

  list(): [string, CountAndWan][] {
    return [...this.tallies].map(([name, tally]) => [name, tally.sum()]);
  }
}
