/** Colours as a file names them (rgb, theme with tint, palette index) → #RRGGBB. */
import { attribute, tags, type Tag } from "../../src/hosts/file/xml";

/** Excel's palette from index 8 on (0–7 repeat 8–15). */
const PALETTE =
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333".split(
    " ",
  );

/** Office's own theme, for files without one: light 1, dark 1, light 2, dark 2, accents. */
const OFFICE_THEME: readonly string[] = [
  "FFFFFF",
  "000000",
  "E7E6E6",
  "44546A",
  "4472C4",
  "ED7D31",
  "A5A5A5",
  "FFC000",
  "5B9BD5",
  "70AD47",
  "0563C1",
  "954F72",
];

export function colourOf(tag: Tag, theme: readonly string[]): string | null {
  const base = baseColour(tag, theme);
  if (base === null) return null;
  const tint = Number(attribute(tag, "tint") ?? 0);
  return `#${tint === 0 ? base : tinted(base, tint)}`;
}

function baseColour(tag: Tag, theme: readonly string[]): string | null {
  const rgb = attribute(tag, "rgb");
  if (rgb !== undefined && /^[0-9a-fA-F]{6,8}$/.test(rgb)) return rgb.slice(-6).toUpperCase();
  const themed = attribute(tag, "theme");
  if (themed !== undefined) return theme[Number(themed)] ?? null;
  const indexed = attribute(tag, "indexed");
  if (indexed === undefined) return null;
  const index = Number(indexed);
  return PALETTE[index < 8 ? index : index - 8] ?? null;
}

/** The colours of a theme part, in the order in which cells count them: light before dark. */
export function readTheme(xml: string | null): readonly string[] {
  if (xml === null) return OFFICE_THEME;
  const found = new Map<string, string>();
  let slot = "";
  for (const tag of tags(xml)) {
    if (tag.kind === "close") continue;
    if (SLOTS.includes(tag.name)) slot = tag.name;
    const value =
      tag.name === "srgbClr" ? attribute(tag, "val") : tag.name === "sysClr" ? attribute(tag, "lastClr") : undefined;
    if (value !== undefined && slot !== "" && !found.has(slot)) found.set(slot, value.toUpperCase());
  }
  return SLOTS.map((name, index) => found.get(name) ?? OFFICE_THEME[index] ?? "000000");
}

const SLOTS = "lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split(" ");

/** Towards white for a positive tint, towards black for a negative one. */
function tinted(colour: string, tint: number): string {
  let result = "";
  for (let at = 0; at < 6; at += 2) {
    const part = Number.parseInt(colour.slice(at, at + 2), 16);
    const shifted = tint < 0 ? part * (1 + tint) : part + (255 - part) * tint;
    result += Math.round(shifted).toString(16).padStart(2, "0").toUpperCase();
  }
  return result;
}
