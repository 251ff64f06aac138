/** Fills over the user's cells, only on request, each with what it covers. */
import type { ICellData } from "@univerjs/core";
import { parseCellName } from "../../sheet/address";
import type { CellPlace } from "../../sheet/host";
import type { FacadeSheet } from "./engine";

const FILLS = { error: "#FFC7CE", warning: "#FFEB9C", hint: "#DDEBF7" } as const;

export interface KeptMark {
  readonly sheet: string;
  readonly at: string;
  /** The fill that the user had given the cell. */
  readonly before: string | null;
}

export function markCell(sheet: FacadeSheet, place: CellPlace & { severity: keyof typeof FILLS }): KeptMark {
  const range = sheet.getRange(place.at);
  const before = range.getCellStyle()?.background?.rgb ?? null;
  fill(sheet, place.at, FILLS[place.severity]);
  return { sheet: place.sheet, at: place.at, before };
}

export function unmarkCell(sheet: FacadeSheet | null, { at, before }: KeptMark): void {
  if (sheet) fill(sheet, at, before);
}

/** Only the fill: whatever else the cell's style says stays. */
function fill(sheet: FacadeSheet, at: string, rgb: string | null): void {
  const place = parseCellName(at);
  if (!place) return;
  const data: ICellData = { s: { bg: rgb === null ? null : { rgb } } };
  sheet.getRange(at).setValues({ [place.row - 1]: { [place.column]: data } });
}
