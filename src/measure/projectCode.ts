/** How 投资项目统一代码 is read: the present form YYMM-RRRRRR-DD-TT-NNNNNC with its check digit, and the form of 2015–2020. */
import { normaliseText } from "./text";

/** present: GB/T 40058-2021, the first group is year and month; old: YYYY-…, without a check digit. */
export type ProjectCodeForm = "present" | "old";

export type ProjectCodeState =
  /** Twenty digits that match a form; `hyphenated` and `checkDigit` say more. */
  | "wellFormed"
  /** A spreadsheet took it for a number: 2.5031E+19, or its last digits turned to zeros. */
  | "mangled"
  /** Masked, or the beginning of a code only. */
  | "partial"
  /** As long as a code, or longer, and matches no form. */
  | "malformed"
  /** Several codes in one cell. */
  | "several"
  /** Words without a code (待赋码). */
  | "absent";

export interface ProjectCodeReading {
  readonly state: ProjectCodeState;
  /** Normalised with hyphens; null unless well-formed. */
  readonly code: string | null;
  readonly form: ProjectCodeForm | null;
  /** Whether the hyphens stand where they belong. */
  readonly hyphenated: boolean;
  /** Whether the present form's last digit agrees; null where there is none to check. */
  readonly checkDigit: boolean | null;
  /** The codes of a cell that holds several; empty otherwise. */
  readonly codes: readonly string[];
}

const DIGITS = 20;
/** Excel keeps fifteen digits of a number; the last five of twenty become zeros. */
const LOST_DIGITS = /^\d{15}0{5}$/;
const SCIENTIFIC = /^\d(?:\.\d+)?E\+?\d{2}$/;
const LONGEST_REMEMBERED = 40;
const HYPHENATED = /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}(-\d{3})?$/;

const NO_CODES: readonly string[] = [];
const ABSENT: ProjectCodeReading = {
  state: "absent",
  code: null,
  form: null,
  hyphenated: false,
  checkDigit: null,
  codes: NO_CODES,
};

/** What was read last: several rules ask of one row, one after the other. */
let lastContent: string | null = null;
let lastReading = ABSENT;

export function readProjectCode(content: string | number): ProjectCodeReading {
  if (typeof content === "number" || content.length > LONGEST_REMEMBERED) return read(content);
  if (lastContent !== content) {
    lastReading = read(content);
    lastContent = content;
  }
  return lastReading;
}

function read(content: string | number): ProjectCodeReading {
  if (typeof content === "number") return { ...ABSENT, state: content >= 1e14 ? "mangled" : "partial" };
  const digit = content.length === WRITTEN ? checkDigitOfWritten(content) : NONE;
  if (digit !== NONE) return readWritten(content, digit);
  const text = normaliseText(content.slice(0, 400))
    .toUpperCase()
    .replace(/[‐‑‒–—―−_]/g, "-");
  const parts = text
    .split(/[、,;\n/]+|\s+(?=\d{4}-)/)
    .map(compact)
    .filter((part) => part !== "");
  if (parts.length > 1) {
    const readings = parts.map(readOne);
    const codes = readings.flatMap((reading) => (reading.code === null ? [] : [reading.code]));
    if (codes.length > 1) return { ...ABSENT, state: "several", codes };
  }
  return readOne(compact(text));
}

/** ISO 7064 MOD 11,10 (GB/T 17710) over the first nineteen digits, whether or not there are hyphens between them. */
export function projectCheckDigit(digits: string): number {
  let product = 10;
  for (let index = 0, seen = 0; seen < DIGITS - 1; index++) {
    const digit = digits.charCodeAt(index) - 48;
    if (digit === HYPHEN) continue;
    seen++;
    product = PRODUCTS[product * 10 + digit] ?? 0;
  }
  return (11 - product) % 10;
}

/** The product behind a product (1 to 10) and a digit: divisions for every digit of every row would take longer. */
const PRODUCTS = Uint8Array.from({ length: 110 }, (_, place) => {
  const sum = (Math.floor(place / 10) + (place % 10)) % 10;
  return ((sum === 0 ? 10 : sum) * 2) % 11;
});

/** As a digit would be counted. */
const HYPHEN = -3;

