import fc from "fast-check";
import { dayFromSerial, isDuration, readDay, readPeriod, serialFromDay } from "../../src/measure/day";
import {
  addDays,
  addMonths,
  dayNumber,
  dayOfNumber,
  dayParts,
  daysBetween,
  weekday,
} from "../../src/measure/dayNumber";

const J = "2025-06-01/2025-06-30 month";
const D = "2025-06-30 day";

/** from/to precision; 「by」 for 底前, 「?」 where the ledger's year (2025) was taken. */
const DAYS: readonly (readonly [string | number, string | null])[] = [
  ["2025-06-30", D],
  ["2025/6/30", D],
  ["2025.6.30", D],
  ["2025.6", J],
  ["2025-6", J],
  ["2025/06", J],
  ["2025年6月", J],
  ["2025年6月30日", D],
  ["2025年6月30", D],
  ["20250630", D],
  ["202506", J],
  ["25.6.30", D],
  ["25年6月", J],
  ["6月底", D + " ?"],
  ["2025年6月底前", D + " by"],
  ["6月底前", D + " by ?"],
  ["上半年", "2025-01-01/2025-06-30 half ?"],
  ["2025年上半年", "2025-01-01/2025-06-30 half"],
  ["年底", "2025-12-31 day ?"],
  ["2025年底前", "2025-12-31 day by"],
  ["三季度", "2025-07-01/2025-09-30 quarter ?"],
  ["2025年第三季度", "2025-07-01/2025-09-30 quarter"],
  ["一季度末", "2025-03-31 day ?"],
  ["6月中旬", "2025-06-11/2025-06-20 month ?"],
  ["6月上旬", "2025-06-01/2025-06-10 month ?"],
  ["2025年6月下旬", "2025-06-21/2025-06-30 month"],
  ["2025年", "2025-01-01/2025-12-31 year"],
  ["2025", "2025-01-01/2025-12-31 year"],
  [2025, "2025-01-01/2025-12-31 year"],
  ["２０２５年６月", J],
  ["二〇二五年六月", J],
  ["二〇二五年六月三十日", D],
  ["二零二五年十二月", "2025-12-01/2025-12-31 month"],
  ["2025-06-30 00:00:00", D],
  ["2025-06-30T08:00:00Z", D],
  ["2025年6月30日前", D + " by"],
  ["2025年6月前", J + " by"],
  ["2025-02-30", null],
  ["2025-13", null],
  [202506, J],
  [20250630, D],
  [2025.6, J],
  [2025.06, J],
  [2025.12, "2025-12-01/2025-12-31 month"],
  [2025.1, null],
  [45838, D],
  [45838.5, D],
  ["45838", D],
  ["预计2025年6月开工", J],
  ["计划于2025年6月底前完成", D + " by"],
  ["6月30日", D + " ?"],
  ["6.30", D + " ?"],
  ["6/30", D + " ?"],
  ["明年6月", "2026-06-01/2026-06-30 month ?"],
  ["2025Q3", "2025-07-01/2025-09-30 quarter"],
  ["2025年3季度", "2025-07-01/2025-09-30 quarter"],
  ["2025年度", "2025-01-01/2025-12-31 year"],
  ["未开工", null],
  ["已完成", null],
  ["2025年6月因征地停工", null],
  ["2025-2026", null],
  ["6/30/2025", D],
  ["3/4/2025", null],
  ["2025 6 30", D],
  ["2025、6", J],
  ["2025 年 6 月 30 日", D],
  ["2025. 6. 30", D],
  ["2025年6月份", J],
  ["2025.06.30.", D],
  ["2025年末", "2025-12-31 day"],
  ["2025年初", "2025-01-01/2025-01-31 month"],
  ["12月底", "2025-12-31 day ?"],
  ["十二月底", "2025-12-31 day ?"],
  ["2024年2月底", "2024-02-29 day"],
  ["2025.10", "2025-10-01/2025-10-31 month"],
  ["2025-6-30前", D + " by"],
  ["不迟于2025年6月30日", D + " by"],
  ["2025年6月至8月", null],
  ["123", null],
  ["3个月", null],
  ["12", null],
  ["2025/06/30 下午 3:00", D],
  ["2025年6月底以前", D + " by"],
  ["2025年6月30日之前", D + " by"],
  ["下半年", "2025-07-01/2025-12-31 half ?"],
  ["四季度", "2025-10-01/2025-12-31 quarter ?"],
  ["发改〔2025〕12号", null],
  ["2025年6月底前完成立项审批", null],
  ["第一季度", "2025-01-01/2025-03-31 quarter ?"],
  ["2025年1季度底", "2025-03-31 day"],
  ["2025-06-30日", D],
  ["本年6月", J + " ?"],
  ["7.1", null],
  ["1.5亿", null],
  ["2025年9月1号", "2025-09-01 day"],
  ["3-5月", null],
  ["2025年.6月", null],
  ["2025年8月上中旬", "2025-08-01/2025-08-20 month"],
  ["8月中下旬", "2025-08-11/2025-08-31 month ?"],
  ["2025年年内", "2025-01-01/2025-12-31 year by"],
  ["Q3", "2025-07-01/2025-09-30 quarter ?"],
  ["25Q3", "2025-07-01/2025-09-30 quarter"],
  ["EQ3", null],
  ["25.8", "2025-08-01/2025-08-31 month"],
  [" 25.9\u00a0", "2025-09-01/2025-09-30 month"],
  ["２５/９", "2025-09-01/2025-09-30 month"],
  [25.8, "2025-08-01/2025-08-31 month"],
  ["25/12", "2025-12-01/2025-12-31 month"],
  [25.1, null],
  [25, null],
  [19.5, null],
  ["25.13", null],
  ["年内", "2025-01-01/2025-12-31 year by ?"],
  ["2025年内", "2025-01-01/2025-12-31 year by"],
  ["8月内", "2025-08-01/2025-08-31 month by ?"],
  ["2025年内蒙古", null],
  ["2025年8-9月", "2025-08-01/2025-09-30 month"],
  ["2025年Ⅱ季度", "2025-04-01/2025-06-30 quarter"],
  ["2025年第IV季度", "2025-10-01/2025-12-31 quarter"],
  ["2025年11-12月", "2025-11-01/2025-12-31 month"],
  ["8—9月", "2025-08-01/2025-09-30 month ?"],
  ["2025年11、12月", "2025-11-01/2025-12-31 month"],
  ["2025年8月（预计）", "2025-08-01/2025-08-31 month"],
  ["2025，8", "2025-08-01/2025-08-31 month"],
  ["2025，8，30", "2025-08-30 day"],
  ["2025,800", null],
  ["2026年1-6月", null],
];

