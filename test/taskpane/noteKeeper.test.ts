/** Notes in the workbook while it is read, written, locked and changed for another. */
import { memoryHost, type MemoryHost } from "../../src/hosts/memory";
import type { Host } from "../../src/sheet/host";
import type { Waiver } from "../../src/findings/check";
import * as engine from "../../taskpane/engine/engine";
import { startMachine, type Machine } from "../../taskpane/machine";
import { noteKeeper, type NoteKeeper, type NotesChange } from "../../taskpane/noteKeeper";
import { initialState } from "../../taskpane/state";

const waiver = (id: string): Waiver => ({ id, code: "F102", reason: "待补", by: "王芳", until: "2025-07-31" });
const waive =
  (id: string): NotesChange =>
  (notes) => ({ ...notes, waivers: [...notes.waivers, waiver(id)] });

interface Desk {
  readonly machine: Machine;
  readonly keeper: NoteKeeper;
  readonly shown: () => string[];
}

function desk(host: Host): Desk {
  const machine = startMachine(initialState("zh", "2025-06-20"));
  const keeper = noteKeeper(host, machine, () => Promise.resolve(engine));
  return { machine, keeper, shown: () => machine.state().notes.waivers.map(({ id }) => id) };
}

const OLD = { waivers: JSON.stringify([waiver("old")]) };

function workbook(notes: Readonly<Record<string, string>> = OLD, fileName = "台账.xlsx"): MemoryHost {
  return memoryHost({ fileName, notes, sheets: [{ name: "台账", cells: [] }] });
}

async function keptIn(host: Host): Promise<string[]> {
  return (JSON.parse((await host.readNote("waivers")) ?? "[]") as Waiver[]).map(({ id }) => id);
}

it("shows what the workbook holds, and keeps what is changed", async () => {
  const host = workbook();
  const { keeper, shown } = desk(host);
  expect(await keeper.read()).toBe(true);
  expect(shown()).toEqual(["old"]);
  const kept = keeper.keep(waive("new"));
  expect(shown()).toEqual(["old", "new"]);
  expect(await kept).toBe(true);
  expect(await keptIn(host)).toEqual(["old", "new"]);
});

it("does not lose a change to a reading that was under way, nor the reading to the change", async () => {
  const host = workbook();
  const { keeper, shown } = desk(host);
  const done = [keeper.read(), keeper.keep(waive("one")), keeper.read(), keeper.keep(waive("two")), keeper.read()];
  expect(await Promise.all(done)).toEqual([true, true, true, true, true]);
  expect(shown()).toEqual(["old", "one", "two"]);
  expect(await keptIn(host)).toEqual(["old", "one", "two"]);
});

it("reads before it writes: what could not be read at first is not overwritten", async () => {
  const host = workbook();
  const busy = { now: true };
  const { keeper, shown } = desk({
    ...host,
    readNote: (key) => (busy.now ? Promise.reject(new Error("busy")) : host.readNote(key)),
  });
  expect(await keeper.read()).toBe(false);
  busy.now = false;
  expect(await keeper.keep(waive("new"))).toBe(true);
  expect(shown()).toEqual(["old", "new"]);
  expect(await keptIn(host)).toEqual(["old", "new"]);
});

it("keeps in the pane what the workbook did not take, over any reading, and gives it to the workbook with the next change", async () => {
  const host = workbook();
  const locked = { now: true };
  const { keeper, shown } = desk({
    ...host,
    writeNote: (key, text) => (locked.now ? Promise.reject(new Error("locked")) : host.writeNote(key, text)),
  });
  await keeper.read();
  expect(await keeper.keep(waive("one"))).toBe(false);
  await keeper.read();
  expect(shown()).toEqual(["old", "one"]);
  locked.now = false;
  expect(await keeper.keep(waive("two"))).toBe(true);
  expect(await keptIn(host)).toEqual(["old", "one", "two"]);
});

it("says that a host without notes keeps none, and shows them while the workbook stays in front", async () => {
  const host = memoryHost({ fileName: "台账.xlsx", sheets: [{ name: "台账", cells: [] }], cannot: ["notes"] });
  const { keeper, shown } = desk(host);
  expect(await keeper.read()).toBe(true);
  expect(await keeper.keep(waive("one"))).toBe(false);
  await keeper.read();
  expect(shown()).toEqual(["one"]);
});

it("leaves what one workbook did not take out of the next", async () => {
  const [first, second] = [workbook(), workbook({}, "另一份.xlsx")];
  const front = { host: first };
  const { keeper, shown } = desk({
    ...first,
    fileName: () => front.host.fileName(),
    readNote: (key) => front.host.readNote(key),
    writeNote: () => Promise.reject(new Error("locked")),
  });
  await keeper.read();
  await keeper.keep(waive("one"));
  front.host = second;
  await keeper.read();
  expect(shown()).toEqual([]);
});
