/** Styles of a workbook that is being patched: a cell keeps its own, but where what is put there needs another number format. */
import { type CellValue, SerialDay } from "../../sheet/cell";
import { isDayKind, Kind } from "./numberFormat";
import { readStyleKinds } from "./styles";
import { tags } from "./xml";

export interface StyleBook {
  /** The style for a cell of style `index` that is to hold `value`. */
  styleFor(index: number, value: CellValue): number;
  /** The part with the styles that were added; null where none was needed. */
  changed(): string | null;
}

const GENERAL = 0;
const DAY = 14;

export function styleBook(xml: string | null): StyleBook {
  const kinds = readStyleKinds(xml);
  const added = new Map<string, number>();
  let text = xml ?? "";
  let count = kinds.length;
  const variant = (index: number, format: number): number => {
    const key = `${String(index)}:${String(format)}`;
    const known = added.get(key);
    if (known !== undefined) return known;
    const next = withVariant(text, index, format);
    if (next === null) return index;
    text = next;
    added.set(key, count);
    return count++;
  };
  return {
    styleFor(index, value) {
      const kind = kinds[index] ?? Kind.number;
      // A day that the cell would show as 45828 …
      if (value instanceof SerialDay) return isDayKind(kind) ? index : variant(index, DAY);
      // … a number that it would treat as text, or show as a day.
      if (typeof value === "number" && (kind === Kind.text || isDayKind(kind))) return variant(index, GENERAL);
      return index;
    },
    changed: () => (added.size > 0 ? text : null),
  };
}

/** The part with one more cell format: a copy of `index` with another number format; null where it has no such format. */
function withVariant(xml: string, index: number, format: number): string | null {
  let inside = false;
  let position = -1;
  let from = -1;
  let copy: string | null = null;
  let opening: { start: number; end: number } | null = null;
  for (const tag of tags(xml)) {
    if (tag.name === "cellXfs") {
      if (tag.kind === "open") {
        inside = true;
        opening = { start: tag.start, end: tag.end };
        continue;
      }
      if (copy === null || !opening) return null;
      const raised = xml
        .slice(opening.start, opening.end)
        .replace(/count\s*=\s*["'](\d+)["']/, (_, count: string) => `count="${String(Number(count) + 1)}"`);
      return xml.slice(0, opening.start) + raised + xml.slice(opening.end, tag.start) + copy + xml.slice(tag.start);
    }
    if (!inside || tag.name !== "xf") continue;
    if (tag.kind !== "close" && ++position === index) from = tag.start;
    if (position === index && from >= 0 && copy === null && tag.kind !== "open")
      copy = withFormat(xml.slice(from, tag.end), format);
  }
  return null;
}

function withFormat(xf: string, format: number): string {
  const end = xf.search(/\/?>/);
  const opening = xf
    .slice(0, end)
    .replace(/\s(?:numFmtId|applyNumberFormat)\s*=\s*(?:"[^"]*"|'[^']*')/g, "")
    .trimEnd();
  return `${opening} numFmtId="${String(format)}" applyNumberFormat="1"${xf.slice(end)}`;
}
