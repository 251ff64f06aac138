import { initialState, reduce, type Action, type Checked, type PaneState } from "../../taskpane/state";
import type { Item } from "../../taskpane/items";
import { NO_NOTES } from "../../taskpane/notes";

const start = initialState("zh", "2025-06-20");
const after = (...actions: Action[]): PaneState => actions.reduce(reduce, start);
const edits = [{ sheet: "台账", at: "D5", was: "4300", put: 4300 }];

test("a severity pressed twice is as if never pressed", () => {
  const pressed = after({ do: "filterBy", severity: "error" }, { do: "filterBy", severity: "hint" });
  expect([...pressed.filter.severities]).toEqual(["error", "hint"]);
  expect(
    reduce(reduce(pressed, { do: "filterBy", severity: "error" }), { do: "filterBy", severity: "hint" }).filter,
  ).toEqual(start.filter);
});

test("writes are taken back last first, and what is kept is no longer offered", () => {
  const [first, second] = [{ edits }, { edits: [...edits, ...edits] }];
  const wrote = after({ do: "wrote", written: first }, { do: "wrote", written: second });
  expect(reduce(wrote, { do: "undid" })).toMatchObject({ written: [first], notice: { is: "undone", count: 2 } });
  expect(reduce(wrote, { do: "keepWrite" })).toMatchObject({ written: [first], notice: null });
});

test("a new way of grouping forgets what was folded, other notes do not", () => {
  const folded = after({ do: "toggleGroup", id: "C201", open: false });
  expect(reduce(folded, { do: "note", notes: { ...NO_NOTES, waivedBy: "王某" } }).toggled.get("C201")).toBe(false);
  expect(reduce(folded, { do: "note", notes: { ...NO_NOTES, groupBy: "column" } }).toggled.size).toBe(0);
});

test("choosing a finding opens its group and puts away form and notice", () => {
  const item = { key: "a", finding: { code: "C201" } } as Item;
  const state = after(
    { do: "toggleGroup", id: "C201", open: false },
    { do: "say", notice: { is: "cannotGo" } },
    { do: "lay", sheetlet: { is: "waive", item } },
    { do: "choose", item },
  );
  expect(state).toMatchObject({ chosen: item, notice: null, sheetlet: null });
  expect(state.toggled.get("C201")).toBe(true);
});

describe("what was chosen while it was being checked", () => {
  const item = { key: "a", finding: { code: "C201", id: "a" } } as Item;
  const now = { ...item, isNew: true };
  const checked = (...items: Item[]): Action => ({ do: "checked", checked: { items } as unknown as Checked });

  test("is chosen at the end as it is found then", () => {
    expect(after({ do: "choose", item }, checked(now)).chosen).toBe(now);
  });

  test("is not taken for solved where the first check does not find it at its end, as after a later one", () => {
    expect(after({ do: "choose", item }, checked()).chosen).toBeNull();
    expect(after(checked(now), { do: "choose", item: now }, checked()).chosen).toBe(now);
  });
});

test("no action changes the state that it was given", () => {
  const frozen = Object.freeze(start);
  const actions: Action[] = [
    { do: "filterBy", severity: "error" },
    { do: "toggleGroup", id: "C201", open: true },
    { do: "postpone", question: "台账|3" },
    { do: "wrote", written: { edits } },
    { do: "showPage", page: "more" },
  ];
  const before = JSON.stringify(frozen);
  for (const action of actions) expect(reduce(frozen, action)).not.toBe(frozen);
  expect(JSON.stringify(frozen)).toBe(before);
  expect([start.filter.severities.size, start.toggled.size, start.postponed.size]).toEqual([0, 0, 0]);
});
