/** 横向比较: departments by what they completed of the year's plan, with ranks, ties, lights and 红黑榜. */
import type { Ledger } from "../ledger/ledger";
import { countedOnce } from "../ledger/parts";
import { roundWan } from "../measure/amount";
import type { Pack } from "../policy/pack";
import { departmentCounted } from "./departments";
import { progressLight, type Light } from "./lights";
import { departmentNamer } from "./oneDepartment";
import { elapsedShare } from "./pace";
import { ranked, redBlack } from "./ranks";
import { rate, type Rate } from "./rates";

export interface DepartmentRank {
  readonly department: string;
  /** 年度投资完成率, with both of its figures in 万元. */
  readonly completion: Rate;
  /** 1 is best; equal rates share a rank. */
  readonly rank: number;
  readonly tied: readonly string[];
  /** 万元 still to be completed for the rate of the first; 0 for whoever is first. */
  readonly toFirst: number;
  /** By the pack's first light preset; null where it has none. */
  readonly light: Light | null;
  /** Red: at least as far as the year and among the first; black: behind it, among the last, and its light not green. */
  readonly board: "red" | "black" | null;
}

/** Only departments whose rows state both the year's plan and what was completed of it. */
export function departmentRanking(ledgers: readonly Ledger[], pack: Pack, asOf: string): readonly DepartmentRank[] {
  return rankDepartments(completions(ledgers, pack), pack, asOf);
}

/** The same for departments whose figures are summed up already. */
export function rankDepartments(
  departments: readonly Completion[],
  pack: Pack,
  asOf: string,
): readonly DepartmentRank[] {
  const elapsed = elapsedShare(asOf);
  const share = ({ completion }: { readonly completion: Rate }): number => completion.share ?? 0;
  const order = ranked(departments, share);
  const preset = pack.ranks.find(({ numbers }) => numbers["redDepartments"] !== undefined);
  const [lights] = pack.lights;
  const lightOf = (each: Completion): Light | null => (lights ? progressLight(lights, elapsed - share(each)) : null);
  const boards =
    preset &&
    redBlack(order, {
      met: (each) => share(each) >= elapsed,
      missed: (each) => lightOf(each) !== "green",
      red: preset.numbers["redDepartments"] ?? 0,
      black: preset.numbers["blackDepartments"] ?? 0,
    });
  const first = order[0]?.item.completion;
  return order.map(({ item, rank, tied }) => ({
    department: item.department,
    completion: item.completion,
    rank,
    tied: tied.map(({ department }) => department),
    toFirst: first ? toReach(first, item.completion) : 0,
    light: lightOf(item),
    board: boards?.red.includes(item) ? "red" : boards?.black.includes(item) ? "black" : null,
  }));
}

/** By the figures themselves, not by the rounded shares. */
function toReach(first: Rate, own: Rate): number {
  const missing = (first.numerator / first.denominator) * own.denominator - own.numerator;
  return Math.max(0, roundWan(missing));
}

export interface Completion {
  readonly department: string;
  readonly completion: Rate;
}

function completions(ledgers: readonly Ledger[], pack: Pack): readonly Completion[] {
  const nameOf = departmentNamer(pack, ledgers);
  const sums = new Map<string, { done: number; plan: number }>();
  for (const ledger of ledgers) {
    if (ledger.role !== "projects") continue;
    for (const project of countedOnce(ledger)) {
      const { planThisYear, completedThisYear } = project.values;
      const written = departmentCounted(project, ledger);
      if (!planThisYear || !completedThisYear || !written) continue;
      const name = nameOf(written);
      const sum = sums.get(name) ?? { done: 0, plan: 0 };
      // Millionths are exact, so that the order of rows changes nothing.
      sum.done += Math.round(completedThisYear.wan * 1e6);
      sum.plan += Math.round(planThisYear.wan * 1e6);
      sums.set(name, sum);
    }
  }
  return [...sums]
    .filter(([, { plan }]) => plan > 0)
    .map(([department, { done, plan }]) => ({
      department,
      completion: rate("yearCompletion", done / 1e6, plan / 1e6),
    }));
}
