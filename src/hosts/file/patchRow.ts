/** One row's XML with some of its cells changed, put in their place among the others. */
import { cellName, parseCellName } from "../../sheet/address";
import { CellError, type CellValue, isBlankCell, SerialDay } from "../../sheet/cell";
import type { Master, PatchContext, PlacedPatch } from "./patchContext";
import { shiftFormula } from "./shiftFormula";
import { attribute, escapeExcel, escapeXml, isTrue, type Tag, tags, unescapeXml } from "./xml";

interface CellSpan {
  readonly column: number;
  readonly start: number;
  readonly end: number;
  /** Raw attributes of `<c>`. */
  readonly attributes: string;
  readonly style: number;
  /** `<f …>…</f>` as it stands, and its opening tag; null where there is none. */
  readonly formula: { readonly xml: string; readonly tag: Tag; readonly text: string } | null;
}

/** `xml` is the row from its "<" to its last ">". */
export function patchRow(xml: string, row: number, patches: readonly PlacedPatch[], context: PatchContext): string {
  const { opening, body, closing } = splitRow(xml, context.prefix);
  const cells = cellSpans(body);
  const rowStyle = ownRowStyle(opening);
  let patched = "";
  let copied = 0;
  // The last of several changes to one cell counts.
  const byColumn = new Map(patches.map((patch) => [patch.column, patch]));
  for (const patch of [...byColumn.values()].sort((one, other) => one.column - other.column)) {
    const old = cells.find((cell) => cell.column === patch.column);
    if (old) {
      noteLoss(old, row, patch, context);
      patched += body.slice(copied, old.start) + cellXml(old, row, patch, context);
      copied = old.end;
      continue;
    }
    const style = rowStyle ?? columnStyle(patch.column, context);
    const added = cellXml({ style, attributes: "", formula: null }, row, patch, context);
    if (isBlankCell(patch.put) && patch.formula === undefined) continue;
    const next = cells.find((cell) => cell.column > patch.column)?.start ?? body.length;
    patched += body.slice(copied, next) + added;
    copied = next;
  }
  if (patched === "") return xml;
  // "spans" is a hint that may be left out and must not be wrong.
  return opening.replace(/\sspans\s*=\s*(?:"[^"]*"|'[^']*')/, "") + patched + body.slice(copied) + closing;
}

function splitRow(xml: string, prefix: string): { opening: string; body: string; closing: string } {
  for (const tag of tags(xml)) {
    const opening = xml.slice(0, tag.end);
    if (tag.kind === "empty") return { opening: opening.replace(/\s*\/>$/, ">"), body: "", closing: `</${prefix}row>` };
    const end = xml.lastIndexOf("</");
    return { opening, body: xml.slice(tag.end, end), closing: xml.slice(end) };
  }
  return { opening: xml, body: "", closing: "" };
}

function cellSpans(body: string): CellSpan[] {
  const spans: CellSpan[] = [];
  let previous = -1;
  let cell: Tag | null = null;
  let formula: { xml: string; tag: Tag; text: string } | null = null;
  let formulaTag: Tag | null = null;
  for (const tag of tags(body)) {
    if (tag.name === "f" && cell) {
      if (tag.kind === "open") formulaTag = tag;
      if (tag.kind === "empty") formula = { xml: body.slice(tag.start, tag.end), tag, text: "" };
      if (tag.kind === "close" && formulaTag) {
        const text = unescapeXml(body.slice(formulaTag.end, tag.start));
        formula = { xml: body.slice(formulaTag.start, tag.end), tag: formulaTag, text };
      }
      continue;
    }
    if (tag.name !== "c") continue;
    if (tag.kind === "open") {
      cell = tag;
      continue;
    }
    const opened: Tag = tag.kind === "empty" ? tag : (cell ?? tag);
    const column = parseCellName(attribute(opened, "r") ?? "")?.column ?? previous + 1;
    spans.push({
      column,
      start: opened.start,
      end: tag.end,
      attributes: opened.attributes,
      style: Number(attribute(opened, "s") ?? 0),
      formula,
    });
    previous = column;
    cell = null;
    formula = null;
    formulaTag = null;
  }
  return spans;
}

function ownRowStyle(opening: string): number | null {
  for (const tag of tags(opening)) {
    if (!isTrue(attribute(tag, "customFormat"))) return null;
    return Number(attribute(tag, "s") ?? 0);
  }
  return null;
}

function columnStyle(column: number, context: PatchContext): number {
  return context.columnStyles.find(({ first, last }) => first <= column && column <= last)?.style ?? 0;
}

/** Remembers what the overwriting of a formula does to others. */
function noteLoss(old: CellSpan, row: number, patch: PlacedPatch, context: PatchContext): void {
  if (!old.formula || patch.formula === "keep") return;
  if (patch.formula === undefined) context.formulaLost = true;
  const shared = attribute(old.formula.tag, "t") === "shared" ? attribute(old.formula.tag, "si") : undefined;
  if (shared === undefined || old.formula.text === "") return;
  context.lostMasters.set(shared, { text: old.formula.text, row, column: old.column });
}

function cellXml(
  old: Pick<CellSpan, "attributes" | "style" | "formula">,
  row: number,
  patch: PlacedPatch,
  context: PatchContext,
): string {
  const { prefix, styles } = context;
  const style = patch.formula === "keep" ? old.style : styles.styleFor(old.style, patch.put);
  const formula = formulaXml(old, patch, prefix);
  const { type, content } = valueXml(patch.put, formula !== "", context);
  // Everything else that a cell may carry (cm, vm: what its formula or rich value was) belongs to what was overwritten.
  const kept = patch.formula === "keep" ? withoutAttributes(old.attributes) : "";
  const attributes = `r="${cellName(row, patch.column)}"${style > 0 ? ` s="${String(style)}"` : ""}${type}${kept}`;
  const inside = formula + content;
  if (inside === "") return style > 0 || old.attributes !== "" ? `<${prefix}c ${attributes}/>` : "";
  return `<${prefix}c ${attributes}>${inside}</${prefix}c>`;
}

function formulaXml(old: Pick<CellSpan, "formula">, patch: PlacedPatch, prefix: string): string {
  if (patch.formula === undefined) return "";
  if (patch.formula === "keep") return old.formula?.xml ?? "";
  const array = patch.fills === undefined ? "" : ` t="array" ref="${patch.fills}"`;
  return `<${prefix}f${array}>${escapeXml(patch.formula.slice(1))}</${prefix}f>`;
}

function withoutAttributes(attributes: string): string {
  return attributes.replace(/\s+(?:r|s|t)\s*=\s*(?:"[^"]*"|'[^']*')/g, "").trimEnd();
}

function valueXml(put: CellValue, formula: boolean, context: PatchContext): { type: string; content: string } {
  const { prefix } = context;
  const v = (text: string) => `<${prefix}v>${text}</${prefix}v>`;
  if (put === null || (put === "" && !formula)) return { type: "", content: "" };
  if (typeof put === "number") return { type: "", content: Number.isFinite(put) ? v(String(put)) : "" };
  if (typeof put === "boolean") return { type: ' t="b"', content: v(put ? "1" : "0") };
  if (put instanceof SerialDay) return { type: "", content: v(String(inSystem(put, context.date1904))) };
  if (put instanceof CellError) return { type: ' t="e"', content: v(escapeXml(put.code)) };
  const text = escapeXml(escapeExcel(put.replace(/\r\n?/g, "\n")));
  if (formula) return { type: ' t="str"', content: v(text) };
  const space = ` xml:space="preserve"`;
  return { type: ' t="inlineStr"', content: `<${prefix}is><${prefix}t${space}>${text}</${prefix}t></${prefix}is>` };
}

/** The two date systems count from days that lie 1,462 days apart. */
function inSystem(day: SerialDay, date1904: boolean): number {
  if (day.date1904 === date1904) return day.serial;
  return date1904 ? day.serial - 1462 : day.serial + 1462;
}

/** The row with every cell that shares one of these formulas given its own. */
export function plainFormulas(xml: string, row: number, masters: ReadonlyMap<string, Master>): string {
  if (!xml.includes("shared")) return xml;
  let plain = "";
  let copied = 0;
  for (const tag of tags(xml)) {
    if (tag.name !== "row" || tag.kind === "close") continue;
    for (const cell of cellSpans(xml.slice(tag.end))) {
      const { formula } = cell;
      if (!formula || attribute(formula.tag, "t") !== "shared" || formula.text !== "") continue;
      const master = masters.get(attribute(formula.tag, "si") ?? "");
      if (!master) continue;
      const text = shiftFormula(master.text, row - master.row, cell.column - master.column);
      const start = tag.end + formula.tag.start;
      const name = /^<([^\s/>]+)/.exec(formula.xml)?.[1] ?? "f";
      plain += `${xml.slice(copied, start)}<${name}>${escapeXml(text)}</${name}>`;
      copied = start + formula.xml.length;
    }
    break;
  }
  return plain + xml.slice(copied);
}
