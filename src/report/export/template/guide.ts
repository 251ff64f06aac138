/** How the template is filled in, on a sheet of its own. */
import type { ExportSheet } from "../../../sheet/exportSheet";
import { formSheet } from "../form";
import type { TemplateOptions } from "./options";

export function guideSheet({ pack, asOf }: TemplateOptions): ExportSheet {
  const steps = [
    [
      "标准项目表",
      "一行一个项目，单位万元，表头不要改、不要合并单元格。有下拉列表的从列表选；把鼠标放在表头上看填写说明。",
    ],
    [
      "标准项目表",
      "第一行“示例”不统计，填好后可以删去。最后几列“自查”是公式：前两列任何表格软件都能算，其余要装台账校核加载项，没装时是空白。",
    ],
    ["目标进度", "从标准项目表自动算出个数、总投资、新增和缺口，不用填写。"],
    ["政策台账", "研究政策的台账：文号、渠道、截止日期、状态。据此核对项目写的政策依据是否有效。"],
    ["对接台账", "赴省、市对接记录。据此列出每月没有对接的部门。"],
    ["目标责任书", "考核指标、牵头部门、位次。据此核对责任是否唯一、位次影响等次。"],
    ["部门名录", "应当储备和报送的部门、对上争取专人。据此列出零项目部门、迟报部门。"],
    [
      "由标准项目表生成",
      "前期手续台账、倒排工期表、分渠道的对上争取申报表、明年计划表、提请协调事项表、材料清单、缺件通知、校核报告和回执：在加载项“导出”页，或用 ledger-check export 生成，不用另填。",
    ],
    ["报送前", "在加载项里点“校核”，没有错误再报送；报送时附上“校核回执”。"],
  ];
  return formSheet({
    name: "填写说明",
    title: "标准台账模板填写说明",
    lines: [`政策包“${pack.title}”（${pack.id} ${pack.version}），${asOf} 生成。下拉列表取自这份政策包。`],
    columns: [
      { heading: "工作表", format: "text", width: 20 },
      { heading: "说明", format: "wrapped", width: 100 },
    ],
    rows: steps,
  });
}
