/** What became of the applications: how many passed, how many were refused and why, by department and channel; each share with its denominator. */
import type { Ledger, Project } from "../ledger/ledger";
import { applicationsCounted } from "../ledger/parts";
import { normaliseText } from "../measure/text";
import type { Pack } from "../policy/pack";
import { findChannel } from "../policy/recognise";
import { NOT_STATED } from "./place";
import { rate, type Rate } from "./rates";
import { departmentCounted } from "./departments";
import { departmentNamer } from "./oneDepartment";

export type Outcome = "passed" | "refused" | "pending";

/** Why an application came back, as the speeches count it: 不符合资金投向, 可研质量不高, anything else. */
export type RefusalReason = "channel" | "study" | "other";

export interface Applications {
  readonly applied: number;
  readonly passed: number;
  readonly refused: number;
  readonly pending: number;
  readonly success: Rate;
  /** Each as a share of all applications. */
  readonly byReason: readonly { readonly reason: RefusalReason; readonly refused: Rate }[];
  readonly byDepartment: readonly { readonly department: string; readonly success: Rate }[];
  readonly byChannel: readonly { readonly channel: string; readonly success: Rate }[];
}

const PASSED = /^(已|审核|审查|评审)*(通过|过审|合格|批准|入选|同意|下达)/;
const NOT_PASSED = /未通过|不通过|未过|退回|不予|否决|未批|不合格|未入选|不同意|驳回/;
const CHANNEL_WORDS = /投向|渠道|领域|(?:支持|投资|使用)(?:方向|范围)|负面清单/;
/** Money that nobody has promised yet is no wrong channel. */
const NO_MONEY = /(?:来源|资金)渠道(?:还|尚|暂|仍)?(?:[未没无]|不(?:落实|明|清|足|稳))/;
const STUDY_WORDS = /可研|可行性研究|论证|研究报告/;
/** What is said of the study itself. */
const STUDY_QUALITY = /深度|质量|水平|论证|充分|深入|不够|粗糙|评审|审查|测算/;
/** A study that nobody has approved is a procedure that is missing, as one that is not there. */
const NOT_APPROVED = /批复|批准|审批|报批|获批|[未没待]批|批文|手续/;
const NO_STUDY = /(?:[无缺]|没有?|缺[少乏失]|未(?:编制|做|附|报|提[供交]|完成|取得))(?:项目)?(?:可研|可行性研究)/;
const STUDY_NOT_DONE =
  /(?:可研|研究)(?:报告)?(?:还|尚|暂|仍)?(?:缺|[未没]有?(?:编制?|做|附|上?报|提[供交]|完成|取得|开展|启动|出具?|到位|办理)?$)/;

/** Null where no row says what became of it. */
export function applications(ledgers: readonly Ledger[], pack: Pack): Applications | null {
  const nameOf = departmentNamer(pack, ledgers);
  const outcomes: { project: Project; department: string; channel: string; outcome: Outcome }[] = [];
  for (const ledger of ledgers) {
    if (ledger.role !== "projects") continue;
    for (const project of applicationsCounted(ledger)) {
      const outcome = outcomeOf(project);
      if (!outcome) continue;
      const { channel } = project.values;
      const department = departmentCounted(project, ledger);
      outcomes.push({
        project,
        outcome,
        department: department === null ? NOT_STATED : nameOf(department),
        channel: channel === undefined ? NOT_STATED : (findChannel(pack, channel)?.name ?? channel),
      });
    }
  }
  if (outcomes.length === 0) return null;

  const applied = outcomes.length;
  const count = (outcome: Outcome): number => outcomes.filter((each) => each.outcome === outcome).length;
  const reasons = outcomes.filter((each) => each.outcome === "refused").map(({ project }) => reasonOf(project));
  return {
    applied,
    passed: count("passed"),
    refused: count("refused"),
    pending: count("pending"),
    success: rate("success", count("passed"), applied),
    byReason: (["channel", "study", "other"] as const).map((reason) => ({
      reason,
      refused: rate("refused", reasons.filter((each) => each === reason).length, applied),
    })),
    byDepartment: successBy(outcomes, (each) => each.department).map(([department, success]) => ({
      department,
      success,
    })),
    byChannel: successBy(outcomes, (each) => each.channel).map(([channel, success]) => ({ channel, success })),
  };
}

/** Null where the row is no application: no outcome and no reason for a refusal. */
export function outcomeOf({ values }: Project): Outcome | null {
  const { outcome, refusal } = values;
  if (outcome === undefined) return refusal === undefined ? null : "refused";
  const text = normaliseText(outcome);
  if (NOT_PASSED.test(text)) return "refused";
  return PASSED.test(text) ? "passed" : "pending";
}

export function reasonOf({ values }: Project): RefusalReason {
  const clauses = normaliseText(`${values.refusal ?? ""},${values.outcome ?? ""}`).split(/[,;。\n]/u);
  if (clauses.some((clause) => CHANNEL_WORDS.test(clause) && !NO_MONEY.test(clause))) return "channel";
  return clauses.some(speaksOfStudy) ? "study" : "other";
}

function speaksOfStudy(clause: string): boolean {
  if (!STUDY_WORDS.test(clause)) return false;
  if (STUDY_QUALITY.test(clause)) return true;
  return !(NOT_APPROVED.test(clause) || NO_STUDY.test(clause) || STUDY_NOT_DONE.test(clause));
}

function successBy<T extends { outcome: Outcome }>(list: readonly T[], groupOf: (item: T) => string): [string, Rate][] {
  const groups = new Map<string, { passed: number; applied: number }>();
  for (const item of list) {
    const group = groups.get(groupOf(item)) ?? { passed: 0, applied: 0 };
    group.applied++;
    if (item.outcome === "passed") group.passed++;
    groups.set(groupOf(item), group);
  }
  return [...groups].map(([name, { passed, applied }]) => [name, rate("success", passed, applied)]);
}
