/** The count of projects that a total or a section prints. */
import { normaliseText } from "../../measure/text";
import type { SheetRow } from "../../sheet/sheet";
import type { Header } from "../block/header";
import type { Project, TotalRow } from "../ledger";
import type { RowSort } from "./rows";

/** 12 个, (5), 合计：12: a number beside the words for projects, or alone behind a bracket or a total's word. */
const COUNT_IN_LABEL =
  /(?<![\d.,])(\d+)\s*(?:个(?!月)|项)|[(]\s*(?:共计?|合计|总计|计)?\s*(\d+)\s*[)]$|(?:[:：]|合计|总计|小计|共计?)\s*(?:共计?)?\s*(\d+)$/u;
/** （1） in front is the section's own number. */
const OWN_NUMBER = /^\(\d{1,2}\)(?=.)/u;
const COUNT_HEADING = /个数|项目数|项目总数|项数|项目数量/u;

/** 「合计：12 个」「交通基础设施（5个）」, or the count in a cell beside the label that can be nothing else. */
export function countOf(
  row: SheetRow,
  { label, labelColumn }: RowSort,
  nameColumn: number,
  header: Header,
): { count: number | null; countColumn: number | null } {
  const inLabel = COUNT_IN_LABEL.exec(label.normalize("NFKC").replace(OWN_NUMBER, ""));
  const digits = inLabel?.[1] ?? inLabel?.[2] ?? inLabel?.[3];
  if (digits !== undefined && (inLabel?.[1] !== undefined || !isYear(digits)))
    return { count: Number(digits), countColumn: labelColumn };
  const counting = header.columns.find(({ heading }) => COUNT_HEADING.test(heading))?.column ?? -1;
  for (const column of [nameColumn, nameColumn + 1, labelColumn + 1, counting]) {
    if (column === labelColumn || column < 0) continue;
    const value = row.cells[column] ?? null;
    if (typeof value === "number" && isCountOf(value) && (column === nameColumn || column === counting))
      return { count: value, countColumn: column };
    if (typeof value !== "string") continue;
    const counted = /^共?\s*(\d+)\s*(?:个|项)(?:项目)?$/u.exec(normaliseText(value));
    if (counted) return { count: Number(counted[1]), countColumn: column };
  }
  return { count: null, countColumn: null };
}

function isYear(digits: string): boolean {
  return /^20\d\d$/u.test(digits);
}

function isCountOf(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 100_000;
}

/** Where a column says of each project how many parts it has, what a total prints there is no count of projects. */
export function withoutOtherCounts(totals: readonly TotalRow[], projects: readonly Project[]): readonly TotalRow[] {
  const others = new Map<number, boolean>();
  const countsOther = (column: number) => {
    let known = others.get(column);
    if (known === undefined)
      others.set(
        column,
        (known = projects.some(({ cells }) => typeof cells[column] === "number" && cells[column] !== 1)),
      );
    return known;
  };
  return totals.map((total) =>
    total.countColumn !== null && typeof total.cells[total.countColumn] === "number" && countsOther(total.countColumn)
      ? { ...total, count: null, countColumn: null }
      : total,
  );
}
