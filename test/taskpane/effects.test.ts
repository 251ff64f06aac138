/** What the pane does to the world, without the pane: what is said of it, and what ends with it. */
import { memoryHost, type MemoryHost } from "../../src/hosts/memory";
import type { Host, HostChange } from "../../src/sheet/host";
import { paneEffects, type Effects } from "../../taskpane/effects";
import type { Hand } from "../../taskpane/hand";
import { startMachine, type Machine } from "../../taskpane/machine";
import { initialState, type PaneState } from "../../taskpane/state";
import { aWhile, until } from "../until";
import { CLEAN, FAULTY, longLedger } from "./ledgers";

const NOON = new Date(2025, 5, 20, 10, 32);

interface Pane {
  readonly machine: Machine;
  readonly effects: Effects;
  readonly stop: () => void;
}

async function paneOver(host: Host): Promise<Pane> {
  const machine = startMachine(initialState("zh", "2025-06-20"));
  const effects = paneEffects(host, machine, () => NOON);
  const stop = effects.start({ checkAtOnce: true });
  await reached(machine, ({ checked }) => checked !== null);
  return { machine, effects, stop };
}

function reached(machine: Machine, holds: (state: PaneState) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!holds(machine.state())) return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = machine.subscribe(look);
    look();
  });
}

function ledger(cells = CLEAN): MemoryHost {
  return memoryHost({ fileName: "台账.xlsx", sheets: [{ name: "台账", cells }] });
}

const locked = (host: MemoryHost): Host => ({ ...host, writeNote: () => Promise.reject(new Error("locked")) });

describe("where the workbook takes no note", () => {
  it.each([
    ["the last submission", (effects: Effects) => effects.markSubmitted()],
    ["an added sheet", (effects: Effects) => effects.addSheet({ name: "校核报告", cells: [["一"]] })],
  ])("nobody is told that %s was kept", async (_what, act) => {
    const { machine, effects, stop } = await paneOver(locked(ledger()));
    const said: string[] = [];
    machine.subscribe(() => said.push(machine.state().notice?.is ?? ""));
    act(effects);
    await reached(machine, ({ notice }) => notice !== null);
    await aWhile(500);
    expect(machine.state().notice).toEqual({ is: "notKept" });
    expect(said).not.toContain("submitted");
    expect(said).not.toContain("sheetsAdded");
    stop();
  });

  it("what was put off stays put off when the clerk comes back from another sheet", async () => {
    const heard: ((change: HostChange) => void)[] = [];
    const watch: Host["watch"] = (listener) => {
      heard.push(listener);
      return () => undefined;
    };
    const { machine, effects, stop } = await paneOver({ ...locked(ledger(FAULTY)), watch });
    const item = machine.state().checked?.items[0];
    const { id, code } = item?.finding ?? { id: "", code: "" };
    effects.waive({ id, code, reason: "待补", by: "王芳", until: "2025-12-31" });
    await reached(
      machine,
      ({ checked }) => checked !== null && !checked.items.some(({ finding }) => finding.id === id),
    );
    const before = machine.state().checked;
    for (const listener of heard) listener({ sheet: null, at: null });
    // The notes are read again, and then the ledger is judged again.
    await reached(machine, ({ checked }) => checked !== before);
    expect(machine.state().notes.waivers.map((waiver) => waiver.id)).toEqual([id]);
    stop();
  });
});

it("gives up a check that is under way for the next one", async () => {
  const signals: (AbortSignal | undefined)[] = [];
  const host = ledger();
  const { machine, effects, stop } = await paneOver({
    ...host,
    read(sheet, options) {
      signals.push(options?.signal);
      return host.read(sheet, options);
    },
  });
  const before = machine.state().checked;
  effects.check();
  effects.check();
  await reached(machine, ({ checked }) => checked !== before);
  await aWhile();
  expect(signals.slice(0, -1).every((signal) => signal === signals[0] || signal?.aborted === true)).toBe(true);
  expect(signals.at(-1)?.aborted).toBe(false);
  expect(machine.state().work).toEqual({ is: "none" });
  stop();
});

