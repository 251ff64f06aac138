/** 项目储备库: every project of every file, row by row. */
import { ALL_FIELDS, type FieldKey } from "../../../../ledger/fields";
import { SOURCE_HEADINGS } from "../../../../ledger/source";
import type { Pack } from "../../../../policy/pack";
import type { CellValue } from "../../../../sheet/cell";
import type { ExportSheet } from "../../../../sheet/exportSheet";
import { formSheet, type FormColumn } from "../../form";
import { RATE_AS_WRITTEN, standardColumn } from "../../standardTable";
import type { Summary } from "../summary";

export const RESERVE = "项目储备库";

/** Columns and rows of the consolidated reserve apart, so that it can be written as a stream where it is large. */
export function reserveColumns(summary: Summary, pack: Pack): { fields: FieldKey[]; columns: FormColumn[] } {
  const fields = ALL_FIELDS.filter(
    (field) => summary.fields.includes(field) || field === "serial" || field === "reporter",
  );
  return {
    fields,
    columns: [
      // Of many ledgers some state the year's rate, some that of the whole.
      ...fields.map((field) =>
        field === "completionRate"
          ? { ...standardColumn(field, pack), heading: RATE_AS_WRITTEN }
          : standardColumn(field, pack),
      ),
      { heading: SOURCE_HEADINGS.file, format: "text", width: 30 },
      { heading: SOURCE_HEADINGS.sheet, format: "text" },
      { heading: SOURCE_HEADINGS.row, format: "count" },
    ],
  };
}

export function reserveSheet(
  rows: readonly (readonly CellValue[])[],
  columns: readonly FormColumn[],
  asOf: string,
): ExportSheet {
  return formSheet({ name: RESERVE, title: `${asOf.slice(0, 4)}年项目储备库`, asOf, money: true, columns, rows });
}
