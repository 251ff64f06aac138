/** The worksheet of days off and days worked, by which a bureau extends the calendar. */
import { day, words } from "./cells";
import type { Table } from "./table";

export const HOLIDAYS = "节假日";
export const HOLIDAY_MARKS = { free: "休", worked: "班", through: "数据止" } as const;

export const holidayTable: Table = {
  sheet: HOLIDAYS,
  line: "国务院办公厅公布放假安排后补在这里：放假的写“休”，调休上班的写“班”；最后一行写数据到哪一天为止。",
  marks: ["日期"],
  columns: [
    { heading: "日期", path: ["date"], kind: day, required: true, width: 14 },
    {
      heading: "安排",
      path: ["mark"],
      kind: words(Object.fromEntries(Object.values(HOLIDAY_MARKS).map((mark) => [mark, mark]))),
      required: true,
      width: 10,
    },
  ],
  rows: ({ workdays, workdaysThrough }) => [
    ...Object.entries(workdays).map(([date, worked]) => ({
      date,
      mark: worked ? HOLIDAY_MARKS.worked : HOLIDAY_MARKS.free,
    })),
    ...(workdaysThrough === undefined ? [] : [{ date: workdaysThrough, mark: HOLIDAY_MARKS.through }]),
  ],
  put: (rows, draft) => {
    const workdays: Record<string, boolean> = {};
    draft.parts["workdays"] = workdays;
    for (const row of rows) {
      const { date, mark } = row.item;
      if (typeof date !== "string") continue;
      if (mark === HOLIDAY_MARKS.through) draft.parts["workdaysThrough"] = date;
      else if (mark !== undefined) workdays[date] = mark === HOLIDAY_MARKS.worked;
    }
  },
};
