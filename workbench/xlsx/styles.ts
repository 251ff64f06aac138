/** styles.xml → one Univer style for each cell format of the file. */
import type { BorderStyleTypes, HorizontalAlign, IBorderStyleData, IStyleData, VerticalAlign } from "@univerjs/core";
import { colourOf } from "./colours";
import { BUILT_IN_FORMATS } from "./formats";
import { attribute, isTrue, tags, type Tag } from "../../src/hosts/file/xml";

interface Parts {
  readonly formats: Map<number, string>;
  readonly fonts: IStyleData[];
  readonly fills: (string | null)[];
  readonly borders: Record<string, IBorderStyleData>[];
  readonly styles: IStyleData[];
}

// Univer's enums are numbers; their names live only in its code, which a reader of files does not load.
export const HORIZONTAL: Readonly<Record<string, number>> = {
  left: 1,
  center: 2,
  right: 3,
  justify: 4,
  distributed: 6,
  centerContinuous: 2,
};
export const VERTICAL: Readonly<Record<string, number>> = { top: 1, center: 2, bottom: 3, justify: 2, distributed: 2 };
export const BORDERS: Readonly<Record<string, number>> = {
  thin: 1,
  hair: 2,
  dotted: 3,
  dashed: 4,
  dashDot: 5,
  dashDotDot: 6,
  double: 7,
  medium: 8,
  mediumDashed: 9,
  mediumDashDot: 10,
  mediumDashDotDot: 11,
  slantDashDot: 12,
  thick: 13,
};
const SIDES: Readonly<Record<string, string>> = { left: "l", right: "r", start: "l", end: "r", top: "t", bottom: "b" };
export const WRAP = 3;

/** By the index that a cell names with `s`. */
export function readStyles(xml: string, theme: readonly string[]): readonly IStyleData[] {
  const parts: Parts = { formats: new Map(), fonts: [], fills: [], borders: [], styles: [] };
  const path: string[] = [];
  for (const tag of tags(xml)) {
    if (tag.kind === "close") {
      path.pop();
      continue;
    }
    take(tag, path, parts, theme);
    if (tag.kind === "open") path.push(tag.name);
  }
  return parts.styles;
}

function take(tag: Tag, path: readonly string[], parts: Parts, theme: readonly string[]): void {
  const parent = path.at(-1) ?? "";
  const section = path[1] ?? "";
  if (section === "numFmts" && tag.name === "numFmt") {
    parts.formats.set(Number(attribute(tag, "numFmtId")), attribute(tag, "formatCode") ?? "General");
  } else if (section === "fonts") takeFont(tag, parent, parts, theme);
  else if (section === "fills") takeFill(tag, parent, parts, theme);
  else if (section === "borders") takeBorder(tag, path, parts, theme);
  else if (section === "cellXfs") takeFormat(tag, parts);
}

function takeFont(tag: Tag, parent: string, parts: Parts, theme: readonly string[]): void {
  if (parent === "fonts") {
    parts.fonts.push({});
    return;
  }
  const font = parts.fonts.at(-1);
  if (!font || parent !== "font") return;
  const on =
    attribute(tag, "val") === "0" || attribute(tag, "val") === "false" || attribute(tag, "val") === "none" ? 0 : 1;
  if (tag.name === "b") font.bl = on;
  else if (tag.name === "i") font.it = on;
  else if (tag.name === "u") font.ul = { s: on };
  else if (tag.name === "strike") font.st = { s: on };
  else if (tag.name === "sz") font.fs = Number(attribute(tag, "val"));
  else if (tag.name === "name") font.ff = attribute(tag, "val") ?? null;
  else if (tag.name === "color") font.cl = { rgb: colourOf(tag, theme) };
}

function takeFill(tag: Tag, parent: string, parts: Parts, theme: readonly string[]): void {
  if (parent === "fills") parts.fills.push(null);
  else if (tag.name === "fgColor") parts.fills[parts.fills.length - 1] = colourOf(tag, theme);
  else if (tag.name === "patternFill" && attribute(tag, "patternType") === "none")
    parts.fills[parts.fills.length - 1] = null;
}

function takeBorder(tag: Tag, path: readonly string[], parts: Parts, theme: readonly string[]): void {
  const parent = path.at(-1) ?? "";
  if (parent === "borders") {
    parts.borders.push({});
    return;
  }
  const border = parts.borders.at(-1);
  if (!border) return;
  const side = SIDES[tag.name];
  const line = BORDERS[attribute(tag, "style") ?? ""];
  if (parent === "border" && side !== undefined && line !== undefined) {
    border[side] = { s: line as BorderStyleTypes, cl: { rgb: "#000000" } };
  }
  const coloured = tag.name === "color" ? border[SIDES[parent] ?? ""] : undefined;
  if (coloured) coloured.cl = { rgb: colourOf(tag, theme) ?? "#000000" };
}

function takeFormat(tag: Tag, parts: Parts): void {
  if (tag.name === "xf") parts.styles.push(formatOf(tag, parts));
  const style = parts.styles.at(-1);
  if (tag.name !== "alignment" || !style) return;
  const horizontal = HORIZONTAL[attribute(tag, "horizontal") ?? ""];
  const vertical = VERTICAL[attribute(tag, "vertical") ?? ""];
  if (horizontal !== undefined) style.ht = horizontal as HorizontalAlign;
  if (vertical !== undefined) style.vt = vertical as VerticalAlign;
  if (isTrue(attribute(tag, "wrapText"))) style.tb = WRAP;
}

function formatOf(tag: Tag, parts: Parts): IStyleData {
  const style: IStyleData = {
    ...parts.fonts[Number(attribute(tag, "fontId") ?? 0)],
    vt: VERTICAL["bottom"] as VerticalAlign,
  };
  const id = Number(attribute(tag, "numFmtId") ?? 0);
  const pattern = parts.formats.get(id) ?? BUILT_IN_FORMATS[id];
  if (pattern !== undefined && pattern !== "General") style.n = { pattern };
  const fill = parts.fills[Number(attribute(tag, "fillId") ?? 0)];
  if (fill !== null && fill !== undefined) style.bg = { rgb: fill };
  const border = parts.borders[Number(attribute(tag, "borderId") ?? 0)];
  if (border && Object.keys(border).length > 0) style.bd = border;
  return style;
}
