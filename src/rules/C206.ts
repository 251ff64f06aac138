/** The parts of a project's funds add up to its total, as far as their last printed digits can tell. */
import { FUND_FIELDS, type FieldKey } from "../ledger/fields";
import { groupOf } from "../ledger/heading/groups";
import { headingText } from "../ledger/heading/text";
import { columnOf, type Ledger, type Project, type UnmappedSource } from "../ledger/ledger";
import type { Pack } from "../policy/pack";
import { SELF_CONSISTENT } from "./bases";
import { readAmount, sumWan } from "../measure/amount";
import { isBlankText } from "../measure/text";
import { couldBeSum, type Printed } from "../measure/printed";
import { isUnread } from "./columns";
import { straysOf, type Strays } from "./F103";
import { amountOf, printedAmount, printedAmountOf } from "./printedCells";
import { rowRule, type Hit, type RowContext } from "./rule";

export default rowRule({
  code: "C206",
  severity: "error",
  basis: { ...SELF_CONSISTENT, article: "各项来源之和等于总投资" },
  needs: ["totalInvestment", FUND_FIELDS],
  on: "2025-06-20",
  good: [
    {
      name: "白马河防洪治理工程",
      department: "水务局",
      totalInvestment: 10000,
      fundsCentral: 6000,
      fundsCounty: 1000,
      fundsSelf: 3000,
    },
    {
      name: "白马河防洪治理工程",
      department: "水务局",
      totalInvestment: 10000.3,
      fundsCentral: 6000.2,
      fundsCounty: 1000.2,
      fundsSelf: 3000,
    },
    // 总投资 = 资本金 + 债务融资
    {
      name: "白马河防洪治理工程",
      department: "水务局",
      totalInvestment: 10000,
      capital: 3000,
      fundsBond: 5000,
      fundsLoan: 2000,
    },
  ],
  bad: [
    {
      name: "白马河防洪治理工程",
      department: "水务局",
      totalInvestment: 10000,
      fundsCentral: 6000,
      fundsCounty: 1000,
      fundsSelf: 2000,
    },
    {
      name: "白马河防洪治理工程",
      department: "水务局",
      totalInvestment: 10000,
      fundsCentral: 6000,
      fundsBond: 5000,
      fundsSelf: 500,
    },
    {
      name: "白马河防洪治理工程",
      department: "水务局",
      totalInvestment: 10000,
      capital: 2000,
      fundsBond: 5000,
      fundsLoan: 2000,
    },
  ],
  prepare: fundsJudge,
});

/** What the rule says of a row of this ledger, also for those that would say something of the same cause. */
export function fundsJudge(context: RowContext): (project: Project) => Hit | null {
  const listed = sourcesOf(context.ledger);
  const strays = context.ledger.unmappedSources;
  let whole: boolean | null = null;
  let apart: boolean | null = null;
  const sources: Sources = {
    ledger: context.ledger,
    listed,
    isWhole: () => (whole ??= areWhole(context.ledger, listed)),
    isCapitalApart: () => (apart ??= isWhole(rowsAddingUp(context.ledger, [...listed, "capital"]))),
  };
  return (project) => {
    const { totalInvestment } = project.values;
    if (!totalInvestment) return null;
    const sum = givenSum(project, listed);
    if (sum === null || (strays.length === 0 && Math.abs(sum - totalInvestment.wan) < 1e-6)) return null;
    const hit = judged(project, sources);
    return hit && isOfScale(hit, project, straysOf(context.ledger, context.pack)) ? null : hit;
  };
}

type SourceField = (typeof FUND_FIELDS)[number] | "matching" | "requested";

/** What the columns of a ledger say of where the money comes from; the answers are looked for when they are first asked for. */
interface Sources {
  readonly ledger: Ledger;
  readonly listed: readonly SourceField[];
  /** Whether the columns name all the money. */
  readonly isWhole: () => boolean;
  /** Whether, in nearly every row, the capital makes up the total beside the sources. */
  readonly isCapitalApart: () => boolean;
}

const sourcesOfLedgers = new WeakMap<Ledger, readonly SourceField[]>();

/** The columns of sources, looked for once a ledger: where some ask for every row, all rows must not be looked through for each. */
function sourcesOf(ledger: Ledger): readonly SourceField[] {
  const known = sourcesOfLedgers.get(ledger);
  if (known) return known;
  const sources = sourcesIn(ledger);
  sourcesOfLedgers.set(ledger, sources);
  return sources;
}

