/** How high a row must be for its text to be seen: what Excel works out on opening a file that leaves it open. */
import { isWideSign } from "../../src/sheet/textWidth";

export interface FittedText {
  readonly text: string;
  /** Points of the letters. */
  readonly points: number;
  readonly wraps: boolean;
  /** Pixels that the cell has, over all columns that it spans. */
  readonly width: number;
}

const PIXELS_PER_POINT = 96 / 72;
/** A line against its letters. */
const LINE = 1.3;
/** Above and below the text together; left and right of it. */
const PADDING = 4;
/** Excel's limit. */
const HIGHEST = 409 * PIXELS_PER_POINT;

/** Pixels. */
export function fittedHeight(texts: readonly FittedText[]): number {
  let highest = 0;
  for (const { text, points, wraps, width } of texts) {
    const lines = wraps ? linesOf(text, (width - PADDING) / (points * PIXELS_PER_POINT)) : 1;
    highest = Math.max(highest, lines * points * PIXELS_PER_POINT * LINE + PADDING);
  }
  return Math.min(HIGHEST, Math.ceil(highest));
}

/** `room` in Chinese signs. */
function linesOf(text: string, room: number): number {
  let lines = 0;
  for (const line of text.split(/\r\n|\r|\n/)) lines += brokenInto(line, Math.max(1, room));
  return lines;
}

/** Numbers and words stay whole, with a bracket before and a stop behind them; Chinese breaks anywhere. */
const WHOLE = /[（(〔“]?[!-~]+[）)〕”，。；：、]*|./gu;

function brokenInto(line: string, room: number): number {
  if (signsOf(line) <= room) return 1;
  let lines = 1;
  let used = 0;
  for (const [piece] of line.matchAll(WHOLE)) {
    const signs = signsOf(piece);
    if (used + signs <= room) {
      used += signs;
      continue;
    }
    if (used > 0) lines++;
    lines += Math.ceil(signs / room) - 1;
    used = signs % room || signs;
  }
  return lines;
}

/** Latin letters and digits are a little wider than half a Chinese sign. */
function signsOf(text: string): number {
  let signs = 0;
  for (const sign of text) signs += isWideSign(sign) ? 1 : 0.58;
  return signs;
}
