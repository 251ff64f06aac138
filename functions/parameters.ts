/** Parameters that several functions share, described in the same words. */
import type { Parameter } from "./function";

export const NAME: Parameter = {
  name: "名称",
  description: "项目名称所在的单元格或区域",
  type: "any",
  takes: "cells",
};

export const CONTENT: Parameter = {
  name: "内容",
  description: "建设内容及规模，可省略",
  type: "any",
  optional: true,
  takes: "cells",
};

export const HOLIDAY_TABLE: Parameter = {
  name: "节假日表",
  description: "单位自己补录的节假日：第一列日期，第二列“休”或“班”；省略则只用国务院办公厅的历年通知",
  type: "any",
  optional: true,
  takes: "range",
};

export const TODAY: Parameter = {
  name: "今天",
  description: "按哪一天算，可填 TODAY()",
  type: "any",
  takes: "cell",
};
