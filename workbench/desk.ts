/** What lies on the desk: one opened file, shown by the engine, with its host for the pane; opening, saving, and what is said of them. */
import type { IWorkbookData } from "@univerjs/core";
import type { FunctionContext } from "../functions/function";
import { univerHost, type UniverHost } from "../src/hosts/univer/host";
import { isResult } from "../src/hosts/univer/watch";
import { ReadFailure } from "../src/hosts/file/failure";
import { unexpected, type Failure } from "../src/words/failure";
import { dayOfClock } from "../src/words/paneFigures";
import { followPack } from "../taskpane/excel/functionContext";
import { withDemonstration } from "./demonstration";
import { startEngine, type Engine } from "./engine";
import { EXAMPLES_AS_OF, exampleBytes, type Example } from "./examples";
import { functionRegistrations } from "./functions";
import type { Program, Seat } from "./program";
import { bringBack, keep, notesKey } from "./keptNotes";
import { openFile, type Opened } from "./opened";
import { watchLines, type LineWatch } from "./lines";
import { newWorkbookBytes, savedBytes } from "./save";

/** What is shown of the desk beside the sheet itself. */
export interface DeskView {
  readonly fileName: string | null;
  /** The day on which the ledger is judged. */
  readonly asOf: string;
  /** What the pane is opened over. */
  readonly seat: Seat | null;
  readonly savable: boolean;
  readonly edited: boolean;
  /** The file that is being opened. */
  readonly opening: string | null;
  /** What went wrong, and with which file. */
  readonly trouble: Trouble | null;
}

export type Trouble =
  | { readonly with: "opening"; readonly failure: Failure; readonly fileName: string }
  | { readonly with: "saving"; readonly fileName: string };

/** What is to be opened: its bytes are read as a part of opening, which may fail. */
interface Chosen {
  readonly bytes: () => Promise<Uint8Array>;
  readonly fileName: string;
  readonly day: string;
}

const EMPTY: Omit<DeskView, "asOf"> = {
  fileName: null,
  seat: null,
  savable: false,
  edited: false,
  opening: null,
  trouble: null,
};

export interface Desk {
  openFile(file: File): Promise<void>;
  openExample(example: Example): Promise<void>;
  /** Rows, columns, merges or tabs stand elsewhere than in the file: it cannot be saved as it was. */
  moved(): boolean;
  /** The file with what was edited; null where nothing can be saved, or it failed, which is said. */
  saved(): Promise<Uint8Array | null>;
  /** What is shown as a workbook of its own; null where nothing is, or it failed, which is said. */
  savedAnew(): Promise<Uint8Array | null>;
}

