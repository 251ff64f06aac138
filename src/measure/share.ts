/** How a share is read: 60%, 0.6, 六成, 百分之六十, or 60 under a heading that says %. */
import { readNumberText } from "./amount";
import { chineseDigit, smallChineseNumber } from "./numerals";
import { normaliseText } from "./text";

export interface ShareOptions {
  /** The heading says （%）. */
  readonly percentHeading?: boolean;
  /** The cell is shown as a percentage: its number is a share already. */
  readonly percentCell?: boolean;
}

/** Up to here a bare number is a share (120 % of a plan happens); from there on it can only be per cent. Between, it is not certain. */
const SURELY_SHARE = 2;
const SURELY_PERCENT = 10;

const WORDS_BEFORE = /^(?:约|近|大约|超过?|达到?|已|完成|占比?|比例|为|[:= ])+/;
const WORDS_AFTER = /(?:左右|以上|以下|以内|[。.])+$/;

/** 0.6 for 60 %; null where the cell holds no share or one that could be two. */
export function readShare(content: string | number, options: ShareOptions = {}): number | null {
  if (typeof content === "number") return fromNumber(content, options);
  if (content.length > 40) return null;
  const text = normaliseText(content).replace(WORDS_BEFORE, "").replace(WORDS_AFTER, "").trim();
  const marked = /^(.*?) ?(%|‰|个百分点|pct)$/i.exec(text);
  if (marked) return shifted(marked[1] ?? "", marked[2] === "‰" ? 3 : 2);
  const spoken = /^百分之(.+)$/.exec(text);
  if (spoken) return spokenPercent(spoken[1] ?? "");
  const tenths = /^([一二三四五六七八九十\d.]+)成([一二三四五六七八九半])?$/.exec(text);
  if (tenths) return inTenths(tenths[1] ?? "", tenths[2]);
  const number = readNumberText(text);
  return number === null ? null : fromNumber(number, options);
}

function fromNumber(value: number, options: ShareOptions): number | null {
  if (!Number.isFinite(value)) return null;
  if (options.percentCell === true) return value;
  if (options.percentHeading === true) return moved(value, 2);
  const size = Math.abs(value);
  if (size <= SURELY_SHARE) return value;
  return size >= SURELY_PERCENT ? moved(value, 2) : null;
}

/** The decimal point is moved in the text, so that 60.7 % is 0.607. */
function moved(value: number, places: number): number {
  const text = String(value);
  return text.includes("e") ? value / 10 ** places : Number(`${text}e-${String(places)}`);
}

function shifted(text: string, places: number): number | null {
  const number = readNumberText(text);
  return number === null ? null : moved(number, places);
}

function spokenPercent(text: string): number | null {
  if (/^[\d.]+$/.test(text)) return shifted(text, 2);
  if (text === "百") return 1;
  const [whole = "", decimals] = text.split("点");
  const number = smallChineseNumber(whole);
  if (number === null) return null;
  if (decimals === undefined) return moved(number, 2);
  const digits = [...decimals].map(chineseDigit);
  if (digits.length === 0 || digits.includes(-1)) return null;
  return moved(Number(`${String(number)}.${digits.join("")}`), 2);
}

function inTenths(text: string, half: string | undefined): number | null {
  const tenths = /^\d/.test(text) ? Number(text) : smallChineseNumber(text);
  if (tenths === null || !(tenths <= 10)) return null;
  const hundredths = half === undefined ? 0 : half === "半" ? 5 : chineseDigit(half);
  return moved(tenths * 10 + hundredths, 2);
}
