/** The bureau's workbook: what the departments handed in together, in the order of its tabs. */
import type { Finding } from "../../../findings/finding";
import type { FieldKey } from "../../../ledger/fields";
import { ALL_FIELDS } from "../../../ledger/fields";
import { SOURCE_HEADINGS } from "../../../ledger/source";
import { workdaysLeft, type Calendar } from "../../../measure/calendar";
import type { Pack, Target } from "../../../policy/pack";
import { matrixLines } from "../../../reserve/matrix";
import { NOT_STATED, targetInForce } from "../../../reserve/place";
import { elapsedShare } from "../../../reserve/pace";
import type { OneDepartment } from "../../../reserve/oneDepartment";
import { ranked } from "../../../reserve/ranks";
import { rate, roundShare } from "../../../reserve/rates";
import type { CellValue } from "../../../sheet/cell";
import type { ExportSheet } from "../../../sheet/exportSheet";
import { SEVERITY_WORDS } from "../../../words/severity";
import { definition } from "../../../words/definitions";
import { sentences } from "../../../words/finding";
import { isAcrossFiles } from "./across";
import { formSheet, type FormChart, type FormColumn } from "../form";
import { isoDay } from "../notation";
import { standardColumn } from "../standardTable";
import type { Change } from "./previous";
import type { YearFigures } from "./standing";
import { standingSheets } from "./standingSheets";
import { placeOfFinding, type FileEntry, type Summary, type Tallies } from "./summary";
import { departmentOfFile } from "./whose";

export interface Collection {
  readonly summary: Summary;
  /** Departments that the files write in several ways and the summary counts as one; absent where nobody looked for any. */
  readonly writtenTwice?: readonly OneDepartment[];
  readonly across: readonly Finding[];
  readonly pack: Pack;
  readonly calendar: Calendar;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  /** The last day for handing in; null where nobody named one. */
  readonly due: string | null;
  /** Null where there is no former collection. */
  readonly changes: readonly Change[] | null;
  /** The figures of the same day of last year; null or absent where nobody gave them. */
  readonly lastYear?: YearFigures | null;
}

export function collectionSheets(collection: Collection): ExportSheet[] {
  const sheets = [
    totalsSheet(collection),
    targetSheet(collection),
    emptyDepartments(collection),
    lateDepartments(collection),
    acrossSheet(
      collection,
      "疑似重复与拆分",
      ["F111", "F112"],
      "重复的不能重计；确属两个项目的，请部门说明。汇总按台账的行计数，没有替部门扣除。",
    ),
    acrossSheet(collection, "数据冲突", ["K704"], "数出一门：以政策包里数据来源的先后为准，未定先后的请两家核对。"),
    matrixSheet(collection),
    changesSheet(collection),
    ...standingSheets({ standing: collection.summary.standing, pack: collection.pack, asOf: collection.asOf }),
    filesSheet(collection),
  ];
  return sheets.filter((sheet) => sheet !== null);
}

const GROUPS = [
  ["责任部门", "byDepartment"],
  ["项目阶段", "byStage"],
  ["投向领域", "byArea"],
  ["资金渠道", "byChannel"],
  ["投资规模", "bySize"],
] as const;

/** Bars that can be told apart on half a page. */
const MOST_BARS = 15;

