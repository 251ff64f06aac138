/** A permit whose validity has run out before works started must be looked at again. */
import { addDays, addMonths } from "../measure/dayNumber";
import { PROCEDURE_KEYS } from "../measure/procedures";
import { procedureOn } from "../policy/schedule";
import type { ProcedureStep } from "../policy/pack";
import { hasBegun } from "../reserve/begun";
import { entryBasis } from "./entryBasis";
import { rowRule, type Hit, type RowContext } from "./rule";
import { FIELD_OF, stepsIn } from "./steps";

export default rowRule({
  code: "P306",
  severity: "warning",
  basis: { document: "中华人民共和国环境影响评价法", article: "第二十四条", confidence: "H" },
  needs: [PROCEDURE_KEYS.map((key) => `proc.${key}.on` as const)],
  on: "2025-06-20",
  good: [
    { name: "东风渠改造工程", department: "水务局", totalInvestment: 4700, "proc.eia.on": "2022-03-01" },
    {
      name: "东风渠改造工程",
      department: "水务局",
      totalInvestment: 4700,
      "proc.eia.on": "2018-03-01",
      startActual: "2019-05-01",
    },
    {
      name: "东风渠改造工程",
      department: "水务局",
      totalInvestment: 4700,
      "proc.eia.on": "2018-03-01",
      completedBefore: 800,
    },
  ],
  bad: [
    { name: "东风渠改造工程", department: "水务局", totalInvestment: 4700, "proc.eia.on": "2019-03-01" },
    { name: "东风渠改造工程", department: "水务局", totalInvestment: 4700, "proc.soilWater.on": "2021年5月" },
  ],
  prepareAt(context, stage) {
    const { asOf } = context;
    const steps = lapsingSteps(context);
    if (steps.length === 0 || (stage && !stage.beforeStart)) return null;
    return (project) => {
      if (hasBegun(project)) return null;
      const { values } = project;
      let hits: Hit[] | null = null;
      for (const { step, validity } of steps) {
        const on = values[FIELD_OF[step.key]]?.on;
        if (!on) continue;
        const ended = endOf(on.to, validity);
        if (ended >= asOf) continue;
        const args = { step: step.key, on: on.to, ended, ...validity };
        (hits ??= []).push({ fields: [`proc.${step.key}.on`], args, basis: entryBasis(step) });
      }
      return hits;
    };
  },
});

type Validity = NonNullable<ProcedureStep["validity"]>;

interface Lapsing {
  readonly step: ProcedureStep;
  readonly validity: Validity;
}

/** The ledger's steps whose approval holds for a time only. */
function lapsingSteps({ ledger, pack, asOf }: RowContext): readonly Lapsing[] {
  return stepsIn(ledger).flatMap((key): Lapsing[] => {
    const step = procedureOn(pack, key, asOf);
    return step?.validity ? [{ step, validity: step.validity }] : [];
  });
}

function endOf(day: string, { count, unit }: Validity): string {
  return addDays(addMonths(day, unit === "year" ? count * 12 : count), -1);
}
