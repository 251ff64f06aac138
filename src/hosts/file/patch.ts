/** Saves by patching: only the cells that were edited change, every other part of the file stays byte for byte as it was. */
import { type CellValue } from "../../sheet/cell";
import { parseCellName } from "../../sheet/address";
import { toUtf8 } from "./encoding";
import { ReadFailure } from "./failure";
import type { Formula, PlacedPatch } from "./patchContext";
import { patchSheet } from "./patchSheet";
import { type StyleBook, styleBook } from "./patchStyles";
import { browserPlatform, type Platform } from "./platform";
import { besides, findTabs, mainPart, partText, readRelations, relationsPart, type Tabs } from "./xlsx";
import { attribute, type Tag, tags } from "./xml";
import { openZip, type Zip } from "./zip";
import { rewriteZip } from "./zipWriter";

/** An `Edit` is one; whoever computes formulas also says what becomes of the cell's formula. */
export interface CellPatch {
  readonly sheet: string;
  /** A1 address. */
  readonly at: string;
  readonly put: CellValue;
  /** "=…" puts a formula with `put` as its cached value; "keep" leaves the cell's formula and renews only that value; without it the value takes the formula's place. */
  readonly formula?: Formula | undefined;
  /** A1:B9, where the formula fills more cells than its own; what it fills them with is put by patches of their own. */
  readonly fills?: string | undefined;
}

export interface PatchOptions {
  /** Unpacks what is to be patched; the one of the browser where nothing is said. */
  readonly platform?: Platform;
  readonly maxSize?: number | undefined;
}

/** The .xlsx with these cells changed. The sheets must exist; later patches of a cell win over earlier ones. */
export function patchWorkbook(
  bytes: Uint8Array,
  patches: readonly CellPatch[],
  options: PatchOptions = {},
): Uint8Array {
  if (patches.length === 0) return bytes;
  const book = openPackage(bytes, options);
  const { zip, tabs, platform } = book;
  const changes = new Map<string, Uint8Array | null>();
  const stylesPart = book.related("styles") ?? besides(book.main, "styles.xml");
  const styles: StyleBook = styleBook(partText(zip, stylesPart, platform));
  let formulaLost = false;
  for (const [name, placed] of bySheet(patches)) {
    const tab = tabs.sheets.find((sheet) => sheet.name === name);
    const content = tab && zip.read(tab.part);
    if (!tab || !content) throw new ReadFailure("corrupt", { part: name });
    const patched = patchSheet(declaredUtf8(content), placed, styles, tabs.date1904);
    changes.set(tab.part, patched.bytes);
    formulaLost ||= patched.formulaLost;
  }
  const newStyles = styles.changed();
  if (newStyles !== null) changes.set(stylesPart, encode(newStyles));
  if (formulaLost) dropCalcChain(book, changes);
  if (patches.some((patch) => patch.formula === undefined) && mayCalculate(book)) askForCalculation(book, changes);
  return rewriteZip(bytes, changes);
}

function bySheet(patches: readonly CellPatch[]): Map<string, PlacedPatch[]> {
  const sheets = new Map<string, PlacedPatch[]>();
  for (const { sheet, at, put, formula, fills } of patches) {
    const place = parseCellName(at);
    if (!place) throw new RangeError(`no cell address: ${at}`);
    const placed = sheets.get(sheet) ?? [];
    placed.push({ ...place, put, formula, fills });
    sheets.set(sheet, placed);
  }
  return sheets;
}

/** The parts of an opened .xlsx that saving needs. */
export interface Package {
  readonly zip: Zip;
  readonly platform: Platform;
  readonly main: string;
  readonly tabs: Tabs;
  related(type: string): string | undefined;
}

export function openPackage(bytes: Uint8Array, options: PatchOptions): Package {
  const platform = options.platform ?? browserPlatform;
  const zip = openZip(bytes, platform, options.maxSize);
  const main = mainPart(zip, platform) ?? "xl/workbook.xml";
  const relations = readRelations(partText(zip, relationsPart(main), platform) ?? "", main);
  return {
    zip,
    platform,
    main,
    tabs: findTabs(zip, main, platform),
    related: (type) => relations.find((relation) => relation.type === type)?.target,
  };
}

