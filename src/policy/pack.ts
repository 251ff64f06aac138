/** A pack: what is demanded and since when, as data that a bureau edits. One JSON document; this schema is its only definition. */
import * as z from "zod/mini";
import { PROCEDURE_KEYS } from "../measure/procedures";

// The browser forbids eval under our content security policy; zod would probe for it.
z.config({ jitless: true });

const day = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
const confidence = z.enum(["H", "M", "L", "D"]);
const procedureKey = z.enum(PROCEDURE_KEYS);
const route = z.enum(["审批", "核准", "备案"]);
const severity = z.enum(["error", "warning", "hint"]);

/** A list of texts, with the faults that z.array(z.string()) would name: a pack's twelve thousand words take it a fifth of the time. */
const texts = z.custom<string[]>().check(({ value, issues }) => {
  if (!Array.isArray(value)) {
    issues.push({ code: "invalid_type", expected: "array", input: value });
    return;
  }
  value.forEach((each: unknown, place) => {
    if (typeof each !== "string") issues.push({ code: "invalid_type", expected: "string", input: each, path: [place] });
  });
});

const basis = z.strictObject({
  document: z.string(),
  number: z.optional(z.string()),
  article: z.optional(z.string()),
  url: z.optional(z.string()),
});

/** What every entry carries. */
const entry = {
  id: z.string(),
  name: z.string(),
  aliases: z._default(texts, []),
  from: day,
  to: z.optional(day),
  basis,
  confidence,
  note: z.optional(z.string()),
};

/** What stands behind one fact of an entry that has several. */
const backing = z.strictObject({ basis, confidence, note: z.optional(z.string()) });

/** Words of one weight and one source: 5 and above names the thing itself, 3 a thing of its kind, 1 a mere hint. */
const wordGroup = z.strictObject({
  source: z.string(),
  weight: z.number(),
  /** Counts the same wherever it stands in a name (a national strategy is a frame, not the thing that is built). */
  anywhere: z._default(z.boolean(), false),
  /** Counts only where a proper name ends with it (喜年广场) that has at most so many characters, place and 「二期」 left out. */
  endsNameOf: z._default(z.nullable(z.number()), null),
  /** A 0 stands for any digit. */
  words: texts,
});

/** More such words of an entry, with where it is known from that they count so; those of its plain lists say no source. */
const sourcedWords = <Use extends string>(...uses: readonly [Use, ...Use[]]) =>
  z._default(z.array(z.strictObject({ use: z.enum(uses), source: z.string(), words: texts })), []);

export const areaSchema = z.strictObject({
  ...entry,
  /** Second level, for the matrix and for help. */
  second: z._default(texts, []),
  /** Words that speak for the area, each with its weight. */
  words: z.array(wordGroup),
  /** Words inside which a deciding word does not count (「工业大学」 for 工业). */
  misleading: z._default(texts, []),
  sourced: sourcedWords("misleading"),
  /** What a feasibility study of the area must quantify. */
  indicators: z._default(texts, []),
});

export const negativeSchema = z.strictObject({
  ...entry,
  words: z.array(wordGroup),
  /** Words inside which a deciding word does not count (「一体化工程」 for 化工). */
  misleading: z._default(texts, []),
  /** Words whose presence lifts the class (医院综合楼, 保障性住房 …); ending a later part of a list, only for that part. */
  exceptions: z._default(texts, []),
  /** Such words for a thing of its own (便民服务中心): in a list they lift only what their own part names. */
  exceptionsApart: z._default(texts, []),
  sourced: sourcedWords("misleading", "exceptions", "exceptionsApart"),
  /** Exceptions are things that are built (冷库, 学校), not owners: before a word that names the class (学校课桌椅加工厂) they lift nothing. */
  exceptionsAreBuilt: z._default(z.boolean(), false),
});

export const channelSchema = z.strictObject({
  ...entry,
  /** Area names that the channel pays for; null: no list is known, C201 is silent. */
  areas: z.nullable(texts),
  areasBasis: z.optional(backing),
  /** Ids of negative classes that it refuses. */
  negative: z._default(texts, []),
  negativeBasis: z.optional(backing),
  /** Money of the state (central, provincial, bonds); false for the county's own, companies' and banks' money. */
  stateFunds: z._default(z.boolean(), true),
  needsRevenue: z.nullable(z.boolean()),
  /** Lowest 本息覆盖倍数; null: not known. */
  coverage: z.nullable(z.number()),
  coverageBasis: z.optional(backing),
  /** Highest share of the total that may be asked for; null: not known. */
  capShare: z.nullable(z.number()),
  capShareBasis: z.optional(backing),
  matching: z._default(z.boolean(), false),
  /** Grants of which a project may have one only (channel ids). */
  excludes: z._default(texts, []),
  excludesBasis: z.optional(backing),
  /** Procedures that must be done at a stage (stage id → keys); a group of alternatives is an inner list. */
  procedures: z._default(z.record(z.string(), z.array(z.union([procedureKey, z.array(procedureKey)]))), {}),
  proceduresBasis: z.optional(backing),
  windows: z._default(z.array(z.strictObject({ opens: day, closes: day, basis, confidence })), []),
  /** Papers that the application needs, with the heading words by which a material column is known. */
  materials: z._default(z.array(z.strictObject({ name: z.string(), headings: texts })), []),
  materialsBasis: z.optional(backing),
  /** Why a project might try it, for 能争必争. */
  suits: z._default(z.string(), ""),
});

const limit = z.nullable(z.strictObject({ count: z.number(), unit: z.enum(["workday", "day", "month"]) }));

