/** What the pane keeps inside the workbook: settled columns, waivers, the view. */
import type { Waiver } from "../src/findings/check";
import type { Baseline } from "../src/ledger/baseline";
import type { SheetChoices } from "../src/report/run";

export type GroupBy = "rule" | "project" | "column";

export interface Notes {
  /** By sheet name. */
  readonly choices: Readonly<Record<string, SheetChoices>>;
  readonly waivers: readonly Waiver[];
  readonly groupBy: GroupBy;
  /** Who last put something off, so that the name is typed once. */
  readonly waivedBy: string;
  /** What was handed in last time; null where nothing was marked as submitted. */
  readonly baseline: Baseline | null;
  /** Sheets that the pane has added to this workbook: no ledgers of its user's. */
  readonly made: readonly string[];
}

export const NO_NOTES: Notes = { choices: {}, waivers: [], groupBy: "rule", waivedBy: "", baseline: null, made: [] };
