/** How an amount of money is read: every way in which a clerk writes one, to 万元 exact to 0.01 元. */
import { chineseDigit, smallPower } from "./numerals";
import { normaliseText } from "./text";
import type { Amount, MoneyUnit } from "./types";

export interface AmountReading {
  readonly amount: Amount;
  /** The unit that the cell itself states; null for a bare number, which takes the column's. */
  readonly ownUnit: MoneyUnit | null;
}

/** Powers of ten from a unit to 万元. */
const TO_WAN: Readonly<Record<MoneyUnit, number>> = { 元: -4, 万元: 0, 亿元: 4 };

/** Longer texts are stories, not amounts. */
const LONGEST = 300;

const PLAIN_NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,2})?$/i;
const NUMBER_WITH_MARKS = /^[+-]?\d[\d, '’_]*(?:\.[\d ]*)?$/;

const APPROX_BEFORE =
  /(?:大?约|大概|近|将近|接近|超|超过|突破|逾|高于|低于|大于|小于|多于|少于|不足|不超过?|不到|至少|至多|最多|最高|最低|上限|下限|暂估|估计|[~≈<>≤≥∽])[为达到]?$/;
const APPROX_AFTER =
  /^(?:左右|上下|以上|以下|以内|之内|多|余|有余|开外|[(]?(?:暂估|估算|约数|左右|以上)[)]?|[(](?:估|约|估计|匡算|预估|预计|暂定)[)])/;

/** After 万 or 亿 without 元, only these say that money is meant and not 万平方米 or 万亩. */
const MAY_FOLLOW_BARE_UNIT =
  /^(?:$|[^\p{L}\p{N}%‰²³]|左右|上下|以上|以下|以内|之内|多|余|有余|整|人民币|资金|投资|债券|贷款)/u;
/** What makes 元 a price or another currency. */
const NOT_MONEY_AFTER = /^(?:\/|每|美元|美金|欧元|英镑|日元|日圆|韩元|港币|港元|澳元|卢布)/;

/** What most cells with a unit hold; read without the long way round. */
const SIMPLE = /^(\d+(?:\.\d+)?)(亿|万|元(?!元))元?$/;

/** From this to that is not one amount. */
const RANGE = /[\d万亿元] ?(?:[-~至到]|—+) ?\d[\d.,]* ?[千百万亿元]/;

/** Labels with which a bare number is still nothing but the amount. */
const LABELS =
  /^(?:项目|计划|估算|匡算|概算|预计|预算|暂定|暂估|拟|静态|建设|合计|总计|共|计|总投资|投资额?|金额|资金|总额|人民币|rmb|cny|¥|约|为|大|[:= ])*$/i;

/** Gives 万元 with six decimals, as the nearest double. */
export function roundWan(wan: number): number {
  const micro = wan * 1e6;
  // Beyond 2^53 a double has no sixth decimal to lose.
  if (!(Math.abs(micro) < 9e15)) return wan;
  return Math.round(micro) / 1e6 + 0;
}

/** The sum of amounts in 万元, free of the noise of binary fractions. */
export function sumWan(amounts: readonly number[]): number {
  return amounts.reduce((sum, wan) => sum + Math.round(wan * 1e6), 0) / 1e6;
}

/** Whether a figure in 万元 says a sum: but for the rounding of its parts, a hundredth and, of large sums, a millionth. */
export function saysSum(figure: number, sum: number): boolean {
  return Math.abs(sum - figure) <= 0.01 + 1e-6 * Math.abs(sum);
}

/** A number in a unit, in 万元. */
export function inWan(value: number, unit: MoneyUnit): number {
  if (unit === "万元") return roundWan(value);
  return roundWan(unit === "元" ? value / 1e4 : value * 1e4);
}

/**
 * Reads one amount. Text with two different amounts, unless one is said to be a part of the other, a range, a price or another currency is none.
 * A bare number takes `unit`; where that is null too it is taken as 万元, and the ledger says so.
 */
export function readAmount(content: string | number, unit: MoneyUnit | null): AmountReading | null {
  if (typeof content === "number") return Number.isFinite(content) ? exact(inWan(content, unit ?? "万元")) : null;
  if (content.length > LONGEST) return null;
  if (PLAIN_NUMBER.test(content)) return exact(decimalInWan(content, unit ?? "万元"));
  const simple = SIMPLE.exec(content);
  if (simple) return withUnit(simple[1] ?? "", simple[2] ?? "");
  const text = tidy(content);
  if (text === "") return null;
  return readBare(text, unit ?? "万元") ?? readWhole(text, unit ?? "万元") ?? readMentions(text, unit ?? "万元");
}

/** 「1.2亿元，其中中央0.6亿元」: a figure that the cell begins with, and what part of it is whose. */
const WHOLE_AND_PARTS = /^((?:约|近|大约)?\d[\d.,]*[千百]?[亿万]?元?)[,，;；(（]其中(?=.*\d)/u;

function readWhole(text: string, unit: MoneyUnit): AmountReading | null {
  const [said, figure = ""] = WHOLE_AND_PARTS.exec(text) ?? [];
  const whole = said === undefined ? null : readAmount(figure, unit);
  if (said === undefined || whole === null || RANGE.test(text)) return null;
  for (let at = said.length; at < text.length;) {
    const part = mentionAt(text, at, unit);
    // What is more than the whole is no part of it.
    if (part !== null && part.wan > whole.amount.wan) return null;
    at = part === null ? at + 1 : part.end;
  }
  return whole;
}

/** Text that holds nothing but a number: full-width digits, thousands marks and spaces included, no unit. */
export function isNumberText(text: string): boolean {
  if (text.length > 60) return false;
  if (PLAIN_NUMBER.test(text)) return true;
  return plainDecimal(tidy(text)) !== null;
}

/** The number that such a text holds; null where it holds anything else. */
export function readNumberText(text: string): number | null {
  if (text.length > 60) return null;
  const decimal = plainDecimal(tidy(text));
  return decimal === null ? null : Number(decimal);
}

function exact(wan: number): AmountReading | null {
  return Number.isFinite(wan) ? { amount: { wan, approx: false }, ownUnit: null } : null;
}

function withUnit(decimal: string, mark: string): AmountReading {
  const ownUnit: MoneyUnit = mark === "亿" ? "亿元" : mark === "万" ? "万元" : "元";
  return { amount: { wan: decimalInWan(decimal, ownUnit), approx: false }, ownUnit };
}

/** The decimal point is moved in the text, so that 1.005 亿 is 10050 and not 10049.999…. */
function decimalInWan(decimal: string, unit: MoneyUnit): number {
  const power = TO_WAN[unit];
  if (power === 0) return roundWan(Number(decimal));
  const [mantissa, exponent] = decimal.toLowerCase().split("e");
  return roundWan(Number(`${mantissa ?? ""}e${String(Number(exponent ?? 0) + power)}`));
}

function tidy(content: string): string {
  return normaliseText(content)
    .replace(/[−–]/g, "-")
    .replace(/[～∼]/g, "~")
    .replace(/\s+/g, " ")
    .replace(/ ?(?=[万亿元多余,。;])|(?<=[约近超])\s/g, "");
}

/** A whole text that is one number: its decimal, marks taken out; null otherwise. */
function plainDecimal(text: string): string | null {
  if (PLAIN_NUMBER.test(text)) return text;
  if (!NUMBER_WITH_MARKS.test(text)) return null;
  const sign = text.startsWith("-") ? "-" : "";
  const decimal = withoutMarks(text.replace(/^[+-]/, ""));
  return decimal === null ? null : sign + decimal;
}

/** Thousands marks must stand where thousands stand (or 万, as some write), else the figure is not certain. */
function withoutMarks(digits: string): string | null {
  const [whole = "", fraction] = digits.split(".");
  const groups = whole.split(/[, '’_]+/);
  const rest = groups.slice(1);
  const first = groups[0] ?? "";
  const even = (size: number) => first.length <= size && rest.every((group) => group.length === size);
  if (first === "" || (rest.length > 0 && !even(3) && !even(4))) return null;
  const decimals = (fraction ?? "").replace(/ /g, "");
  return groups.join("") + (decimals === "" ? "" : `.${decimals}`);
}

/** A bare number, with at most a label, a currency mark, brackets and a word like 约 around it. */
function readBare(text: string, unit: MoneyUnit): AmountReading | null {
  const bracketed = /^\(([^()]+)\)$/.exec(text);
  if (bracketed) {
    // A figure in brackets is negative, as accountants write it.
    const inner = readAmount(bracketed[1] as string, unit);
    return inner && { amount: { wan: 0 - inner.amount.wan, approx: inner.amount.approx }, ownUnit: inner.ownUnit };
  }
  const match =
    /^([^\d+-]{0,24}?)([+-]?\d[\d, '’_]*(?:\.\d+)?)(余|多|左右|上下|以上|以下|以内|之内|整|\.|[(](?:暂?估|约|暂?估算|估计|匡算|预估|预计|暂定)[)])?$/.exec(
      text,
    );
  if (!match) return null;
  const [, before = "", digits = "", after = ""] = match;
  const negative = before.endsWith("负");
  const lead = negative ? before.slice(0, -1) : before;
  const approx = APPROX_BEFORE.test(lead.trimEnd()) || APPROX_AFTER.test(after);
  if (!LABELS.test(lead.trimEnd().replace(APPROX_BEFORE, ""))) return null;
  const decimal = plainDecimal(digits);
  if (decimal === null) return null;
  const wan = decimalInWan(decimal, unit);
  return { amount: { wan: negative ? 0 - wan : wan, approx }, ownUnit: null };
}

interface Mention {
  readonly start: number;
  readonly end: number;
  readonly wan: number;
  /** The bare figure, before any unit. */
  readonly figure: number;
  readonly approx: boolean;
  readonly ownUnit: MoneyUnit | null;
}

/** 「O.35亿」「l2万元」: a letter typed for a digit, and what is left of the figure is another amount; 「。35亿」 the same. */
const MISTYPED = /^。\d|(?<!\p{Script=Latin})[OoIl|]\.?\d|\d[OoIl|](?=[.\d千百万亿元])/u;
/** 「.35亿」「约.5亿元」. */
const BARE_POINT = /(^|[约近超过为达到:¥( ])\.(?=\d)/g;

/** Every amount that the text mentions must be the same one. */
function readMentions(text: string, unit: MoneyUnit): AmountReading | null {
  if (RANGE.test(text) || hasOddMarks(text) || MISTYPED.test(text)) return null;
  const mended = text.replace(BARE_POINT, "$10.").replace(/(\d)[、。·](\d{1,2})(?=[万亿千百])/, pointWhereAlone);
  const mentions: Mention[] = [];
  let loose = 0;
  for (let at = 0; at < mended.length;) {
    const mention = mentionAt(mended, at, unit);
    if (mention === null) {
      at += 1;
      continue;
    }
    at = mention.end;
    if (mention.ownUnit === null) {
      // 「叁仟万元整（¥30,000,000.00）」: a figure behind the currency mark is in 元 where words stand beside it.
      if (mended.charAt(mention.start - 1) === "¥") mentions.push({ ...mention, wan: inWan(mention.figure, "元") });
      else if (standsLoose(mended, mention)) loose += 1;
      continue;
    }
    mentions.push(mention);
  }
  const first = mentions.find((mention) => mention.ownUnit !== null);
  if (!first) return loneNumeral(mended, unit);
  if (loose > 0 || mentions.some((other) => other.wan !== first.wan)) return null;
  return { amount: { wan: first.wan, approx: mentions.some((each) => each.approx) }, ownUnit: first.ownUnit };
}

/** 「53,04」: a comma between figures that parts no thousands; what it means is not certain. */
function hasOddMarks(text: string): boolean {
  const marked = text.match(/\d+(?:,\d+)+/g) ?? [];
  return marked.some((digits) => withoutMarks(digits) === null);
}

/** 「53、04亿元」: a comma that should have been a point, only where the text has no other figure. */
function pointWhereAlone(found: string, whole: string, fraction: string, at: number, text: string): string {
  const others = text.slice(0, at).replace(/\d+$/, "") + text.slice(at + found.length);
  return /\d/.test(others) ? found : `${whole}.${fraction}`;
}

/** 「三千」 in a money cell: numerals without a unit, and nothing else. */
function loneNumeral(text: string, unit: MoneyUnit): AmountReading | null {
  const start = /^(?:人民币|约|近|超过?)*/.exec(text)?.[0].length ?? 0;
  const mention = mentionAt(text, start, unit);
  if (!mention || !/^(?:整|正|左右|以上|余|多)?$/.test(text.slice(mention.end))) return null;
  return { amount: { wan: mention.wan, approx: mention.approx }, ownUnit: null };
}

/** A figure beside the amount that is neither a count (3期), a year, a share nor part of a document number. */
function standsLoose(text: string, mention: Mention): boolean {
  const written = text.slice(mention.start, mention.end);
  if (!/\d/.test(written)) return false;
  const before = text.slice(0, mention.start);
  const after = text.slice(mention.end);
  if (/^(?:[-~—至到/、]|——)\s*\d/.test(after)) return true;
  if (/[〔[【第]$/.test(before) || /^[\p{L}%‰〕\]】㎡]/u.test(after)) return false;
  return true;
}

/** Reads the expression of figures, numerals and units that begins at `start`; null where none does. */
function mentionAt(text: string, start: number, unit: MoneyUnit): Mention | null {
  if (!beginsFigure(text, start)) return null;
  const expression = readExpression(text, start);
  if (!expression) return null;
  const { end, approx, ownUnit } = expression;
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 8);
  if (ownUnit !== null && isPriceOrOther(text.slice(start, end), after)) return null;
  const negative = /(?:^|[:(¥ ])-$|负$/.test(before);
  const lead = before.replace(/[-负¥ ]+$|人民币$/, "");
  const wan = ownUnit === null ? inWan(expression.wan * 1e4, unit) : roundWan(expression.wan);
  return {
    start,
    end,
    wan: negative ? 0 - wan : wan,
    figure: expression.wan * 1e4,
    approx: approx || APPROX_BEFORE.test(lead) || APPROX_AFTER.test(after),
    ownUnit,
  };
}

function beginsFigure(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (character >= "0" && character <= "9") return true;
  return chineseDigit(character) >= 0 || character === "十" || character === "拾";
}

function isPriceOrOther(written: string, after: string): boolean {
  if (NOT_MONEY_AFTER.test(after)) return true;
  return !/[元圆块整正]$/.test(written) && !MAY_FOLLOW_BARE_UNIT.test(after);
}

interface Expression {
  readonly end: number;
  readonly wan: number;
  readonly approx: boolean;
  readonly ownUnit: MoneyUnit | null;
}

/** What has been read of an expression so far; 万 and 亿 each close a section. */
interface Reading {
  readonly text: string;
  at: number;
  /** Closed sections, in 万元. */
  wan: number;
  /** 十百千 of the section that is open. */
  section: number;
  /** The figure or numeral that waits for its power. */
  current: number | null;
  /** Powers must fall: 千百十. */
  lastPower: number;
  /** A 零 was read since the last power. */
  zero: boolean;
  approx: boolean;
  ownUnit: MoneyUnit | null;
  /** 元 ends the expression. */
  closed: boolean;
}

/** taken: went on · end: the expression ends before this character · invalid: this is no amount. */
type Step = "taken" | "end" | "invalid" | null;

/** Above every power of ten that can be read inside a section. */
const NO_POWER_YET = 9;

/** One pass: a figure or numeral, 十百千, then 万 or 亿 closes a section, 元 closes the whole. */
function readExpression(text: string, start: number): Expression | null {
  const reading: Reading = {
    text,
    at: start,
    wan: 0,
    section: 0,
    current: null,
    lastPower: NO_POWER_YET,
    zero: false,
    approx: false,
    ownUnit: null,
    closed: false,
  };
  while (reading.at < text.length && !reading.closed) {
    const step = readStep(reading, text.charAt(reading.at));
    if (step === "invalid") return null;
    if (step !== "taken") break;
  }
  return reading.at === start ? null : whole(reading);
}

function readStep(reading: Reading, character: string): Step {
  return (
    takeFigure(reading, character) ??
    takeNumeral(reading, character) ??
    takePower(reading, character) ??
    takeVagueness(reading, character) ??
    takeLargeUnit(reading, character) ??
    takeYuan(reading, character)
  );
}

/** Figures with thousands marks, with 万 marks as some write, or with spaces before a unit. */
const FIGURE = new RegExp(
  [
    String.raw`\d+(?:,\d{3})+(?:\.\d+)?`,
    String.raw`\d+(?:,\d{4})+(?:\.\d+)?`,
    String.raw`\d{1,3}(?: \d{3})+(?:\.\d+)?(?=[千万亿元])`,
    String.raw`\d+(?:\.\d+)?`,
  ].join("|"),
  "y",
);

function takeFigure(reading: Reading, character: string): Step {
  if (character < "0" || character > "9") return null;
  if (reading.current !== null) return "end";
  FIGURE.lastIndex = reading.at;
  const figure = FIGURE.exec(reading.text)?.[0] ?? "";
  reading.at += figure.length;
  if (/^,\d/.test(reading.text.slice(reading.at, reading.at + 2))) return "invalid";
  reading.current = Number(figure.replace(/[, ]/g, ""));
  return "taken";
}

function takeNumeral(reading: Reading, character: string): Step {
  const digit = chineseDigit(character);
  if (digit < 0) return null;
  if (digit === 0 && reading.current === null) reading.zero = true;
  else if (reading.current !== null) return "invalid";
  else reading.current = digit;
  reading.at += 1;
  // 「一点五亿」
  const decimals = /^点([零〇一二三四五六七八九]+)/.exec(reading.text.slice(reading.at, reading.at + 11))?.[1];
  if (decimals !== undefined) {
    reading.current = Number(`${String(digit)}.${[...decimals].map(chineseDigit).join("")}`);
    reading.at += decimals.length + 1;
  }
  return "taken";
}

function takePower(reading: Reading, character: string): Step {
  const power = smallPower(character);
  if (power === 0) return null;
  // 十 alone is 10; 百 and 千 need their figure.
  if (power >= reading.lastPower || (reading.current === null && power > 1)) return "end";
  reading.section += (reading.current ?? 1) * 10 ** power;
  reading.current = null;
  reading.zero = false;
  reading.lastPower = power;
  reading.at += 1;
  return "taken";
}

/** 「12000余万元」「7.5亿多元」, and the 个 of 「3个亿」. */
function takeVagueness(reading: Reading, character: string): Step {
  if (character === "个") {
    if (!/^个多?亿/.test(reading.text.slice(reading.at, reading.at + 3))) return "end";
    reading.at += 1;
    return "taken";
  }
  if (character !== "多" && character !== "余" && character !== "来" && character !== "几") return null;
  if (reading.current === null && reading.section === 0 && reading.wan === 0) return "invalid";
  if (!/^[多余来几]{1,2}[个万亿元千百]/.test(reading.text.slice(reading.at, reading.at + 3))) return "end";
  reading.approx = true;
  reading.at += 1;
  return "taken";
}

function takeLargeUnit(reading: Reading, character: string): Step {
  const yi = character === "亿" || character === "億";
  if (!yi && character !== "万" && character !== "萬") return null;
  const nothingYet = reading.current === null && reading.section === 0 && !reading.zero;
  if (nothingYet && !(yi && reading.wan > 0)) return "end";
  const value = reading.section + (reading.current ?? 0);
  // 「1.2万亿」: what was 万 so far are 万 of 亿.
  reading.wan = yi ? (reading.wan * 1e4 + value) * 1e4 : reading.wan + value;
  if (reading.ownUnit !== "亿元") reading.ownUnit = yi ? "亿元" : "万元";
  reading.section = 0;
  reading.current = null;
  reading.zero = false;
  reading.lastPower = NO_POWER_YET;
  reading.at += 1;
  return "taken";
}

function takeYuan(reading: Reading, character: string): Step {
  if (character !== "元" && character !== "圆" && character !== "块") return null;
  reading.ownUnit ??= "元";
  reading.closed = true;
  reading.at += 1;
  return "taken";
}

function whole(reading: Reading): Expression | null {
  const { text, at, wan, section, current, lastPower, zero, approx, ownUnit, closed } = reading;
  // 「三千五」: whether 3005 or 3500 is meant, the text does not say.
  if (current !== null && lastPower > 1 && lastPower < NO_POWER_YET && !zero) return null;
  const rest = section + (current ?? 0);
  // 「1亿2」 likewise.
  if (rest > 0 && ownUnit !== null && ownUnit !== "元" && !closed) return null;
  const fen = closed ? readFen(text, at) : { end: at, yuan: 0 };
  return { end: fen.end, wan: wan + (rest + fen.yuan) / 1e4, approx, ownUnit };
}

/** 「伍角贰分」「整」 after 元. */
function readFen(text: string, at: number): { end: number; yuan: number } {
  const match =
    /^(?:零?([\d壹贰叁肆伍陆柒捌玖一二三四五六七八九])角)?(?:零?([\d壹贰叁肆伍陆柒捌玖一二三四五六七八九])分)?[整正]?/.exec(
      text.slice(at, at + 8),
    );
  if (!match) return { end: at, yuan: 0 };
  const digit = (character: string | undefined) => {
    if (character === undefined) return 0;
    return character >= "0" && character <= "9" ? Number(character) : chineseDigit(character);
  };
  return { end: at + match[0].length, yuan: digit(match[1]) / 10 + digit(match[2]) / 100 };
}
