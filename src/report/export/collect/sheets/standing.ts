/** Who stands where, as sheets: 部门排名, 亮红灯项目, 考核位次, 奖励扣减, 对接日历, 调出补进对照. */
import type { Pack } from "../../../../policy/pack";
import { elapsedShare } from "../../../../reserve/pace";
import { rate, roundShare } from "../../../../reserve/rates";
import type { CellValue } from "../../../../sheet/cell";
import type { ExportSheet } from "../../../../sheet/exportSheet";
import { definition } from "../../../../words/definitions";
import { formSheet, type FormColumn } from "../../form";
import { NUMBER_COLUMN } from "../../rows";
import { BOARDS, gradeText, LIGHT_KINDS, LIGHTS, presetText, rankingOf } from "../ranking";
import { NONE_APPLIED, plusApplied, type Applied, type Replacement, type Standing } from "../standing";

export interface StandingOf {
  readonly standing: Standing;
  readonly pack: Pack;
  /** YYYY-MM-DD. */
  readonly asOf: string;
}

/** Sheets about which nothing was handed in are left out. */
export function standingSheets(of: StandingOf): ExportSheet[] {
  return [
    rankingSheet(of),
    redSheet(of),
    gradeSheet(of),
    applicationSheet(of),
    rewardSheet(of),
    contactsCalendar(of),
    replacementSheet(of),
  ].filter((sheet) => sheet !== null);
}

function rankingSheet({ standing, pack, asOf }: StandingOf): ExportSheet | null {
  const order = rankingOf(standing, pack, asOf);
  if (order.length === 0) return null;
  const elapsed = elapsedShare(asOf);
  const { is, counts } = definition("yearCompletion", "zh");
  return formSheet({
    name: "部门排名",
    title: "年度投资完成情况横向比较",
    asOf,
    money: true,
    lines: [
      `年度投资完成率：${is}。${counts}只列两项都填报了的部门。`,
      ...pack.lights.slice(0, 1).map(presetText),
      ...pack.ranks.filter(({ numbers }) => numbers["redDepartments"] !== undefined).map(presetText),
    ],
    columns: [
      { heading: "位次", format: "count", width: 7 },
      { heading: "部门", format: "text", width: 24 },
      { heading: "本年完成（万元）", format: "amount" },
      { heading: "年度计划（万元）", format: "amount" },
      { heading: "完成率", format: "share" },
      { heading: "时间进度", format: "share" },
      { heading: "比时间进度", format: "share" },
      { heading: "亮灯", format: "text", width: 8 },
      { heading: "榜单", format: "text", width: 8 },
      { heading: "并列", format: "wrapped", width: 24 },
    ],
    rows: order.map(({ department, completion, rank, tied, light, board }): CellValue[] => [
      rank,
      department,
      completion.numerator,
      completion.denominator,
      completion.share,
      roundShare(elapsed),
      completion.share === null ? null : roundShare(completion.share - elapsed),
      light === null ? null : LIGHTS[light],
      board === null ? null : BOARDS[board],
      tied.join("、"),
    ]),
    charts: [{ title: "年度投资完成率", kind: "bar", names: 1, figures: 4, first: 0, last: order.length - 1 }],
  });
}

function redSheet({ standing: { red }, asOf }: StandingOf): ExportSheet | null {
  if (red.length === 0) return null;
  return formSheet({
    name: "亮红灯项目",
    title: "亮红灯的项目",
    asOf,
    columns: [
      NUMBER_COLUMN,
      { heading: "项目", format: "wrapped", width: 40 },
      { heading: "责任部门", format: "text", width: 20 },
      { heading: "红灯", format: "text", width: 8 },
      { heading: "文件", format: "wrapped", width: 30 },
      { heading: "工作表", format: "text" },
      { heading: "单元格", format: "text", width: 9 },
      { heading: "整改措施", format: "wrapped", width: 30 },
      { heading: "整改时限", format: "day" },
    ],
    rows: red.map(({ project, department, light, file, sheet, cell }, index) => [
      index + 1,
      project,
      department,
      LIGHT_KINDS[light],
      file,
      sheet,
      cell,
      null,
      null,
    ]),
  });
}

