/** A finish may not come before its start: the planned pair, the actual pair, one of each where a row has no other, and 建设起止年限. */
import type { PlainField } from "../ledger/fields";
import type { Project } from "../ledger/ledger";
import { rowRule, type Hit, type RowContext } from "./rule";

export default rowRule({
  code: "F105",
  severity: "error",
  basis: { document: "地方政府债务管理系统项目填报校验", article: "竣工日期不早于开工日期", confidence: "H" },
  needs: [["startPlanned", "startActual", "period"]],
  on: "2025-06-20",
  good: [
    {
      name: "南湖水库除险加固工程",
      department: "水务局",
      totalInvestment: 4300,
      startPlanned: "2025-03",
      finishPlanned: "2026-10",
    },
    { name: "南湖水库除险加固工程", department: "水务局", totalInvestment: 4300, period: "2024-2026" },
    {
      name: "南湖水库除险加固工程",
      department: "水务局",
      totalInvestment: 4300,
      startActual: "2024-08",
      finishPlanned: "2024-06",
      finishActual: "2025-03",
    },
  ],
  bad: [
    {
      name: "南湖水库除险加固工程",
      department: "水务局",
      totalInvestment: 4300,
      startPlanned: "2026-10",
      finishPlanned: "2025-03",
    },
    { name: "南湖水库除险加固工程", department: "水务局", totalInvestment: 4300, period: "2026-2024" },
    {
      name: "南湖水库除险加固工程",
      department: "水务局",
      totalInvestment: 4300,
      startActual: "2024-08",
      finishPlanned: "2024-03",
    },
  ],
  check(project, context) {
    const { startPlanned, finishPlanned, startActual, finishActual, period } = project.values;
    const hits: Hit[] = [];
    if (startPlanned && finishPlanned && startPlanned.from > finishPlanned.to)
      hits.push(reversed(project, "startPlanned", "finishPlanned"));
    if (startActual && finishActual && startActual.from > finishActual.to)
      hits.push(reversed(project, "startActual", "finishActual"));
    if (hits.length === 0) hits.push(...acrossTenses(project, context));
    if (period && period.from > period.to)
      hits.push({ fields: ["period"], args: { start: period.from, finish: period.to } });
    return hits.length > 0 ? hits : null;
  },
});

/** What began after the day on which it was to be finished, or was finished before the day on which it was to begin. */
function acrossTenses(project: Project, { has }: RowContext): readonly Hit[] {
  const { startPlanned, finishPlanned, startActual, finishActual } = project.values;
  // Where the ledger keeps a day of the same tense as well, the plan may be an old one.
  const late = (other: PlainField): Partial<Hit> => (has(other) ? { severity: "warning" } : {});
  if (startActual && finishPlanned && !finishActual && startActual.from > finishPlanned.to)
    return [{ ...reversed(project, "startActual", "finishPlanned"), ...late("startPlanned") }];
  if (startPlanned && finishActual && !startActual && startPlanned.from > finishActual.to)
    return [{ ...reversed(project, "startPlanned", "finishActual"), ...late("finishPlanned") }];
  return [];
}

function reversed(
  { values }: Project,
  start: "startPlanned" | "startActual",
  finish: "finishPlanned" | "finishActual",
): Hit {
  const fields: PlainField[] = [start, finish];
  return { fields, args: { start: values[start]?.from ?? "", finish: values[finish]?.to ?? "" } };
}
