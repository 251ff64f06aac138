import * as fc from "fast-check";
import { checkLedgers, checkSteps, type CheckOptions, type Waiver } from "../../src/findings/check";
import type { Finding } from "../../src/findings/finding";
import { digest } from "../../src/findings/digest";
import { makeCalendar } from "../../src/measure/calendar";
import { CellError } from "../../src/sheet/cell";
import { gridSheet } from "../../src/sheet/grid";
import { allFindings, COUNTY, judged, ledgerOf, optionsOn } from "../rules/judge";
import { layOut } from "../rules/layOut";
import { PROCEDURE_KEYS } from "../../src/measure/procedures";
import { missingTerm } from "../../src/words/terms";
import type { ExampleRow } from "../../src/rules/rule";

const ON = "2025-06-20";
const PLAIN: ExampleRow = { name: "南湖水库除险加固工程", department: "水务局", totalInvestment: 4300 };

function findingsOf(rows: readonly ExampleRow[], options: CheckOptions = optionsOn(ON)): readonly Finding[] {
  return allFindings(checkLedgers([ledgerOf(layOut(rows))], options));
}

const signs = (findings: readonly Finding[]): string[] =>
  findings.map(({ id, code, severity }) => `${code} ${severity} ${id}`).sort();

const row = fc.record({
  name: fc.constantFrom(
    "东庄村供水管网改造工程",
    "东庄村供水管网改造项目",
    "西岭小学教学楼项目",
    "唐风仿古城建设项目",
    "青川农业公司",
    "道路",
  ),
  department: fc.constantFrom("水务局", "教育局", "待定"),
  code: fc.constantFrom("", "2503-130981-04-01-573274", "25031309810401573274", "2503-130981-04-01-573247"),
  totalInvestment: fc.constantFrom<string | number>(1200, 3400, "1500", "见附件", "", "#REF!", 0.2, 56000000),
  completed: fc.constantFrom<string | number>("", 0, 300, "按进度"),
  stage: fc.constantFrom("储备", "申报", "在建", "说不清"),
  channel: fc.constantFrom("", "专项债券", "中央预算内投资", "找人"),
  scale: fc.constantFrom("新建管网12公里", "占地30亩"),
  startPlanned: fc.constantFrom("2025-03", "2026年9月底前", "看情况"),
  finishPlanned: fc.constantFrom("2025-01", "2027年"),
  keyProject: fc.constantFrom("", "省级", "否"),
  leader: fc.constantFrom("", "李明"),
});

