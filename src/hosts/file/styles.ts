/** The kind of every cell style of a workbook: which make a number a day, a percentage or text. */
import { attribute, tags } from "./xml";
import { builtinKind, codeKind, Kind } from "./numberFormat";

/** By style index (the s attribute of a cell). */
export type StyleKinds = Uint8Array;

export function readStyleKinds(xml: string | null): StyleKinds {
  if (xml === null) return new Uint8Array(1);
  const codes = new Map<number, number>();
  const kinds: number[] = [];
  let inCellFormats = false;
  for (const tag of tags(xml)) {
    if (tag.name === "cellXfs") inCellFormats = tag.kind === "open";
    if (tag.kind === "close") continue;
    if (tag.name === "numFmt")
      codes.set(Number(attribute(tag, "numFmtId")), codeKind(attribute(tag, "formatCode") ?? ""));
    // An xf without numFmtId has number format 0.
    if (inCellFormats && tag.name === "xf") kinds.push(kindOf(Number(attribute(tag, "numFmtId") ?? 0), codes));
  }
  return Uint8Array.from(kinds.length > 0 ? kinds : [Kind.number]);
}

/** A code that the file spells out goes before the builtin one of the same number. */
function kindOf(id: number, codes: ReadonlyMap<number, number>): number {
  return codes.get(id) ?? builtinKind(id);
}