function compact(text: string): string {
  return text.replace(/[\s'"‘’“”]/g, "").replace(/^(?:项目)?(?:统一)?(?:代码|编码)?[:：]?/, "");
}

function readOne(text: string): ProjectCodeReading {
  if (SCIENTIFIC.test(text) || LOST_DIGITS.test(text)) return { ...ABSENT, state: "mangled" };
  // Zhejiang's codes carry -000 behind them.
  const suffix = /-\d{3}$/.test(text) && text.replace(/\D/g, "").length === DIGITS + 3 ? text.slice(-4) : "";
  const body = suffix === "" ? text : text.slice(0, -4);
  if (/^[\d-]+$/.test(body)) return readDigits(body.replace(/-/g, ""), HYPHENATED.test(text), suffix);
  if (/[*×…#?]|X{2,}|\.{2,}/.test(text) && /\d{4}/.test(text)) return { ...ABSENT, state: "partial" };
  const digits = text.replace(/\D/g, "").length;
  // A letter where a digit belongs (O for 0) in what is as long as a code.
  if (/^[\dA-Z-]+$/.test(body) && body.replace(/-/g, "").length >= DIGITS) return { ...ABSENT, state: "malformed" };
  if (digits >= DIGITS) return { ...ABSENT, state: "malformed" };
  return digits >= 4 ? { ...ABSENT, state: "partial" } : ABSENT;
}

/** Twenty digits and the four hyphens between them. */
const WRITTEN = 24;

const NONE = -1;

/** The check digit that belongs to a code with its hyphens in place, in one walk; NONE where the text is none. */
function checkDigitOfWritten(text: string): number {
  let product = 10;
  for (let index = 0; index < WRITTEN - 1; index++) {
    const digit = text.charCodeAt(index) - 48;
    const isHyphenPlace = index === 4 || index === 11 || index === 14 || index === 17;
    if (isHyphenPlace) {
      if (digit !== HYPHEN) return NONE;
    } else {
      if (digit < 0 || digit > 9) return NONE;
      product = PRODUCTS[product * 10 + digit] ?? 0;
    }
  }
  const last = text.charCodeAt(WRITTEN - 1) - 48;
  return last < 0 || last > 9 ? NONE : (11 - product) % 10;
}

/** Quickly sure of most codes: written with their hyphens, and the last digit is that of the others. */
export function endsInCheckDigit(code: string): boolean {
  return code.length === WRITTEN && checkDigitOfWritten(code) === code.charCodeAt(WRITTEN - 1) - 48;
}

/** The usual case: twenty digits with their hyphens are the code as they stand. */
function readWritten(code: string, digit: number): ProjectCodeReading {
  const form = formOf(code);
  if (form === null) return { ...ABSENT, state: "malformed", hyphenated: true };
  const checkDigit = form === "present" ? digit === code.charCodeAt(WRITTEN - 1) - 48 : null;
  return { state: "wellFormed", code, form, hyphenated: true, checkDigit, codes: NO_CODES };
}

function checked(digits: string, form: ProjectCodeForm): boolean | null {
  return form === "present" ? projectCheckDigit(digits) === digits.charCodeAt(digits.length - 1) - 48 : null;
}

function readDigits(digits: string, hyphenated: boolean, suffix: string): ProjectCodeReading {
  if (digits.length < DIGITS) return { ...ABSENT, state: digits === "" ? "absent" : "partial" };
  const form = digits.length === DIGITS ? formOf(digits) : null;
  if (form === null) return { ...ABSENT, state: "malformed", hyphenated };
  const [month, region, agency] = [digits.slice(0, 4), digits.slice(4, 10), digits.slice(10, 12)];
  const code = `${month}-${region}-${agency}-${digits.slice(12, 14)}-${digits.slice(14)}${suffix}`;
  return { state: "wellFormed", code, form, hyphenated, checkDigit: checked(digits, form), codes: NO_CODES };
}

/** 15 to 20 is never a month, so the first group tells the forms apart. */
function formOf(digits: string): ProjectCodeForm | null {
  const month = (digits.charCodeAt(2) - 48) * 10 + digits.charCodeAt(3) - 48;
  if (month >= 1 && month <= 12) return "present";
  const year = Number(digits.slice(0, 4));
  return year >= 2015 && year <= 2020 ? "old" : null;
}
