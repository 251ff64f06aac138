/** What a heading may mean: normalise → exact → alias → grammar of dates, money by time and procedures. No edit distance: 计划开工 and 计划完工 are one stroke apart. */
import {
  FUND_FIELDS,
  PLAIN_FIELDS,
  PROCEDURE_KEYS,
  fieldKind,
  procedureOf,
  type FieldKey,
  type PlainField,
  type ProcedureKey,
  type ProcedurePart,
} from "./fields";
import {
  GROUPS,
  HEADINGS,
  OPEN_HEADINGS,
  PATTERNS,
  PROCEDURE_PREFIXES,
  PROCEDURE_SUFFIXES,
  PROCEDURE_WORDS,
  STAND_INS,
  UNDER,
  type Group,
} from "./headings";
import { headingText, moneyUnitOf, squeeze, type HeadingText } from "./headingText";
import { tailsOf } from "./tails";

/** How sure a heading makes us, from certain (1) to a stand-in that serves only where nothing better does. */
export interface Candidate {
  readonly field: FieldKey;
  readonly score: number;
  /** "open": only the values can tell; "standIn": only where no other column claims the field; "seen": that too, and only where the values look like it. */
  readonly kind: "sure" | "open" | "standIn" | "seen";
  /** 「开工时间」 says neither planned nor actual: the other reading. */
  readonly or?: FieldKey;
}

const SURE = 1;
const BARE = 0.94;
const SHORTENED = 0.9;
const GRAMMAR = 0.85;
const STAND_IN = 0.5;
const SEEN = 0.45;
const OPEN = 0.4;
/** What an alias loses for each place that it stands behind the first; never enough to fall below the next way of matching. */
const PER_PLACE = 0.0001;

type Index = ReadonlyMap<string, readonly { readonly field: FieldKey; readonly place: number }[]>;

const headingIndex = indexOf(HEADINGS);
const standInIndex = indexOf(STAND_INS);
const openIndex = openHeadings();
const procedureHeadings = listProcedureHeadings();
const procedureHeadingsBy = headingsByFirst();
const procedureWords = procedureWordIndex();
const groupIndex = groupWords();
const underIndex = underWords();

function split(words: string): string[] {
  return words.split(/\s+/u).filter(Boolean);
}

function indexOf(table: Readonly<Partial<Record<PlainField, string>>>): Index {
  const index = new Map<string, { field: FieldKey; place: number }[]>();
  for (const field of Object.keys(table) as PlainField[]) {
    // The term of the glossary itself is always understood.
    split(`${table === HEADINGS ? squeeze(PLAIN_FIELDS[field][0]) : ""} ${table[field] ?? ""}`).forEach(
      (word, place) => {
        const key = squeeze(word).replace(/%+$/u, "");
        const entries = index.get(key) ?? [];
        if (entries.some((entry) => entry.field === field)) return;
        entries.push({ field, place });
        index.set(key, entries);
      },
    );
  }
  return index;
}

function openHeadings(): ReadonlyMap<string, readonly PlainField[]> {
  const index = new Map<string, PlainField[]>();
  for (const [headings, fields] of OPEN_HEADINGS) {
    for (const heading of split(headings)) index.set(heading, [...new Set([...(index.get(heading) ?? []), ...fields])]);
  }
  return index;
}

interface ProcedureHeading {
  readonly key: ProcedureKey;
  readonly word: string;
}

const DAY_NOUNS = ["时间", "日期", "年月", "时限", "审批时间", "批复时间", "手续时间", "节点", "证时间"];
const PROCEDURE_PARTS = (["", "no", "on", "accepted", "due", "paused"] as const).map((part) => ({
  part,
  suffixes: split(PROCEDURE_SUFFIXES[part]),
  prefixes: split(PROCEDURE_PREFIXES[part]),
}));

function listProcedureHeadings(): readonly ProcedureHeading[] {
  return PROCEDURE_KEYS.flatMap((key) => split(PROCEDURE_WORDS[key]).map((word) => ({ key, word })));
}

/** By the first character of their word, which few texts hold any of. */
function headingsByFirst(): ReadonlyMap<string, readonly ProcedureHeading[]> {
  const index = new Map<string, ProcedureHeading[]>();
  for (const heading of procedureHeadings) {
    const first = heading.word.charAt(0);
    const others = index.get(first);
    if (others) others.push(heading);
    else index.set(first, [heading]);
  }
  return index;
}

/** Those whose word the heading holds, in the order of the list. */
function procedureHeadingsIn(heading: string): readonly ProcedureHeading[] {
  let held: ProcedureHeading[] | null = null;
  for (let at = 0; at < heading.length; at++) {
    for (const each of procedureHeadingsBy.get(heading.charAt(at)) ?? [])
      if (heading.startsWith(each.word, at)) (held ??= []).push(each);
  }
  if (held === null) return [];
  return held.length === 1 ? held : procedureHeadings.filter((each) => held.includes(each));
}

/** What a heading put together of a procedure's word and what stands before or behind it means: asked of few headings, whereas a list of all would be long. */
function procedureHeading(heading: string): FieldKey | null {
  for (const { key, word } of procedureHeadingsIn(heading)) {
    for (const { part, suffixes, prefixes } of PROCEDURE_PARTS) {
      const field: FieldKey = part === "" ? `proc.${key}` : `proc.${key}.${part}`;
      if (suffixes.some((suffix) => heading === word + suffix)) return field;
      for (const prefix of prefixes) {
        if (!heading.startsWith(prefix + word)) continue;
        const noun = heading.slice(prefix.length + word.length);
        if (noun === "") return part === "on" ? `proc.${key}` : field;
        if (!DAY_NOUNS.includes(noun)) continue;
        // 「完成立项时间」 tells the day, 「完成立项时限」 the day by which it must be.
        if (part === "" || part === "on") return `proc.${key}.${/时限|节点/u.test(noun) ? "due" : "on"}`;
        return field;
      }
    }
  }
  return null;
}

