/** Whose a file is where no row and no line above the heading says it: the one department of the roster that its title or its name speaks of. */
import type { Ledger } from "../../../ledger/ledger";
import { OFFICE_ENDS, SHORT_ENDS } from "../../../measure/office";
import type { Department } from "../../../policy/pack";
import { departmentFinder } from "../../../reserve/departments";
import type { Run } from "../../run";

/** The run with that department as 填报单位, so that a department whose file came is not listed as one without projects. */
export function withReporters(run: Run, path: string): Run {
  const { roster } = run.options.pack;
  const named = new Map<Ledger, Ledger>();
  for (const ledger of run.ledgers) {
    if (ledger.role !== "projects" || saysWhose(ledger)) continue;
    const reporter = departmentIn(ledger.title ?? "", roster) ?? departmentOfFile(path, roster);
    if (reporter !== null) named.set(ledger, { ...ledger, reporter });
  }
  if (named.size === 0) return run;
  const own = (ledger: Ledger): Ledger => named.get(ledger) ?? ledger;
  return {
    ...run,
    ledgers: run.ledgers.map(own),
    ledgersOf: run.ledgersOf.map((ledgers) => ledgers.map(own)),
    result: {
      ...run.result,
      perLedger: run.result.perLedger.map((part) => ({ ...part, ledger: own(part.ledger) })),
    },
  };
}

export function departmentOfFile(path: string, roster: readonly Department[]): string | null {
  return departmentIn(path.replace(/^.*[\\/]/, "").replace(/\.[a-z]+$/i, ""), roster);
}

/** A blank in a column of departments stays one: it is for the department to fill. */
function saysWhose({ reporter, columns }: Ledger): boolean {
  return reporter !== null || columns.some(({ field }) => field === "department" || field === "reporter");
}

const BEGINNING = new RegExp(`^\\p{Script=Han}*?(?:${OFFICE_ENDS}|${SHORT_ENDS})`, "u");

/** Null where the text names none or several. */
function departmentIn(text: string, roster: readonly Department[]): string | null {
  const plain = text.normalize("NFKC").replace(/\s/gu, "");
  const written = roster.flatMap(({ name, aliases }) =>
    [name, ...aliases].filter((each) => each !== "" && plain.includes(each)).map((each) => ({ name, each })),
  );
  // 「自然资源局」 within 「自然资源局直属分局」 names nobody of its own.
  const whole = written.filter(
    ({ each }) => !written.some((other) => other.each !== each && other.each.includes(each)),
  );
  const names = new Set(whole.map(({ name }) => name));
  const [only] = names;
  if (names.size > 0) return names.size === 1 && only !== undefined ? only : null;
  // 「2025年6月交通局台账」「交通局6月台账」: the roster may know it as 交通运输局.
  for (const words of [plain.replace(/^.*\d(?:年度?|月份?)/u, ""), plain]) {
    const [begins] = BEGINNING.exec(words.replace(/^[^\p{Script=Han}]+/u, "")) ?? [];
    const found = begins === undefined ? null : departmentFinder(roster)(begins);
    if (found !== null) return found;
  }
  return null;
}
