/** What ranks, lights, boards and grades are called, and what a rank costs. */
import type { Pack } from "../../../policy/pack";
import type { Light } from "../../../reserve/lights";
import { rankDepartments, type DepartmentRank } from "../../../reserve/ranking";
import { gradeAfter, isGrade } from "../../../reserve/ranks";
import { rate } from "../../../reserve/rates";
import type { Indicator, RedProject, Standing } from "./standing";

export const LIGHTS: Readonly<Record<Light, string>> = { green: "绿", yellow: "黄", red: "红" };
export const LIGHT_KINDS: Readonly<Record<RedProject["light"], string>> = {
  start: "开工",
  progress: "进度",
  statistics: "纳统",
};
export const BOARDS = { red: "红榜", black: "黑榜" } as const;
/** What holds whatever preset the pack has. */
const BOARD_LIMITS = "红榜、黑榜各不超过参加排列部门的一半，不足三个部门的不设；亮绿灯的不进黑榜。";

/** 横向比较: departments by what they have completed of their year's plans. */
export function rankingOf({ completions }: Standing, pack: Pack, asOf: string): readonly DepartmentRank[] {
  const stated = Object.entries(completions)
    .filter(([, { plan }]) => plan > 0)
    .map(([department, { done, plan }]) => ({
      department,
      completion: rate("yearCompletion", done / 1e6, plan / 1e6),
    }));
  return rankDepartments(stated, pack, asOf);
}

/** Up to which rank nothing is lost, and how many grades a worse one costs. */
export function gradeFigures({ rules, ranks }: Pack): { readonly top: number; readonly loss: number } {
  const numbers = rules["A803"]?.numbers ?? ranks.find(({ numbers: own }) => own["top"] !== undefined)?.numbers ?? {};
  return { top: numbers["top"] ?? 3, loss: numbers["gradeLoss"] ?? 1 };
}

/** What the rank does to the grade: known only where the sheet says which grade it was. */
export function gradeText({ rank, grade }: Indicator, pack: Pack): string {
  const { top, loss } = gradeFigures(pack);
  if (rank === null) return "";
  if (rank <= top) return "不降";
  const fallen = isGrade(grade) ? `${grade}降为${gradeAfter(rank, top, grade, loss)}` : `降低${String(loss)}个等次`;
  return `${fallen}，专题汇报`;
}

/** A preset in words, with whose it is and whether that is verified. */
export function presetText({ name, texts, numbers, basis, confidence }: Pack["lights" | "ranks"][number]): string {
  const rules = Object.entries(texts).map(([what, how]) => `${what}：${how}`);
  const limits = numbers["redDepartments"] === undefined ? "" : BOARD_LIMITS;
  return `${name}：${rules.join("；")}。依据${basis.document}${confidence === "H" ? "" : "（依据待核）"}。${limits}`;
}
