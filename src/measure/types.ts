/** The values that measures give: amounts in 万元, days as YYYY-MM-DD, shares as 0.6 for 60 %. */

export type MoneyUnit = "元" | "万元" | "亿元";

/** 万元, exact to 0.01 元 (six decimals). */
export interface Amount {
  readonly wan: number;
  readonly approx: boolean;
}

export type Precision = "day" | "month" | "quarter" | "half" | "year";

/** A day, or all that is known of one; both ends included. */
export interface Interval {
  readonly from: string;
  readonly to: string;
  readonly precision: Precision;
  /** 「…底前」: by the end of it rather than in it. */
  readonly by: boolean;
}

/** 建设起止年限. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly precision: Precision;
}

export type ProcedureState = "done" | "doing" | "todo" | "exempt";
