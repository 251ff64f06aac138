/** The door to whatever program shows the sheet: Excel, WPS, the workbench, a file, memory. Asynchronous and in blocks, because Excel's is. */
import type { CellValue } from "./cell";
import type { Edit } from "./edit";
import type { Sheet } from "./sheet";

/** What a host may or may not be able to do; asked, never guessed from a name. */
export type Ability = "watch" | "goTo" | "mark" | "addSheet" | "notes" | "functions" | "closePane" | "selection";

export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
}

export interface CellPlace {
  readonly sheet: string;
  /** A1 address. */
  readonly at: string;
}

export interface ReadOptions {
  readonly onProgress?: (rowsRead: number, rowCount: number) => void;
  readonly signal?: AbortSignal;
}

/** A sheet that the host is asked to add: plain cells, with what makes it readable. */
export interface NewSheet {
  readonly name: string;
  readonly cells: readonly (readonly CellValue[])[];
  /** Characters, by column. */
  readonly widths?: readonly number[];
  /** Rows that stay in sight. */
  readonly frozenRows?: number;
}

export interface HostChange {
  readonly sheet: string | null;
  /** What the program says has changed, A1 or A1:B2; null where it does not say. */
  readonly at: string | null;
}

export type WriteOutcome =
  | { readonly written: true }
  | {
      readonly written: false;
      readonly reason: "changed" | "protected" | "busy" | "silent" | "failed";
      readonly at: string | null;
    };

export interface Host {
  can(ability: Ability): boolean;
  /** The file's name, for the report; null where it has none yet. */
  fileName(): Promise<string | null>;
  sheets(): Promise<readonly SheetInfo[]>;
  activeSheet(): Promise<string>;
  read(sheet: string, options?: ReadOptions): Promise<Sheet>;
  /** All or none, and only where every cell still holds `was`. */
  write(edits: readonly Edit[]): Promise<WriteOutcome>;
  /** Where it can("functions"): puts a formula into a cell; where something stands there, only if that is said. */
  writeFormula?(place: CellPlace, formula: string, over: "blank" | "anything"): Promise<WriteOutcome>;
  goTo(place: CellPlace): Promise<void>;
  selection(): Promise<CellPlace | null>;
  /** Calls back after changes that are not our own writes; returns the way to stop. */
  watch(listener: (change: HostChange) => void): () => void;
  /** Gives the name under which the sheet was added. */
  addSheet(sheet: NewSheet): Promise<string>;
  /** Marks cells of the user's own sheet; only ever on request. */
  mark(
    places: readonly (CellPlace & { readonly severity: "error" | "warning" | "hint"; readonly note: string })[],
  ): Promise<void>;
  /** Removes every mark of ours and nothing else. */
  clearMarks(): Promise<void>;
  /** Where it can("closePane"). */
  closePane?(): Promise<void>;
  /** Texts of ours kept inside the workbook, by key. */
  readNote(key: string): Promise<string | null>;
  writeNote(key: string, text: string | null): Promise<void>;
}