/** Words that name a procedure when they stand alone; the longest keys first where two share a word. */
function procedureWordIndex(): ReadonlyMap<string, ProcedureKey> {
  const index = new Map<string, ProcedureKey>();
  for (const key of PROCEDURE_KEYS)
    for (const word of split(PROCEDURE_WORDS[key])) if (!index.has(word)) index.set(word, key);
  return index;
}

function groupWords(): ReadonlyMap<string, Group> {
  const index = new Map<string, Group>();
  for (const group of Object.keys(GROUPS) as Group[])
    for (const word of split(GROUPS[group])) if (!index.has(word)) index.set(word, group);
  return index;
}

function underWords(): ReadonlyMap<Group, Index> {
  const index = new Map<Group, Index>();
  for (const [group, table] of Object.entries(UNDER)) index.set(group as Group, indexOf(table));
  return index;
}

const recognised = new Map<string, readonly Candidate[]>();
/** Headings remembered; the same ones stand in hundreds of files. */
const REMEMBERED = 2000;

/** What the headings of one column, outermost first, may mean together. */
export function recognise(path: readonly string[], year: number | null): readonly Candidate[] {
  const key = `${path.join("\u0000")}\u0000${String(year)}`;
  let candidates = recognised.get(key);
  if (!candidates) {
    candidates = recogniseAnew(path, year);
    if (recognised.size >= REMEMBERED) recognised.clear();
    recognised.set(key, candidates);
  }
  return candidates;
}

function recogniseAnew(path: readonly string[], year: number | null): readonly Candidate[] {
  const all = path.filter((text) => moneyUnitOf(text) === null).map((text) => headingText(text, year));
  // A cell that only states a unit lends its column nothing else.
  const texts = all.filter(({ full }) => full !== "");
  const own = texts[texts.length - 1];
  if (!own) return [];
  const parents = texts.slice(0, -1).reverse();
  const candidates = best(limitedToYear(withParents(own, parents), own, parents));
  return parents.some(({ bare }) => MEASURED.test(bare))
    ? candidates.filter(({ field }) => procedureOf(field) === null && fieldKind(field) !== "amount")
    : candidates;
}

/** 「要素缺口」·「用地」 is how much is wanting, no step, and 「占地面积」·「其他」 no money. */
const MEASURED = /缺口$|面积$|数量$/u;

const YEAR_ABOVE =
  /^(本年|上年|明年|某年|多年)度?(?:投资|完成|建设|实施|工程|固定资产|情况|进度|进展|资金|计划|目标|任务|实际|及|和|与)*$/u;
/** What a field becomes below a year; what has moved within one year alone has none. */
const WITHIN_YEAR: Readonly<Partial<Record<FieldKey, Readonly<Record<string, FieldKey>>>>> = {
  completed: { 本年: "completedThisYear" },
  completedThisYear: { 本年: "completedThisYear" },
  completedThisMonth: { 本年: "completedThisMonth" },
  planThisYear: { 本年: "planThisYear", 明年: "planNextYear" },
  arrived: {},
  paid: {},
};

/** A heading with a time of its own does not take that of its parents. */
const OWN_TIME = /开工|开始|年底|本年|上年|明年|某年|多年/u;

/** A year above a heading limits what was done and paid to that year: 「2025年」·「完成情况」·「至本月」 is no total since the start. */
function limitedToYear(
  candidates: readonly Candidate[],
  own: HeadingText,
  parents: readonly HeadingText[],
): readonly Candidate[] {
  const year = parents.map(({ bare }) => YEAR_ABOVE.exec(bare)?.[1]).find((found) => found !== undefined);
  if (year === undefined) return candidates;
  // 「2024年」·「年底累计完成」
  if (year === "上年" && own.full.includes("本年底"))
    return candidates.map((candidate) =>
      candidate.field === "completed" ? { ...candidate, field: "completedBefore" } : candidate,
    );
  if (OWN_TIME.test(own.full)) return candidates;
  return candidates.flatMap((candidate): readonly Candidate[] => {
    const within = WITHIN_YEAR[candidate.field];
    if (within === undefined) return [candidate];
    const field = within[year];
    return field === undefined ? [] : [{ ...candidate, field }];
  });
}

/** True where a single heading cell means something by itself or opens a group: evidence that its row is a heading row. */
export function isKnownHeading(text: string): boolean {
  const heading = headingText(text, null);
  if (heading.full === "") return false;
  if (groupOf(heading) !== null) return true;
  return alone(heading).some(({ kind }) => kind === "sure" || kind === "standIn") || openIndex.has(heading.bare);
}

function best(candidates: readonly Candidate[]): readonly Candidate[] {
  const kept = new Map<FieldKey, Candidate>();
  for (const candidate of candidates) {
    const other = kept.get(candidate.field);
    if (!other || other.score < candidate.score) kept.set(candidate.field, candidate);
  }
  return [...kept.values()].sort((a, b) => b.score - a.score);
}

