/** A ledger that names one channel in its title alone is judged by that channel's rules, and what is said names the title. */
import { placesOf, reportOf, type Rows } from "./sheets";

const HEAD = ["项目名称", "责任部门", "项目阶段", "总投资（万元）", "建设内容及规模", "本息覆盖倍数"];
const row = (name: string, coverage: number | string): Rows[number] => [
  name,
  "水务局",
  "申报",
  5200,
  "铺设供水管道12公里",
  coverage,
];
const table = (title: string, ...rows: Rows): Rows => [[title], HEAD, ...rows];
const SHORT = row("云溪县第二水厂供水工程", 0.9);

const findingsOf = (sheets: Readonly<Record<string, Rows>>, code: string) =>
  (reportOf(sheets).files[0]?.sheets ?? []).flatMap(({ findings }) => findings.filter((each) => each.code === code));

it.each([
  ["2025年专项债券项目需求表", 1],
  ["云溪县地方政府专项债券项目申报表", 1],
  ["2025年专项债储备项目清单", 1],
  ["2025年专项债券项目建设进度表", 0],
  ["2025年专项债券和中央预算内投资项目申报表", 0],
  ["2025年一般债券项目需求表", 0],
  ["2025年重点项目申报表", 0],
  ["未申报专项债券的储备项目", 0],
  ["自筹资金项目储备表", 0],
])("%s: %d said of too little revenue", (title, count) => {
  expect(findingsOf({ 表: table(title, SHORT) }, "C207")).toHaveLength(count);
});

it("the sheet's name will do, and the sentence says what does", () => {
  const [finding] = findingsOf({ 专项债券需求: [HEAD, SHORT] }, "C207");
  expect(finding).toMatchObject({ severity: "warning", message: expect.stringContaining("按表名“专项债券需求”看") });
});

it("a column for the channel decides, blank or not", () => {
  const withChannel = (channel: string): Rows => [
    ["2025年专项债券项目需求表"],
    [...HEAD, "资金渠道"],
    [...SHORT, channel],
  ];
  expect(findingsOf({ 表: withChannel("") }, "C207")).toEqual([]);
  expect(findingsOf({ 表: withChannel("") }, "C202")).toHaveLength(1);
  expect(findingsOf({ 表: withChannel("专项债券") }, "C207")[0]?.message).not.toContain("按表名");
});

it("nothing waits for the column, nothing asks for it, and no value is invented", () => {
  const report = reportOf({ 表: table("2025年专项债券项目需求表", SHORT) });
  const [sheet] = report.files[0]?.sheets ?? [];
  expect(sheet?.waiting.map(({ field }) => field)).not.toContain("channel");
  expect(placesOf(report, "C202")).toEqual([]);
  expect(sheet?.rows[0]?.values).not.toHaveProperty("channel");
});

it("what nobody stated of the row is no error by itself", () => {
  const heading = [...HEAD, "投向领域", "可研批复时间"];
  const sheets = (title: string): Readonly<Record<string, Rows>> => ({
    表: [[title], heading, [...row("青峰山林场管护用车购置项目", 1.3), "装备购置", ""]],
  });
  const said = (title: string) =>
    ["C201", "C208"].map((code) => findingsOf(sheets(title), code).map(({ severity }) => severity));
  expect(said("2025年专项债券项目需求表")).toEqual([["warning"], ["warning"]]);
  expect(said("2025年重点项目需求表")).toEqual([[], []]);
});

it("what the channel asks for is said once, by the rule of the channel", () => {
  const heading = [...HEAD, "立项类型", "可研批复时间", "环评批复时间"];
  const sheets = (title: string): Readonly<Record<string, Rows>> => ({
    表: [[title], heading, [...row("云溪县第二水厂供水工程", 1.3), "审批", "", ""]],
  });
  const steps = (title: string) =>
    ["C208", "P301"].map((code) =>
      findingsOf(sheets(title), code).map(({ message }) => message.includes("可行性研究")),
    );
  expect(steps("2025年专项债券项目需求表")).toEqual([[true], [false]]);
  expect(steps("2025年重点项目需求表")).toEqual([[], [true]]);
});

it("a channel that refuses nothing lifts the negative list, one that does is named", () => {
  const factory = row("三河镇茶叶加工厂建设项目", "");
  const said = (title: string) => findingsOf({ 表: table(title, factory) }, "C203").map(({ message }) => message);
  expect(said("2025年衔接资金项目储备表")).toEqual([]);
  expect(said("2025年争取上级资金项目储备表")).toHaveLength(1);
  expect(said("2025年专项资金项目申报表")).toHaveLength(1);
  expect(said("2025年专项债券项目需求表")).toEqual([expect.stringContaining("专项债券")]);
});
