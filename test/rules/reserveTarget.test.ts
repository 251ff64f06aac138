/** Who is held to the reserve's target: the county by the files of several departments, a department by its own target alone. */
import type { Finding } from "../../src/findings/finding";
import type { Pack, Target } from "../../src/policy/pack";
import { runThrough } from "../../src/report/run";
import { gridSheet } from "../../src/sheet/grid";
import { sentences } from "../../src/words/finding";
import type { Rows } from "../report/sheets";
import { COUNTY } from "./judge";

interface Asked {
  readonly asOf?: string;
  readonly pack?: Pack;
  readonly file?: string;
}

function said(files: readonly Rows[], { asOf = "2025-06-20", pack = COUNTY, file = "台账" }: Asked = {}): Finding[] {
  const run = runThrough(
    files.map((rows, index) => ({ path: `${file}${String(index)}.xlsx`, sheets: [gridSheet("Sheet1", rows)] })),
    { pack, asOf },
  );
  return run.result.run.filter(({ code }) => code === "R501");
}

const messages = (findings: readonly Finding[]): string[] =>
  findings.map((finding) => `${finding.severity} ${sentences(finding, "zh").message}`);

const HEAD = ["项目名称", "责任部门", "总投资（万元）", "入库时间"];
const projects = (count: number, department: (index: number) => string, enteredOn = "2025-04-10"): Rows =>
  Array.from({ length: count }, (_, index) => [
    `第${String(index + 1)}片${department(0)}改造工程`,
    department(index),
    4000,
    enteredOn,
  ]);
const ledger = (count: number, ...departments: readonly string[]): Rows => [
  HEAD,
  ...projects(count, (index) => departments[index % departments.length] ?? ""),
];
const withoutDepartments = (title: string, reporter: string): Rows => [
  [title],
  [`填报单位：${reporter}`],
  HEAD.filter((heading) => heading !== "责任部门"),
  ...projects(8, () => "供水").map(([name = "", , ...more]) => [name, ...more]),
];

const PART =
  "hint 校核的都是水务局的项目，新增计入8个、3.2亿元；全县目标30个、50亿元（2025-06-30前）汇总各部门后认定。";
const WHOLE = "warning 校核的台账新增8个、3.2亿元，距目标差22个、46.8亿元，到2025-06-30还有6个工作日，每周需增18.4个。";

describe("one department's own file is told what it adds to the county's target", () => {
  test.each<[string, Rows[]]>([
    ["every row names it", [ledger(8, "水务局")]],
    ["in two ways of writing", [ledger(8, "水务局", "县水务局")]],
    ["but for a few blanks", [ledger(8, "水务局", "水务局", "")]],
    ["the line above the heading does", [withoutDepartments("2025年项目储备台账", "水务局")]],
  ])("where %s", (_, files) => {
    expect(messages(said(files))).toEqual([expect.stringContaining("校核的都是")]);
    expect(said(files)).toMatchObject([{ severity: "hint" }]);
  });

  it("in one sentence, also after the day: what others have added it cannot know", () => {
    expect(messages(said([ledger(8, "水务局")]))).toEqual([PART]);
    expect(messages(said([ledger(8, "水务局")], { asOf: "2025-07-20" }))).toEqual([PART]);
  });

  it("and where nothing was added, that", () => {
    const [message] = messages(said([[HEAD, ...projects(3, () => "水务局", "2024-10-10")]]));
    expect(message).toContain("2025-01-01以来还没有项目计入新增");
  });

  it("and asked neither to plan what others owe nor to hurry", () => {
    const [finding] = said([ledger(8, "水务局")]);
    if (!finding) throw new Error("no R501");
    for (const locale of ["zh", "en"] as const) {
      const { message, why, how } = sentences(finding, locale);
      expect(`${message}${why}${how}`).not.toMatch(/22|46\.8|18\.4|Plan more|抓紧/);
    }
  });
});

