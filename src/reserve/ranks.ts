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

/** Who can stand on which board, and how many of them. */
export interface BoardRules<T> {
  readonly met: (item: T) => boolean;
  readonly missed: (item: T) => boolean;
  readonly red: number;
  readonly black: number;
}

/** Among fewer nobody leads and nobody trails. */
const FEWEST = 3;

/**
 * 红黑榜: red for those who met their task and lead, black for those who missed it and trail. A tie at the border takes
 * all of it; but neither board takes more than half of the list, and a tie that would is left out whole.
 */
export function redBlack<T>(list: readonly Ranked<T>[], { met, missed, red, black }: BoardRules<T>): RedBlack<T> {
  const last = list.length;
  if (last < FEWEST) return { red: [], black: [] };
  const upTo = ({ rank, tied }: Ranked<T>): number => rank + tied.length;
  const fromBelow = (each: Ranked<T>): number => last - upTo(each) + 1;
  const downTo = ({ rank }: Ranked<T>): number => last - rank + 1;
  return {
    red: list.filter((each) => met(each.item) && each.rank <= red && upTo(each) <= last / 2).map(({ item }) => item),
    black: list
      .filter((each) => missed(each.item) && !met(each.item) && fromBelow(each) <= black && downTo(each) <= last / 2)
      .map(({ item }) => item),
  };
}

export type RankPreset = Pack["ranks"][number];
