/** How telephone numbers are read: mobile, landline with or without area code, extension, service numbers, several a cell. */
import { normaliseText } from "./text";

export interface PhoneReading {
  /** Digits with the hyphens of area code and extension: 13800000000, 0391-6600000, 0391-6600000-8012. */
  readonly numbers: readonly string[];
  /** Figures of the cell that are no number. */
  readonly unread: readonly string[];
}

const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^(0(?:10|2\d|[3-9]\d{2}))-?([2-9]\d{6,7})(?:-(\d{1,6}))?$/;
const LOCAL = /^[2-8]\d{6,7}(?:-\d{1,6})?$/;
const SERVICE = /^([48]00)-?(\d{3})-?(\d{4})$/;

export function readPhones(content: string | number): PhoneReading {
  const text = tidy(typeof content === "number" ? String(content) : content.slice(0, 400));
  const numbers: string[] = [];
  const unread: string[] = [];
  for (const figure of text.match(/\d[\d-]*\d|\d/g) ?? []) {
    const number = asPhone(figure);
    if (number !== null) numbers.push(number);
    else if (figure.length > 2) unread.push(figure);
  }
  return { numbers, unread };
}

/** True for a number that its form alone gives away; a local one of seven or eight digits is as well a day or a count. */
export function isWholeNumber(number: string): boolean {
  return MOBILE.test(number) || number.startsWith("0");
}

function tidy(content: string): string {
  return (
    normaliseText(content)
      .replace(/[‐‑‒–—―−]+/g, "-")
      .replace(/(?:\+|00)86[- ]?(?=1[3-9]|\(?0)/g, "")
      .replace(/\((0\d{2,3})\)[- ]?/g, "$1-")
      .replace(/ ?(?:转|分机|ext\.?)[:. ]?(?=\d)/gi, "-")
      .replace(/\b(1[3-9]\d)[ -](\d{4})[ -](\d{4})\b/g, "$1$2$3")
      // 「13938 012345」「139 38012345」: eleven digits in two pieces, neither of which is a number of its own.
      .replace(/(?<![\d-])(1[3-9]\d{1,5})[ -](\d{4,8})(?![\d-])/g, (all: string, first: string, second: string) =>
        first.length + second.length === 11 ? first + second : all,
      )
      // 138 0000 0000 and 0391 6600000, but never two whole numbers side by side.
      .replace(/\b(0\d{2,3}) (?=[2-9]\d{6,7}\b)/g, "$1-")
      .replace(/\b([48]00) (\d{3}) (\d{4})\b/g, "$1-$2-$3")
  );
}

function asPhone(figure: string): string | null {
  if (MOBILE.test(figure)) return figure;
  const landline = LANDLINE.exec(figure);
  if (landline) return [landline[1], landline[2], ...(landline[3] === undefined ? [] : [landline[3]])].join("-");
  const service = SERVICE.exec(figure);
  if (service) return service.slice(1).join("-");
  return LOCAL.test(figure) ? figure : null;
}
