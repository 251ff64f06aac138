/** Where the heading block stands: one to five rows in the first thirty, told by what its cells mean, not by position. */
import type { CellValue } from "../../sheet/cell";
import type { Merge } from "../../sheet/sheet";
import { headingCell, isEmpty, mergeAt, valueAt, type TopRows } from "./grid";
import { groupOf } from "../heading/groups";
import { headingText, isUnitText, shownHeading } from "../heading/text";
import { isKnownHeading, recognise } from "../heading/recognise";
import { isRoleHeading } from "../heading/roles";
import { sourceByEnd } from "../heading/sources";
import { UNDER } from "../heading/vocabulary";

export interface HeadingColumn {
  readonly column: number;
  /** The heading's cells from the outermost group inwards. */
  readonly path: readonly string[];
  /** As shown in a report. */
  readonly heading: string;
  /** What a row of units below the heading says. */
  readonly unitText: string | null;
}

export interface Header {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly HeadingColumn[];
  /** Texts of the block's rows by column, to know the heading again further down. */
  readonly rows: readonly ReadonlyMap<number, string>[];
}

const SEARCHED_ROWS = 30;
const DEEPEST = 5;
const LONGEST_HEADING = 160;
const ANCHORS_TRIED = 5;

/** Null where no row looks like a heading. */
export function findHeader(top: TopRows): Header | null {
  const anchors = top.rows
    .filter(({ row }) => row <= SEARCHED_ROWS && !isPreambleRow(top, row))
    .map(({ row }) => ({ row, score: anchorScore(top, row) }))
    .filter(({ score }) => score >= LEAST_ANCHOR)
    .sort((a, b) => b.score - a.score || a.row - b.row)
    .slice(0, ANCHORS_TRIED);
  let best: { header: Header; score: number } | null = null;
  for (const { row } of anchors) {
    const header = blockAround(top, row);
    const score = blockScore(header);
    if (!best || score > best.score + 0.5 || (score > best.score - 0.5 && header.top < best.header.top))
      best = { header, score };
  }
  if (!best) return null;
  const { header } = best;
  const above = anchors
    .filter(({ row }) => row < header.top)
    .map(({ row }) => blockAround(top, row))
    .filter((each) => each.bottom < header.top && holdsProjects(top, each, header.top))
    .sort((a, b) => a.top - b.top);
  return above[0] ?? header;
}

/** What a heading of few columns needs at least to be one of projects, whatever heading follows further down. */
const FEWEST_OF_TABLE = 3;

/** Whether rows with a name stand between this heading and the one further down: then it has a table of its own, however small. */
function holdsProjects(top: TopRows, { columns, bottom }: Header, below: number): boolean {
  const name = columns.find(({ path }) => recognise(path, null)[0]?.field === "name");
  const known = columns.filter(({ path }) => isKnownHeading(path[path.length - 1] ?? ""));
  if (!name || known.length < FEWEST_OF_TABLE) return false;
  return top.rows.some(({ row, cells }) => {
    if (row <= bottom || row >= below) return false;
    const called = headingCell(cells[name.column] ?? null);
    const filled = columns.filter(({ column }) => !isEmpty(cells[column])).length;
    return called !== "" && !isKnownHeading(called) && filled * 2 > columns.length;
  });
}

/** The block that the user has pointed out. */
export function headerAt(top: TopRows, rows: { readonly top: number; readonly bottom: number }): Header {
  return readBlock(top, rows.top, rows.bottom, rows.bottom);
}

/** The block around a row that is known to be one of a heading. */
export function headerFrom(top: TopRows, row: number): Header {
  return blockAround(top, row);
}

/** A row with less is no heading. */
const LEAST_ANCHOR = 2;

/** How many cells mean something as headings, less those that can only be data. */
function anchorScore(top: TopRows, row: number): number {
  const cells = top.at.get(row)?.cells ?? [];
  let data = 0;
  const seen = new Set<string>();
  for (const value of cells) {
    if (isEmpty(value)) continue;
    const text = headingCell(value);
    if (text === "") data++;
    else if (text.length <= LONGEST_HEADING) seen.add(text);
  }
  // Most rows hold figures: were every text of theirs a heading, they would still be none.
  if (seen.size - 2 * data < LEAST_ANCHOR) return -2 * data;
  let known = 0;
  for (const text of seen) if (isKnownHeading(text) || isRoleHeading(text)) known++;
  return known - 2 * data;
}

