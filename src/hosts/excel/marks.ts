/** Marks on the user's sheet, only on request: conditional formats, which cover a cell's own fill and leave it as it was when removed. */
import type { CellPlace } from "../../sheet/host";
import { readNote, writeNote } from "./notes";

type Place = CellPlace & { readonly severity: "error" | "warning" | "hint"; readonly note: string };

const FILLS = { error: "#FFC7CE", warning: "#FFEB9C", hint: "#DDEBF7" } as const;
const KEY = "marks";
/** Excel takes addresses of a group only up to 255 characters. */
const LONGEST_ADDRESS = 250;

interface Kept {
  readonly sheet: string;
  readonly id: string;
}

export async function mark(context: Excel.RequestContext, places: readonly Place[]): Promise<void> {
  const made: { sheet: string; format: Excel.ConditionalFormat }[] = [];
  for (const { sheet, severity, address } of groups(places)) {
    const format = context.workbook.worksheets.getItem(sheet).getRanges(address).conditionalFormats.add("Custom");
    format.custom.rule.formula = "=TRUE";
    format.custom.format.fill.color = FILLS[severity];
    format.load("id");
    made.push({ sheet, format });
  }
  await context.sync();
  const kept = [...(await keptMarks(context)), ...made.map(({ sheet, format }) => ({ sheet, id: format.id }))];
  await writeNote(context, KEY, JSON.stringify(kept));
}

export async function clearMarks(context: Excel.RequestContext): Promise<void> {
  const found = (await keptMarks(context)).map(({ sheet, id }) => {
    const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
    const format = worksheet.getRange().conditionalFormats.getItemOrNullObject(id);
    format.load("id");
    return format;
  });
  await context.sync();
  for (const format of found) if (!format.isNullObject) format.delete();
  await context.sync();
  await writeNote(context, KEY, null);
}

async function keptMarks(context: Excel.RequestContext): Promise<Kept[]> {
  const text = await readNote(context, KEY);
  return text === null ? [] : (JSON.parse(text) as Kept[]);
}

/** Cells of one sheet and severity under one address, as many as an address may hold. */
function groups(places: readonly Place[]): { sheet: string; severity: Place["severity"]; address: string }[] {
  const open = new Map<string, { sheet: string; severity: Place["severity"]; address: string }>();
  const all: { sheet: string; severity: Place["severity"]; address: string }[] = [];
  for (const { sheet, at, severity } of places) {
    const key = `${severity} ${sheet}`;
    const group = open.get(key);
    if (group && group.address.length + at.length < LONGEST_ADDRESS) {
      group.address += `,${at}`;
      continue;
    }
    const fresh = { sheet, severity, address: at };
    open.set(key, fresh);
    all.push(fresh);
  }
  return all;
}
