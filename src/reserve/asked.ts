/** What a row asks for: 拟申请资金, else the sources whose headings say that they are yet to be granted. */
import type { PlainField } from "../ledger/fields";
import type { Column, Values } from "../ledger/ledger";
import type { Amount } from "../measure/types";

/** Money of others, that is asked for; what a county or an owner puts in is not. */
const ASKED_FIELDS = [
  "fundsCentral",
  "fundsProvince",
  "fundsCity",
  "fundsBond",
] as const satisfies readonly PlainField[];
export type AskedField = (typeof ASKED_FIELDS)[number];
const ASKED = /(?<!已)(?:申请|申报|争取)(?!到)/u;

/** 「资金构成·申请中央预算内投资」: a source whose heading says that it is yet to be granted. */
export function askedSources(columns: readonly Column[]): readonly AskedField[] {
  return ASKED_FIELDS.filter((asked) => columns.some(({ field, heading }) => field === asked && ASKED.test(heading)));
}

/** In millionths of 万元; the sources are those of the row's ledger. */
export function askedFor(values: Values, sources: readonly AskedField[]): number {
  if (values.requested) return millionths(values.requested);
  let sum = 0;
  for (const field of sources) sum += millionths(values[field]);
  return sum;
}

function millionths(amount: Amount | undefined): number {
  return amount ? Math.round(amount.wan * 1e6) : 0;
}