function withParents(own: HeadingText, parents: readonly HeadingText[]): readonly Candidate[] {
  const [parent, ...further] = parents;
  if (!parent) return alone(own);
  // 「其中」 alone lends what stands above it, as parts.
  if (/^(?:其中|其中项|分项)$/u.test(parent.full)) return withParents({ ...own, part: true }, further);
  if (parent.full === "" || parent.full === own.full) return withParents(own, further);
  const [above] = further;
  // 「2026年」·「投资计划」·「合计」: the year belongs to the plan.
  if (above && /^(?:本年|明年|上年|某年)$/u.test(above.full) && groupOf(parent) === null && !OWN_TIME.test(parent.full))
    return withParents(own, [
      { ...parent, full: above.full + parent.full, bare: above.full + parent.bare },
      ...further.slice(1),
    ]);
  const group = groupOf(parent);
  if (group === null && isFlowOfPeriod(parent.bare)) return [];
  if (group === null) {
    const timed = moneyByTime(parent.full) ?? moneyByTime(parent.bare);
    if (timed !== null) return underTimed(timed, own);
    const joined = together(parent, own);
    if (joined.length > 0) return joined;
    // 「资本金」·「额度」, 「形象进度」·「截至5月底」: the parent says of what.
    const whole = ITSELF.test(own.bare) ? alone(parent).filter(isSureAmount) : [];
    const told = own.full === "目前" ? alone(parent).filter(({ field }) => field === "progress") : [];
    if (whole.length > 0 || told.length > 0) return whole.length > 0 ? whole : told;
    // 「累计已下达投资」·「中央预算内投资」 is no source of the total.
    return (own.part || isNamedSource(own)) && hasMoved(parent) ? [] : withParents(own, further);
  }
  return underGroup(group, parent, own, further);
}

const HAS_MOVED: ReadonlySet<FieldKey> = new Set<FieldKey>(["requested", "approved", "arrived", "paid"]);

/** 「本次下达投资计划」: its parts are those of the money that has moved. */
function hasMoved(parent: HeadingText): boolean {
  return alone(parent).some(({ field, kind }) => kind === "sure" && HAS_MOVED.has(field));
}

const ITSELF = /^(?:金额|额度|数额|总额|合计|数|规模)$/u;

function isSureAmount({ field, kind }: Candidate): boolean {
  return kind === "sure" && fieldKind(field) === "amount";
}

/** 「本月到位资金」「2025年支付资金」: money that moved within a period; the vocabulary keeps only what has moved in all. */
function isFlowOfPeriod(words: string): boolean {
  return /本月|本年|年初至今|上年|某年|明年/u.test(words) && /到位|支付|拨付|下达|支出/u.test(words);
}

/** A heading of one row, or under parents that say nothing. */
function alone(own: HeadingText): readonly Candidate[] {
  // 「项目规模（万元）」 is no text.
  if (own.unit !== null && /^(?:项目|建设|工程|资金|总)*规模$/u.test(own.full))
    return [{ field: "totalInvestment", score: STAND_IN, kind: "standIn" }];
  const found: Candidate[] = [];
  const look = (key: string, score: number) => {
    if (key === "") return;
    for (const { field, place } of headingIndex.get(key) ?? [])
      found.push({ field, score: score - place * PER_PLACE, kind: "sure" });
    const procedure = procedureOfWords(key);
    if (procedure) found.push({ field: procedure, score: score - 0.01, kind: "sure" });
  };
  look(own.full, SURE);
  if (own.bare !== own.full) look(own.bare, found.length > 0 ? 0 : BARE);
  const open = openIndex.get(own.full) ?? openIndex.get(own.bare);
  if (open) for (const field of open) found.push({ field, score: OPEN, kind: "open" });
  for (const key of new Set([own.full, own.bare])) {
    for (const { field, place } of standInIndex.get(key) ?? standInIndex.get(shortened(key) ?? "") ?? [])
      found.push({ field, score: STAND_IN - place * PER_PLACE, kind: "standIn" });
  }
  if (!found.some((candidate) => candidate.kind === "sure")) {
    for (const key of new Set([own.full, own.bare])) {
      const short = shortened(key);
      if (short) look(short, SHORTENED);
      // 「债券名称」 is no money.
      if (key.endsWith("名称"))
        found.splice(0, found.length, ...found.filter(({ field }) => fieldKind(field) !== "amount"));
      if (found.some((candidate) => candidate.kind === "sure")) break;
    }
  }
  if (!found.some((candidate) => candidate.kind === "sure")) {
    // 「开工时间（实际）」 is surer with its bracket than without.
    for (const key of new Set([own.full, own.bare])) {
      found.push(...byGrammar(key));
      if (found.some((candidate) => candidate.kind === "sure")) break;
    }
  }
  if (found.length === 0) found.push(...firstOfTwo(own));
  // 「已干工程量（万元）」
  if (found.length === 0 && own.unit !== null && WORK_DONE.test(own.bare))
    found.push({ field: "completed", score: STAND_IN, kind: "standIn" });
  if (found.every(({ kind }) => kind === "open") && isTotalInOtherWords(own.bare))
    found.push({ field: "totalInvestment", score: STAND_IN - 0.02, kind: "standIn" });
  if (!found.some((candidate) => candidate.kind === "sure"))
    found.push(...byTail(own).filter(({ field }) => !found.some((other) => other.field === field)));
  return found.filter((candidate) => candidate.score > 0);
}

/** 「投资总量」「预计投资总额」「固定资产投资」: the cost of a project in whatever words, where no column states it better. */
const TOTAL_BUILT =
  /^(?:项目|工程|建设|计划|预计|拟|估算|概算|匡算|预算|固定资产|可研|合同|协议|签约|立项|意向|备案|规划|批复|核定|总)*(?:投资|造价|投入|概算|估算|匡算|预算)(?:额度?|量|规模|体量|盘子?|金额|概况|估算|概算|匡算|预算|总|数)*$/u;

