/** Packs from JSON: the shipped ones hold together, and a fault is named by place, entry and remedy. */
import { extendPack } from "../../src/policy/extend";
import { loadPack, packInForce, shippedPacks, type PackError } from "../../src/policy/load";
import county2025 from "../../src/policy/packs/county-2025.json";

function errorsOf(source: unknown): readonly PackError[] {
  const loaded = loadPack(source);
  return "errors" in loaded ? loaded.errors : [];
}

/** The shipped document with one change. */
function changed(change: (document: typeof county2025) => unknown): string {
  const document = structuredClone(county2025);
  change(document);
  return JSON.stringify(document, null, 2);
}

test("every shipped pack loads", () => {
  expect(shippedPacks().map(({ id }) => id)).toContain("county-2025");
  expect(errorsOf(county2025)).toEqual([]);
});

test("every entry of the shipped packs says where it comes from", () => {
  for (const pack of shippedPacks()) {
    const entries = [
      ...pack.channels,
      ...pack.areas,
      ...pack.negatives,
      ...pack.procedures,
      ...pack.stages,
      ...pack.targets,
    ];
    for (const { id, basis, confidence } of entries) {
      expect({ id, document: basis.document.length > 0, confidence }).toEqual({
        id,
        document: true,
        confidence: expect.stringMatching(/^[HMLD]$/),
      });
    }
  }
});

test("the county's own figures are those of the speech", () => {
  const { pack } = packInForce("2025-06-20");
  expect(pack.targets[0]).toMatchObject({ count: 30, wan: 500_000, by: "2025-06-30", confidence: "H" });
  expect(pack.areas).toHaveLength(11);
  expect(pack.areaSets[0]?.areas).toHaveLength(9);
});

const FAULTS: readonly [
  what: string,
  change: (document: typeof county2025) => unknown,
  path: string,
  entry: string | null,
  says: RegExp,
][] = [
  [
    "a text where a number belongs",
    (d) => Object.assign(d.channels[0] ?? {}, { coverage: "1.1" }),
    "channels[0].coverage",
    "专项债券",
    /数字/,
  ],
  ["a missing name", (d) => Object.assign(d.stages[1] ?? {}, { name: undefined }), "stages[1].name", "reserve", /缺少/],
  [
    "a day that is none",
    (d) => Object.assign(d.targets[0] ?? {}, { by: "2025年6月底" }),
    "targets[0].by",
    "新增储备项目",
    /日期/,
  ],
  ["a misspelt key", (d) => Object.assign(d.areas[3] ?? {}, { wrods: [] }), "areas[3].wrods", "生态环保", /不认得/],
  [
    "a text where a list of texts belongs",
    (d) => Object.assign(d.areas[3] ?? {}, { misleading: "生态城" }),
    "areas[3].misleading",
    "生态环保",
    /不是列表/,
  ],
  [
    "a number among texts",
    (d) => Object.assign(d.areas[3] ?? {}, { misleading: ["生态城", 7] }),
    "areas[3].misleading[1]",
    "生态环保",
    /不是文字/,
  ],
  [
    "a list that is missing",
    (d) => Object.assign(d.areas[3]?.words[0] ?? {}, { words: undefined }),
    "areas[3].words[0].words",
    "生态环保",
    /缺少/,
  ],
  [
    "a confidence that there is not",
    (d) => Object.assign(d.edges[0] ?? {}, { confidence: "X" }),
    "edges[0].confidence",
    "proposal-feasibility",
    /可选值/,
  ],
  [
    "an area that is not listed",
    (d) => d.channels[0]?.areas?.push("房地产"),
    "channels[0].areas[11]",
    "专项债券",
    /房地产/,
  ],
  [
    "more areas than words can be kept for",
    (d) =>
      d.areas.push(
        ...(Array.from({ length: 33 - d.areas.length - d.negatives.length }, (_, at) => ({
          ...(d.areas[0] ?? d.areas[10]),
          id: `area-${String(at)}`,
        })) as typeof d.areas),
      ),
    "areas",
    null,
    /多于 32 条/,
  ],
  ["an id used twice", (d) => Object.assign(d.stages[1] ?? {}, { id: "plan" }), "stages[1].id", "储备", /两次/],
  ["days the wrong way round", (d) => Object.assign(d, { to: "2024-12-31" }), "to", null, /早于/],
  [
    "procedures in a circle",
    (d) =>
      d.edges.push({
        ...structuredClone(d.edges[0]),
        id: "x",
        before: "design",
        after: "proposal",
      } as (typeof d.edges)[0]),
    expect.stringMatching(/^edges\[/) as unknown as string,
    expect.anything() as unknown as string,
    /圈/,
  ],
];

test.each(FAULTS)("%s is named by line, path, entry and remedy", (_what, change, path, entry, says) => {
  const text = changed(change);
  const [error] = errorsOf(text);
  expect(error).toMatchObject({ path, entry, message: expect.stringMatching(says) as string });
  expect(error?.remedy).not.toBe("");
  expect(error?.line).toBeGreaterThan(0);
  expect(error?.message).toContain(`第 ${String(error?.line)} 行`);
});

test("the line is the one on which the faulty value stands", () => {
  const text = changed((document) => Object.assign(document.channels[0] ?? {}, { coverage: "1.1" }));
  const [error] = errorsOf(text);
  expect(text.split("\n")[(error?.line ?? 0) - 1]).toContain('"coverage": "1.1"');
});

test.each([
  ["text that is no JSON", '{\n"id": "x",\n}', 3],
  ["a list", "[]", 1],
])("%s is refused with its line", (_what, text, line) => {
  expect(errorsOf(text)[0]).toMatchObject({ line });
});

test("a pack in force is found by its days, else the nearest, which is said", () => {
  expect(packInForce("2025-06-20")).toMatchObject({ inForce: true, pack: { id: "county-2025" } });
  expect(packInForce("2019-01-01")).toMatchObject({ inForce: false, pack: { id: "county-2025" } });
});

test("a pack that extends another says only what differs", () => {
  const loaded = loadPack({
    extends: "county-2025",
    id: "county-own",
    title: "本县",
    targets: [{ ...county2025.targets[0], count: 40 }],
    drop: { channels: ["two-new"] },
    rules: { P304: { numbers: { workdays: 8 } } },
  });
  if ("errors" in loaded) throw new Error(loaded.errors[0]?.message);
  expect(loaded.pack).toMatchObject({ id: "county-own", version: "2025.1" });
  expect(loaded.pack.targets[0]?.count).toBe(40);
  expect(loaded.pack.channels.map(({ id }) => id)).not.toContain("two-new");
  expect(loaded.pack.rules["P304"]?.numbers).toEqual({ workdays: 8 });
  expect(loaded.pack.rules["F112"]?.numbers).toEqual({ wan: 3000 });
});

test("a fault in an extending pack is named by its own place", () => {
  const target = { ...county2025.targets[0], id: "own", count: "四十" };
  expect(errorsOf({ extends: "county-2025", id: "own", targets: [target] })[0]).toMatchObject({
    path: "targets[0].count",
  });
  expect(errorsOf({ extends: "county-1999", id: "own" })[0]).toMatchObject({ path: "extends" });
});

test("entries are replaced where they stand and added at the end", () => {
  const base = { list: [{ id: "a" }, { id: "b" }], keep: 1 };
  expect(extendPack(base, { list: [{ id: "b", x: 1 }, { id: "c" }] }).json).toEqual({
    list: [{ id: "a" }, { id: "b", x: 1 }, { id: "c" }],
    keep: 1,
  });
});
