/** 标准台账模板: what the bureau hands to every department, with headings, lists, notes, an example row and formulas in place. */
import type { ExportSheet } from "../../sheet/exportSheet";
import { guideSheet } from "./template/guide";
import type { TemplateOptions } from "./template/options";
import { progressSheet } from "./template/progress";
import { projectSheet } from "./template/projects";
import { tableSheet } from "./template/tables";

export function templateSheets(options: TemplateOptions): ExportSheet[] {
  const { pack } = options;
  return [
    guideSheet(options),
    projectSheet(options),
    progressSheet(options),
    tableSheet("policies", "政策台账", "政策研究台账", pack),
    tableSheet("contacts", "对接台账", "赴省市对接台账", pack),
    tableSheet("targets", "目标责任书", "目标任务责任表", pack),
    tableSheet("roster", "部门名录", "部门名录（对上争取专人）", pack),
  ];
}
