/** The worksheets of the rules: how much each weighs, and its figures and words, one to a row. */
import { keysOf, list, number, term, text, words } from "./cells";
import { BASIS, CONFIDENCE, NOTE, shownColumn, without } from "./entryTable";
import { isRecord } from "./extend";
import { glossary, type Glossary, type Terms } from "./glossary";
import type { Pack } from "./pack";
import { RULE_PARAMETERS, type Parameter } from "./parameters";
import type { ColumnSpec, Draft, Row, Table } from "./table";

type Setting = Pack["rules"][string];

const SEVERITIES = { 错误: "error", 提醒: "warning", 建议: "hint" } as const;
const OFF = "off";
/** A setting that says nothing is still one. */
const AS_IT_IS = "as it is";
const offThough = (severity: string): string => `${OFF} ${severity}`;
const WEIGHTS = {
  ...SEVERITIES,
  关闭: OFF,
  ...Object.fromEntries(Object.entries(SEVERITIES).map(([word, is]) => [`关闭（${word}）`, offThough(is)])),
  默认: AS_IT_IS,
};
const OFFERED = [...Object.keys(SEVERITIES), "关闭"];

const code = (heading: string): ColumnSpec => ({
  heading,
  path: ["code"],
  kind: term(({ ruleCodes }) => ruleCodes),
  required: true,
  width: 10,
  look: "code",
});
const title = shownColumn("规则", "title", 32);

export const rulesTable: Table = {
  sheet: "规则",
  line: "一行一条规则。“轻重”选 错误（拦住报送）、提醒、建议 或 关闭；空着按“默认轻重”。依据空着，按规则自己的依据。",
  marks: ["编号", "轻重"],
  columns: [
    code("编号"),
    title,
    { heading: "轻重", path: ["weight"], kind: words(WEIGHTS, OFFERED), required: false, width: 10 },
    shownColumn("默认轻重", "severity", 10),
    ...BASIS.map((column) => ({
      ...column,
      required: false,
      ...(column === CONFIDENCE ? { note: `${CONFIDENCE.note ?? ""}空着按规则自己的。` } : {}),
    })),
    NOTE,
  ],
  rows: ({ rules }, terms) =>
    codesOf(rules, terms).map((each) => {
      const line = terms.rules.find((rule) => rule.code === each);
      const severity = Object.entries(SEVERITIES).find(([, is]) => is === line?.severity)?.[0];
      const setting = rules[each];
      return { ...setting, code: each, title: line?.title, severity, weight: setting && weightOf(setting) };
    }),
  put: (rows, draft) => {
    const former = isRecord(draft.parts["rules"]) ? draft.parts["rules"] : {};
    const rules: Record<string, unknown> = {};
    for (const [each, setting] of Object.entries(former)) {
      const parameters = parametersOf(setting);
      if (parameters) rules[each] = parameters;
    }
    const seen = new Set<string>();
    for (const row of rows) {
      const { code: each, weight, ...said } = row.item;
      if (typeof each !== "string") continue;
      if (seen.has(each)) draft.fault(row.at("code"), `规则 ${each} 有两行`, "请留一行");
      seen.add(each);
      draft.locate(["rules", each], row);
      const setting = { ...said, ...settingOf(weight) };
      if (weight === undefined && Object.keys(setting).length === 0) continue;
      rules[each] = { ...parametersOf(former[each]), ...setting };
    }
    draft.parts["rules"] = rules;
  },
};

/** All rules there are, in their order, and those that only the pack knows. */
function codesOf(rules: Pack["rules"], terms: Terms): readonly string[] {
  return [...new Set([...terms.rules.map((rule) => rule.code), ...Object.keys(rules)])];
}

function weightOf({ severity, off, numbers, texts, basis, confidence, note }: Setting): string | undefined {
  if (off) return severity === undefined ? OFF : offThough(severity);
  const saysMore = [basis, confidence, note, ...Object.keys(numbers), ...Object.keys(texts)].some(
    (each) => each !== undefined,
  );
  return severity ?? (saysMore ? undefined : AS_IT_IS);
}

function settingOf(weight: unknown): Partial<Setting> {
  if (weight === undefined || weight === AS_IT_IS) return {};
  if (weight === OFF) return { off: true };
  const severity = Object.values(SEVERITIES).find((each) => weight === each || weight === offThough(each));
  return { ...(severity ? { severity } : {}), ...(weight === severity ? {} : { off: true }) };
}

/** Figures and words stand on a sheet of their own. */
function parametersOf(setting: unknown): Record<string, unknown> | null {
  if (!isRecord(setting)) return null;
  const { numbers, texts } = setting;
  const found = {
    ...(isRecord(numbers) && Object.keys(numbers).length > 0 ? { numbers } : {}),
    ...(isRecord(texts) && Object.keys(texts).length > 0 ? { texts } : {}),
  };
  return Object.keys(found).length > 0 ? found : null;
}

