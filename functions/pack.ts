/** PACK: which policy pack the functions judge by. */
import type { FunctionContext, WorksheetFunction } from "./function";

const ORIGIN: Readonly<Record<FunctionContext["packFrom"], string>> = {
  workbook: "本工作簿的政策包",
  shipped: "随附的政策包",
  alone: "随附的政策包（这里的函数读不到工作簿自己的政策包）",
};

export const PACK: WorksheetFunction = {
  id: "PACK",
  name: "当前政策包",
  description: "函数按哪个政策包判断：编号、名称、有效期、是本工作簿的还是随附的。",
  parameters: [],
  result: { type: "string", spills: true },
  example: {
    args: [],
    gives: [["county-2025", "县级项目台账校核政策包（2025年）", "2025-01-01 至 2025-12-31", "随附的政策包"]],
  },
  help: "PACK.md",
  run(_, { pack, packFrom }) {
    const valid = `${pack.from} 至 ${pack.to ?? "今"}`;
    return [[pack.id, pack.title, valid, ORIGIN[packFrom]]];
  },
};
