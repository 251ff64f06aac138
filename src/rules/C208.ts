/** A channel asks for certain procedures at the row's stage and those before it. */
import type { ProcedureKey } from "../ledger/fields";
import { PROCEDURE_KEYS } from "../measure/procedures";
import type { Project } from "../ledger/ledger";
import type { Channel, Stage } from "../policy/pack";
import { entryBasis } from "./entryBasis";
import { rowRule, type Hit, type RowContext } from "./rule";
import { FIELD_OF, isOpen } from "./steps";
import { asTitled, channelFor } from "./titleChannel";

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
  prepareAt(context, stage) {
    const { pack, has } = context;
    if (!stage || pack.channels.every((channel) => demandedAt(channel, stage, context).length === 0)) return null;
    const lackingOf = lackingAt(stage, context);
    return (project) => {
      const channel = channelFor(project, context);
      if (!channel) return null;
      const lacking = lackingOf(project, channel);
      if (lacking.length === 0) return null;
      const hit: Hit = {
        fields: [...lacking.flat().map((key) => `proc.${key}` as const)].filter((field) => has(field)),
        args: { channel: channel.name, stage: stage.name, steps: lacking.map((any) => any.join("|")) },
        basis: entryBasis(channel.proceduresBasis ?? channel),
      };
      return asTitled(hit, context, context.ledger);
    };
  },
});

type Demanded = readonly (readonly ProcedureKey[])[];

/** Of what a channel asks for up to a stage: the groups of alternatives of which a row has settled none. */
export function lackingAt(stage: Stage, context: RowContext): (project: Project, channel: Channel) => Demanded {
  const known = new Map<Channel, Demanded>();
  return (project, channel) => {
    let demanded = known.get(channel);
    if (!demanded) known.set(channel, (demanded = demandedAt(channel, stage, context)));
    let lacking: (readonly ProcedureKey[])[] | null = null;
    for (const any of demanded) if (areOpen(project, any, context.asOf)) (lacking ??= []).push(any);
    return lacking ?? NONE;
  };
}

const NONE: readonly never[] = [];

/** At the stage and those before it; a group without a single column says nothing. */
function demandedAt(channel: Channel, stage: Stage, { pack, has }: RowContext): Demanded {
  return pack.stages
    .filter((each) => each.order > 0 && each.order <= stage.order)
    .flatMap((each) => channel.procedures[each.id] ?? [])
    .map((any) => (typeof any === "string" ? [any] : any))
    .filter((any) => any.some((key) => has(FIELD_OF[key])));
}

function areOpen(project: Project, any: readonly ProcedureKey[], asOf: string): boolean {
  for (const key of any) if (!isOpen(project, key, asOf)) return false;
  return true;
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
