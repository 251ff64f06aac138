/** What a row below the heading is: a project, or a section, total, note, example, repeated heading or blank one. */
import { isBlankText, normaliseText } from "../../measure/text";
import { CellError, Mark, type CellValue } from "../../sheet/cell";
import type { SheetRow } from "../../sheet/sheet";
import { fieldKind } from "../fields";
import { isFigureText } from "../block/grid";
import { squeeze } from "../heading/text";
import { repeatedRow, type Header } from "../block/header";
import type { Column, SkipReason } from "../ledger";
import { isLegend } from "./legend";
import { isKnownHeading } from "../heading/recognise";
import { LONGEST_NOTHING, saysNothingToReport } from "./reportsNone";
import { isRoleHeading } from "../heading/roles";

export type RowKind = "project" | SkipReason;

export interface RowSort {
  readonly kind: RowKind;
  /** The words of a section or total row. */
  readonly label: string;
  /** Where they stand. */
  readonly labelColumn: number;
  /** One label and hardly more: the rows around it may yet say that it is something else (settle.ts). */
  readonly open: boolean;
}

interface CellText {
  readonly text: string;
  readonly column: number;
}

/** What the cells of a row hold. */
interface Content {
  readonly texts: readonly CellText[];
  /** Cells of figures, and cells that hold anything, the serial's aside. */
  readonly figures: number;
  readonly content: number;
  /** Figures typed as text count too. */
  readonly holdsFigures: boolean;
  /** What stands alone among figures and blank words. */
  readonly word: CellText | null;
  readonly serialHeld: boolean;
}

function closed(kind: RowKind): RowSort {
  return { kind, label: "", labelColumn: -1, open: false };
}

export interface RowSorter {
  /** `filled`: the name's cell is the continuation of a merged one. */
  readonly sort: (row: SheetRow) => RowSort;
}

const PROJECT = closed("project");
const BLANK = closed("blank");
const NOTE = closed("note");
const EXAMPLE = closed("example");
const REPEATED = closed("repeated-header");

/** 【交通】 and 交通类： in a row of their own head the rows below. */
const BRACKETED = /^(?:以下.{1,16}|【[^】]{1,16}】|〖[^〗]{1,16}〗|\[[^\]]{1,16}\]|\([^)]{1,16}\)|.{1,20}:)$/u;
/** Such a word may also end the name of what is built: a centre, a company's works. */
const OFFICE = /^.{1,12}(?:局|委|办|镇|乡|街道|街道办事处|管委会|办公室)$/u;

const COUNT = "[:：]?(?:共计?)?\\s*(?:\\d+|[Nn])?(?:个|项|处)?(?:项目)?";
/** Whose total it is: 「全县汇总」「本年累计」「交通局汇总」, but no name of a project that ends so. */
const OF_ALL = "(?:(?:全|本|各)[县市区省州旗镇乡年页期类]|项目|工程|投资|资金|金额|以上|上述|全部|所有|总)*";
// Few of them: what any sign may begin would else be read in ever more ways.
const WHOSE = `${OF_ALL}(?:.{1,8}(?:局|委|办|镇|乡|街道|部门|单位|类|片区|领域)${OF_ALL}){0,3}`;
const TOTAL = new RegExp(
  `^(?:[一二三四五六七八九十]+[、.])?(?:.{0,16}?(?:合计|总计|小计|共计|总合计|累计合计)|${WHOSE}(?:汇总|累计|总数|总额|总量))${COUNT}(?:\\(.*\\))?[:：]?$|^共\\d+(?:个|项)(?:项目)?$|^(?:全[县市区省州旗镇乡](?:项目)?|(?:全部|所有)(?:项目|工程)?|(?:项目)?个数|项目(?:总数|数量?)|total|sum)[:：]?$`,
  "iu",
);
const SURELY_TOTAL = /合计|总计|小计|共计/u;
/** What else is worked out below a table; it stands for no rows. */
const STATISTIC =
  /^(?:(?:平均|均值|占比|比重|比例|同比|环比)(?:值|数|增长|增幅|增减)?|增[长幅减](?:率|额)?|[上去]年同期数?|(?:比|较)[上去]年.{0,6}|差额|完成率|上[月期]数?)[:：(%].*$|^(?:平均|均值|占比|比重|比例|同比|环比|增[长幅减]|差额|完成率|[上去]年同期)(?:值|数|增长|增幅|增减|率|额)?$/u;
/** What no total's label does without; most names do. */
const TOTAL_SIGN = /[计汇数额量全部有共ls]/iu;
const SUMMARY = /^其中[:：]?/u;

const ENUMERATED =
  /^(?:[一二三四五六七八九十]{1,3}[、.．,，:：\s]|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]+[部类批章篇](?:分|:|：)?|[IVXⅠ-Ⅻ]{1,4}[、.．])/u;
