/** A host over a file's bytes: reads through the file reader, writes by patching; nobody looks at it, so it cannot go to a cell or mark one. */
import { parseCellName } from "../../sheet/address";
import type { CellValue } from "../../sheet/cell";
import type { Ability, Host, WriteOutcome } from "../../sheet/host";
import { HostFailure } from "../../sheet/hostFailure";
import type { Sheet, Workbook } from "../../sheet/sheet";
import { sameValue } from "../sameValue";
import { freeSheetName } from "../sheetName";
import { addSheetTo, readNotes, withNotes } from "./additions";
import { detect } from "./detect";
import { openWorkbook } from "./open";
import { openPackage, patchWorkbook } from "./patch";

export interface FileHostOptions {
  readonly fileName: string;
  readonly maxSize?: number;
  /** Called with the whole file after every change. */
  readonly save?: (bytes: Uint8Array) => Promise<void>;
}

export interface FileHost extends Host {
  /** The file as it stands now. */
  bytes(): Uint8Array;
}

const ABILITIES: ReadonlySet<Ability> = new Set(["addSheet", "notes"]);

/** Only an .xlsx can be written to; of every other kind the host merely reads. */
export async function fileHost(original: Uint8Array, options: FileHostOptions): Promise<FileHost> {
  let bytes = original;
  let workbook: Workbook = await openWorkbook(bytes, options);
  const writable = detect(original, options.fileName).kind === "zip" && isPatchable(original, options.maxSize);

  const find = (name: string) => workbook.sheets.find((sheet) => sheet.name === name);
  const replace = async (changed: Uint8Array) => {
    workbook = await openWorkbook(changed, options);
    bytes = changed;
    await options.save?.(changed);
  };
  const onlyReads = () => Promise.reject(new Error("this kind of file is only read"));

  return {
    bytes: () => bytes,
    can: (ability) => writable && ABILITIES.has(ability),
    fileName: () => Promise.resolve(options.fileName),
    sheets: () => Promise.resolve(workbook.sheets.map(({ name, hidden }) => ({ name, hidden }))),
    activeSheet: () =>
      Promise.resolve((workbook.sheets.find((sheet) => !sheet.hidden) ?? workbook.sheets[0])?.name ?? ""),

    read(name, readOptions) {
      const sheet = find(name);
      if (!sheet) return Promise.reject(new HostFailure("noSheet", name));
      if (readOptions?.signal?.aborted === true) return Promise.reject(new HostFailure("aborted", ""));
      return Promise.resolve(sheet);
    },

    async write(edits): Promise<WriteOutcome> {
      for (const edit of edits) {
        const sheet = find(edit.sheet);
        if (!writable || !sheet || !parseCellName(edit.at)) return { written: false, reason: "failed", at: edit.at };
      }
      for (const [sheet, wanted] of grouped(edits, (edit) => edit.sheet)) {
        const held = valuesAt(
          find(sheet),
          wanted.map((edit) => edit.at),
        );
        const changed = wanted.find((edit) => !sameValue(held.get(edit.at), edit.was));
        if (changed) return { written: false, reason: "changed", at: changed.at };
      }
      if (edits.length > 0) await replace(patchWorkbook(bytes, edits, options));
      return { written: true };
    },

    async addSheet(sheet) {
      if (!writable) return onlyReads();
      const name = freeSheetName(
        sheet.name,
        workbook.sheets.map((other) => other.name),
      );
      await replace(addSheetTo(bytes, { ...sheet, name }, options));
      return name;
    },

    readNote: (key) => Promise.resolve(writable ? (readNotes(bytes, options).get(key) ?? null) : null),
    async writeNote(key, text) {
      if (!writable) return onlyReads();
      const notes = new Map(readNotes(bytes, options));
      if (text === null) notes.delete(key);
      else notes.set(key, text);
      await replace(withNotes(bytes, notes, options));
    },

    goTo: () => Promise.resolve(),
    selection: () => Promise.resolve(null),
    watch: () => () => undefined,
    mark: () => Promise.reject(new Error("a file cannot be marked")),
    clearMarks: () => Promise.resolve(),
  };
}

/** .xlsb and .ods are zips as well, but no .xlsx. */
function isPatchable(bytes: Uint8Array, maxSize: number | undefined): boolean {
  const { main, tabs } = openPackage(bytes, { maxSize });
  return main.endsWith(".xml") && tabs.sheets.length > 0;
}

/** What the sheet holds at these addresses, in one pass. */
function valuesAt(sheet: Sheet | undefined, addresses: readonly string[]): ReadonlyMap<string, CellValue> {
  const wanted = grouped(addresses, (at) => parseCellName(at)?.row);
  const values = new Map<string, CellValue>();
  for (const block of sheet?.blocks() ?? []) {
    for (const row of block) {
      for (const at of wanted.get(row.row) ?? []) values.set(at, row.cells[parseCellName(at)?.column ?? 0] ?? null);
    }
  }
  return values;
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