/** 「投入合计」「批复总投」「投资测算」「合同引资额」: a sum, or an estimate of one, of what is put in, and no word of time, source or movement. */
const SUM = /总|合计|测算|估算|概算|匡算|预算|引资总?额/u;
const PUT_IN = /投|资金|盘子|造价|概算|预算|引资/u;
const WORDS_OF_TOTAL =
  /^(?:项目|工程|建设|计划|预计|拟|初步|初设|可研|设计|估算|概算|匡算|测算|预算|核算|审定|审批|固定资产|合同|协议|签约|立项|意向|备案|规划|批复|核定|动态|静态|招商|引资|投资|投入|投|造价|资金|盘子|合计|总|额度?|量|规模|(?<!投资)金额|数)+$/u;
/** 「要花多少钱」「总共得投入多少」 */
const HOW_MUCH = /^(?:一共|总共|共|大概|大约|预计|估计|需|得|要|项目)*(?:花|投|用|投入)(?:多少)(?:钱|资金)?$/u;

function isTotalInOtherWords(words: string): boolean {
  return (
    TOTAL_BUILT.test(words) ||
    (words.length > 1 && SUM.test(words) && PUT_IN.test(words) && WORDS_OF_TOTAL.test(words)) ||
    HOW_MUCH.test(words)
  );
}

const WORK_DONE = /^(?:截至|累计|目前|实际)*[已实](?:完成?|干|做)(?:的)?(?:工程|工作|实物)?(?:量|产值)$/u;

/** People's own words, which say little to others. */
const COLLOQUIAL = /[啥谁哪咋怎干]|什么|多少/u;

/** 「要干啥（内容、规模）」: what the bracket explains. */
function explained({ full, bare }: HeadingText): readonly FieldKey[] {
  const inside = full.startsWith(bare) ? full.slice(bare.length) : "";
  if (inside === "" || !COLLOQUIAL.test(bare)) return [];
  const sure = [...(headingIndex.get(inside) ?? []), ...byGrammar(inside)].map(({ field }) => field);
  return [...sure, ...tailsOf(inside)];
}

/** What only its last words suggest; the cells have the last say. */
function byTail(own: HeadingText): readonly Candidate[] {
  const day = bareDay(own.bare);
  if (day) return [day];
  const found = new Set([...tailsOf(own.full), ...tailsOf(own.bare), ...explained(own)]);
  return [...found].map((field, place): Candidate => {
    const score = SEEN - place * PER_PLACE;
    const or = field === "startPlanned" ? "startActual" : field === "finishPlanned" ? "finishActual" : null;
    if (or === null || /计划|拟|预计/u.test(own.full)) return { field, score, kind: "seen" };
    return /实际|已/u.test(own.full) ? { field: or, score, kind: "seen" } : { field, or, score, kind: "seen" };
  });
}

/** 「何时开工」「打算几号完工」「啥时候开的工」: how people ask for a day. */
const ASKS_DAY = /^(打算|准备|预计|计划|拟)?[在于]?(?:何时|几时|几号|几月|什么时候|啥时候?|哪天)(.)的?(.)的?$/u;
const PAST = /.的.$|的$/u;

/** 「开工」「何时竣工」: a day where days stand below, else a state or a count. */
function bareDay(words: string): Candidate | null {
  const asked = ASKS_DAY.exec(words);
  const plain = asked ? (asked[2] ?? "") + (asked[3] ?? "") : words.replace(/^预估|日$/gu, "");
  const tense = asked?.[1] ? "计划" : asked && PAST.test(words) ? "实际" : "";
  const day = dayHeading(`${tense}${plain}时间`);
  return day && day.kind === "sure" ? { ...day, score: SEEN, kind: "seen" } : null;
}

/** 「存在问题及需协调事项」「主管科室及责任人」: a column of two things in words is that of the first. */
function firstOfTwo({ bare, either }: HeadingText): readonly Candidate[] {
  const parts = either.length === 2 ? either : /^(.{2,}?)(?:以及|及其?|和|与|或)(.{2,})$/u.exec(bare)?.slice(1);
  if (!parts) return [];
  const [first, second] = parts.map((words) =>
    [
      ...(headingIndex.get(words) ?? []).map(({ field }) => field),
      ...byGrammar(words).map(({ field }) => field),
    ].filter((field) => fieldKind(field) === "text"),
  );
  const [field] = first ?? [];
  return field !== undefined && (second?.length ?? 0) > 0 ? [{ field, score: PATTERN - 0.1, kind: "sure" }] : [];
}

/** Without a 项目 in front or a 名称/情况 behind that adds nothing. */
function shortened(key: string): string | null {
  const short = key
    .replace(/^(?:该?项目|本项目|工程)(?=.{2})/u, "")
    .replace(/(?<=.{2})(?:名称|情况|说明|一览|信息|填写)$/u, "");
  return short === key || short.length < 2 || short === "单位" || short === "名称" ? null : short;
}

function procedureOfWords(key: string): FieldKey | null {
  const whole = procedureWords.get(key);
  return whole ? `proc.${whole}` : (procedureHeading(key) ?? sameStepTwice(key));
}

/** 「农转用及征地办理情况」: two words for one step. */
function sameStepTwice(key: string): FieldKey | null {
  const [, first = "", second = ""] = /^(.{2,}?)(?:以及|及|和|与)(.{2,})$/u.exec(key) ?? [];
  const step = procedureWords.get(first);
  const field = step === undefined ? null : procedureHeading(second);
  return field !== null && procedureOf(field)?.key === step ? field : null;
}

