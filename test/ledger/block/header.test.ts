/** Where the heading stands, and what the rows above it say. */
import { statedMonth } from "../../../src/ledger/statedMonth";
import { fieldsOf, ledgerOf, skippedOf, type Rows } from "../ledgerOf";

const HEAD = ["序号", "项目名称", "责任单位", "总投资", "计划开工时间"];
const P: Rows[number] = [1, "某县青石河大桥新建工程", "交通局", 8600, "2025年9月"];
const Q: Rows[number] = [2, "某县第三小学新建工程", "教育局", 3600, "2025年10月"];
const spread = (text: string, width = 5) => [text, ...Array.from({ length: width - 1 }, () => null)];

const SHAPES: readonly (readonly [string, Rows, { top: number; bottom: number }])[] = [
  ["in the first row", [HEAD, P, Q], { top: 1, bottom: 1 }],
  [
    "under annex, title and unit",
    [["附件2："], ["某县2025年重点项目台账"], ["填报单位（盖章）：交通局", null, null, null, "单位：万元"], HEAD, P, Q],
    { top: 4, bottom: 4 },
  ],
  ["under the month in a cell of its own", [["月份", "5月"], HEAD, P, Q], { top: 2, bottom: 2 }],
  ["under a label of the month", [["项目台账"], ["月份：5月"], HEAD, P, Q], { top: 3, bottom: 3 }],
  ["under a title in the third column", [[null, null, "某县项目情况表"], [null], HEAD, P, Q], { top: 3, bottom: 3 }],
  [
    "under twenty rows of foreword",
    [...Array.from({ length: 20 }, (_, index) => [`说明第${String(index + 1)}条：请如实填报项目情况。`]), HEAD, P, Q],
    { top: 21, bottom: 21 },
  ],
  ["with numbers of columns", [HEAD, [1, 2, 3, 4, 5], P, Q], { top: 1, bottom: 2 }],
  ["with 甲 乙 1 2 3", [HEAD, ["甲", "乙", 1, 2, 3], P, Q], { top: 1, bottom: 2 }],
  ["with 栏次", [HEAD, ["栏次", "1", "2", "3", "4"], P, Q], { top: 1, bottom: 2 }],
  ["with a row of units", [HEAD, [null, null, null, "万元", "年月"], P, Q], { top: 1, bottom: 2 }],
  [
    "with a row of instructions",
    [HEAD, ["自动生成", "必填", "下拉选择", "必填", "格式：2025年6月"], P, Q],
    { top: 1, bottom: 2 },
  ],
  ["directly over a total", [HEAD, ["合计", null, null, 12200, null], P, Q], { top: 1, bottom: 1 }],
  ["directly over a section", [HEAD, ["一、续建项目", null, null, null, null], P, Q], { top: 1, bottom: 1 }],
  [
    "over projects all in words",
    [HEAD.slice(0, 3), ["一期", "某县青石河大桥", "交通局"], ["二期", "某县柳河大桥", "交通局"]],
    { top: 1, bottom: 1 },
  ],
];