export const procedureSchema = z.strictObject({
  ...entry,
  key: procedureKey,
  department: z.string(),
  limit,
  /** Forms of the step with times of their own (报告表 beside 报告书), none longer than the step's; null: a filing only. */
  forms: z._default(z.array(z.strictObject({ name: z.string(), limit })), []),
  validity: z._default(z.nullable(z.strictObject({ count: z.number(), unit: z.enum(["month", "year"]) })), null),
  routes: z.array(route),
  /** Only where a text of the row says so (危化 … for safety); empty: always. */
  when: z._default(texts, []),
});

export const edgeSchema = z.strictObject({
  id: z.string(),
  before: procedureKey,
  /** Another procedure, or the start of works. */
  after: z.union([procedureKey, z.literal("start")]),
  routes: z.array(route),
  severity,
  basis,
  confidence,
  note: z.optional(z.string()),
});

export const stageSchema = z.strictObject({
  ...entry,
  /** 1 谋划 2 储备 3 申报 4 建设 5 竣工; 0 for those outside the sequence (前期, 调出 …). */
  order: z.number(),
  requires: z._default(texts, []),
  /** Procedures due at this stage, by route. */
  procedures: z._default(z.partialRecord(route, z.array(procedureKey)), {}),
  /** The project has left the reserve (调出, 退出). */
  left: z._default(z.boolean(), false),
  /** The project has not started works yet. */
  beforeStart: z._default(z.boolean(), false),
});

export const targetSchema = z.strictObject({
  ...entry,
  count: z.nullable(z.number()),
  wan: z.nullable(z.number()),
  countedFrom: day,
  by: day,
  /** Null: over the county. */
  department: z._default(z.nullable(z.string()), null),
});

export const capitalSchema = z.strictObject({
  ...entry,
  industries: texts,
  minimum: z.number(),
  /** Points by which it may be reduced, as a share (0.05). */
  reduction: z._default(z.number(), 0),
});

export const departmentSchema = z.strictObject({
  ...entry,
  /** 经济 / 社会 / 农口 …; empty where not known. */
  group: z._default(z.string(), ""),
  person: z._default(z.string(), ""),
  phone: z._default(z.string(), ""),
});

export const ruleSettingSchema = z.strictObject({
  severity: z.optional(severity),
  off: z._default(z.boolean(), false),
  numbers: z._default(z.record(z.string(), z.number()), {}),
  texts: z._default(z.record(z.string(), texts), {}),
  basis: z.optional(basis),
  confidence: z.optional(confidence),
  note: z.optional(z.string()),
});

const choice = z.strictObject({ name: z.string(), aliases: z._default(texts, []) });

/** A preset of lights, ranks or scoring: figures by name, with who uses it. */
export const presetSchema = z.strictObject({
  ...entry,
  numbers: z.record(z.string(), z.number()),
  texts: z._default(z.record(z.string(), z.string()), {}),
});

export const packSchema = z.strictObject({
  id: z.string(),
  version: z.string(),
  title: z.string(),
  from: day,
  to: z.optional(day),
  channels: z.array(channelSchema),
  areas: z.array(areaSchema),
  /** Below this difference of scores, the area is asked for instead of decided. */
  areaMargin: z.number(),
  /** Named selections of the areas (the nine that a speech lists). */
  areaSets: z._default(z.array(z.strictObject({ ...entry, areas: texts })), []),
  /** Areas and industries that the county wants to see (能争必争, R507). */
  focus: z.array(z.strictObject({ ...entry, words: texts })),
  negatives: z.array(negativeSchema),
  capitalMinimums: z.array(capitalSchema),
  procedures: z.array(procedureSchema),
  edges: z.array(edgeSchema),
  stages: z.array(stageSchema),
  natures: z.array(choice),
  routes: z.array(choice),
  targets: z.array(targetSchema),
  roster: z.array(departmentSchema),
  lights: z.array(presetSchema),
  ranks: z.array(presetSchema),
  scoring: z.array(presetSchema),
  /** Days that the bureau adds to or corrects in the holiday library: date → 休 (false) or 班 (true). */
  workdays: z.record(day, z.boolean()),
  /** Last day up to which the working-day data are known, where the pack extends it. */
  workdaysThrough: z.optional(day),
  /** Sources in the order in which they win, K704. */
  priorities: z.array(z.strictObject({ ...entry, source: z.string(), covers: z.string() })),
  /** Policies that a project may cite (政策台账). */
  policies: z.array(
    z.strictObject({
      ...entry,
      number: z.optional(z.string()),
      level: z.optional(z.string()),
      channel: z.optional(z.string()),
      closes: z.optional(day),
    }),
  ),
  /** Settings and parameters of the rules, by code. */
  rules: z.record(z.string(), ruleSettingSchema),
});

export type Pack = z.infer<typeof packSchema>;
export type Confidence = z.infer<typeof confidence>;
export type Channel = Pack["channels"][number];
export type Area = Pack["areas"][number];
export type WordGroup = z.infer<typeof wordGroup>;
export type CapitalMinimum = Pack["capitalMinimums"][number];
export type Backing = z.infer<typeof backing>;
export type NegativeClass = Pack["negatives"][number];
export type ProcedureStep = Pack["procedures"][number];
export type Edge = Pack["edges"][number];
export type Stage = Pack["stages"][number];
export type Target = Pack["targets"][number];
export type Department = Pack["roster"][number];
export type Route = z.infer<typeof route>;
export type PackBasis = z.infer<typeof basis>;
