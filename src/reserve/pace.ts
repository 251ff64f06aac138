/** 时间进度: how much of the year has passed, and how far a completion rate lies before or behind it. */
import { roundShare } from "./rates";

/** Share of the year elapsed at the end of the day; at the end of month m exactly m ÷ 12, as bulletins reckon. */
export function elapsedShare(asOf: string): number {
  const [year, month, day] = [Number(asOf.slice(0, 4)), Number(asOf.slice(5, 7)), Number(asOf.slice(8, 10))];
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return (month - 1 + day / daysInMonth) / 12;
}

/** Percentage points (as a share: 0.138 for 13.8 points) by which a rate is ahead of the year; negative when behind. */
export function paceDifference(completionRate: number, asOf: string): number {
  return roundShare(completionRate - elapsedShare(asOf));
}

/** What must be done on each working day that is left; null where none is left. */
export function paceNeeded(gap: number, workdaysLeft: number | null): number | null {
  if (gap <= 0) return 0;
  return workdaysLeft === null || workdaysLeft <= 0 ? null : gap / workdaysLeft;
}

/** What would be reached if the days left went on like the days passed; null where none has passed or the calendar ends. */
export function forecastAt(reached: number, workdaysPassed: number | null, workdaysLeft: number | null): number | null {
  if (workdaysPassed === null || workdaysLeft === null || workdaysPassed <= 0) return null;
  return reached + (reached / workdaysPassed) * workdaysLeft;
}
