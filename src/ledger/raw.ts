/** What the program that showed the sheet says of a project's cell, for rooms that do not look into sheets. */
import { Mark } from "../sheet/cell";
import type { Project } from "./ledger";

export function isPercentCell(project: Project, column: number): boolean {
  return ((project.marks?.[column] ?? 0) & Mark.percent) !== 0;
}

export function isFormulaCell(project: Project, column: number): boolean {
  return ((project.marks?.[column] ?? 0) & Mark.formula) !== 0;
}

/** The cell's text or number as written; blank for anything else. */
export function rawText(project: Project, column: number): string {
  const cell = project.cells[column];
  return typeof cell === "string" ? cell.trim() : typeof cell === "number" ? String(cell) : "";
}
