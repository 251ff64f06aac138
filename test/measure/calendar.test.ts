import fc from "fast-check";
import { makeCalendar, OutsideCalendar } from "../../src/measure/calendar";
import { addDays } from "../../src/measure/dayNumber";

const calendar = makeCalendar();

/** Counted by hand from the notices 国办发明电〔2024〕12号 and 〔2025〕7号. */
const LIMITS: readonly [from: string, count: number, day: string][] = [
  ["2025-06-30", -20, "2025-05-30"],
  ["2025-06-30", -10, "2025-06-16"],
  ["2025-06-30", -5, "2025-06-23"],
  ["2025-06-23", 20, "2025-07-21"],
  ["2026-02-10", 20, "2026-03-16"],
  ["2026-09-18", 20, "2026-10-22"],
];

test.each(LIMITS)("%s and %i working days give %s", (from, count, day) => {
  expect(calendar.add(from, count)).toBe(day);
});

test("a chain of 20, 20 and 7 working days from 2026-01-05 ends on 2026-03-17", () => {
  expect([20, 20, 7].reduce((day, count) => calendar.add(day, count), "2026-01-05")).toBe("2026-03-17");
});

test.each([
  ["2025-06-20", "2025-06-30", 6],
  ["2025-06-21", "2025-06-30", 6],
  ["2025-06-30", "2025-06-30", 0],
  ["2025-06-30", "2025-06-20", -6],
  ["2024-12-31", "2025-12-31", 248],
  ["2025-12-31", "2026-12-31", 248],
])("from %s to %s are %i working days", (from, to, count) => {
  expect(calendar.between(from, to)).toBe(count);
});

test.each([
  ["2026-02-14", true],
  ["2026-02-28", true],
  ["2025-10-11", true],
  ["2025-10-12", false],
  ["2026-02-23", false],
])("%s is a working day: %s", (day, worked) => {
  expect(calendar.isWorkday(day)).toBe(worked);
});

test("beyond the last notice nothing is counted", () => {
  expect(calendar.through).toBe("2026-12-31");
  expect(() => calendar.isWorkday("2027-02-08")).toThrow(OutsideCalendar);
  expect(() => calendar.between("2026-12-01", "2027-01-04")).toThrow(OutsideCalendar);
  expect(() => calendar.add("2026-12-30", 2)).toThrow(OutsideCalendar);
  expect(() => calendar.add("2004-01-05", -5)).toThrow(OutsideCalendar);
  expect(() => calendar.between("2003-12-31", "2004-01-10")).toThrow("2003-12-31");
});

test("a bureau extends the calendar with a new notice and corrects a day of an old one", () => {
  const extended = makeCalendar({
    through: "2027-02-28",
    workdays: { "2027-02-08": false, "2027-02-14": true, "2025-06-24": false },
  });
  expect(extended.through).toBe("2027-02-28");
  expect(extended.isWorkday("2027-02-08")).toBe(false);
  expect(extended.isWorkday("2027-02-14")).toBe(true);
  expect(extended.between("2025-06-20", "2025-06-30")).toBe(5);
  expect(() => extended.isWorkday("2027-03-01")).toThrow(OutsideCalendar);
  expect(() => extended.add("2027-02-25", 5)).toThrow(OutsideCalendar);
});

const day = fc.integer({ min: 0, max: 8000 }).map((offset) => addDays("2004-06-01", offset));

test("adding and counting undo each other", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -60, max: 60 }), (from, count) => {
      const end = calendar.add(from, count);
      expect(calendar.between(from, end)).toBe(count);
      if (count !== 0) expect(calendar.isWorkday(end)).toBe(true);
    }),
  );
});

test("counting is additive and changes sign with the direction", () => {
  fc.assert(
    fc.property(day, day, day, (a, b, c) => {
      expect(calendar.between(a, b) + calendar.between(b, c)).toBe(calendar.between(a, c));
      expect(calendar.between(a, b) + calendar.between(b, a)).toBe(0);
    }),
  );
});
