/** 月通报: the month's figures, every one with what it counts and every share with both of its figures. */
import { serialFromDay } from "../../../measure/day";
import { elapsedShare } from "../../../reserve/pace";
import { NOT_STATED } from "../../../reserve/place";
import { ranked } from "../../../reserve/ranks";
import type { DocumentSection, DocumentTable, ExportDocument } from "../../../sheet/exportDocument";
import { definition, type FigureKey } from "../../../words/definitions";
import { ruleSentences } from "../../../words/finding";
import { missingText } from "../../../words/missing";
import { figureText } from "../../../words/say";
import { inChineseMarks } from "../chineseMarks";
import { documentText } from "../documentText";
import { growthText, percentOf, printed, shareText } from "../shares";
import { BOARDS, gradeFigures, gradeText, LIGHT_KINDS, LIGHTS, presetText, rankingOf } from "./ranking";
import { isAcrossFiles } from "./across";
import { wan, type Collection } from "./collection";
import { doublesOf } from "./sheets/doubles";
import { emptyOnes, LATE_BY, lateOnes, unreadOnes, type Owing } from "./owing";
import { ratesOf, targetState } from "./progress";
import { coverageText } from "./coverage";
import type { Change } from "./previous";
import { NONE_APPLIED, plusApplied, YEAR_FIGURES, type YearFigure, type YearFigures } from "./standing";

/** The bulletin as text to paste. */
export function bulletin(collection: Collection): string {
  return documentText(bulletinOf(collection));
}

interface Section {
  readonly title: string;
  readonly lines: readonly string[];
  readonly tables?: readonly DocumentTable[];
}

/** Sections about which nothing was handed in are left out. */
export function bulletinOf(collection: Collection): ExportDocument {
  const { asOf } = collection;
  const sections = [
    overall(collection),
    target(collection),
    departments(collection),
    rates(collection),
    lastYear(collection),
    comparison(collection),
    redLights(collection),
    applications(collection),
    grades(collection),
    visits(collection),
    faults(collection),
    changes(collection),
  ].filter((section) => section !== null);
  return {
    title: `${asOf.slice(0, 4)}年${String(Number(asOf.slice(5, 7)))}月项目谋划储备和推进情况通报`,
    opening: [`截至${dayText(asOf)}，现将有关情况通报如下。`],
    sections: sections.map(({ title, lines, tables = [] }, index): DocumentSection => ({
      heading: `${NUMERALS[index] ?? ""}、${title}`,
      lines: lines.filter((line) => line !== "").map(inChineseMarks),
      tables: tables
        .filter(({ rows }) => rows.length > 0)
        .map((table) => ({ ...table, rows: table.rows.map((row) => row.map(inChineseMarks)) })),
    })),
    notes: notes(collection),
  };
}

const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"] as const;

function overall({ summary, pack }: Collection): Section {
  const unread = summary.files.filter(({ error }) => error !== null).length;
  const fit = shareText(summary.fitting, summary.all.count, "个");
  const outOfScale = summary.findings["F103"]?.count ?? 0;
  return {
    title: "总体情况",
    lines: [
      `收到台账${figureText(summary.files.length)}份${unread > 0 ? `（${figureText(unread)}份读不了）` : ""}，在库项目${figureText(summary.all.count)}个，总投资${yi(wan(summary.all.millionths))}亿元。`,
      // One amount in the wrong unit outweighs all the others: who hears the total must hear of it.
      outOfScale > 0
        ? `有${figureText(outOfScale)}处金额与同列其他项目相差悬殊，疑似单位写错；核对改正以前，总投资等金额仅供参考。`
        : "",
      fit === null ? "" : `符合资金支持方向的项目占${fit}，按政策包“${pack.title}”判断。`,
    ],
  };
}