describe("a check", () => {
  test("gives the same findings whatever the order of rows, addresses apart", () => {
    fc.assert(
      fc.property(
        fc
          .array(row, { minLength: 2, maxLength: 14 })
          .chain((rows) =>
            fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })),
          ),
        ([rows, shuffled]) => {
          expect(signs(findingsOf(shuffled))).toEqual(signs(findingsOf(rows)));
        },
      ),
      { numRuns: 60 },
    );
  });

  test("done again gives the same, addresses included", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
        const ledger = ledgerOf(layOut(rows));
        const again = checkLedgers([ledgerOf(layOut(rows))], optionsOn(ON));
        expect(allFindings(again)).toEqual(allFindings(checkLedgers([ledger], optionsOn(ON))));
      }),
      { numRuns: 40 },
    );
  });

  test("under another calendar works the days of the same ledger back anew", () => {
    const due: ExampleRow = { ...PLAIN, "proc.feasibility": "未办理", "proc.feasibility.due": "2025-07-31" };
    const ledger = ledgerOf(layOut([due]));
    const july = Array.from({ length: 30 }, (_, at) => `2025-07-${String(at + 1).padStart(2, "0")}`);
    const free = makeCalendar({ workdays: Object.fromEntries(july.map((day) => [day, false])) });
    const codesUnder = (options: CheckOptions) => allFindings(checkLedgers([ledger], options)).map(({ code }) => code);
    const plain = optionsOn(ON);
    expect(codesUnder(plain)).not.toContain("P303");
    expect(codesUnder({ ...plain, calendar: free })).toContain("P303");
    expect(codesUnder(plain)).not.toContain("P303");
  });

  test("names every finding differently", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 12 }), (rows) => {
        const ids = findingsOf([...rows, ...rows]).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 40 },
    );
  });

  test("lists findings by row, then column, then code", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
        const [only] = judged([layOut(rows)], ON).perLedger;
        const rowsSeen = (only?.findings ?? []).map((finding) => finding.row ?? 0);
        expect(rowsSeen).toEqual([...rowsSeen].sort((a, b) => a - b));
      }),
      { numRuns: 20 },
    );
  });

  test("keeps a finding's id when rows are put in above it and others change", () => {
    const bad: ExampleRow = { ...PLAIN, totalInvestment: "见附件" };
    const [alone] = findingsOf([bad]).filter(({ code }) => code === "F102");
    const [lower] = findingsOf([PLAIN, { ...PLAIN, name: "北河大桥改建工程" }, bad]).filter(
      ({ code }) => code === "F102",
    );
    expect(lower?.row).toBe(4);
    expect(lower?.id).toBe(alone?.id);
  });

  test("gives another id when the value changes", () => {
    const [first] = findingsOf([{ ...PLAIN, totalInvestment: "见附件" }]);
    const [second] = findingsOf([{ ...PLAIN, totalInvestment: "见附表" }]);
    expect(second?.code).toBe(first?.code);
    expect(second?.id).not.toBe(first?.id);
  });

  test("stays alive: it says every hundred rows, of the first ones every twenty, how far it is, and what it has found first", () => {
    const rows = Array.from({ length: 1200 }, (_, index) => ({ ...PLAIN, name: `第${String(index)}供水工程` }));
    const steps = checkSteps([ledgerOf(layOut(rows))], optionsOn(ON));
    const seen: number[] = [];
    for (let step = steps.next(); !step.done; step = steps.next()) {
      seen.push(step.value.rows);
      expect(step.value.first.length).toBe(Math.min(8, step.value.found));
    }
    expect(seen.slice(0, 3)).toEqual([0, 20, 40]);
    expect(seen.filter((each) => each > 260 && each < 700)).toEqual([280, 300, 400, 500, 600]);
  });

  test.each([
    ["of no row", [0], [0]],
    ["of one row", [1], [0, 1]],
    ["of the first step", [20], [0, 20]],
    [
      "that end between two steps",
      [25, 310],
      [0, 20, 25, 45, 65, 85, 105, 125, 145, 165, 185, 205, 225, 245, 265, 285, 305, 335],
    ],
    ["of one row each", [1, 1, 1], [0, 1, 2, 3]],
  ])("tells of ledgers %s as far as it is", (_, lengths, told) => {
    const ledgers = lengths.map((length) =>
      ledgerOf(layOut(Array.from({ length }, (_each, index) => ({ ...PLAIN, name: `第${String(index)}供水工程` })))),
    );
    const steps = checkSteps(ledgers, optionsOn(ON));
    const seen = new Set<number>();
    for (let step = steps.next(); !step.done; step = steps.next()) {
      seen.add(step.value.rows);
      expect(step.value.of).toBe(told.at(-1));
    }
    expect([...seen]).toEqual(told);
  });
});

describe("one cause, one finding", () => {
  const codes = (rows: readonly ExampleRow[]): string[] =>
    findingsOf(rows)
      .map(({ code }) => code)
      .sort();

  test.each<[string, ExampleRow, string[]]>([
    ["an error value is said once", { ...PLAIN, totalInvestment: "#REF!" }, ["F118"]],
    [
      "an unreadable amount silences sums and shares",
      { ...PLAIN, totalInvestment: "见附件", requested: 9000, capital: 10 },
      ["F102"],
    ],
    ["an unreadable part silences the sum", { ...PLAIN, fundsCentral: "若干", fundsSelf: 10 }, ["F102"]],
    ["an unreadable day silences the order", { ...PLAIN, startPlanned: "看情况", finishPlanned: "2020-01" }, ["F104"]],
    [
      "an unfilled channel at 申报 is C202 alone",
      { ...PLAIN, stage: "申报", scale: "加固大坝，库容120万立方米", channel: "待定" },
      ["C202"],
    ],
    ["an unknown channel before it is F113 alone", { ...PLAIN, stage: "储备", channel: "找人要" }, ["F113"]],
    ["a blank channel before it is nothing", { ...PLAIN, stage: "储备", channel: "" }, []],
  ])("%s", (_, example, expected) => {
    expect(codes([example])).toEqual(expected);
  });

  test("a missing column is said once, at the heading, with what waits for it", () => {
    const { perLedger } = judged(
      [layOut([{ name: "北河大桥改建工程", department: "交通运输局", owner: "县公路段", requested: 90 }])],
      ON,
    );
    const [finding, ...others] = perLedger[0]?.findings ?? [];
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: "F117", row: 1, cells: [], field: "totalInvestment" });
    expect(finding?.args.codes).toContain("C205");
    expect(perLedger[0]?.waiting.find(({ field }) => field === "totalInvestment")?.codes).toContain("C205");
  });

  test("where any of several columns would do, all of them are named as what is waited for", () => {
    const { perLedger } = judged([layOut([{ ...PLAIN, stage: "储备" }])], ON);
    const waiting = perLedger[0]?.waiting.find(({ codes }) => codes.includes("P301"));
    expect(waiting?.anyOf).toEqual(PROCEDURE_KEYS.map((key) => `proc.${key}`));
    expect(missingTerm(waiting?.field ?? "name", waiting?.anyOf, "zh")).toBe("任一前期手续");
    const one = judged([layOut([{ ...PLAIN, "proc.eia": "未办理" }])], ON).perLedger[0]?.waiting;
    expect(one?.flatMap(({ codes }) => codes)).not.toContain("P303");
    expect(one?.find(({ codes }) => codes.includes("P301"))).toEqual(expect.objectContaining({ field: "stage" }));
  });

  test("one code under two names is F108 and not F111 as well", () => {
    const code = "2503-130981-04-01-573274";
    expect(
      codes([
        { ...PLAIN, code },
        { ...PLAIN, code, name: "南湖水库除险加固（新建）工程" },
      ]),
    ).toEqual(["F108"]);
  });
});

