/** Sheets that are no project ledger: what they are, or why not. */
import { readLedger } from "../../../src/ledger/read";
import { gridSheet } from "../../../src/sheet/grid";
import { ledgerOf, type Rows } from "../ledgerOf";

const POLICIES: Rows = [
  ["政策研究台账"],
  ["序号", "政策名称", "文号", "发文单位", "发文日期", "支持领域", "申报截止时间", "责任部门"],
  [
    1,
    "关于某项资金管理的办法",
    "某财建〔2024〕12号",
    "某省财政厅",
    "2024年12月",
    "交通基础设施",
    "2025年6月底",
    "财政局",
  ],
];
const CONTACTS: Rows = [
  ["赴省市对接台账"],
  ["序号", "责任部门", "对接时间", "对接单位", "层级", "对接事项", "对接成果"],
  [1, "交通局", "2025年3月6日", "省交通厅", "省", "公路项目资金", "同意纳入计划"],
  [2, null, "2025年4月8日", "市交通局", "市", "公路项目资金", null],
  ["合计", null, null, null, null, null, "2次"],
];
const TARGETS: Rows = [
  ["2025年目标责任分解表"],
  ["序号", "考核指标", "目标值", "责任部门", "配合部门", "责任领导", "完成时限", "位次"],
  [1, "固定资产投资增速", "8%", "发改局", "统计局", "王某", "2025年底", 3],
];

describe("sheets with a role of their own", () => {
  it("policies", () => {
    const ledger = ledgerOf(POLICIES);
    expect(ledger.role).toBe("policies");
    expect(ledger.table?.rows).toMatchObject([
      {
        row: 3,
        values: {
          name: "关于某项资金管理的办法",
          number: "某财建〔2024〕12号",
          issuer: "某省财政厅",
          issuedOn: { from: "2024-12-01" },
          department: "财政局",
        },
      },
    ]);
  });

  it("contacts, a merged department speaking for its rows, a total left out", () => {
    const ledger = ledgerOf(CONTACTS, { merges: ["B3:B4"] });
    expect(ledger.role).toBe("contacts");
    expect(ledger.table?.rows.map(({ values }) => [values["department"], values["counterpart"]])).toEqual([
      ["交通局", "省交通厅"],
      ["交通局", "市交通局"],
    ]);
    expect(ledger.table?.rows[0]?.values["on"]).toMatchObject({ from: "2025-03-06" });
  });

  it("targets", () => {
    const ledger = ledgerOf(TARGETS);
    expect(ledger.role).toBe("targets");
    expect(ledger.table?.rows[0]?.values).toMatchObject({
      indicator: "固定资产投资增速",
      target: "8%",
      department: "发改局",
      cooperators: "统计局",
      rank: 3,
    });
  });
});

const OTHERS: readonly (readonly [string, Rows, string])[] = [
  ["an empty sheet", [], "空白工作表"],
  ["a sheet of blanks", [[null], [null, "  "]], "空白工作表"],
  [
    "a sheet of words",
    [["填表说明"], ["一、本表由各部门填报。"], ["二、金额以万元计。"]],
    "没有找到表头：这张表只有说明文字，缺少“项目名称”",
  ],
  [
    "a form of one project",
    [
      ["项目申报表"],
      ["项目名称", "某县青石河大桥新建工程", "项目代码", "2503-130981-04-01-573274"],
      ["建设单位", "某县交通局", "联系人", "王某"],
      ["总投资", 8600, "建设性质", "新建"],
      ["建设地点", "某镇", "建设起止年限", "2025-2026"],
      ["建设内容及规模", "新建桥梁一座"],
      ["存在问题", "无"],
    ],
    "一表一项目的申报表",
  ],
  [
    "an overview by department",
    [
      ["各部门项目汇总"],
      ["部门", "项目个数", "总投资（万元）", "年度计划投资（万元）", "完成投资（万元）"],
      ["交通局", 12, 340000, 56000, 20000],
      ["水利局", 6, 120000, 26000, 10000],
    ],
    "",
  ],
];

it.each(OTHERS)("%s is other", (_, rows, why) => {
  const ledger = ledgerOf(rows);
  expect(ledger.role).toBe("other");
  expect(ledger.why).toContain(why);
  expect(ledger.projects).toEqual([]);
});

it("a ledger of three columns is one of projects", () => {
  expect(
    ledgerOf([
      ["序号", "项目名称", "总投资"],
      [1, "某县青石河大桥新建工程", 8600],
    ]).role,
  ).toBe("projects");
});

