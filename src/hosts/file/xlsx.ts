/** An .xlsx (or .xlsm, or strict) as a workbook: its parts found through their relationships, its sheets in the order of their tabs. */
import type { Sheet, Workbook } from "../../sheet/sheet";
import { toUtf8 } from "./encoding";
import { ReadFailure } from "./failure";
import type { Platform } from "./platform";
import type { Workshop } from "./rows";
import { xlsxSheet } from "./sheet";
import { noStrings, readSharedStrings } from "./strings";
import { readStyleKinds } from "./styles";
import { Days } from "./values";
import { attribute, isTrue, type Tag, tags } from "./xml";
import type { Zip } from "./zip";

export function readXlsx(zip: Zip, workbookPart: string, platform: Platform): Workbook {
  const text = (part: string) => partText(zip, part, platform);
  const outline = readOutline(text(workbookPart) ?? "");
  const relations = readRelations(text(relationsPart(workbookPart)) ?? "", workbookPart);
  const related = (type: string) => relations.find((relation) => relation.type === type)?.target;

  const stringsPart = related("sharedStrings") ?? besides(workbookPart, "sharedStrings.xml");
  const strings = partBytes(zip, stringsPart);
  const workshop: Workshop = {
    strings: strings ? readSharedStrings(strings, platform) : noStrings,
    kinds: readStyleKinds(text(related("styles") ?? besides(workbookPart, "styles.xml"))),
    days: new Days(outline.date1904),
    platform,
  };

  const sheets: Sheet[] = [];
  for (const tab of outline.tabs) {
    const relation = relations.find((candidate) => candidate.id === tab.id);
    // Chart sheets, dialogs and macro sheets have no cells of their own.
    if (!relation || relation.type !== "worksheet") continue;
    const bytes = partBytes(zip, relation.target);
    if (!bytes) throw new ReadFailure("corrupt", { part: relation.target });
    sheets.push(xlsxSheet({ name: tab.name, hidden: tab.hidden, date1904: outline.date1904 }, bytes, workshop));
  }
  if (sheets.length === 0) throw new ReadFailure("no-sheets");
  return { sheets };
}

/** The part that the package names as its main document; null where it names none. */
export function mainPart(zip: Zip, platform: Platform): string | null {
  const relations = readRelations(partText(zip, "_rels/.rels", platform) ?? "", "");
  return relations.find((relation) => relation.type === "officeDocument")?.target ?? null;
}

interface Outline {
  readonly date1904: boolean;
  readonly tabs: readonly { readonly name: string; readonly hidden: boolean; readonly id: string }[];
}

function readOutline(xml: string): Outline {
  let date1904 = false;
  const tabs: { name: string; hidden: boolean; id: string }[] = [];
  for (const tag of tags(xml)) {
    if (tag.kind === "close") continue;
    if (tag.name === "workbookPr") date1904 = isTrue(attribute(tag, "date1904"));
    if (tag.name !== "sheet") continue;
    const state = attribute(tag, "state");
    tabs.push({
      name: attribute(tag, "name") ?? "",
      hidden: state === "hidden" || state === "veryHidden",
      id: relationId(tag),
    });
  }
  return { date1904, tabs };
}

/** r:id beside sheetId: the one whose local name is just "id". */
function relationId(tag: Tag): string {
  return attribute(tag, "id") ?? "";
}

interface Relation {
  readonly id: string;
  /** The last word of the type's address, which transitional and strict files share. */
  readonly type: string;
  readonly target: string;
}

export function readRelations(xml: string, source: string): Relation[] {
  const relations: Relation[] = [];
  for (const tag of tags(xml)) {
    if (tag.name !== "Relationship" || attribute(tag, "TargetMode") === "External") continue;
    const type = attribute(tag, "Type") ?? "";
    relations.push({
      id: attribute(tag, "Id") ?? "",
      type: type.slice(type.lastIndexOf("/") + 1),
      target: resolvePart(attribute(tag, "Target") ?? "", source),
    });
  }
  return relations;
}

/** "xl/workbook.xml" → "xl/_rels/workbook.xml.rels". */
export function relationsPart(part: string): string {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

function besides(part: string, name: string): string {
  return part.slice(0, part.lastIndexOf("/") + 1) + name;
}

/** A target relative to the part that names it, or absolute from the package's root. */
function resolvePart(target: string, source: string): string {
  const path = target.replaceAll("\\", "/");
  const steps = path.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

function partBytes(zip: Zip, part: string): Uint8Array | null {
  const bytes = zip.read(part);
  return bytes && toUtf8(bytes);
}

export function partText(zip: Zip, part: string, platform: Platform): string | null {
  const bytes = partBytes(zip, part);
  return bytes && platform.decode(bytes, 0, bytes.length);
}
