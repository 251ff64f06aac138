/** LIGHT: green, yellow or red by the pack's figures. */
import { elapsedShare } from "../src/reserve/pace";
import { progressLight, startLight, statisticsLight, type Light, type LightPreset } from "../src/reserve/lights";
import { isBlankText } from "../src/measure/text";
import { dayOf, neededDay, neededShare, neededText, isBlank, textOf } from "./arguments";
import { FunctionFailure, type Argument, type WorksheetFunction } from "./function";
import { TODAY } from "./parameters";

const COLOURS: Readonly<Record<Light, string>> = { green: "绿", yellow: "黄", red: "红" };

export const LIGHT: WorksheetFunction = {
  id: "LIGHT",
  name: "进度亮灯",
  description: "按政策包的亮灯办法给出绿、黄、红。指标：开工、进度、支付、纳统。",
  parameters: [
    {
      name: "计划",
      description: "开工：计划开工日；进度：序时进度，空白按时间进度；支付：应达比例；纳统：开工日",
      type: "any",
      takes: "cells",
    },
    {
      name: "实际",
      description: "开工、纳统：实际日期或“是”，空白为没有；进度、支付：实际比例",
      type: "any",
      takes: "cells",
    },
    { name: "指标", description: "开工、进度、支付或纳统", type: "string", takes: "cell" },
    TODAY,
  ],
  result: { type: "string", spills: false },
  example: { args: ["2025-05-31", "", "开工", "2025-06-20"], gives: "黄" },
  help: "LIGHT.md",
  run([planned, actual, kind, today], { pack }) {
    const [preset] = pack.lights;
    if (!preset) throw new FunctionFailure("na", "政策包里没有亮灯办法");
    return COLOURS[lightOf(neededText(kind, "指标"), planned, actual, neededDay(today, "今天"), preset)];
  },
};

function lightOf(kind: string, planned: Argument, actual: Argument, asOf: string, preset: LightPreset): Light {
  switch (kind) {
    case "开工":
      return startLight(preset, neededDay(planned, "计划"), hasHappened(actual, asOf), asOf);
    case "纳统":
      return statisticsLight(preset, neededDay(planned, "计划", "first"), hasHappened(actual, asOf), asOf);
    case "进度": {
      const due = isBlank(planned) ? elapsedShare(asOf) : neededShare(planned, "计划");
      return progressLight(preset, Math.round((due - neededShare(actual, "实际")) * 1e4) / 1e4);
    }
    case "支付":
      return neededShare(actual, "实际") >= neededShare(planned, "计划") ? "green" : "red";
    default:
      throw new FunctionFailure("value", "“指标”应为开工、进度、支付或纳统");
  }
}

/** A day that has come, or 是, √, 已开工. */
function hasHappened(actual: Argument, asOf: string): boolean {
  const text = textOf(actual);
  if (text === "" || isBlankText(text) || /^(?:否|未|没|×|不)/.test(text)) return false;
  if (/^(?:是|有|已|√|✓|y)/i.test(text)) return true;
  const day = dayOf(actual, "实际", "first");
  return day !== null && day <= asOf;
}
