/** Ranks with ties named, and what a rank costs. */
import type { Pack } from "../policy/pack";

export interface Ranked<T> {
  readonly item: T;
  readonly score: number;
  /** 1 is best; equal scores share a rank and the next rank is left out (1, 2, 2, 4). */
  readonly rank: number;
  /** Others with the same rank. */
  readonly tied: readonly T[];
}

/** Highest score first; equal scores keep the order in which they came. */
export function ranked<T>(items: readonly T[], scoreOf: (item: T) => number): readonly Ranked<T>[] {
  const scored = items
    .map((item, index) => ({ item, index, score: scoreOf(item) }))
    .sort((a, b) => b.score - a.score || a.index - b.index);
  return scored.map(({ item, score }) => ({
    item,
    score,
    rank: scored.findIndex((other) => other.score === score) + 1,
    tied: scored.filter((other) => other.score === score && other.item !== item).map((other) => other.item),
  }));
}

const GRADES = ["优秀", "良好", "合格", "不合格"] as const;
export type Grade = (typeof GRADES)[number];

/** 未进入前 N 名的降一个等次; the lowest grade cannot fall further. */
export function gradeAfter(rank: number, top: number, grade: Grade, loss = 1): Grade {
  if (rank <= top) return grade;
  const place = Math.min(GRADES.indexOf(grade) + loss, GRADES.length - 1);
  return GRADES[place] as Grade;
}

export function isGrade(text: string): text is Grade {
  return (GRADES as readonly string[]).includes(text);
}

export interface RedBlack<T> {
  readonly red: readonly T[];
  readonly black: readonly T[];
}

/** 红黑榜: red for those who met their task and lead, black for those who missed it and trail; a tie at the border takes all of it. */
export function redBlack<T>(
  list: readonly Ranked<T>[],
  met: (item: T) => boolean,
  red: number,
  black: number,
): RedBlack<T> {
  const last = list.length;
  const fromBelow = (each: Ranked<T>): number => last - (each.rank + each.tied.length) + 1;
  return {
    red: list.filter((each) => met(each.item) && each.rank <= red).map((each) => each.item),
    black: list.filter((each) => !met(each.item) && fromBelow(each) <= black).map((each) => each.item),
  };
}

export type RankPreset = Pack["ranks"][number];
