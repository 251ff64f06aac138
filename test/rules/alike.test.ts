/** Rows that share a key: long lists, of which those are struck out first whose mark no other has, are grouped as short ones are. */
import fc from "fast-check";
import { everyProject, grouped, type Placed } from "../../src/rules/alike";
import { ledgerOf } from "./judge";
import { layOut } from "./layOut";

const LONG = 300;
const ROWS = Array.from({ length: LONG }, (_, index) => ({
  name: `第${String(index)}供水工程`,
  department: "水务局",
  totalInvestment: 1000 + index,
}));
const PLACED = everyProject([ledgerOf(layOut(ROWS))]);

function groupedBy(keys: readonly (string | null)[]): Placed[][] {
  const placed = PLACED.slice(0, keys.length);
  const keyOf = new Map(placed.map((each, index) => [each, keys[index] ?? null]));
  return grouped(placed, (each) => keyOf.get(each) ?? null);
}

/** By their texts alone. */
function expected(keys: readonly (string | null)[]): Placed[][] {
  const asked = [...new Set(keys)].filter((key) => key !== null);
  return asked
    .map((key) => PLACED.slice(0, keys.length).filter((_, index) => keys[index] === key))
    .filter((group) => group.length > 1);
}

test("there are as many rows as keys", () => {
  expect(PLACED).toHaveLength(LONG);
});

test("whatever the keys, and however many have none or the same", () => {
  const key = fc.oneof(
    fc.constantFrom(null, "", "a", "同一个项目"),
    fc.nat({ max: 40 }).map((number) => `项目${String(number)}`),
    fc.string({ maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(key, { maxLength: LONG, size: "max" }), (keys) => {
      expect(groupedBy(keys)).toEqual(expected(keys));
    }),
    { numRuns: 60 },
  );
});

test.each<[string, (index: number) => string | null, number]>([
  ["of which none has a", () => null, 0],
  ["of which all have the same", () => "一", 1],
  ["of which each has another", (index) => `项目${String(index)}`, 0],
  [
    "of which the first and the last have the same",
    (index) => (index % (LONG - 1) === 0 ? "一" : `项目${String(index)}`),
    1,
  ],
])("a long list %s key", (_, keyAt, groups) => {
  const keys = Array.from({ length: LONG }, (_each, index) => keyAt(index));
  expect(groupedBy(keys)).toHaveLength(groups);
  expect(groupedBy(keys)).toEqual(expected(keys));
});
