/** The grammar of headings of days: who qualifies a start or an end as planned or actual, and which word says that a day is meant. */
import { GRAMMAR, SEEN, STAND_IN, type Candidate } from "./candidate";

const PLANNED =
  "(?:(?:原|拟|原定|预)?计划|拟|拟定|预计|预期|预定|要求|规定|目标|应|合同约定|约定|合同|暂定|力争|确保|最迟|批复)";
const ACTUAL = "(?:实际|已|实)";
const START =
  "(?:开工建设|土建开工|开始建设|建设开始|启动建设|开工|动工|开建|进场施工|破土动工|开复工|建设起始|开始施工)";
const FINISH =
  "(?:竣工投产|建成投产|建成投用|竣工投用|竣工验收|投入使用|交付使用|建设完成|完工验收|建设完工|竣工投入使用|建成并投产|完工投产|完工投用|建设竣工|建设结束|建成|竣工|完工|完成|投产|投用|投运|通车|交工|完建)";
const NOUN = "(?:时间|日期|年月|月份|时限|年份|年度|节点|期限|时间节点|年限|时点|期|年)";
const DAY = new RegExp(
  `^(?:项目|工程|建设)*(${PLANNED}|${ACTUAL})?(?:项目|工程|可|能)?(?:(${START})|(${FINISH}))(?:建设)?的?(${PLANNED}|${ACTUAL})?(${NOUN})?(${PLANNED}|${ACTUAL})?$`,
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
export function dayHeading(key: string): Candidate | null {
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

/** 「何时开工」「打算几号完工」「何时能开工」「啥时候开的工」: how people ask for a day. */
const ASKS_DAY =
  /^(?<plan>打算|准备|预计|计划|拟)?[在于]?(?:何时|几时|几号|几月|什么时候|啥时候?|哪天)(?<able>能|可以|可)?(?<verb>.)的?(?<noun>.)的?$/u;
const PAST = /.的.$|的$/u;

/** A day as lists name it or as people ask for it. */
export function dayAskedOrNamed(key: string): Candidate | null {
  const asked = askedDay(key);
  // 「预计几号开工」 says that it is a plan.
  return dayHeading(asked?.isPlan ? `计划${asked.words}时间` : key);
}

/** 「开工」「何时竣工」: a day where days stand below, else a state or a count. */
export function bareDay(words: string): Candidate | null {
  const asked = askedDay(words);
  const plain = asked ? asked.words : words.replace(/^预估|日$/gu, "");
  const tense = asked?.isPlan ? "计划" : asked && PAST.test(words) ? "实际" : "";
  const day = dayHeading(`${tense}${plain}时间`);
  return day && day.kind === "sure" ? { ...day, score: SEEN, kind: "seen" } : null;
}

interface AskedDay {
  /** 开工, 完工 … */
  readonly words: string;
  readonly isPlan: boolean;
}

function askedDay(heading: string): AskedDay | null {
  const { plan, able, verb = "", noun = "" } = ASKS_DAY.exec(heading)?.groups ?? {};
  return verb === "" ? null : { words: verb + noun, isPlan: plan !== undefined || able !== undefined };
}
