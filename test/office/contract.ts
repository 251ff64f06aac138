/** The host contract through the genuine library, once for each of the builds that offices have. */
import { excelHost } from "../../src/hosts/excel/host";
import { cellName, parseCellName } from "../../src/sheet/address";
import type { CellValue } from "../../src/sheet/cell";
import type { Host } from "../../src/sheet/host";
import { hostContract, type ContractSheet } from "../contracts/host";
import { aWhile, until } from "../until";
import { bootOffice, CURRENT, LTSC_2021, LTSC_2024, type BundleName, type Office } from "./boot";

/** Of office.js: a change on some sheet. */
export const CHANGED = 10;

export function excelContract(bundle: BundleName): void {
  for (const [name, level] of [
    ["ExcelApi 1.14 (LTSC 2021)", LTSC_2021],
    ["ExcelApi 1.17 (LTSC 2024)", LTSC_2024],
    ["the current ExcelApi", CURRENT],
  ] as const) {
    hostContract(`Excel, ${bundle} bundle, ${name},`, (sheets) => {
      const office = bootOffice(bundle, sheets, level);
      const host = excelHost({ supports: office.supports });
      return Promise.resolve({
        host,
        listens: () => listening(office, host),
        type: (sheet: string, at: string, value: CellValue) => typeInto(office, sheet, at, value),
        marks: () => countMarks(office),
      });
    });
  }
}

/** As a person would: the cell changes, and Excel tells the library. */
async function typeInto(office: Office, sheet: string, at: string, value: CellValue): Promise<void> {
  const place = parseCellName(at);
  const store = office.store.list.find((each) => each.name === sheet);
  if (!place || !store) throw new Error(`no ${sheet}!${at}`);
  // Until our own writes are no more expected to be reported; that began before and so ends before, however late both are.
  await aWhile(200);
  store.put(place.row, place.column, typeof value === "string" || typeof value === "number" ? value : "");
  if (office.workbook.worksheets.listening.has("changed")) {
    const args = {
      worksheetId: store.id,
      address: cellName(place.row, place.column),
      changeType: "RangeEdited",
      source: "Local",
      triggerSource: "Unknown",
    };
    office.bridge.fire(CHANGED, "Workbook", args);
  }
}

/** Until Excel has registered the handlers and the library knows so: answers come in the order of the questions. */
export async function listening({ workbook }: Office, host: Host): Promise<void> {
  await until(() => workbook.worksheets.listening.has("changed"));
  await host.sheets();
  await aWhile(0);
}

function countMarks(office: Office): number {
  return office.workbook.worksheets.items
    .flatMap((sheet) => sheet.conditionalFormats.items)
    .reduce((cells, format) => cells + format.areas.length, 0);
}

export type { ContractSheet };