/** `asOf` where the page was asked for a certain day. */
export function startDesk(
  container: HTMLElement,
  asOf: string | null,
  program: Program,
  show: (view: DeskView) => void,
): Desk {
  const today = asOf ?? dayOfClock(new Date());
  let view: DeskView = { ...EMPTY, asOf: today };
  let context: () => FunctionContext = () => {
    throw new Error("no workbook is open");
  };
  let opened: Opened | null = null;
  let host: UniverHost | null = null;
  let lines: LineWatch | null = null;
  let stopWatching: () => void = () => undefined;
  let count = 0;
  const engine = startEngine(container, program.functions?.() ?? functionRegistrations(() => context()));

  const change = (part: Partial<DeskView>) => {
    view = { ...view, ...part };
    show(view);
  };

  /** Functions that a program calculates follow the policy there. */
  function follow(opening: UniverHost, day: string): () => void {
    if (program.functions) return () => undefined;
    const onChange = () => Promise.resolve(engine.recalculate());
    const followed = followPack({ host: opening, today: () => day, blanks: "told", onChange });
    ({ context } = followed);
    return followed.stop;
  }

  /** Edited until the bytes are there: whoever leaves after a failure is asked first. */
  async function saving(bytes: Promise<Uint8Array>): Promise<Uint8Array | null> {
    try {
      const made = await bytes;
      change({ edited: false, trouble: null });
      return made;
    } catch (error) {
      reportError(error);
      change({ trouble: { with: "saving", fileName: view.fileName ?? "" } });
      return null;
    }
  }

  async function open(
    { bytes: read, fileName, day }: Chosen,
    prepare: (opened: Opened) => IWorkbookData,
  ): Promise<void> {
    // Whatever was chosen last is what is meant, though an earlier file may take longer.
    const turn = ++count;
    change({ opening: fileName, trouble: null });
    await nextPaint();
    let next: Opened;
    let key: string | null;
    try {
      const bytes = await read();
      next = await openFile(bytes, fileName, `file-${String(turn)}`);
      key = await notesKey(bytes);
    } catch (error) {
      if (turn === count) change({ opening: null, trouble: { with: "opening", failure: failureOf(error), fileName } });
      return;
    }
    if (turn !== count) return;
    bringBack(key, next.notes);
    stopWatching();
    const { notes } = next;
    const onNote = () => keep(key, notes);
    const untyped = next.workbook.sheets.some((sheet) => sheet.untyped);
    host = univerHost(engine, { fileName: () => fileName, notes, onNote, untyped });
    const stopFollowing = follow(host, day);
    const data = prepare(next);
    engine.show(data);
    const edited = () => {
      if (!view.edited) change({ edited: true });
    };
    lines = watchLines(engine, data, edited);
    opened = next;
    const seat: Seat = { engine, host, notes, onNote, fileName, asOf: day };
    const edits = engine.api.addEvent(engine.api.Event.SheetValueChanged, ({ payload }) => {
      if (!isResult(payload)) edited();
    });
    const { stop: stopLines } = lines;
    stopWatching = () => {
      edits.dispose();
      stopLines();
      stopFollowing();
    };
    change({ fileName, asOf: day, seat, savable: next.look !== null, edited: false, opening: null, trouble: null });
  }

  return {
    async openFile(file) {
      const bytes = async (): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());
      await open({ bytes, fileName: file.name, day: today }, ({ data }) => data);
    },
    async openExample(example) {
      const day = asOf ?? EXAMPLES_AS_OF;
      await open({ bytes: () => exampleBytes(example), fileName: example.file, day }, ({ data, workbook }) =>
        withDemonstration(data, workbook, example.file, day),
      );
    },
    moved: () => lines?.moved() ?? false,
    async savedAnew() {
      const shown = engine.api.getActiveWorkbook()?.save();
      if (!opened || !host || !shown) return null;
      return saving(newWorkbookBytes(opened, saveSource(engine, host), shown));
    },
    async saved() {
      if (!opened?.look || !host) return null;
      return saving(savedBytes(opened, saveSource(engine, host)));
    },
  };
}

function saveSource(engine: Engine, host: UniverHost): Parameters<typeof savedBytes>[1] {
  return {
    host,
    sheets: () =>
      (engine.api.getActiveWorkbook()?.getSheets() ?? []).map((sheet) => ({
        id: sheet.getSheetId(),
        name: sheet.getSheetName(),
      })),
    formula: (sheet, row, column) => host.cell(sheet, row, column).formula,
    fills(sheet, row, column) {
      const id = engine.api.getActiveWorkbook()?.getSheetByName(sheet)?.getSheetId() ?? "";
      const range = engine.filledBy(id, row - 1, column);
      if (!range) return null;
      return { top: range.startRow + 1, left: range.startColumn, bottom: range.endRow + 1, right: range.endColumn };
    },
  };
}

/** Lets the page say what it is doing before reading keeps it busy. */
function nextPaint(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
}

function failureOf(error: unknown): Failure {
  if (error instanceof ReadFailure) return error;
  // A file that was moved away since it was chosen, or a folder that was dropped.
  if (error instanceof DOMException) return { code: "unreadable", args: {} };
  // A defect of ours: the clerk gets a sentence, whoever mends it the whole of it.
  reportError(error);
  return unexpected(error);
}