function target(collection: Collection): Section {
  const title = "储备目标和倒计时";
  const state = targetState(collection);
  if (!state) return { title, lines: ["没有设定储备目标。"] };
  const { target: goal, added, gap, workdaysLeft, undated, isTold } = state;
  const wanted = `${goal.name}：${dayText(goal.by)}前新增${figureText(goal.count ?? 0)}个、${yi(goal.wan ?? 0)}亿元。`;
  if (!isTold) {
    const left = countdown(collection.asOf, goal.by, workdaysLeft, null);
    return { title, lines: [wanted, "台账里没有一个项目写明“入库时间”，新增多少说不出来，请各部门补填。", left] };
  }
  const [wantedCount, wantedWan] = [goal.count ?? 0, goal.wan ?? 0];
  const countShare = shareText(added.count, wantedCount, "个");
  const wanShare = shareText(added.wan / 1e4, wantedWan / 1e4, "亿元");
  const met = gap.count === 0 && gap.wan === 0;
  return {
    title,
    lines: [
      wanted,
      `已新增${figureText(added.count)}个、${yi(added.wan)}亿元${countShare === null ? "" : `，个数完成${countShare}`}${wanShare === null ? "" : `，总投资完成${wanShare}`}。`,
      undated > 0 ? `${figureText(undated)}个项目没有写明“入库时间”，没有算作新增。` : "",
      // The bulletin sets no spaces between words and figures.
      met ? "目标已完成。" : `${missingText(gap.count, gap.wan === 0 ? null : yi(gap.wan)).replaceAll(" ", "")}。`,
      countdown(collection.asOf, goal.by, workdaysLeft, met ? null : gap),
    ],
  };
}

function countdown(
  asOf: string,
  by: string,
  workdaysLeft: number | null,
  gap: { readonly count: number; readonly wan: number } | null,
): string {
  const days = serialFromDay(by) - serialFromDay(asOf);
  if (days < 0) return `已过截止日${figureText(-days)}天。`;
  const left = `距截止日还有${figureText(days)}天${workdaysLeft === null ? "" : `，剩余${figureText(workdaysLeft)}个工作日`}`;
  if (gap === null || workdaysLeft === null || workdaysLeft === 0) return `${left}。`;
  const perDay = (figure: number): string => figureText(Math.ceil((figure / workdaysLeft) * 100) / 100);
  return `${left}，每个工作日需新增${perDay(gap.count)}个、${perDay(gap.wan / 1e4)}亿元。`;
}

function departments(collection: Collection): Section {
  const { summary } = collection;
  const all = Object.values(summary.byDepartment).reduce((sum, { millionths }) => sum + millionths, 0);
  const list = Object.entries(summary.byDepartment).map(([name, { count, millionths }]) => ({
    name,
    count,
    sum: wan(millionths),
    // Where nobody wrote when a project entered, nobody can say that none has.
    added: summary.undatedBy[name]?.count === count ? "—" : `${figureText(summary.addedBy[name]?.count ?? 0)}个`,
  }));
  // Whose projects nobody has stated is no department, and takes no department's rank.
  const stated = list.filter(({ name }) => name !== NOT_STATED);
  const nobodys = list.find(({ name }) => name === NOT_STATED);
  const empty = emptyOnes(collection);
  const late = lateOnes(collection);
  const unread = unreadOnes(collection);
  const owing = (said: string, is: Owing["is"], among: readonly Owing[] = late): string => {
    const names = among.filter((each) => each.is === is).map(({ name }) => name);
    return names.length === 0 ? "" : `${said}（${figureText(names.length)}个）：${names.join("、")}。`;
  };
  return {
    title: "部门储备位次",
    lines: [
      "按在库项目总投资排列。",
      nobodys ? `另有${figureText(nobodys.count)}个项目没有写明部门，总投资${yi(nobodys.sum)}亿元，不参加排列。` : "",
      owing("零报告的部门", "none", empty),
      owing("报了台账但没有项目的部门", "empty", empty),
      owing("未报送", "absent"),
      owing("迟报", "late"),
      owing("报的是以前月份的表，没有报本期的", "former"),
      unread.length > 0
        ? `报来了但读不了，有没有项目还不知道（${figureText(unread.length)}个）：${unread.map(({ name }) => name).join("、")}。`
        : "",
    ],
    tables: [
      {
        headings: ["位次", "部门", "项目", "本期新增", "总投资", "占总投资"],
        widths: [7, 18, 7, 9, 17, 42],
        rows: ranked(stated, ({ sum }) => sum).map(({ item, rank, tied }) => [
          rankText(rank, tied.length),
          item.name,
          `${figureText(item.count)}个`,
          item.added,
          // No project costs nothing: nobody filled it in.
          item.sum === 0 ? "没有填写" : `${yi(item.sum)}亿元`,
          item.sum === 0 ? "" : (shareText(item.sum / 1e4, wan(all) / 1e4, "亿元") ?? ""),
        ]),
      },
    ],
  };
}