/** 「水库工程名称」「用地项目名称」: whatever stands before it, it is the name of the project. */
const NAME_OF_PROJECT = /^.{1,10}(?:项目|工程)(?:全称|名称)$/u;
/** But not of another project, nor of what else is called one. */
const NAME_OF_OTHER =
  /原|曾|变更|更名|关联|相关|涉及|替换|替代|补进|补充|递补|置换|上级|所属|隶属|母|总项目|调出|退出|撤销|取消|资金|预算|政策|规划|文件|收费|考核|检查|审计|采购|招标|合同|科研|课题|奖|重复|相似|配套|补助|税|审批|服务|事项|指标/u;

/** Below the grammar of days and money, which says more. */
const PATTERN = 0.8;

function byGrammar(key: string): readonly Candidate[] {
  const asked = ASKS_DAY.exec(key);
  // 「预计几号开工」 says that it is a plan.
  const day = dayHeading(asked?.[1] ? `计划${asked[2] ?? ""}${asked[3] ?? ""}时间` : key);
  if (day) return [day];
  const timed = moneyByTime(key);
  if (timed !== null) return timed === "none" ? [] : [{ field: timed, score: GRAMMAR, kind: "sure" }];
  if (
    /^(?:[概匡估]算|计划|项目|工程|建设|债券|申报|储备|预计|拟|核定|批复|规划|备案|预估|合计|动态|静态|预算|协议|合同|签约|立项|意向|审定|测算)*总投资(?:规模|金额|概算|估算|匡算|总?额度?|数|情况|合计|预算)*$/u.test(
      key,
    )
  ) {
    return [{ field: "totalInvestment", score: GRAMMAR, kind: "sure" }];
  }
  if (
    /^(?:本年|明年|本次|本批|项目|拟)*(?:新增)?(?:专项债券?|地方政府|债券|预算内|超长期|特别|国债|上级|中央|省级|财政|补助|政策性|投资|资金|额度)+(?:需求|申请|申报)(?:资金|额度|金额|规模|总额|额|数)*$/u.test(
      key,
    )
  ) {
    return [{ field: "requested", score: GRAMMAR, kind: "sure" }];
  }
  if (
    /^(?:本年|本次|本批|明年)?(?:拟|计划|需|预计|本次|项目)*(?:申请|申报|争取|需求)(?:使用|需求|发行|安排|上级|中央|省级|国家|预算内|财政|补助|专项|政策性?|投资|债券|债|资金|国债|超长期特别|地方政府|支持|额度|金额|规模|总额|额)+$/u.test(
      key,
    ) &&
    /(?:资金|金额|额度|投资额?|债券?|规模|总额)$/u.test(key)
  ) {
    return [{ field: "requested", score: GRAMMAR, kind: "sure" }];
  }
  // 「拟发债额度」「拟使用专项债券额度」
  if (
    /^(?:本年|明年|本次|本批|项目)*(?:拟|计划|需)(?:发行?|使用)(?:专项|地方政府|政府)*(?:债券?|资金)?(?:额度|规模|金额)$/u.test(
      key,
    )
  )
    return [{ field: "requested", score: PATTERN, kind: "sure" }];
  // 「申请以工代赈资金」「拟向上争取资金额度」「本年申报需求」, whatever the fund is called; what has come is no request.
  if (
    /^(?:(?:本年|明年|年内|本次|本批|拟|计划|预计|需|项目)*(?:向上|对上)?(?:申请|申报|争取)(?:.{0,8}(?:资金|补助|债券?)(?:额度|金额|规模|总额|额|数)?|额度?|金额)|(?:本年|明年|本次|本批|项目|拟)*(?:申报|申请|资金|债券|额度)+需求(?:额度?|金额|总额|量)?)$/u.test(
      key,
    ) &&
    !/到|已|获|批复|下达|来源|单位|渠道/u.test(key)
  ) {
    return [{ field: "requested", score: PATTERN, kind: "sure" }];
  }
  for (const [field, pattern] of PATTERNS) if (pattern.test(key)) return [{ field, score: PATTERN, kind: "sure" }];
  if (NAME_OF_PROJECT.test(key) && !NAME_OF_OTHER.test(key))
    return [{ field: "name", score: PATTERN - 0.1, kind: "sure" }];
  return [];
}

const PLANNED =
  "(?:(?:原|拟|原定|预)?计划|拟|拟定|预计|预期|预定|要求|规定|目标|应|约定|合同|暂定|力争|确保|最迟|批复)";
const ACTUAL = "(?:实际|已|实)";
const START = "(?:开工建设|开始建设|建设开始|启动建设|开工|动工|开建|进场施工|破土动工|开复工|建设起始|开始施工)";
const FINISH =
  "(?:竣工投产|建成投产|建成投用|竣工投用|竣工验收|投入使用|交付使用|建设完成|完工验收|建设完工|竣工投入使用|建成并投产|完工投产|完工投用|建设竣工|建设结束|建成|竣工|完工|完成|投产|投用|通车|交工|完建)";
const NOUN = "(?:时间|日期|年月|月份|时限|年份|年度|节点|期限|时间节点|年限|时点|期|年)";
const DAY = new RegExp(
  `^(?:项目|工程|建设)*(${PLANNED}|${ACTUAL})?(?:项目|工程)?(?:(${START})|(${FINISH}))(?:建设)?的?(${PLANNED}|${ACTUAL})?(${NOUN})?(${PLANNED}|${ACTUAL})?$`,
  "u",
);
/** A day that is set, not one that has come. */
const BY_THEN = /时限|期限|节点/u;
const IS_ACTUAL = new RegExp(`^${ACTUAL}$`, "u");

const STARTED_OR_PLANNED = new RegExp(
  `^(?:实际)?${START}(?:或|及|和)?(?:${PLANNED})${START}${NOUN}$|^(?:${PLANNED}(?:或|及|和)?${ACTUAL}|${ACTUAL}(?:或|及|和)?${PLANNED})${START}${NOUN}$`,
  "u",
);

