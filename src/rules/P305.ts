/** What was accepted is finished within its limit, days that do not count left out. */
import type { Project } from "../ledger/ledger";
import { withinCalendar } from "../measure/calendar";
import { PROCEDURE_KEYS, type ProcedureKey } from "../measure/procedures";
import { dueDay, limitOf, procedureOn } from "../policy/schedule";
import { entryBasis } from "./entryBasis";
import { rowRule, type Hit, type RowContext } from "./rule";
import { FIELD_OF, formOf, isOpen, stepsIn } from "./steps";

export default rowRule({
  code: "P305",
  severity: "error",
  basis: { document: "中华人民共和国行政许可法", article: "第四十二条", confidence: "H" },
  needs: [PROCEDURE_KEYS.map((key) => `proc.${key}.accepted` as const)],
  on: "2025-06-20",
  good: [
    {
      name: "白云水厂提质工程",
      department: "水务局",
      totalInvestment: 5300,
      "proc.feasibility.accepted": "2025-06-10",
      "proc.feasibility": "办理中",
    },
    {
      name: "白云水厂提质工程",
      department: "水务局",
      totalInvestment: 5300,
      "proc.feasibility.accepted": "2025-04-10",
      "proc.feasibility": "川发改审〔2025〕21号",
    },
  ],
  bad: [
    {
      name: "白云水厂提质工程",
      department: "水务局",
      totalInvestment: 5300,
      "proc.feasibility.accepted": "2025-04-10",
      "proc.feasibility": "办理中",
    },
    {
      name: "白云水厂提质工程",
      department: "水务局",
      totalInvestment: 5300,
      "proc.eia.accepted": "2025-03-01",
      "proc.eia": "正在办理",
    },
  ],
  check(project, context) {
    const hits = overdueSteps(project, context);
    return hits.length === 0 ? null : hits;
  },
});

/** A finding for each step that was accepted and stands beyond its limit. */
export function overdueSteps(project: Project, context: RowContext): Hit[] {
  const hits: Hit[] = [];
  for (const key of stepsIn(context.ledger)) {
    if (!project.values[FIELD_OF[key]]?.accepted) continue;
    const hit = overdue(project, key, context);
    if (hit) hits.push(hit);
  }
  return hits;
}

function overdue(project: Project, key: ProcedureKey, { pack, calendar, asOf, ledger }: RowContext): Hit | null {
  const given = project.values[`proc.${key}`];
  const step = procedureOn(pack, key, asOf);
  // A month only: whoever was accepted on its last day is given the time from there.
  const limit = step && limitOf(step, formOf(project, ledger, step));
  if (!given?.accepted || !step || !limit || !isOpen(project, key, asOf)) return null;
  const accepted = given.accepted.to;
  const due = withinCalendar(() => dueDay(calendar, accepted, limit, given.paused));
  if (due === null || due >= asOf) return null;
  const args = { step: key, accepted, due, limit: limit.count, unit: limit.unit };
  return { fields: [`proc.${key}.accepted`, `proc.${key}`], args, basis: entryBasis(step) };
}
