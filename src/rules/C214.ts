/** The papers that a channel's application needs are ticked in the row's columns for them. */
import { rawText } from "../ledger/raw";
import { isHistory } from "../ledger/restated";
import type { Ledger } from "../ledger/ledger";
import type { Channel } from "../policy/pack";
import { isBlankText } from "../measure/text";
import { entryBasis } from "./entryBasis";
import { channelIsJudgedAt, saysNo, stageOf } from "./lookups";
import { ledgerRule, type LedgerHit } from "./rule";
import { asTitled, channelFor } from "./titleChannel";

export default ledgerRule({
  code: "C214",
  severity: "warning",
  basis: {
    document: "在全县项目谋划培训暨对上争取调度会议上的讲话（2025-06-21）",
    article: "指导相关部门单位做好材料准备",
    confidence: "H",
  },
  seed: ["B31"],
  needs: ["channel", "stage"],
  on: "2025-06-20",
  good: [
    { rows: [], sheets: [sheet("有", "有", "有")] },
    { rows: [], sheets: [sheet("√", "已出具", "是")] },
  ],
  bad: [
    { rows: [], sheets: [sheet("有", "", "有")] },
    { rows: [], sheets: [sheet("有", "有", "未出具")] },
  ],
  *check(context) {
    const { ledgers, pack } = context;
    for (const ledger of ledgers) {
      // Most ledgers have no column for any paper.
      if (!pack.channels.some((channel) => materialColumns(ledger, channel).length > 0)) continue;
      for (const project of ledger.projects) {
        if (isHistory(ledger, project) || !channelIsJudgedAt(stageOf(pack, project))) continue;
        const channel = channelFor(project, { pack, ledger });
        if (!channel || channel.materials.length === 0) continue;
        const lacking = materialColumns(ledger, channel).filter(({ column }) =>
          isPaperLacking(rawText(project, column)),
        );
        if (lacking.length === 0) continue;
        const hit: LedgerHit = {
          ledger,
          project,
          row: project.row,
          fields: [],
          columns: lacking.map(({ column }) => column),
          args: { channel: channel.name, papers: lacking.map(({ name }) => name) },
          basis: entryBasis(channel.materialsBasis ?? channel),
        };
        yield asTitled(hit, context, ledger);
      }
    }
  },
});

interface MaterialColumn {
  readonly name: string;
  readonly column: number;
}

const columnsOf = new WeakMap<Ledger, Map<Channel, readonly MaterialColumn[]>>();

function materialColumns(ledger: Ledger, channel: Channel): readonly MaterialColumn[] {
  let byChannel = columnsOf.get(ledger);
  if (!byChannel) columnsOf.set(ledger, (byChannel = new Map()));
  const known = byChannel.get(channel);
  if (known) return known;
  const found = channel.materials.flatMap(({ name, headings }) => {
    const column = ledger.unmapped.find(({ heading }) => [name, ...headings].some((word) => heading.includes(word)));
    return column ? [{ name, column: column.column }] : [];
  });
  byChannel.set(channel, found);
  return found;
}

/** Blank, 否, 未出具 and their like. */
export function isPaperLacking(text: string): boolean {
  return isBlankText(text) || saysNo(text) || /^(?:未|没有|缺|待)/.test(text);
}

function sheet(plan: string, finance: string, law: string): (string | number)[][] {
  return [
    [
      "项目名称",
      "责任部门",
      "总投资（万元）",
      "项目阶段",
      "建设内容及规模",
      "资金渠道",
      "实施方案",
      "财务评估报告",
      "法律意见书",
    ],
    ["城区供热管网改造工程", "住房和城乡建设局", 6800, "申报", "改造管网42公里", "专项债券", plan, finance, law],
  ];
}
