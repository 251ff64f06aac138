/** A fix as the report shows it: plain values, addresses without sheet names. */
import type { Fix } from "../fixes/index";
import { CellError, SerialDay, type CellValue } from "../sheet/cell";
import type { Edit } from "../sheet/edit";
import type { EditReport, FixReport } from "./report";

export function fixReport(fix: Fix): FixReport {
  if (fix.kind === "safe") return { kind: "safe", edits: fix.edits.map(editReport) };
  const choices = fix.choices.map(({ label, edits }) => ({ label, edits: edits.map(editReport) }));
  return { kind: "choice", edits: choices[0]?.edits ?? [], choices };
}

function editReport({ at, was, put }: Edit): EditReport {
  return { cell: at, was: plain(was), put: plain(put) };
}

function plain(value: CellValue): EditReport["was"] {
  if (value instanceof SerialDay) return value.serial;
  if (value instanceof CellError) return value.code;
  return value;
}