function blockAround(top: TopRows, anchor: number): Header {
  let first = anchor;
  let last = anchor;
  while (last - first < DEEPEST - 1 && last + 1 <= anchor + DEEPEST && isChildRow(top, last, last + 1, first)) last++;
  while (last - first < DEEPEST - 1 && first > 1 && isParentRow(top, first - 1, first)) first--;
  // A child row may only be seen as one once its parents are known.
  while (last - first < DEEPEST - 1 && isChildRow(top, last, last + 1, first)) last++;
  let bottom = last;
  while (bottom - first < DEEPEST && isDecorRow(top, bottom + 1)) bottom++;
  return readBlock(top, first, last, bottom);
}

const FEWEST_KNOWN = 3;

/** True where `row` holds subheadings of the row above: text only, each below a group or below nothing. */
function isChildRow(top: TopRows, parent: number, row: number, first: number): boolean {
  if (fillsGroups(top, parent, row)) return true;
  const cells = top.at.get(row)?.cells ?? [];
  let texts = 0;
  let astray = 0;
  let bound = 0;
  let known = 0;
  for (let column = 0; column < Math.min(cells.length, top.width); column++) {
    const value = cells[column];
    if (isEmpty(value)) continue;
    const text = headingCell(value);
    if (text === "" || text.length > LONGEST_HEADING) return false;
    if (
      /^(?:.{0,6}(?:合计|总计|小计|共计|累计|汇总|总数))$|^(?:[一二三四五六七八九十]+|[(（][一二三四五六七八九十]+[)）])[、.]?$/u.test(
        text.replace(/\s/gu, ""),
      ) &&
      column === 0
    )
      return false;
    const merge = mergeAt(top, row, column);
    if (merge && merge.right - merge.left + 1 > Math.max(4, top.width * 0.6)) return false;
    texts++;
    if (isKnownHeading(text) || isRoleHeading(text) || /^其中/u.test(text)) known++;
    const above = mergeAt(top, parent, column);
    if (above && above.right > above.left) {
      bound++;
      continue;
    }
    if (isEmpty(valueAt(top, parent, column)) && !above) {
      if (!hasLeftGroup(top, parent, column)) astray++;
      continue;
    }
    if (!startsGroup(top, parent, row, column)) astray++;
  }
  if (texts === 0) return false;
  // Cells merged from the block's rows down into this one say by themselves that the row is one of the heading.
  const leaves = top.merges.filter(
    (merge) =>
      merge.top >= first && merge.top <= parent && merge.bottom >= row && merge.right - merge.left < top.width / 2,
  ).length;
  if (leaves >= 2 || (leaves === 1 && astray <= texts * 0.25)) return true;
  if (bound > 0 && astray <= texts * 0.25) return known > 0 || bound >= 2;
  if (astray === 0) return known >= 1 && (texts >= 2 || firstColumn(top, parent) < firstColumn(top, row));
  // 「股权结构」 over one subheading, beside groups whose subheadings everybody knows.
  return known >= FEWEST_KNOWN && astray <= texts * 0.25;
}

/**
 * Words below nothing but groups, one for each column of each group: 建设起止年限 over 起 | 止. What the words mean does not
 * matter then, for a row of data has its cells under the single headings.
 */
function fillsGroups(top: TopRows, parent: number, row: number): boolean {
  const cells = top.at.get(row)?.cells ?? [];
  let filled = 0;
  let column = 0;
  while (column < top.width) {
    const width = groupWidth(top, parent, column);
    const children = cells.slice(column, column + width).filter((value) => !isEmpty(value));
    if (children.some((value) => !isChildWord(value))) return false;
    if (width === 1 && children.length > 0) return false;
    if (width > 1 && children.length > 0 && children.length < width) return false;
    if (width > 1) filled += children.length;
    column += width;
  }
  return filled >= 2;
}

/** How many columns the heading here stands over: its merge, or the blanks behind it. */
function groupWidth(top: TopRows, row: number, column: number): number {
  const merge = mergeAt(top, row, column);
  if (merge) return merge.right - column + 1;
  if (isEmpty(valueAt(top, row, column))) return 1;
  let right = column + 1;
  while (right < top.width && isEmpty(valueAt(top, row, right)) && !mergeAt(top, row, right)) right++;
  return right - column;
}

const LONGEST_CHILD = 20;
/** Sentences, ticks, and the numeral of a section. */
const NO_CHILD = /[。；√×]|^[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.]?$/u;

/** A word such as stands under a group, no figure, mark or sentence. */
function isChildWord(value: CellValue | undefined): boolean {
  const text = headingCell(value);
  return text !== "" && text.length <= LONGEST_CHILD && /[\p{Script=Han}a-z]/iu.test(text) && !NO_CHILD.test(text);
}

