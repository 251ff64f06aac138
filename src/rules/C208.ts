/** A channel asks for certain procedures at the row's stage and those before it. */
import type { ProcedureKey } from "../ledger/fields";
import { PROCEDURE_KEYS } from "../measure/procedures";
import type { Project } from "../ledger/ledger";
import type { Channel, Pack, Stage } from "../policy/pack";
import { entryBasis } from "./entryBasis";
import { channelOf, stageOf } from "./lookups";
import { rowRule, type RowContext } from "./rule";
import { FIELD_OF, isOpen } from "./steps";

export default rowRule({
  code: "C208",
  severity: "error",
  basis: { document: "政府投资条例", number: "国务院令第712号", article: "第九条、第十七条", confidence: "H" },
  seed: ["B24"],
  needs: ["channel", "stage", PROCEDURE_KEYS.map((key) => `proc.${key}` as const)],
  on: "2025-06-20",
  good: [
    example({ "proc.feasibility": "川发改审〔2025〕12号", "proc.design": "" }),
    example({ "proc.feasibility": "", "proc.design": "已批复" }),
  ],
  bad: [
    example({ "proc.feasibility": "未办理", "proc.design": "未办理" }),
    example({ "proc.feasibility": "正在办理", "proc.design": "" }),
  ],
  check(project, context) {
    const stage = stageOf(context.pack, project);
    const channel = channelOf(context.pack, project);
    if (!stage || !channel) return null;
    const lacking = lackingFor(project, channel, stage, context);
    if (lacking.length === 0) return null;
    return {
      fields: [...lacking.flat().map((key) => `proc.${key}` as const)].filter((field) => context.has(field)),
      args: { channel: channel.name, stage: stage.name, steps: lacking.map((any) => any.join("|")) },
      basis: entryBasis(channel.proceduresBasis ?? channel),
    };
  },
});

/** Groups of alternatives of which none is settled; a group without a single column says nothing. */
export function lackingFor(
  project: Project,
  channel: Channel,
  stage: Stage,
  { pack, has }: RowContext,
): readonly (readonly ProcedureKey[])[] {
  const demanded = demandedAt(channel, stage, pack);
  return demanded.length === 0 ? NONE : demanded.filter((any) => isLacking(project, any, has));
}

const NONE: readonly never[] = [];

function isLacking(project: Project, any: readonly ProcedureKey[], has: RowContext["has"]): boolean {
  let isOnSheet = false;
  for (const key of any) {
    if (!isOpen(project, key)) return false;
    isOnSheet ||= has(FIELD_OF[key]);
  }
  return isOnSheet;
}

const demands = new WeakMap<Channel, Map<Stage, readonly (readonly ProcedureKey[])[]>>();

/** At the stage and those before it; put together once, since channels and stages are the pack's own. */
function demandedAt(channel: Channel, stage: Stage, pack: Pack): readonly (readonly ProcedureKey[])[] {
  let byStage = demands.get(channel);
  if (!byStage) demands.set(channel, (byStage = new Map()));
  let demanded = byStage.get(stage);
  if (!demanded) {
    demanded = pack.stages
      .filter((each) => each.order > 0 && each.order <= stage.order)
      .flatMap((each) => channel.procedures[each.id] ?? [])
      .map((any) => (typeof any === "string" ? [any] : any));
    byStage.set(stage, demanded);
  }
  return demanded;
}

function example(steps: Readonly<Record<"proc.feasibility" | "proc.design", string>>): Record<string, string | number> {
  return {
    name: "县乡公路危桥改造工程",
    department: "交通运输局",
    totalInvestment: 3600,
    scale: "改造危桥9座",
    stage: "申报",
    channel: "中央预算内投资（直接投资）",
    ...steps,
  };
}
