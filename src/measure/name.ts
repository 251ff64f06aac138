/** How names of projects are compared: without place, brackets and 项目/工程/建设, with the mark of a part kept apart. */
import { smallChineseNumber } from "./numerals";
import { normaliseText } from "./text";

export interface NameParts {
  /** The county or city in front, 「临河县」; empty where the name has none. */
  readonly place: string;
  /** What is left without the mark: two parts of one project share it. */
  readonly stem: string;
  /** 「1期」, 「A区」, 「2标段」, joined by + where there are several; null where the name marks no part. */
  readonly mark: string | null;
}

/** Longer texts are no names; what comes behind is not compared. */
const LONGEST = 200;

const ORDINAL = "[一二三四五六七八九十]{1,3}|\\d{1,3}|[IVX]{1,4}(?![A-Z])|[A-Z](?![A-Z])|[甲乙丙丁]";
const SIDE = "[东西南北中](?:[东西南北])?|东中西|上|下";
/** 一期, A区, 第2标段, 东片区, （一） and a figure behind the whole; groups by place, since names of groups cost as much as the search. */
const PART = new RegExp(
  [
    `第?(${ORDINAL})#?(期|标段|标(?!准)|片区|区(?![域县块])|地块|组团|合同段|段|批次|批|号楼|号院|号线|#楼|栋)`,
    `(?<=[\\u4e00-\\u9fff(])(${SIDE})(片区|片|标段|段)`,
    `\\((${ORDINAL})\\)`,
    `(?<=工程|项目)[-#]?(${ORDINAL})$`,
  ].join("|"),
  "g",
);

/** What stands in brackets without telling one project from another. */
const ANNOTATION =
  /\((?:新建|续建|改建|扩建|改扩建|在建|拟建|迁建|省重点|市重点|县重点|重点项目?|打包|专项债券?|EPC|PPP|EPC总承包|调整|暂定名?|暂名|更名|储备|申报|新增|结转)\)/g;
