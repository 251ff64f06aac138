/** 「开工时间」 over days gone and days to come: nobody is asked, and each row's day is what it is on the day of judging. */
import { withDaysThatCame } from "../../../src/ledger/tense";
import type { Values } from "../../../src/ledger/ledger";
import type { CellValue } from "../../../src/sheet/cell";
import { ledgerOf } from "../ledgerOf";

const AS_OF = "2025-06-20";
const HEAD = ["项目名称", "总投资（万元）", "开工时间", "项目阶段", "累计完成投资（万元）"];
const NAMES = ["云台路改建工程", "白石水库除险加固工程", "城东水厂扩建工程", "河西学校新建工程"];

function starts(title: string, heading: string, rows: readonly (readonly CellValue[])[]): [string[], Values[]] {
  const head = HEAD.map((each) => (each === "开工时间" ? heading : each));
  const ledger = ledgerOf([[title], head, ...rows.map((row, index) => [NAMES[index] ?? "", 1000 + index, ...row])]);
  const [[placed] = []] = withDaysThatCame([[ledger]], AS_OF);
  return [ledger.questions.map((question) => question.heading), placed?.projects.map(({ values }) => values) ?? []];
}

function tenses(values: readonly Values[]): string[] {
  return values.map(({ startPlanned, startActual }) => (startActual ? "came" : startPlanned ? "planned" : "none"));
}

describe("days of years gone and of years to come in one column", () => {
  it("are the fact where they have come, else the plan; nothing is asked", () => {
    const [asked, values] = starts("2025年项目台账", "开工时间", [
      ["2024年3月", "", null],
      ["2025年3月", "", null],
      ["2025年9月", "", null],
      ["2026年3月", "", null],
    ]);
    expect(asked).toEqual([]);
    expect(tenses(values)).toEqual(["came", "came", "planned", "planned"]);
  });

  it("what the row says of the project goes before the calendar", () => {
    const rows = ["前期", "在建", "", "前期"].map((stage, index) => [
      NAMES[index] ?? "",
      1000 + index,
      ["2024年3月", "2025年", "2025年", "2026年3月"][index] ?? "",
      stage,
    ]);
    const ledger = ledgerOf([["2025年项目台账"], HEAD.slice(0, 4), ...rows]);
    const [[placed] = []] = withDaysThatCame([[ledger]], AS_OF);
    expect(tenses(placed?.projects.map(({ values }) => values) ?? [])).toEqual([
      "planned",
      "came",
      "planned",
      "planned",
    ]);
  });

  it.each(["开工时间（未开工填计划）", "开工时间（已开工填实际）", "拟（已）开工时间", "开工/计划开工时间"])(
    "%s says so itself, of whatever years the days are",
    (heading) => {
      const [asked, values] = starts("2025年项目台账", heading, [
        ["2025年3月", "", null],
        ["2025年9月", "", null],
      ]);
      expect(asked).toEqual([]);
      expect(tenses(values)).toEqual(["came", "planned"]);
    },
  );

  it.each<[days: readonly string[], field: string]>([
    [["2026年9月", "2027年3月", "2026-11"], "startPlanned"],
    [["2023年9月", "2024年3月", "2024-11"], "startActual"],
  ])("all of years to come, or all of years gone, tell it: %j", (days, field) => {
    const rows = days.map((day, index) => [NAMES[index] ?? "", 1000 + index, day]);
    const ledger = ledgerOf([["2025年项目台账"], HEAD.slice(0, 3), ...rows]);
    expect(ledger.questions).toEqual([]);
    expect(ledger.columns.map((column) => column.field)).toContain(field);
  });

  it("days of one year tell nothing: it is asked, and they stay where they are", () => {
    const rows = [
      [NAMES[0] ?? "", 1000, "2025年3月"],
      [NAMES[1] ?? "", 1200, "2025年9月"],
    ];
    const ledger = ledgerOf([["2025年项目台账"], HEAD.slice(0, 3), ...rows]);
    expect(ledger.questions.map(({ heading }) => heading)).toEqual(["开工时间"]);
    const [[placed] = []] = withDaysThatCame([[ledger]], AS_OF);
    expect(placed).toBe(ledger);
  });

  it("a day still to come is planned where money says of the others that they have come", () => {
    const [, values] = starts("2025年项目台账", "开工时间", [
      ["2025年3月", "", 300],
      ["2025年9月", "", null],
    ]);
    expect(tenses(values)).toEqual(["came", "planned"]);
  });

  it("a day has come from the day on which it is over", () => {
    const [, values] = starts("2025年项目台账", "开工时间", [
      ["2024年3月", "", null],
      ["2025年6月20日", "", null],
      ["2025年6月21日", "", null],
      ["2026年3月", "", null],
    ]);
    expect(tenses(values)).toEqual(["came", "came", "planned", "planned"]);
  });
});

describe("a column that says neither", () => {
  const rows = ["2024年8月", "2025年2月", "2025年4月"].map((day, index) => [NAMES[index] ?? "", 1000 + index, day]);
  const read = (title: string, permits: readonly string[] | null) => {
    const head = [...HEAD.slice(0, 3), ...(permits ? ["施工许可"] : [])];
    const ledger = ledgerOf([
      [title],
      head,
      ...rows.map((row, at) => [...row, ...(permits ? [permits[at] ?? ""] : [])]),
    ]);
    return [ledger.columns.find(({ heading }) => heading === "开工时间")?.field, ledger.questions.length];
  };

  it.each<[string, string, readonly string[] | null, string, number]>([
    ["works in hand", "在建项目一览表", null, "startActual", 0],
    ["works in hand and new ones", "续建和新建项目一览表", null, "startPlanned", 1],
    ["works that may be built", "项目一览表", ["2024.7.5", "已取得", "2025年3月"], "startActual", 0],
    ["works that may not", "项目一览表", ["正在办理", "未办理", "2025年3月"], "startPlanned", 1],
  ])("is told by %s", (_, title, permits, field, asked) => {
    expect(read(title, permits)).toEqual([field, asked]);
  });
});
