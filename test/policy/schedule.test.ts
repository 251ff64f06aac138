/** Working back from a deadline and forward from today along the procedure graph. */
import { OutsideCalendar } from "../../src/measure/calendar";
import { calendarOf } from "../../src/policy/calendar";
import { packInForce } from "../../src/policy/load";
import type { Pack } from "../../src/policy/pack";
import {
  dueDay,
  formIn,
  procedureOn,
  scheduleBack,
  scheduleForward,
  type Plan,
  type Schedule,
} from "../../src/policy/schedule";

const { pack } = packInForce("2025-06-20");
const plan: Plan = { pack, calendar: calendarOf(pack), route: "审批", goal: "setUp", asOf: "2025-06-21" };

function stepOf(schedule: Schedule, key: string): Schedule["steps"][number] | undefined {
  return schedule.steps.find((step) => step.key === key);
}

test("the speech's own case: 6月底前完成立项, asked on 2025-06-21", () => {
  const schedule = scheduleBack(plan, "2025-06-30");
  expect(schedule.workdaysLeft).toBe(6);
  expect(stepOf(schedule, "feasibility")).toMatchObject({
    latestAcceptance: "2025-05-30",
    state: "todo",
    tooLate: true,
  });
  expect(schedule.tooLate).toBe(true);
});

test("what comes before a step must be in hand on the day of its latest acceptance", () => {
  const schedule = scheduleBack({ ...plan, asOf: "2025-01-06" }, "2025-06-30");
  const feasibility = stepOf(schedule, "feasibility");
  for (const key of ["proposal", "site", "energy", "stability"]) {
    expect(stepOf(schedule, key)?.latestFinish).toBe(feasibility?.latestAcceptance);
  }
  expect(schedule.steps.map(({ key }) => key).indexOf("proposal")).toBeLessThan(schedule.steps.length - 1);
  expect(schedule.tooLate).toBe(false);
});

test("parallel branches run in parallel: no step is earlier for another that does not wait for it", () => {
  const alone = scheduleBack({ ...plan, goal: "eia", asOf: "2025-01-06" }, "2025-12-01");
  const withAll = scheduleBack({ ...plan, goal: "start", asOf: "2025-01-06" }, "2025-12-01");
  expect(stepOf(withAll, "eia")?.latestAcceptance).toBe(stepOf(alone, "eia")?.latestAcceptance);
});

test("days of a statute are calendar days, working days are working days", () => {
  const schedule = scheduleBack({ ...plan, goal: "eia", asOf: "2025-06-21" }, "2025-12-01");
  expect(stepOf(schedule, "eia")).toMatchObject({ limit: { count: 60, unit: "day" }, latestAcceptance: "2025-10-02" });
  expect(dueDay(plan.calendar, "2025-06-23", { count: 20, unit: "workday" })).toBe("2025-07-21");
  expect(dueDay(plan.calendar, "2025-01-31", { count: 1, unit: "month" })).toBe("2025-02-28");
  expect(dueDay(plan.calendar, "2025-06-23", null)).toBeNull();
});

test.each([
  ["报告书", { count: 60, unit: "day" }, "2025-10-02"],
  ["报告表", { count: 30, unit: "day" }, "2025-11-01"],
  ["登记表", null, "2025-12-01"],
  ["没有见过的表", { count: 60, unit: "day" }, "2025-10-02"],
  [undefined, { count: 60, unit: "day" }, "2025-10-02"],
])("an EIA in the form %s is given its own days", (form, limit, latestAcceptance) => {
  const asked = { ...plan, goal: "eia" as const, progress: { eia: { form } } };
  expect(stepOf(scheduleBack(asked, "2025-12-01"), "eia")).toMatchObject({ limit, latestAcceptance });
});

test("a form is known where a text names it, and only it", () => {
  const eia = procedureOn(pack, "eia", "2025-06-20");
  if (!eia) throw new Error("no eia");
  expect(formIn(eia, "环评报告表批复 川环审〔2025〕3号")).toBe("报告表");
  expect(formIn(eia, "报告书或报告表")).toBeUndefined();
  expect(formIn(eia, "环评批复")).toBeUndefined();
});

test("a step that is accepted, done or not needed is never too late, and what it waited for no longer counts", () => {
  const accepted = scheduleBack(
    { ...plan, progress: { feasibility: { accepted: "2025-06-10" }, proposal: { state: "done" } } },
    "2025-06-30",
  );
  expect(stepOf(accepted, "feasibility")).toMatchObject({ state: "doing", tooLate: false });
  const done = scheduleBack(
    { ...plan, progress: { feasibility: { state: "done" }, proposal: { state: "exempt" } } },
    "2025-06-30",
  );
  expect(done).toMatchObject({
    tooLate: false,
    steps: [{ key: "feasibility", state: "done", latestAcceptance: null }],
  });
});

test("each route has its own steps", () => {
  const keys = (route: Plan["route"]): string[] =>
    scheduleBack({ ...plan, route }, "2025-12-01").steps.map(({ key }) => key);
  expect(keys("备案")).toEqual(["record"]);
  expect(keys("核准")).toContain("approval");
  expect(keys("核准")).not.toContain("feasibility");
});

test("a step that only some projects need is asked of those only", () => {
  const keys = (text: string): string[] =>
    scheduleBack({ ...plan, goal: "safety", text }, "2025-12-01").steps.map(({ key }) => key);
  expect(keys("县医院综合楼")).toEqual([]);
  expect(keys("磷矿矿山采选")).toEqual(["safety"]);
});

test("forward: what is accepted today ends after its whole limit, one after another", () => {
  const forecast = scheduleForward({ ...plan, asOf: "2025-06-23", progress: { proposal: { state: "done" } } });
  expect(forecast.steps.find(({ key }) => key === "site")).toEqual({
    key: "site",
    accepted: "2025-06-23",
    finished: "2025-07-21",
  });
  expect(forecast.steps.at(-1)).toEqual({ key: "feasibility", accepted: "2025-07-21", finished: "2025-08-18" });
  expect(forecast.ends).toBe("2025-08-18");
});

test("working back from where working forward ends gives the day of beginning", () => {
  const asOf = "2025-06-23";
  const { ends } = scheduleForward({ ...plan, asOf });
  expect(scheduleBack({ ...plan, asOf }, ends).tooLate).toBe(false);
  expect(scheduleBack({ ...plan, asOf }, "2025-08-01").tooLate).toBe(true);
});

test("a pause stretches the limit", () => {
  const paused = scheduleForward({
    ...plan,
    goal: "feasibility",
    asOf: "2025-06-23",
    progress: { feasibility: { accepted: "2025-06-23", paused: 5 } },
  });
  expect(paused.ends > "2025-07-21").toBe(true);
});

test("a day beyond the holiday notices is refused, not guessed", () => {
  expect(() => scheduleBack(plan, "2031-06-30")).toThrow(OutsideCalendar);
});

test("of an old and a new entry for one step, the one in force on the day counts", () => {
  const [site] = pack.procedures.filter(({ key }) => key === "site");
  if (!site) throw new Error("no site");
  const both: Pack = {
    ...pack,
    procedures: [
      { ...site, to: "2026-05-26" },
      { ...site, id: "site-new", from: "2026-05-27", limit: null },
    ],
  };
  expect(procedureOn(both, "site", "2026-05-01")?.id).toBe("site");
  expect(procedureOn(both, "site", "2026-06-01")?.id).toBe("site-new");
  expect(procedureOn(both, "eia", "2026-06-01")).toBeNull();
});
