/** Two characters for each value of a project: enough to say which of them has changed once it is known that one has. */
import { ALL_FIELDS, fieldTerm, type FieldKey } from "../../ledger/fields";
import type { Procedure, Project, Values } from "../../ledger/ledger";
import { textNumber } from "../../measure/textNumber";

const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_~";
const LENGTH = 2;
/** Of what the project says nothing of. */
const BLANK = "..";

/** Each value of a project by its field, what was not understood as it was typed. */
export function valuesByField(values: Values, { unread }: Pick<Project, "unread">): ReadonlyMap<string, unknown> {
  const byField = new Map<string, unknown>();
  for (const [field, value] of Object.entries(values)) {
    if (value === undefined || field === "serial") continue;
    if (!field.startsWith("proc.")) byField.set(field, ordered(value));
    else
      for (const [part, said] of Object.entries(value as Procedure))
        if (said !== undefined) byField.set(part === "state" ? field : `${field}.${part}`, ordered(said));
  }
  for (const { field, text } of unread) byField.set(field, ["?", text]);
  return byField;
}

/** Parts of a value in an order of their own, absent ones left out. */
export function ordered(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const parts = Object.entries(value).filter(([, part]) => part !== undefined);
  return parts.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, ordered(part)]);
}

/** The fields that any of the projects says something of, in the order of the glossary. */
export function fieldsAmong(projects: Iterable<ReadonlyMap<string, unknown>>): FieldKey[] {
  const present = new Set<string>();
  for (const values of projects) for (const field of values.keys()) present.add(field);
  return ALL_FIELDS.filter((field) => present.has(field));
}

/** The fields of marks in their order; null for one that this version does not know. */
export type MarkedFields = readonly (FieldKey | null)[];

export function marksOf(values: ReadonlyMap<string, unknown>, fields: readonly (string | null)[]): string {
  return fields.map((field) => markIn(values, field)).join("");
}

/** The fields whose values are no longer those that were marked; none where nothing was. */
export function fieldsApart(marks: string, values: ReadonlyMap<string, unknown>, fields: MarkedFields): FieldKey[] {
  if (marks === "") return [];
  const marked = new Set(fields);
  return [...marksApart(marks, values, fields), ...fieldsAmong([values]).filter((field) => !marked.has(field))];
}

/** As much of whatever goes by other names, also where nothing was marked. */
export function saidApart(
  marks: string,
  values: ReadonlyMap<string, unknown>,
  names: readonly (string | null)[],
): string[] {
  const marked = new Set(names);
  return [...marksApart(marks, values, names), ...[...values.keys()].filter((name) => !marked.has(name))];
}

function marksApart<Name extends string>(
  marks: string,
  values: ReadonlyMap<string, unknown>,
  names: readonly (Name | null)[],
): Name[] {
  return names.flatMap((name, index) =>
    name === null || marks.slice(index * LENGTH, (index + 1) * LENGTH) === markIn(values, name) ? [] : [name],
  );
}

/** So many values beside the others tell a project from another. */
const FEWEST_TELLING = 3;

/** The marks of all fields but some; null where they are too few to know a project by. */
export function marksBeside(without: ReadonlySet<FieldKey>, marks: string, fields: MarkedFields): string | null {
  const rest = fields.flatMap((field, index) =>
    field === null || without.has(field) ? [] : [marks.slice(index * LENGTH, (index + 1) * LENGTH)],
  );
  return rest.filter((mark) => mark !== "" && mark !== BLANK).length < FEWEST_TELLING ? null : rest.join("");
}

function markIn(values: ReadonlyMap<string, unknown>, field: string | null): string {
  return field !== null && values.has(field) ? markOf(JSON.stringify(values.get(field))) : BLANK;
}

/** Twelve bits of the text's number. */
function markOf(text: string): string {
  const number = textNumber(text);
  const folded = (number ^ (number >>> 12) ^ (number >>> 24)) & 0xfff;
  return LETTERS.charAt(folded >>> 6) + LETTERS.charAt(folded & 0x3f);
}

/** The fields as a line of the receipt names them. */
export function fieldsText(fields: MarkedFields): string {
  return fields.map((field) => (field === null ? "" : fieldTerm(field))).join("、");
}

/** A term that this version does not know holds its place, so that the marks behind it are still found. */
export function fieldsIn(text: string): MarkedFields {
  const byTerm = new Map(ALL_FIELDS.map((field) => [fieldTerm(field), field]));
  return text === "" ? [] : text.split("、").map((term) => byTerm.get(term) ?? null);
}
