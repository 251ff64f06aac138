import fc from "fast-check";
import type { Finding } from "../../src/findings/finding";
import {
  filterItems,
  groupItems,
  isTouched,
  layFlat,
  mendable,
  NO_FILTER,
  stepFrom,
  walkOf,
  type Item,
} from "../../taskpane/items";

function item(code: string, at: string, more: Partial<Finding> = {}): Item {
  const row = Number(/\d+$/.exec(at)?.[0]);
  const finding: Finding = {
    id: code + at,
    code,
    severity: "error",
    file: "甲.xlsx",
    sheet: "台账",
    row,
    cells: [at],
    field: "channel",
    fields: ["channel"],
    args: {},
    basis: { document: "某办法", confidence: "H" },
    project: `项目${String(row)}`,
    files: [],
    ...more,
  };
  return { key: finding.id + (finding.sheet ?? ""), finding, ledger: null, fix: null, isNew: false };
}

const FOUND = [
  item("C201", "G4"),
  item("F105", "H4", { severity: "hint", field: "startPlanned" }),
  item("C201", "G9"),
  item("F102", "F12", { severity: "warning", field: "totalInvestment" }),
  item("C201", "G5", { sheet: "另一张" }),
];

const keys = (items: readonly Item[]): string[] => items.map(({ finding }) => finding.cells[0] ?? "");

test("nothing chosen shows all; severities chosen add up", () => {
  expect(filterItems(FOUND, NO_FILTER)).toBe(FOUND);
  expect(keys(filterItems(FOUND, { ...NO_FILTER, severities: new Set(["warning", "hint"]) }))).toEqual(["H4", "F12"]);
});

test.each([
  ["rule", ["C201", "F102", "F105"]],
  ["column", ["channel", "totalInvestment", "startPlanned"]],
] as const)("groups by %s stand gravest first", (by, ids) => {
  expect(groupItems(FOUND, by).map(({ id }) => id)).toEqual(ids);
});

test("within a group the gravest stand first, those alike as on the sheet", () => {
  const mixed = [
    item("C203", "G4", { severity: "warning" }),
    item("C203", "G7"),
    item("C203", "G9", { severity: "warning" }),
    item("C203", "G12"),
  ];
  expect(groupItems(mixed, "rule").map(({ items }) => keys(items))).toEqual([["G7", "G12", "G4", "G9"]]);
});

test("a project's findings stand together, and alike rows of two sheets are two projects", () => {
  expect(groupItems(FOUND, "project").map(({ items }) => keys(items))).toEqual([["G4", "H4"], ["G9"], ["G5"], ["F12"]]);
});

test("what stops a submission is open, the rest folds once there is much of it, and the user's word counts", () => {
  const many = [
    ...FOUND,
    ...Array.from({ length: 30 }, (_, row) => item("F105", `H${String(row + 20)}`, { severity: "hint" })),
  ];
  const heads = (toggled: ReadonlyMap<string, boolean>): [string, boolean][] =>
    layFlat(groupItems(many, "rule"), "rule", toggled).flatMap((entry) =>
      entry.is === "group" ? [[entry.group.id, entry.open]] : [],
    );
  expect(heads(new Map())).toEqual([
    ["C201", true],
    ["F102", false],
    ["F105", false],
  ]);
  expect(
    heads(
      new Map([
        ["C201", false],
        ["F105", true],
      ]),
    ),
  ).toEqual([
    ["C201", false],
    ["F102", false],
    ["F105", true],
  ]);
});

