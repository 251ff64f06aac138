/** The last day on which a step may be accepted is near. */
import { fieldsOfStep, openStepsUntil } from "./backSchedule";
import { withinCalendar } from "../measure/calendar";
import { DISPATCH_MEETING } from "./bases";
import { rowRule, type RowContext } from "./rule";
import { PROCEDURE_KEYS } from "../measure/procedures";

export default rowRule({
  code: "P304",
  severity: "warning",
  basis: { ...DISPATCH_MEETING, article: "倒排工期、压茬推进" },
  seed: ["B12", "A27"],
  needs: [PROCEDURE_KEYS.map((key) => `proc.${key}` as const)],
  on: "2025-06-20",
  good: [
    {
      name: "西山公墓配套道路工程",
      department: "民政局",
      totalInvestment: 2100,
      "proc.feasibility": "未办理",
      "proc.feasibility.due": "2025-12-31",
    },
    {
      name: "西山公墓配套道路工程",
      department: "民政局",
      totalInvestment: 2100,
      "proc.feasibility": "未办理",
      "proc.feasibility.due": "2025-06-30",
    },
  ],
  bad: [
    {
      name: "西山公墓配套道路工程",
      department: "民政局",
      totalInvestment: 2100,
      "proc.feasibility": "未办理",
      "proc.feasibility.due": "2025-07-22",
    },
    {
      name: "西山公墓配套道路工程",
      department: "民政局",
      totalInvestment: 2100,
      "proc.soilWater": "未办理",
      "proc.soilWater.due": "2025-07-09",
    },
  ],
  prepare(context) {
    const { asOf, calendar } = context;
    const workdays = context.parameter("workdays");
    const openSteps = openStepsUntil(dayBehind(context, workdays), context);
    return (project) => {
      const [first] = openSteps(project);
      if (!first) return null;
      // Where one is too late already, P303 has said so; the most urgent stands first.
      const latest = first.step.latestAcceptance ?? "";
      if (latest < asOf) return null;
      const days = calendar.between(asOf, latest);
      if (days > workdays) return null;
      return { fields: fieldsOfStep(first), args: { step: first.step.key, latest, deadline: first.deadline, days } };
    };
  },
});

/** Where the calendar does not reach so far, every step is looked at. */
const LAST = "9999-12-31";

/** The first day that is further away, so that the days off before it are near. */
function dayBehind({ calendar, asOf }: RowContext, workdays: number): string {
  return withinCalendar(() => calendar.add(asOf, workdays + 1)) ?? LAST;
}