function said(content: string | number): string | null {
  const reading = readDay(content, { year: 2025 });
  if (!reading) return null;
  const { from, to, precision, by } = reading.interval;
  return `${from}${to === from ? "" : `/${to}`} ${precision}${by ? " by" : ""}${reading.assumedYear ? " ?" : ""}`;
}

test.each(DAYS)("%j is %s", (content, expected) => {
  expect(said(content)).toBe(expected);
});

test("without a year from anywhere there is no day", () => {
  for (const text of ["6月底", "三季度", "年底", "6月30日", "明年6月"]) expect(readDay(text)).toBeNull();
});

const PERIODS: readonly (readonly [string | number, string | null])[] = [
  ["2013-2016", "2013-01-01/2016-12-31 year"],
  ["2013～2016年", "2013-01-01/2016-12-31 year"],
  ["2025.3-2026.12", "2025-03-01/2026-12-31 month"],
  ["2025年3月至2026年12月", "2025-03-01/2026-12-31 month"],
  ["2025-03-01至2026-12-31", "2025-03-01/2026-12-31 day"],
  ["2014/2016", "2014-01-01/2016-12-31 year"],
  ["2025年", "2025-01-01/2025-12-31 year"],
  ["2016-2013", "2016-01-01/2013-12-31 year"],
  ["2025-03-2026-12", "2025-03-01/2026-12-31 month"],
  ["2025年3月-12月", "2025-03-01/2025-12-31 month"],
  ["2025年-2026年", "2025-01-01/2026-12-31 year"],
  ["2025.03—2026.12", "2025-03-01/2026-12-31 month"],
  ["202503-202612", "2025-03-01/2026-12-31 month"],
  ["20250301-20261231", "2025-03-01/2026-12-31 day"],
  ["2025-03-01-2026-12-31", "2025-03-01/2026-12-31 day"],
  ["2025/3-2026/12", "2025-03-01/2026-12-31 month"],
  ["2025/3/1-2026/12/31", "2025-03-01/2026-12-31 day"],
  ["2025至2027年", "2025-01-01/2027-12-31 year"],
  ["2025年3月～2026年底", "2025-03-01/2026-12-31 month"],
  ["24个月", null],
  ["2年", null],
  ["2025-2026年度", "2025-01-01/2026-12-31 year"],
  ["2025年6月至今", null],
  [2025, "2025-01-01/2025-12-31 year"],
  ["2024.1-2025.12", "2024-01-01/2025-12-31 month"],
  ["2025-06", "2025-06-01/2025-06-30 month"],
  ["2025.1—12", "2025-01-01/2025-12-31 month"],
  ["2025年1-12月", "2025-01-01/2025-12-31 month"],
  ["2013--2015", "2013-01-01/2015-12-31 year"],
  ["2013－2015", "2013-01-01/2015-12-31 year"],
  ["2013 - 2015", "2013-01-01/2015-12-31 year"],
  ["2025-03至2026-12", "2025-03-01/2026-12-31 month"],
  ["2025年3月1日-30日", "2025-03-01/2025-03-30 day"],
  ["自2025年3月起至2026年12月止", "2025-03-01/2026-12-31 month"],
  ["2025年开工，2026年完工", "2025-01-01/2026-12-31 year"],
  ["二〇二五年至二〇二六年", "2025-01-01/2026-12-31 year"],
  ["2025-26年", "2025-01-01/2026-12-31 year"],
  ["25-26年", "2025-01-01/2026-12-31 year"],
  ["25年-26年", "2025-01-01/2026-12-31 year"],
  ["2025-27", "2025-01-01/2027-12-31 year"],
  ["2025-26年", "2025-01-01/2026-12-31 year"],
  ["25.3-26.9", "2025-03-01/2026-09-30 month"],
  ["18个月（2025.3-2026.9）", "2025-03-01/2026-09-30 month"],
  ["2025.3-2026.9（18个月）", "2025-03-01/2026-09-30 month"],
  ["三年（2025-2027）", "2025-01-01/2027-12-31 year"],
  ["共3年，2025—2027年", "2025-01-01/2027-12-31 year"],
  ["2025-2030年（分期）", "2025-01-01/2030-12-31 year"],
  ["2025年底前", null],
  ["2026年底建成", null],
  ["至2026年", null],
  ["2025年内", "2025-01-01/2025-12-31 year"],
  ["2025年起", null],
  ["2025年3月开始", null],
  ["24.5", null],
  [24.5, null],
  ["12个月", null],
  ["2年", null],
];

