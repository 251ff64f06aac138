/** Money is reviewed, issued and arrives in this order, and does not stand still in between. */
import type { Interval } from "../measure/types";
import type { Project } from "../ledger/ledger";
import { withinCalendar } from "../measure/calendar";
import { DISPATCH_MEETING } from "./bases";
import { isBlank } from "./columns";
import { rowRule, type Hit, type RowContext } from "./rule";

const STEPS = ["reviewedOn", "issuedOn", "arrivedOn"] as const;
type Step = (typeof STEPS)[number];

export default rowRule({
  code: "P312",
  severity: "warning",
  basis: { ...DISPATCH_MEETING, article: "全程盯紧项目评审、资金下达等关键环节" },
  seed: ["B30"],
  needs: [
    ["reviewedOn", "issuedOn"],
    ["issuedOn", "arrivedOn"],
  ],
  on: "2025-06-20",
  good: [
    {
      name: "老年大学修缮工程",
      department: "教育局",
      totalInvestment: 900,
      reviewedOn: "2025-03-01",
      issuedOn: "2025-04-01",
      arrivedOn: "2025-04-20",
    },
    {
      name: "老年大学修缮工程",
      department: "教育局",
      totalInvestment: 900,
      reviewedOn: "2025-06-01",
      issuedOn: "",
      arrivedOn: "",
    },
  ],
  bad: [
    {
      name: "老年大学修缮工程",
      department: "教育局",
      totalInvestment: 900,
      reviewedOn: "2025-04-15",
      issuedOn: "2025-04-01",
      arrivedOn: "2025-05-01",
    },
    {
      name: "老年大学修缮工程",
      department: "教育局",
      totalInvestment: 900,
      reviewedOn: "2025-01-10",
      issuedOn: "2025-02-01",
      arrivedOn: "",
    },
  ],
  check(project, context) {
    return reversed(project) ?? standing(project, context);
  },
});

function reversed({ values }: Project): Hit | null {
  const given = STEPS.flatMap((step): { step: Step; day: Interval }[] => {
    const day = values[step];
    return day ? [{ step, day }] : [];
  });
  for (const [index, later] of given.entries()) {
    const earlier = given[index - 1];
    if (!earlier || later.day.to >= earlier.day.from) continue;
    return {
      fields: [later.step, earlier.step],
      args: {
        kind: "order",
        before: earlier.step,
        after: later.step,
        beforeDay: earlier.day.from,
        afterDay: later.day.to,
      },
    };
  }
  return null;
}

/** The last step that is filled in, where the next one is a column and blank. */
function standing(project: Project, { has, asOf, calendar, parameter }: RowContext): Hit | null {
  const index = STEPS.reduce((last, step, at) => (project.values[step] === undefined ? last : at), -1);
  const last = STEPS[index];
  const next = STEPS[index + 1];
  if (last === undefined || next === undefined || !has(next) || !isBlank(project, next)) return null;
  const since = project.values[last]?.to ?? asOf;
  if (since >= asOf) return null;
  const days = withinCalendar(() => calendar.between(since, asOf));
  return days !== null && days > parameter("workdays")
    ? { fields: [next, last], args: { kind: "standing", before: last, after: next, since, days } }
    : null;
}