describe("next and previous", () => {
  const walk = walkOf(groupItems(FOUND, "rule"), "台账");
  const step = (direction: 1 | -1, chosen: Item | null, at: string | null): string | undefined =>
    stepFrom(walk, direction, chosen, at === null ? null : { sheet: "台账", at })?.finding.cells[0];

  test("stay on the sheet and follow the order of the list", () => {
    expect(keys(walk)).toEqual(["G4", "G9", "F12", "H4"]);
  });

  test("go on from the chosen finding while its cell is active", () => {
    expect(step(1, FOUND[0] ?? null, "G4")).toBe("G9");
    expect(step(-1, FOUND[2] ?? null, "G9")).toBe("G4");
  });

  test("start from the active cell where the user has gone elsewhere", () => {
    expect(step(1, FOUND[0] ?? null, "A6")).toBe("G9");
    expect(step(1, null, "H4")).toBe("H4");
    expect(step(-1, null, "A12")).toBe("G9");
  });

  test("without an active cell begin at the beginning or the end", () => {
    expect(step(1, null, null)).toBe("G4");
    expect(step(-1, null, null)).toBe("H4");
  });

  test("end where the list ends", () => {
    expect(step(1, FOUND[1] ?? null, "H4")).toBeUndefined();
    expect(step(-1, null, "A1")).toBeUndefined();
  });
});

test("walking on from the first comes by every finding of the sheet once, however they lie and are grouped", () => {
  const anywhere = fc.record({
    code: fc.constantFrom("C201", "F105", "F102"),
    column: fc.constantFrom("B", "G", "AA"),
    row: fc.integer({ min: 3, max: 12 }),
    severity: fc.constantFrom("error" as const, "warning" as const, "hint" as const),
  });
  const unique = fc.uniqueArray(anywhere, {
    selector: ({ code, column, row }) => code + column + String(row),
    maxLength: 30,
  });
  fc.assert(
    fc.property(unique, fc.constantFrom("rule" as const, "project" as const, "column" as const), (drawn, by) => {
      const found = drawn.map(({ code, column, row, severity }) => item(code, column + String(row), { severity }));
      const walk = walkOf(groupItems(found, by), "台账");
      const met: Item[] = [];
      let at = stepFrom(walk, 1, null, null);
      while (at && met.length <= found.length) {
        met.push(at);
        at = stepFrom(walk, 1, at, { sheet: "台账", at: at.finding.cells[0] ?? "" });
      }
      expect(met).toEqual(walk);
      expect(new Set(met).size).toBe(found.length);
    }),
  );
});

test.each([
  [{ sheet: "台账", at: "G4" }, true],
  [{ sheet: "台账", at: "F3:H8" }, true],
  [{ sheet: "台账", at: "H4" }, false],
  [{ sheet: "台账", at: "4:4" }, true],
  [{ sheet: "台账", at: null }, true],
  [{ sheet: null, at: null }, true],
  [{ sheet: "另一张", at: "G4" }, false],
])("a change at %j touches a finding on 台账!G4: %s", (change, touched) => {
  expect(isTouched(item("C201", "G4"), [change])).toBe(touched);
});

describe("what one write may mend", () => {
  const safe = (code: string, at: string, put: string): Item => ({
    ...item(code, at),
    fix: { kind: "safe", edits: [{ sheet: "台账", at, was: "旧", put }] },
  });
  const choice: Item = {
    ...item("C202", "G4"),
    fix: { kind: "choice", choices: [{ label: "自筹", edits: [{ sheet: "台账", at: "G4", was: "旧", put: "自筹" }] }] },
  };

  test("is safe, of whatever rule", () => {
    const items = [safe("F110", "H4", "甲"), choice, item("F101", "A4"), safe("F115", "D5", "乙")];
    expect(keys(mendable(items))).toEqual(["H4", "D5"]);
  });

  test("never writes one cell twice, and leaves out nothing that it could write", () => {
    const cells = fc.constantFrom("A1", "A2", "B1", "B2");
    fc.assert(
      fc.property(fc.array(fc.tuple(cells, fc.constantFrom("甲", "乙"))), (wanted) => {
        const mended = keys(mendable(wanted.map(([at, put], index) => safe(`F${String(index)}`, at, put))));
        expect(mended).toEqual([...new Set(wanted.map(([at]) => at))]);
      }),
    );
  });
});
