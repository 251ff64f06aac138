/** A printed figure stands for every value that rounds to it: ±½ of its last digit. Whether sums and ratios are possible follows from that. */
import { normaliseText } from "./text";

export interface Printed {
  readonly value: number;
  /** Half a unit of the last printed digit; 0 for a count, which is exact. */
  readonly half: number;
}

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** What floating point may add; far below any printed digit. */
const NOISE = 1e-9;

export function printed(value: number, decimals: number): Printed {
  return { value, half: 0.5 * 10 ** -decimals };
}

/** Counts of things are not rounded. */
export function exact(value: number): Printed {
  return { value, half: 0 };
}

/** A figure as it stands in a text or cell: 85.43, 98.84%, 1,200; null where it is none. */
export function printedFigure(content: string | number): Printed | null {
  const text =
    typeof content === "number" ? plainDigits(content) : normaliseText(content.slice(0, 60)).replace(/[, ]/g, "");
  const match = /^([+-]?\d+(?:\.(\d+))?)([%‰]?)$/.exec(text);
  if (!match) return null;
  const shift = match[3] === "%" ? 2 : match[3] === "‰" ? 3 : 0;
  const decimals = (match[2] ?? "").length + shift;
  return printed(Number(`${match[1] ?? ""}e-${String(shift)}`), decimals);
}

export function boundsOf(figure: Printed): Bounds {
  return { low: figure.value - figure.half, high: figure.value + figure.half };
}

export function sumBounds(parts: readonly Printed[]): Bounds {
  let value = 0;
  let half = 0;
  for (const part of parts) {
    value += part.value;
    half += part.half;
  }
  return { low: value - half, high: value + half };
}

/** Every quotient of values inside the two figures; null where the denominator may be nothing. */
export function ratioBounds(numerator: Printed, denominator: Printed): Bounds | null {
  const above = boundsOf(numerator);
  const below = boundsOf(denominator);
  if (below.low <= 0 && below.high >= 0) return null;
  const corners = [above.low / below.low, above.low / below.high, above.high / below.low, above.high / below.high];
  return { low: Math.min(...corners), high: Math.max(...corners) };
}

/** 同比: what `now` is above `before`, as a share of it. */
export function growthBounds(now: Printed, before: Printed): Bounds | null {
  const ratio = ratioBounds(now, before);
  return ratio && { low: ratio.low - 1, high: ratio.high - 1 };
}

/** 同比 where the sentence gives the increase: increase ÷ (now − increase). */
export function growthByIncreaseBounds(now: Printed, increase: Printed): Bounds | null {
  const whole = boundsOf(now);
  const more = boundsOf(increase);
  if (whole.low - more.high <= 0) return null;
  return { low: more.low / (whole.high - more.low), high: more.high / (whole.low - more.high) };
}

/** Whether the figure may stand for a value inside the bounds. */
export function couldBe(figure: Printed, bounds: Bounds): boolean {
  const { low, high } = boundsOf(figure);
  const noise = NOISE * Math.max(1, Math.abs(figure.value));
  return low <= bounds.high + noise && high >= bounds.low - noise;
}

/** Whether two figures may be one value: 5200 is what 5200.4 rounds to, and 5201 is another. */
export function couldBeSame(a: Printed, b: Printed): boolean {
  const apart = Math.abs(a.value - b.value);
  const noise = NOISE * Math.max(1, Math.abs(a.value));
  return apart <= noise || apart < a.half + b.half - noise;
}

export function couldBeSum(total: Printed, parts: readonly Printed[]): boolean {
  return couldBe(total, sumBounds(parts));
}

/** True too where the denominator may be nothing: then nothing can be said against the ratio. */
export function couldBeRatio(ratio: Printed, numerator: Printed, denominator: Printed): boolean {
  const bounds = ratioBounds(numerator, denominator);
  return bounds === null || couldBe(ratio, bounds);
}

/** A computed number is printed to 0.01 元 at most. */
const MOST_DECIMALS = 6;
const POWERS = Array.from({ length: MOST_DECIMALS + 1 }, (_, power) => 10 ** power);
const FINEST = 10 ** MOST_DECIMALS;

/** Decimals of the first figure in a cell, as written. */
export function printedDecimals(cell: string | number): number {
  if (typeof cell === "number") return moreDecimals(0, cell);
  return Math.min(MOST_DECIMALS, /\d[.、](\d+)/.exec(cell.normalize("NFKC"))?.[1]?.length ?? 0);
}

/** `decimals`, or as many as the number needs where it needs more. */
export function moreDecimals(decimals: number, value: number): number {
  if (decimals >= MOST_DECIMALS || Number.isInteger(value)) return decimals;
  const power = POWERS[decimals] ?? 1;
  // Nearly every number of a column; a remainder takes ten times as long.
  if (Math.round(value * power) / power === value) return decimals;
  const scaled = Math.round(value * FINEST);
  let needed = decimals;
  while (needed < MOST_DECIMALS && scaled % (POWERS[MOST_DECIMALS - needed] ?? 1) !== 0) needed++;
  return needed;
}

/** Digits without an exponent and without the noise of binary fractions. */
function plainDigits(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return "";
  const text = String(Math.round(value * 1e9) / 1e9);
  return text.includes("e") ? value.toFixed(9).replace(/0+$/, "") : text;
}
