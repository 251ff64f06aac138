/** 拟开工年份 beside 拟开工月份: two columns that say one day, known to the month. */
import type { Interval } from "../../measure/types";
import type { CellValue } from "../../sheet/cell";
import type { ColumnsRead } from "./columns";
import { fieldKind, type FieldKey } from "../fields";
import { headingText } from "../heading/text";

/** The column of the month for a field whose own column holds the year. */
export interface MonthColumn {
  readonly field: FieldKey;
  /** 0-based. */
  readonly column: number;
  readonly heading: string;
}

const YEAR = /年(?:份|度)?$/u;
const MONTH = /月(?:份|度)?$/u;

/** The month's column keeps no field of its own: findings stand on the year's. */
export function monthColumns({ columns, unmapped }: ColumnsRead): readonly MonthColumn[] {
  const months = new Map(
    unmapped.flatMap((month) => {
      const words = wordsOf(month.heading);
      return MONTH.test(words) ? [[words.replace(MONTH, ""), month] as const] : [];
    }),
  );
  if (months.size === 0) return [];
  return columns.flatMap(({ field, heading }): MonthColumn[] => {
    const words = wordsOf(heading);
    const month = fieldKind(field) === "day" && YEAR.test(words) ? months.get(words.replace(YEAR, "")) : undefined;
    return month ? [{ field, column: month.column, heading: month.heading }] : [];
  });
}

/** Without the number or the star that a heading may bear. */
function wordsOf(heading: string): string {
  return headingText(heading, null).full;
}

/** A year with its month; anything else stays as it was read. */
export function withMonth(day: Interval | undefined, cell: CellValue): Interval | undefined {
  const month = monthIn(cell);
  if (day?.precision !== "year" || month === null || day.from.slice(0, 4) !== day.to.slice(0, 4)) return day;
  const year = day.from.slice(0, 4);
  const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  const start = `${year}-${String(month).padStart(2, "0")}`;
  return { from: `${start}-01`, to: `${start}-${String(last)}`, precision: "month", by: day.by };
}

function monthIn(cell: CellValue): number | null {
  const text = typeof cell === "number" ? String(cell) : typeof cell === "string" ? cell.normalize("NFKC").trim() : "";
  const month = Number(/^0?(\d{1,2})(?:月份?)?$/u.exec(text)?.[1]);
  return month >= 1 && month <= 12 ? month : null;
}