/** The parent opens a group: it says so, or blanks follow it with something below them: 合计 | | 其中 counts too. */
function startsGroup(top: TopRows, parent: number, row: number, column: number): boolean {
  const text = headingCell(valueAt(top, parent, column));
  if (groupOf(headingText(text, null)) !== null) return true;
  for (let right = column + 1; right < top.width; right++) {
    if (!isEmpty(valueAt(top, parent, right)) || mergeAt(top, parent, right)) return false;
    if (!isEmpty(valueAt(top, row, right))) return true;
  }
  return false;
}

function hasLeftGroup(top: TopRows, row: number, column: number): boolean {
  for (let left = column - 1; left >= 0; left--) if (!isEmpty(valueAt(top, row, left))) return true;
  return false;
}

const PREAMBLE =
  /^附[件表]|(?:单位|部门|时间|日期|时点|月份|人)(?:[(（][^)）]*[)）])?[:：]|^[(（]?(?:金额)?单位[:：为]|^[(（]?(?:金额|货币|币种|投资额?|资金|款项|经费)(?:均)?[:：为以按].{0,8}元[）)]?$/u;
const TITLE = /(?:表|台账|清单|汇总|一览|目录|名录|计划|情况|统计|库|明细)(?:[(（].*[)）])?$/u;

function isParentRow(top: TopRows, row: number, child: number): boolean {
  const cells = top.at.get(row)?.cells ?? [];
  const texts: { text: string; column: number; merge: Merge | null }[] = [];
  for (let column = 0; column < cells.length; column++) {
    if (isEmpty(cells[column])) continue;
    const text = headingCell(cells[column]);
    if (text === "" || text.length > LONGEST_HEADING) return false;
    texts.push({ text, column, merge: mergeAt(top, row, column) });
  }
  if (texts.length === 0) return false;
  if (texts.some(({ merge }) => merge && merge.right - merge.left + 1 > Math.max(3, top.width * 0.8))) return false;
  if (isPreambleRow(top, row)) return false;
  if (texts.some(({ merge }) => merge && merge.bottom >= child && merge.right - merge.left < top.width / 2))
    return true;
  if (texts.length === 1) {
    const only = texts[0];
    if (!only) return false;
    if (only.column <= firstColumn(top, child)) return false;
    return (
      isKnownHeading(only.text) ||
      (only.merge !== null && !TITLE.test(only.text) && only.merge.right - only.merge.left + 1 < top.width * 0.6)
    );
  }
  const known = texts.filter(({ text }) => isKnownHeading(text) || isRoleHeading(text)).length;
  const groups = texts.filter(({ merge }) => merge && merge.right > merge.left).length;
  if (known === 0 && groups < 2) return false;
  return isChildRow(top, row, child, row);
}

/** 「填报单位：… 单位：万元」 and the like: a few labels with a colon, or an office and the day, 「月份」 and the month, with none. */
function isPreambleRow(top: TopRows, row: number): boolean {
  const texts = (top.at.get(row)?.cells ?? [])
    .map((value) => headingCell(value).replace(/\s/gu, ""))
    .filter((text) => text !== "");
  if (texts.length > 4) return false;
  if (texts.some((text) => PREAMBLE.test(text))) return true;
  const [label = "", time = "", ...more] = texts;
  if (more.length === 0 && TIME_LABEL.test(label) && TIME_STATED.test(time)) return true;
  return texts.some(isOffice) && texts.every((text) => isOffice(text) || DAY_STATED.test(text));
}

/** 「水利局」, but not the heading 「主管局」. */
function isOffice(text: string): boolean {
  return OFFICE.test(text) && !isKnownHeading(text);
}

const OFFICE =
  /^[\p{Script=Han}]{2,20}(?:局|委|委员会|办|办公室|政府|管委会|街道|中心|公司|集团)(?:[(（](?:盖章|公章|章)[)）])?$/u;
const DAY_STATED = /^(?:截[至止]到?)?20\d\d年\d{1,2}月(?:\d{1,2}日|[底末])?$/u;

const TIME_LABEL = /^(?:填报|报送|统计|调度|截[至止])?(?:月份|时间|日期|年度)$/u;
const TIME_STATED = /^(?:20\d\d年?)?(?:\d{1,2}月)?(?:份|\d{1,2}日|[底末])?$/u;

function firstColumn(top: TopRows, row: number): number {
  const cells = top.at.get(row)?.cells ?? [];
  const index = cells.findIndex((value) => !isEmpty(value));
  return index < 0 ? 0 : index;
}

/** Rows of column numbers (1 2 3, 甲 乙 1 2, 栏次), of units, or of instructions between heading and data. */
function isDecorRow(top: TopRows, row: number): boolean {
  const values = (top.at.get(row)?.cells ?? []).filter((value) => !isEmpty(value));
  if (values.length < 2) return false;
  const texts = values.map((value) =>
    typeof value === "string" || typeof value === "number" ? String(value).replace(/\s/gu, "") : "?",
  );
  const numbers = texts.filter((text) =>
    /^(?:[(（]?\d{1,3}[)）]?(?:[=＝].+)?|[甲乙丙丁戊己庚辛壬癸]|栏次|列次|列号|[A-Z]{1,2}|[①-⑳])$/u.test(text),
  );
  if (numbers.length === texts.length && texts.length >= 3 && ascending(texts)) return true;
  const units = texts.filter((text) => isUnitText(text) || /^[-—/]$|^(?:计量)?单位$/u.test(text));
  if (units.length === texts.length && texts.some(isUnitText)) return true;
  const instructions = texts.filter((text) =>
    /必填|选填|下拉|自动生成|系统生成|格式[:：]|^填写|^填报|^请填|^请选|^如[:：]|^例如|文本型|数值型|日期型|^(?:文本|数值|日期|数字)$/u.test(
      text,
    ),
  );
  return instructions.length >= 2 && instructions.length >= texts.length * 0.6;
}

/** A first data row may hold small numbers too: column numbers grow by one. */
function ascending(texts: readonly string[]): boolean {
  const numbers = texts
    .map((text) => /\d+/u.exec(text)?.[0])
    .filter((text) => text !== undefined)
    .map(Number);
  if (numbers.length < 2) return texts.every((text) => /^[甲乙丙丁戊己庚辛壬癸A-Z]/u.test(text));
  let steps = 0;
  for (let index = 1; index < numbers.length; index++) if (numbers[index] === (numbers[index - 1] ?? 0) + 1) steps++;
  return steps >= (numbers.length - 1) * 0.8;
}

function readBlock(top: TopRows, first: number, last: number, bottom: number): Header {
  const columns: HeadingColumn[] = [];
  const rows: ReadonlyMap<number, string>[] = [];
  for (let row = first; row <= last; row++) {
    const texts = new Map<number, string>();
    for (let column = 0; column < top.width; column++) {
      const text = headingCell(valueAt(top, row, column));
      if (text !== "") texts.set(column, text);
    }
    rows.push(texts);
  }
  for (let column = 0; column < top.width; column++) {
    const path = pathOf(top, first, last, column);
    if (path.length === 0) continue;
    columns.push({
      column,
      path,
      heading: path.map(shownHeading).filter(Boolean).join("·"),
      unitText: unitBelow(top, last, bottom, column),
    });
  }
  const named = withoutContinuations(top, last, columns);
  return { top: first, bottom, columns: withoutEmptyOfGroups(top, { first, last, bottom }, named), rows };
}

function unitBelow(top: TopRows, last: number, bottom: number, column: number): string | null {
  for (let row = last + 1; row <= bottom; row++) {
    const value = valueAt(top, row, column);
    if (typeof value === "string" && isUnitText(value)) return value;
  }
  return null;
}

/** The heading cells that stand for a column: its own, those of merges that cover it, and group headings to the left of a blank. */
function pathOf(top: TopRows, first: number, last: number, column: number): string[] {
  const path: string[] = [];
  for (let row = first; row <= last; row++) {
    const text = headingOver(top, first, last, row, column);
    if (text === "" || path[path.length - 1] === text) continue;
    path.push(text);
  }
  return path.length === 1 ? namedSource(path[0] ?? "") : path;
}

/** 「资金来源：中央（万元）」 in a heading of one row names a source as two rows would; 「资金来源：中央、省、自筹」 says what to write below it. */
function namedSource(text: string): string[] {
  const { group, source } = NAMED_SOURCE.exec(text.normalize("NFKC"))?.groups ?? {};
  return group !== undefined && source !== undefined && isMoney(source) ? [group, source] : [text];
}

/** 「资金来源：下拉选择」 asks for the name of one. */
function isMoney(source: string): boolean {
  const { bare, unit } = headingText(source, null);
  const isNamed = Object.values(UNDER.funds ?? {}).some((words) => words.split(/\s+/u).includes(bare));
  return unit !== null || isNamed || sourceByEnd(bare) !== null || MONEY.test(bare);
}

const MONEY = /(?:资金|财政|预算|补助|贷款|债券?|投入)$/u;

const NAMED_SOURCE = /^(?<group>资金(?:来源|构成|筹措))\s*[:\-—–]\s*(?<source>[^、,，;；/和或及:：]{2,20})$/u;

function headingOver(top: TopRows, first: number, last: number, row: number, column: number): string {
  const merge = mergeAt(top, row, column);
  if (merge) {
    if (merge.top < first) return "";
    return headingCell(valueAt(top, merge.top, merge.left));
  }
  const own = headingCell(valueAt(top, row, column));
  if (own !== "" || row === last) return own;
  // A blank above a subheading belongs to the group on its left, unless that row draws its groups by merging.
  if (!hasBelow(top, row, last, column)) return "";
  if (
    top.merges.some(
      (other) => other.top <= row && other.bottom >= row && other.right > other.left && other.top >= first,
    )
  )
    return "";
  for (let left = column - 1; left >= 0; left--) {
    const text = headingCell(valueAt(top, row, left));
    if (text === "") {
      if (mergeAt(top, row, left)) return "";
      continue;
    }
    return hasBelow(top, row, last, left) && sameGroup(top, first, last, row, left, column) ? text : "";
  }
  return "";
}

function sameGroup(top: TopRows, first: number, last: number, row: number, left: number, column: number): boolean {
  if (row === first) return true;
  return headingOver(top, first, last, row - 1, left) === headingOver(top, first, last, row - 1, column);
}

function hasBelow(top: TopRows, row: number, last: number, column: number): boolean {
  for (let below = row + 1; below <= last; below++) if (!isEmpty(valueAt(top, below, column))) return true;
  return false;
}

/** A heading merged over several columns down to the bottom row names one column; the others show nothing of their own unless they hold data. */
function withoutContinuations(top: TopRows, last: number, columns: readonly HeadingColumn[]): HeadingColumn[] {
  return columns.filter(({ column }) => {
    const merge = mergeAt(top, last, column);
    if (!merge || merge.left === column || merge.bottom < last) return true;
    return false;
  });
}

/** Below a group with names of its own a column without one, and with nothing in it, is left over: 「前期手续」 over 立项 | 用地 | blank. */
function withoutEmptyOfGroups(
  top: TopRows,
  { first, last, bottom }: { readonly first: number; readonly last: number; readonly bottom: number },
  columns: readonly HeadingColumn[],
): HeadingColumn[] {
  const isLeftOver = (column: number): boolean => {
    const group = top.merges.find(
      (merge) =>
        merge.top >= first &&
        merge.bottom < last &&
        merge.left <= column &&
        merge.right >= column &&
        merge.right > merge.left,
    );
    if (!group || hasBelow(top, group.bottom, last, column)) return false;
    for (let other = group.left; other <= group.right; other++)
      if (hasBelow(top, group.bottom, last, other))
        return top.rows.every(({ row, cells }) => row <= bottom || isEmpty(cells[column]));
    return false;
  };
  return columns.filter(({ column }) => !isLeftOver(column));
}

/** Distinct fields that the block gives, with a bonus for the project's name. */
function blockScore(header: Header): number {
  const fields = new Set<string>();
  let roles = 0;
  for (const { path } of header.columns) {
    const [best] = recognise(path, null);
    if (best && best.kind === "sure") fields.add(best.field);
    else if (isRoleHeading(path[path.length - 1] ?? "")) roles += 0.6;
  }
  return fields.size + roles + (fields.has("name") ? 2 : 0);
}

/** Which row of the heading a row further down says again, from 0; -1 for none. `next` is the row expected after one that was said. */
export function repeatedRow(header: Header, texts: ReadonlyMap<number, string>, next: number): number {
  for (const [index, heading] of header.rows.entries()) {
    if (!couldRepeat(heading, texts)) continue;
    let same = 0;
    for (const [column, text] of texts) {
      const there = heading.get(column);
      if (there !== undefined && headingText(there, null).full === headingText(text, null).full) same++;
    }
    if (same >= texts.size * 0.6 && (same >= 2 || (same === 1 && index === next && index > 0))) return index;
  }
  return -1;
}

/** Told at a glance, for every row without a number is asked: most of its texts begin with a character of their heading. */
function couldRepeat(heading: ReadonlyMap<number, string>, texts: ReadonlyMap<number, string>): boolean {
  let alike = 0;
  for (const [column, text] of texts) {
    const there = heading.get(column);
    if (there === undefined) continue;
    for (let at = 0; at < Math.min(text.length, CHARACTERS_TRIED); at++) {
      if (!there.includes(text.charAt(at))) continue;
      alike++;
      break;
    }
  }
  return alike >= texts.size * MOST_ALIKE;
}

/** A mark and a number may stand before the words. */
const CHARACTERS_TRIED = 4;
/** Less than the share that decides: a year may be said in other words. */
const MOST_ALIKE = 0.5;
