/** What is kept inside a workbook: settled columns, waivers, the last submission, a pack. Read as data from outside: what does not fit is dropped. */
import * as z from "zod/mini";
import { readBaseline } from "../findings/baseline";
import type { Waiver } from "../findings/result";
import type { Baseline } from "../ledger/baseline";
import { ALL_FIELDS, type FieldKey } from "../ledger/fields";
import type { SheetChoices } from "./run";

z.config({ jitless: true });

/** Keys under which a workbook keeps them, whatever program wrote them. */
export const NOTE_KEYS = {
  choices: "choices",
  waivers: "waivers",
  baseline: "baseline",
  pack: "pack",
  made: "made",
} as const;

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

/** By sheet name; null where the text is none or does not fit. */
export function parseChoices(text: string | null): Record<string, SheetChoices> | null {
  const parsed = choicesSchema.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const choices: Record<string, SheetChoices> = {};
  for (const [sheet, { header, columns }] of Object.entries(parsed.data)) {
    choices[sheet] = { ...(header ? { header } : {}), ...(columns ? { columns } : {}) };
  }
  return choices;
}

export function parseWaivers(text: string | null): Waiver[] | null {
  const parsed = waiversSchema.safeParse(parseJson(text));
  return parsed.success ? parsed.data : null;
}

/** Sheets of ours inside the workbook (a standard table, an account of a check): they only repeat its ledgers. */
export function parseMade(text: string | null): readonly string[] {
  const parsed = z.array(z.string()).safeParse(parseJson(text));
  return parsed.success ? parsed.data : [];
}

export function parseBaseline(text: string | null): Baseline | null {
  return text === null ? null : readBaseline(parseJson(text));
}

export function parseJson(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