/** 「配套资金」, or 「争取资金」 beside 「自筹」, is one of them where nearly every row adds up with it. */
function sourcesIn(ledger: Ledger): readonly SourceField[] {
  const listed = FUND_FIELDS.filter((field) => columnOf(ledger, field) >= 0);
  const more = BESIDE_SOURCES.filter((fields) => fields.every((field) => columnOf(ledger, field) >= 0));
  if (listed.length === 0 || more.length === 0 || isWhole(rowsAddingUp(ledger, listed))) return listed;
  const whole = more.find((fields) => isWhole(rowsAddingUp(ledger, [...listed, ...fields])));
  return whole ? [...listed, ...whole] : listed;
}

const BESIDE_SOURCES = [["matching"], ["requested"], ["matching", "requested"]] as const;

/** The unmapped columns of sources that no sum counts, as the rows do not bear out that they belong to it: too little is no fault there. */
export function sourcesLeftOut(ledger: Ledger, pack: Pack): readonly UnmappedSource[] {
  const isJudged = !pack.rules["C206"]?.off && columnOf(ledger, "totalInvestment") >= 0;
  return !isJudged || strayRole(ledger) !== null ? [] : ledger.unmappedSources;
}

/** Whether they make up the total with the other sources, or are parts of those; null where the rows bear out neither. */
type StrayRole = "counted" | "part" | null;

const strayRoles = new WeakMap<Ledger, { readonly role: StrayRole }>();

function strayRole(ledger: Ledger): StrayRole {
  let known = strayRoles.get(ledger);
  if (!known) strayRoles.set(ledger, (known = { role: roleByRows(ledger) }));
  return known.role;
}

/** By most rows that hold money of a source that the vocabulary does not know. */
function roleByRows(ledger: Ledger): StrayRole {
  if (ledger.unmappedSources.length === 0) return "counted";
  const listed = sourcesOf(ledger);
  let given = 0;
  let withThem = 0;
  let withoutThem = 0;
  for (const project of ledger.projects) {
    const total = project.values.totalInvestment?.wan;
    const stray = sumWan((straysOfRow(ledger, project) ?? []).map(({ printed }) => printed.value));
    if (total === undefined || stray === 0) continue;
    const sum = givenSum(project, listed) ?? 0;
    given++;
    if (Math.abs(sum + stray - total) < 1e-6) withThem++;
    if (Math.abs(sum - total) < 1e-6) withoutThem++;
  }
  if (withThem >= given / 2) return "counted";
  return withoutThem >= given / 2 ? "part" : null;
}

/** What the row holds of sources that the vocabulary does not know; null where nobody can read it. */
function straysOfRow({ unmappedSources }: Ledger, { cells, places }: Project): readonly StrayAmount[] | null {
  if (unmappedSources.length > 0 && places) return null;
  const strays: StrayAmount[] = [];
  for (const { column, unitInForce } of unmappedSources) {
    const cell = cells[column] ?? null;
    if (cell === null || (typeof cell === "string" && isBlankText(cell))) continue;
    const amount = typeof cell === "string" || typeof cell === "number" ? readAmount(cell, unitInForce) : null;
    const printed = amount && printedAmount(cell, unitInForce, amount.amount);
    if (!printed) return null;
    strays.push({ column, printed });
  }
  return strays;
}

interface StrayAmount {
  /** 0-based. */
  readonly column: number;
  readonly printed: Printed;
}

/** The heading over the field's column that names sources; null where none does. */
function groupAbove({ columns }: Ledger, field: FieldKey): string | null {
  const heading = columns.find((column) => column.field === field)?.heading ?? "";
  const [group = "", ...under] = heading.split("·");
  return under.length > 0 && !heading.includes("其中") && groupOf(headingText(group, null)) === "funds" ? group : null;
}

/** Most rows add up at first sight. */
function givenSum({ values }: Project, fields: readonly (SourceField | "capital")[]): number | null {
  let sum = 0;
  let given = false;
  for (const field of fields) {
    const amount = values[field];
    if (!amount) continue;
    given = true;
    sum += amount.wan;
  }
  return given ? sum : null;
}

/** What a row gives of its sources. */
interface Parts {
  readonly given: readonly FieldKey[];
  /** Unmapped ones that are in the sum. */
  readonly columns: readonly number[];
  /** None is left out of the sum. */
  readonly isAllCounted: boolean;
  readonly sum: number;
}

