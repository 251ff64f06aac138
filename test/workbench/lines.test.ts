/** Whether a file can still be patched: rows, columns, merges and tabs are where they were. */
import type { IWorkbookData } from "@univerjs/core";
import type { Engine } from "../../workbench/engine";
import { watchLines } from "../../workbench/lines";

const MERGE = { startRow: 0, endRow: 0, startColumn: 0, endColumn: 2 };
const DATA = {
  sheets: { "sheet-0": { name: "台账", cellData: { 0: { 0: { v: 1 } }, 4: { 2: { v: 2 } } }, mergeData: [MERGE] } },
} as unknown as IWorkbookData;

type Command = (command: { id: string; params: unknown }) => void;

/** As much of the engine as is asked: commands that it has run, and its sheets as they are now. */
function engine(now: { name?: string; merges?: readonly object[]; gone?: boolean } = {}) {
  let tell: Command = () => undefined;
  const sheet = {
    getSheetName: () => now.name ?? "台账",
    getSheet: () => ({ getMergeData: () => now.merges ?? [MERGE] }),
  };
  const api = {
    Event: { CommandExecuted: "CommandExecuted" },
    addEvent: (_name: string, listener: Command) => {
      tell = listener;
      return { dispose: () => undefined };
    },
    getActiveWorkbook: () => ({ getSheetBySheetId: () => (now.gone ? null : sheet) }),
  };
  const heard = jest.fn();
  const watch = watchLines({ api } as unknown as Engine, DATA, heard);
  const run = (id: string, first: number, last = first): void =>
    tell({
      id: `sheet.mutation.${id}`,
      params: { subUnitId: "sheet-0", range: { startRow: first, endRow: last, startColumn: first, endColumn: last } },
    });
  return { watch, run, heard };
}

type Step = readonly [id: string, first: number, last?: number];

test.each<[string, boolean, readonly Step[]]>([
  ["nothing", false, []],
  ["a row put in above data", true, [["insert-row", 2]]],
  ["rows put in below all data", false, [["insert-row", 5, 9]]],
  [
    "a row put in and taken out again",
    false,
    [
      ["insert-row", 2],
      ["remove-rows", 2],
    ],
  ],
  ["a row taken out above data", true, [["remove-rows", 1]]],
  [
    "a row taken out and brought back",
    false,
    [
      ["remove-rows", 1],
      ["insert-row", 1],
    ],
  ],
  ["the last row taken out", false, [["remove-rows", 4]]],
  ["a column put in before data", true, [["insert-col", 1]]],
  ["a column put in beside all data", false, [["insert-col", 3]]],
  ["a column taken out before data", true, [["remove-col", 0]]],
  [
    "one row out, another in elsewhere",
    true,
    [
      ["remove-rows", 1],
      ["insert-row", 3],
    ],
  ],
  ["rows dragged elsewhere", true, [["move-rows", 1]]],
])("%s: moved is %s", (_what, moved, steps) => {
  const { watch, run } = engine();
  for (const [id, first, last] of steps) run(id, first, last);
  expect(watch.moved()).toBe(moved);
});

test.each([
  ["a renamed tab", { name: "新名字" }],
  ["a tab that is gone", { gone: true }],
  ["a merge taken apart", { merges: [] }],
  ["another merge", { merges: [MERGE, { startRow: 2, endRow: 3, startColumn: 0, endColumn: 0 }] }],
])("%s counts as moved", (_what, now) => {
  expect(engine(now).watch.moved()).toBe(true);
});

test("lines that come, go or are dragged count as an edit, formulas that are calculated do not", () => {
  const { run, heard } = engine();
  run("set-range-values", 1);
  expect(heard).not.toHaveBeenCalled();
  run("insert-row", 1);
  run("remove-col", 0);
  run("move-rows", 0);
  expect(heard).toHaveBeenCalledTimes(3);
});
