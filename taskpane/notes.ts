/** What the pane keeps inside the workbook: settled columns, waivers, the view. Read as data from outside: what does not fit is dropped. */
import * as z from "zod/mini";
import type { Waiver } from "../src/findings/check";
import { ALL_FIELDS, type FieldKey } from "../src/ledger/fields";
import type { SheetChoices } from "../src/report/run";
import type { Host } from "../src/sheet/host";

export type GroupBy = "rule" | "project" | "column";

export interface Notes {
  /** By sheet name. */
  readonly choices: Readonly<Record<string, SheetChoices>>;
  readonly waivers: readonly Waiver[];
  readonly groupBy: GroupBy;
  /** Who last put something off, so that the name is typed once. */
  readonly waivedBy: string;
}

export const NO_NOTES: Notes = { choices: {}, waivers: [], groupBy: "rule", waivedBy: "" };

const KEYS = { choices: "choices", waivers: "waivers", view: "view" } as const;

const FIELDS: ReadonlySet<string> = new Set(ALL_FIELDS);
const field = z.custom<FieldKey>((value) => typeof value === "string" && FIELDS.has(value));
const rowNumber = z.int().check(z.minimum(1));
const choicesSchema = z.record(
  z.string(),
  z.object({
    header: z.optional(z.object({ top: rowNumber, bottom: rowNumber })),
    columns: z.optional(z.record(z.string(), z.nullable(field))),
  }),
);
const waiversSchema = z.array(
  z.object({ id: z.string(), code: z.string(), reason: z.string(), by: z.string(), until: z.string() }),
);
const viewSchema = z.object({ groupBy: z.enum(["rule", "project", "column"]), waivedBy: z.string() });

export async function readNotes(host: Host): Promise<Notes> {
  if (!host.can("notes")) return NO_NOTES;
  const [choices, waivers, view] = await Promise.all([
    readPart(host, KEYS.choices, choicesSchema),
    readPart(host, KEYS.waivers, waiversSchema),
    readPart(host, KEYS.view, viewSchema),
  ]);
  return {
    choices: choices ? withoutAbsentParts(choices) : NO_NOTES.choices,
    waivers: waivers ?? NO_NOTES.waivers,
    groupBy: view?.groupBy ?? NO_NOTES.groupBy,
    waivedBy: view?.waivedBy ?? NO_NOTES.waivedBy,
  };
}

/** Writes the parts that differ from what the workbook holds. */
export async function writeNotes(host: Host, before: Notes, after: Notes): Promise<void> {
  if (!host.can("notes")) return;
  if (before.choices !== after.choices) await host.writeNote(KEYS.choices, JSON.stringify(after.choices));
  if (before.waivers !== after.waivers) await host.writeNote(KEYS.waivers, JSON.stringify(after.waivers));
  if (before.groupBy !== after.groupBy || before.waivedBy !== after.waivedBy) {
    await host.writeNote(KEYS.view, JSON.stringify({ groupBy: after.groupBy, waivedBy: after.waivedBy }));
  }
}

async function readPart<Schema extends z.ZodMiniType>(host: Host, key: string, schema: Schema) {
  const text = await host.readNote(key);
  if (text === null) return null;
  const parsed = schema.safeParse(parseJson(text));
  return parsed.success ? (parsed.data as z.infer<Schema>) : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function withoutAbsentParts(choices: z.infer<typeof choicesSchema>): Record<string, SheetChoices> {
  const result: Record<string, SheetChoices> = {};
  for (const [sheet, { header, columns }] of Object.entries(choices)) {
    result[sheet] = { ...(header ? { header } : {}), ...(columns ? { columns } : {}) };
  }
  return result;
}