function totalsSheet({ summary, asOf, writtenTwice = [] }: Collection): ExportSheet {
  const alsoWritten = new Map(writtenTwice.map(({ name, alsoWritten: others }) => [name, others.join("、")]));
  const rows: CellValue[][] = [
    ["合计", "全部项目（调出的不算）", summary.all.count, wan(summary.all.millionths), 1, 1, null],
  ];
  const charts: FormChart[] = [];
  for (const [title, group] of GROUPS) {
    const parts = parted(summary[group]);
    if (parts.length === 0) continue;
    const first = rows.length;
    const sum = parts.reduce((all, part) => all + part.count, 0);
    const money = parts.reduce((all, part) => all + part.wan, 0);
    const rowOf = (part: Part, rank: number | null): CellValue[] => [
      title,
      part.name,
      part.count,
      part.wan,
      share(part.count, sum),
      share(part.wan, money),
      rank,
      ...(group === "byDepartment" ? [alsoWritten.get(part.name) ?? null] : []),
    ];
    const stated = parts.filter(({ name }) => name !== NOT_STATED);
    for (const { item, rank } of ranked(stated, (part) => part.wan)) rows.push(rowOf(item, rank));
    // What nobody has stated is no rival of the others: it stands below them, without a rank.
    for (const part of parts) if (part.name === NOT_STATED) rows.push(rowOf(part, null));
    charts.push({
      title: `按${title}：总投资（万元）${rows.length - first > MOST_BARS ? `，前 ${String(MOST_BARS)} 个` : ""}`,
      kind: "bar",
      names: 1,
      figures: 3,
      first,
      last: Math.min(rows.length, first + MOST_BARS) - 1,
    });
  }
  return formSheet({
    name: "汇总表",
    title: "项目储备情况汇总表",
    asOf,
    money: true,
    lines: [
      `共 ${String(summary.files.length)} 份文件。按阶段、规模含调出的项目，其余不含。${definition("rank", "zh").is}，${definition("rank", "zh").counts}`,
    ],
    columns: [
      { heading: "分组", format: "text", width: 12 },
      { heading: "名称", format: "text", width: 30 },
      { heading: "项目个数", format: "count" },
      { heading: "投资额（万元）", format: "amount" },
      { heading: "个数占比", format: "share" },
      { heading: "投资占比", format: "share" },
      { heading: "位次", format: "count", width: 6 },
      ...(writtenTwice.length > 0 ? [{ heading: "台账里的其他写法", format: "text" as const, width: 26 }] : []),
    ],
    rows,
    strong: [0],
    charts,
  });
}

interface Part {
  readonly name: string;
  readonly count: number;
  readonly wan: number;
}

function parted(tallies: Tallies): Part[] {
  return Object.entries(tallies).map(([name, { count, millionths }]) => ({ name, count, wan: wan(millionths) }));
}

export interface TargetState {
  readonly target: Target;
  readonly added: { readonly count: number; readonly wan: number };
  readonly gap: { readonly count: number; readonly wan: number };
  /** Null where the calendar has no data. */
  readonly workdaysLeft: number | null;
}

export function targetState({ summary, pack, asOf, calendar }: Collection): TargetState | null {
  const target = targetInForce(pack, asOf);
  if (!target) return null;
  const added = { count: summary.added.count, wan: wan(summary.added.millionths) };
  return {
    target,
    added,
    gap: {
      count: Math.max(0, (target.count ?? 0) - added.count),
      wan: Math.round(Math.max(0, (target.wan ?? 0) - added.wan) * 1e6) / 1e6,
    },
    workdaysLeft: workdaysLeft(calendar, asOf, target.by),
  };
}

function targetSheet(collection: Collection): ExportSheet {
  const { summary, asOf } = collection;
  const state = targetState(collection);
  const added = definition("added", "zh");
  const rows: CellValue[][] = [];
  if (state) {
    const { target, gap } = state;
    rows.push(
      [
        `${target.name}：个数（个）`,
        target.count,
        state.added.count,
        gap.count,
        share(state.added.count, target.count ?? 0),
        `${added.is}；${added.counts}`,
      ],
      [
        `${target.name}：总投资（万元）`,
        target.wan,
        state.added.wan,
        gap.wan,
        share(state.added.wan, target.wan ?? 0),
        `${added.is}；${added.counts}`,
      ],
      [
        "剩余工作日（天）",
        null,
        state.workdaysLeft,
        null,
        null,
        `截止 ${target.by}；${definition("pace", "zh").counts}`,
      ],
    );
  }
  const fit = definition("fit", "zh");
  rows.push([
    fit.name,
    summary.all.count,
    summary.fitting,
    null,
    share(summary.fitting, summary.all.count),
    `${fit.is}；${fit.counts}`,
  ]);
  for (const { name, above, below, key } of ratesOf(summary)) {
    const { is, counts } = definition(key, "zh");
    rows.push([name, below, above, null, share(above, below), `${is}；${counts}`]);
  }
  rows.push(["全年时间进度", null, null, null, roundShare(elapsedShare(asOf)), definition("ahead", "zh").counts]);
  return formSheet({
    name: "目标进度",
    title: "储备目标和投资进度",
    asOf,
    money: true,
    columns: [
      { heading: "指标", format: "text", width: 34 },
      { heading: "目标或分母", format: "figure", width: 14 },
      { heading: "完成或分子", format: "figure", width: 14 },
      { heading: "缺口", format: "figure" },
      { heading: "比例", format: "share" },
      { heading: "口径", format: "wrapped", width: 60 },
    ],
    rows,
  });
}