describe("the heading block is found", () => {
  it.each(SHAPES)("%s", (_, rows, header) => {
    const ledger = ledgerOf(rows);
    expect(ledger.role).toBe("projects");
    expect(ledger.header).toEqual(header);
  });

  it("over two rows, the groups merged", () => {
    const rows: Rows = [
      ["序号", "项目名称", "责任单位", "总投资", "资金来源", null, null],
      [null, null, null, null, "中央", "省级", "自筹"],
      [1, "某县青石河大桥新建工程", "交通局", 8600, 4000, 2000, 2600],
    ];
    const ledger = ledgerOf(rows, { merges: ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:G1"] });
    expect(ledger.header).toEqual({ top: 1, bottom: 2 });
    expect(fieldsOf(ledger)).toMatchObject({
      "资金来源·中央": "fundsCentral",
      "资金来源·自筹": "fundsSelf",
      总投资: "totalInvestment",
    });
  });

  it("over two rows, the groups only written in their first column", () => {
    const ledger = ledgerOf([
      ["序号", "项目名称", "责任单位", "总投资", "资金来源", null, null],
      [null, null, null, null, "中央", "省级", "自筹"],
      [1, "某县青石河大桥新建工程", "交通局", 8600, 4000, 2000, 2600],
    ]);
    expect(ledger.header).toEqual({ top: 1, bottom: 2 });
    expect(ledger.columns.find(({ column }) => column === 6)).toMatchObject({
      heading: "资金来源·自筹",
      field: "fundsSelf",
    });
  });

  it("one subheading below a heading of its own, beside groups whose subheadings everybody knows", () => {
    const ledger = ledgerOf([
      ["序号", "项目名称", "股权结构", "总投资（万元）", "融资方案", null, null],
      [null, null, "我方持股比例", null, "财政投入", "自有资金投入", "银行贷款"],
      [1, "某县青石河大桥新建工程", "51%", 8600, 4000, 2000, 2600],
      [2, "某县柳河大桥新建工程", "60%", 5200, 2000, 1200, 2000],
    ]);
    expect(ledger.header).toEqual({ top: 1, bottom: 2 });
    expect(ledger.projects).toHaveLength(2);
  });

  const GROUPS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ["建设起止年限", ["起", "止"], ["startPlanned", "finishPlanned"]],
    ["建设期限", ["始建", "结束"], ["finishPlanned"]],
    ["资金需求", ["总需求", "2025年需求"], ["requested"]],
    ["前期工作", ["甲方", "乙方", "丙方"], []],
  ];
  describe.each(GROUPS)("%s over %j, whose words no heading needs to know", (group, children, fields) => {
    const blank = children.map(() => null);
    const rows: Rows = [
      ["序号", "项目名称", "责任单位", group, ...blank.slice(1), "总投资（万元）"],
      [null, null, null, ...children, null],
      [1, "某县青石河大桥新建工程", "交通局", ...children.map(() => "2025年"), 8600],
      [2, "某县柳河大桥新建工程", "交通局", ...children.map(() => "2026年"), 5200],
    ];
    const last = String.fromCharCode("D".charCodeAt(0) + children.length - 1);
    const merges = [`D1:${last}1`, "A1:A2", "B1:B2", "C1:C2"];

    it.each([
      ["without merges", []],
      ["merged", [`D1:${last}1`]],
      ["all merged", merges],
    ])("%s", (_, areas) => {
      const ledger = ledgerOf(rows, { merges: areas });
      expect(ledger.header).toEqual({ top: 1, bottom: 2 });
      expect(ledger.projects).toHaveLength(2);
      const headings = [...ledger.columns, ...ledger.unmapped].map(({ heading }) => heading);
      expect(headings).toEqual(expect.arrayContaining(children.map((child) => `${group}·${child}`)));
      expect(ledger.columns.map(({ field }) => field)).toEqual(expect.arrayContaining([...fields]));
    });
  });

  it("but not over a row of data under a group alone, or one that fills only some of its columns", () => {
    const ledger = ledgerOf([
      ["序号", "项目名称", "责任单位", "总投资", "资金来源", null, null],
      [null, null, null, null, "待定", null, "待定"],
      [1, "某县青石河大桥新建工程", "交通局", 8600, 4000, 2000, 2600],
    ]);
    expect(ledger.header).toEqual({ top: 1, bottom: 1 });
  });

  it("under a group that ends like an office", () => {
    const ledger = ledgerOf([
      [null, null, null, "主管局", null],
      ["序号", "项目名称", "总投资", "名称", "联系人"],
      [1, "某县青石河大桥新建工程", 8600, "交通局", "王明"],
      [2, "某县第三小学新建工程", 3600, "教育局", "李华"],
    ]);
    expect(fieldsOf(ledger)).toMatchObject({ "主管局·名称": "department", "主管局·联系人": "person" });
  });

  it("over three rows under a title as wide as the sheet", () => {
    const ledger = ledgerOf(
      [
        spread("某县2025年项目前期工作台账", 9),
        ["序号", "项目名称", "责任单位", "前期手续", null, null, null, "投资", null],
        [null, null, null, "可研", null, "环评", null, "总投资", "2025年计划"],
        [null, null, null, "批复文号", "批复时间", "办理情况", "受理时间", null, null],
        [1, "某县青石河大桥新建工程", "交通局", "某发改〔2024〕12号", "2024-11-02", "办理中", "2025-05-06", 8600, 2000],
      ],
      { merges: ["A1:I1", "A2:A4", "B2:B4", "C2:C4", "D2:G2", "H2:I2", "D3:E3", "F3:G3", "H3:H4", "I3:I4"] },
    );
    expect(ledger.header).toEqual({ top: 2, bottom: 4 });
    expect(ledger.columns.map(({ field }) => field)).toEqual([
      "serial",
      "name",
      "department",
      "proc.feasibility.no",
      "proc.feasibility.on",
      "proc.eia",
      "proc.eia.accepted",
      "totalInvestment",
      "planThisYear",
    ]);
    expect(ledger.projects[0]?.values["proc.feasibility"]).toMatchObject({ state: "done", no: ["某发改〔2024〕12号"] });
    expect(ledger.projects[0]?.values["proc.eia"]).toMatchObject({ state: "doing", accepted: { from: "2025-05-06" } });
  });

  it("where the user says it stands", () => {
    const ledger = ledgerOf([["编号", "名称", "部门", "总投资"], HEAD, P, Q], {
      choices: { header: { top: 2, bottom: 2 } },
    });
    expect(ledger.header).toEqual({ top: 2, bottom: 2 });
    expect(ledger.projects).toHaveLength(2);
  });
});

describe("the rows above", () => {
  it.each([
    ["填报说明：请各单位于6月20日前报送储备项目", null, null],
    ["说明：本表由项目单位填写", null, null],
    ["2025年6月20日前开工项目台账", "2025年6月20日前开工项目台账", null],
    ["2025年5月项目台账", "2025年5月项目台账", 5],
  ])("%j calls the ledger %j, of month %j", (row, title, month) => {
    const ledger = ledgerOf([[row], HEAD, P]);
    expect([ledger.title, statedMonth(ledger)]).toEqual([title, month]);
  });

  it("say title, reporter, unit and year", () => {
    const ledger = ledgerOf([
      ["附件1"],
      ["某县2025年重点项目进展情况表"],
      ["填报单位（盖章）：某县交通运输局", null, null, null, "单位：万元"],
      HEAD,
      P,
    ]);
    expect(ledger).toMatchObject({
      title: "某县2025年重点项目进展情况表",
      reporter: "某县交通运输局",
      unit: "万元",
      year: 2025,
    });
    expect(skippedOf(ledger)).toEqual({ 1: "title", 2: "title", 3: "title" });
  });

  const UNITS: readonly (readonly [string, string | null])[] = [
    ["单位：万元", "万元"],
    ["单位:亿元", "亿元"],
    ["（单位：元）", "元"],
    ["金额单位：人民币万元", "万元"],
    ["单位：个、万元", "万元"],
    ["单位：万元、个", "万元"],
    ["计量单位：亿元、%", "亿元"],
    ["填报单位：交通局    单位：万元", "万元"],
    ["金额：元", "元"],
    ["（资金：亿元）", "亿元"],
    ["投资额：万元", "万元"],
    ["金额为元", "元"],
    ["币种：人民币（万元）", "万元"],
    ["总投资：5000万元", null],
    ["资金：已全部落实", null],
    ["填报单位：交通局", null],
    ["单位：交通局", null],
  ];
  it.each(UNITS)("%j states %s", (text, unit) => {
    expect(ledgerOf([["项目台账"], [null, null, null, text], HEAD, P]).unit).toBe(unit);
  });

  const REPORTERS: readonly (readonly [Rows[number], string | null])[] = [
    [["填报单位：交通局"], "交通局"],
    [["填报单位：", "交通局"], "交通局"],
    [["填报单位（盖章）：", null, null, "单位：万元"], null],
    [["报送部门：水利局（盖章）"], "水利局"],
    [["填报单位：教育局   填报时间：2025年6月20日"], "教育局"],
    [["填报单位：县住房和城乡建设局　　　　更新时间：2025年6月18日"], "县住房和城乡建设局"],
    [["责任科室：项目科    填报单位：水  务  局    数据口径：6月"], "水务局"],
    [["填报单位：教育局\n调度频次：每周"], "教育局"],
    [["单位：县卫生健康局 金额单位：万元"], "县卫生健康局"],
    [["填报单位：教育局 更新时间：6月"], "教育局"],
    [["单位名称：平川县水务局        联系人：周某      电话：13600004444"], "平川县水务局"],
    [["填报单位：教育局 单位负责人：李某"], "教育局"],
    [["填报单位：教育局 审核人：李某 联系方式：0312-5551234"], "教育局"],
    [["填报单位：教育局 分管领导：李某"], "教育局"],
    [["单位：万元"], null],
    [["单位：亩、万元"], null],
    [["单位：个，公里、人民币亿元"], null],
    [["单位：座"], null],
    [["单位：元氏县教育局"], "元氏县教育局"],
    [["单位：万元街道办事处"], "万元街道办事处"],
    [["填报：云溪县水务局"], "云溪县水务局"],
    [["填报：赵建明"], null],
  ];
  it.each(REPORTERS)("%j names %s", (row, reporter) => {
    expect(ledgerOf([["项目台账"], row, HEAD, P]).reporter).toBe(reporter);
  });

  const NO_DEPARTMENT = ["序号", "项目名称", "总投资（万元）"];
  const OWNERS: readonly (readonly [string, string | null])[] = [
    ["云岭县应急管理局2025年5月份重点工程调度表（单位：万元）", "云岭县应急管理局"],
    ["柳沟乡2025年村级小型公益项目计划表", "柳沟乡"],
    ["云岭经济开发区2025年重点项目一览表", "云岭经济开发区"],
    ["云岭县城市建设投资有限公司项目资金台账", "云岭县城市建设投资有限公司"],
    ["县机关事务服务中心拟建工程前期手续表", "县机关事务服务中心"],
    ["云岭县住房和城乡建设管理局", "云岭县住房和城乡建设管理局"],
    ["白桦镇人民政府（盖章）", "白桦镇人民政府"],
    ["云岭县2025年政府投资项目储备库", null],
    ["某县养老服务中心建设项目台账", null],
    ["某县各乡镇2025年项目台账", null],
    ["全县各局项目台账", null],
    ["某县各局重点项目台账", null],
    ["某县安全生产监督管理局项目台账", "某县安全生产监督管理局"],
    ["城镇2025年老旧小区改造项目表", null],
    ["特色小镇建设项目台账", null],
    ["柳林镇供水工程进度表", null],
    ["产业布局项目清单", null],
    ["教育局业务用房改造项目表", null],
  ];
  it.each(OWNERS)("%j alone names %s, where no column does", (title, reporter) => {
    const below = [[1, "甲县第一小学新建工程", 300]];
    expect(ledgerOf([[title], NO_DEPARTMENT, ...below]).reporter).toBe(reporter);
    expect(ledgerOf([[title], HEAD, P]).reporter).toBeNull();
    expect(ledgerOf([[title], ["填报单位：财政局"], NO_DEPARTMENT, ...below]).reporter).toBe("财政局");
  });

  const YEARS: readonly (readonly [string, Rows[number], string, number | null])[] = [
    ["the title's", ["某县2025年项目台账"], "台账.xlsx", 2025],
    ["the file's", ["项目台账"], "2024年项目台账.xlsx", 2024],
    ["a file's day", ["项目台账"], "台账20250620.xlsx", 2025],
    ["a file's month", ["项目台账"], "2025.6项目台账.xlsx", 2025],
    ["the reporting day's", ["填报时间：2023年5月6日"], "台账.xlsx", 2023],
    ["a day's alone", ["（截至2023.6.12）"], "台账.xlsx", 2023],
    ["that up to which its figures go", ["截至2025年5月底"], "台账.xlsx", 2025],
    [
      "the reporting day's, not the end of what is told",
      ["填报时间：2025年1月6日", "数据截至2024年12月底"],
      "台账.xlsx",
      2025,
    ],
    ["none of a document", ["附件：某政办〔2024〕12号"], "台账.xlsx", null],
    ["none", ["项目台账"], "台账.xlsx", null],
  ];
  it.each([
    ["2024年", 2024],
    ["2024年度项目台账", 2024],
    ["2024年结转", 2025],
    ["2024—2026年", 2025],
    ["台账", 2025],
  ])("the sheet %j in a file of 2025 is of %d", (name, year) => {
    expect(ledgerOf([["项目台账"], HEAD, P], { file: "2025年台账.xlsx", name }).year).toBe(year);
  });

  it.each(YEARS)("the year is %s", (_, row, file, year) => {
    expect(ledgerOf([row, HEAD, P], { file }).year).toBe(year);
  });
});
