/** A pack as worksheets: nothing is lost on the way out and back, and a clerk's slip is named by sheet, cell and remedy. */
import fc from "fast-check";
import { shippedPacks } from "../../src/policy/load";
import { packSchema, type Pack } from "../../src/policy/pack";
import { documentFromSheets, isPackSheet, type PackSheet, type SheetError } from "../../src/policy/sheets";
import { PACK_TERMS, readPackSheets } from "../../src/report/packSheets";
import { anyPack } from "./packArbitrary";
import { sheetsOf } from "./packSheets";

const [shipped] = shippedPacks();
if (!shipped) throw new Error("no pack ships");

function back(sheets: readonly PackSheet[], base: Pack | null = null): Pack {
  const read = readPackSheets(sheets, base);
  if ("errors" in read) throw new Error(read.errors.map(({ message }) => message).join("\n"));
  return read.pack;
}

test.each(shippedPacks().map((pack) => [pack.id, pack] as const))("%s comes back whole", (_id, pack) => {
  expect(back(sheetsOf(pack))).toEqual(pack);
});

const words = fc
  .string({ unit: fc.constantFrom(...'项目甲乙、，；[]（）无1 "a'), minLength: 1, maxLength: 8 })
  .filter((text) => text.trim() !== "");
const dayIn = (year: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: 364 }).map((days) => new Date(Date.UTC(year, 0, 1 + days)).toISOString().slice(0, 10));
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
const nullable = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });
const basis = fc.record({ document: words, number: optional(words), article: optional(words) });
const confidence = fc.constantFrom("H" as const, "M" as const, "L" as const, "D" as const);
const entry = {
  name: words,
  aliases: fc.array(words),
  from: dayIn(2025),
  to: optional(dayIn(2026)),
  basis,
  confidence,
  note: optional(words),
};
const money = nullable(fc.double({ min: 0, max: 1e7, noNaN: true }).filter((value) => !Object.is(value, -0)));

const target = fc.record({
  ...entry,
  id: words,
  count: nullable(fc.nat(500)),
  wan: money,
  countedFrom: dayIn(2025),
  by: dayIn(2026),
  department: nullable(words),
});
const department = fc.record({ ...entry, id: words, group: words, person: words, phone: words });
const channelChange = fc.record({
  areas: nullable(fc.subarray(shipped.areas.map(({ name }) => name))),
  negative: fc.subarray(shipped.negatives.map(({ id }) => id)),
  needsRevenue: nullable(fc.boolean()),
  coverage: nullable(fc.double({ min: 1, max: 2, noNaN: true })),
  capShare: nullable(fc.double({ min: 0.1, max: 1, noNaN: true })),
  matching: fc.boolean(),
  stateFunds: fc.boolean(),
  suits: words,
  windows: fc.array(fc.record({ opens: dayIn(2025), closes: dayIn(2026), basis, confidence }), { maxLength: 3 }),
  materials: fc.array(fc.record({ name: words, headings: fc.array(words) }), { maxLength: 3 }),
});
const limit = nullable(
  fc.record({ count: fc.nat(120), unit: fc.constantFrom("workday" as const, "day" as const, "month" as const) }),
);
const workdays = fc.dictionary(dayIn(2027), fc.boolean());
const byId = { selector: (item: { id: string }) => item.id };