const RATES = ["started", "yearCompletion", "totalCompletion", "arrival", "payment"] as const;

export function ratesOf(summary: Summary): readonly {
  readonly key: (typeof RATES)[number];
  readonly name: string;
  readonly above: number;
  readonly below: number;
}[] {
  return RATES.flatMap((key) => {
    const found = summary.rates[key];
    if (!found || found.below === 0) return [];
    return [{ key, name: definition(key, "zh").name, above: wan(found.above), below: wan(found.below) }];
  });
}

/** Known to have none: of whom a file could not be read, nobody knows what stands in it. */
export function departmentsWithout(collection: Collection): readonly string[] {
  const known = new Set([...collection.summary.present, ...unreadOnes(collection).map(({ name }) => name)]);
  return collection.pack.roster.map(({ name }) => name).filter((name) => !known.has(name));
}

function emptyDepartments(collection: Collection): ExportSheet | null {
  if (collection.pack.roster.length === 0) return null;
  return namesSheet(
    "零项目部门",
    "没有储备项目的部门",
    departmentsWithout(collection),
    collection,
    "部门名录中，没有一个项目以其为责任部门或填报单位的。报来了但文件读不了的不在此列，见迟报名单。",
  );
}

export interface Owing {
  readonly name: string;
  readonly is: "absent" | "late" | "unread";
  readonly why: string;
}

/** Handed in, as the names of the files say, but unreadable; who has projects in other files is known by those. */
export function unreadOnes(collection: Collection): readonly Owing[] {
  const present = new Set(collection.summary.present);
  return filesByDepartment(collection).flatMap(({ name, files }) => {
    const unread = files.filter(({ error }) => error !== null);
    if (unread.length === 0 || present.has(name)) return [];
    return [{ name, is: "unread" as const, why: `报来了但读不了：${unread.map(({ path }) => path).join("、")}` }];
  });
}

/** In the roster and in no file, or only in files written after the day. */
export function lateOnes(collection: Collection): readonly Owing[] {
  const { due } = collection;
  const unread = new Set(unreadOnes(collection).map(({ name }) => name));
  return filesByDepartment(collection).flatMap(({ name, files }): Owing[] => {
    const [first] = files;
    if (!first) return [{ name, is: "absent", why: "未报送" }];
    if (unread.has(name)) return [];
    if (due !== null && files.every(({ writtenOn }) => writtenOn > due))
      return [{ name, is: "late", why: `迟报：文件改于 ${first.writtenOn}` }];
    return [];
  });
}

/** What nobody may be blamed by unseen. */
export const LATE_BY = "迟报按文件的修改时间判断；复制、转存、收件都会改变这个时间，公布以前请对照收文登记。";

interface FilesOfDepartment {
  readonly name: string;
  readonly files: readonly FileEntry[];
}

/** By the projects of a file or by its name. */
function filesByDepartment({ summary, pack }: Collection): readonly FilesOfDepartment[] {
  const named = new Map(summary.files.map(({ path }) => [path, departmentOfFile(path, pack.roster)]));
  return pack.roster.map(({ name, aliases }) => {
    const words = [name, ...aliases].filter((word) => word !== "");
    const files = summary.files.filter(
      ({ path, departments }) =>
        departments.includes(name) ||
        words.some((word) => path.replace(/^.*[\\/]/, "").includes(word)) ||
        named.get(path) === name,
    );
    return { name, files };
  });
}

