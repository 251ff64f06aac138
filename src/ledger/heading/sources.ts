/** What headings below 「资金来源」 or 「总投资」 mean: whose money a column holds. */
import { GRAMMAR, STAND_IN, SURE, type Candidate } from "./candidate";
import { FUND_FIELDS, type FieldKey } from "../fields";
import { alone } from "./alone";
import { under } from "./groups";
import { headingIndex } from "./known";
import { together } from "./joined";
import type { Group } from "./vocabulary";
import type { HeadingText } from "./text";
import { moneyByTime } from "./money";

/** 「政策行贷款」「集团自筹」: below 「资金来源」 the last word says what it is. */
const SOURCE_BY_END: readonly (readonly [(typeof FUND_FIELDS)[number], RegExp])[] = [
  ["fundsBond", /^(?!.*(?:用作|用于|作为)).{0,6}(?:专项债|一般债|政府债|地方债)券?(?:融资|资金|额度|投资)?$/u],
  ["fundsLoan", /^.{1,5}(?:贷款|融资)$/u],
  ["fundsSelf", /^.{1,4}(?:自筹|自有)(?:资金)?$|^(?:业主|企业|单位)(?:出资|筹资|集资)(?:(?:及|和|与)社会资本)?$/u],
  ["fundsCounty", /^(?:拟|由|需)*(?:地方|县级?|区级?|本级)财政(?:安排|承担|投入|解决)$/u],
  [
    "fundsOther",
    /^.{0,8}(?:协作|帮扶|援建|援助|捐赠|捐款)(?:资金|款)?$|^.{0,6}(?:福彩|体彩|彩票)?公益金(?:补助|资金)?$|^(?:居民|村民|群众|住户|产权人|受益户)(?:出资|筹资|集资)(?:(?:及|和|与)社会资本)?$/u,
  ],
  [
    "fundsOther",
    /^其[他它].{1,6}(?:资金|投资|来源|渠道|筹措|筹集|解决)$|^.{2,6}(?:及|和|与)其[他它](?:资金|投资|来源|渠道)?$/u,
  ],
];

/** 「资金来源」·「争取资金」: beside what the owner gives, what is asked for is the money from above, of whatever level. */
const FROM_ABOVE =
  /^(?:拟|需|已|计划|预计)?(?:对上|向上)?(?:争取|申请|申报)(?:到|的)?(?:补助)?(?:资金|投资|额度|金额)?$/u;

/** Whose money the last words say it is; null where they do not. */
export function sourceByEnd(words: string): (typeof FUND_FIELDS)[number] | null {
  return SOURCE_BY_END.find(([, end]) => end.test(words))?.[0] ?? null;
}

/** 「资金来源」·「中央」, 「总投资」·「自筹」 */
export function underSources(
  group: Group,
  parent: HeadingText,
  own: HeadingText,
  outer: HeadingText | undefined,
): readonly Candidate[] {
  // 「2015年投资计划」·「其中」·「中央」 or 「本月到位资金」·「中央」: a part of something else than the total.
  if (outer && moneyByTime(outer.full) !== null) return [];
  // 「投资规模」·「其中：拟申请上级资金」: what is asked for, whoever is to give it.
  const isAsked =
    group === "total" && own.part && alone(own).some(({ field, kind }) => field === "requested" && kind === "sure");
  const asked: readonly Candidate[] = isAsked ? [{ field: "requested", score: SURE, kind: "sure" }] : [];
  const funds = [...asked, ...under(group, own), ...underFunds(group, own)].filter(
    (candidate) => !(own.part && candidate.field === "totalInvestment"),
  );
  if (funds.length > 0) return funds;
  if (group === "funds" && FROM_ABOVE.test(own.bare)) return [{ field: "fundsCentral", score: GRAMMAR, kind: "sure" }];
  const sure = alone(own).filter(({ kind }) => kind === "sure");
  const built = sourceByEnd(own.bare);
  if (built !== null && sure.length === 0) return [{ field: built, score: GRAMMAR, kind: "sure" }];
  const named = sure.filter(({ field }) => field.startsWith("funds") || field === "capital" || field === "matching");
  if (named.length > 0) return named;
  // 「总投资」·「估算总额」 is the total where nothing else states it.
  if (group === "total" && sure.some(({ field }) => field === "estimate" || field === "budgetEstimate"))
    return [...sure, { field: "totalInvestment", score: STAND_IN, kind: "standIn" }];
  if (group === "total") return [...together(parent, own).filter(({ kind }) => kind === "sure"), ...sure];
  if (/^(?:合计|小计|总计|资金总额|资金合计)$/u.test(own.bare))
    return [{ field: "totalInvestment", score: STAND_IN - 0.1, kind: "standIn" }];
  // 「投资及资金构成」·「估算总投资」
  if (own.bare.endsWith("总投资")) return sure.filter(({ field }) => field === "totalInvestment");
  return isAmountOfSource(own) ? [] : sure;
}

/** What names a source below 「资金来源」, also with what is done to have it: 「争取中央资金」「申请省级」. */
function underFunds(group: Group, own: HeadingText): readonly Candidate[] {
  const named = group === "total" ? under("funds", own) : [];
  const source = own.bare.replace(/^(?:拟|计划|需)?(?:争取|申请|申报)(?:到)?(?=.{2})/u, "");
  if (named.length > 0 || source === own.bare) return named;
  const words = { ...own, full: source, bare: source };
  const found = [...under("funds", words), ...alone(words)];
  return found.filter(({ field, kind }) => kind === "sure" && (FUND_FIELDS as readonly FieldKey[]).includes(field));
}

function isAmountOfSource(own: HeadingText): boolean {
  return /资金|投资|补助|债|贷款/u.test(own.bare);
}

/** What of the total is asked for, granted, there or paid: 「中央」 below it is a part of that, and no source of the total. */
export const ASKED_OR_MOVED: ReadonlySet<FieldKey> = new Set<FieldKey>(["requested", "approved", "arrived", "paid"]);

/** 「省级资金」: a heading that says whose money it is, wherever it stands. */
export function isNamedSource(own: HeadingText): boolean {
  return (
    /^(?:中央|国家|省|市|县|区|地方|自治区)/u.test(own.bare) ||
    (headingIndex.get(own.bare) ?? []).some(({ field }) => field.startsWith("funds"))
  );
}
