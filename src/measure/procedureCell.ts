/** What the cell of a procedure's column says: its state, its document numbers and its day, done or planned, one or all at once. */
import { findDays, readDay } from "./day";
import { readDocuments } from "./documentNumber";
import { normaliseText } from "./text";
import { tickedOf } from "./ticked";
import type { Interval, ProcedureState } from "./types";

export interface ProcedureReading {
  readonly state?: ProcedureState;
  readonly no?: readonly string[];
  readonly on?: Interval;
  /** The day by which it is to be done: 「12月底前」, 「预计8月」. */
  readonly due?: Interval;
}

export interface ProcedureOptions {
  /** The year of the ledger, for 「6月底」. */
  readonly year?: number | null;
}

const NOTHING: ProcedureReading = {};

/** Words that make what follows a plan, unless something is said to have been done. */
const PLAN = String.raw`(?:拟定?|计划|预计|预期|力争|争取|确保|目标|准备|打算|暂定|要求|即将|近期|近日|尽快|抓紧|不迟于|不晚于|最迟)`;
const PLANS = new RegExp(`^(?:尚|还|暂)?[未待]|${PLAN}`);
const COMES_AS_PLAN = new RegExp(`^${PLAN}(?!.*[已己])`);
/** All that may stand around the day by which a step is to be done; 「拟7月报批」 plans something before that. */
const PLANNED =
  /^(?:拟定?|计划|预计|预期|力争|争取|确保|目标|准备|打算|暂定|要求|即将|近期|近日|尽快|抓紧|不迟于|不晚于|最迟|于|在|约|前|尚|还|暂|未|待|正在|中|办[理结完]?|审批|完成|取得|批复?|获批|核准|备案|通过)*$/;
const LONGEST_PLAN = 20;
/** A draft is on its way to the approval that the column asks for. */
const DRAFT = /(?:初稿|草稿|草案|讨论稿|征求意见稿|送审稿|评审稿|报批稿|修改稿|上会稿)/;

/** In the order in which they are asked: 「无需办理」 before 「办理」, 「未批复」 before 「批复」, 「正在办理」 before 「办理」. */
const STATES: readonly (readonly [ProcedureState, RegExp])[] = [
  [
    "exempt",
    /^(?:无需|不需|毋需|免予?|豁免|不涉及|不适用|不用|不须|无须|不纳入|不必)|(?:无需|不需要?|无须|不须|不用|免于?)(?:单独)?(?:办理|审批|审查|编制|开展|进行|评价|报批|取得)|不涉及|不适用|豁免|^免$|承诺不办|^(?:(?:利用|使用)?(?:现有|已有|原有|存量|自有)(?:土地|用地|场地|校园|院区|厂区|厂房)|(?:利用|使用)?原[址地](?:重建|改建|扩建|建设))(?!.*(?:办|批|编制|证|预审|手续|意见|不[足够]))|^[^,]{0,8}[不无]新增(?:建设)?用地/,
  ],
  ["doing", /^(?:已|己|批前|正在)公示(?:期|中)?$|[料件]收集中/],
  ["doing", /[已己].{2,14}待(?:批|审|评|报|办|公示)/],
  // Taken in with papers missing: it is under way.
  ["doing", /容缺(?!.{0,4}(?:批复|办结|获批|通过|核准))/],
  // 「正在办理，预计7月底完成」: what is under way outweighs what is expected of it.
  ["doing", /^正在?(?:办|编|报|审|进行|评|公示|招标|推进|修改|组卷|征求)/],
  // Said of what is still to come, 「完成」 is no state that has been reached.
  ["todo", COMES_AS_PLAN],
  ["doing", DRAFT],
  // Refused or put off: whatever follows has not been reached.
  [
    "todo",
    /不予|不批|不同意|驳回|^(?:暂缓|缓办|停办|暂停|中止)|^等?待[\u4e00-\u9fff]{1,8}$|[后前](?:再|方可|才)?(?:办理?|申[请报]|报批|开展|启动)/,
  ],
  [
    "doing",
    /退回|补正|基本(?:完成|办[结完]|通过)|^公示期?$|^进行$|^推进$|[已己]报(?!批复)|[已己]?申请(?!.{0,6}(?:完成|批复|办结))/,
  ],
  [
    "todo",
    /尚?未(?!来)|没有|还没|没(?:[办做批弄]|通过|获批|取得|完成|拿到)|^无$|^否$|^×$|^✗$|^✘$|^x$|^n$|^没$|^不$|待(?:办|批|报|编|审|开展|启动|申)|(?:拟|计划|准备|预计)(?:于|在)?.{0,12}(?:办|报|编|批|取得|完成|开展|申)/,
  ],
  [
    "doing",
    /正在|(?:办理|编制|审批|审核|评审|审查|报批|公示|修编|修改|上报|申报|推进|进行|受理|论证|组卷|报件|招标|评估|完善|补正|报审|评价|签批|会签)(?:之?中|过程中)|(?:已|己)?(?:受理|上报|报送|提交|报批|送审|委托|启动|申报|开展|组卷|挂网|公告)(?!.{0,6}(?:完成|批复|办结))|在办|^办理$|^(?:编制|编写|修改|完善)(?:报告|文本|方案|材料)?$|在编|在审|[已己](?:编制|编写|起草)(?!.{0,6}(?:完成|批复|办结))|过半|部分|[\u4e00-\u9fff]{2}(?<![其集初高适空])中$/,
  ],
  [
    "done",
    /(?:已经?|己|均|全部)(?:批复?|立项|同意|划拨|出让|摘牌|供地|办[结理完]?|完成|取得|获批|核准|备案|通过|审批|批准|下达|出具|签订|落实|办|有|编制完成|评审|审查|招标|开标|中标|公示结束|获得|登记|评估|评价|评$|批$|审$|验收|签发|核发|领取|领证|发证)|批复$|^批复|办结|办理?完(?:毕|成)?|完成|取得|获批|批准|通过|齐全?|^√|^✓|^✔|^☑|^是$|^有$|^y$|^yes$|^已$|^备案$|^核准$|^登记$|^立项$|^(?:原则)?同意(?:批复|建设|实施)?$/,
  ],
];

