/** A county's collection to write bulletins and workbooks of: departments that plan, complete, call on the province, rank and replace. */
import { calendarOf } from "../../src/policy/calendar";
import { makeJudge } from "../../src/policy/classify";
import { packInForce } from "../../src/policy/load";
import type { Pack } from "../../src/policy/pack";
import { acrossFiles } from "../../src/report/export/collect/across";
import { changesSince, statesOf } from "../../src/report/export/collect/previous";
import type { Collection } from "../../src/report/export/collect/collection";
import { yearFigures } from "../../src/report/export/collect/standing";
import { EMPTY, merge, summarise } from "../../src/report/export/collect/summary";
import { runThrough, type Run } from "../../src/report/run";
import type { CellValue } from "../../src/sheet/cell";
import { gridSheet } from "../../src/sheet/grid";

export const AS_OF = "2025-06-20";
const shipped = packInForce(AS_OF).pack;

const ROSTER = ["水务局", "交通运输局", "教育局", "民政局", "文化和旅游局", "农业农村局"];

export const PACK: Pack = {
  ...shipped,
  roster: ROSTER.map((name) => ({
    id: name,
    name,
    aliases: [],
    from: "2025-01-01",
    basis: { document: "部门名录" },
    confidence: "H",
    group: "",
    person: "",
    phone: "",
  })),
};

const calendar = calendarOf(PACK);
const judge = makeJudge(PACK);

type Grid = readonly (readonly CellValue[])[];

export function runOf(path: string, sheets: Readonly<Record<string, Grid>>, asOf = AS_OF): Run {
  return runThrough([{ path, sheets: Object.entries(sheets).map(([name, cells]) => gridSheet(name, cells)) }], {
    pack: PACK,
    asOf,
  });
}

const HEADING = [
  "项目名称",
  "责任部门",
  "总投资（万元）",
  "项目阶段",
  "入库时间",
  "年度计划投资（万元）",
  "本年完成投资（万元）",
  "累计完成投资（万元）",
  "批复资金（万元）",
  "到位资金（万元）",
  "计划开工时间",
  "实际开工时间",
  "审核结果",
  "退回原因",
  "包抓领导",
  "补进项目",
] as const;

/** Of one department: rows by name, amounts drawn so that no two shares are alike. */
function departmentRows(department: string, seed: number): CellValue[][] {
  const plan = 1000 + seed * 700;
  return [
    [
      `云溪县${department.slice(0, 2)}提升改造工程`,
      department,
      5200.5 + seed * 333,
      "建设",
      "2025-03-01",
      plan,
      Math.round(plan * (0.2 + seed * 0.11)),
      plan + 77,
      3000 + seed * 10,
      1111 * (seed + 1),
      "2025-02-01",
      "2025-02-20",
      "通过",
      null,
      "张县长",
      null,
    ],
    [
      `云溪县${department.slice(0, 2)}储备项目`,
      department,
      8000 + seed,
      "储备",
      "2025-05-10",
      500,
      0,
      null,
      null,
      null,
      "2025-01-15",
      null,
      seed === 1 ? "未通过" : null,
      seed === 1 ? "不符合资金投向" : null,
      "李副县长",
      null,
    ],
  ];
}

const LEAVING: readonly (readonly CellValue[])[] = [
  ["石板沟水库工程", "水务局", 4000, "调出", "2025-01-10", ...Array<null>(10).fill(null), "补进：青龙沟水库工程"],
  ["青龙沟水库工程", "水务局", 4600, "储备", "2025-06-01", ...Array<null>(10).fill(null), "替换石板沟水库工程"],
  ["黄家湾灌区工程", "水务局", 2000, "调出", "2025-01-10", ...Array<null>(11).fill(null)],
];

const CONTACTS: Grid = [
  ["对接单位", "对接时间", "责任部门", "对接事项"],
  ["省水利厅", "2025-05-12", "水务局", "灌区项目"],
  ["市水利局", "2025-06-10", "水务局", "灌区项目"],
  ["省水利厅", "2025-06-11", "水务局", "水库项目"],
  ["省教育厅", "2025-05-20", "教育局", "学校项目"],
];

const TARGETS: Grid = [
  ["考核指标", "责任部门", "目标值", "全市排名", "等次"],
  ["固定资产投资增速", "交通运输局", "8%", "并列5", "优秀"],
  ["争取到位资金", "民政局", "12亿元", 2, "良好"],
  ["新开工项目数", "教育局", "20个", "第4名", ""],
];

export const RUNS: readonly Run[] = [
  runOf("水务局.xlsx", {
    台账: [HEADING, ...departmentRows("水务局", 1), ...LEAVING],
    对接台账: CONTACTS,
    责任书: TARGETS,
  }),
  ...["交通运输局", "教育局", "民政局", "文化和旅游局"].map((department, index) =>
    runOf(`${department}.xlsx`, { 台账: [HEADING, ...departmentRows(department, index === 2 ? 1 : index + 2)] }),
  ),
];

/** Two of its departments a year ago. */
const BEFORE = [
  runOf("去年.xlsx", { 台账: [HEADING, ...departmentRows("水务局", 3), ...departmentRows("教育局", 2)] }),
].flatMap(({ ledgers }) => ledgers);

export function collectionOf(runs: readonly Run[] = RUNS, more: Partial<Collection> = {}): Collection {
  const ledgers = runs.flatMap((run) => run.ledgers);
  return {
    summary: runs
      .map((run) => summarise(run, { path: run.files[0]?.path ?? "", receipt: "none", writtenOn: AS_OF }))
      .reduce(merge, EMPTY),
    across: acrossFiles(ledgers, { pack: PACK, asOf: AS_OF, run: { judge, calendar } }),
    pack: PACK,
    calendar,
    asOf: AS_OF,
    due: "2025-06-10",
    changes: changesSince(statesOf(BEFORE), statesOf(ledgers), PACK),
    lastYear: yearFigures(BEFORE, PACK),
    ...more,
  };
}
