/** Everything that the pane knows, and every way in which it changes. */
import type { Finding } from "../src/findings/finding";
import type { Baseline } from "../src/ledger/baseline";
import type { Run } from "../src/report/run";
import type { Severity } from "../src/rules/rule";
import type { Edit } from "../src/sheet/edit";
import type { HostChange, WriteOutcome } from "../src/sheet/host";
import type { Locale } from "../src/words/say";
import { groupIdOf, isTouched, NO_FILTER, type Filter, type Item } from "./items";
import { NO_NOTES, type Notes } from "./notes";

/** Functions and help belong to the last tab. */
export type PageId = "check" | "targets" | "steps" | "export" | "more" | "functions" | "help";

/** What the pane is busy with. */
export type Work =
  | { readonly is: "none" }
  | { readonly is: "reading"; readonly sheet: string; readonly rows: number; readonly of: number | null }
  | { readonly is: "checking"; readonly rows: number; readonly of: number | null; readonly found: FirstFound | null };

/** What a check has found before it has come to its end. */
export interface FirstFound {
  readonly count: number;
  readonly first: readonly Finding[];
}

/** What somebody without a ledger may begin with. */
export type Starter = "example" | "template";

/** A run that came to its end, with what the pane needs of it at every stroke. */
export interface Checked {
  readonly run: Run;
  readonly items: readonly Item[];
  /** The sheet that was in front. */
  readonly activeSheet: string;
  /** HH:MM. */
  readonly at: string;
  /** Project rows. */
  readonly rows: number;
  readonly packIsInForce: boolean;
  /** The workbook's own policy, on its sheets or kept inside it, or one that ships. */
  readonly packFrom: "workbook" | "shipped";
  /** Why the workbook's own policy is not used, each by sheet, cell and remedy. */
  readonly packFaults: readonly string[];
}

/** Something worth saying once, until the next thing happens. */
export type Notice =
  | { readonly is: "failed"; readonly message: string }
  | { readonly is: "cancelled" }
  | {
      readonly is: "notWritten";
      readonly reason: Extract<WriteOutcome, { written: false }>["reason"];
      readonly at: string | null;
    }
  | { readonly is: "undone"; readonly count: number }
  | { readonly is: "cannotGo" }
  | { readonly is: "notKept" }
  | { readonly is: "sheetsAdded"; readonly names: readonly [string, ...string[]] }
  | { readonly is: "policyAdded"; readonly count: number }
  | { readonly is: "exampleAdded"; readonly name: string }
  | { readonly is: "templateAdded"; readonly name: string }
  | { readonly is: "collected" }
  | { readonly is: "submitted"; readonly day: string; readonly count: number; readonly before: Baseline | null }
  | { readonly is: "submissionForgotten"; readonly before: Baseline }
  | { readonly is: "marked"; readonly count: number }
  | { readonly is: "marksCleared" }
  | { readonly is: "startOfSheet" }
  | { readonly is: "endOfSheet"; readonly next: Item | null };

/** A write of ours that can be taken back. */
export interface Written {
  readonly edits: readonly Edit[];
}

/** What is laid over the detail: a preview of many fixes, or the form for putting a finding off. */
export type Sheetlet =
  | {
      readonly is: "fixAll";
      /** Null: of every rule. */
      readonly code: string | null;
      /** Keys of those that are left as they are. */
      readonly left: ReadonlySet<string>;
    }
  | { readonly is: "waive"; readonly item: Item };

export interface PaneState {
  readonly locale: Locale;
  readonly page: PageId;
  readonly asOf: string;
  readonly work: Work;
  readonly checked: Checked | null;
  /** Keys of findings whose cells changed since the run. */
  readonly stale: ReadonlySet<string>;
  readonly filter: Filter;
  /** Groups that the user opened or folded, by group id. */
  readonly toggled: ReadonlyMap<string, boolean>;
  /** What the detail shows; kept as it was when a re-check no longer finds it. */
  readonly chosen: Item | null;
  readonly whyIsOpen: boolean;
  readonly notes: Notes;
  /** Columns about which the user does not want to be asked now: sheet|column. */
  readonly postponed: ReadonlySet<string>;
  readonly written: readonly Written[];
  readonly notice: Notice | null;
  readonly sheetlet: Sheetlet | null;
}

export type Action =
  | { readonly do: "showPage"; readonly page: PageId }
  | { readonly do: "speak"; readonly locale: Locale }
  | { readonly do: "judgeAsOf"; readonly day: string }
  | { readonly do: "work"; readonly work: Work }
  | { readonly do: "checked"; readonly checked: Checked }
  | { readonly do: "stopped"; readonly notice: Notice }
  | { readonly do: "changed"; readonly changes: readonly HostChange[] }
  | { readonly do: "filterBy"; readonly severity: Severity }
  | { readonly do: "filterNew" }
  | { readonly do: "clearFilter" }
  | { readonly do: "toggleGroup"; readonly id: string; readonly open: boolean }
  | { readonly do: "choose"; readonly item: Item | null }
  | { readonly do: "toggleWhy" }
  | { readonly do: "note"; readonly notes: Notes }
  | { readonly do: "postpone"; readonly question: string }
  | { readonly do: "wrote"; readonly written: Written }
  | { readonly do: "undid" }
  | { readonly do: "keepWrite" }
  | { readonly do: "say"; readonly notice: Notice | null }
  | { readonly do: "lay"; readonly sheetlet: Sheetlet | null }
  | { readonly do: "leaveOut"; readonly key: string };

