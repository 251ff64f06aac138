/** A printed rate can be had from the printed figures beside it, by one of the rate's definitions. */
import type { FieldKey, PlainField } from "../ledger/fields";
import { columnOf, type Ledger, type Project } from "../ledger/ledger";
import { couldBeRatio } from "../measure/printed";
import { printedAmountOf, printedShareOf } from "./printedCells";
import { ONE_SOURCE } from "./bases";
import { rowRule, type Hit } from "./rule";

type Division = readonly [part: PlainField, whole: PlainField];

/** The definitions in use differ; a rate is doubted only where none of them gives it. */
const RATES: readonly { readonly rate: "completionRate" | "arrivalRate"; readonly ways: readonly Division[] }[] = [
  {
    rate: "completionRate",
    ways: [
      ["completedThisYear", "planThisYear"],
      ["completed", "planThisYear"],
      ["completed", "totalInvestment"],
    ],
  },
  {
    rate: "arrivalRate",
    ways: [
      ["arrived", "approved"],
      ["arrived", "totalInvestment"],
      ["arrived", "planThisYear"],
    ],
  },
];

export default rowRule({
  code: "K703",
  severity: "warning",
  basis: ONE_SOURCE,
  seed: ["A4", "A26"],
  needs: [["completionRate", "arrivalRate"]],
  on: "2025-06-20",
  good: [
    {
      name: "沿河路改造工程",
      department: "住房和城乡建设局",
      totalInvestment: 9000,
      planThisYear: 3000,
      completedThisYear: 1000,
      completionRate: "33.3%",
    },
    {
      name: "沿河路改造工程",
      department: "住房和城乡建设局",
      totalInvestment: 9000,
      arrived: 2700,
      arrivalRate: "30%",
    },
    {
      name: "沿河路改造工程",
      department: "住房和城乡建设局",
      totalInvestment: 9000,
      planThisYear: 3000,
      completed: 6000,
      completedThisYear: "#DIV/0!",
      completionRate: "43.3%",
    },
  ],
  bad: [
    {
      name: "沿河路改造工程",
      department: "住房和城乡建设局",
      totalInvestment: 9000,
      planThisYear: 3000,
      completedThisYear: 1000,
      completionRate: "43.3%",
    },
    {
      name: "沿河路改造工程",
      department: "住房和城乡建设局",
      totalInvestment: 9000,
      approved: 6000,
      arrived: 2700,
      arrivalRate: "54%",
    },
  ],
  check(project, { ledger }) {
    let hits: Hit[] | null = null;
    for (const { rate, ways } of RATES) {
      if (project.values[rate] === undefined) continue;
      const hit = impossible(project, ledger, rate, ways);
      if (hit) (hits ??= []).push(hit);
    }
    return hits;
  },
});

function impossible(
  project: Project,
  ledger: Ledger,
  rate: "completionRate" | "arrivalRate",
  ways: readonly Division[],
): Hit | null {
  const said = printedShareOf(ledger, project, rate);
  // What stands in a cell that nobody can read may be what the rate was worked out from.
  if (!said || project.unread.some(({ field }) => ways.some((way) => (way as readonly FieldKey[]).includes(field))))
    return null;
  let first: { fields: FieldKey[]; part: number; whole: number } | null = null;
  for (const [part, whole] of ways) {
    if (columnOf(ledger, part) < 0 || columnOf(ledger, whole) < 0) continue;
    if (whole === "totalInvestment" && isOfYearAlone(ledger, rate)) continue;
    const above = printedAmountOf(ledger, project, part);
    const below = printedAmountOf(ledger, project, whole);
    if (!above || !below) continue;
    if (couldBeRatio(said, above, below)) return null;
    first ??= { fields: [rate, part, whole], part: above.value, whole: below.value };
  }
  if (!first) return null;
  return {
    fields: first.fields,
    args: { rate: said.value, part: first.part, whole: first.whole, computed: first.part / first.whole },
  };
}

/** 「占年度计划比重」 where no column states that plan: nothing here tells what it was worked out from. */
function isOfYearAlone(ledger: Ledger, rate: "completionRate" | "arrivalRate"): boolean {
  const heading = ledger.columns.find(({ field }) => field === rate)?.heading ?? "";
  return columnOf(ledger, "planThisYear") < 0 && /年/u.test(heading) && !/总投资|累计|自开工/u.test(heading);
}
