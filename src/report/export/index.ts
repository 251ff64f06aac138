/** Everything that leaves a checked run as one workbook, in the order of its tabs. */
import type { ExportSheet } from "../../sheet/exportSheet";
import type { Run } from "../run";
import { annotatedSheets } from "./annotated";
import { channelSheets } from "./channels";
import { checkReportSheet, missingSheet } from "./checkReport";
import { contactsCalendar, replacementSheet } from "./collect/sheets/standing";
import { standingOf } from "./collect/standing";
import { helpSheet, nextYearSheet, procedureSheet } from "./lists";
import { materialSheet } from "./materials";
import { makeReceipt } from "./makeReceipt";
import { receiptSheet } from "./receiptSheet";
import { scheduleSheet } from "./schedule";
import { standardTables } from "./standardTable";

/** Sheets about which the ledgers say nothing are left out. */
export async function exportSheets(run: Run): Promise<ExportSheet[]> {
  const standing = { standing: standingOf(run), ...run.options };
  const sheets = [
    ...standardTables(run.ledgers, run.options),
    checkReportSheet(run),
    missingSheet(run),
    materialSheet(run),
    procedureSheet(run),
    scheduleSheet(run),
    nextYearSheet(run),
    helpSheet(run),
    replacementSheet(standing),
    contactsCalendar(standing),
    ...channelSheets(run),
    ...annotatedSheets(run),
    receiptSheet(await makeReceipt(run)),
  ];
  return sheets.filter((sheet) => sheet !== null);
}
