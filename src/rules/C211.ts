/** Where a channel asks for matching funds, their amount or a way to them is stated. */
import { isApplication } from "../ledger/application";
import type { Project } from "../ledger/ledger";
import { isBlank } from "./columns";
import { channelIsJudgedAt, stageOf } from "./lookups";
import { isReserve } from "./reserveLedger";
import { rowRule, type RowContext } from "./rule";
import { asTitled, channelFor } from "./titleChannel";

/** County, city or own money given as a source is matching money too. */
const ELSEWHERE = ["fundsCity", "fundsCounty", "fundsSelf"] as const;

export default rowRule({
  code: "C211",
  severity: "warning",
  basis: { document: "在全县向上争取项目推进会上的讲话", article: "涉及配套资金的，要拿出专门办法", confidence: "H" },
  seed: ["A15"],
  needs: ["channel", "matching"],
  on: "2025-06-20",
  good: [
    {
      name: "敬老院改造提升工程",
      department: "民政局",
      totalInvestment: 1600,
      scale: "床位120张",
      stage: "申报",
      channel: "中央预算内投资",
      matching: 320,
    },
    {
      name: "敬老院改造提升工程",
      department: "民政局",
      totalInvestment: 1600,
      scale: "床位120张",
      stage: "申报",
      channel: "中央预算内投资",
      matching: "",
      remark: "配套资金列入2026年预算",
    },
  ],
  bad: [
    {
      name: "敬老院改造提升工程",
      department: "民政局",
      totalInvestment: 1600,
      scale: "床位120张",
      stage: "申报",
      channel: "中央预算内投资",
      matching: "",
    },
    {
      name: "敬老院改造提升工程",
      department: "民政局",
      totalInvestment: 1600,
      scale: "床位120张",
      stage: "申报",
      channel: "上级专项补助",
      matching: "待定",
    },
  ],
  check(project, context) {
    const { ledger } = context;
    const channel = channelFor(project, context);
    if (!channel?.matching || !isAppliedFor(project, context) || !isBlank(project, "matching")) return null;
    const { values } = project;
    if (ELSEWHERE.some((field) => (values[field]?.wan ?? 0) > 0)) return null;
    const said = [values.remark, values.plan, values.help, values.progress].some((text) => text?.includes("配套"));
    return said ? null : asTitled({ fields: ["matching"], args: { channel: channel.name } }, context, ledger);
  },
});

/** A list of applications that keeps no stages says so in its title. */
function isAppliedFor(project: Project, { pack, ledger, has }: RowContext): boolean {
  if (has("stage")) return channelIsJudgedAt(stageOf(pack, project));
  return isApplication(ledger) && !isReserve(ledger);
}
