/** From sheets to a judged run, in steps so that a pane stays alive between them. (Signatures first.) */
import type { CheckResult, Waiver } from "../findings/check";
import type { FieldKey } from "../ledger/fields";
import type { Ledger } from "../ledger/ledger";
import type { Judge } from "../policy/judge";
import type { Pack } from "../policy/pack";
import type { Sheet } from "../sheet/sheet";
import type { Report } from "./report";

export interface RunFile {
  /** As given on the command line, or the workbook's name. */
  readonly path: string;
  readonly sheets: readonly Sheet[];
  readonly error?: { readonly code: string; readonly message: string };
}

/** What the user settled about a sheet; remembered in the workbook. */
export interface SheetChoices {
  /** 1-based rows of the heading block. */
  readonly header?: { readonly top: number; readonly bottom: number };
  /** Normalised heading → field, or null for 「不用」. */
  readonly columns?: Readonly<Record<string, FieldKey | null>>;
}

export interface RunOptions {
  readonly pack: Pack;
  readonly asOf: string;
  readonly waivers?: readonly Waiver[];
  /** By sheet name. */
  readonly choices?: Readonly<Record<string, SheetChoices>>;
  readonly notices?: readonly string[];
}

export interface Run {
  readonly files: readonly RunFile[];
  readonly ledgers: readonly Ledger[];
  readonly options: RunOptions;
  readonly judge: Judge;
  readonly result: CheckResult;
}

export interface RunProgress {
  readonly phase: "read" | "check";
  readonly rows: number;
  readonly of: number | null;
}

export type RunSteps = (files: readonly RunFile[], options: RunOptions) => Generator<RunProgress, Run>;
export type BuildReport = (run: Run) => Report;
