/** The same ledger with another hand at work on its sheet: what is read of it stays the same. */
import { fieldKind, type FieldKey } from "../../src/ledger/fields";
import { tablesOf, type Ledger } from "../../src/ledger/ledger";
import { readLedger } from "../../src/ledger/read";
import { dayFromSerial } from "../../src/measure/day";
import { SerialDay, type CellValue } from "../../src/sheet/cell";
import { gridSheet } from "../../src/sheet/grid";
import type { Merge, Sheet } from "../../src/sheet/sheet";
import { CATALOGUE } from "../ledgers/catalogue";
import { EXAMPLES } from "../ledgers/examples";
import { sheetsOf } from "../ledgers/grid";

interface Hand {
  readonly sheet: Sheet;
  readonly ledger: Ledger;
}

/** The sheet after it; null where there is nothing for it to do. */
type Change = (hand: Hand) => Sheet | null;

const CHANGES: Readonly<Record<string, Change>> = {
  "a blank row above the title": ({ sheet }) => withRow(sheet, 1),
  "a blank row below the heading": ({ sheet, ledger }) => withRow(sheet, (ledger.header?.bottom ?? 0) + 1),
  "a blank row among the projects": ({ sheet, ledger }) => withRow(sheet, middleOf(ledger)),
  "a blank column on the left": ({ sheet }) => withColumn(sheet, 0),
  "a blank column among the others": ({ sheet, ledger }) =>
    withColumn(sheet, ledger.columns[ledger.columns.length >> 1]?.column ?? 1),
  "blank rows at the end": ({ sheet }) => withCells(sheet, [...cellsOf(sheet), [], [], []]),
  "line breaks in long headings": ({ sheet, ledger }) =>
    withHeadings(sheet, ledger, (text) =>
      /^[\u4e00-\u9fff]{6,}$/u.test(text)
        ? `${text.slice(0, text.length >> 1)}\n${text.slice(text.length >> 1)}`
        : text,
    ),
  "blanks between the words of short headings": ({ sheet, ledger }) =>
    withHeadings(sheet, ledger, (text) => (/^[\u4e00-\u9fff]{2,4}$/u.test(text) ? [...text].join(" ") : text)),
  "full-width brackets in headings": ({ sheet, ledger }) =>
    withHeadings(sheet, ledger, (text) => text.replaceAll("(", "（").replaceAll(")", "）")),
  "a number before each heading": ({ sheet, ledger }) =>
    withLastHeadings(sheet, ledger, (text, column) => (/^\d/u.test(text) ? text : `${String(column + 1)}、${text}`)),
  "a mark of what must be filled in": ({ sheet, ledger }) => withLastHeadings(sheet, ledger, (text) => `*${text}`),
  "the heading again among the projects": ({ sheet, ledger }) => {
    const { header, projects } = ledger;
    if (!header || header.top !== header.bottom || projects.length < 4) return null;
    return withRow(sheet, middleOf(ledger), cellsOf(sheet)[header.top - 1]);
  },
  "blanks around the words": ({ sheet, ledger }) =>
    withValues(sheet, ledger, (value) => (typeof value === "string" && value !== "" ? ` ${value}\u00a0` : value)),
  "full-width digits in figures and days": ({ sheet, ledger }) =>
    withValues(sheet, ledger, (value) =>
      typeof value === "string" && /^[\d.年月日-]+$/u.test(value) ? value.replace(/\d/g, fullWidth) : value,
    ),
  "days as words": ({ sheet, ledger }) =>
    withValues(sheet, ledger, (value) =>
      value instanceof SerialDay ? inWords(dayFromSerial(value.serial, value.date1904) ?? "") : value,
    ),
  "names broken to fit": ({ sheet, ledger }) =>
    withValues(sheet, ledger, (value, field) =>
      field === "name" && typeof value === "string" && /^[\u4e00-\u9fff]{6,}$/u.test(value)
        ? `${value.slice(0, 4)}\n${value.slice(4)}`
        : value,
    ),
  "the unit beside each figure of money": ({ sheet, ledger }) =>
    withValues(sheet, ledger, (value, field) =>
      typeof value === "number" && fieldKind(field) === "amount" && unitOf(ledger, field) === "万元"
        ? `${String(value)}万元`
        : value,
    ),
  "figures of money in groups of three": ({ sheet, ledger }) =>
    withValues(sheet, ledger, (value, field) =>
      typeof value === "number" && fieldKind(field) === "amount"
        ? value.toLocaleString("en", { maximumFractionDigits: 20 })
        : value,
    ),
  "figures as text": ({ sheet, ledger }) =>
    withValues(sheet, ledger, (value) => (typeof value === "number" && !losesDigits(value) ? String(value) : value)),
  "a note at the end": ({ sheet }) =>
    withCells(sheet, [...cellsOf(sheet), ["注：本表由项目科汇总，以各单位上报为准。"]]),
};