/** 计划开工时间, 实际竣工日期, 开工时间 …: a qualifier or a word for time must be there, a bare 开工 is no heading. */
function dayHeading(key: string): Candidate | null {
  if (STARTED_OR_PLANNED.test(key))
    return { field: "startPlanned", or: "startActual", score: GRAMMAR - 0.1, kind: "sure" };
  const match = DAY.exec(key);
  if (!match) return null;
  const [, before, start, , after, noun, behind] = match;
  const qualifier = before ?? after ?? behind;
  if (qualifier === undefined && noun === undefined) return null;
  // 「已完成」 alone is as well a sum or a state.
  if (noun === undefined && /^已?完成$/u.test(key)) return null;
  if (qualifier === undefined && BY_THEN.test(noun ?? ""))
    return { field: start === undefined ? "finishPlanned" : "startPlanned", score: GRAMMAR - 0.05, kind: "sure" };
  // Of an acceptance nobody writes the day before it has been; the works ended earlier.
  if (qualifier === undefined && /验收/u.test(key)) return { field: "finishActual", score: STAND_IN, kind: "standIn" };
  if (qualifier === undefined) {
    return start === undefined
      ? { field: "finishPlanned", or: "finishActual", score: GRAMMAR - 0.05, kind: "sure" }
      : { field: "startPlanned", or: "startActual", score: GRAMMAR - 0.05, kind: "sure" };
  }
  const actual = IS_ACTUAL.test(qualifier);
  const field =
    start === undefined ? (actual ? "finishActual" : "finishPlanned") : actual ? "startActual" : "startPlanned";
  return { field, score: GRAMMAR, kind: "sure" };
}

type Timed =
  | "completed"
  | "completedBefore"
  | "completedThisYear"
  | "completedThisMonth"
  | "planThisYear"
  | "planNextYear"
  | "none";

/** Words that a heading of planned or completed money may consist of; anything else left over makes it another heading. */
const MONEY_WORDS =
  /上年底|本年底|某年底|上年|明年|本年|某年|多年|年初至今|本月|目前|累计|累积|预计|计划|实际|完成|投资|总额|资金|建设|项目|固定资产|工程|建议|安排|目标任务|目标|任务|金额|合计|已|拟|额|数|情况|自开工以?来?|自开始以?来?|自开建以?来?|从开工|开工|至今|为止|的|数值|含单位|总|年内|各月|逐月|分月|共|分|应|须|以来|至|到|及|实|自/gu;

/** 「完成全年计划的（%）」 */
const SHARE_OF_PLAN = /^(?:已|累计)?完成.*计划的$|^占.*的$/u;

/** Completed or planned investment, told apart by its time; "none" for one that the vocabulary has no field for; null for another heading. */
function moneyByTime(key: string): Timed | null {
  if (!/投资|完成/u.test(key) || SHARE_OF_PLAN.test(key) || /率|比|到位|支付|下达|拨付|形象|进度|内容/u.test(key))
    return null;
  if (key.replace(MONEY_WORDS, "") !== "") return null;
  const timed =
    /上年底|本年底|某年底|上年|明年|本年|某年|多年|年初至今|年内|本月|目前|累计|累积|开工|开始|开建|建设以来/u.test(
      key,
    );
  if (!timed) return null;
  const plan = /计划|拟|安排|目标|任务|应完成|须完成/u.test(key) && !/已完成/u.test(key);
  if (plan || (!/完成|累计|累积/u.test(key) && /^(?:预计)?(?:本年|明年|某年|上年)/u.test(key))) {
    if (/本月|目前|上年|某年|多年|年底|累计/u.test(key)) return "none";
    return key.includes("明年") ? "planNextYear" : "planThisYear";
  }
  if (/上年底/u.test(key)) return "completedBefore";
  if (/明年|某年|多年|上年/u.test(key)) return "none";
  if (/预计/u.test(key)) return "none";
  if (/本年底/u.test(key)) return "completed";
  if (/自开工|从开工|自开始|自开建|开工以来|建设以来/u.test(key)) return "completed";
  // 「本年」·「本月完成」: the narrower time is meant.
  if (/本月/u.test(key) && !/年初至今|累计|累积|目前/u.test(key)) return "completedThisMonth";
  if (/年初至今|本年|年内/u.test(key)) return "completedThisYear";
  if (/累计|累积|目前|开工|开始|开建|建设以来/u.test(key)) return "completed";
  return "none";
}

export function groupOf(heading: HeadingText): Group | null {
  return groupIndex.get(heading.full) ?? groupIndex.get(heading.bare) ?? null;
}

/** Parent and child read as one heading: 「计划」·「开工时间」, 「可研」·「批复文号」, 「批复文号」·「可研」. */
function together(parent: HeadingText, own: HeadingText): readonly Candidate[] {
  for (const p of new Set([parent.full, parent.bare])) {
    for (const c of new Set([own.full, own.bare])) {
      const procedure = procedureWords.get(p) ?? baseProcedure(p);
      if (procedure) {
        const part = partOf(c) ?? partUnderStep(c);
        if (part !== null)
          return [
            { field: part === "" ? `proc.${procedure}` : `proc.${procedure}.${part}`, score: SURE, kind: "sure" },
          ];
      }
      if (procedureWords.has(c) || procedureHeading(c) !== null) continue;
      const joined = alone({ ...own, full: p + c, bare: p + c });
      const sure = joined.filter((candidate) => candidate.kind === "sure");
      if (sure.length > 0) return sure;
    }
  }
  // 「专项债券」·「拟申请」: the verb stands below its object.
  if (!MOVED.test(own.bare)) return [];
  return alone({ ...own, full: own.bare + parent.bare, bare: own.bare + parent.bare }).filter(isSureAmount);
}

