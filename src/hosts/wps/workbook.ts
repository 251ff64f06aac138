/** The open workbook and its sheets, by name. */
import type { SheetInfo } from "../../sheet/host";
import { HostFailure } from "../../sheet/hostFailure";
import { Visibility } from "./constants";
import type { WpsProgram, WpsWorkbook, WpsWorksheet } from "./program";

/** A sheet of ours that keeps notes where the file format has no better place; never shown and never read as a ledger. */
export const NOTES_SHEET = "ledger-check-notes";

export function needWorkbook(program: WpsProgram): WpsWorkbook {
  const workbook = program.application().ActiveWorkbook;
  if (!workbook) throw new HostFailure("failed", "no workbook");
  return workbook;
}

/** Charts on tabs of their own are none. */
export function worksheetsOf(workbook: WpsWorkbook): WpsWorksheet[] {
  const sheets = workbook.Worksheets;
  return Array.from({ length: sheets.Count }, (_, index) => sheets.Item(index + 1));
}

export function findSheet(workbook: WpsWorkbook, name: string): WpsWorksheet | null {
  return worksheetsOf(workbook).find((sheet) => sheet.Name === name) ?? null;
}

export function needSheet(workbook: WpsWorkbook, name: string): WpsWorksheet {
  const sheet = findSheet(workbook, name);
  if (!sheet) throw new HostFailure("noSheet", name);
  return sheet;
}

export function sheetInfos(workbook: WpsWorkbook): SheetInfo[] {
  return worksheetsOf(workbook)
    .map((sheet) => ({ name: sheet.Name, hidden: sheet.Visible !== Visibility.visible }))
    .filter(({ name }) => name !== NOTES_SHEET);
}