describe("the county is held to its target", () => {
  test.each<[string, Rows[]]>([
    ["by a ledger of several departments", [ledger(8, "水务局", "教育局")]],
    ["by the files of several departments", [ledger(4, "水务局"), ledger(4, "教育局")]],
    ["by a ledger that says of nobody whose it is", [[HEAD, ...projects(8, () => "")]]],
    ["by one of which hardly a row does", [ledger(8, "水务局", "", "", "")]],
    ["by the list of whoever gathers it", [withoutDepartments("云溪县2025年项目储备库", "县发展和改革局")]],
    ["by a list of all", [withoutDepartments("2025年全县项目储备库", "县政府办公室")]],
  ])("%s", (_, files) => {
    expect(messages(said(files))).toEqual([WHOLE]);
  });

  it("by an error when its day has passed", () => {
    const [message] = messages(said([ledger(8, "水务局", "教育局")], { asOf: "2025-07-20" }));
    expect(message).toBe("error 校核的台账新增8个、3.2亿元，距目标差22个、46.8亿元，期限2025-06-30已过。");
  });
});

describe("a pack with departments' own targets", () => {
  const [county] = COUNTY.targets;
  if (!county) throw new Error("The pack of 2025 has no target.");
  const own = (department: string, count: number): Target => ({
    ...county,
    id: department,
    name: `${department}任务`,
    department,
    count,
    wan: null,
  });
  const pack = { ...COUNTY, targets: [county, own("水务局", 10), own("教育局", 5)] };

  test.each<[string, string, string[]]>([
    [
      "to its own",
      "县水务局",
      ["warning 水务局新增8个、3.2亿元，总投资已完成，距目标差2个，到2025-06-30还有6个工作日，每周需增1.7个。"],
    ],
    ["to none that it has reached", "教育局", []],
    ["and adds to the county's where it has none", "林业局", [PART.replace("水务局", "林业局")]],
  ])("holds a department's own file %s: %s", (_, department, expected) => {
    expect(messages(said([ledger(8, department)], { pack }))).toEqual(expected);
  });

  it("holds each department to its own over several departments' ledger", () => {
    expect(said([ledger(4, "水务局", "教育局")], { pack }).map(({ args }) => args["department"])).toEqual([
      "水务局",
      "教育局",
    ]);
  });
});

describe("a ledger of another time", () => {
  const titled = (title: string, rows: Rows): Rows => [[title], ...rows];
  const old = [HEAD, ...projects(8, (index) => (index % 2 === 0 ? "水务局" : "教育局"), "2024-10-10")];

  it("of the year before holds nothing of what was added since, and misses nothing", () => {
    expect(said([titled("2024年项目储备库", old)], { asOf: "2025-07-20" })).toEqual([]);
    expect(said([titled("2025年项目储备库", old)], { asOf: "2025-07-20" })).toHaveLength(1);
  });

  it("is counted in nevertheless where rows have entered since", () => {
    expect(said([titled("2024年项目储备库", ledger(8, "水务局", "教育局"))])).toHaveLength(1);
  });

  it.each([
    [
      "2025年4月项目储备库",
      "2025-06-20",
      "warning 校核的台账新增8个、3.2亿元（台账写到2025-04-30），距目标差22个、46.8亿元，到2025-06-30还有6个工作日，每周需增18.4个。",
    ],
    [
      "2025年4月项目储备库",
      "2025-07-20",
      "warning 校核的台账新增8个、3.2亿元（台账写到2025-04-30），距目标差22个、46.8亿元，期限2025-06-30。",
    ],
    [
      "2025年6月项目储备库",
      "2025-07-20",
      "error 校核的台账新增8个、3.2亿元（台账写到2025-06-30），距目标差22个、46.8亿元，期限2025-06-30已过。",
    ],
  ])("of an earlier month says what it knew then: %s on %s", (title, asOf, message) => {
    expect(messages(said([titled(title, ledger(8, "水务局", "教育局"))], { asOf }))).toEqual([message]);
  });
});
