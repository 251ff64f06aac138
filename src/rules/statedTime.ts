/** The month, quarter or year that a sheet says it is about: figures of another time may be others. */
import type { Ledger } from "../ledger/ledger";

const MONTH = /(?<!\d)(?:1[0-2]|0?[1-9])(?:[-~—至](?:1[0-2]|0?[1-9]))?月|第?[一二三四1-4]季度|[上下]半年/u;

/** Only where both say it: a sheet that says nothing may be of any time. */
export function areOfOtherTimes(a: Ledger, b: Ledger): boolean {
  if (a.year !== null && b.year !== null && a.year !== b.year) return true;
  const [one, other] = [monthOf(a), monthOf(b)];
  return one !== null && other !== null && one !== other;
}

function monthOf({ sheet, title }: Ledger): string | null {
  for (const text of [sheet, title ?? ""]) {
    const [month] = MONTH.exec(text.normalize("NFKC").replace(/\s/gu, "")) ?? [];
    if (month !== undefined) return month.replace(/^0|^第/u, "");
  }
  return null;
}
