/** What each rule's fix would put into the cell. */
import { isPercentCell } from "../ledger/raw";
import { readNumberText } from "../measure/amount";
import { readDocuments } from "../measure/documentNumber";
import { printedDecimals } from "../measure/printed";
import { normaliseText } from "../measure/text";
import type { MoneyUnit } from "../measure/types";
import { findChannel, suggestEntries } from "../policy/recognise";
import type { CellValue } from "../sheet/cell";
import type { Mendable, Proposal } from "./fix";

type Fixer = (mendable: Mendable) => Proposal | null;

export const FIXERS: Readonly<Record<string, Fixer>> = {
  /** Each unit in which the figure would be one of the column's, written in the column's own. */
  F103: ({ ledger, column, was, finding }) => {
    const unit = ledger.columns.find((each) => each.column === column)?.unitInForce ?? "万元";
    const { wan, median } = finding.args;
    if (typeof was !== "number" || typeof wan !== "number" || typeof median !== "number") return null;
    const distance = (put: number): number => Math.abs(Math.log((put * wan) / was / median));
    const puts = UNITS.filter((meant) => meant !== unit)
      .map((meant) => {
        const put = Number(((was * YUAN[meant]) / YUAN[unit]).toPrecision(12));
        return { label: `${String(put)}（按${meant}）`, meant, put };
      })
      .filter(({ put }) => distance(put) < MOST_APART)
      .sort((a, b) => distance(a.put) - distance(b.put));
    return puts.length === 0 ? null : { kind: "choice", puts };
  },

  F106: ({ finding: { args } }) =>
    args.fault === "hyphens" && typeof args.code === "string" && args.code !== ""
      ? { kind: "safe", put: args.code }
      : null,

  F110: ({ was }) => {
    if (typeof was !== "string") return null;
    const put = rewriteDocuments(was);
    return put === null ? null : { kind: "safe", put };
  },

  F113: ({ finding: { args }, field, pack }) => {
    const text = String(args.text ?? "");
    const list = { stage: pack.stages, nature: pack.natures, route: pack.routes, channel: pack.channels };
    if (!(field in list)) return null;
    const entries: readonly { name: string; aliases: readonly string[] }[] = list[field as keyof typeof list];
    const alike = suggestEntries(entries, text).map(({ name }) => name);
    const others = entries.map(({ name }) => name).filter((name) => !alike.includes(name));
    return choices([...alike, ...others]);
  },

  F115: ({ was, ledger }) => {
    const number = typeof was === "string" ? readNumberText(was) : null;
    return number === null ? null : { kind: "safe", put: ledger.untyped ? String(number) : number };
  },

  C201: ({ finding: { args }, pack }) => {
    const area = String(args.area ?? "");
    return choices(
      pack.channels.filter(({ areas, stateFunds }) => !stateFunds || areas?.includes(area)).map(({ name }) => name),
    );
  },

  C202: ({ finding: { args }, pack }) => {
    const listed = Array.isArray(args.choices) ? (args.choices as readonly string[]) : [];
    const text = String(args.text ?? "");
    const alike = suggestEntries(pack.channels, text).map(({ name }) => name);
    const ranked = [...new Set([...alike, ...listed])].filter((name) => findChannel(pack, name) !== null);
    return ranked.length > 0 ? choices(ranked) : choices(pack.channels.map(({ name }) => name));
  },

  /** The rate that the figures beside it give, in the cell's own notation; whether they or the rate are wrong a person must say. */
  K703: ({ finding: { args }, was, project, column }) => {
    const { rate, computed } = args;
    if (typeof rate !== "number" || typeof computed !== "number" || !Number.isFinite(computed)) return null;
    const put = rateLike(was, rate, computed);
    if (put === null) return null;
    const label =
      typeof put === "number" && isPercentCell(project, column)
        ? `${String(Number((put * 100).toFixed(2)))}%`
        : String(put);
    return { kind: "choice", puts: [{ label, put }] };
  },
};

/** Another rate written as the cell writes its own: 43.3% → 33.3%, 43.3 → 33.3, 0.433 → 0.333. */
function rateLike(was: CellValue, rate: number, computed: number): CellValue | null {
  if (typeof was === "number") {
    const hundredfold = Math.abs(was - rate * 100) <= Math.abs(was - rate);
    const decimals = printedDecimals(was);
    return Number(hundredfold ? (computed * 100).toFixed(decimals) : computed.toFixed(Math.max(decimals, 4)));
  }
  if (typeof was !== "string") return null;
  const seen = normaliseText(was);
  return /^[\d.]+%$/.test(seen) ? `${(computed * 100).toFixed(printedDecimals(seen))}%` : null;
}

/** A figure a thousand times its column's middle is no better than the one that it would replace. */
const MOST_APART = Math.log(1000);
const UNITS = ["元", "万元", "亿元"] as const satisfies readonly MoneyUnit[];
const YUAN: Record<MoneyUnit, number> = { 元: 1, 万元: 1e4, 亿元: 1e8 };

function choices(names: readonly string[]): Proposal | null {
  return names.length === 0 ? null : { kind: "choice", puts: names.map((name) => ({ label: name, put: name })) };
}

/** Every number of the cell as it should be written; null where one of them could be meant in two ways. */
function rewriteDocuments(text: string): string | null {
  const readings = readDocuments(text);
  if (readings.length === 0 || readings.some((reading) => !reading.normal && !reading.certain)) return null;
  const seen = normaliseText(text);
  let put = "";
  let at = 0;
  for (const { start, end, number } of readings) {
    put += seen.slice(at, start) + number;
    at = end;
  }
  return put + seen.slice(at);
}
