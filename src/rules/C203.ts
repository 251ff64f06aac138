/** What stands on the negative list gets no special bonds. */
import { entryBasis } from "./entryBasis";
import type { Project } from "../ledger/ledger";
import { FINISHED, stageOf } from "./lookups";
import { isOwnAffair, payersOf } from "./payers";
import { rowRule, type RowContext } from "./rule";
import { asksForOwnFund, channelFor, moneyTitled, titleChannel } from "./titleChannel";

export default rowRule({
  code: "C203",
  severity: "error",
  basis: {
    document: "国务院办公厅关于优化完善地方政府专项债券管理机制的意见",
    number: "国办发〔2024〕52号",
    article: "负面清单",
    confidence: "H",
  },
  seed: ["B10"],
  needs: ["name"],
  on: "2025-06-20",
  good: [
    { name: "县医院综合楼项目", department: "卫生健康局", totalInvestment: 12000, channel: "专项债券" },
    { name: "城区供热管网改造项目", department: "住房和城乡建设局", totalInvestment: 6800, channel: "专项债券" },
    {
      name: "汽车线束生产线项目",
      department: "工业和信息化局",
      totalInvestment: 9000,
      fundsSelf: 4000,
      fundsLoan: 5000,
    },
    { name: "汽车线束生产线项目", owner: "云溪电子有限公司", department: "工业和信息化局", totalInvestment: 9000 },
    { name: "汽车线束生产线项目", department: "工业和信息化局", totalInvestment: 9000, finishActual: "2024-11" },
  ],
  bad: [
    { name: "县委党校办公楼建设项目", department: "县委党校", totalInvestment: 4200, channel: "专项债券" },
    { name: "唐风仿古城建设项目", department: "文化和旅游局", totalInvestment: 36000, channel: "专项债券" },
    {
      name: "汽车线束生产线项目",
      department: "工业和信息化局",
      totalInvestment: 9000,
      fundsSelf: 4000,
      fundsBond: 5000,
    },
    {
      name: "汽车线束生产线项目",
      owner: "云溪县国有资产经营有限公司",
      department: "工业和信息化局",
      totalInvestment: 9000,
    },
  ],
  check(project, context) {
    const channel = channelFor(project, context);
    // A channel that does not refuse the class may pay for it; where none is known, the list holds.
    if (channel?.negative.length === 0) return null;
    const { negative, decidedByName } = context.verdict(project);
    if (negative === null) return null;
    const found = context.pack.negatives.find((each) => each.name === negative);
    if (!found || (channel && !channel.negative.includes(found.id))) return null;
    if (!channel && isPaidOtherwise(project, found.id, context)) return null;
    return {
      fields: channel ? ["name", "channel"] : ["name"],
      args: {
        class: negative,
        by: context.judge(project).negative?.by ?? [],
        channel: channel?.name ?? "",
        decided: decidedByName ? 1 : 0,
        titled: titleChannel(context.pack, context.ledger)?.title ?? "",
      },
      severity: decidedByName ? "error" : "warning",
      // What the class itself refuses special bonds by says nothing of another channel.
      basis: entryBasis(channel?.negativeBasis ?? found),
    };
  },
});

/** Where no channel is named, its money, or that it is finished, may say that none which refuses the class is to pay. */
function isPaidOtherwise(project: Project, negative: string, context: RowContext): boolean {
  const { pack, ledger } = context;
  if (isPaid(project, context)) return true;
  const payers = payersOf(pack, project, ledger);
  if (payers !== null) return !payers.some((payer) => payer.negative.includes(negative));
  const titled = moneyTitled(pack, ledger);
  return (
    (titled !== null && !titled.negative.includes(negative)) || asksForOwnFund(ledger) || isOwnAffair(project, ledger)
  );
}

/** What is finished, or has been given up, is paid for by nobody any more. */
function isPaid(project: Project, { pack, ledger, asOf }: RowContext): boolean {
  const stage = stageOf(pack, project);
  if (stage !== null) return stage.left || stage.order >= FINISHED;
  const { finishActual } = project.values;
  if (finishActual) return finishActual.to <= asOf;
  return FINISHED_ONES.test(ledger.sheet) && project.values.finishPlanned === undefined;
}

/** 「已竣工」「竣工一批」 */
const FINISHED_ONES = /^(?:已|\d{4}年)?(?:竣工|完工|建成)(?:项目|一批|投产|投用|类)*$/u;
