/** The reserve against its target: what was added, what is missing, and how the projects spread over departments, stages, areas and channels. */
import type { Ledger, Project } from "../ledger/ledger";
import { OutsideCalendar, type Calendar } from "../measure/calendar";
import { roundWan } from "../measure/amount";
import type { Judge } from "../policy/judge";
import type { Channel, Pack, Target } from "../policy/pack";
import { findArea, findChannel, findStage } from "../policy/recognise";

import { applications, type Applications } from "./applications";
import { paceNeeded } from "./pace";
import { progress, type Progress } from "./progress";
import { byGroup, bySize, departmentsWithNone, focusWithNone, type Part } from "./structure";

export interface ReserveOptions {
  readonly pack: Pack;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  readonly calendar: Calendar;
  readonly judge: Judge;
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
  readonly byGroup: readonly Part[];
  readonly bySize: readonly Part[];
  readonly departmentsWithNone: readonly string[];
  readonly focusWithNone: readonly string[];
  /** Needed on each working day that is left; null where none is left or no target is set. */
  readonly pace: CountAndWan | null;
  readonly applications: Applications | null;
  readonly progress: Progress;
}

export const NOT_STATED = "未填写";

export function reserveNumbers(ledgers: readonly Ledger[], options: ReserveOptions): ReserveNumbers {
  const { pack, asOf } = options;
  const target = targetInForce(pack, asOf);
  const added = new Tally();
  const departments = new Groups();
  const stages = new Groups();
  const areas = new Groups();
  const channels = new Groups();
  for (const department of pack.roster) departments.open(department.name);
  for (const area of pack.areas) areas.open(area.name);
  const departmentName = departmentNamer(pack);
  let fitting = 0;
  let total = 0;

  for (const ledger of ledgers) {
    if (ledger.role !== "projects") continue;
    for (const project of ledger.projects) {
      const { values } = project;
      const wan = values.totalInvestment?.wan ?? 0;
      const stage = values.stage === undefined ? null : findStage(pack, values.stage);
      stages.add(stage?.name ?? values.stage ?? NOT_STATED, wan);
      if (stage?.left) continue;
      total++;
      departments.add(departmentName(values.department ?? values.reporter ?? ledger.reporter), wan);
      areas.add(areaOf(project, options) ?? NOT_STATED, wan);
      const channel = values.channel === undefined ? null : findChannel(pack, values.channel);
      channels.add(channel?.name ?? values.channel ?? NOT_STATED, wan);
      if (fitsSupport(project, channel, options)) fitting++;
      if (target && countsAsAdded(project, target, asOf)) added.add(wan);
    }
  }

  const gap = target && gapTo(target, added);
  const left = target && workdaysLeft(options.calendar, asOf, target.by);
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
    byGroup: byGroup(ledgers, pack),
    bySize: bySize(ledgers),
    departmentsWithNone: departmentsWithNone(ledgers, pack),
    focusWithNone: focusWithNone(ledgers, pack),
    pace: gap && pacePerDay(gap, left),
    applications: applications(ledgers, pack),
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

/** The county's target whose day comes next, else the one that passed last. */
export function targetInForce(pack: Pack, asOf: string): Target | null {
  const county = pack.targets.filter((target) => target.department === null && target.countedFrom <= asOf);
  const coming = county.filter((target) => target.by >= asOf).sort((a, b) => (a.by < b.by ? -1 : 1));
  if (coming[0]) return coming[0];
  return [...county].sort((a, b) => (a.by > b.by ? -1 : 1))[0] ?? null;
}

/** Entered between the target's first day and asOf; a month counts as soon as it has begun. */
export function countsAsAdded(project: Project, target: Pick<Target, "countedFrom" | "by">, asOf: string): boolean {
  const entered = project.values.enteredOn;
  if (!entered) return false;
  return entered.from >= target.countedFrom && entered.from <= asOf && entered.from <= target.by;
}

/** The stated area, else the classified one; null where neither is known. */
export function areaOf(project: Project, { pack, judge }: Pick<ReserveOptions, "pack" | "judge">): string | null {
  const { name = "", scale, area } = project.values;
  const stated = area === undefined ? null : findArea(pack, area);
  return stated ?? judge(name, scale).area.is;
}

/**
 * Whether the project lies in what the state's funds support: no negative class, a known area, and, where the row
 * names a channel, an area of that channel. Money of the county's own or of companies is no state fund.
 */
export function fitsSupport(
  project: Project,
  channel: Channel | null,
  options: Pick<ReserveOptions, "pack" | "judge">,
): boolean {
  const { name = "", scale, channel: stated } = project.values;
  if (options.judge(name, scale).negative) return false;
  const area = areaOf(project, options);
  if (area === null) return false;
  if (stated === undefined) return options.pack.channels.some((each) => each.areas?.includes(area) ?? false);
  if (!channel?.stateFunds) return false;
  return channel.areas === null || channel.areas.includes(area);
}

function workdaysLeft(calendar: Calendar, asOf: string, by: string): number | null {
  if (by < asOf) return 0;
  try {
    return calendar.between(asOf, by);
  } catch (error) {
    if (error instanceof OutsideCalendar) return null;
    throw error;
  }
}

/** Statistics know a department by its roster name; elsewhere it stays as written. */
function departmentNamer(pack: Pack): (written: string | null | undefined) => string {
  const known = new Map<string, string>();
  for (const { name, aliases } of pack.roster) for (const alias of [name, ...aliases]) known.set(alias, name);
  return (written) => (written ? (known.get(written) ?? written) : NOT_STATED);
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
