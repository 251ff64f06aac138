/** A pack as worksheets: nothing is lost on the way out and back, and a clerk's slip is named by sheet, cell and remedy. */
import fc from "fast-check";
import { PROCEDURE_KEYS } from "../../src/measure/procedures";
import { makeJudge } from "../../src/policy/classify";
import { diffPacks } from "../../src/policy/diff";
import { shippedPacks } from "../../src/policy/load";
import { packSchema, type Pack } from "../../src/policy/pack";
import {
  documentFromSheets,
  isHeadedAsPack,
  isPackSheet,
  type PackSheet,
  type SheetError,
} from "../../src/policy/sheets";
import { PACK_TERMS, readPackSheets } from "../../src/report/packSheets";
import { formerSheets } from "./formerSheets";
import { anyPack } from "./packArbitrary";
import { sheetsOf } from "./packSheets";

const [shipped] = shippedPacks();
if (!shipped) throw new Error("no pack ships");
const OURS = sheetsOf(shipped);

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
  const sheet = OURS.find(({ name }) => name === "储备目标");
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
  ["a limit without its unit", "手续时限", "时限单位", "", /「时限单位」未填；「时限」和「时限单位」请一起填/],
  ["an area that is not listed", "资金渠道", "投向领域", "能源、房地产", /「房地产」不在「投向领域」之内/],
  ["a negative class that is not listed", "资金渠道", "负面清单", "楼堂馆所、赌场", /「赌场」不在「负面清单」之内/],
  ["a channel that is not listed", "资金渠道", "不得重复的渠道", "彩票", /「彩票」不在「资金渠道」之内/],
  ["a procedure that there is not", "手续时限", "手续", "feasability", /不是手续/],
  ["a step that there is not", "手续先后", "后办", "剪彩", /「剪彩」不是手续/],
  ["a confidence that there is not", "手续先后", "可信度", "高", /可信度/],
  [
    "a weight that there is not",
    "规则",
    "轻重",
    "严重",
    /「轻重」里的「严重」不在可选值之内；请改为 错误、提醒、建议、关闭 之一/,
  ],
  ["a rule that there is not", "规则", "编号", "Z999", /「Z999」不是规则的编号/],
  ["a parameter that the rule does not have", "规则参数", "参数", "倍率", /「倍率」不是这条规则的参数.*请改为其中之一/],
  ["a parameter with nothing", "规则参数", "用词", "", /「各阶段必填项」的数值和用词都没有填/],
  ["a parameter with both", "规则参数", "数值", "3", /数值和用词都填了/],
  ["a field that there is not", "规则参数", "用词", "项目名称、总投资额", /「总投资额」不是台账的字段/],
  ["a field that a stage cannot require", "项目阶段", "必填项", "工程名", /「工程名」不是台账的字段/],
  ["an area of words that is not listed", "领域用词", "领域", "房地产", /「房地产」不在「投向领域」之内/],
  ["a use of words that there is not", "领域用词", "作用", "加分", /「加分」不在可选值之内；请改为 算数、不算数 之一/],
  ["words without a weight", "领域用词", "分量", "", /「分量」未填/],
  ["a class of words that is not listed", "负面用词", "负面类别", "豪华", /不在「负面清单」之内/],
  ["a weight of words that have none", "负面用词", "作用", "除外", /「分量」只有“算数”的词才填/],
  ["a channel without a stage", "渠道手续", "阶段", "收尾", /「收尾」不在「项目阶段」之内/],
  ["a step among alternatives", "渠道手续", "手续", "核准或验收", /「验收」不是手续/],
  ["a fact of a channel", "渠道依据", "哪一项", "利率", /「利率」不在可选值之内/],
  ["a paper of no channel", "申报材料", "渠道", "彩票", /「彩票」不在「资金渠道」之内/],
  ["a kind of preset", "考核口径", "类别", "打分", /「打分」不在可选值之内；请改为 亮灯、排名、评分 之一/],
  ["a value of no preset", "口径数值", "口径", "本县口径", /「本县口径」不在「考核口径」之内/],
  ["a value that there is not", "口径数值", "项目", "红灯月数", /「红灯月数」不是口径的数值/],
  ["a share that is none", "最低资本金", "最低比例", "两成", /不是数字/],
  ["a fact of the pack", "政策包", "项目", "标题", /不认得「标题」这一项；请改为其中之一：名称/],
];

