/** What a template is made for, and the room that it has. */
import type { Pack } from "../../../policy/pack";

export interface TemplateOptions {
  readonly pack: Pack;
  /** YYYY-MM-DD: its year is the ledger's. */
  readonly asOf: string;
}

/** Rows to fill in; the lists reach further. */
export const ROWS = 100;
export const ROOM = 900;