/** UTF-8, and declared as such where it was stored in something else. */
function declaredUtf8(content: Uint8Array): Uint8Array {
  const bytes = toUtf8(content);
  if (bytes === content || bytes.buffer === content.buffer) return bytes;
  const text = new TextDecoder().decode(bytes);
  return encode(text.replace(/^(<\?xml[^>]*encoding\s*=\s*["'])[^"']*/, "$1UTF-8"));
}

/** Excel repairs a file whose chain names a cell without a formula, and makes a chain of its own where there is none. */
function dropCalcChain(book: Package, changes: Map<string, Uint8Array | null>): void {
  const chain = book.related("calcChain");
  if (chain === undefined) return;
  changes.set(chain, null);
  const relations = relationsPart(book.main);
  editPart(book, changes, relations, (xml) =>
    withoutTags(xml, "Relationship", (tag) => (attribute(tag, "Type") ?? "").endsWith("/calcChain")),
  );
  const partName = `/${chain}`.toLowerCase();
  editPart(book, changes, "[Content_Types].xml", (xml) =>
    withoutTags(xml, "Override", (tag) => attribute(tag, "PartName")?.toLowerCase() === partName),
  );
}

/** Whether some cell's shown result may hang on a value that changed. */
function mayCalculate(book: Package): boolean {
  if (book.related("calcChain") !== undefined) return true;
  return book.tabs.sheets.some(({ part }) => {
    const bytes = book.zip.read(part);
    return bytes !== null && /<(?:[^\s<>/!?:]+:)?f[\s>]/.test(book.platform.decode(bytes, 0, bytes.length));
  });
}

/** Has the program that opens the file next compute every formula anew. */
function askForCalculation(book: Package, changes: Map<string, Uint8Array | null>): void {
  editPart(book, changes, book.main, (xml) => {
    const prefix = /<([^\s<>/!?:]+:)workbook[\s>]/.exec(xml)?.[1] ?? "";
    for (const tag of tags(xml)) {
      if (tag.name !== "calcPr" || tag.kind === "close") continue;
      const whole = xml.slice(tag.start, tag.end);
      const bare = whole.replace(/\sfullCalcOnLoad\s*=\s*(?:"[^"]*"|'[^']*')/, "");
      return xml.slice(0, tag.start) + bare.replace(/\s*(\/?>)$/, ' fullCalcOnLoad="1"$1') + xml.slice(tag.end);
    }
    const at = afterLast(xml, ["sheets", "functionGroups", "externalReferences", "definedNames"]);
    return at < 0 ? xml : `${xml.slice(0, at)}<${prefix}calcPr fullCalcOnLoad="1"/>${xml.slice(at)}`;
  });
}

/** After the last of these elements to end; the schema wants what follows exactly there. */
function afterLast(xml: string, names: readonly string[]): number {
  let at = -1;
  for (const tag of tags(xml)) if (names.includes(tag.name) && tag.kind !== "open") at = tag.end;
  return at;
}

export function editPart(
  book: Package,
  changes: Map<string, Uint8Array | null>,
  part: string,
  edit: (xml: string) => string,
): void {
  const pending = changes.get(part);
  const xml = pending ? book.platform.decode(pending, 0, pending.length) : partText(book.zip, part, book.platform);
  if (xml !== null) changes.set(part, encode(edit(xml)));
}

function withoutTags(xml: string, name: string, isUnwanted: (tag: Tag) => boolean): string {
  let kept = "";
  let copied = 0;
  for (const tag of tags(xml)) {
    if (tag.name !== name || tag.kind === "close" || !isUnwanted(tag)) continue;
    kept += xml.slice(copied, tag.start);
    copied = tag.end;
    if (tag.kind === "open") copied = xml.indexOf(">", xml.indexOf("</", copied)) + 1;
  }
  return kept + xml.slice(copied);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