function rates({ summary, asOf }: Collection): Section {
  const elapsed = elapsedOf(asOf);
  const lines = ratesOf(summary).flatMap(({ key, name, above, below }) => {
    const unit = key === "started" ? "个" : "万元";
    const said = shareText(above, below, unit);
    if (said === null) return [];
    const ahead =
      key === "yearCompletion" ? `，${pointsText(percentOf(above, below, unit) ?? 0, elapsed.percent)}` : "";
    return [`${name}${said}${ahead}。`];
  });
  return {
    title: "投资和资金进度",
    lines: lines.length === 0 ? ["台账没有填报投资和资金进度。"] : [...lines, `全年时间进度${elapsed.text}。`],
  };
}

const YEAR_WORDS: Readonly<Record<YearFigure, string>> = {
  totalInvestment: "总投资",
  completedThisYear: "本年完成投资",
  approved: "批复资金",
  arrived: "到位资金",
  paid: "支付资金",
};

function lastYear({ lastYear: before, lastYearCoverage, summary }: Collection): Section | null {
  if (!before) return null;
  const now = summary.standing.year;
  return {
    title: "与去年同期比较",
    lines: [
      yearLine("在库项目", now.count, before.count, "个"),
      ...YEAR_FIGURES.map((field) =>
        now.stated.includes(field) && before.stated.includes(field)
          ? yearLine(YEAR_WORDS[field], wan(now[field]), wan(before[field]), "万元")
          : oneSided(field, now, before),
      ),
      lastYearCoverage ? coverageText(lastYearCoverage, "去年") : "",
    ],
  };
}

/** A column that only one of the two years has says nothing about the other. */
function oneSided(field: YearFigure, now: YearFigures, before: YearFigures): string {
  const figure = ({ [field]: sum }: YearFigures): string =>
    `${YEAR_WORDS[field]}${figureText(printed(wan(sum), "万元"))}万元`;
  if (now.stated.includes(field)) return `${figure(now)}，去年同期的台账没有这一列，不作比较。`;
  return before.stated.includes(field) ? `去年同期${figure(before)}，本期台账没有这一列，不作比较。` : "";
}

function yearLine(name: string, now: number, before: number, unit: "个" | "万元"): string {
  if (now === 0 && before === 0) return "";
  const figures = `${name}${figureText(printed(now, unit))}${unit}，去年同期${figureText(printed(before, unit))}${unit}`;
  const change = growthText(now, before, unit);
  return change === null ? `${figures}，基数为0，不计算同比。` : `${figures}，同比${change}。`;
}

/** 横向比较: what each department has completed of its year's plan. */
function comparison({ summary, pack, asOf }: Collection): Section | null {
  const order = rankingOf(summary.standing, pack, asOf);
  if (order.length === 0) return null;
  const elapsed = elapsedOf(asOf);
  const onBoard = (board: "red" | "black"): string =>
    order
      .filter((each) => each.board === board)
      .map(({ department }) => department)
      .join("、");
  return {
    title: "年度投资横向比较",
    lines: [
      `${figureText(order.length)}个部门填报了年度计划和本年完成投资，按年度投资完成率排列。`,
      ...(["red", "black"] as const).map((board) => {
        const names = onBoard(board);
        return names === "" ? "" : `${BOARDS[board]}：${names}。`;
      }),
    ],
    tables: [
      {
        headings: ["位次", "部门", "完成率", "比时间进度", "亮灯", "榜单"],
        widths: [8, 20, 34, 21, 8, 9],
        rows: order.map(({ department, completion: { numerator, denominator }, rank, tied, light, board }) => [
          rankText(rank, tied.length),
          department,
          shareText(numerator, denominator, "万元") ?? "",
          pointsText(percentOf(numerator, denominator, "万元") ?? 0, elapsed.percent),
          light === null ? "" : LIGHTS[light],
          board === null ? "" : BOARDS[board],
        ]),
      },
    ],
  };
}

/** A bulletin is read aloud: what is more stands in the workbook. */
const LISTED = 30;

function redLights({ summary }: Collection): Section | null {
  const { red } = summary.standing;
  if (red.length === 0) return null;
  return {
    title: "亮红灯的项目",
    lines: [
      `共${figureText(red.length)}处。${red.length > LISTED ? `下表列前${figureText(LISTED)}处，其余见汇总工作簿“亮红灯项目”。` : ""}`,
    ],
    tables: [
      {
        headings: ["序号", "项目", "责任部门", "红灯"],
        widths: [10, 50, 26, 14],
        rows: red
          .slice(0, LISTED)
          .map(({ project, department, light }, index) => [String(index + 1), project, department, LIGHT_KINDS[light]]),
      },
    ],
  };
}

