/** Ways of writing that can only mean one department, where no roster says which departments there are. */
import fc from "fast-check";
import { bureauOf, departmentFinder } from "../../src/reserve/departments";
import { departmentsWrittenTwice, oneNameEach } from "../../src/reserve/oneDepartment";
import { reportOf } from "../report/sheets";

/** Names in a ledger, and what becomes of them. */
it.each<[string, readonly string[], Readonly<Record<string, string>>]>([
  [
    "the county may stand in front",
    ["县水务局", "云溪县水务局", "水务局"],
    { 县水务局: "水务局", 云溪县水务局: "水务局" },
  ],
  ["a short form is its only long form", ["住建局", "县住房和城乡建设局"], { 住建局: "县住房和城乡建设局" }],
  ["two long forms leave the short one alone", ["交通局", "交通运输局", "交通战备局"], {}],
  [
    "a longer form of a longer one is one",
    ["林业局", "林草局", "林业和草原局"],
    { 林业局: "林业和草原局", 林草局: "林业和草原局" },
  ],
  ["局 and 委 change places", ["卫健委", "卫生健康局"], { 卫健委: "卫生健康局" }],
  [
    "a town and its government",
    ["文昌镇", "文昌镇人民政府", "城关街道办事处", "城关街道"],
    { 文昌镇: "文昌镇人民政府", 城关街道: "城关街道办事处" },
  ],
  ["the city's bureau is not the county's", ["云溪县教育局", "市教育局"], {}],
  ["bureaus of two counties are two", ["云溪县教育局", "青山县教育局", "教育局"], {}],
  ["a zone has bureaus of its own", ["高新区建设局", "云溪县建设局", "县建设局"], { 云溪县建设局: "县建设局" }],
  ["companies of nearly one name are two", ["水务公司", "水务投资有限公司"], {}],
  [
    "what manages a city is no city",
    ["县城市管理局", "城市管理局", "城管局"],
    { 县城市管理局: "城市管理局", 城管局: "城市管理局" },
  ],
  [
    "a branch is not its bureau",
    ["交通局", "交通运输局", "交通运输综合行政执法局", "交通执法局"],
    { 交通局: "交通运输局", 交通执法局: "交通运输综合行政执法局" },
  ],
  [
    "but the bureau that manages a city enforces",
    ["城管局", "城市管理综合行政执法局"],
    { 城管局: "城市管理综合行政执法局" },
  ],
  [
    "a cell that names several is none of them, nor are they it",
    [
      "住建局",
      "住房和城乡建设局、交通运输局",
      "教育局",
      "教育体育局",
      "教育体育局、发展和改革局",
      "教育局和发改局",
      "教育局 发改局",
    ],
    { 教育局: "教育体育局" },
  ],
  ["and no middle of a name parts it", ["发展改革局", "发展和改革局"], { 发展改革局: "发展和改革局" }],
  ["names that differ are left as they are", ["水利局", "水务局", "财政局"], {}],
])("%s", (_, names, expected) => {
  const nameOf = oneNameEach(departmentsWrittenTwice(names));
  const changed = Object.fromEntries(names.filter((name) => nameOf(name) !== name).map((name) => [name, nameOf(name)]));
  expect(changed).toEqual(expected);
});

it("a cell that names several is no department of the roster either", () => {
  const roster = ["住房和城乡建设局", "交通运输局"].map((name) => ({ name, aliases: [] }));
  const written = ["住建局", "住房和城乡建设局、交通运输局", "住建局\n交通运输局", "住房和城乡\n建设局"];
  expect(written.map(departmentFinder(roster))).toEqual(["住房和城乡建设局", null, null, "住房和城乡建设局"]);
});

it.each([
  ["市水利局规划计划科", "县水利局", "市水利局"],
  ["规划计划科", "县水利局", "县水利局"],
  ["农机股室", "县农业农村局农机股", "县农业农村局"],
  ["规划计划科", null, "规划计划科"],
  ["云溪控股", "县财政局", "云溪控股"],
  ["县政府办公室", "县财政局", "县政府办公室"],
  ["办公室", "县市场监管局", "县市场监管局"],
])("%s in what %s reports is %s", (name, reporter, bureau) => {
  expect(bureauOf(name, reporter)).toBe(bureau);
});

it("more names than any county has departments are not compared with each other", () => {
  const numbered = (count: number) => Array.from({ length: count }, (_, index) => `第${String(index)}工程服务中心`);
  const few = departmentsWrittenTwice([...numbered(900), "住建局", "住房和城乡建设局", "县住建局"]);
  expect(few).toEqual([{ name: "住房和城乡建设局", alsoWritten: ["住建局", "县住建局"] }]);
  const many = departmentsWrittenTwice([...numbered(30_000), "住建局", "住房和城乡建设局", "县住建局"]);
  expect(many).toEqual([{ name: "住建局", alsoWritten: ["县住建局"] }]);
});

it("the order of the names changes nothing, and a name that was given is kept", () => {
  const name = fc
    .tuple(
      fc.constantFrom("", "县", "云溪县", "市"),
      fc.constantFrom(
        "交通局",
        "交通运输局",
        "住建局",
        "住房和城乡建设局",
        "林业局",
        "林业和草原局",
        "发改委",
        "发展和改革局",
      ),
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.array(name), fc.func(fc.nat()), (names, rank) => {
      const found = departmentsWrittenTwice(names);
      const shuffled = names.map((each, index) => ({ each, at: rank(index) })).sort((a, b) => a.at - b.at);
      expect(departmentsWrittenTwice(shuffled.map(({ each }) => each))).toEqual(found);
      const nameOf = oneNameEach(found);
      for (const each of names) expect(nameOf(nameOf(each))).toBe(nameOf(each));
    }),
  );
});

it("the reserve's numbers count them together, where no roster is beside them", () => {
  const rows = [
    ["项目名称", "责任部门", "总投资（万元）", "入库时间"],
    ["西沟水库工程", "县水务局", 5200, "2025-02-01"],
    ["东坪供水工程", "水务局", 4800, "2025-03-01"],
    ["沿河路改造工程", "住建局", 100, "2025-03-02"],
  ];
  const { reserve } = reportOf({ 台账: rows });
  expect(reserve.byDepartment.map(({ department, count }) => [department, count])).toEqual([
    ["水务局", 2],
    ["住建局", 1],
  ]);
  expect(reserve.byQuarter[0]?.departments.map(({ name, count }) => [name, count])).toEqual([
    ["水务局", 2],
    ["住建局", 1],
  ]);
});

it("applications are counted by the name that the other figures use", () => {
  const rows = [
    ["项目名称", "责任部门", "总投资（万元）", "审核结果"],
    ["北河大桥改建工程", "交通运输局", 8600, "通过"],
    ["南河大桥改建工程", "县交通局", 4300, "未通过"],
  ];
  const { reserve } = reportOf({ 台账: rows });
  expect(reserve.byDepartment.filter(({ count }) => count > 0)).toMatchObject([{ department: "交通运输局", count: 2 }]);
  expect(reserve.applications?.byDepartment).toMatchObject([
    { department: "交通运输局", success: { numerator: 1, denominator: 2 } },
  ]);
});