/** What is done with money. */
const MOVED = /^(?:拟|已|本次|本批|累计|计划)*(?:申请|申报|争取|下达|到位|支付|拨付)$/u;

/** 可研批复情况 as a parent names the step itself. */
function baseProcedure(words: string): ProcedureKey | null {
  const field = procedureHeading(words);
  if (!field) return null;
  const procedure = procedureOf(field);
  return procedure && procedure.part === null ? procedure.key : null;
}

/** Which part of a procedure a bare child names: 文号, 时间, 状态 …; null where it names none. */
export function partOf(words: string): ProcedurePart | "" | null {
  for (const part of ["no", "due", "accepted", "on", "paused", ""] as const) {
    if (split(PROCEDURE_SUFFIXES[part]).includes(words)) return part;
  }
  return null;
}

/** Children that say enough only below the name of a step: 「环评」·「受理日」, 「可研」·「现状」. */
const UNDER_STEP: readonly (readonly [ProcedurePart | "", RegExp])[] = [
  ["accepted", /^(?:受理|收件|送审|报件|报审|申报|组卷|提交|报批|上报)(?:日|日子|日期|时间|年月)$/u],
  ["due", /^(?:要求|计划|拟|预计|最迟|限定|应)+(?:办结|批复|批准|完成|取得|办成|获批)(?:日|日期|时间|时限)?$/u],
  ["on", /^实际(?:办结|批复|批准|完成|取得|办成|获批)$|^(?:实际)?(?:办结|批复|批准|完成|取得|核发|发证|获批)日$/u],
  [
    "",
    /^(?:目前|当前|办理|办结|取得|批复|审批|登记|备案|办|批)*(?:现状|与否|否|结果)$|^(?:办结|登记|取得|批准)(?:或|及)?(?:批复|备案|情况)?$|^(?:批复|备案)(?:或|及)?(?:登记|批复|备案)$/u,
  ],
];

function partUnderStep(words: string): ProcedurePart | "" | null {
  return UNDER_STEP.find(([, children]) => children.test(words))?.[0] ?? null;
}

function underTimed(timed: Timed, own: HeadingText): readonly Candidate[] {
  if (own.part) return [];
  const look = (group: Group) => under(group, own);
  const total = /^(?:合计|小计|总计|总额|投资额?|金额|完成投资额?|计划投资额?|总投资|投资总额|额度|数额)$/u.test(
    own.bare,
  );
  if (timed === "none") return [];
  if (total) return [{ field: timed, score: SURE - 0.01, kind: "sure" }];
  if (timed === "completed") return look("completed");
  if (timed === "completedThisYear") return look("completedThisYear");
  if (timed === "completedThisMonth") return look("completedThisMonth");
  // 「年度投资计划」·「2025年」「2026年」: the plan of each year.
  if (timed === "planThisYear" && /^(?:本年|明年)$/u.test(own.bare))
    return [{ field: own.bare === "本年" ? "planThisYear" : "planNextYear", score: SURE - 0.01, kind: "sure" }];
  // 「2025年投资计划」·「1-5月完成」
  const ownTime = moneyByTime(own.full);
  if (timed === "planThisYear" && ownTime?.startsWith("completed") === true)
    return [{ field: ownTime as FieldKey, score: GRAMMAR, kind: "sure" }];
  if (timed === "planThisYear" && /^(?:完成率|完成比例)$/u.test(own.bare))
    return [{ field: "completionRate", score: BARE, kind: "sure" }];
  return [];
}

function under(group: Group, own: HeadingText): readonly Candidate[] {
  const index = underIndex.get(group);
  const entries = index?.get(own.full) ?? index?.get(own.bare) ?? [];
  return entries.map(({ field, place }) => ({ field, score: SURE - place * PER_PLACE, kind: "sure" }));
}

/** 「政策行贷款」「集团自筹」: below 「资金来源」 the last word says what it is. */
const SOURCE_BY_END: readonly (readonly [FieldKey, RegExp])[] = [
  ["fundsLoan", /^.{1,5}(?:贷款|融资)$/u],
  ["fundsSelf", /^.{1,4}(?:自筹|自有)$/u],
  ["fundsOther", /^其[他它].{1,6}(?:资金|投资|来源|渠道)$/u],
];

const FUND_GROUPS: ReadonlySet<Group> = new Set<Group>(["funds", "total"]);
/** Groups whose columns are parts of one figure that the vocabulary keeps whole: what they do not name means nothing else either. */
const CLOSED: ReadonlySet<Group> = new Set<Group>([
  "arrived",
  "paid",
  "requested",
  "approved",
  "completed",
  "completedThisYear",
  "completedThisMonth",
]);

/** What the groups of steps ask of each step below them. */
const ASKED_OF_STEPS: Readonly<Partial<Record<Group, ProcedurePart | "">>> = {
  procedures: "",
  numbers: "no",
  days: "on",
  dues: "due",
};

function underGroup(
  group: Group,
  parent: HeadingText,
  own: HeadingText,
  further: readonly HeadingText[],
): readonly Candidate[] {
  if (FUND_GROUPS.has(group)) return underSources(group, parent, own, further[0]);
  const part = ASKED_OF_STEPS[group];
  if (part !== undefined) return underSteps(part, own);
  if (group === "planned" || group === "actual") return underTense(group, parent, own, further);
  const named = under(group, own).filter((candidate) => !(own.part && candidate.field === group));
  // 「开工时间」·「计划」 is sure; 「建设期限」·「开工」 is no more than planned.
  if (named.length > 0 && !own.part) return named;
  if (CLOSED.has(group)) return underClosed(group, parent, own);
  const joined = together(parent, own).filter((candidate) => candidate.score >= GRAMMAR);
  return joined.length > 0 ? joined : withParents(own, further);
}

