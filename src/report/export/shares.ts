/** A share said with both of its figures and computed from them as they are printed, so that whoever recomputes it gets the same. */
import { figureText } from "../../words/say";

export type ShareUnit = "个" | "万元" | "亿元" | "个月" | "次";

/** Decimals that a figure of the unit is printed with. */
const DECIMALS: Readonly<Record<ShareUnit, number>> = { 个: 0, 次: 0, 万元: 6, 亿元: 4, 个月: 4 };

/** As printed. */
export function printed(figure: number, unit: ShareUnit): number {
  const scale = 10 ** DECIMALS[unit];
  return Math.round(figure * scale) / scale;
}

/** In per cent to two decimals; null where nothing can be divided by. */
export function percentOf(above: number, below: number, unit: ShareUnit): number | null {
  const divisor = printed(below, unit);
  return divisor === 0 ? null : Math.round((printed(above, unit) / divisor) * 1e4) / 100;
}

/** 「76.67%（23÷30个）」; null where nothing can be divided by. */
export function shareText(above: number, below: number, unit: ShareUnit): string | null {
  const percent = percentOf(above, below, unit);
  if (percent === null) return null;
  return `${figureText(percent)}%（${figureText(printed(above, unit))}÷${figureText(printed(below, unit))}${unit}）`;
}

/** 「增长12.5%（1,250÷10,000万元）」 by what it has grown or fallen; null where there was nothing before. */
export function growthText(now: number, before: number, unit: ShareUnit): string | null {
  const change = printed(printed(now, unit) - printed(before, unit), unit);
  const share = shareText(Math.abs(change), before, unit);
  if (share === null) return null;
  return change === 0 ? `持平` : `${change > 0 ? "增长" : "下降"}${share}`;
}
