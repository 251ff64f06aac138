/** Sources of funds that are told by the sources beside them, and those that the vocabulary does not know. */
import { saysSum } from "../../measure/amount";
import type { CellValue } from "../../sheet/cell";
import { DECIDED, LEAST_SEEN, take, type ColumnOptions, type Work } from "./work";
import { readable } from "./evidence";
import { figureIn } from "./year";
import { FUND_FIELDS, type FieldKey } from "../fields";
import { sourceByEnd } from "../heading/sources";
import { headingText } from "../heading/text";
import { UNDER } from "../heading/vocabulary";

/** 总投资 | 中央 | 省级 | 自筹: bare names of sources beside the total or another source, in a heading of one row or under a heading that none of them needs: 「资金落实」. */
export function fundsBeside(works: readonly Work[], taken: Map<FieldKey, Work>, chosen: ReadonlySet<number>): void {
  const words = UNDER.funds ?? {};
  for (const [index, work] of works.entries()) {
    if (work.field !== null || chosen.has(work.heading.column) || work.otherMoney) continue;
    if (!standsBesideFunds(works, index)) continue;
    if (work.samples.values.length > 0 && readable("totalInvestment", work.samples, null) < 0.5) continue;
    const { bare } = headingText(work.heading.path.at(-1) ?? "", null);
    const named = FUND_FIELDS.find((field) => !taken.has(field) && (words[field] ?? "").split(/\s+/u).includes(bare));
    const field = named ?? sourceByEnd(bare);
    if (field !== null && !taken.has(field)) take(work, field, taken);
  }
}

function standsBesideFunds(works: readonly Work[], index: number): boolean {
  const path = works[index]?.heading.path ?? [];
  const left = works[index - 1];
  if (path.length === 1) return left?.field === "totalInvestment" || left?.field === "capital" || isFund(left);
  // What its neighbour is under the same heading, it is as well.
  const above = JSON.stringify(path.slice(0, -1));
  return [left, works[index + 1]].some(
    (beside) => isFund(beside) && JSON.stringify(beside?.heading.path.slice(0, -1)) === above,
  );
}

function isFund(work: Work | undefined): boolean {
  return (FUND_FIELDS as readonly (FieldKey | null | undefined)[]).includes(work?.field);
}

/** 「中央资金」「省级资金」「县级配套」 and 「合计」: what the sources add up to in most rows is the total, where no column states it. */
export function totalOfSources(works: readonly Work[], taken: Map<FieldKey, Work>, { rows }: ColumnOptions): void {
  if (taken.has("totalInvestment")) return;
  const sum = works.find(
    ({ field, otherMoney, heading: { path } }) =>
      field === null && !otherMoney && path.length === 1 && SUM_OF_SOURCES.test(path[0] ?? ""),
  );
  const sources = [...FUND_FIELDS, "matching" as const].flatMap((field) => taken.get(field) ?? []);
  if (!sum || sources.length < FEWEST_SOURCES) return;
  const figure = (cells: readonly CellValue[], { heading }: Work): number => figureIn(cells[heading.column]) ?? 0;
  const held = rows.filter((cells) => figure(cells, sum) !== 0);
  const fits = held.filter((cells) =>
    saysSum(
      figure(cells, sum),
      sources.reduce((all, source) => all + figure(cells, source), 0),
    ),
  );
  if (held.length >= LEAST_SEEN && fits.length >= held.length * DECIDED) take(sum, "totalInvestment", taken);
}

const SUM_OF_SOURCES = /^(?:资金|投资|金额)*(?:合计|小计|总计|共计)(?:[(（]万?元[)）])?$/u;
const FEWEST_SOURCES = 2;

/** Columns of money among the sources of funds that map to no field: 「帮扶协作资金」. */
export function unmappedSources(works: readonly Work[], taken: ReadonlyMap<FieldKey, Work>): readonly Work[] {
  if (!FUND_FIELDS.some((field) => taken.has(field))) return [];
  return works.filter((work) => work.field === null && (isStraySource(works, work) || isSourceBeside(works, work)));
}

/** Fields that are none of sources and hold one here: those of sources need not add up without them. */
export function sourcesElsewhere(
  works: readonly Work[],
  taken: ReadonlyMap<FieldKey, Work>,
): ("matching" | "approved" | "requested")[] {
  if (!FUND_FIELDS.some((field) => taken.has(field))) return [];
  return (["matching", "approved", "requested"] as const).filter((field) => {
    const work = taken.get(field);
    return work !== undefined && (field !== "requested" || isPartOfTotal(work)) && isAmongSources(works, work);
  });
}

/** 「其中：拟申请上级资金」 */
function isPartOfTotal({ heading: { path } }: Work): boolean {
  return headingText(path[path.length - 1] ?? "", null).part;
}

/** 配套资金 between the sources is one of them, and the vocabulary keeps it apart. */
function isAmongSources(works: readonly Work[], work: Work): boolean {
  const index = works.indexOf(work);
  return isFund(works[index - 1]) || isFund(works[index + 1]);
}

/** An unmapped column of money within a group of sources, or of one that holds others: 「项目投资」 over 总投资 | 国债 | 自筹. */
function isStraySource(works: readonly Work[], work: Work): boolean {
  const [above] = work.heading.path;
  if (work.heading.path.length < 2 || work.samples.values.length === 0) return false;
  const isBesideFund = works.some(
    ({ heading, field }) => heading.path[0] === above && (FUND_FIELDS as readonly (FieldKey | null)[]).includes(field),
  );
  const group = headingText(above ?? "", null).bare;
  const own = headingText(work.heading.path[work.heading.path.length - 1] ?? "", null);
  const isOfSources = /资金|来源|构成|总投资/u.test(group);
  if (!isOfSources && !(isBesideFund && MONEY_OF_SOMEBODY.test(own.full))) return false;
  return !own.percent && !/合计|小计|总计|率/u.test(own.bare) && readable("totalInvestment", work.samples, null) > 0.5;
}

/** Under 「项目基本情况」 stand hectares and people too. */
const MONEY_OF_SOMEBODY = /资金|财政|债|贷款|补助|自筹|投资|投入|拨款|出资/u;

const NO_SOURCE =
  /合计|小计|总计|完成|到位|支付|下达|计划|需求|申请|申报|缺口|发行|批复|年|月|[个户人亩]数|面积|长度|里程|收入|收益|率|%/u;

/** 「其中：帮扶协作资金」 between the sources of a heading of one row: money of a source that the vocabulary does not know. */
function isSourceBeside(works: readonly Work[], work: Work): boolean {
  if (work.heading.path.length !== 1 || work.samples.values.length === 0) return false;
  const heading = headingText(work.heading.path[0] ?? "", null);
  if (NO_SOURCE.test(heading.full) || readable("totalInvestment", work.samples, null) <= 0.5) return false;
  const index = works.indexOf(work);
  // 「对口支援」 between 「中央资金」 and 「自筹资金」 is money, whatever it is called.
  if (isFund(works[index - 1]) && isFund(works[index + 1])) return true;
  const isBeside = isFund(works[index - 1]) || isFund(works[index + 1]);
  return isBeside && (heading.part || /资金|投资|补助|投入|债|款/u.test(heading.full));
}