/** Longer texts are progress reports; of these only numbers and days are taken. */
const LONGEST_STATE = 60;
const LONGEST = 500;
/** 「建字第130000202400012号」: a certificate's number, which proves that it was given. */
const CERTIFICATE = /^[\u4e00-\u9fff]{0,8}第?[A-Za-z]{0,4}\d{12,24}号?$/;

/** A box that nobody has ticked. */
const UNTICKED = /^\s*[□☐]\s*$/;
/** Beside words it leaves open which of them hold. */
const OPEN_BOX = /[□☐]/;

export function readProcedureCell(content: string | number, options: ProcedureOptions = {}): ProcedureReading {
  if (typeof content === "number") return onDay(readDay(content, options)?.interval);
  if (UNTICKED.test(content)) return { state: "todo" };
  const ticked = tickedOf(content.slice(0, LONGEST));
  const text = normaliseText(ticked);
  if (text === "" || OPEN_BOX.test(ticked)) return NOTHING;
  const documents = readDocuments(text);
  if (documents.length === 1 && documents[0]?.written === text) return { state: "done", no: [documents[0].number] };
  if (documents.length === 0 && CERTIFICATE.test(text)) return { state: "done", no: [text] };
  const alone = documents.length === 0 ? readDay(text, options) : null;
  if (alone && !/[\u4e00-\u9fff]{2}/.test(text)) return onDay(alone.interval);
  const days = findDays(without(text, documents), options);
  const words = without(without(text, documents), days).replace(/[\s,，、。;；:：()（）[\]【】]/g, "");
  const [day] = days;
  const only = days.length === 1 && day ? day.interval : null;
  if (only && documents.length === 0 && isPlan(words, only))
    return { state: stateOf(words) === "doing" ? "doing" : "todo", due: only };
  const state = shareDone(words) ?? stateOf(words) ?? impliedState(words, documents.length > 0, day?.interval);
  return {
    ...(state === null ? {} : { state }),
    ...(documents.length === 0 ? {} : { no: documents.map((document) => document.number) }),
    // A day beside 「未办」 or 「办理中」 is a plan, not the day on which it was done.
    ...(state === "done" && only ? { on: only } : {}),
  };
}

/** 「12月底前」, 「6月底前完成」, 「预计8月」, 「未办，8月办结」: one day, and nothing says that it has come to it. */
function isPlan(words: string, { by }: Interval): boolean {
  if (words.length > LONGEST_PLAN || !PLANNED.test(words)) return false;
  return by || PLANS.test(words);
}

/** 「60%」: how far it has come. */
function shareDone(words: string): ProcedureState | null {
  const percent = /^(?:[已己]?完成|约|总?进度)*(\d{1,3}(?:\.\d+)?)%$/.exec(words)?.[1];
  if (percent === undefined || Number(percent) > 100) return null;
  return Number(percent) === 100 ? "done" : Number(percent) === 0 ? "todo" : "doing";
}

function onDay(interval: Interval | undefined): ProcedureReading {
  if (interval?.by === true) return { state: "todo", due: interval };
  // 「2025年」 and 「8-9月」 are as well a plan as a fact.
  const told = interval && interval.from.slice(0, 7) === interval.to.slice(0, 7);
  return told ? { state: "done", on: interval } : NOTHING;
}

function stateOf(words: string): ProcedureState | null {
  if (words === "" || words.length > LONGEST_STATE) return null;
  const lower = words.toLowerCase();
  for (const [state, said] of STATES) if (said.test(lower)) return state;
  return null;
}

/** A document number or a day standing alone says that it was done. */
function impliedState(words: string, hasDocument: boolean, day: Interval | undefined): ProcedureState | null {
  if (hasDocument) return words.length <= LONGEST_STATE ? "done" : null;
  return words === "" ? (onDay(day).state ?? null) : null;
}

/** The text with those places blanked, so that positions and neighbours stay apart. */
function without(text: string, places: readonly { readonly start: number; readonly end: number }[]): string {
  let rest = text;
  for (const { start, end } of places) rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
  return rest;
}