it("a ledger of projects with columns of policy is one of projects", () => {
  const rows: Rows = [
    ["序号", "项目名称", "责任部门", "总投资（万元）", "政策依据", "文号", "支持领域"],
    [1, "某县青石河大桥新建工程", "交通局", 8600, "某办法", "某财建〔2024〕12号", "交通基础设施"],
  ];
  expect(ledgerOf(rows).role).toBe("projects");
});

const ROSTERS: readonly (readonly [string, string, Rows])[] = [
  [
    "with the group of each department",
    "Sheet1",
    [
      ["部门名称", "口", "对上争取专人", "联系电话"],
      ["交通运输局", "经济", "王某", "0570-3021234"],
      ["教育局", "社会", null, null],
    ],
  ],
  [
    "called so, with persons and telephones",
    "部门名录",
    [
      ["县直有关部门名录"],
      ["序号", "单位", "专人", "联系电话"],
      [1, "交通运输局", "王某", "0570-3021234"],
      [2, "教育局", null, null],
    ],
  ],
];

describe("a roster of departments", () => {
  it.each(ROSTERS)("%s", (_, name, rows) => {
    const ledger = readLedger(gridSheet(name, rows), { file: "台账.xlsx" });
    expect(ledger).toMatchObject({ role: "other", projects: [] });
    expect(ledger.why).toContain("部门名录");
    expect(ledger.table?.kind).toBe("roster");
    expect(ledger.table?.rows.map(({ values }) => [values["department"], values["person"]])).toEqual([
      ["交通运输局", "王某"],
      ["教育局", undefined],
    ]);
  });

  it("is not every list of names and telephones, nor a ledger of projects", () => {
    const people: Rows = [
      ["单位", "姓名", "电话"],
      ["交通运输局", "王某", "0570-3021234"],
    ];
    expect(ledgerOf(people).table).toBeNull();
    const projects: Rows = [
      ["项目名称", "责任部门", "总投资（万元）", "联系人", "电话"],
      ["某县青石河大桥新建工程", "交通局", 8600, "王某", "0570-3021234"],
    ];
    expect(readLedger(gridSheet("部门联系人名录", projects), { file: "台账.xlsx" }).role).toBe("projects");
  });
});

describe("a ledger of one row a procedure", () => {
  const ledger = ledgerOf(
    [
      ["2025年项目前期手续台账"],
      ["项目名称", "手续名称", "责任单位", "受理时间", "办结时间", "文号", "办理状态", "要求办结时间", "经办科室"],
      ["某县青石河大桥新建工程", "可行性研究报告审批", "交通局", "2025-04-10", null, null, "办理中", null, "审批股"],
      [null, "环评", null, "5月11日", "5月20日", "某环审〔2025〕3号", "已办结", null, "审批股"],
      [null, "防洪评价", null, null, null, null, null, null, "审批股"],
      ["某县第三小学扩建工程", "用地预审与选址意见书", "教育局", null, null, null, "未办理", "2025年6月底前", "审批股"],
      ["注：每周五更新", null, null, null, null, null, null, null, null],
    ],
    { merges: ["A3:A5"] },
  );

  it("has a project a name, with the steps of all its rows, and says how it was read", () => {
    expect(ledger.role).toBe("other");
    expect(ledger.why).toContain("手续台账");
    expect(ledger.projects.map(({ row, values }) => [row, values.name, values.department])).toEqual([
      [3, "某县青石河大桥新建工程", "交通局"],
      [6, "某县第三小学扩建工程", "教育局"],
    ]);
    expect(ledger.projects[0]?.values).toMatchObject({
      "proc.feasibility": { state: "doing", accepted: { from: "2025-04-10" } },
      "proc.eia": { state: "done", no: ["某环审〔2025〕3号"], on: { from: "2025-05-20" } },
    });
    expect(ledger.projects[1]?.values["proc.site"]).toMatchObject({
      state: "todo",
      due: { to: "2025-06-30", by: true },
    });
  });

  it("remembers the cell of each value", () => {
    const places = ledger.projects[0]?.places;
    expect(places?.get("proc.eia.on")).toMatchObject({ row: 4, column: 4, cell: "5月20日" });
    expect(places?.get("proc.feasibility.accepted")).toMatchObject({ row: 3, column: 3 });
  });
});

it("what each department is to reach of the one thing that the title names is a table of targets", () => {
  const rows = [
    ["2025年对上争取资金目标任务分解表"],
    ["序号", "责任部门", "全年目标任务", "截至5月底完成", "完成率", "备注"],
    [1, "水务局", 12000, 6100, 0.508, null],
    [2, "交通运输局", 18000, 9500, 0.528, null],
    ["合计", null, 30000, 15600, 0.52, null],
  ];
  expect(ledgerOf(rows)).toMatchObject({ role: "targets", table: { rows: [{ row: 3 }, { row: 4 }] } });
});
