/** Whose a ledger and a project are: where no column says it, and where two ledgers write it differently. */
import type { Finding } from "../../src/findings/finding";
import { runThrough, type Run } from "../../src/report/run";
import { gridSheet } from "../../src/sheet/grid";
import { sentences } from "../../src/words/finding";
import { reportOf, runOf, type Rows } from "../report/sheets";
import { COUNTY } from "./judge";

describe("a ledger without a column of departments", () => {
  test.each(["交通运输局重点项目储备台账（2025年）", "柳林镇2025年重点项目台账", "柳林镇人民政府2025年项目台账"])(
    "called 「%s」 is that office's own: nothing is asked",
    (title) => {
      expect(missing(runOf({ 台账: rows(title) }))).toEqual([]);
    },
  );

  const rows = (title: string): Rows => [
    ...(title === "" ? [] : [[title]]),
    ["序号", "项目名称", "总投资（万元）"],
    [1, "北河大桥改建工程", 8600],
  ];
  const missing = (run: Run): Finding[] =>
    run.result.perLedger.flatMap(({ findings }) => findings.filter(({ code }) => code === "F117"));
  const inFile = (path: string, sheet: string): Run =>
    runThrough([{ path, sheets: [gridSheet(sheet, rows(""))] }], { pack: COUNTY, asOf: "2025-06-20" });

  test.each([
    ["2025年县水务局项目台账", "县水务局"],
    ["水务局水库工程台账", "水务局"],
    ["附件2：2025年6月住房和城乡建设局重点项目台账", "住房和城乡建设局"],
    ["云溪县发展和改革局2025年全县重点项目台账", "云溪县发展和改革局"],
    ["关于云溪县水务局2025年项目的台账", "云溪县水务局"],
    ["发展和改革局2025年各部门项目台账", "发展和改革局"],
  ])("whose title 「%s」 seems to say whose it is is asked to state it: a warning", (title, office) => {
    const [finding] = missing(runOf({ 台账: rows(title) }));
    if (!finding) throw new Error("no F117");
    expect(finding).toMatchObject({ severity: "warning", field: "department", args: { office, where: "title" } });
    const { message, how } = sentences(finding, "zh");
    expect(message).toContain(`只有标题写着“${office}”`);
    expect(how).toContain(`“填报单位：${office}”`);
    // Whoever does so is asked no more.
    expect(missing(runOf({ 台账: [[title], [`填报单位：${office}`], ...rows("")] }))).toEqual([]);
  });

  test.each([
    "云溪县2025年重点项目储备台账",
    "全县各局项目台账",
    "云溪县人民政府2025年重点项目台账",
    "中共云溪县委员会",
    "特色小镇项目台账",
    "城乡供水项目台账",
    "重点项目台账",
    "",
  ])("that is called 「%s」 cannot be submitted", (title) => {
    const [finding] = missing(runOf({ 台账: rows(title) }));
    expect(finding).toMatchObject({ severity: "error" });
    expect(finding && sentences(finding, "zh").how).toContain("在表头上方写明“填报单位”也行");
  });

  test.each([
    ["a sheet", inFile("台账.xlsx", "水务局"), "sheet"],
    ["a file", inFile("报送/2025年6月_水务局.xlsx", "Sheet1"), "file"],
  ])("may be named by %s", (_, run, where) => {
    expect(missing(run)).toMatchObject([{ severity: "warning", args: { office: "水务局", where } }]);
  });
});

