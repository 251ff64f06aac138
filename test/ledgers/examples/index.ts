/** The ledgers that ship as examples, in the order in which the workbench offers them. */
import type { LedgerCase } from "../truth";
import { reserve } from "./reserve";
import { applications, clean, department } from "./small";
import { transport } from "./transport";

export interface Example {
  readonly ledger: LedgerCase;
  readonly title: string;
  readonly see: string;
  readonly en: { readonly title: string; readonly see: string };
}

export const EXAMPLES: readonly Example[] = [
  {
    ledger: transport,
    title: "交通局项目台账",
    see: "三行表头、合并的上级栏目、表头下的合计行；二十多处各不相同的问题，从金额读不懂到手续先后颠倒",
    en: { title: "Transport bureau's projects", see: "Headings of three rows, merged parents, a total below the headings; more than twenty kinds of faults, from unreadable amounts to procedures out of order" },
  },
  {
    ledger: reserve,
    title: "县项目储备库",
    see: "150 个项目、200 亿元，六成符合支持方向；今年新增 23 个、31.2 亿元，离 30 个、50 亿元还差多少",
    en: { title: "The county's reserve", see: "150 projects worth 20 billion yuan, three fifths of them fitting; 23 projects and 3.12 billion added this year, and how far that is from 30 and 5 billion" },
  },
  { ledger: clean, title: "干净的储备台账", see: "没有一处不能上报的问题", en: { title: "A clean reserve ledger", see: "Nothing that stops a submission" } },
  {
    ledger: applications,
    title: "2024年申报审核台账",
    see: "40 个申报项目：8 个因不符合资金投向、12 个因可研质量不高被退回",
    en: { title: "Applications of 2024 and their review", see: "40 applications: 8 refused for not fitting the channel, 12 for poor feasibility studies" },
  },
  { ledger: department, title: "部门台账", see: "老系统导出的 CSV（GB18030 编码），金额和时间各写各的", en: { title: "A department's ledger", see: "A CSV of an old system (GB18030), with amounts and days written in all ways" } },
];
