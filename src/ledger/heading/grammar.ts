/** What a heading that no list holds means by the way it is put together. */
import { GRAMMAR, PATTERN, STAND_IN, type Candidate } from "./candidate";
import { dayAskedOrNamed } from "./days";
import { PATTERNS } from "./vocabulary";
import { moneyByTime, type Timed } from "./money";

/** 「水库工程名称」「用地项目名称」: whatever stands before it, it is the name of the project. */
const NAME_OF_PROJECT = /^.{1,10}(?:项目|工程)(?:全称|名称)$/u;
/** But not of another project, nor of what else is called one. */
const NAME_OF_OTHER =
  /原|曾|变更|更名|关联|相关|涉及|替换|替代|补进|补充|递补|置换|上级|所属|隶属|母|总项目|调出|退出|撤销|取消|资金|预算|政策|规划|文件|收费|考核|检查|审计|采购|招标|合同|科研|课题|奖|重复|相似|配套|补助|税|审批|服务|事项|指标/u;

/** Days, then money by its time, then totals and requests, then the patterns; empty where none fits. */
export function byGrammar(key: string): readonly Candidate[] {
  const day = dayAskedOrNamed(key);
  if (day) return [day];
  const timed = moneyByTime(key);
  if (timed !== null) return timed === "none" ? [] : [ofItsTime(timed, key)];
  if (
    /^(?:[概匡估]算|计划|项目|工程|建设|债券|申报|储备|预计|拟|核定|批复|规划|备案|预估|合计|动态|静态|预算|协议|合同|签约|立项|意向|审定|测算)*总投资(?:规模|金额|概算|估算|匡算|总?额度?|数|情况|合计|预算)*$/u.test(
      key,
    )
  ) {
    return [{ field: "totalInvestment", score: GRAMMAR, kind: "sure" }];
  }
  if (
    /^(?:本年|明年|本次|本批|项目|拟)*(?:新增)?(?:专项债券?|地方政府|债券|预算内|超长期|特别|国债|上级|中央|省级|财政|补助|政策性|投资|资金|额度)+总?(?:需求|申请|申报)(?:资金|额度|金额|规模|总额|额|数)*$/u.test(
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
  // 「拟融资专项债券总额」
  if (
    /^(?:拟|计划|需)(?:融资|筹集|募集)(?:地方政府|政府|新增)*(?:专项|一般)债券?(?:资金)?(?:总额|额度|规模|金额)?$/u.test(
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

/** 「上半年完成投资」 in a table of later months is older than what another column says of the year so far. */
function ofItsTime(field: Exclude<Timed, "none">, key: string): Candidate {
  return /上半年|前三季度/u.test(key)
    ? { field, score: STAND_IN, kind: "standIn" }
    : { field, score: GRAMMAR, kind: "sure" };
}