function judged(project: Project, sources: Sources): Hit | null {
  const { ledger, listed } = sources;
  if (project.unread.some(({ field }) => (listed as readonly FieldKey[]).includes(field))) return null;
  const given = listed.filter((field) => project.values[field] !== undefined);
  const whole = printedAmountOf(ledger, project, "totalInvestment");
  const parts = given.map((field) => printedAmountOf(ledger, project, field));
  if (!whole || parts.some((part) => part === null)) return null;
  // More than the total asked for is one cause, which C205 names.
  if (listed.includes("requested") && (project.values.requested?.wan ?? 0) > whole.value) return null;
  const strays = straysOfRow(ledger, project);
  if (strays === null) return null;
  const role = strayRole(ledger);
  const counted = role === "counted" ? strays : [];
  const known = [...(parts as Printed[]), ...counted.map(({ printed }) => printed)];
  const isAllCounted = role === "part" || counted.length === strays.length;
  const columns = counted.map(({ column }) => column);
  if (couldBeSum(whole, known)) return null;
  const sum = sumWan(known.map((part) => part.value));
  // 「争取资金」 may be one of the sources in a ledger too short to tell.
  const asked = listed.includes("requested") ? null : printedAmountOf(ledger, project, "requested");
  if (asked && couldBeSum(whole, [...known, asked])) return null;
  // What closes the gap may stand in a cell that nobody can read, or be known roughly.
  if (sum < whole.value && (isUnread(project, "capital") || project.values.capital?.approx === true)) return null;
  const capital = sum < whole.value ? printedAmountOf(ledger, project, "capital") : null;
  if (capital) {
    if (couldBeSum(whole, [...known, capital])) return null;
    if (OWN_MONEY.every((field) => project.values[field] === undefined))
      return withCapital(sources, { given, columns, isAllCounted, sum }, whole, capital);
  }
  // Columns for some sources only leave room for others; too much is always too much.
  if (sum < whole.value && !(isAllCounted && sources.isWhole())) return null;
  // Where the other rows' totals are capital and sources, so is this one's.
  const beside = sources.isCapitalApart() ? (capital ?? printedAmountOf(ledger, project, "capital")) : null;
  return beside
    ? apart(["totalInvestment", "capital", ...given], columns, whole.value, sumWan([sum, beside.value]))
    : apart(["totalInvestment", ...given], columns, whole.value, sum);
}

/** So far apart two figures are not of one unit. */
const OUT_OF_SCALE = 100;
/** 元, 万元 and 亿元 taken for one another. */
const SCALES = [1e-8, 1e-4, 1e4, 1e8] as const;

/** Whether F103 names the cause: a total out of all proportion to its parts, or a part that would fit in another unit. */
function isOfScale({ fields, args }: Hit, project: Project, strays: Strays): boolean {
  const doubted = strays.get(project)?.filter((field) => fields.includes(field)) ?? [];
  const [total, sum] = [Number(args["total"]), Number(args["sum"])];
  return doubted.some((field) => {
    if (field === "totalInvestment") return total > sum * OUT_OF_SCALE || sum > total * OUT_OF_SCALE;
    const wan = amountOf(project, field)?.wan ?? 0;
    return SCALES.some((scale) => Math.abs(sum - wan + wan * scale - total) <= Math.abs(total) * ROUNDED);
  });
}

/** A figure in another unit was rounded there. */
const ROUNDED = 0.001;

/** Whether the row's capital and sources make up its total: whoever raises the one lowers another. */
export function addsUpWithCapital(ledger: Ledger, project: Project): boolean {
  const sources = sourcesOf(ledger).filter((field) => project.values[field] !== undefined);
  const sum = givenSum(project, [...sources, "capital"]);
  const total = project.values.totalInvestment?.wan;
  return sources.length > 0 && sum !== null && total !== undefined && Math.abs(sum - total) < 1e-6;
}

/** Where nothing of the owner's or of a budget is listed beside the debts, the capital stands for it: total = capital + debts. */
const OWN_MONEY = ["fundsCentral", "fundsProvince", "fundsCity", "fundsCounty", "fundsSelf"] as const;

/** With the capital the parts are still too few, or too many: bonds may be part of the capital, unless the other rows say that they are not. */
function withCapital(
  { ledger, listed, isCapitalApart }: Sources,
  debts: Parts,
  whole: Printed,
  capital: Printed,
): Hit | null {
  const sum = sumWan([debts.sum, capital.value]);
  const isTooFew = sum < whole.value && debts.isAllCounted && listsEverySource(ledger, listed);
  if (!isTooFew && !isCapitalApart()) return null;
  return apart(["totalInvestment", "capital", ...debts.given], debts.columns, whole.value, sum);
}

