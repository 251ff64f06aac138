/** Sheets that are no project ledger: what they are, or why not. */
import { ledgerOf, type Rows } from "./ledgerOf";

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
    "a ledger of one row a procedure",
    [
      ["项目名称", "手续名称", "责任单位", "总投资（万元）", "受理时间", "办结时间"],
      ["某县青石河大桥新建工程", "可研", "交通局", 8600, "2025-05-01", "2025-05-20"],
      ["某县青石河大桥新建工程", "环评", "交通局", 8600, "2025-05-11", null],
    ],
    "一行一个手续",
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
