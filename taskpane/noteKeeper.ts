/**
 * The notes of the open workbook, read and kept one after the other: no reading brings back what a change has just
 * replaced, no change replaces what was never read, and what the workbook did not take stays in the pane.
 */
import type { Host } from "../src/sheet/host";
import type * as Engine from "./engine/engine";
import type { Machine } from "./machine";
import type { Notes } from "./notes";

export type NotesChange = (notes: Notes) => Notes;

export interface NoteKeeper {
  /** What the workbook in front holds; false where it could not be read. */
  readonly read: () => Promise<boolean>;
  /** Stands in the pane at once; false where the workbook has not taken it. */
  readonly keep: (change: NotesChange) => Promise<boolean>;
}

export function noteKeeper(host: Host, { state, dispatch }: Machine, engine: () => Promise<typeof Engine>): NoteKeeper {
  /** What the workbook holds; null before it was read. */
  let held: Notes | null = null;
  let workbook: string | null = null;
  /** Changes that the workbook does not hold yet. */
  let unkept: readonly NotesChange[] = [];
  let last: Promise<unknown> = Promise.resolve();

  /** False where the work fails: a ledger can be checked without what was noted of it. */
  function inTurn(work: () => Promise<boolean>): Promise<boolean> {
    const done = last.then(work).catch(() => false);
    last = done;
    return done;
  }

  async function look(): Promise<Notes> {
    const { readNotes } = await engine();
    const name = await host.fileName();
    const found = await readNotes(host);
    // What another workbook did not take is not this one's.
    if (held !== null && name !== workbook) unkept = [];
    workbook = name;
    held = found;
    dispatch({ do: "note", notes: changed(found, unkept) });
    return found;
  }

  async function put(): Promise<boolean> {
    if (!host.can("notes")) return false;
    const { writeNotes } = await engine();
    const before = held ?? (await look());
    const changes = unkept;
    const after = changed(before, changes);
    await writeNotes(host, before, after);
    held = after;
    unkept = unkept.slice(changes.length);
    return true;
  }

  return {
    read: () => inTurn(async () => Boolean(await look())),
    keep(change) {
      unkept = [...unkept, change];
      dispatch({ do: "note", notes: change(state().notes) });
      return inTurn(put);
    },
  };
}

function changed(notes: Notes, changes: readonly NotesChange[]): Notes {
  return changes.reduce((result, change) => change(result), notes);
}
