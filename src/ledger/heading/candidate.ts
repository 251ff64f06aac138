/** One reading of a heading and how sure it makes us. */
import type { FieldKey } from "../fields";

/** How sure a heading makes us, from certain (1) to a stand-in that serves only where nothing better does. */
export interface Candidate {
  readonly field: FieldKey;
  readonly score: number;
  /** "open": only the values can tell; "standIn": only where no other column claims the field; "seen": that too, and only where the values look like it. */
  readonly kind: "sure" | "open" | "standIn" | "seen";
  /** 「开工时间」 says neither planned nor actual: the other reading. */
  readonly or?: FieldKey;
}

/** How much each way of matching is worth, surest first. */
export const SURE = 1;
export const BARE = 0.94;
export const SHORTENED = 0.9;
export const GRAMMAR = 0.85;
/** Below the grammar of days and money, which says more. */
export const PATTERN = 0.8;
export const STAND_IN = 0.5;
export const SEEN = 0.45;
export const OPEN = 0.4;
/** What an alias loses for each place that it stands behind the first; never enough to fall below the next way of matching. */
export const PER_PLACE = 0.0001;