describe("one project of a department that two ledgers write differently", () => {
  const heading = ["项目名称", "责任部门", "总投资（万元）"];
  const codesOf = (one: readonly [string, number], other: readonly [string, number]): string[] => {
    const run = runOf({
      甲表: [heading, ["北河大桥改建工程", ...one]],
      乙表: [heading, ["北河大桥改建工程", ...other]],
    });
    return run.result.perLedger.flatMap(({ findings }) => findings.map(({ code }) => code));
  };

  test.each([
    ["交通运输局", "县交通局"],
    ["云溪县交通运输局", "县交通运输局"],
    ["住房和城乡建设局", "县住建局"],
  ])("is one: %s and %s", (one, other) => {
    expect(codesOf([one, 8600], [other, 8900])).toEqual(["K704"]);
  });

  describe("where one ledger says it above its heading only", () => {
    const own = (reporter: string, wan: number): Rows => [
      [`填报单位：${reporter}`],
      ["序号", "项目名称", "总投资（万元）"],
      [1, "北河大桥改建工程", wan],
    ];
    const gathered = (department: string, wan: number): Rows => [
      ["填报单位：县发展和改革局"],
      heading,
      ["北河大桥改建工程", department, wan],
    ];
    const conflicts = (...sheets: Rows[]) =>
      runOf(Object.fromEntries(sheets.map((rows, index) => [`表${String(index)}`, rows])))
        .result.perLedger.flatMap(({ findings }) => findings)
        .filter(({ code }) => code === "K704");

    test.each<[string, Rows[], string]>([
      ["its own ledger comes second", [gathered("交通运输局", 8600), own("县交通局", 8900)], "县交通局"],
      ["its own ledger comes first", [own("交通运输局", 8600), gathered("县交通局", 8900)], "交通运输局"],
      ["both ledgers are its own", [own("交通运输局", 8600), own("县交通局", 8900)], ""],
    ])("the project is one, and its department's figures win: %s", (_, sheets, winner) => {
      expect(conflicts(...sheets)).toMatchObject([{ args: { winner } }]);
    });

    test("another office's project of that name is another", () => {
      expect(conflicts(own("水务局", 8600), gathered("交通运输局", 8900))).toEqual([]);
    });
  });

  test.each<[string, string, string]>([
    ["4月", "5月", "warning"],
    ["2025年一季度", "2025年第二季度", "warning"],
    ["5月", "05月 (2)", "error"],
    ["5月", "汇总", "error"],
    ["甲表", "乙表", "error"],
  ])("figures of %s beside those of %s are a %s", (one, other, severity) => {
    const file = (path: string, sheet: string, wan: number) => ({
      path,
      sheets: [gridSheet(sheet, [heading, ["北河大桥改建工程", "交通运输局", wan]])],
    });
    const files = [file("交通局.xlsx", one, 8600), file("发改局.xlsx", other, 8900)];
    const run = runThrough(files, { pack: COUNTY, asOf: "2025-06-20" });
    const [finding] = run.result.perLedger.flatMap(({ findings }) => findings);
    expect(finding).toMatchObject({ code: "K704", severity });
  });

  describe("of two departments, that tell two totals", () => {
    const rows = (name: string, department: string, wan: number): Rows => [heading, [name, department, wan]];
    const file = (path: string, cells: Rows) => ({ path, sheets: [gridSheet("Sheet1", cells)] });
    const told = (one: Rows, other: Rows): Finding[] =>
      runThrough([file("甲.xlsx", one), file("乙.xlsx", other)], {
        pack: COUNTY,
        asOf: "2025-06-20",
      }).result.perLedger.flatMap(({ findings }) => findings);

    test.each([
      ["柳林镇污水处理厂", "柳林镇污水处理厂工程"],
      ["柳林镇老街改造项目", "柳林镇老街改造工程"],
      ["北河大桥改建工程", "北河大桥改建工程"],
      ["第二中学教学楼建设项目", "云溪县第二中学教学楼工程"],
    ])("may be one, which a name says that only one thing has: %s, %s", (one, other) => {
      const found = told(rows(one, "住建局", 6200), rows(other, "生态环境局", 7800));
      expect(found).toMatchObject([{ code: "F111", severity: "hint", args: { least: 6200, most: 7800 } }]);
      const [said] = found.map((finding) => sentences(finding, "zh"));
      expect(said?.message).toContain("总投资却不同，最低6,200万元，最高7,800万元");
      expect(said?.how).toContain("请两个部门核对");
      expect(said?.how).not.toContain("只保留一行");
    });

    test.each([
      ["教师周转房建设项目", "教师周转房建设工程"],
      ["农村公路养护项目", "农村公路养护工程"],
      ["小型水库除险加固项目", "小型水库除险加固工程"],
      ["柳林镇污水处理厂一期项目", "柳林镇污水处理厂二期工程"],
      ["迎宾大道东段改造项目", "迎宾大道西段改造工程"],
      ["柳林镇污水处理厂项目", "三河镇污水处理厂工程"],
    ])("are two under a name that is anybody's, or of two parts or places: %s, %s", (one, other) => {
      expect(told(rows(one, "住建局", 6200), rows(other, "生态环境局", 7800))).toEqual([]);
    });

    test("are two where two towns say it", () => {
      const [one, other] = ["柳林镇人民政府", "西坪镇人民政府"];
      expect(told(rows("黑水河治理工程", one, 310), rows("黑水河治理项目", other, 480))).toEqual([]);
    });
  });

  test.each([[["云溪县交通运输局2025年项目台账"]], [["填报单位：交通运输局"]]])(
    "written twice in a ledger of one office it is a double entry: %j",
    (above) => {
      const rows = [above, ["项目名称", "总投资（万元）"], ["北河大桥改建工程", 8600], ["北河大桥改建工程", 8900]];
      const run = runOf({ 甲表: rows });
      expect(run.result.perLedger.flatMap(({ findings }) => findings.map(({ code }) => code))).toEqual(["F111"]);
    },
  );

  test("written twice in one ledger it is a double entry, whatever the amounts", () => {
    const run = runOf({
      甲表: [heading, ["北河大桥改建工程", "交通运输局", 8600], ["北河大桥改建工程", "县交通局", 8900]],
    });
    expect(run.result.perLedger.flatMap(({ findings }) => findings.map(({ code }) => code))).toEqual(["F111"]);
  });
});