/** 「8个因不符合资金投向而未通过审核，占申报总数的20%」: every reason over the same applications. */
function applications({ summary }: Collection): Section | null {
  const groups = Object.values(summary.standing.applicationsByDepartment);
  if (groups.length === 0) return null;
  const all = groups.reduce(plusApplied, NONE_APPLIED);
  const refused = (count: number, why: string): string =>
    count === 0 ? "" : `因${why}退回${figureText(count)}个，占申报总数${shareText(count, all.applied, "个") ?? ""}。`;
  return {
    title: "申报审核情况",
    lines: [
      `申报${figureText(all.applied)}个，通过${figureText(all.passed)}个，争取成功率${shareText(all.passed, all.applied, "个") ?? ""}。`,
      refused(all.channel, "不符合资金投向"),
      refused(all.study, "可研质量不高"),
      refused(all.other, "其他原因"),
    ],
  };
}

/** 未进入前三名的: what it costs, who reports, and whose reward is cut. */
function grades({ summary, pack }: Collection): Section | null {
  const { indicators, refused } = summary.standing;
  const ranks = indicators.filter(({ rank }) => rank !== null);
  if (ranks.length === 0 && refused.length === 0) return null;
  const { top } = gradeFigures(pack);
  const behind = ranks.filter(({ rank }) => (rank ?? 0) > top);
  const reporting = [...new Set(behind.map(({ department }) => department))];
  return {
    title: "考核位次和等次",
    lines: [
      ranks.length === 0
        ? ""
        : `${figureText(ranks.length)}项指标填报了位次，进入前${figureText(top)}名的${figureText(ranks.length - behind.length)}项。`,
      reporting.length > 0 ? `专题汇报名单（${figureText(reporting.length)}个）：${reporting.join("、")}。` : "",
      refused.length > 0
        ? `没有通过的项目${figureText(refused.length)}个，年底兑现包抓项目奖励时予以扣除${refused.length > LISTED ? `，下表列前${figureText(LISTED)}个，其余见汇总工作簿“奖励扣减”` : ""}。`
        : "",
    ],
    tables: [
      {
        headings: ["位次", "指标", "牵头部门", "等次影响"],
        widths: [10, 36, 24, 30],
        rows: [...ranks]
          .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
          .map((each) => [rankText(each.rank ?? 0, 0), each.indicator, each.department, gradeText(each, pack)]),
      },
      {
        headings: ["序号", "没有通过的项目", "包抓领导", "原因"],
        widths: [8, 40, 16, 36],
        rows: refused
          .slice(0, LISTED)
          .map(({ project, leader, reason }, index) => [String(index + 1), project, leader, reason]),
      },
    ],
  };
}

/** Visits of the month that the bulletin is about. */
function visits({ summary, pack, asOf }: Collection): Section | null {
  const known = summary.standing.visits;
  if (Object.keys(known).length === 0) return null;
  const month = asOf.slice(0, 7);
  const names = [...new Set([...pack.roster.map(({ name }) => name), ...Object.keys(known)])];
  const times = names.map((name) => known[name]?.[month] ?? 0);
  const went = times.filter((count) => count > 0).length;
  const absent = names.filter((_, index) => times[index] === 0);
  return {
    title: "赴省市对接",
    lines: [
      `本月对接${figureText(times.reduce((sum, count) => sum + count, 0))}次，有对接的部门占${shareText(went, names.length, "个") ?? ""}。`,
      absent.length > 0 ? `本月没有对接的部门（${figureText(absent.length)}个）：${absent.join("、")}。` : "",
    ],
  };
}

function faults(collection: Collection): Section {
  const { summary, across } = collection;
  const count = (codes: readonly string[]): number => across.filter(({ code }) => codes.includes(code)).length;
  const errors = summary.files.reduce((sum, file) => sum + file.errors, 0);
  const withErrors = summary.files.filter((file) => file.errors > 0).length;
  const changed = summary.files.filter(({ receipt }) => receipt === "changed").length;
  return {
    title: "需要整改的问题",
    lines: [
      `各部门台账中有错误${figureText(errors)}处，涉及${figureText(withErrors)}份。跨部门疑似重复或拆分${figureText(count(["F111", "F112"]))}处，数据冲突${figureText(count(["K704"]))}处。`,
      inOneFile(collection),
      changed > 0 ? `${figureText(changed)}份台账在校核之后改动过。` : "",
    ],
  };
}

