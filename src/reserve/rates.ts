/** Rates whose names fix their denominators; numerator and denominator always go with the share. */

/** Keys of the definitions that stand beside each figure (words: src/words/definitions.ts). */
export type RateKey =
  | "started" // 开工率
  | "yearCompletion" // 年度投资完成率
  | "totalCompletion" // 投资完成率
  | "arrival" // 资金到位率
  | "payment" // 资金支付率
  | "matching" // 配套资金落实率
  | "success" // 争取成功率
  | "refused" // 占申报总数
  | "fit" // 符合支持方向占比
  | "planned"; // 规划衔接率

export interface Rate {
  readonly key: RateKey;
  readonly numerator: number;
  readonly denominator: number;
  /** Null where the denominator is 0: no share can be given. */
  readonly share: number | null;
}

export function rate(key: RateKey, numerator: number, denominator: number): Rate {
  return { key, numerator, denominator, share: denominator > 0 ? roundShare(numerator / denominator) : null };
}

/** Four decimals: 97.16 % is 0.9716. */
export function roundShare(share: number): number {
  return Math.round(share * 1e4) / 1e4;
}

/** (this year − last year) ÷ last year; null where last year is 0, since nothing can be said then. */
export function growth(now: number, before: number): number | null {
  return before === 0 ? null : roundShare((now - before) / before);
}