function gradeSheet({ standing: { indicators }, pack, asOf }: StandingOf): ExportSheet | null {
  if (indicators.every(({ rank }) => rank === null)) return null;
  const [preset] = pack.ranks.filter(({ numbers }) => numbers["top"] !== undefined);
  return formSheet({
    name: "考核位次",
    title: "考核指标位次和等次影响",
    asOf,
    lines: preset ? [presetText(preset)] : [],
    columns: [
      NUMBER_COLUMN,
      { heading: "指标", format: "wrapped", width: 32 },
      { heading: "牵头部门", format: "text", width: 20 },
      { heading: "目标", format: "text", width: 14 },
      { heading: "完成", format: "text", width: 14 },
      { heading: "位次", format: "count" },
      { heading: "原等次", format: "text", width: 10 },
      { heading: "等次影响", format: "wrapped", width: 28 },
      { heading: "文件", format: "wrapped", width: 26 },
      { heading: "行", format: "count" },
    ],
    rows: [...indicators]
      .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.indicator < b.indicator ? -1 : 1))
      .map((each, index) => [
        index + 1,
        each.indicator,
        each.department,
        each.target,
        each.actual,
        each.rank,
        each.grade,
        each.rank === null ? "没有填报位次" : gradeText(each, pack),
        each.file,
        each.row,
      ]),
  });
}

/** 成功率 and why applications came back, each share beside its two figures. */
function applicationSheet({
  standing: { applicationsByDepartment, applicationsByChannel },
  asOf,
}: StandingOf): ExportSheet | null {
  const departments = Object.entries(applicationsByDepartment);
  if (departments.length === 0) return null;
  const all = departments.map(([, applied]) => applied).reduce(plusApplied, NONE_APPLIED);
  const rowOf = (group: string, name: string, each: Applied): CellValue[] => [
    group,
    name,
    each.applied,
    each.passed,
    rate("success", each.passed, each.applied).share,
    each.channel,
    rate("refused", each.channel, each.applied).share,
    each.study,
    rate("refused", each.study, each.applied).share,
    each.other,
    each.applied - each.passed - each.channel - each.study - each.other,
  ];
  const success = definition("success", "zh");
  return formSheet({
    name: "申报审核情况",
    title: "申报项目审核和退回情况",
    asOf,
    lines: [`${success.name}：${success.is}。${success.counts}各原因占比的分母都是申报个数。`],
    columns: [
      { heading: "分组", format: "text", width: 10 },
      { heading: "名称", format: "text", width: 26 },
      { heading: "申报个数", format: "count", width: 10 },
      { heading: "通过个数", format: "count", width: 10 },
      { heading: "成功率", format: "share" },
      { heading: "不符合资金投向", format: "count", width: 15 },
      { heading: "占申报总数", format: "share", width: 12 },
      { heading: "可研质量不高", format: "count", width: 14 },
      { heading: "占申报总数", format: "share", width: 12 },
      { heading: "其他原因退回", format: "count", width: 14 },
      { heading: "结果未出", format: "count", width: 10 },
    ],
    rows: [
      rowOf("合计", "全部申报", all),
      ...departments.map(([name, each]) => rowOf("责任部门", name, each)),
      ...Object.entries(applicationsByChannel).map(([name, each]) => rowOf("资金渠道", name, each)),
    ],
    strong: [0],
  });
}

/** 没有通过的，年底兑现包抓项目奖励时予以扣除. */
function rewardSheet({ standing: { refused }, asOf }: StandingOf): ExportSheet | null {
  if (refused.length === 0) return null;
  return formSheet({
    name: "奖励扣减",
    title: "年底兑现包抓项目奖励时予以扣除的项目",
    asOf,
    lines: ["列入：审核结果为没有通过，或填了退回原因的项目。扣减数额由考核部门定，本表不推算。"],
    columns: [
      NUMBER_COLUMN,
      { heading: "项目", format: "wrapped", width: 40 },
      { heading: "责任部门", format: "text", width: 20 },
      { heading: "包抓领导", format: "text", width: 14 },
      { heading: "没有通过的原因", format: "wrapped", width: 36 },
      { heading: "文件", format: "wrapped", width: 26 },
      { heading: "行", format: "count" },
      { heading: "扣减数额（万元）", format: "amount", width: 16 },
    ],
    rows: refused.map(({ project, department, leader, reason, file, row }, index) => [
      index + 1,
      project,
      department,
      leader,
      reason,
      file,
      row,
      null,
    ]),
  });
}