describe("places", () => {
  test("a finding about two rows stands on the later one and lists the cells of both", () => {
    const [finding] = findingsOf([PLAIN, { ...PLAIN, name: "南湖水库除险加固项目" }]);
    expect(finding).toMatchObject({ code: "F111", row: 3 });
    expect(finding?.cells).toEqual(["A3", "B3", "C3", "A2", "B2", "C2"]);
  });

  test("a cell on another sheet is named with it", () => {
    const sheets = [layOut([PLAIN], "水利"), layOut([{ ...PLAIN, name: "南湖水库除险加固项目" }], "全县")];
    const finding = allFindings(judged(sheets, ON)).find(({ code }) => code === "F111");
    expect(finding).toMatchObject({ sheet: "全县", row: 2 });
    expect(finding?.cells).toContain("'水利'!A2");
  });
});

describe("severity", () => {
  const rule = (code: string, setting: object): CheckOptions => ({
    ...optionsOn(ON),
    pack: {
      ...COUNTY,
      rules: { ...COUNTY.rules, [code]: { off: false, numbers: {}, texts: {}, ...COUNTY.rules[code], ...setting } },
    },
  });
  const bad: ExampleRow = { ...PLAIN, totalInvestment: "见附件" };

  test("is the rule's own, unless the pack sets another", () => {
    expect(findingsOf([bad])).toMatchObject([{ code: "F102", severity: "error" }]);
    expect(findingsOf([bad], rule("F102", { severity: "hint" }))).toMatchObject([{ code: "F102", severity: "hint" }]);
  });

  test("is never error where the clause was not read", () => {
    expect(findingsOf([bad], rule("F102", { confidence: "M" }))).toMatchObject([{ severity: "warning" }]);
  });

  test("does not matter where the pack switches the rule off", () => {
    expect(findingsOf([bad], rule("F102", { off: true }))).toEqual([]);
  });
});

describe("a waiver", () => {
  const bad: ExampleRow = { ...PLAIN, totalInvestment: "见附件" };
  const [finding] = findingsOf([bad]);
  const waiver: Waiver = { id: finding?.id ?? "", code: "F102", reason: "等批复", by: "李明", until: "2025-06-30" };

  test("takes a finding out and is listed with it", () => {
    const result = checkLedgers([ledgerOf(layOut([bad]))], { ...optionsOn(ON), waivers: [waiver] });
    expect(allFindings(result)).toEqual([]);
    expect(result.waived).toMatchObject([{ finding: { code: "F102" }, waiver: { by: "李明" } }]);
  });

  test.each([
    ["holds on its last day", "2025-06-30", 0],
    ["comes back the day after", "2025-07-01", 1],
  ])("%s", (_, asOf, left) => {
    expect(findingsOf([bad], { ...optionsOn(asOf), waivers: [waiver] })).toHaveLength(left);
  });

  test("of another rule does nothing", () => {
    expect(findingsOf([bad], { ...optionsOn(ON), waivers: [{ ...waiver, code: "F101" }] })).toHaveLength(1);
  });
});

test("sheets without projects bring nothing", () => {
  const empty = gridSheet("Sheet2", []);
  const notes = gridSheet("说明", [["注：请勿改动表头"], [new CellError("#N/A")]]);
  expect(allFindings(judged([empty, notes], ON))).toEqual([]);
});

test("digests differ for texts that are nearly alike", () => {
  const texts = Array.from({ length: 20000 }, (_, index) => `F102\u0001项目${String(index)}`);
  expect(new Set(texts.map(digest)).size).toBe(texts.length);
});