/** Headings that mean little without what stands below them: its look must not decide. */
const TOLD_BY_CELLS: readonly Sheet[] = [
  gridSheet("开竣工", [
    ["序号", "项目名称", "责任单位", "总投资（万元）", "开工", "竣工", "占概算比例"],
    [1, "甲县第一小学新建工程", "教育局", 3000, "2025.9", "2026.10", "51.8%"],
    [2, "乙河综合治理项目", "水利局", 4500.5, "2025.10", "2026.12", "51.6%"],
    [3, "丙镇道路改造工程", "交通局", 2160, "25.9", "26.10", "70.0%"],
    [4, "丁村供水工程", "水利局", 800, "2025.8", "2025.12", "12.4%"],
  ]),
  gridSheet("申报列表", [
    ["序号", "申报项目名称", "项目法人", "总投资(万元)", "当前状态", "联系固话"],
    ["1", "甲县应急避难场所建设项目", "应急管理局", "4860.00", "待审核", "0951-6021806"],
    ["2", "甲县物资储备库建设项目", "应急管理局", "2380.00", "待审核", "0951-6021807"],
    ["3", "森林防火道路工程", "应急管理局", "3640.00", "审核通过", "0951-6021808"],
    ["4", "应急广播体系建设项目", "应急管理局", "980.00", "已退回修改", "0951-6021809"],
  ]),
  gridSheet("月报", [
    ["序号", "项目名称", "总投资", "年度计划投资", "截至5月底完成", "5月工程进度", "6月工作计划"],
    [1, "甲县第一小学新建工程", 3000, 1200, 700, "主体施工", "装修"],
    [2, "乙河综合治理项目", 4500.5, 2000, 860, "护岸施工", "绿化"],
    [3, "丙镇道路改造工程", 2160, 900, 410, "路基施工", "路面"],
  ]),
  gridSheet("单位", [
    ["序号", "项目名称", "单位名称", "要件", "完成比例", "年度计划投资（万元）", "累计完成"],
    [1, "甲县第一小学新建工程", "甲县筑城建设有限公司", "√", "55%", 1200, 700],
    [2, "乙河综合治理项目", "甲县水务投资有限公司", "√", "43%", 2000, 860],
    [3, "丙镇道路改造工程", "甲县交通投资有限公司", "×", "45%", 900, 410],
  ]),
  gridSheet(
    "手续",
    [
      ["序号", "项目名称", "前期手续办理情况", null, null, "总投资（万元）"],
      [null, null, "立项", "用地预审", "环评", null],
      [1, "甲县第一小学新建工程", "√", "√", "办理中", 3000],
      [2, "乙河综合治理项目", "√", "未办理", "未办理", 4500.5],
    ],
    {
      merges: [
        { top: 1, left: 2, bottom: 1, right: 4 },
        ...[0, 1, 5].map((column): Merge => ({ top: 1, left: column, bottom: 2, right: column })),
      ],
    },
  ),
];

const SHEETS = [
  ...TOLD_BY_CELLS.map((sheet) => ({ name: sheet.name, sheet })),
  ...[...EXAMPLES.map(({ ledger }) => ledger), ...CATALOGUE].flatMap(({ name, workbook }) =>
    sheetsOf(workbook).map((sheet) => ({ name, sheet })),
  ),
].flatMap(({ name, sheet }): { name: string; sheet: Sheet; ledgers: readonly Ledger[] }[] => {
  const ledgers = tablesOf(readLedger(sheet, { file: "台账.xlsx" }));
  // Of several tables on a sheet each has a heading of its own.
  return ledgers.length === 1 && ledgers[0]?.role === "projects" ? [{ name, sheet, ledgers }] : [];
});

it.each(Object.keys(CHANGES))("%s", (what) => {
  let changed = 0;
  for (const { name, sheet, ledgers } of SHEETS) {
    const [ledger] = ledgers;
    const other = ledger && CHANGES[what]?.({ sheet, ledger });
    if (!other) continue;
    changed++;
    const again = tablesOf(readLedger(other, { file: "台账.xlsx" }));
    expect({ name, tables: again.map(saidBy) }).toEqual({ name, tables: ledgers.map(saidBy) });
  }
  expect(changed).toBeGreaterThan(5);
});

/** Without places and without headings, which are what changes. */
function saidBy({ role, columns, projects, unit }: Ledger) {
  return {
    role,
    unit,
    fields: columns.map(({ field, unitInForce }) => [field, unitInForce]),
    projects: projects.map(({ values }) => values),
  };
}

function cellsOf(sheet: Sheet): (readonly CellValue[])[] {
  const cells: (readonly CellValue[])[] = [];
  for (const block of sheet.blocks())
    for (const { row, cells: own } of block) {
      while (cells.length < row - 1) cells.push([]);
      cells.push(own);
    }
  return cells;
}

