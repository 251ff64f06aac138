/** Which fields a ledger has columns for, and the raw cell that stands under one. */
import { procedureOf, type FieldKey } from "../ledger/fields";
import type { Ledger, Project, Unread } from "../ledger/ledger";

const fieldSets = new WeakMap<Ledger, ReadonlySet<FieldKey>>();

/** A procedure's one column stands for its document number and day too, and any of its parts stands for the procedure. */
export function fieldsOf(ledger: Ledger): ReadonlySet<FieldKey> {
  const known = fieldSets.get(ledger);
  if (known) return known;
  const fields = new Set<FieldKey>(ledger.lent);
  for (const { field } of ledger.columns) {
    fields.add(field);
    const procedure = procedureOf(field);
    if (!procedure) continue;
    const whole: FieldKey = `proc.${procedure.key}`;
    fields.add(whole);
    if (procedure.part !== null) continue;
    fields.add(`${whole}.no`);
    fields.add(`${whole}.on`);
  }
  fieldSets.set(ledger, fields);
  return fields;
}

/** Nothing stands there; a cell that was not understood is not blank. */
export function isBlank(project: Project, field: FieldKey): boolean {
  if ((project.values as Readonly<Record<string, unknown>>)[field] !== undefined) return false;
  return !project.unread.some((unread) => unread.field === field);
}

const LONGEST_QUOTE = 200;

/** What was not understood, quoted with the commas and brackets of the cell itself; a merged cell's stands elsewhere. */
export function asWritten({ cells, places }: Project, { field, column, text }: Unread): string {
  const cell = places?.get(field)?.cell ?? cells[column];
  return typeof cell === "string" && cell.trim() !== "" ? cell.trim().slice(0, LONGEST_QUOTE) : text;
}

/** Whether a field, or for a procedure any part of it, holds something that was not understood on this row. */
export function isUnread(project: Project, field: FieldKey): boolean {
  for (const unread of project.unread) {
    if (unread.field === field || unread.field.startsWith(field + ".") || field.startsWith(unread.field + "."))
      return true;
  }
  return false;
}
