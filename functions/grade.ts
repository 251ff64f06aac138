/** GRADE: what a rank makes of a grade; ranks that are shared are named. */
import { gradeAfter, isGrade } from "../src/reserve/ranks";
import { columnOf, neededNumber, neededText, numberOf } from "./arguments";
import { FunctionFailure, type Outcome, type WorksheetFunction } from "./function";

export const GRADE: WorksheetFunction = {
  id: "GRADE",
  name: "考核等次",
  description: "未进入前 N 名的降一个等次；位次给一列时逐行得出，并列的注明。空白和 0 为空。",
  parameters: [
    { name: "位次", description: "名次，一格或一列", type: "any", takes: "range" },
    { name: "前N", description: "进入前几名不降等次，如 3", type: "number", takes: "cell" },
    { name: "原等次", description: "优秀、良好、合格或不合格", type: "string", takes: "cell" },
  ],
  result: { type: "string", spills: true },
  example: { args: [[[2], [4], [4]], 3, "优秀"], gives: [["优秀"], ["良好（并列第4）"], ["良好（并列第4）"]] },
  help: "GRADE.md",
  run([ranks, top, grade], { pack }) {
    const before = neededText(grade, "原等次");
    if (!isGrade(before)) throw new FunctionFailure("value", "“原等次”应为优秀、良好、合格或不合格");
    const within = neededNumber(top, "前N");
    const loss = pack.ranks[0]?.numbers.gradeLoss ?? 1;
    const numbers = columnOf(ranks).map((cell) => numberOf(cell, "位次"));
    return numbers.map((rank): Outcome[] => {
      if (rank === null || rank === 0) return [""];
      const tied = numbers.filter((other) => other === rank).length > 1 ? `（并列第${String(rank)}）` : "";
      return [gradeAfter(rank, within, before, loss) + tied];
    });
  },
};
