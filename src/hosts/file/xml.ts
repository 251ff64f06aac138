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

/** Every tag of a document in order; comments, CDATA and instructions passed over. One pass, whatever the document is. */
export function* tags(xml: string): Generator<Tag> {
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", at)) {
    const closing = MARKUP.find(([opening]) => xml.startsWith(opening, at));
    if (closing) {
      at = behind(xml, closing[1], at + closing[0].length);
      continue;
    }
    const end = tagClose(xml, at);
    if (end < 0) return;
    const isClosing = xml[at + 1] === "/";
    const isEmpty = !isClosing && xml[end - 1] === "/";
    const nameStart = at + (isClosing ? 2 : 1);
    NAME.lastIndex = nameStart;
    const qualified = NAME.exec(xml)?.[0] ?? "";
    yield {
      name: qualified.slice(qualified.indexOf(":") + 1),
      kind: isClosing ? "close" : isEmpty ? "empty" : "open",
      attributes: xml.slice(nameStart + qualified.length, isEmpty ? end - 1 : end),
      start: at,
      end: end + 1,
    };
    at = end + 1;
  }
}

const MARKUP = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
  ["<!", ">"],
] as const;
const NAME = /[^\s/>]*/y;
const QUOTE_OR_CLOSE = /["'>]/g;

function behind(xml: string, ending: string, from: number): number {
  const at = xml.indexOf(ending, from);
  return at < 0 ? xml.length : at + ending.length;
}

/** The ">" of the tag that begins at `at`, quoted ones passed over; -1 where it has none. */
function tagClose(xml: string, at: number): number {
  QUOTE_OR_CLOSE.lastIndex = at;
  for (let match = QUOTE_OR_CLOSE.exec(xml); match; match = QUOTE_OR_CLOSE.exec(xml)) {
    if (match[0] === ">") return match.index;
    const quote = xml.indexOf(match[0], match.index + 1);
    if (quote < 0) return -1;
    QUOTE_OR_CLOSE.lastIndex = quote + 1;
  }
  return -1;
}

/** An attribute by its local name, unescaped; undefined where the tag has none of it. */
export function attribute(tag: Tag, name: string): string | undefined {
  if (!tag.attributes.includes(name)) return undefined;
  for (const [, qualified = "", quoted] of tag.attributes.matchAll(ATTRIBUTE)) {
    if (quoted === undefined || qualified.slice(qualified.indexOf(":") + 1) !== name) continue;
    return unescapeXml(quoted.slice(1, -1));
  }
  return undefined;
}

/** The value is optional so that the expression never has to go back. */
const ATTRIBUTE = /([^\s=]+)\s*(?:=\s*("[^"]*"|'[^']*'))?/g;

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
  if (!lines.includes("<!")) return unescapeExcel(unescapeXml(lines));
  let joined = "";
  let at = 0;
  for (let mark = lines.indexOf("<!"); mark >= 0; mark = lines.indexOf("<!", at)) {
    joined += unescapeXml(lines.slice(at, mark));
    const isText = lines.startsWith("<![CDATA[", mark);
    const end = lines.indexOf(isText ? "]]>" : "-->", mark);
    if (isText) joined += lines.slice(mark + 9, end < 0 ? undefined : end);
    at = end < 0 ? lines.length : end + 3;
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
