/** Working days in China: the State Council's yearly notices, as the holiday library carries them, and what a bureau has added. */

/** Throws OutsideCalendar where a day lies beyond the data; never counts silently. */
export interface Calendar {
  /** Last day for which data are known. */
  readonly through: string;
  readonly isWorkday: (day: string) => boolean;
  /** Working days after `from` up to and including `to`; negative when `to` is before `from`. */
  readonly between: (from: string, to: string) => number;
  /** The day on which `count` working days after `from` have passed; `count` may be negative. */
  readonly add: (from: string, count: number) => string;
}