export function initialState(locale: Locale, asOf: string): PaneState {
  return {
    locale,
    page: "check",
    asOf,
    work: { is: "none" },
    checked: null,
    stale: new Set(),
    filter: NO_FILTER,
    toggled: new Map(),
    chosen: null,
    whyIsOpen: false,
    notes: NO_NOTES,
    postponed: new Set(),
    written: [],
    notice: null,
    sheetlet: null,
  };
}

export function reduce(state: PaneState, action: Action): PaneState {
  switch (action.do) {
    case "showPage":
      return { ...state, page: action.page };
    case "speak":
      return { ...state, locale: action.locale };
    case "judgeAsOf":
      return { ...state, asOf: action.day };
    case "work":
      return { ...state, work: action.work };
    case "checked":
      return withChecked(state, action.checked);
    case "stopped":
      return { ...state, work: { is: "none" }, notice: action.notice };
    case "changed":
      return { ...state, stale: touchedBy(state, action.changes) };
    case "filterBy":
      return { ...state, filter: { ...state.filter, severities: toggled(state.filter.severities, action.severity) } };
    case "filterNew":
      return { ...state, filter: { ...state.filter, onlyNew: !state.filter.onlyNew } };
    case "clearFilter":
      return { ...state, filter: NO_FILTER };
    case "toggleGroup":
      return { ...state, toggled: new Map(state.toggled).set(action.id, action.open) };
    case "choose":
      return withChosen(state, action.item);
    case "toggleWhy":
      return { ...state, whyIsOpen: !state.whyIsOpen };
    case "note":
      return withNotes(state, action.notes);
    case "postpone":
      return { ...state, postponed: new Set(state.postponed).add(action.question) };
    case "wrote":
      return {
        ...state,
        written: [...state.written, action.written],
        notice: null,
        sheetlet: null,
      };
    case "undid":
      return withoutLastWrite(state);
    case "keepWrite":
      return { ...withoutLastWrite(state), notice: null };
    case "say":
      return { ...state, notice: action.notice };
    case "lay":
      return { ...state, sheetlet: action.sheetlet };
    case "leaveOut":
      return withLeftOut(state, action.key);
  }
}

/** Whoever steps into a folded group wants to see where they are. */
function withChosen(state: PaneState, item: Item | null): PaneState {
  const chosen = { ...state, chosen: item, notice: null, sheetlet: null };
  if (!item) return chosen;
  return { ...chosen, toggled: new Map(state.toggled).set(groupIdOf(item, state.notes.groupBy), true) };
}

/**
 * The chosen finding stays chosen where it is found again: the same, or the same values on another row. What was chosen
 * before the first check came to its end has not been solved since, so it is not shown as solved.
 */
function withChecked(state: PaneState, checked: Checked): PaneState {
  const { chosen } = state;
  const again =
    chosen &&
    (checked.items.find((item) => item.key === chosen.key) ??
      checked.items.find((item) => item.finding.id === chosen.finding.id));
  return {
    ...state,
    checked,
    chosen: again ?? (state.checked ? chosen : null),
    stale: new Set(),
    work: { is: "none" },
    notice: state.notice?.is === "cancelled" || state.notice?.is === "failed" ? null : state.notice,
  };
}

function touchedBy(state: PaneState, changes: readonly HostChange[]): ReadonlySet<string> {
  const stale = new Set(state.stale);
  for (const item of state.checked?.items ?? []) if (isTouched(item, changes)) stale.add(item.key);
  return stale;
}

function withNotes(state: PaneState, notes: Notes): PaneState {
  const isRegrouped = notes.groupBy !== state.notes.groupBy;
  // Without a submission nothing is newer than it.
  const filter = notes.baseline ? state.filter : { ...state.filter, onlyNew: false };
  return { ...state, notes, filter, toggled: isRegrouped ? new Map() : state.toggled };
}

function withoutLastWrite(state: PaneState): PaneState {
  const last = state.written[state.written.length - 1];
  return {
    ...state,
    written: state.written.slice(0, -1),
    notice: last ? { is: "undone", count: last.edits.length } : null,
  };
}

function withLeftOut(state: PaneState, key: string): PaneState {
  if (state.sheetlet?.is !== "fixAll") return state;
  return { ...state, sheetlet: { ...state.sheetlet, left: toggled(state.sheetlet.left, key) } };
}

function toggled<Value>(set: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  const result = new Set(set);
  if (!result.delete(value)) result.add(value);
  return result;
}
