/** An .xlsx (or .xlsm, or strict) as a workbook: its parts found through their relationships, its sheets in the order of their tabs. */
import type { Sheet, Workbook } from "../../sheet/sheet";
import { toUtf8 } from "./encoding";
import { ReadFailure } from "./failure";
import type { Platform } from "./platform";
import type { Workshop } from "./rows";
import { xlsxSheet } from "./sheet";
import { readSharedStrings } from "./strings";
import { readStyleKinds } from "./styles";
import { Days } from "./values";
import { attribute, isTrue, type Tag, tags } from "./xml";
import type { Zip } from "./zip";

export function readXlsx(zip: Zip, workbookPart: string, platform: Platform): Workbook {
  const text = (part: string) => partText(zip, part, platform);
  const relations = readRelations(text(relationsPart(workbookPart)) ?? "", workbookPart);
  const tabs = findTabs(zip, workbookPart, platform);
  const related = (type: string) => relations.find((relation) => relation.type === type)?.target;

  const stringsPart = related("sharedStrings") ?? besides(workbookPart, "sharedStrings.xml");
  const strings = partBytes(zip, stringsPart);
  const workshop: Workshop = {
    strings: strings ? readSharedStrings(strings, platform) : [],
    kinds: readStyleKinds(text(related("styles") ?? besides(workbookPart, "styles.xml"))),
    days: new Days(tabs.date1904),
    platform,
  };

  const sheets: Sheet[] = [];
  for (const { name, hidden, part } of tabs.sheets) {
    const bytes = partBytes(zip, part);
    if (!bytes) throw new ReadFailure("corrupt", { part });
    sheets.push(xlsxSheet({ name, hidden, date1904: tabs.date1904 }, bytes, workshop));
  }
  if (sheets.length === 0) throw new ReadFailure("no-sheets");
  return { sheets };
}

/** The part that the package names as its main document; null where it names none. */
export function mainPart(zip: Zip, platform: Platform): string | null {
  const relations = readRelations(partText(zip, "_rels/.rels", platform) ?? "", "");
  return relations.find((relation) => relation.type === "officeDocument")?.target ?? null;
}

/** The sheets of cells in the order of their tabs, each with its part. */
export interface Tabs {
  readonly date1904: boolean;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly part: string }[];
}

export function findTabs(zip: Zip, workbookPart: string, platform: Platform): Tabs {
  const relations = readRelations(partText(zip, relationsPart(workbookPart), platform) ?? "", workbookPart);
  let date1904 = false;
  const sheets: { name: string; hidden: boolean; part: string }[] = [];
  for (const tag of tags(partText(zip, workbookPart, platform) ?? "")) {
    if (tag.kind === "close") continue;
    if (tag.name === "workbookPr") date1904 = isTrue(attribute(tag, "date1904"));
    if (tag.name !== "sheet") continue;
    const id = relationId(tag);
    const relation = relations.find((candidate) => candidate.id === id);
    // Chart sheets, dialogs and macro sheets have no cells of their own.
    if (!relation || relation.type !== "worksheet") continue;
    const state = attribute(tag, "state");
    const hidden = state === "hidden" || state === "veryHidden";
    sheets.push({ name: attribute(tag, "name") ?? "", hidden, part: relation.target });
  }
  return { date1904, sheets };
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

export function besides(part: string, name: string): string {
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
