/** Steps are finished in the order in which one rests on the other; the start of works rests on several. */
import type { FieldKey, ProcedureKey } from "../ledger/fields";
import { monthInterval, yearInterval } from "../measure/day";
import { dayText } from "../measure/dayText";
import { PROCEDURE_KEYS } from "../measure/procedures";
import type { Interval } from "../measure/types";
import type { Edge } from "../policy/pack";
import { entryBasis } from "./entryBasis";
import { routeOf } from "./lookups";
import { rowRule, type Hit, type RowContext } from "./rule";
import { FIELD_OF } from "./steps";

const FINISHED = PROCEDURE_KEYS.map((key) => `proc.${key}.on` as const);

export default rowRule({
  code: "P302",
  severity: "error",
  basis: { document: "中华人民共和国环境影响评价法", article: "第二十五条", confidence: "H" },
  needs: [FINISHED],
  on: "2025-06-20",
  good: [
    {
      name: "县医院迁建项目",
      department: "卫生健康局",
      totalInvestment: 9000,
      startActual: "2025-05-10",
      "proc.eia.on": "2025-04-01",
    },
    {
      name: "县医院迁建项目",
      department: "卫生健康局",
      totalInvestment: 9000,
      startActual: "2025年4月",
      "proc.eia.on": "2025-04-20",
    },
  ],
  bad: [
    {
      name: "县医院迁建项目",
      department: "卫生健康局",
      totalInvestment: 9000,
      startActual: "2025-03-10",
      "proc.eia.on": "2025-04-01",
    },
    {
      name: "县医院迁建项目",
      department: "卫生健康局",
      totalInvestment: 9000,
      "proc.feasibility.on": "2025-05-10",
      "proc.design.on": "2025-04-01",
    },
  ],
  prepare(context) {
    const { pack } = context;
    const orders = ordersIn(context);
    return (project) => {
      let hits: Hit[] | null = null;
      for (const { edge, before, after } of orders) {
        const earlier = project.values[before]?.on;
        if (!earlier) continue;
        const later = after === null ? project.values.startActual : project.values[after]?.on;
        // Only what the known days rule out: a month that holds both days contradicts nothing.
        if (!later || later.to >= earlier.from) continue;
        const route = routeOf(pack, project);
        if (route === null || edge.routes.includes(route)) (hits ??= []).push(reversed(edge, earlier, later));
      }
      return hits;
    };
  },
});

interface Order {
  readonly edge: Edge;
  readonly before: `proc.${ProcedureKey}`;
  /** Null: the start of works. */
  readonly after: `proc.${ProcedureKey}` | null;
}

/** The pack's edges between steps that the ledger has columns for, with the names of those. */
function ordersIn({ pack, has }: RowContext): readonly Order[] {
  return pack.edges
    .map((edge): Order => ({
      edge,
      before: FIELD_OF[edge.before],
      after: edge.after === "start" ? null : FIELD_OF[edge.after],
    }))
    .filter(({ before, after }) => has(before) && has(after ?? "startActual"));
}

function reversed(edge: Edge, earlier: Interval, later: Interval): Hit {
  return {
    fields: [fieldOf(edge.after), `proc.${edge.before}.on`],
    args: { before: edge.before, after: edge.after, beforeDay: dayOf(earlier), afterDay: dayOf(later) },
    severity: edge.severity,
    basis: entryBasis(edge),
  };
}

function fieldOf(after: ProcedureKey | "start"): FieldKey {
  return after === "start" ? "startActual" : `proc.${after}.on`;
}

/** As precise as it was written: a day, a month or a year in figures, 「8-9月」 and quarters in words. */
function dayOf(interval: Interval): string {
  const { from, to, precision } = interval;
  if (precision === "day") return from;
  const [year, month] = [from.slice(0, 4), from.slice(0, 7)];
  const whole =
    precision === "month" ? monthInterval(Number(year), Number(month.slice(5))) : yearInterval(Number(year));
  if (from === whole.from && to === whole.to) return precision === "month" ? month : year;
  return dayText(interval);
}