/** Keys that are undefined are not there, as in any pack that was loaded. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

test("whatever a bureau writes into a pack comes back from its worksheets", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(target, byId),
      fc.uniqueArray(department, byId),
      fc.array(channelChange, { minLength: 1, maxLength: 11 }),
      fc.array(limit, { minLength: 1, maxLength: 17 }),
      workdays,
      optional(dayIn(2027)),
      (targets, roster, channels, limits, days, through) => {
        const pack = plain<Pack>({
          ...shipped,
          targets,
          roster,
          channels: shipped.channels.map((channel, index) => ({ ...channel, ...channels[index] })),
          procedures: shipped.procedures.map((step, index) =>
            index in limits ? { ...step, limit: limits[index] ?? null } : step,
          ),
          workdays: days,
          workdaysThrough: through,
        });
        expect(back(sheetsOf(pack))).toEqual(pack);
      },
    ),
    { numRuns: 40 },
  );
});

test("any pack that the schema allows comes back from its worksheets", () => {
  fc.assert(
    fc.property(anyPack, (pack) => {
      const { document, errors } = documentFromSheets(sheetsOf(pack), null, PACK_TERMS);
      expect(errors).toEqual([]);
      expect(packSchema.parse(document)).toEqual(pack);
    }),
    { numRuns: 150 },
  );
});

test("a workbook with one sheet changes that part, and the rest is the base pack's", () => {
  const sheet = sheetsOf(shipped).find(({ name }) => name === "储备目标");
  if (!sheet) throw new Error("no sheet");
  const [heading = [], row = []] = sheet.rows;
  const changed = row.map((cell, index) => (heading[index] === "个数" ? 45 : cell));
  const pack = back([{ name: "储备目标", rows: [["本县 2025 年目标"], heading, changed, []] }], shipped);
  expect(pack.targets).toEqual([{ ...shipped.targets[0], count: 45 }]);
  expect(pack.channels).toEqual(shipped.channels);
});

test("days come as text of any notation or as Excel's serial numbers", () => {
  const pack = back(
    [
      {
        name: "节假日",
        rows: [
          ["日期", "安排"],
          [46388, "休"],
          ["2027年1月4日", "班"],
          ["2027-12-31", "数据止"],
        ],
      },
    ],
    shipped,
  );
  expect(pack.workdays).toEqual({ "2027-01-01": false, "2027-01-04": true });
  expect(pack.workdaysThrough).toBe("2027-12-31");
});

const SLIPS: readonly [what: string, sheet: string, heading: string, put: string, says: RegExp][] = [
  ["a word for a number", "储备目标", "个数", "三十个", /不是数字/],
  ["a day known to the month only", "储备目标", "完成期限", "2025年6月", /不是日期/],
  ["a blank that must be filled", "储备目标", "名称", "", /未填/],
  ["a unit that there is not", "手续时限", "时限单位", "周", /时限单位/],
  ["an area that is not listed", "资金渠道", "投向领域", "能源、房地产", /房地产/],
  ["a procedure that there is not", "手续时限", "手续", "feasability", /不是手续/],
  ["a confidence that there is not", "手续先后", "可信度", "高", /可信度/],
];

test.each(SLIPS)("%s is named by its cell", (_what, name, heading, put, says) => {
  const sheet = sheetsOf(shipped).find((each) => each.name === name);
  if (!sheet) throw new Error("no sheet");
  const [headings = [], ...rows] = sheet.rows;
  const column = headings.indexOf(heading);
  const slipped = rows.map((row, index) => (index === 0 ? row.map((cell, at) => (at === column ? put : cell)) : row));
  const [error] = errorsOf([{ name, rows: [headings, ...slipped] }]);
  expect(error?.message).toMatch(says);
  expect(error).toMatchObject({ sheet: name, cell: expect.stringMatching(/^[A-Z]+2$/) as string });
  expect(error?.remedy).not.toBe("");
});

test("a sheet without its heading or a needed column says so", () => {
  expect(errorsOf([{ name: "储备目标", rows: [["甲", "乙"]] }])[0]).toMatchObject({ sheet: "储备目标", cell: "A1" });
  expect(
    errorsOf([
      {
        name: "储备目标",
        rows: [
          ["编号", "名称"],
          ["a", "b"],
        ],
      },
    ])[0]?.message,
  ).toContain("起始日");
  expect(
    errorsOf([
      {
        name: "申报材料",
        rows: [
          ["渠道编号", "材料", "表头写法"],
          ["none", "方案", ""],
        ],
      },
    ])[0]?.message,
  ).toContain("none");
});

test("what hangs on a channel is named by its own cell, and a channel by its own", () => {
  const windows = [
    ["渠道编号", "开始日", "截止日", "依据文件", "可信度"],
    ["none", "2025-01-01", "2025-03-31", "通知", "H"],
  ];
  expect(errorsOf([{ name: "申报窗口", rows: windows }])[0]).toMatchObject({ sheet: "申报窗口", cell: "A2" });
  // A second channel of the same number, with the sheets of windows and papers read after it.
  const sheets = sheetsOf(shipped).map((sheet) =>
    sheet.name === "资金渠道" ? { ...sheet, rows: [...sheet.rows, ...sheet.rows.slice(1, 2)] } : sheet,
  );
  const errors = errorsOf(sheets);
  expect(errors.length).toBeGreaterThan(0);
  for (const error of errors) expect(error.sheet).toBe("资金渠道");
});

test("other sheets of the workbook are left alone", () => {
  expect(isPackSheet("资金渠道")).toBe(true);
  expect(isPackSheet("Sheet1")).toBe(false);
  expect(back([{ name: "Sheet1", rows: [["编号"]] }], shipped)).toEqual(shipped);
});

function errorsOf(sheets: readonly PackSheet[]): readonly SheetError[] {
  const read = readPackSheets(sheets, shipped ?? null);
  return "errors" in read ? read.errors : [];
}
