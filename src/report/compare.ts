/** What another pack would change: findings that would be new, and findings that would go. */
import type { Finding } from "../findings/finding";
import { sentences } from "../words/finding";
import type { ComparedFinding, Comparison } from "./report";
import type { Run } from "./run";

export function comparisonOf(run: Run, other: Run): Comparison {
  const { id, version, title } = other.options.pack;
  const [here, there] = [findingsById(run), findingsById(other)];
  return {
    pack: { id, version, title },
    appearing: onlyIn(there, here),
    going: onlyIn(here, there),
  };
}

function findingsById(run: Run): ReadonlyMap<string, Finding> {
  const all = [...run.result.perLedger.flatMap(({ findings }) => findings), ...run.result.run];
  return new Map(all.map((finding) => [finding.id, finding]));
}

function onlyIn(one: ReadonlyMap<string, Finding>, other: ReadonlyMap<string, Finding>): ComparedFinding[] {
  return [...one.values()]
    .filter(({ id }) => !other.has(id))
    .map((finding) => {
      const { id, code, severity, file, sheet, cells } = finding;
      return { id, code, severity, file, sheet, cells, message: sentences(finding, "zh").message };
    });
}