const NUMERAL_ALONE =
  /^(?:[一二三四五六七八九十]{1,3}|[甲乙丙丁戊己庚辛A-H]|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]+[部类批](?:分)?|[Ⅰ-Ⅻ])[、.．]?$/u;
const COUNTED = /.\((?:共|计|合计)?\d+(?:个|项)?(?:项目)?[^)]{0,20}\)$|[:：]?共?\d+(?:个|项)(?:项目)?$/u;
/** ① 2、 3． （4） 2-1: a project's number as a clerk types it. */
const SERIAL = /^(?:\(?\d{1,5}\)?[、.]?|\d{1,4}(?:[-.]\d{1,4})+|[①-⑳])$/u;
const COUNT_ALONE = /^共?\s*\d+\s*(?:个|项)?(?:项目)?$/u;
const NUMBERED = /^(?:\d{1,2}[、.．](?!\d)|\(\d{1,2}\))/u;
const SECTION_WORDS =
  /^(?:(?:20\d\d年)?(?:度|计划|拟|省|市|县|区|级|国家|重点|重大|一般|政府投资|企业投资|社会投资)*(?:续建|新建|新开工|在建|拟建|竣工|投产|前期|储备|谋划|预备|申报|结转|收尾|完工|已完工|已竣工|重点预备|正式|未开工|建成)+(?:投产|库|类|建设|重点|重大|前期|工作)*(?:项目|工程)?|.{1,12}(?:类|领域|方面|板块|片区))(?:项目)?$/u;
const DEPARTMENT = /^.{1,14}(?:局|委|办|厅|中心|镇|乡|街道|街道办事处|管委会|开发区|集团|公司|办公室)[:：]?$/u;