export const ruleParametersTable: Table = {
  sheet: "规则参数",
  line: "一行一个参数，只改“数值”或“用词”。用词用顿号隔开；一个都不要的写“（无）”。行不要删：规则缺了参数就不能判断。",
  marks: ["规则编号", "参数"],
  columns: [
    code("规则编号"),
    title,
    { heading: "参数", path: ["parameter"], kind: text, required: true, width: 18 },
    { heading: "数值", path: ["number"], kind: number, width: 10 },
    shownColumn("单位", "unit", 24),
    { heading: "用词", path: ["words"], kind: list, width: 48, look: "wrapped" },
    shownColumn("含义", "means", 44),
  ],
  rows: ({ rules }, terms) =>
    Object.entries(rules).flatMap(([each, { numbers, texts }]) => {
      const line = terms.rules.find((rule) => rule.code === each);
      const names = parameterNames(each);
      const describe = (key: string): object => {
        const known = parameterOf(each, key);
        return { code: each, title: line?.title, parameter: names.write(key), means: known?.means, unit: known?.unit };
      };
      return [
        ...Object.entries(numbers).map(([key, value]) => ({ ...describe(key), number: value })),
        ...Object.entries(texts).map(([key, value]) => ({
          ...describe(key),
          unit: undefined,
          words: value.map(wordsOf(each, key, terms).write),
        })),
      ];
    }),
  put: (rows, draft) => {
    const former = isRecord(draft.parts["rules"]) ? draft.parts["rules"] : {};
    const rules: Record<string, Record<string, unknown>> = {};
    for (const [each, setting] of Object.entries(former)) {
      const said = without(setting, "numbers", "texts");
      const isOnlyParameters = isRecord(setting) && parametersOf(setting) !== null && Object.keys(said).length === 0;
      if (!isOnlyParameters) rules[each] = said;
    }
    for (const row of rows) putParameter(row, rules, draft);
    draft.parts["rules"] = rules;
  },
};

function putParameter(row: Row, rules: Record<string, Record<string, unknown>>, draft: Draft): void {
  const { code: each, parameter, number: figure, words: written } = row.item;
  if (typeof each !== "string" || typeof parameter !== "string") return;
  const names = parameterNames(each);
  const key = names.read(parameter) ?? (RULE_PARAMETERS[each] ? null : parameter);
  if (key === null) {
    const { says, remedy } = names.fault(parameter);
    draft.fault(row.at("parameter"), `${says}（规则 ${each}）`, remedy);
    return;
  }
  if ((figure === undefined) === (written === undefined)) {
    const says = figure === undefined ? "数值和用词都没有填" : "数值和用词都填了";
    draft.fault(row.at("number"), `「${parameter}」的${says}`, "请只填其中一个");
    return;
  }
  const field = figure === undefined ? "texts" : "numbers";
  const value = figure === undefined ? keysIn(row, wordsOf(each, key, draft.terms), draft) : figure;
  const setting = (rules[each] ??= {});
  const values = isRecord(setting[field]) ? setting[field] : {};
  if (key in values) draft.fault(row.at("parameter"), `规则 ${each} 的「${parameter}」有两行`, "请留一行");
  setting[field] = { ...values, [key]: value };
  draft.locate(["rules", each, field, key], row);
}

function keysIn(row: Row, glossaryOfWords: Glossary, draft: Draft): readonly string[] {
  const read = keysOf(row.item["words"], glossaryOfWords);
  if ("value" in read) return read.value;
  draft.fault(row.at("words"), `「用词」里的${read.fault.says}`, read.fault.remedy);
  return [];
}

function parameterOf(each: string, key: string): Parameter | undefined {
  return Object.entries(RULE_PARAMETERS[each] ?? {}).find(([known]) => known === key)?.[1];
}

function parameterNames(each: string): Glossary {
  return glossary(
    Object.entries(RULE_PARAMETERS[each] ?? {}).map(([key, { name }]) => [key, name]),
    { says: "不是这条规则的参数", otherwise: "" },
  );
}

/** What the words of a parameter stand for: fields, presets, or themselves. */
function wordsOf(each: string, key: string, terms: Terms): Glossary {
  const of = parameterOf(each, key)?.of;
  return of ? terms[of] : THEMSELVES;
}

const THEMSELVES: Glossary = {
  write: (key) => key,
  read: (written) => written,
  choices: [],
  fault: (written) => ({ says: `「${written}」读不出`, remedy: "请改写" }),
};
