/** Writes edits all-or-none: looks whether every cell still holds what it held, writes, and takes everything back where Excel refuses half-way. */
import { isBlankCell, SerialDay, type CellValue } from "../../sheet/cell";
import type { Edit } from "../../sheet/edit";
import type { CellPlace, WriteOutcome } from "../../sheet/host";
import { sameValue } from "../sameValue";
import { converse } from "./conversation";
import { hostFailure } from "./failure";
import { fromExcel, isTextFormat, toExcel } from "./values";
import type { OwnActs } from "./watch";

/** Cells a request: about 700 bytes each on the wire, far below 5 MB. */
const CHUNK = 2000;

interface Target {
  readonly edit: Edit;
  readonly range: Excel.Range;
  /** The number format that the cell had. */
  readonly format: string;
}

export interface WriteManner {
  /** How long Excel may take for one answer, in milliseconds. */
  readonly patience: number;
  readonly writes: OwnActs;
}

export async function write(edits: readonly Edit[], { patience, writes }: WriteManner): Promise<WriteOutcome> {
  if (edits.length === 0) return { written: true };
  try {
    return await writes.silently(() =>
      converse({ patience, waitsForEdit: true }, (context) => writeIn(context, edits)),
    );
  } catch (error) {
    return { written: false, reason: reasonOf(error), at: null };
  }
}

async function writeIn(context: Excel.RequestContext, edits: readonly Edit[]): Promise<WriteOutcome> {
  const targets: Target[] = [];
  for (let from = 0; from < edits.length; from += CHUNK) {
    const looked = await look(context, edits.slice(from, from + CHUNK));
    if (!Array.isArray(looked)) return looked;
    targets.push(...looked);
  }

  let begun = 0;
  try {
    // Once a sync, never in between: repeated calls make the window flicker.
    context.application.suspendScreenUpdatingUntilNextSync();
    for (let from = 0; from < targets.length; from += CHUNK) {
      begun = Math.min(from + CHUNK, targets.length);
      for (const target of targets.slice(from, begun)) put(target);
      await context.sync();
    }
    return { written: true };
  } catch (error) {
    await takeBack(targets.slice(0, begun));
    return { written: false, reason: reasonOf(error), at: null };
  }
}

/** A formula in a cell; over what stands there only where that is meant. */
export async function writeFormula(
  { sheet, at }: CellPlace,
  formula: string,
  { over, patience, writes }: WriteManner & { readonly over: "blank" | "anything" },
): Promise<WriteOutcome> {
  try {
    return await writes.silently(() =>
      converse<WriteOutcome>({ patience, waitsForEdit: true }, async (context) => {
        const worksheet = context.workbook.worksheets.getItem(sheet);
        worksheet.protection.load("protected");
        const range = worksheet.getRange(at);
        range.load("formulas,numberFormat");
        await context.sync();
        if (worksheet.protection.protected) return { written: false, reason: "protected", at };
        if (over === "blank" && range.formulas[0]?.[0] !== "") return { written: false, reason: "changed", at };
        // In a cell formatted as text a formula would stay what was typed.
        if (isTextFormat(String(range.numberFormat[0]?.[0]))) range.numberFormat = [["General"]];
        range.formulas = [[formula]];
        await context.sync();
        return { written: true };
      }),
    );
  } catch (error) {
    return { written: false, reason: reasonOf(error), at };
  }
}

/** The ranges to write, or the reason why nothing may be written. */
async function look(context: Excel.RequestContext, edits: readonly Edit[]): Promise<Target[] | WriteOutcome> {
  const sheets = new Map<string, Excel.Worksheet>();
  for (const { sheet } of edits) {
    if (sheets.has(sheet)) continue;
    const found = context.workbook.worksheets.getItemOrNullObject(sheet);
    found.load("name");
    found.protection.load("protected");
    sheets.set(sheet, found);
  }
  const asked = edits.map((edit) => {
    const range = (sheets.get(edit.sheet) as Excel.Worksheet).getRange(edit.at);
    range.load("values,formulas,numberFormat");
    return { edit, range };
  });
  await context.sync();

  for (const { edit, range } of asked) {
    const sheet = sheets.get(edit.sheet);
    if (!sheet || sheet.isNullObject) return { written: false, reason: "failed", at: edit.at };
    if (sheet.protection.protected) return { written: false, reason: "protected", at: edit.at };
    const formula: unknown = range.formulas[0]?.[0];
    if (typeof formula === "string" && formula.startsWith("="))
      return { written: false, reason: "changed", at: edit.at };
    if (!holds(range.values[0]?.[0], edit.was)) return { written: false, reason: "changed", at: edit.at };
  }
  return asked.map(({ edit, range }) => ({ edit, range, format: String(range.numberFormat[0]?.[0]) }));
}

function holds(value: unknown, was: CellValue): boolean {
  if (was instanceof SerialDay) return value === was.serial;
  return sameValue(fromExcel(value, null, false), was) || (isBlankCell(was) && value === "");
}

function put({ range, edit, format }: Target): void {
  if (edit.put instanceof SerialDay) range.numberFormat = [["yyyy-mm-dd"]];
  // In a cell formatted as text a number that is put becomes text again.
  else if (typeof edit.put === "number" && isTextFormat(format)) range.numberFormat = [["General"]];
  range.values = [[toExcel(edit.put)]];
}

/** Excel does not roll back: what stood before an edit that failed, or was given up, has been written. A second failure is the host's own end. */
async function takeBack(targets: readonly Target[]): Promise<void> {
  await Excel.run(async (context) => {
    for (const { edit, format } of targets) {
      const range = context.workbook.worksheets.getItem(edit.sheet).getRange(edit.at);
      range.numberFormat = [[format]];
      range.values = [[toExcel(edit.was)]];
    }
    await context.sync();
  }).catch(() => undefined);
}

function reasonOf(error: unknown): "protected" | "busy" | "silent" | "failed" {
  const { code } = hostFailure(error);
  return code === "protected" || code === "busy" || code === "silent" ? code : "failed";
}
