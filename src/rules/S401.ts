/** A study quantifies the benefits that its area is judged by. */
import type { Ledger, Project } from "../ledger/ledger";
import { rawText } from "../ledger/raw";
import { makeAutomaton, noOccurrences } from "../policy/automaton";
import type { Pack } from "../policy/pack";
import { areaOf } from "./lookups";
import { DISPATCH_MEETING } from "./bases";
import { rowRule } from "./rule";

export default rowRule({
  code: "S401",
  severity: "warning",
  basis: { ...DISPATCH_MEETING, article: "量化床位、年门诊量、住院人次等效益指标" },
  seed: ["B16"],
  needs: ["name", ["benefit", "scale"]],
  on: "2025-06-20",
  good: [
    {
      name: "县中医院住院楼项目",
      department: "卫生健康局",
      totalInvestment: 9200,
      benefit: "新增床位300张，年门诊量12万人次",
    },
    {
      name: "县中医院住院楼项目",
      department: "卫生健康局",
      totalInvestment: 9200,
      scale: "建筑面积2.1万平方米，设床位300张",
      benefit: "改善就医条件",
    },
    { name: "县中医院住院楼项目", department: "卫生健康局", totalInvestment: 9200, benefit: "带动就业120人" },
    {
      name: "柳河镇敬老院改扩建项目",
      department: "民政局",
      totalInvestment: 960,
      scale: "改扩建用房2400平方米，床位80张",
    },
    { name: "县中医院污水处理站改造项目", department: "卫生健康局", totalInvestment: 260, scale: "改造处理池3座" },
    {
      name: "国家基本气象站迁建项目",
      department: "气象局",
      totalInvestment: 980,
      scale: "新建观测场1个",
      benefit: "观测环境评分达到95分以上",
    },
  ],
  bad: [
    { name: "县中医院住院楼项目", department: "卫生健康局", totalInvestment: 9200, benefit: "改善群众就医条件" },
    {
      name: "县中医院住院楼项目",
      department: "卫生健康局",
      totalInvestment: 9200,
      scale: "新建住院楼一栋",
      benefit: "社会效益显著，提升服务能力",
    },
    {
      name: "县中医院住院楼项目",
      department: "卫生健康局",
      totalInvestment: 9200,
      benefit: "床位使用率提高到95%",
    },
    {
      name: "柳河镇敬老院改扩建项目",
      department: "民政局",
      totalInvestment: 960,
      scale: "改扩建养老用房2400平方米，配套厨房、活动室及消防设施",
    },
  ],
  prepare(context) {
    const { pack } = context;
    const asks = context.has("benefit");
    const isOfBeds = bedsJudge(pack);
    const minimum = context.parameter("minimum");
    const measured = new Map(
      pack.areas
        .filter(({ indicators }) => indicators.length > 0)
        .map(({ name, indicators }) => [name, { name, indicators, columns: columnsOf(context.ledger, indicators) }]),
    );
    return (project) => {
      const area = measured.get(areaOf(project, context) ?? "");
      if (!area || (!asks && !area.indicators.includes(BED))) return null;
      const isCare = isOfBeds(project.values.name ?? "");
      // A ledger without a column for benefits asks for none; how many beds there will be is part of what is built.
      if (!asks && !isCare) return null;
      const texts = studyTexts(project);
      const { benefit = "" } = project.values;
      // Nothing said at all is for S403.
      if (texts === "" || PEOPLE.test(asks ? benefit : texts) || (isCare && BEDS.test(texts))) return null;
      // The area's list is not about everything that it holds: a weather station has no beds.
      if (!isCare && MEASURED.test(benefit)) return null;
      const inTexts = area.indicators.filter((indicator) => isQuantified(texts, indicator)).length;
      const inColumns = area.columns.filter((column) => HOW_MANY.test(rawText(project, column))).length;
      if (inTexts + inColumns >= minimum) return null;
      return { fields: [asks ? "benefit" : "scale"], args: { area: area.name, indicators: area.indicators } };
    };
  },
});

/** Columns of a ledger's own that ask for an indicator: 「新增床位（张）」, but not 「床位使用率」. */
function columnsOf({ unmapped }: Ledger, indicators: readonly string[]): readonly number[] {
  return unmapped
    .filter(({ heading }) => indicators.some((indicator) => heading.includes(indicator)) && !RATE.test(heading))
    .map(({ column }) => column);
}

const HOW_MANY = /[1-9]/u;
const RATE = /率|占比|比例|%|％|‰/u;
/** 「床位使用率」 counts no beds. */
const THEN_A_RATE = /^[^，。；;、\d]{0,5}率/u;

/** Where an area's list asks for them, houses may have to state them. */
const BED = "床位";

type NameJudge = (name: string) => boolean;

const bedsJudges = new WeakMap<Pack, NameJudge>();

/** A pack's words are made ready once: a collection checks thousands of files by them. */
function bedsJudge(pack: Pack): NameJudge {
  let judge = bedsJudges.get(pack);
  if (!judge) bedsJudges.set(pack, (judge = bedsJudgeOf(pack)));
  return judge;
}

/** Houses for patients and old people; what serves such a house (its car park, its boiler) has no beds of its own. */
function bedsJudgeOf(pack: Pack): NameJudge {
  const { care = [], careApart = [] } = pack.rules["S401"]?.texts ?? {};
  const isOfCare = holderOf(care);
  const isApart = holderOf(careApart);
  return (name) => isOfCare(name) && !isApart(name);
}

/** Whether a text holds one of the words. */
function holderOf(words: readonly string[]): NameJudge {
  const automaton = makeAutomaton(words);
  const found = noOccurrences();
  return (text) => {
    automaton.scan(text, found);
    return found.count > 0;
  };
}

const BEDS = /\d[^，。；;]{0,6}床|床[^，。；;\d率]{0,8}\d|病房[^，。；;\d]{0,4}\d+\s*间|\d\s*[万千百]?[余多]?人次/u;
/** A figure with whatever it counts; a year counts nothing. */
const MEASURED = /\d\s*[万千百亿]?[余多]?(?:%|‰|[^\d\s年月日号.、，,。；;:：()（）〔〕\-—~～至])/u;

/** Jobs and people served count in every area: 就业、民生. */
const PEOPLE = /\d\s*[万千百]?[余多]?(?:人|户|名|个?岗位|个?就业)/u;

function studyTexts({ values }: Project): string {
  return [values.benefit, values.scale, values.necessity, values.economy]
    .filter((text) => text !== undefined)
    .join("；");
}

/** The indicator with a number near it, before or behind. */
function isQuantified(text: string, indicator: string): boolean {
  for (let at = text.indexOf(indicator); at >= 0; at = text.indexOf(indicator, at + 1)) {
    if (THEN_A_RATE.test(text.slice(at + indicator.length))) continue;
    const near = text.slice(Math.max(0, at - 12), at + indicator.length + 12);
    if (/[\d一二三四五六七八九十百千万]+(?:\.\d+)?/.test(near.replace(indicator, ""))) return true;
  }
  return false;
}