test.each(PERIODS)("the period %j is %s", (content, expected) => {
  const period = readPeriod(content, { year: 2025 });
  expect(period && `${period.from}/${period.to} ${period.precision}`).toBe(expected);
});

test.each([
  ["12个月", true],
  ["约2年", true],
  ["三年", true],
  ["2-3年", true],
  ["25-26年", false],
  ["2025年", false],
  ["长期", false],
])("%j is a duration: %s", (text, expected) => {
  expect(isDuration(text)).toBe(expected);
});

test.each([
  [1, false, "1900-01-01"],
  [59, false, "1900-02-28"],
  [60, false, null],
  [61, false, "1900-03-01"],
  [45838, false, "2025-06-30"],
  [45838.99, false, "2025-06-30"],
  [0, false, null],
  [-1, false, null],
  [0, true, "1904-01-01"],
  [44376, true, "2025-06-30"],
  [1e9, false, null],
])("serial %d (1904: %s) is %s", (serial, date1904, day) => {
  expect(dayFromSerial(serial, date1904)).toBe(day);
});

const day = fc.integer({ min: dayNumber("1901-01-01"), max: dayNumber("2099-12-31") }).map(dayOfNumber);

test("a day reads back from every notation", () => {
  fc.assert(
    fc.property(day, (written) => {
      const { year, month, day: ofMonth } = dayParts(written);
      const notations = [
        written,
        written.replaceAll("-", "/"),
        `${String(year)}.${String(month)}.${String(ofMonth)}`,
        `${String(year)}年${String(month)}月${String(ofMonth)}日`,
        `${written} 00:00:00`,
        written.replaceAll("-", ""),
        written.replace(/[\d-]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
        Number(written.replaceAll("-", "")),
      ];
      for (const notation of notations) {
        expect([notation, readDay(notation)?.interval]).toEqual([
          notation,
          { from: written, to: written, precision: "day", by: false },
        ]);
      }
    }),
  );
});

test("serials and days undo each other and keep their order", () => {
  fc.assert(
    fc.property(day, day, (one, other) => {
      expect(dayFromSerial(serialFromDay(one), false)).toBe(one);
      expect(Math.sign(serialFromDay(one) - serialFromDay(other))).toBe(one === other ? 0 : one < other ? -1 : 1);
      expect(addDays(one, daysBetween(one, other))).toBe(other);
    }),
  );
});

test("the arithmetic agrees with the platform's in UTC", () => {
  fc.assert(
    fc.property(day, (each) => {
      const date = new Date(`${each}T00:00:00Z`);
      expect(dayNumber(each)).toBe(date.getTime() / 86_400_000);
      expect(weekday(dayNumber(each))).toBe(date.getUTCDay());
    }),
  );
});

test("months are added to the month's last day at most", () => {
  expect(addMonths("2025-01-31", 1)).toBe("2025-02-28");
  expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
  expect(addMonths("2025-03-15", -15)).toBe("2023-12-15");
});

test("an interval never ends before it begins, whatever is typed", () => {
  const typed = fc.string({
    unit: fc.constantFrom(..."0123456789年月日底前上中下旬半季度第一二三四-/. ~至末初今明"),
    maxLength: 24,
  });
  fc.assert(
    fc.property(typed, (text) => {
      const interval = readDay(text, { year: 2025 })?.interval;
      if (interval) expect(interval.from <= interval.to).toBe(true);
      readPeriod(text, { year: 2025 });
    }),
    { numRuns: 500 },
  );
});