it.each([
  [1, []],
  [2, ["cannotGo"]],
])("goes to a cell once more where it did not arrive, and says so after %i failures", async (failures, said) => {
  const host = ledger();
  let left = failures;
  const { machine, effects, stop } = await paneOver({
    ...host,
    goTo: (place) => (left-- > 0 ? Promise.resolve() : host.goTo(place)),
  });
  effects.jump({ sheet: "台账", at: "B3" });
  await until(async () => machine.state().notice !== null || (await host.selection())?.at === "B3");
  await aWhile();
  expect([machine.state().notice?.is].filter((is) => is !== undefined)).toEqual(said);
  stop();
});

it("hears nothing any more when the pane is taken away", async () => {
  const host = ledger();
  const { machine, effects, stop } = await paneOver(host);
  stop();
  const before = machine.state();
  host.type("台账", "B3", "改了");
  effects.check();
  await aWhile(500);
  expect(machine.state()).toBe(before);
});

describe("while the hand presses something in the pane", () => {
  interface HeldHand {
    readonly hand: Hand;
    /** Whether a check waits for nothing but the hand. */
    readonly isAsked: () => boolean;
    readonly letGo: () => void;
  }

  function heldHand(): HeldHand {
    const waiting: (() => void)[] = [];
    let isBusy = true;
    const rests = (): Promise<void> => (isBusy ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve());
    const letGo = (): void => {
      isBusy = false;
      for (const goOn of waiting) goOn();
    };
    return { hand: { isBusy: () => isBusy, rests, end: letGo }, isAsked: () => waiting.length > 0, letGo };
  }

  function heldPane(host: Host): Pane & Omit<HeldHand, "hand"> {
    const { hand, isAsked, letGo } = heldHand();
    let seconds = 0;
    const machine = startMachine(initialState("zh", "2025-06-20"));
    const effects = paneEffects(host, machine, () => new Date(NOON.getTime() + 1000 * seconds++), hand);
    return { machine, effects, stop: effects.start({ checkAtOnce: true }), isAsked, letGo };
  }

  it("the first check shows that it has begun, but neither how far it is nor its end before the hand rests", async () => {
    const { machine, stop, isAsked, letGo } = heldPane(ledger(longLedger(600)));
    const shown = new Set<PaneState["work"]>();
    machine.subscribe(() => shown.add(machine.state().work));
    await until(isAsked);
    await aWhile();
    expect(machine.state().checked).toBeNull();
    expect([...shown].every((work) => work.is === "checking" && work.of === null)).toBe(true);
    letGo();
    await reached(machine, ({ checked, work }) => checked !== null && work.is === "none");
    stop();
  });

  it("a check that has failed leaves the rows where they are until the hand rests", async () => {
    const host = { ...ledger(), read: () => Promise.reject(new Error("gone")) };
    const { machine, stop, isAsked, letGo } = heldPane(host);
    await until(isAsked);
    await aWhile();
    expect(machine.state().notice).toBeNull();
    letGo();
    await reached(machine, ({ notice }) => notice?.is === "failed");
    stop();
  });

  it("a check that is cancelled at its very end has been cancelled", async () => {
    const { machine, effects, stop, isAsked, letGo } = heldPane(ledger());
    await until(isAsked);
    effects.cancel();
    letGo();
    await reached(machine, ({ notice }) => notice?.is === "cancelled");
    expect(machine.state().checked).toBeNull();
    stop();
  });

  it("what is changed before the hand rests is checked anew", async () => {
    const heard: ((change: HostChange) => void)[] = [];
    const host = ledger(FAULTY);
    const watch: Host["watch"] = (listener) => {
      heard.push(listener);
      return () => undefined;
    };
    let reads = 0;
    const read: Host["read"] = (sheet, options) => {
      reads++;
      return host.read(sheet, options);
    };
    const { machine, stop, isAsked, letGo } = heldPane({ ...host, watch, read });
    await until(isAsked);
    for (const listener of heard) listener({ sheet: "台账", at: "F3" });
    await until(() => reads === 2);
    letGo();
    await reached(machine, ({ checked }) => checked !== null);
    stop();
  });
});
