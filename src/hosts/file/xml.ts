/** Just enough XML for the small parts of a workbook: tags in order, with local names, attributes and text. */

export interface Tag {
  /** Local name, without prefix. */
  readonly name: string;
  readonly kind: "open" | "close" | "empty";
  /** Raw attribute text. */
  readonly attributes: string;
  /** Where its "<" stands. */
  readonly start: number;
  /** Where the text after the tag begins. */
  readonly end: number;
}

const TAG =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/>!?]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/g;

/** Every tag of a document in order; comments, CDATA and instructions passed over. */
export function* tags(xml: string): Generator<Tag> {
  for (const match of xml.matchAll(TAG)) {
    const qualified = match[2];
    if (qualified === undefined) continue;
    yield {
      name: qualified.slice(qualified.indexOf(":") + 1),
      kind: match[1] ? "close" : match[4] ? "empty" : "open",
      attributes: match[3] ?? "",
      start: match.index,
      end: match.index + match[0].length,
    };
  }
}

/** An attribute by its local name, unescaped; undefined where the tag has none of it. */
export function attribute(tag: Tag, name: string): string | undefined {
  for (const match of tag.attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const qualified = match[1] as string;
    if (qualified.slice(qualified.indexOf(":") + 1) !== name) continue;
    return unescapeXml(match[2] ?? match[3] ?? "");
  }
  return undefined;
}

/** xsd:boolean: "1", "true", "on". */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Entities to characters, those above the basic plane included; what is none stays as it stands. */
export function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name as string] ?? whole;
    const point = hex !== undefined ? parseInt(hex as string, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : (whole as string);
  });
}

/** `_x000D_` and the like, by which Excel stores characters that XML cannot. */
export function unescapeExcel(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Character data as a cell's text: entities, CDATA and Excel's escapes resolved, lines ended by \\n as XML demands. */
export function textOf(data: string): string {
  const lines = data.includes("\r") ? data.replace(/\r\n?/g, "\n") : data;
  if (!lines.includes("<")) return unescapeExcel(unescapeXml(lines));
  let joined = "";
  let at = 0;
  for (const match of lines.matchAll(/<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->/g)) {
    joined += unescapeXml(lines.slice(at, match.index)) + (match[1] ?? "");
    at = match.index + match[0].length;
  }
  return unescapeExcel(joined + unescapeXml(lines.slice(at)));
}

/** Text as it may stand between tags or in an attribute of double quotes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => ESCAPES[letter] as string);
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** The other way round from `unescapeExcel`, for what XML cannot hold and for what would be mistaken for it. */
export function escapeExcel(text: string): string {
  return text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, "_x005F_")
    .replace(NOT_XML, (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

const NOT_XML =
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