const MARKS_AND_SPACES = /[\s★☆■□●○◆◇▲△※*()[\]{}〔〕【】《》〈〉「」『』"'“”‘’,，、.。:;；—–―_/|·•~-]/g;
/** What stands between two figures parts them: 「2024 2025年」 is not 「20242025年」; a comma sets off thousands. */
const BETWEEN_FIGURES = /(?<=\d)[\s、.~/·•—–―-]+(?=\d)/g;
const PARTED = "&";
/** Blanks; one between two figures is remembered. */
const GAPS = /(?<=\d)(\s)\s*(?=\d)|\s+/g;
const EMPTY_WORDS = /项目|工程|建设|的/g;

const PROVINCE = /^[\u4e00-\u9fff]{2,3}(?:省|自治区)/;
const CITY = /^[\u4e00-\u9fff]{2,4}?(?:市(?![场政民域容级直辖])|地区|自治州|盟)/;
const COUNTY = /^[\u4e00-\u9fff]{1,5}?(?:自治县|县(?![城域级乡道])|旗)/;
const DISTRICT = /^[\u4e00-\u9fff]{1,3}?区(?![域块])/;
const OWN_COUNTY = /^(?:全|本|我)?[县市](?![城场域级乡道政民容直辖区])/;
/** A name must keep at least this much when its place is taken away. */
const SHORTEST_REST = 4;

/** What a name's characters hint at; most names hold nothing that the slower patterns look for. */
const BRACKET = 1;
const MARK = 2;
const PLACE = 4;
const CAPITAL = 8;
const EMPTY = 16;
const HINTS = hintTable();

function hintTable(): Uint8Array {
  const hints = new Uint8Array(0x10000).fill(MARK);
  hints.fill(0, 0x4e00, 0xa000);
  hints.fill(0, 0x30, 0x3a);
  hints.fill(0, 0x61, 0x7b);
  hints.fill(CAPITAL, 0x41, 0x5b);
  for (const [letters, hint] of [
    ["(", BRACKET | MARK],
    ["省区市州盟县旗", PLACE],
    ["项工建的", EMPTY],
  ] as const) {
    for (const letter of letters) hints[letter.charCodeAt(0)] = hint;
  }
  return hints;
}

function hintsOf(text: string): number {
  let hints = 0;
  for (let at = 0; at < text.length; at++) hints |= HINTS[text.charCodeAt(at)] ?? MARK;
  return hints;
}

const ANY_PART =
  /[一二三四五六七八九十\dA-Z甲乙丙丁]#?(?:[期标片区地组合段批号栋]|#?楼)|[东西南北中上下](?:片|标段|段)|\(|[一二三四五六七八九十\dA-Z甲乙丙丁]$/;

/** Takes a name apart; the parts are for comparing, not for showing. */
export function nameParts(name: string): NameParts {
  const given = name.length > LONGEST ? name.slice(0, LONGEST) : name;
  const asGiven = hintsOf(given);
  // In letters and figures alone there is nothing to normalise.
  const seen = (asGiven & MARK) === 0 ? given : normaliseText(given);
  const hints = seen === given ? asGiven : hintsOf(seen);
  // Blanks in a name tell nothing, but that two figures are two; within that of its place they would hide it.
  const joined = (hints & MARK) === 0 ? seen : seen.replace(GAPS, "$1");
  const text = (hints & BRACKET) === 0 ? joined : joined.replace(ANNOTATION, "");
  const { place, rest } = splitPlace((hints & MARK) === 0 ? text : text.replace(/^[★☆■□●○◆◇▲△※*]+/, ""));
  const marks: string[] = [];
  const unmarked = ANY_PART.test(rest) ? withoutMarks(rest, marks) : rest;
  const plain =
    (hints & MARK) === 0 ? unmarked : unmarked.replace(BETWEEN_FIGURES, PARTED).replace(MARKS_AND_SPACES, "");
  const told = (hints & EMPTY) === 0 ? plain : plain.replace(EMPTY_WORDS, "");
  const stem = (hints & (CAPITAL | MARK)) === 0 ? told : told.toLowerCase();
  return { place, stem, mark: marks.length === 0 ? null : [...new Set(marks)].sort().join("+") };
}

/** The text without its marks, which are put into `marks`. */
function withoutMarks(text: string, marks: string[]): string {
  let rest = "";
  let from = 0;
  PART.lastIndex = 0;
  for (let found = PART.exec(text); found; found = PART.exec(text)) {
    marks.push(markOf(found));
    rest += text.slice(from, found.index);
    from = PART.lastIndex;
  }
  return rest + text.slice(from);
}

/** Equal for names that say the same project: place, brackets and empty words dropped, the part's mark kept. */
export function comparableName(name: string): string {
  const { stem, mark } = nameParts(name);
  return mark === null ? stem : `${stem}#${mark}`;
}

/** What the parts of one project have in common. */
export function projectStem(name: string): string {
  return nameParts(name).stem;
}

/** The mark of a part; null where the name marks none. */
export function partMark(name: string): string | null {
  return nameParts(name).mark;
}

/** Province, city and county in front of a name. 区 only behind a city, since 东城区 may be a part of a town. */
export function splitPlace(name: string): { place: string; rest: string } {
  if ((hintsOf(name) & PLACE) === 0) return { place: "", rest: name };
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    const found = pattern.exec(name.slice(at))?.[0] ?? "";
    if (found === "" || name.length - at - found.length < SHORTEST_REST) return false;
    at += found.length;
    return true;
  };
  take(PROVINCE);
  const inCity = take(CITY);
  if (!take(COUNTY)) {
    if (!(inCity && take(DISTRICT)) && !inCity) take(OWN_COUNTY);
  }
  return { place: name.slice(0, at), rest: name.slice(at) };
}

function markOf([, numbered, kind, side, sideKind, bracketed, last]: readonly (string | undefined)[]): string {
  const ordinal = numbered ?? bracketed ?? last;
  if (ordinal === undefined) return `${side ?? ""}${sideKind ?? ""}`;
  // 「（一）」 and a figure at the end number the parts as 期 does not; they have no kind.
  return arabic(ordinal) + (kind === "标" ? "标段" : (kind ?? ""));
}

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

function arabic(ordinal: string): string {
  const number = smallChineseNumber(ordinal);
  if (number !== null) return String(number);
  const roman = ROMAN.indexOf(ordinal);
  return roman >= 0 ? String(roman + 1) : ordinal.replace(/^0+(?=\d)/, "");
}