function inOneFile(collection: Collection): string {
  const count = (codes: readonly string[]): number =>
    doublesOf(collection, codes).filter((finding) => !isAcrossFiles(finding)).length;
  const [doubles, conflicts] = [count(["F111", "F112"]), count(["K704"])];
  if (doubles + conflicts === 0) return "";
  const until = doubles > 0 ? "重复的按行计数，改正以前，个数和总投资仅供参考" : "核对改正以前，金额仅供参考";
  return `同一份文件里疑似重复或拆分${figureText(doubles)}处，数据冲突${figureText(conflicts)}处。${until}。`;
}

function changes({ changes: list, coverage, summary }: Collection): Section | null {
  const { replacements } = summary.standing;
  const left = replacements.filter(({ kind }) => kind === "调出").length;
  if (list === null && replacements.length === 0) return null;
  const count = (kind: string): string => figureText((list ?? []).filter((change) => change.kind === kind).length);
  const also = (kind: Change["kind"]): string =>
    (list ?? []).some((change) => change.kind === kind) ? `，${kind}${count(kind)}个` : "";
  return {
    title: "项目变动",
    lines: [
      list === null
        ? ""
        : `与上次汇总相比，新增${count("新增")}个，减少${count("减少")}个，阶段变动${count("阶段变动")}个，投资变动${count("投资变动")}个${also("补填投资")}${also("投资漏填")}${also("更名")}。`,
      list === null || !coverage ? "" : coverageText(coverage, "上次"),
      replacements.length === 0
        ? ""
        : `调出${figureText(left)}个，补进${figureText(replacements.length - left)}个，对照见汇总工作簿“调出补进对照”。`,
    ],
  };
}

function notes(collection: Collection): string[] {
  const { summary, pack, lastYear: before } = collection;
  const { standing } = summary;
  const ranks = Object.keys(standing.completions).length > 0;
  const keys: FigureKey[] = [
    "fit",
    "added",
    "gap",
    "workdaysLeft",
    "pace",
    ...ratesOf(summary).map(({ key }) => key),
    ...(Object.keys(standing.applicationsByDepartment).length > 0 ? (["success", "refused"] as const) : []),
    "ahead",
    "rank",
  ];
  const said = keys.map((key) => {
    const { name, is, counts } = definition(key, "zh");
    return `${name}：${is}。${counts}`;
  });
  // A count of doubles, of none above all, is worth what was looked for.
  said.push(`疑似重复：${ruleSentences("F111", "zh").condition}`);
  if (before) said.push("同比：（本期 − 去年同期）÷ 去年同期。括号里是变动额和去年同期数。");
  if (lateOnes(collection).some(({ is }) => is === "late")) said.push(LATE_BY);
  const presets = [
    ...(ranks || standing.red.length > 0 ? pack.lights.slice(0, 1) : []),
    ...pack.ranks.filter(({ numbers }) =>
      numbers["top"] === undefined ? ranks : standing.indicators.some(({ rank }) => rank !== null),
    ),
  ].map(presetText);
  return [...said, ...presets].map((note, index) => `${String(index + 1)}. ${note}`);
}

/** Share of the year that has passed, in the months that it is reckoned from. */
function elapsedOf(asOf: string): { readonly percent: number; readonly text: string } {
  const months = elapsedShare(asOf) * 12;
  return { percent: percentOf(months, 12, "个月") ?? 0, text: shareText(months, 12, "个月") ?? "" };
}

function pointsText(percent: number, elapsed: number): string {
  const points = Math.round((percent - elapsed) * 100) / 100;
  if (points === 0) return "与时间进度持平";
  return `${points > 0 ? "快" : "慢"}${figureText(Math.abs(points))}个百分点`;
}

function rankText(rank: number, tied: number): string {
  return tied > 0 ? `并列${String(rank)}` : String(rank);
}

function dayText(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${year}年${String(Number(month))}月${String(Number(date))}日`;
}

/** 万元 → 亿元, to 万元. */
function yi(amount: number): string {
  return figureText(printed(amount / 1e4, "亿元"));
}
