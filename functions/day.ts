/** DAY: what a cell says, as the serial of a day. */
import { readDay, serialFromDay } from "../src/measure/day";
import { isBlankText } from "../src/measure/text";
import { flagOf, isBlank, numberOf, textOf } from "./arguments";
import { FunctionFailure, type WorksheetFunction } from "./function";

export const DAY: WorksheetFunction = {
  id: "DAY",
  name: "日期解析",
  description:
    "把各种写法的日期读成日期序列值，如“2025年6月底前”为 2025-06-30（单元格请设为日期格式）。空白、0 和“待定”等为空。",
  parameters: [
    { name: "内容", description: "日期所在的单元格或区域", type: "any", takes: "cells" },
    {
      name: "年份",
      description: "没写年份时按哪一年，如 2025；省略则没写年份的读不出",
      type: "any",
      optional: true,
      takes: "cell",
    },
    {
      name: "取末",
      description: "只写到月、季、年时取最后一天填 1，省略或 0 取第一天；“…前”总取最后一天",
      type: "any",
      optional: true,
      takes: "cell",
    },
  ],
  result: { type: "any", spills: false },
  example: { args: ["6月底前", 2025], gives: 45838 },
  help: "DAY.md",
  run([content, year, last]) {
    if (isBlank(content) || content === 0) return "";
    const written = typeof content === "number" ? content : textOf(content);
    if (typeof written === "string" && isBlankText(written)) return "";
    const ofYear = numberOf(year, "年份");
    const reading = readDay(written, { year: ofYear === 0 ? null : ofYear });
    if (!reading) throw new FunctionFailure("na", "读不出日期，请写成 2025-06-30 或 2025年6月；没写年份的请给出年份");
    const { from, to, by } = reading.interval;
    return serialFromDay(by || flagOf(last) ? to : from);
  },
};