/** 「资金来源」·「中央」, 「总投资」·「自筹」 */
function underSources(
  group: Group,
  parent: HeadingText,
  own: HeadingText,
  outer: HeadingText | undefined,
): readonly Candidate[] {
  // 「2015年投资计划」·「其中」·「中央」 or 「本月到位资金」·「中央」: a part of something else than the total.
  if (outer && moneyByTime(outer.full) !== null) return [];
  // 「投资规模」·「其中：拟申请上级资金」: what is asked for, whoever is to give it.
  const isAsked = own.part && alone(own).some(({ field, kind }) => field === "requested" && kind === "sure");
  const asked: readonly Candidate[] = isAsked ? [{ field: "requested", score: SURE, kind: "sure" }] : [];
  const funds = [...asked, ...under(group, own), ...underFunds(group, own)].filter(
    (candidate) => !(own.part && candidate.field === "totalInvestment"),
  );
  if (funds.length > 0) return funds;
  const sure = alone(own).filter(({ kind }) => kind === "sure");
  const builtSource = SOURCE_BY_END.find(([, end]) => end.test(own.bare));
  if (builtSource && sure.length === 0) return [{ field: builtSource[0], score: GRAMMAR, kind: "sure" }];
  const named = sure.filter(({ field }) => field.startsWith("funds") || field === "capital" || field === "matching");
  if (named.length > 0) return named;
  if (group === "total") return [...together(parent, own).filter(({ kind }) => kind === "sure"), ...sure];
  if (/^(?:合计|小计|总计|资金总额|资金合计)$/u.test(own.bare))
    return [{ field: "totalInvestment", score: STAND_IN - 0.1, kind: "standIn" }];
  return isAmountOfSource(own) ? [] : sure;
}

/** 「前期手续」·「环评」, 「批复文号」·「可研」 */
function underSteps(part: ProcedurePart | "", own: HeadingText): readonly Candidate[] {
  const key =
    procedureWords.get(own.full) ?? procedureWords.get(own.bare) ?? baseProcedure(own.full) ?? baseProcedure(own.bare);
  if (key) return [{ field: part === "" ? `proc.${key}` : `proc.${key}.${part}`, score: SURE, kind: "sure" }];
  // How many steps are done says nothing of the money.
  return alone(own).filter(({ field }) => field !== "completionRate");
}

/** 「计划」·「开工」, 「实际」·「环评」 */
function underTense(
  group: "planned" | "actual",
  parent: HeadingText,
  own: HeadingText,
  further: readonly HeadingText[],
): readonly Candidate[] {
  const word = group === "planned" ? "计划" : "实际";
  const day =
    dayHeading(word + own.bare) ??
    dayHeading(`${word}${own.bare}时间`) ??
    (group === "planned" ? dayHeading(own.bare) : null);
  if (day) return [{ ...day, score: SURE }];
  const joined = together(parent, own);
  if (joined.length > 0) return joined;
  const key = procedureWords.get(own.bare) ?? baseProcedure(own.bare);
  if (key) return [{ field: `proc.${key}.${group === "planned" ? "due" : "on"}`, score: GRAMMAR, kind: "sure" }];
  // What is no day and no money is not planned: 「倒排工期」·「责任人」.
  return withParents(own, further).filter(({ field, kind }) => kind === "sure" && fieldKind(field) !== "amount");
}

/** 「到位资金」·「年初至今」: parts of one figure that the vocabulary keeps whole. */
function underClosed(group: Group, parent: HeadingText, own: HeadingText): readonly Candidate[] {
  // 「拟申请资金」·「省级资金」: one source's part of what is asked for.
  if (own.part || isNamedSource(own)) return [];
  // 「专项债券需求」·「2025年」: where no column states the whole need, this year's is what is asked for.
  if (group === "requested" && /^本年(?:需求|申请)?(?:额度?|金额)?$/u.test(own.bare))
    return [{ field: "requested", score: STAND_IN, kind: "standIn" }];
  const joined = together(parent, own);
  if (joined.length > 0) return joined;
  const timed = moneyByTime(own.full);
  if (timed !== null && timed !== "none") return [{ field: timed, score: GRAMMAR, kind: "sure" }];
  return alone(own).filter(
    ({ field, kind }) => kind === "sure" && !field.startsWith("funds") && field !== "totalInvestment",
  );
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

function isNamedSource(own: HeadingText): boolean {
  return (
    /^(?:中央|国家|省|市|县|区|地方|自治区)/u.test(own.bare) ||
    (headingIndex.get(own.bare) ?? []).some(({ field }) => field.startsWith("funds"))
  );
}

function isAmountOfSource(own: HeadingText): boolean {
  return /资金|投资|补助|债|贷款/u.test(own.bare);
}

const STEP_WORDS: readonly (readonly [string, ProcedureKey])[] = [...procedureWords]
  .filter(([word]) => word.length >= 2)
  .sort(([a], [b]) => b.length - a.length);

/** The step that a cell names (「可行性研究报告审批」「建设项目用地预审与选址意见书核发」); null where it names none. */
export function procedureNamed(text: string): ProcedureKey | null {
  const { bare } = headingText(text, null);
  const field = procedureOfWords(bare);
  if (field) return procedureOf(field)?.key ?? null;
  return STEP_WORDS.find(([word]) => bare.includes(word))?.[1] ?? null;
}
