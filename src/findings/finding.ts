/** A finding: what a rule said, with its place in the sheet and an identity that survives sorting. */
import type { FieldKey } from "../ledger/fields";
import type { Args, Basis, Severity } from "../rules/rule";

export interface Finding {
  /** Stable while code, project and values stay the same; independent of the address. */
  readonly id: string;
  readonly code: string;
  readonly severity: Severity;
  readonly file: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
  /** A1 addresses; the first is the one to go to. */
  readonly cells: readonly string[];
  readonly field: FieldKey | null;
  readonly fields: readonly FieldKey[];
  readonly args: Args;
  readonly basis: Basis;
  /** The project's name, for lists. */
  readonly project: string | null;
  /** For findings about the run as a whole. */
  readonly files: readonly string[];
  /** On a row or sheet that a later month's has followed: a hint, whatever its rule's severity. */
  readonly earlierMonth?: true;
}