/** Departments by months, with how often each called on the province or city. */
export function contactsCalendar({ standing: { visits }, pack, asOf }: StandingOf): ExportSheet | null {
  const known = Object.keys(visits);
  if (known.length === 0) return null;
  const wanted = pack.rules["D604"]?.numbers["visitsPerMonth"] ?? 1;
  const months = monthsOf(Object.values(visits).flatMap(Object.keys), asOf.slice(0, 7));
  const names = [...new Set([...pack.roster.map(({ name }) => name), ...known])];
  const rows = names.map((name): CellValue[] => {
    const times = months.map((month) => visits[name]?.[month] ?? 0);
    const lacking = months.filter((month, index) => month <= asOf.slice(0, 7) && (times[index] ?? 0) < wanted);
    return [name, ...times, times.reduce((sum, each) => sum + each, 0), lacking.map(monthText).join("、")];
  });
  const sums = months.map((month) => names.reduce((sum, name) => sum + (visits[name]?.[month] ?? 0), 0));
  rows.push(["合计", ...sums, sums.reduce((sum, each) => sum + each, 0), ""]);
  return formSheet({
    name: "对接日历",
    title: "赴省市对接日历",
    asOf,
    lines: [`格子里是当月对接次数，每月至少 ${String(wanted)} 次；不足的月份列在最后一列。`],
    columns: [
      { heading: "部门", format: "text", width: 24 },
      ...months.map((month): FormColumn => ({ heading: monthText(month), format: "count", width: 11 })),
      { heading: "合计", format: "count" },
      { heading: "不足的月份", format: "wrapped", width: 36 },
    ],
    rows,
    strong: [rows.length - 1],
  });
}

/** Every month from the first to the last one of which anything is known, and up to the day. */
function monthsOf(visited: readonly string[], now: string): string[] {
  const [first = now] = [...visited].sort();
  const last = [...visited, now].sort().at(-1) ?? now;
  const months: string[] = [];
  let [year = 0, month = 1] = first.split("-").map(Number);
  for (;;) {
    const name = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
    // A mistyped year must not make a sheet of a thousand columns.
    if (name > last || months.length >= LONGEST_CALENDAR) return months;
    months.push(name);
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year++;
  }
}

const LONGEST_CALENDAR = 60;

function monthText(month: string): string {
  return `${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`;
}

/** 调出的必须补进: each project that left beside the one that came for it. */
export function replacementSheet({ standing: { replacements }, asOf }: StandingOf): ExportSheet | null {
  if (replacements.length === 0) return null;
  const left = replacements.filter(({ kind }) => kind === "调出");
  const came = replacements.filter(({ kind }) => kind === "补进");
  const taken = new Set<Replacement>();
  const pairs = left.map((gone) => {
    const match = came.find((each) => !taken.has(each) && (names(gone, each) || names(each, gone))) ?? null;
    if (match) taken.add(match);
    return { gone, match };
  });
  const rows = [
    ...pairs.map(({ gone, match }) => replacementRow(gone, match)),
    ...came.filter((each) => !taken.has(each)).map((each) => replacementRow(null, each)),
  ];
  return formSheet({
    name: "调出补进对照",
    title: "调出项目和补进项目对照表",
    asOf,
    money: true,
    lines: [
      `调出 ${String(left.length)} 个，补进 ${String(came.length)} 个，对上的 ${String(taken.size)} 对。对照以“补进项目”一列写的名称为准。`,
    ],
    columns: [
      NUMBER_COLUMN,
      { heading: "调出项目", format: "wrapped", width: 34 },
      { heading: "责任部门", format: "text" },
      { heading: "总投资（万元）", format: "amount" },
      { heading: "补进项目", format: "wrapped", width: 34 },
      { heading: "补进部门", format: "text" },
      { heading: "补进总投资（万元）", format: "amount", width: 18 },
      { heading: "增减（万元）", format: "amount" },
      { heading: "情况", format: "wrapped", width: 30 },
    ],
    rows: rows.map((row, index) => [index + 1, ...row]),
  });
}

function names(one: Replacement, other: Replacement): boolean {
  return other.project !== "" && one.counterpart.includes(other.project);
}

function replacementRow(gone: Replacement | null, came: Replacement | null): CellValue[] {
  const difference = gone?.wan != null && came?.wan != null ? Math.round((came.wan - gone.wan) * 1e6) / 1e6 : null;
  return [
    gone?.project ?? null,
    gone?.department ?? null,
    gone?.wan ?? null,
    came?.project ?? null,
    came?.department ?? null,
    came?.wan ?? null,
    difference,
    situation(gone, came),
  ];
}

function situation(gone: Replacement | null, came: Replacement | null): string {
  if (gone && came) return "已补进";
  if (came) return came.counterpart === "" ? "没有写替换哪个项目" : `写的是“${came.counterpart}”，没有对上调出的项目`;
  return gone?.counterpart ? `写的是“${gone.counterpart}”，台账里没有这个项目` : "未补进";
}
