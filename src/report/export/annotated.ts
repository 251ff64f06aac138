/** A copy of a ledger as it stands, with an 错误信息 column behind the last one, to be filtered. */
import type { Ledger } from "../../ledger/ledger";
import type { CellValue } from "../../sheet/cell";
import type { ExportSheet } from "../../sheet/exportSheet";
import type { Sheet } from "../../sheet/sheet";
import { SEVERITY_WORDS } from "../../words/severity";
import { sentences } from "../../words/finding";
import type { Run } from "../run";

export const MESSAGES = "错误信息";

export function annotatedSheets(run: Run): ExportSheet[] {
  return run.files.flatMap((file, index) =>
    file.sheets.flatMap((sheet) => {
      const tables = (run.ledgersOf[index] ?? []).filter((ledger) => ledger.sheet === sheet.name);
      const heading = tables.find(({ role }) => role === "projects")?.header?.bottom;
      return heading === undefined ? [] : [annotated(sheet, tables, heading, run)];
    }),
  );
}

function annotated(sheet: Sheet, tables: readonly Ledger[], heading: number, run: Run): ExportSheet {
  const cells: CellValue[][] = [];
  let width = 1;
  for (const block of sheet.blocks()) {
    for (const row of block) {
      while (cells.length < row.row) cells.push([]);
      cells[row.row - 1] = [...row.cells];
      row.cells.forEach((value, column) => {
        if (value !== null && value !== "" && column >= width) width = column + 1;
      });
    }
  }
  const messages = messagesOf(tables, run);
  const filled = cells.map((row, index) => {
    const said = index + 1 === heading ? MESSAGES : (messages.get(index + 1) ?? null);
    return [...Array.from({ length: width }, (_, column) => row[column] ?? null), said];
  });
  const columns = Array.from({ length: width + 1 }, (_, column) =>
    column === width ? ({ width: 60, format: "wrapped" } as const) : ({ width: 14, format: "text" } as const),
  );
  return {
    name: `${sheet.name.slice(0, 24)}（错误信息）`,
    cells: filled,
    widths: columns.map((column) => column.width),
    frozenRows: heading,
    columns,
    heading,
    banner: [],
    paper: "a3",
  };
}

function messagesOf(tables: readonly Ledger[], run: Run): ReadonlyMap<number, string> {
  const byRow = new Map<number, string>();
  const found = run.result.perLedger.filter(({ ledger }) => tables.includes(ledger));
  for (const finding of found.flatMap(({ findings }) => findings)) {
    if (finding.row === null) continue;
    const { message, how } = sentences(finding, "zh");
    const line = `【${SEVERITY_WORDS[finding.severity]} ${finding.code} ${finding.cells[0] ?? ""}】${message}${how === "" ? "" : ` → ${how}`}`;
    const before = byRow.get(finding.row);
    byRow.set(finding.row, before === undefined ? line : `${before}\n${line}`);
  }
  return byRow;
}