function marksOf(sheet: Sheet): Map<number, readonly number[]> {
  const marks = new Map<number, readonly number[]>();
  for (const block of sheet.blocks()) for (const { row, marks: own } of block) if (own) marks.set(row, Array.from(own));
  return marks;
}

function hiddenRowsOf(sheet: Sheet): number[] {
  return [...sheet.blocks()].flatMap((block) => block.flatMap(({ row, hidden }) => (hidden ? [row] : [])));
}

interface Places {
  readonly row: (row: number) => number;
  readonly column: (column: number) => number;
}

const SAME: Places = { row: (row) => row, column: (column) => column };

function withCells(sheet: Sheet, cells: readonly (readonly CellValue[])[], { row, column }: Places = SAME): Sheet {
  const moved = ([place, bits]: [number, readonly number[]]): [number, readonly number[]] => {
    const own: number[] = bits.map(() => 0);
    bits.forEach((bit, at) => (own[column(at)] = bit));
    return [row(place), Array.from(own, (bit) => bit ?? 0)];
  };
  return gridSheet(sheet.name, cells, {
    hidden: sheet.hidden,
    date1904: sheet.date1904,
    untyped: sheet.untyped,
    merges: sheet.merges.map(({ top, left, bottom, right }): Merge => ({
      top: row(top),
      left: column(left),
      bottom: row(bottom),
      right: column(right),
    })),
    hiddenRows: new Set(hiddenRowsOf(sheet).map(row)),
    hiddenColumns: new Set([...sheet.hiddenColumns].map(column)),
    marks: new Map([...marksOf(sheet)].map(moved)),
  });
}

/** Null where it would cut a merge in two. */
function withRow(sheet: Sheet, at: number, cells: readonly CellValue[] = []): Sheet | null {
  if (sheet.merges.some(({ top, bottom }) => top < at && bottom >= at)) return null;
  const all = cellsOf(sheet);
  const places = { ...SAME, row: (row: number) => (row >= at ? row + 1 : row) };
  return withCells(sheet, [...all.slice(0, at - 1), cells, ...all.slice(at - 1)], places);
}

function withColumn(sheet: Sheet, at: number): Sheet {
  const cells = cellsOf(sheet).map((own) => (own.length > at ? [...own.slice(0, at), null, ...own.slice(at)] : own));
  return withCells(sheet, cells, { ...SAME, column: (column) => (column >= at ? column + 1 : column) });
}

function middleOf({ projects }: Ledger): number {
  return projects[projects.length >> 1]?.row ?? 1;
}

function withHeadings(sheet: Sheet, { header }: Ledger, write: (text: string) => string): Sheet | null {
  if (!header) return null;
  const isHeading = (index: number): boolean => index + 1 >= header.top && index + 1 <= header.bottom;
  const cells = cellsOf(sheet).map((own, index) =>
    isHeading(index) ? own.map((value) => (typeof value === "string" ? write(value) : value)) : own,
  );
  return withCells(sheet, cells);
}

/** Of a heading of one row. */
function withLastHeadings(
  sheet: Sheet,
  { header }: Ledger,
  write: (text: string, column: number) => string,
): Sheet | null {
  if (!header || header.top !== header.bottom) return null;
  const cells = cellsOf(sheet).map((own, index) =>
    index + 1 === header.top
      ? own.map((value, column) => (typeof value === "string" && value.length > 1 ? write(value, column) : value))
      : own,
  );
  return withCells(sheet, cells);
}

/** Of the cells below a heading that has a field. */
function withValues(
  sheet: Sheet,
  { columns, projects }: Ledger,
  write: (value: CellValue, field: FieldKey) => CellValue,
): Sheet {
  const rows = new Set(projects.map(({ row }) => row - 1));
  const fields = new Map(columns.map(({ column, field }) => [column, field]));
  const written = (value: CellValue, column: number): CellValue => {
    const field = fields.get(column);
    return field === undefined ? value : write(value, field);
  };
  return withCells(
    sheet,
    cellsOf(sheet).map((own, index) => (rows.has(index) ? own.map(written) : own)),
  );
}

function unitOf({ columns }: Ledger, field: FieldKey): string | null {
  return columns.find((column) => column.field === field)?.unitInForce ?? null;
}

/** 2025.1 may have been typed as 2025.10, and of a long code a number keeps half: as text neither is so. */
function losesDigits(value: number): boolean {
  return String(value).endsWith(".1") || value >= 1e11;
}

function fullWidth(digit: string): string {
  return String.fromCharCode(digit.charCodeAt(0) + 0xfee0);
}

function inWords(day: string): string {
  return `${day.slice(0, 4)}年${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8)))}日`;
}