function lateDepartments(collection: Collection): ExportSheet | null {
  if (collection.pack.roster.length === 0) return null;
  const { due, asOf } = collection;
  return formSheet({
    name: "迟报名单",
    title: "未报送、迟报和读不了的部门",
    asOf,
    lines: [
      due === null
        ? "没有给出报送截止日，只列未报送和读不了的；文件里没有该部门的项目、文件名也没有该部门的，为未报送。"
        : `报送截止 ${due}。${LATE_BY}`,
    ],
    columns: [
      NUMBER,
      { heading: "部门", format: "text", width: 30 },
      { heading: "情况", format: "wrapped", width: 60 },
    ],
    rows: [...lateOnes(collection), ...unreadOnes(collection)].map(({ name, why }, index) => [index + 1, name, why]),
  });
}

const NUMBER: FormColumn = { heading: "序号", format: "count", width: 6 };

function namesSheet(
  name: string,
  title: string,
  names: readonly string[],
  { asOf }: Collection,
  line: string,
): ExportSheet {
  return formSheet({
    name,
    title,
    asOf,
    lines: [line],
    columns: [NUMBER, { heading: "部门", format: "text", width: 40 }],
    rows: names.map((each, index) => [index + 1, each]),
  });
}

/** Of several files, and of one: what is told between files is not told a second time. */
export function doublesOf({ across, summary }: Collection, codes: readonly string[]): readonly Finding[] {
  const told = new Set(across.map(placeOfFinding));
  return [...across, ...summary.within.filter((finding) => !told.has(placeOfFinding(finding)))].filter(({ code }) =>
    codes.includes(code),
  );
}

/** An empty list must not be taken for one that nobody has made. */
const NOTHING_ACROSS = "比过了，没有发现。名称写法差别大、又没有项目代码的，查不出来；请各部门收到汇总后再认一遍。";

function acrossSheet(collection: Collection, name: string, codes: readonly string[], line: string): ExportSheet {
  const found = doublesOf(collection, codes);
  return formSheet({
    name,
    title: `${name}清单`,
    asOf: collection.asOf,
    lines: found.length === 0 ? [line, NOTHING_ACROSS] : [line],
    columns: [
      NUMBER,
      { heading: "文件", format: "text", width: 26 },
      { heading: "工作表", format: "text", width: 14 },
      { heading: "单元格", format: "text", width: 9 },
      { heading: "涉及项目", format: "wrapped", width: 30 },
      { heading: "范围", format: "text", width: 10 },
      { heading: "另一处", format: "wrapped", width: 36 },
      { heading: "级别", format: "text", width: 8 },
      { heading: "问题", format: "wrapped", width: 48 },
      { heading: "怎么办", format: "wrapped", width: 36 },
    ],
    rows: found.map((finding, index) => {
      const { message, how } = sentences(finding, "zh");
      return [
        index + 1,
        finding.file,
        finding.sheet,
        finding.cells[0] ?? "",
        finding.project,
        isAcrossFiles(finding) ? "几份文件" : "同一份文件",
        // A quote first would be taken for a mark of text by whoever edits the cell.
        elsewhere(finding)
          .map((cell) => cell.replaceAll("'", ""))
          .join("\n"),
        SEVERITY_WORDS[finding.severity],
        message,
        how,
      ];
    }),
  });
}

/** Cells of other files; where there are none, of other sheets and rows. */
function elsewhere(finding: Finding): readonly string[] {
  if (isAcrossFiles(finding)) return finding.cells.filter((cell) => cell.startsWith("'["));
  return finding.cells.filter((cell) => cell.includes("!") || cell.replace(/^[A-Z]+/, "") !== String(finding.row));
}

function matrixSheet({ summary, asOf }: Collection): ExportSheet {
  const rows = matrixLines(Object.values(summary.matrix));
  // Of what no ledger has a column nothing is known: that is no 0.
  const stated = (field: FieldKey, amount: number): number | null => (summary.fields.includes(field) ? amount : null);
  return formSheet({
    name: "对接矩阵",
    title: "政策—项目—资金对接矩阵",
    asOf,
    money: true,
    lines: ["空着的金额，是没有一份台账有这一列。"],
    columns: [
      { heading: "政策", format: "wrapped", width: 44 },
      { heading: "渠道", format: "text", width: 22 },
      { heading: "个数", format: "count" },
      { heading: "投资额（万元）", format: "amount" },
      { heading: "申请额（万元）", format: "amount" },
      { heading: "批复额（万元）", format: "amount" },
      { heading: "到位额（万元）", format: "amount" },
    ],
    rows: rows.map((row) => [
      row.policy,
      row.channel,
      row.count,
      row.wan,
      stated("requested", row.requested),
      stated("approved", row.approved),
      stated("arrived", row.arrived),
    ]),
  });
}