describe("departments of the roster without a project", () => {
  const department = (name: string) => ({
    id: name,
    name,
    aliases: [],
    from: "2025-01-01",
    basis: { document: "部门名录" },
    confidence: "H" as const,
    group: "",
    person: "李明",
    phone: "13800000000",
  });
  const pack = { ...COUNTY, roster: ["交通运输局", "教育局", "水务局", "民政局"].map(department) };
  const HEADING = ["项目名称", "责任部门", "总投资（万元）"];
  const BRIDGE = ["北河大桥改建工程", "交通运输局", 8600];
  const ROAD = ["三河镇通村道路工程", "交通运输局", 900];
  const SCHOOL = ["第三小学扩建工程", "教育局", 1800];
  const missing = (...files: Rows[]): string[] =>
    runThrough(
      files.map((rows, index) => ({ path: `${String(index)}.xlsx`, sheets: [gridSheet("台账", [HEADING, ...rows])] })),
      { pack, asOf: "2025-06-20" },
    )
      .result.run.filter(({ code }) => code === "R508")
      .map(({ args }) => String(args.department));

  test.each<[string, Rows[], string[]]>([
    ["not named to one that looks at its own ledger", [[BRIDGE, ROAD]], []],
    ["named where a ledger speaks of several", [[BRIDGE, SCHOOL]], ["水务局", "民政局"]],
    ["named where several files are gathered", [[BRIDGE], [ROAD]], ["教育局", "水务局", "民政局"]],
  ])("are %s", (_, files, names) => {
    expect(missing(...files).sort()).toEqual([...names].sort());
  });
});

describe("a table that follows projects under one aspect", () => {
  it.each<[headings: readonly string[], severity: string]>([
    [["项目名称", "责任单位", "用地预审文号", "供地方式"], "warning"],
    [["项目名称", "责任单位", "可研批复时间", "环评批复时间"], "warning"],
    [["项目名称", "责任单位", "建设内容", "可研批复时间"], "error"],
    [["项目名称", "责任单位", "项目阶段", "可研批复时间"], "error"],
  ])("%j: the missing total is a %s", (headings, severity) => {
    const row = ["城北客运站迁建项目", "交通运输局", "占地35亩，站房6000平方米", "2025-03-01"];
    const [sheet] = reportOf({ 台账: [[...headings], row] }).files[0]?.sheets ?? [];
    expect(sheet?.findings.filter(({ code }) => code === "F117")).toMatchObject([{ severity }]);
  });
});