function apart(fields: readonly FieldKey[], columns: readonly number[], total: number, sum: number): Hit {
  const args = { total, sum, difference: Math.round((sum - total) * 1e6) / 1e6 };
  return columns.length > 0 ? { fields, columns, args } : { fields, args };
}

/** Whether a ledger's columns of sources, without any other, name all the money: by the headings that they stand under, or by the rows that add up. */
export function listsAllSources(ledger: Ledger): boolean {
  const listed = sourcesOf(ledger);
  return ledger.unmappedSources.length === 0 && !listed.includes("requested") && areWhole(ledger, listed);
}

/** Whether those that are listed, and the unmapped ones, name all the money. */
function areWhole(ledger: Ledger, listed: readonly SourceField[]): boolean {
  if (listsEverySource(ledger, listed)) return true;
  if (isElsewhere(ledger, listed) || listed.length + ledger.unmappedSources.length < 2) return false;
  const rows = rowsAddingUp(ledger, listed);
  if (isWhole(rows)) return true;
  // Where not one of several rows adds up, the heading promises more than its columns hold.
  return standUnderSources(ledger, listed) && (rows.whole > 0 || rows.given < FEWEST_WHOLE);
}

/** A source stands in a column of another field, and is not among those listed. */
function isElsewhere({ sourcesElsewhere }: Ledger, listed: readonly FieldKey[]): boolean {
  return sourcesElsewhere.some((field) => !listed.includes(field));
}

/** A list of sources is whole when it ends with what the owner or others give, or stands with its sum under one heading. */
function listsEverySource(ledger: Ledger, listed: readonly SourceField[]): boolean {
  if (isElsewhere(ledger, listed)) return false;
  const funds = FUND_FIELDS.filter((field) => listed.includes(field));
  if (funds.length + ledger.unmappedSources.length < 2) return false;
  return (
    listed.includes("fundsSelf") ||
    listed.includes("fundsLoan") ||
    namesTheOthers(ledger) ||
    standUnderTheirSum(ledger, listed)
  );
}

/** 「其他资金」 closes a list; 「福彩公益金」 is but one of the others. */
function namesTheOthers({ columns }: Ledger): boolean {
  return columns.some(({ field, heading }) => field === "fundsOther" && /其[他它]/u.test(heading));
}

/** 「投资」 over 「合计」「中央」「省」「县」: what a heading divides, it divides wholly. 「其中」 need not. */
function standUnderTheirSum({ columns }: Ledger, listed: readonly FieldKey[]): boolean {
  const total = columns.find(({ field }) => field === "totalInvestment")?.heading ?? "";
  const group = /^(.+·)(?:合计|小计|总计|总额|计)(?:·|[(（]|$)/u.exec(total)?.[1];
  if (group === undefined) return false;
  return columns.every(
    ({ field, heading }) => !listed.includes(field) || (heading.startsWith(group) && !heading.includes("其中")),
  );
}

/** 「资金来源」 over 「中央」「省级」「县级」 names whom all the money comes from, once the county that pays the rest is among them. */
function standUnderSources(ledger: Ledger, listed: readonly SourceField[]): boolean {
  return listed.includes("fundsCounty") && listed.every((field) => groupAbove(ledger, field) !== null);
}

/** So many rows must add up before they say something about the others. */
const FEWEST_WHOLE = 3;
const MOST_WHOLE = 0.75;

interface RowsAddingUp {
  readonly given: number;
  readonly whole: number;
}

/** Where nearly every row's parts make up its total, the sheet lists all sources, whatever they are called. */
function isWhole({ given, whole }: RowsAddingUp): boolean {
  return whole >= FEWEST_WHOLE && whole >= given * MOST_WHOLE;
}

function rowsAddingUp({ projects }: Ledger, listed: readonly (SourceField | "capital")[]): RowsAddingUp {
  let given = 0;
  let whole = 0;
  projects.forEach((project) => {
    const total = project.values.totalInvestment?.wan;
    const sum = givenSum(project, listed);
    if (total === undefined || sum === null) return;
    given++;
    if (Math.abs(sum - total) < 1e-6) whole++;
  });
  return { given, whole };
}
