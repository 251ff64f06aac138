/** Which channels a project could try, and the capital that it must bring. */
import { capitalMinimum, capitalVerdict } from "../../src/policy/capital";
import { matchChannel, matchChannels, type ProjectFacts } from "../../src/policy/channels";
import { makeJudge } from "../../src/policy/classify";
import { diffPacks } from "../../src/policy/diff";
import { packInForce, shippedPacks } from "../../src/policy/load";
import type { Channel } from "../../src/policy/pack";

const { pack } = packInForce("2025-06-20");
const judge = makeJudge(pack);

function channel(id: string): Channel {
  const found = pack.channels.find((each) => each.id === id);
  if (!found) throw new Error(id);
  return found;
}

function kinds(id: string, facts: Omit<ProjectFacts, "judgement"> & { readonly name: string }): string[] {
  const { reasons } = matchChannel(pack, channel(id), { ...facts, judgement: judge(facts.name) }, "2025-06-20");
  return reasons.filter(({ speaks }) => speaks === "against").map(({ kind }) => kind);
}

test.each([
  ["nothing against a hospital that earns", { name: "县中医院住院楼", revenue: true, coverage: 1.3 }, []],
  ["a negative class", { name: "县政府办公楼" }, ["negative", "areaUnknown"]],
  ["too little cover", { name: "县中医院住院楼", coverage: 1.05 }, ["coverageShort"]],
  ["no revenue at all", { name: "县中医院住院楼", revenue: false }, ["noRevenue"]],
  [
    "none of the alternatives done",
    { name: "县中医院住院楼", stageId: "apply", done: new Set(["site" as const]) },
    ["procedureMissing"],
  ],
  [
    "one of the alternatives done",
    { name: "县中医院住院楼", stageId: "apply", done: new Set(["record" as const]) },
    [],
  ],
  ["a stated area goes before the judged one", { name: "县中医院住院楼", area: "能源" }, []],
])("special bonds, %s", (_what, facts, expected) => {
  expect(kinds("special-bond", facts)).toEqual(expected);
});

test("grants that exclude each other are said", () => {
  expect(kinds("central-subsidy", { name: "县中医院住院楼", held: ["central-interest"] })).toContain("excludes");
});

test("a project that earns is pointed away from the channel for those that do not", () => {
  expect(kinds("general-bond", { name: "县中医院住院楼", revenue: true })).toEqual(["noRevenue"]);
});

test("what fits comes first, the state's money before one's own, each with its clause", () => {
  const matches = matchChannels(pack, { judgement: judge("县城污水处理厂"), coverage: 1.2 }, "2025-06-20");
  expect(matches[0]).toMatchObject({ channel: { id: "special-bond" }, fits: true });
  const own = matches.findIndex(({ channel: { id } }) => id === "own-funds");
  expect(matches.slice(0, own).every(({ fits }) => fits)).toBe(true);
  expect(matches.flatMap(({ reasons }) => reasons).every(({ basis }) => basis.document !== "")).toBe(true);
});

test("a window that is open speaks for a channel, one that has closed against it", () => {
  const basis = { document: "申报通知" };
  const windows = [{ opens: "2025-06-01", closes: "2025-06-25", basis, confidence: "H" as const }];
  const facts = { judgement: judge("县城污水处理厂") };
  const open = matchChannel(pack, { ...channel("special-bond"), windows }, facts, "2025-06-20");
  expect(open.reasons.find(({ kind }) => kind === "windowOpen")).toMatchObject({ speaks: "for", says: "2025-06-25" });
  expect(matchChannel(pack, { ...channel("special-bond"), windows }, facts, "2025-06-26").fits).toBe(false);
});

test.each([
  [["高速公路工程"], 0.2, "rail-road"],
  [["水泥熟料生产线"], 0.35, "cement"],
  [["支线机场"], 0.25, "airport"],
  [["社会事业", "县中医院"], 0.2, "shortfall"],
  [["没有说的"], 0.2, "other"],
])("the capital of %j is at least %f", (texts, minimum, id) => {
  expect(capitalMinimum(pack, texts)).toMatchObject({ minimum, id });
});

test.each([
  [0.2, "enough"],
  [0.19996, "enough"],
  [0.17, "reducible"],
  [0.1499, "short"],
])("a share of %f for a road is %s", (share, verdict) => {
  const road = capitalMinimum(pack, ["公路"]);
  expect(road && capitalVerdict(share, road)).toBe(verdict);
});

test("two packs are told apart entry by entry", () => {
  const [before, after] = shippedPacks();
  if (!before || !after) throw new Error("two packs ship");
  const changes = diffPacks(before, after);
  expect(changes).toContainEqual(expect.objectContaining({ kind: "gone", part: "targets", entry: "reserve-2025-h1" }));
  expect(changes).toContainEqual(expect.objectContaining({ kind: "added", part: "procedures", entry: "site-21" }));
  expect(changes).toContainEqual(
    expect.objectContaining({ kind: "changed", part: "procedures", entry: "site", path: "to", after: "2026-05-26" }),
  );
  expect(diffPacks(before, before)).toEqual([]);
});
