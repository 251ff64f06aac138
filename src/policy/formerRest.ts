/** The sheet 政策包 of former versions, which held as JSON whatever had no table: a row a part, or a row an entry of a list. */
import { addressOf, isBlankCell, readJson } from "./cells";
import { isRecord } from "./extend";
import type { JsonPath } from "./jsonLines";
import type { PackSheet, Place } from "./table";

const FORMER_HEADINGS = ["部分", "编号", "内容"] as const;

export function isFormerRest({ rows }: PackSheet): boolean {
  return FORMER_HEADINGS.every((heading, index) => rows[0]?.[index] === heading);
}

interface Into {
  readonly parts: Record<string, unknown>;
  readonly fault: (place: Place, says: string, remedy: string) => void;
  readonly locateAt: (path: JsonPath, place: Place) => void;
}

/** A list or object of the sheet replaces the one that was there. */
export function readFormerRest({ name, rows }: PackSheet, into: Into): void {
  const read: Record<string, unknown> = {};
  rows.forEach(([part, key, ...pieces], index) => {
    if (index === 0 || isBlankCell(part)) return;
    const at = { sheet: name, cell: addressOf(index, 2) };
    const whole = pieces.filter((piece) => !isBlankCell(piece)).join("");
    if (String(key ?? "") === "0") {
      read[String(part)] = [];
      return;
    }
    const value = readJson(whole);
    if ("fault" in value) into.fault(at, value.fault.says, value.fault.remedy);
    else into.locateAt(putPart(read, String(part), String(key ?? ""), value.value), at);
  });
  Object.assign(into.parts, read);
}

/** Gives the path at which the value stands. */
function putPart(read: Record<string, unknown>, part: string, key: string, value: unknown): JsonPath {
  if (key === "") {
    read[part] = value;
    return [part];
  }
  if (/^\d+$/.test(key)) {
    const list = Array.isArray(read[part]) ? (read[part] as unknown[]) : [];
    read[part] = [...list, value];
    return [part, list.length];
  }
  read[part] = { ...(isRecord(read[part]) ? read[part] : {}), [key]: value };
  return [part, key];
}