const NOTE_START =
  /^(?:注|备注|图例|图示|标注|符号说明|说明|填表说明|填报说明|填写说明|备注说明|注意事项|温馨提示|填报要求|填表要求|附注|指标解释|名词解释|指标说明|注释)(?:[:：.、]|\d|$)|^(?:[*※★▲■]|\([*※★▲■]\)).{12,}|^\(?[此本该](?:表|报表|台账|清单)(?!名).{3,}|^(?:填表人|填报人|制表人|审核人|复核人|负责人|单位负责人|分管领导|联系人|联系电话|填报日期|填表日期|填报时间|制表|审核|审批人|经办人|主要负责人|统计负责人|审签人|签发人|报送人|填报单位|报送日期|制表单位|制表时间|校对|单位\((?:盖章|公章)\)|统计人|分管负责人|主要领导|分管县领导)(?:\(?(?:签字|签章|签名|盖章)\)?)?[:：]/u;
/** 「镇长：」 with room to sign behind it; 「镇长：王某」 may head the projects that are his. */
const TO_BE_SIGNED =
  /^(?:镇|乡|县|区|市|旗|局|站|所|院|校|科|股|村)长(?:\(?(?:签字|签章|签名|盖章)\)?)?[:：][\s_]*$|^(?:主任|(?:党(?:委|组|工委|支部))?书记|董事长|总经理|会计|出纳|法定代表人|(?:单位|主管|部门|分管)领导)(?:\(?(?:签字|签章|签名|盖章)\)?)?[:：][\s_]*$/u;
const MARKED = /^(?:[*※★▲■]|\([*※★▲■]\))/u;
const EXAMPLE_START =
  /^\(?(?:示例|样例|例如|填写示例|填报示例|范例|举例|填写样例|参考示例|样表)\)?\d*(?:[:：、.]|$)|^例\d*[:：、.]?$|^\(?(?:示例|样例)\)?|[(（](?:示例|样例|填报示例|填写示例)[)）]$/u;
/** What no word of nothing, of a total or of an example does without; most names do. */
const SIGN = /[无零没计例汇总样]/u;
/** What the title of a second page adds. */
const CONTINUED = /(?:\((?:续|接|附)[^()]{0,6}\)|续表?[一二三四五六七八九十\d]*)$/u;
/** Shorter texts under the name may say that there is nothing yet. */
const LONGEST_BLANK_NAME = 6;
/** A longer text is no label of rows. */
const LONGEST_LABEL = 24;
/** Marks of a printed page, which may stand anywhere. */
const PAGE =
  /^\(?(?:续上?[表页]|接上?[表页]|续前[表页]|上接.{0,4}页|下转.{0,4}页|转下页|第\d+页.{0,8}|共\d+页.{0,8})\)?$/u;
/** 「主管领导：　　制表：张某」: labels with room for a name. */
const SIGNED = /^[\p{Script=Han}()]{2,12}[:：].{0,16}$/u;
/** 「青石镇人民政府 2025年6月19日」: who has drawn up the table, and when. */
const DATED =
  /^(?:.{2,30}(?:政府|局|委|委员会|办|办公室|中心|公司|集团|街道|办事处|领导小组|专班))?20\d\d年\d{1,2}月\d{1,2}日$/u;
/** 「单位：万元」 between two tables. */
const UNIT_STATED = /^[(（]?(?:金额|货币|计量|计价|投资|资金)?单位[:：为][^:：]{0,6}元[)）]?$/u;
/** 「工程名称」: in a row of headings the column of names. */
const NAME_HEADING = /^(?:.{0,8}(?:项目|工程))?(?:全称|名称)$|^项目$/u;
const LONGEST_NAME_HEADING = 14;
/** From this share of known words on a row of words is a heading. */
const MOST_OF_HEADING = 0.6;
/** What a summary counts. */
const SUMMARISED = /^(?:项目|工程)?(?:个数|数量?|总数|类别|分类)(?:\(个\))?$|占比|比重/u;
/** The same where no column of names is among them. */
const NEARLY_ALL = 0.8;
const FEWEST_HEADINGS = 3;
/** From this length a text alone in its row is prose. */
const PROSE = 40;

export function rowSorter(header: Header, columns: readonly Column[], title: string | null): RowSorter {
  const nameColumn = columns.find(({ field }) => field === "name")?.column ?? -1;
  const serialColumn = columns.find(({ field }) => field === "serial")?.column ?? -1;
  const mapped = columns.filter(({ field }) => field !== "serial").map(({ column }) => column);
  const wordColumns = columns
    .filter(
      ({ field }) =>
        field !== "serial" &&
        field !== "name" &&
        field !== "remark" &&
        fieldKind(field) !== "amount" &&
        fieldKind(field) !== "share" &&
        fieldKind(field) !== "number",
    )
    .map(({ column }) => column);
  const labelWidth = Math.max(nameColumn, serialColumn, 1) + 1;
  const nameHeading = squeeze(header.columns.find(({ column }) => column === nameColumn)?.path.at(-1) ?? "");
  /** The heading of a further table below, whose other columns may stand in another order. */
  const isNameHeading = (text: string) => text !== "" && squeeze(text) === nameHeading;
  const titleText = title === null ? null : title.normalize("NFKC").replace(/\s+/gu, "").replace(CONTINUED, "");
  /** After a note, lines that stand alone go on with it until a project comes. */
  let inNotes = false;
  /** The row of the heading that comes next where it is being said again. */
  let expected = -1;

  const sort = (row: SheetRow): RowSort => {
    const { cells } = row;
    const name = cells[nameColumn];
    if (typeof name === "string" && name.length > 1) {
      const serial = serialColumn < 0 ? null : cells[serialColumn];
      // The common row: a number in front, a name that is no word of a total.
      const isNumbered = typeof serial === "number" || (isDigits(serial) && name.length > LONGEST_BLANK_NAME);
      if (isNumbered && (!SIGN.test(name) || isSurelyName(name))) {
        inNotes = false;
        return PROJECT;
      }
    }
    const sorted = slowly(row);
    if (sorted.kind === "note") inNotes ||= !sorted.open;
    else if (sorted.kind !== "blank") inNotes = false;
    return sorted;
  };

  const slowly = ({ cells, marks }: SheetRow): RowSort => {
    const content = contentOf(cells, marks);
    if (isBlankRow(content)) return BLANK;
    return byWords(content, cells) ?? byColumns(content, cells);
  };

  const contentOf = (cells: readonly CellValue[], marks: SheetRow["marks"]): Content => {
    const texts: CellText[] = [];
    let figures = 0;
    let content = 0;
    for (let column = 0; column < cells.length; column++) {
      const value = cells[column] ?? null;
      if (value === null) continue;
      if (typeof value === "string") {
        const text = normaliseText(value);
        if (text === "") continue;
        texts.push({ text, column });
        if (column !== serialColumn) content++;
      } else if (column !== serialColumn) {
        // A pre-printed formula that has nothing to add up is no content.
        if (value === 0 && ((marks?.[column] ?? 0) & Mark.formula) !== 0) continue;
        if (value instanceof CellError && ((marks?.[column] ?? 0) & Mark.formula) !== 0 && isHollow(cells)) continue;
        figures++;
        content++;
      }
    }
    return {
      texts,
      figures,
      content,
      holdsFigures: figures > 0 || texts.some(({ text, column }) => column !== serialColumn && isFigureText(text)),
      word: onlyWord(texts),
      serialHeld: serialColumn >= 0 && isHeld(cells[serialColumn]),
    };
  };

  /** Nothing but a pre-printed serial, or words for nothing. */
  const isBlankRow = ({ texts, figures, content, serialHeld }: Content): boolean => {
    if (content === 0)
      return texts.every(({ text, column }) => column === serialColumn && /^[\d()（）、.]+$/u.test(text));
    return (
      figures === 0 &&
      texts.every(({ column, text }) => isBlankText(text) || (column === serialColumn && SERIAL.test(text))) &&
      (serialHeld || texts.length > 1)
    );
  };

  /** What its words say that the row is, when they are no project's; null where they leave it to its columns. */
  const byWords = (content: Content, cells: readonly CellValue[]): RowSort | null => {
    const { texts, holdsFigures, word } = content;
    const [first] = texts;
    if (!first) return null;
    if (isHeadingAgain(content)) return REPEATED;
    const label = first.text.replace(/\s+/gu, "");
    if (titleText !== null && label.replace(CONTINUED, "") === titleText)
      return { kind: "title", label, labelColumn: first.column, open: false };
    const aside = besideTable(content, first, label, cells);
    if (aside) return aside;
    if (word && holdsFigures && word.column < labelWidth && STATISTIC.test(word.text)) return closed("total");
    const total = totalLabel(cells, texts);
    if (total) return { kind: "total", label: total.text.replace(/\s+/gu, ""), labelColumn: total.column, open: false };
    const numbered = first.column === serialColumn && SERIAL.test(label) && isHeld(cells[nameColumn]);
    const section = numbered ? null : sectionLabel(cells, texts, content.figures);
    if (section)
      return { kind: "section", ...section, open: holdsFigures && !ENUMERATED.test(label) && !COUNTED.test(label) };
    if (SUMMARY.test(label) && (textAt(cells, nameColumn) === first.text || first.column === serialColumn))
      return { kind: "total", label, labelColumn: first.column, open: false };
    return null;
  };

  /** The sheet's own heading, or that of a further table. */
  const isHeadingAgain = ({ texts, figures }: Content): boolean => {
    const again = texts.every(({ text }) => text.length <= 160)
      ? repeatedRow(header, new Map(texts.map(({ text, column }) => [column, text])), expected)
      : -1;
    expected = again < 0 ? -1 : again + 1;
    return again >= 0 || (figures === 0 && texts.length >= 3 && !isSignature(texts) && isHeadingOfOther(texts));
  };

  const isHeadingOfOther = (texts: readonly CellText[]): boolean => {
    if (texts.some(({ text }) => isNameHeading(text))) return true;
    const named = texts.some(({ text }) => text.length <= LONGEST_NAME_HEADING && NAME_HEADING.test(squeeze(text)));
    const under = texts.find(({ column }) => column === nameColumn)?.text ?? null;
    // A table that names no projects, a summary perhaps: its heading stands where names would.
    if (!named && under !== null && (under.length > LONGEST_NAME_HEADING || !isHeadingWord(under))) return false;
    const known = new Set(texts.flatMap(({ text }) => (isHeadingWord(text) ? [text] : [])));
    return known.size >= texts.length * (named ? MOST_OF_HEADING : NEARLY_ALL) && known.size >= FEWEST_HEADINGS;
  };

  /** Notes, marks of a printed page and examples. */
  const besideTable = (
    { texts, figures, holdsFigures }: Content,
    first: CellText,
    label: string,
    cells: readonly CellValue[],
  ): RowSort | null => {
    // ★ in front of a name beside figures marks the project.
    const marked = first.column === nameColumn && texts.length > 1 && holdsFigures && MARKED.test(label);
    if (
      ((NOTE_START.test(label) || TO_BE_SIGNED.test(label)) && !marked) ||
      (!holdsFigures && PAGE.test(label)) ||
      UNIT_STATED.test(label)
    )
      return NOTE;
    const nameText = textAt(cells, nameColumn);
    if (EXAMPLE_START.test(label) || EXAMPLE_START.test(nameText.replace(/\s+/gu, ""))) return EXAMPLE;
    if (saysNothingToReport(nameText)) return NOTE;
    if (figures === 0 && isSignature(texts)) return NOTE;
    if (texts.length !== 1 || figures > 0) return null;
    if (isLegend(first.text)) return NOTE;
    // A sentence in a row of its own, unless it is a section's heading that tells much.
    if (first.column < labelWidth && !ENUMERATED.test(label) && isProse(first.text, first.column === nameColumn))
      return NOTE;
    return inNotes && !/^[一二三四五六七八九十]{1,3}[、.]/u.test(label) ? NOTE : null;
  };

  /** A row whose words leave it open: what it holds under which columns tells. */
  const byColumns = ({ texts, figures, holdsFigures, word, serialHeld }: Content, cells: readonly CellValue[]) => {
    const isNamed = isHeld(cells[nameColumn]) && !isBlankCellText(cells[nameColumn]);
    const open =
      word !== null &&
      (!serialHeld || (!isNamed && holdsFigures)) &&
      word.column < labelWidth &&
      word.text.length <= LONGEST_LABEL;
    const asOpen = (kind: RowKind): RowSort => ({
      kind,
      label: word?.text ?? "",
      labelColumn: word?.column ?? -1,
      open,
    });
    if (isNamed) return open ? asOpen("project") : PROJECT;
    // Without a name: a project whose name is missing, or figures without words (an unlabelled sum), or a stray word.
    if (!mapped.some((column) => isHeld(cells[column]))) return texts.length > 0 ? NOTE : BLANK;
    if (serialHeld && typeof cells[serialColumn] === "number") return open ? asOpen("project") : PROJECT;
    const words = wordColumns.filter((column) => isHeld(cells[column])).length;
    if (words === 0 && figures > 0 && texts.length === 0) return closed("total");
    if (open && holdsFigures) return asOpen(words + figures >= 2 ? "project" : "note");
    return words + figures >= 2 ? PROJECT : NOTE;
  };

  const totalLabel = (cells: readonly CellValue[], texts: readonly { text: string; column: number }[]) => {
    for (const entry of texts) {
      if (entry.column > labelWidth && (isHeld(cells[serialColumn]) || entry !== onlyWord(texts))) break;
      const label = entry.text.replace(/\s+/gu, "");
      if (label.length > 30 || !TOTAL_SIGN.test(label) || !TOTAL.test(label)) continue;
      // 「全县」 beside a project's name is a place.
      const isBesideName = entry.column !== nameColumn && isName(textAt(cells, nameColumn));
      if (isBesideName && !SURELY_TOTAL.test(label)) continue;
      // A name that merely ends so stands beside other words of a project.
      const others = wordColumns.filter(
        (column) =>
          column > entry.column &&
          texts.some(
            (text) => text.column === column && !isBlankText(text.text) && !/^\d+(?:个|项)?$/u.test(text.text),
          ),
      ).length;
      if (others <= 1) return entry;
    }
    return null;
  };

  const sectionLabel = (
    cells: readonly CellValue[],
    texts: readonly { text: string; column: number }[],
    figures: number,
  ) => {
    const [first, second] = texts;
    if (!first || first.column > labelWidth) return null;
    const others = texts.filter(
      ({ column, text }) =>
        wordColumns.includes(column) &&
        column !== first.column &&
        column !== second?.column &&
        !isBlankText(text) &&
        !COUNT_ALONE.test(text),
    ).length;
    if (others > 0) return null;
    const compact = first.text.replace(/\s+/gu, "");
    const secondIsWord =
      second !== undefined &&
      wordColumns.includes(second.column) &&
      second.column > nameColumn &&
      !isBlankText(second.text) &&
      !/^\d+(?:个|项)?$/u.test(second.text);
    // 「一」 in the serial's column and the section's name beside it.
    if (NUMERAL_ALONE.test(compact) && first.column === serialColumn && second && second.column <= nameColumn + 1) {
      return {
        label: `${compact.replace(/[、.．]$/u, "")}${compact.startsWith("(") ? "" : "、"}${second.text}`,
        labelColumn: first.column,
      };
    }
    if (secondIsWord) return null;
    if (compact.length > PROSE && !COUNTED.test(compact)) return null;
    if (ENUMERATED.test(`${first.text} `) && first.text.length > 1 && !NUMERAL_ALONE.test(compact))
      return { label: first.text, labelColumn: first.column };
    if (COUNTED.test(compact) && (first.column !== nameColumn || typeof cells[serialColumn] !== "number"))
      return { label: first.text, labelColumn: first.column };
    const besideName = first.column !== nameColumn && !isHeld(cells[nameColumn]);
    if (besideName && first.column === serialColumn && !/^[\d.\-()]+$/u.test(compact))
      return { label: first.text, labelColumn: first.column };
    if (texts.length === 1 && first.column === nameColumn && !isHeld(cells[serialColumn])) {
      if (figures === 0 && BRACKETED.test(compact)) return { label: first.text, labelColumn: first.column };
      if (serialColumn >= 0 && (SECTION_WORDS.test(compact) || OFFICE.test(compact)))
        return { label: first.text, labelColumn: first.column };
    }
    if (
      texts.length === 1 &&
      first.column <= nameColumn &&
      serialColumn < 0 &&
      first.column === 0 &&
      (SECTION_WORDS.test(compact) || (DEPARTMENT.test(compact) && figures === 0 && first.column !== nameColumn))
    ) {
      return { label: first.text, labelColumn: first.column };
    }
    if (NUMBERED.test(compact) && texts.length === 1 && first.column === serialColumn)
      return { label: first.text, labelColumn: first.column };
    return null;
  };

  return { sort };
}

/** 「单位负责人：　填表人：　联系电话：」 */
function isSignature(texts: readonly CellText[]): boolean {
  const [only] = texts;
  if (only && texts.length === 1) return DATED.test(only.text.replace(/\s+/gu, ""));
  return texts.every(({ text }) => SIGNED.test(text));
}

function isHeadingWord(text: string): boolean {
  return text.length <= LONGEST_LABEL && (isKnownHeading(text) || isRoleHeading(text) || SUMMARISED.test(text));
}

/** A text under the name, beside a number, that is no word of nothing, of a total or of an example. */
function isSurelyName(text: string): boolean {
  const mayBeNothing = text.length <= LONGEST_NOTHING && /[无零]|没有/u.test(text);
  return !mayBeNothing && (text.length > 14 || !/[计例汇总]/u.test(text)) && !EXAMPLE_START.test(text);
}

function isName(text: string): boolean {
  return text !== "" && !isBlankText(text) && !isFigureText(text) && !COUNT_ALONE.test(text);
}

/** A serial number as a text file holds it. */
function isDigits(value: CellValue | undefined): boolean {
  if (typeof value !== "string" || value === "" || value.length > 5) return false;
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}

/** What stands alone among figures and blank words; null where there is more. Most rows tell by their first two words. */
function onlyWord<Entry extends { readonly text: string }>(texts: readonly Entry[]): Entry | null {
  let only: Entry | null = null;
  for (const entry of texts) {
    if (isFigureText(entry.text) || isBlankText(entry.text)) continue;
    if (only !== null) return null;
    only = entry;
  }
  return only;
}

/** With its full stop: 「以上均为匡算。」 */
const SHORTEST_SENTENCE = 8;

/** 「县医院住院楼项目。」 is a name with a stop behind it. */
const NAMED = /^.{4,12}(?:项目|工程)[。；;]$/u;

/** A sentence rather than a name or a heading. */
function isProse(text: string, underName: boolean): boolean {
  if (/[。；;]$/u.test(text)) return text.length >= SHORTEST_SENTENCE && !(underName && NAMED.test(text));
  if (text.length < PROSE) return false;
  return !underName || /[。；;：:]/u.test(text);
}

function textAt(cells: readonly CellValue[], column: number): string {
  const value = cells[column];
  return typeof value === "string" ? normaliseText(value) : "";
}

function isHeld(value: CellValue | undefined): boolean {
  if (value === null || value === undefined || value === "") return false;
  return typeof value !== "string" || normaliseText(value) !== "";
}

function isBlankCellText(value: CellValue | undefined): boolean {
  return typeof value === "string" && isBlankText(value);
}

/** No words and no figures but errors and zeros: a pre-printed row of formulas. */
function isHollow(cells: readonly CellValue[]): boolean {
  return cells.every(
    (value) => value === null || value === "" || typeof value === "number" || value instanceof CellError,
  );
}
