/** Steps are finished in the order in which one rests on the other; the start of works rests on several. */
import type { FieldKey, ProcedureKey } from "../ledger/fields";
import { PROCEDURE_KEYS } from "../measure/procedures";
import type { Project } from "../ledger/ledger";
import type { Interval } from "../measure/types";
import type { Edge } from "../policy/pack";
import { entryBasis } from "./entryBasis";
import { routeOf } from "./lookups";
import { rowRule, type Hit } from "./rule";

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
  check(project, { pack }) {
    if (!hasAnyDay(project)) return null;
    const route = routeOf(pack, project);
    let hits: Hit[] | null = null;
    for (const edge of pack.edges) {
      if (route !== null && !edge.routes.includes(route)) continue;
      const hit = contradiction(project, edge);
      if (hit) (hits ??= []).push(hit);
    }
    return hits;
  },
});

function hasAnyDay({ values }: Project): boolean {
  for (const key of PROCEDURE_KEYS) if (values[`proc.${key}`]?.on) return true;
  return false;
}

/** Only what the known days rule out: a month that holds both days contradicts nothing. */
function contradiction({ values }: Project, edge: Edge): Hit | null {
  const before = values[`proc.${edge.before}`]?.on;
  const after = edge.after === "start" ? values.startActual : values[`proc.${edge.after}`]?.on;
  if (!before || !after || after.to >= before.from) return null;
  return {
    fields: [fieldOf(edge.after), `proc.${edge.before}.on`],
    args: { before: edge.before, after: edge.after, beforeDay: dayOf(before), afterDay: dayOf(after) },
    severity: edge.severity,
    basis: entryBasis(edge),
  };
}

function fieldOf(after: ProcedureKey | "start"): FieldKey {
  return after === "start" ? "startActual" : `proc.${after}.on`;
}

/** As precise as it was written. */
function dayOf({ from, precision }: Interval): string {
  if (precision === "day") return from;
  return precision === "month" ? from.slice(0, 7) : from.slice(0, 4);
}
