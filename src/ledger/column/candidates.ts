/** What a column could be: its heading, with what the headings above it and on its left make of it. */
import { seems } from "./evidence";
import { DECIDED, type Work } from "./work";
import { procedureOf } from "../fields";
import { ASKED_OR_MOVED } from "../heading/sources";
import { headingText } from "../heading/text";
import type { Candidate } from "../heading/candidate";
import { recognise } from "../heading/recognise";

/** 「其中：…」 in a heading of one row is a part of the column before it. */
export function candidatesOf(works: readonly Work[], index: number, year: number | null): readonly Candidate[] {
  const work = works[index];
  if (!work) return [];
  const path = yearOfPeriod(inOurMoney(works, index) ?? work.heading.path);
  if (isRateOfOther(works, index) || isManagerOfHired(works, index)) return [];
  // A group that is called no more than 「其中」 holds the parts of the column on its left.
  if (path.length === 2 && /^其中[:：]?$/u.test(path[0] ?? "")) {
    const whole = works
      .slice(0, index)
      .reverse()
      .find(({ heading }) => heading.path[0] !== path[0])?.heading.path;
    if (whole?.length === 1) return recognise([whole[0] ?? "", ...path], year);
  }
  if (path.length === 2 && isOnlyChild(works, index)) {
    const sure = recognise(path, year);
    return sure.length > 0 ? sure : wholeOfOnlyChild(work, year);
  }
  if (path.length !== 1 || !headingText(path[0] ?? "", year).part) return recognise(path, year);
  for (let left = index - 1; left >= 0; left--) {
    const before = works[left]?.heading.path;
    if (!before) break;
    if (before.length === 1 && headingText(before[0] ?? "", year).part) continue;
    return recognise(yearOfPeriod([before[before.length - 1] ?? "", path[0] ?? ""]), year);
  }
  return recognise(path, year);
}

const OF_PERIOD =
  /^十[一二三四五六七八九]五(?:期间|时期|规划期?)?(?:计划|规划|预计|安排)?总?(?:投资|资金)(?:计划|安排|总?额)?$/u;
const YEAR_ALONE = /^(?:其中[:：]?)?20\d\d年?度?$/u;

/** 「“十五五”期间投资」 is no total, but a year of it is planned as one of the total is: 「其中：2026年」. */
function yearOfPeriod(path: readonly string[]): readonly string[] {
  const [above = "", own = ""] = path;
  return path.length === 2 && YEAR_ALONE.test(own) && OF_PERIOD.test(headingText(above, null).bare)
    ? ["总投资", own]
    : path;
}

const IN_OUR_MONEY = /[(（]?(?:折(?:合|算)?(?:成|为)?人民币|^人民币(?=$|[(（]))[)）]?/u;

/** 「折合人民币」 says again in our money what its heading, the heading above it or the column on its left says in another. */
function inOurMoney(works: readonly Work[], index: number): readonly string[] | null {
  const path = works[index]?.heading.path ?? [];
  const own = path[path.length - 1] ?? "";
  if (!IN_OUR_MONEY.test(own)) return null;
  const rest = own.replace(IN_OUR_MONEY, "");
  if (headingText(rest, null).full !== "") return [...path.slice(0, -1), rest];
  if (path.length > 1) return path.slice(0, -1);
  const left = works[index - 1];
  return left?.otherMoney === true ? left.heading.path : null;
}

/** What is said of money beside its sum: 「申请时间」「是否到位」「下达文号」; 「已批复」 is another sum. */
const NO_SUM =
  /是否|时间|日期|年月|年[份度]|号$|文件|情况|状态|级别|层级|类[别型]|名称|渠道|部门|单位|批复|通过|原因|依据|进[展度]|率|占?比/u;

/** 「到位资金」 over nothing but 「上级资金」: what has moved is the whole of that; over 「用途」 words stand, and no sum. */
function wholeOfOnlyChild({ heading, samples }: Work, year: number | null): readonly Candidate[] {
  const [above = "", own = ""] = heading.path;
  if (NO_SUM.test(headingText(own, year).bare)) return [];
  return recognise([above], year)
    .filter(({ field, kind }) => kind === "sure" && ASKED_OR_MOVED.has(field))
    .filter(({ field }) => samples.values.length === 0 || seems(field, samples, year) >= DECIDED)
    .map((candidate) => ({ ...candidate, score: candidate.score - LESS_THAN_WORDS }));
}

/** A heading that says so itself goes before. */
const LESS_THAN_WORDS = 0.2;

function isOnlyChild(works: readonly Work[], index: number): boolean {
  const [above] = works[index]?.heading.path ?? [];
  return [index - 1, index + 1].every((beside) => works[beside]?.heading.path[0] !== above);
}

/** 「占年度计划(%)」 behind 到位资金 and 「完成比例」 behind the steps are no rate of completed investment. */
function isRateOfOther(works: readonly Work[], index: number): boolean {
  const own = works[index]?.heading.path ?? [];
  const left = works[index - 1]?.heading.path ?? [];
  if (own.length === 1 && /^完成(?:率|比例|百分比|占比)/u.test((own[0] ?? "").trim()))
    return isBehindSteps(works, index);
  return (
    own.length > 0 &&
    left.length > 0 &&
    /占|比例|率/u.test(own[own.length - 1] ?? "") &&
    /^占|^比例/u.test(own[own.length - 1] ?? "") &&
    /到位|支付|拨付|下达/u.test(left[left.length - 1] ?? "")
  );
}

/** 「施工单位」「项目经理」: the man of the firm on the left. */
function isManagerOfHired(works: readonly Work[], index: number): boolean {
  const [own, left] = [works[index], works[index - 1]].map(
    (work) => headingText(work?.heading.path.at(-1) ?? "", null).bare,
  );
  return own === "项目经理" && FIRM_AT_WORK.test(left ?? "");
}

const FIRM_AT_WORK = /^(?:施工|监理|总承包|承包|中标|承建)(?:单位|企业|公司|队伍)$/u;

/** True where the nearest column on the left that is understood is a step's. */
function isBehindSteps(works: readonly Work[], index: number): boolean {
  for (let left = index - 1; left >= 0; left--) {
    const sure = recognise(works[left]?.heading.path ?? [], null).find(({ kind }) => kind === "sure");
    if (sure) return procedureOf(sure.field) !== null;
  }
  return false;
}
