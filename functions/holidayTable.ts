/** The parameter 节假日表, the same wherever working days are counted. */
import type { Parameter } from "./function";

export const HOLIDAY_TABLE: Parameter = {
  name: "节假日表",
  description: "单位自己补录的节假日：第一列日期，第二列“休”或“班”；省略则只用国务院办公厅的历年通知",
  type: "any",
  optional: true,
  takes: "range",
};
