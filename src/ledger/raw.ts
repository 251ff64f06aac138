/** What the program that showed the sheet says of a project's cell, for rooms that do not look into sheets. */
import { Mark } from "../sheet/cell";
import type { Project } from "./ledger";

export function isPercentCell(project: Project, column: number): boolean {
  return ((project.marks?.[column] ?? 0) & Mark.percent) !== 0;
}

export function isFormulaCell(project: Project, column: number): boolean {
  return ((project.marks?.[column] ?? 0) & Mark.formula) !== 0;
}
