/** The project's own table of names: areas, negative classes and traps of every kind, all of its own making. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeJudge } from "../../src/policy/classify";
import { shippedPacks } from "../../src/policy/load";
import { withFrameWeight } from "./areasMain";
import { areaReport, foldChoices, readCases, scoreAreas, wilson } from "./areas";

const csv = readFileSync(join(__dirname, "areas.csv"), "utf8");
const cases = readCases(csv);

test.each(shippedPacks().map((pack) => [pack.id, pack] as const))(
  "%s tells areas and negative classes apart",
  (_id, pack) => {
    const score = scoreAreas(cases, makeJudge(pack));
    expect(cases.length).toBeGreaterThan(400);
    expect(score.right / score.ofAreas).toBeGreaterThanOrEqual(0.95);
    expect(score.negative.f1).toBeGreaterThanOrEqual(0.95);
  },
);

test.each([
  ["areas-blind.csv", 300],
  // The first half of it was scored, then what was general mended, then the second half scored: 97.8 % and F1 95.5.
  ["areas-blind-second.csv", 400],
  // The same again with a third author's: the second half, scored once and never read, came to 96.7 % and F1 97.6.
  ["areas-blind-third.csv", 500],
  // A fourth author's; this half was read and what was general in it mended. The other half, scored once and never read: 98.7 % and F1 100.
  ["areas-blind-fourth.csv", 250],
])("names written by somebody who had not looked at the words are told apart too: %s", (file, least) => {
  const pack = shippedPacks()[0];
  if (!pack) throw new Error("no pack ships");
  const blind = readCases(readFileSync(join(__dirname, file), "utf8"));
  const score = scoreAreas(blind, makeJudge(pack));
  expect(blind.length).toBeGreaterThan(least);
  expect(score.right / score.ofAreas).toBeGreaterThanOrEqual(0.95);
  expect(score.negative.f1).toBeGreaterThanOrEqual(0.95);
  expect(areaReport(score)).toMatch(/95% 区间[^]*混淆表|混淆表[^]*95% 区间/);
});

test("the weight of a stated strategy holds on names that it was not chosen on", () => {
  const pack = shippedPacks()[0];
  if (!pack) throw new Error("no pack ships");
  const known = [...cases, ...readCases(readFileSync(join(__dirname, "areas-blind.csv"), "utf8"))];
  const folded = foldChoices(known, (weight) => makeJudge(withFrameWeight(pack, weight)), [4, 6], 5);
  expect(folded.chosen.every((weight) => weight === 6)).toBe(true);
  expect(folded.right / folded.of).toBeGreaterThanOrEqual(0.95);
});

test("the table has every area, every negative class and traps", () => {
  const pack = shippedPacks()[0];
  const classes = new Set(cases.map(({ area }) => area));
  expect([...classes].sort()).toEqual(
    [...(pack?.areas ?? []), ...(pack?.negatives ?? [])].map(({ name }) => name).sort(),
  );
  expect(cases.filter(({ kind }) => kind === "trap").length).toBeGreaterThan(40);
});

test("a judge that knows nothing scores nothing, and the report says so", () => {
  const ignorant = scoreAreas(cases, () => ({ area: { is: null, by: [], margin: 0, next: null }, negative: null }));
  expect(ignorant.right).toBe(0);
  expect(ignorant.negative).toMatchObject({ found: 0, falselyNamed: 0, f1: 0 });
  expect(areaReport(ignorant)).toContain("领域准确率 0.0%");
});

test("only sure rows count where the table says which are sure", () => {
  expect(readCases("name,area,kind,sure\n甲,能源,area,1\n乙,能源,area,0\n").map(({ name }) => name)).toEqual(["甲"]);
  expect(readCases('name,area\n"甲,乙",楼堂馆所\n')).toEqual([{ name: "甲,乙", area: "楼堂馆所", kind: "negative" }]);
});

test("Wilson's interval holds the share and narrows with the number of cases", () => {
  const [low, high] = wilson(95, 100);
  expect(low).toBeCloseTo(0.8882, 3);
  expect(high).toBeCloseTo(0.9785, 3);
});

test("a margin chosen on other folds is scored on names that it was not chosen on", () => {
  const named = (is: string | null) => ({ area: { is, by: [], margin: 0, next: null }, negative: null });
  const few = ["甲", "乙", "丙", "丁"].map((name) => ({ name, area: "能源", kind: "area" as const }));
  const folded = foldChoices(
    few,
    (margin) => (name) => named(margin === 0 || name === "甲" ? "能源" : null),
    [0, 0.1],
    2,
  );
  expect(folded).toEqual({ folds: 2, chosen: [0, 0], right: 4, of: 4 });
});