function changesSheet({ changes, asOf }: Collection): ExportSheet | null {
  if (changes === null) return null;
  return formSheet({
    name: "与上次比较",
    title: "与上次汇总比较",
    asOf,
    money: true,
    lines: ["按台账的行比较，与汇总表计数一致：同一项目登记了几行就按几行算；阶段和投资都变了的，两样各列一行。"],
    columns: [
      NUMBER,
      { heading: "变化", format: "text", width: 12 },
      { heading: "项目", format: "wrapped", width: 40 },
      { heading: "上次阶段", format: "text" },
      { heading: "本次阶段", format: "text" },
      { heading: "上次（万元）", format: "amount" },
      { heading: "本次（万元）", format: "amount" },
      { heading: "说明", format: "wrapped", width: 30 },
    ],
    rows: changes.map(({ kind, name, before, now, again }, index) => [
      index + 1,
      kind,
      name,
      before?.stage ?? null,
      now?.stage ?? null,
      before?.wan ?? null,
      now?.wan ?? null,
      again ? "同一项目，登记的行数与上次不同" : null,
    ]),
  });
}

const RECEIPTS = { same: "与回执一致", changed: "校核后改动过", none: "没有回执" } as const;

function filesSheet({ summary, asOf }: Collection): ExportSheet {
  return formSheet({
    name: "文件清单",
    title: "收到的文件",
    asOf,
    columns: [
      NUMBER,
      { heading: "文件", format: "wrapped", width: 48 },
      { heading: "台账", format: "wrapped", width: 24 },
      { heading: "项目数", format: "count" },
      { heading: "错误", format: "count" },
      { heading: "提醒", format: "count" },
      { heading: "建议", format: "count" },
      { heading: "回执", format: "text" },
      { heading: "文件改于", format: "day" },
      { heading: "没有读成的原因、没有项目的说明", format: "wrapped", width: 50 },
    ],
    rows: summary.files.map((file, index) => [
      index + 1,
      file.path,
      file.sheets.join("、"),
      file.projects,
      file.errors,
      file.warnings,
      file.hints,
      file.error === null ? RECEIPTS[file.receipt] : null,
      isoDay(file.writtenOn),
      file.error ?? withoutProjects(file),
    ]),
  });
}

function withoutProjects({ projects, sheets, reportsNone }: FileEntry): string | null {
  if (projects > 0) return null;
  if (reportsNone) return "零报告：写明没有项目";
  return sheets.length > 0 ? "表头下面没有项目，也没有写明零报告" : "没有找到项目台账";
}

export const RESERVE = "项目储备库";

/** Columns and rows of the consolidated reserve apart, so that it can be written as a stream where it is large. */
export function reserveColumns(summary: Summary, pack: Pack): { fields: FieldKey[]; columns: FormColumn[] } {
  const fields = ALL_FIELDS.filter(
    (field) => summary.fields.includes(field) || field === "serial" || field === "reporter",
  );
  return {
    fields,
    columns: [
      ...fields.map((field) => standardColumn(field, pack)),
      { heading: SOURCE_HEADINGS.file, format: "text", width: 30 },
      { heading: SOURCE_HEADINGS.sheet, format: "text" },
      { heading: SOURCE_HEADINGS.row, format: "count" },
    ],
  };
}

export function reserveSheet(
  rows: readonly (readonly CellValue[])[],
  columns: readonly FormColumn[],
  asOf: string,
): ExportSheet {
  return formSheet({ name: RESERVE, title: `${asOf.slice(0, 4)}年项目储备库`, asOf, money: true, columns, rows });
}

function share(part: number, whole: number): number | null {
  return rate("fit", part, whole).share;
}

export function wan(millionths: number): number {
  return millionths / 1e6;
}
