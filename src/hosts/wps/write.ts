/** Writes edits all-or-none: WPS writes at once and takes nothing back, so everything is looked at before and again after. */
import { parseCellName } from "../../sheet/address";
import { SerialDay, type CellValue } from "../../sheet/cell";
import type { Edit } from "../../sheet/edit";
import type { CellPlace, WriteOutcome } from "../../sheet/host";
import { HostFailure } from "../../sheet/hostFailure";
import type { Merge } from "../../sheet/sheet";
import { parseAreas } from "../excel/areas";
import { codeKind, isDayKind } from "../file/numberFormat";
import { sameValue } from "../sameValue";
import { DAY, GENERAL, TEXT } from "./constants";
import { hostFailure } from "./failure";
import type { WpsProgram, WpsWorkbook, WpsWorksheet } from "./program";
import type { OwnWrites } from "./quiet";
import { formatsOf, rangeOf, rowsOf, valuesOf } from "./range";
import { fromWps, isPut, isRiskyText, toWps } from "./values";
import { findSheet, needSheet, needWorkbook } from "./workbook";

/** Number formats that our writes have replaced, by cell: an edit that puts back what stood there puts them back too. */
export type FormatMemory = Map<string, { readonly held: CellValue; readonly format: string }>;

const MOST_REMEMBERED = 20_000;

interface Target {
  readonly edit: Edit;
  readonly sheet: WpsWorksheet;
  readonly row: number;
  readonly column: number;
}

/** Cells of one column below each other: one write, which is one step of WPS's own undo. */
interface Run {
  readonly sheet: WpsWorksheet;
  readonly area: Merge;
  readonly targets: readonly Target[];
}

interface Before {
  readonly run: Run;
  readonly values: readonly (readonly unknown[])[];
  readonly formats: ReadonlyMap<number, string>;
}

export function write(program: WpsProgram, edits: readonly Edit[], own: OwnWrites, memory: FormatMemory): WriteOutcome {
  if (edits.length === 0) return { written: true };
  try {
    const workbook = needWorkbook(program);
    const targets = targetsOf(workbook, edits);
    if (!Array.isArray(targets)) return targets;
    const runs = runsOf(targets);
    const refused = refusal(targets, runs, workbook.Date1904);
    if (refused) return refused;
    return own.quietly(program.application(), () => writeRuns(runs, workbook.Date1904, own, memory));
  } catch (error) {
    return { written: false, reason: reasonOf(error), at: null };
  }
}

/** A formula in a cell; over what stands there only where that is meant. */
export function writeFormula(
  program: WpsProgram,
  { sheet, at }: CellPlace,
  formula: string,
  over: "blank" | "anything",
  own: OwnWrites,
): WriteOutcome {
  try {
    const worksheet = needSheet(needWorkbook(program), sheet);
    const [area] = parseAreas(at);
    if (!area) return { written: false, reason: "failed", at };
    if (worksheet.ProtectContents) return { written: false, reason: "protected", at };
    const cell = rangeOf(worksheet, area);
    const isBlank = cell.HasFormula === false && isPut(cell.Value2, "");
    if (over === "blank" && !isBlank) return { written: false, reason: "changed", at };
    own.quietly(program.application(), () => {
      own.wrote(sheet, area);
      // In a cell formatted as text a formula would stay what was typed.
      if (cell.NumberFormat === TEXT) cell.NumberFormat = GENERAL;
      // The older of the two asks a function for one cell only, where the build knows both.
      if (typeof cell.Formula2 === "string") cell.Formula2 = formula;
      else cell.Formula = formula;
    });
    return cell.HasFormula === false ? { written: false, reason: "failed", at } : { written: true };
  } catch (error) {
    return { written: false, reason: reasonOf(error), at };
  }
}

function targetsOf(workbook: WpsWorkbook, edits: readonly Edit[]): Target[] | WriteOutcome {
  const sheets = new Map<string, WpsWorksheet | null>();
  const targets: Target[] = [];
  for (const edit of edits) {
    if (!sheets.has(edit.sheet)) sheets.set(edit.sheet, findSheet(workbook, edit.sheet));
    const sheet = sheets.get(edit.sheet);
    const place = parseCellName(edit.at);
    if (!sheet || !place) return { written: false, reason: "failed", at: edit.at };
    targets.push({ edit, sheet, ...place });
  }
  for (const [name, sheet] of sheets) {
    if (sheet?.ProtectContents === true)
      return { written: false, reason: "protected", at: edits.find((edit) => edit.sheet === name)?.at ?? null };
  }
  return targets;
}

function runsOf(targets: readonly Target[]): Run[] {
  const columns = new Map<string, Target[]>();
  for (const target of targets) {
    const key = `${String(target.column)} ${target.edit.sheet}`;
    const list = columns.get(key);
    if (list) list.push(target);
    else columns.set(key, [target]);
  }
  return [...columns.values()].flatMap((column) => {
    const runs: Target[][] = [];
    for (const target of [...column].sort((one, other) => one.row - other.row)) {
      const open = runs.at(-1);
      if (open?.at(-1)?.row === target.row - 1) open.push(target);
      else runs.push([target]);
    }
    return runs.map(runOf);
  });
}

function runOf(targets: readonly Target[]): Run {
  const [first] = targets;
  if (!first) throw new Error("a run has cells");
  const { sheet, row, column } = first;
  return { sheet, area: { top: row, bottom: row + targets.length - 1, left: column, right: column }, targets };
}