/** The sheet with something else under a heading of its first row. */
function slippedSheet(name: string, heading: string, put: string): PackSheet {
  const sheet = OURS.find((each) => each.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  const [headings = [], ...rows] = sheet.rows;
  const column = headings.indexOf(heading);
  const slipped = rows.map((row, index) => (index === 0 ? row.map((cell, at) => (at === column ? put : cell)) : row));
  return { name, rows: [headings, ...slipped] };
}

test.each(SLIPS)("%s is named by its cell", (_what, name, heading, put, says) => {
  const [error] = errorsOf([slippedSheet(name, heading, put)]);
  expect(error?.message).toMatch(says);
  expect(error).toMatchObject({ sheet: name, cell: expect.stringMatching(/^[A-Z]+2$/) as string });
  expect(error?.remedy).toMatch(/请/);
});

test("what contradicts the rest of the pack is named by its cell too, without the keys of the document", () => {
  const [error] = errorsOf([slippedSheet("储备目标", "完成期限", "2024-06-30")]);
  expect(error?.message).toMatch(/^「储备目标」[A-Z]+2：截止日 2024-06-30 早于起算日 2025-01-01；请/);
  const [lost] = errorsOf(without("规则参数", (row) => row.includes("R503")));
  expect(lost?.message).toMatch(/^「规则」A\d+：规则 R503 缺少参数「占比」；请补上这个参数，或关闭这条规则$/);
});

/** What an officer would change: the sheet, the row by what stands in it, a heading and what is put there, and what follows. */
const EDITS: readonly [
  what: string,
  sheet: string,
  row: string,
  heading: string,
  put: string | number,
  then: (pack: Pack) => unknown,
  is: unknown,
][] = [
  ["a rule that is switched off", "规则", "C205", "轻重", "关闭", ({ rules }) => rules["C205"]?.off, true],
  ["a rule that only reminds", "规则", "F111", "轻重", "提醒", ({ rules }) => rules["F111"]?.severity, "warning"],
  ["a rule's figure", "规则参数", "R503", "数值", "70%", ({ rules }) => rules["R503"]?.numbers["share"], 0.7],
  [
    "a rule's fields",
    "规则参数",
    "F101",
    "用词",
    "项目名称、总投资、融资（含银行贷款）",
    ({ rules }) => rules["F101"]?.texts["always"],
    ["name", "totalInvestment", "fundsLoan"],
  ],
  [
    "what a stage requires",
    "项目阶段",
    "储备",
    "必填项",
    "项目名称，责任部门；建设地点",
    ({ stages }) => stages.find(({ id }) => id === "reserve")?.requires,
    ["name", "department", "location"],
  ],
  [
    "what is due at a stage",
    "项目阶段",
    "申报",
    "应办手续 · 备案",
    "备案、环评",
    ({ stages }) => stages.find(({ id }) => id === "apply")?.procedures["备案"],
    ["record", "eia"],
  ],
  [
    "the steps of a channel",
    "渠道手续",
    "专项债券",
    "手续",
    "环评、核准或备案",
    ({ channels }) => channels[0]?.procedures["apply"],
    ["eia", ["approval", "record"]],
  ],
  [
    "a limit",
    "手续时限",
    "节能审查",
    "时限",
    15,
    (pack) => pack.procedures.find(({ key }) => key === "energy")?.limit?.count,
    15,
  ],
  [
    "an order's weight",
    "手续先后",
    "eia-start",
    "轻重",
    "建议",
    ({ edges }) => edges.find(({ id }) => id === "eia-start")?.severity,
    "hint",
  ],
  [
    "what a channel refuses",
    "资金渠道",
    "专项债券",
    "负面清单",
    "楼堂馆所",
    ({ channels }) => channels[0]?.negative,
    ["no-office"],
  ],
  [
    "what a channel pays for",
    "资金渠道",
    "专项债券",
    "投向领域",
    "能源、新能源",
    ({ channels }) => channels[0]?.areas,
    ["能源", "新能源"],
  ],
  [
    "a share of capital",
    "最低资本金",
    "水泥",
    "最低比例",
    "40%",
    (pack) => pack.capitalMinimums.find(({ id }) => id === "cement")?.minimum,
    0.4,
  ],
  ["a light", "口径数值", "未开工亮红灯的月数", "数值", 2, ({ lights }) => lights[0]?.numbers["startRedMonths"], 2],
  ["the margin", "政策包", "领域判定的最小差距", "内容", "10%", ({ areaMargin }) => areaMargin, 0.1],
];

test.each(EDITS)("%s is edited in one cell, and nothing else changes", (_what, name, row, heading, put, then, is) => {
  const sheets = OURS.map((sheet) => (sheet.name === name ? edited(sheet, row, heading, put) : sheet));
  const pack = back(sheets);
  expect(then(pack)).toEqual(is);
  const changes = diffPacks(shipped as Pack, pack);
  expect(changes).toHaveLength(1);
});

function edited({ name, rows }: PackSheet, with_: string, heading: string, put: string | number): PackSheet {
  const [headings = []] = rows;
  const at = rows.findIndex((row, index) => index > 0 && row.includes(with_));
  const column = headings.indexOf(heading);
  if (at < 0 || column < 0) throw new Error(`${name} has no ${heading} of ${with_}`);
  return {
    name,
    rows: rows.map((row, index) => (index === at ? row.map((cell, place) => (place === column ? put : cell)) : row)),
  };
}

describe("words", () => {
  const rowsOf = (name: string): PackSheet["rows"] => OURS.find((sheet) => sheet.name === name)?.rows ?? [];
  const transport = (pack: Pack): Pack["areas"][number] => {
    const area = pack.areas.find(({ name }) => name === "交通基础设施");
    if (!area) throw new Error("no area");
    return area;
  };

  test("a word is added in a row of its own, with a weight and a source", () => {
    const rows = [...rowsOf("领域用词"), ["交通基础设施", "算数", "低空起降场", 5, "县交通运输局", "", ""]];
    const area = transport(back([{ name: "领域用词", rows }], shipped));
    expect(area.words.at(-1)).toEqual({
      source: "县交通运输局",
      weight: 5,
      anywhere: false,
      endsNameOf: null,
      words: ["低空起降场"],
    });
    expect(area.words.slice(0, -1)).toEqual(transport(shipped).words);
  });

  test("a word is added behind those that stand there, and taken out of them", () => {
    const rows = rowsOf("领域用词").map((row, index) =>
      index === 1 ? row.map((cell, at) => (at === 2 ? "G000线、Z000线" : cell)) : row,
    );
    expect(transport(back([{ name: "领域用词", rows }], shipped)).words[0]?.words).toEqual(["G000线", "Z000线"]);
  });

  test("an exception of the negative list stands in a row, and a class may be named by its id", () => {
    const rows = [...rowsOf("负面用词"), ["no-office", "除外", "方舱、应急物资库", "", "", "", ""]];
    const [office] = back([{ name: "负面用词", rows }], shipped).negatives;
    expect(office?.exceptions).toEqual([...(shipped.negatives[0]?.exceptions ?? []), "方舱", "应急物资库"]);
  });

  test("an exception says where it is known from, and excepts as any other", () => {
    const more = ["no-office", "除外", "方舱、应急物资库", "", "县发展和改革局来文", "", ""];
    const pack = back([{ name: "负面用词", rows: [...rowsOf("负面用词"), more] }], shipped);
    const [office] = pack.negatives;
    expect(office?.sourced).toEqual([
      { use: "exceptions", source: "县发展和改革局来文", words: ["方舱", "应急物资库"] },
    ]);
    expect(office?.exceptions).toEqual(shipped.negatives[0]?.exceptions);
    expect(back(sheetsOf(pack))).toEqual(pack);
    const negativeOf = (judged: Pack): unknown => makeJudge(judged)("云溪县方舱办公楼项目").negative?.class ?? null;
    expect([shipped, pack].map(negativeOf)).toEqual([office?.name, null]);
  });

  test("sorting the rows changes which words there are as little as filtering them does", () => {
    const [headings = [], ...rows] = rowsOf("领域用词");
    const sorted = [...rows].sort((a, b) => String(a[2]).localeCompare(String(b[2])));
    const pack = back([{ name: "领域用词", rows: [headings, ...sorted] }], shipped);
    const weights = (area: Pack["areas"][number]): string[] =>
      area.words.flatMap(({ words: all, weight }) => all.map((word) => `${word} ${String(weight)}`)).sort();
    for (const [index, area] of pack.areas.entries())
      expect(weights(area)).toEqual(weights(shipped.areas[index] as Pack["areas"][number]));
  });

  test("a cell holds no more words than can be read", () => {
    for (const name of ["领域用词", "负面用词"])
      for (const row of rowsOf(name)) expect(String(row[2]).length).toBeLessThanOrEqual(100);
  });
});

test.each(shippedPacks().map((pack) => [pack.id, pack] as const))(
  "nothing on the sheets of %s is JSON or a key of the document",
  (_id, pack) => {
    const keys = new Set<string>([...PACK_TERMS.fields.keys(), ...PROCEDURE_KEYS, "error", "warning", "hint", "start"]);
    const strange = sheetsOf(pack).flatMap(({ name, rows: [headings = [], ...rows] }) =>
      rows.flatMap((row) =>
        row
          .filter((cell, column): cell is string => typeof cell === "string" && headings[column] !== "编号")
          .filter((cell) => /^[[{"]/.test(cell) || cell.split(/[、或]/).some((part) => keys.has(part)))
          .map((cell) => `${name} ${cell}`),
      ),
    );
    expect(strange).toEqual([]);
  },
);

describe("a workbook of a former version", () => {
  test.each(shippedPacks().map((pack) => [pack.id, pack] as const))("%s still comes back whole", (_id, pack) => {
    expect(back(formerSheets(pack))).toEqual(pack);
    // Laid over another pack, what was blank stays blank.
    for (const base of shippedPacks()) expect(back(formerSheets(pack), base)).toEqual(pack);
  });

  test("one of its sheets still changes that part", () => {
    const channels = formerSheets(shipped).find(({ name }) => name === "资金渠道");
    if (!channels) throw new Error("no sheet");
    expect(back([channels], shipped)).toEqual(shipped);
  });

  test("a sheet of this version lies over it", () => {
    const sheet = sheetsOf({ ...shipped, focus: [] }).find(({ name }) => name === "争取重点");
    if (!sheet) throw new Error("no sheet");
    expect(back([...formerSheets(shipped), sheet])).toEqual({ ...shipped, focus: [] });
  });

  test("JSON that was broken is named by its cell", () => {
    const broken = formerSheets(shipped).map((sheet) =>
      sheet.name === "政策包"
        ? { ...sheet, rows: sheet.rows.map((row) => (row[0] === "areaMargin" ? [...row.slice(0, 2), "0.0.6"] : row)) }
        : sheet,
    );
    const [error] = errorsOf(broken);
    expect(error).toMatchObject({ sheet: "政策包", cell: expect.stringMatching(/^C\d+$/) as string });
    expect(error?.message).toMatch(/不是完整的 JSON；请/);
  });
});

test("headings stand below a title and what is said under it, and a second sheet of a name is known by them", () => {
  const sheet = edited(OURS.find(({ name }) => name === "负面清单") as PackSheet, "no-office", "名称", "办公楼");
  const titled = { name: "负面清单 (2)", rows: [["负面清单"], ["一行一类"], ...sheet.rows] };
  const own = {
    name: "负面清单",
    rows: [
      ["序号", "事项"],
      [1, "不得新建"],
    ],
  };
  expect(isHeadedAsPack(own)).toBe(false);
  expect(isHeadedAsPack(titled)).toBe(true);
  expect(back([own, titled], shipped).negatives[0]?.name).toBe("办公楼");
  const [error] = errorsOf([
    own,
    { ...titled, rows: titled.rows.map((row) => (row[0] === "no-image" ? ["no-image"] : row)) },
  ]);
  expect(error).toMatchObject({ sheet: "负面清单 (2)", cell: "B5" });
});

test("a sheet that is not there leaves its part as it was, also where the rows that it hangs on are edited", () => {
  const channels = OURS.find(({ name }) => name === "资金渠道") as PackSheet;
  const pack = back([edited(channels, "专项债券", "覆盖倍数下限", 1.2)], shipped);
  expect(pack.channels).toEqual(
    shipped.channels.map((each, index) => (index === 0 ? { ...each, coverage: 1.2 } : each)),
  );
  const rules = OURS.find(({ name }) => name === "规则") as PackSheet;
  expect(back([rules], shipped)).toEqual(shipped);
});

test.each(OURS.map((sheet) => [sheet.name, sheet] as const))(
  "%s alone, or all the others, say what they said together",
  (name, sheet) => {
    expect(back([sheet], shipped)).toEqual(shipped);
    const others = OURS.filter((each) => each.name !== name);
    expect(back(others, shipped)).toEqual(shipped);
  },
);

/** All sheets, one of them without some of its rows. */
function without(name: string, drop: (row: PackSheet["rows"][number]) => boolean): PackSheet[] {
  return OURS.map((sheet) => (sheet.name === name ? { name, rows: sheet.rows.filter((row) => !drop(row)) } : sheet));
}

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
          ["渠道", "材料", "表头写法"],
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
  const sheets = OURS.map((sheet) =>
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
