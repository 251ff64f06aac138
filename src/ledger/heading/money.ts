/** The grammar of headings of money: what is planned or completed, told apart by its time, and the total in whatever words. */

export type Timed =
  | "completed"
  | "completedBefore"
  | "completedThisYear"
  | "completedThisMonth"
  | "planThisYear"
  | "planNextYear"
  | "none";

/** Words that a heading of planned or completed money may consist of; anything else left over makes it another heading. */
const MONEY_WORDS =
  /上年底|本年底|某年底|上年|明年|本年|某年|多年|年初至今|上半年|前三季度|本月|目前|累计|累积|预计|计划|实际|完成|投资|总额|资金|建设|项目|固定资产|工程|建议|安排|目标任务|目标|任务|金额|合计|已|拟|额|数|情况|自开工以?来?|自开始以?来?|自开建以?来?|从开工|开工|至今|为止|入统|纳统|的|数值|含单位|总|年内|各月|逐月|分月|共|分|应|须|以来|至|到|及|实|自/gu;

/** 「完成全年计划的（%）」 */
const SHARE_OF_PLAN = /^(?:已|累计)?完成.*计划的$|^占.*的$/u;

/** Completed or planned investment, told apart by its time; "none" for one that the vocabulary has no field for; null for another heading. */
export function moneyByTime(heading: string): Timed | null {
  // 「分年度投资」: of each year, this one among them.
  const key = heading.replace(/^分(?=本年)/u, "");
  if (!/投资|完成/u.test(key) || SHARE_OF_PLAN.test(key) || /率|比|到位|支付|下达|拨付|形象|进度|内容/u.test(key))
    return null;
  if (key.replace(MONEY_WORDS, "") !== "") return null;
  const timed =
    /上年底|本年底|某年底|上年|明年|本年|某年|多年|年初至今|上半年|前三季度|年内|本月|目前|累计|累积|开工|开始|开建|建设以来/u.test(
      key,
    );
  if (!timed) return null;
  const plan = /计划|拟|安排|目标|任务|应完成|须完成/u.test(key) && !/已完成/u.test(key);
  if (plan || (!/完成|累计|累积/u.test(key) && /^(?:预计)?(?:本年|明年|某年|上年)/u.test(key))) {
    if (/本月|目前|上年|某年|多年|年底|累计|年初至今|上半年|前三季度/u.test(key)) return "none";
    return key.includes("明年") ? "planNextYear" : "planThisYear";
  }
  if (/上年底/u.test(key)) return "completedBefore";
  if (/明年|某年|多年|上年/u.test(key)) return "none";
  if (/预计/u.test(key)) return "none";
  if (/本年底/u.test(key)) return "completed";
  if (/自开工|从开工|自开始|自开建|开工以来|建设以来/u.test(key)) return "completed";
  // 「本年」·「本月完成」: the narrower time is meant.
  if (/本月/u.test(key) && !/年初至今|累计|累积|目前/u.test(key)) return "completedThisMonth";
  if (/年初至今|本年|年内|上半年|前三季度/u.test(key)) return "completedThisYear";
  if (/累计|累积|目前|开工|开始|开建|建设以来/u.test(key)) return "completed";
  return "none";
}

/** 「投资总量」「预计投资总额」「固定资产投资」: the cost of a project in whatever words, where no column states it better. */
const TOTAL_BUILT =
  /^(?:项目|工程|建设|计划|预计|预估|拟|大概|大约|约|批准|估算|概算|匡算|预算|固定资产|可研|合同|协议|签约|立项|意向|备案|规划|批复|核定|总)*(?:投资|造价|投入|概算|估算|匡算|预算)(?:额度?|量|规模|体量|盘子?|金额|概况|估算|概算|匡算|预算|总|数)*$/u;

/** 「投入合计」「批复总投」「投资测算」「合同引资额」: a sum, or an estimate of one, of what is put in, and no word of time, source or movement. */
const SUM = /总|合计|总计|测算|估算|概算|匡算|预算|引资总?额/u;
const PUT_IN = /投|资金|盘子|造价|概算|预算|引资/u;
const WORDS_OF_TOTAL =
  /^(?:项目|批准|总计|工程|建设|计划|预计|拟|初步|初设|可研|设计|估算|概算|匡算|测算|预算|核算|审定|审批|固定资产|合同|协议|签约|立项|意向|备案|规划|批复|核定|动态|静态|招商|引资|投资|投入|投|造价|资金|盘子|合计|总|额度?|量|规模|(?<!投资)金额|数)+$/u;
/** 「要花多少钱」「总共得投入多少」 */
const HOW_MUCH = /^(?:一共|总共|共|大概|大约|预计|估计|需|得|要|项目)*(?:花|投|用|投入)(?:多少)(?:钱|资金)?$/u;

export function isTotalInOtherWords(words: string): boolean {
  return (
    TOTAL_BUILT.test(words) ||
    (words.length > 1 && SUM.test(words) && PUT_IN.test(words) && WORDS_OF_TOTAL.test(words)) ||
    HOW_MUCH.test(words)
  );
}