/** The first edit, in the order in which they were asked, whose cell holds something else by now. */
function refusal(targets: readonly Target[], runs: readonly Run[], date1904: boolean): WriteOutcome | null {
  const changed = new Set<Target>();
  for (const run of runs) {
    const range = rangeOf(run.sheet, run.area);
    const values = rowsOf(range.Value2, run.area);
    const formulas = range.HasFormula === false ? null : rowsOf(range.Formula, run.area);
    run.targets.forEach((target, index) => {
      const value = values[index]?.[0];
      const formula = formulas?.[index]?.[0];
      const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
      if (isFormula || !holds(value, target.edit.was, date1904)) changed.add(target);
    });
  }
  const first = targets.find((target) => changed.has(target));
  return first ? { written: false, reason: "changed", at: first.edit.at } : null;
}

function holds(value: unknown, was: CellValue, date1904: boolean): boolean {
  if (was instanceof SerialDay) return value === toWps(was, date1904);
  // What was read as an error is one still, where its number stands there.
  return sameValue(
    fromWps(value, null, date1904, () => typeof was !== "number"),
    was,
  );
}

function writeRuns(runs: readonly Run[], date1904: boolean, own: OwnWrites, memory: FormatMemory): WriteOutcome {
  const begun: Before[] = [];
  try {
    for (const run of runs) {
      const before = { run, values: valuesOf(run.sheet, run.area), formats: allFormats(run) };
      begun.push(before);
      own.wrote(run.sheet.Name, run.area);
      writeRun(before, date1904, memory);
    }
    for (const before of begun) remember(before, memory);
    return { written: true };
  } catch (error) {
    for (const before of begun.reverse()) takeBack(before);
    return { written: false, reason: reasonOf(error), at: null };
  }
}

function allFormats({ sheet, area }: Run): ReadonlyMap<number, string> {
  return formatsOf(sheet, area.left, area, () => true);
}

function writeRun({ run, formats }: Before, date1904: boolean, memory: FormatMemory): void {
  const wanted = run.targets.map(({ edit }) => toWps(edit.put, date1904));
  const changes = new Map<number, string>();
  run.targets.forEach((target, index) => {
    const format = formatFor(target, wanted[index], formats.get(target.row) ?? GENERAL, memory);
    if (format !== null) changes.set(target.row, format);
  });
  putFormats(run, changes);
  put(run, wanted);

  // Texts that WPS has made something else of although they looked harmless: as text, and once more.
  const taken = valuesOf(run.sheet, run.area);
  const astray = run.targets.filter((_, index) => !isPut(taken[index]?.[0], wanted[index] ?? ""));
  if (astray.length === 0) return;
  if (astray.some(({ edit }) => typeof edit.put !== "string")) throw new HostFailure("failed", run.sheet.Name);
  putFormats(run, new Map(astray.map(({ row }) => [row, TEXT])));
  put(run, wanted);
  const again = valuesOf(run.sheet, run.area);
  if (wanted.some((value, index) => !isPut(again[index]?.[0], value))) throw new HostFailure("failed", run.sheet.Name);
}

/** Null where the cell keeps the format that it has. */
function formatFor(target: Target, wanted: unknown, format: string, memory: FormatMemory): string | null {
  const { put } = target.edit;
  const before = memory.get(keyOf(target));
  if (before && sameValue(before.held, put)) return before.format === format ? null : before.format;
  if (put instanceof SerialDay) return isDayKind(codeKind(format)) ? null : DAY;
  if (isRiskyText(wanted)) return format === TEXT ? null : TEXT;
  // A number would stand as text in a cell that is formatted as text.
  return typeof put === "number" && format === TEXT ? GENERAL : null;
}

function putFormats(run: Run, formats: ReadonlyMap<number, string>): void {
  const rows = [...formats.keys()].sort((one, other) => one - other);
  for (let from = 0; from < rows.length;) {
    const top = rows[from] ?? 0;
    const format = formats.get(top);
    let to = from;
    while (rows[to + 1] === (rows[to] ?? 0) + 1 && formats.get(rows[to + 1] ?? 0) === format) to++;
    rangeOf(run.sheet, { ...run.area, top, bottom: rows[to] ?? top }).NumberFormat = format;
    from = to + 1;
  }
}

function put({ sheet, area }: Run, values: readonly unknown[]): void {
  rangeOf(sheet, area).Value2 = values.length === 1 ? values[0] : values.map((value) => [value]);
}

function remember({ run, formats }: Before, memory: FormatMemory): void {
  for (const target of run.targets) {
    const format = formats.get(target.row);
    if (format === undefined) continue;
    if (memory.size >= MOST_REMEMBERED) memory.clear();
    memory.set(keyOf(target), { held: target.edit.was, format });
  }
}

function keyOf({ edit, row, column }: Target): string {
  return `${String(row)} ${String(column)} ${edit.sheet}`;
}

/** A second failure is the program's own end; what can be put back is. */
function takeBack({ run, values, formats }: Before): void {
  try {
    putFormats(run, formats);
    put(
      run,
      values.map(([value], index) => asItWas(value, formats.get(run.area.top + index) ?? GENERAL)),
    );
  } catch {
    // Nothing more can be done: the outcome says that nothing counts as written.
  }
}

/** Text that was no number must not become one on its way back. */
function asItWas(value: unknown, format: string): unknown {
  if (typeof value !== "string") return value ?? "";
  return value.startsWith("'") || (format !== TEXT && isRiskyText(value)) ? `'${value}` : value;
}

function reasonOf(error: unknown): "protected" | "failed" {
  return hostFailure(error).code === "protected" ? "protected" : "failed";
}
