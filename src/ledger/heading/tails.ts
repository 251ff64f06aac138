/** Headings that no list holds but whose last words everybody knows (县级+联系人, 拟建+地址): what they mean is believed only where the cells look like it. */
import type { PlainField } from "../fields";

interface Tail {
  readonly field: PlainField;
  /** How such a heading ends, or what it wholly consists of. */
  readonly ends: RegExp;
  /** Words before that make it another thing of the same kind: a supervisor's telephone, a meeting's place. */
  readonly not: RegExp | null;
}

/** A longer heading is a sentence, whose last words say little of it. */
const LONGEST = 14;

/** People and firms that work for a project without answering for it. */
const HIRED =
  "施工|监理|设计|勘察|勘测|编制|咨询|招标|投标|中标|代理|中介|检测|监测|评估|审计|造价|总包|分包|代建|劳务|供货|供应|物业|第三方|法律|技术|验收|评审|评标|专家";
/** Whom the county answers to or negotiates with. */
const OTHERS = "上级|省级|省直|部委|国家|对方|外地|客商|投资方";

/** Telephones of others than those who answer for the project. */
export const OTHER_PHONE = new RegExp(`会议|监督|举报|投诉|值班|热线|传真|服务电话|${HIRED}|${OTHERS}`, "u");

const TAILS: readonly Tail[] = [
  {
    field: "name",
    ends: /(?:项目|工程)$/u,
    not: /是否|类|政府|补进|替换|替代|递补|置换|调出|退出|关联|相关|涉及|对接|支持|汇报|跑办|拜访|衔接|所属|其他|配套|原有|原项目|审批|考核|指标|收费|采购|检查|资金|专项|政策/u,
  },
  {
    field: "code",
    ends: /(?:代码|编码|赋码|编号)$/u,
    not: /信用|机构|行业|地区|区划|邮政|原|旧|曾|合同|文件|资产|档案|证/u,
  },
  {
    field: "owner",
    ends: /^(?:项目|工程|拟|用地|用能|承接|承办|建管|执行|筹建|组织|实施|建设|本地|当地|落户|注册|新设|下属|所属|具体|责任|改造|技改|申报|申请|投资|承担|承建|受援|入驻|签约|落地|意向|法人|业主|立项|主体|医疗|卫生|养老|福利|民办|公办|办学)*(?:企业|公司|学校|院校|医疗机构|养老机构|卫生机构|福利机构|医院|卫生院|养老院|敬老院|幼儿园|单位|主体)*(?:企业|公司|学校|院校|机构|医院|卫生院|养老院|敬老院|幼儿园|单位|主体|子公司|分公司|平台公司|集团公司|平台)(?:全称|名称)?$|^项目学校$/u,
    not: null,
  },
  {
    field: "owner",
    ends: /^(?:拟|意向|主要|目标|洽谈|在谈|签约|引进|项目)*(?:投资方|投资商|投资者|投资人|投资企业|投资公司|客商)(?:名称|全称)?$/u,
    not: null,
  },
  {
    field: "department",
    ends: /(?:牵头|主抓|主管|主办|主责|主推|责任|监管|归口|对口|推进|落实|包抓|包联|包保|包干|服务|督导|督办|分管|争取|谋划)(?:责任|主管|管理|行业)?(?:部门|单位|机关|局办?|科局|委办局?|委局|局委|委办|科室|股室|处室|站所|科|股|处|办所?)(?:名称)?$/u,
    not: new RegExp(`配合|协同|协办|协助|审批|填报|报送|上报|${HIRED}|${OTHERS}|运营|群众|人民|会议`, "u"),
  },
  {
    field: "department",
    ends: /^(?:行业|业务|归口|项目)主管$|主管(?:预算|业务)(?:单位|部门)$/u,
    not: null,
  },
  {
    field: "leader",
    ends: /(?:领导|县长|市长|区长|镇长|乡长|书记|常委|[县处]级干部)$/u,
    not: new RegExp(
      `小组|班子|是否|批示|出席|参加|参会|陪同|调研|带队|(?<![包联挂])村|第一书记|支部|总支|签字|${HIRED}|${OTHERS}`,
      "u",
    ),
  },
  {
    field: "person",
    ends: /(?:联系人|联络员|联络人|联系员|责任人|负责人|经办人|承办人|对接人|跟踪人|跟踪服务人|跟办人|专人|专员|专干|管家|秘书|服务官|协调员|信息员|网格员|(?:包抓|包保|包联|包村|包片|包组|包点|联村|联片|联点|挂点|挂联|挂钩|帮扶|联系|跟踪|责任)干部|负责同志|责任同志|跟进人|帮办员|代办员|代办人员|专管员|报送员|牵头人|填表人|跑办人)$|^(?:具体|业务|项目|日常)?(?:经办|承办|跟办|盯办)$/u,
    not: new RegExp(
      `法定|整改|管护|运维|受理|审批|审核|财务|会计|安全|质量|消防|驻村|监督|投诉|举报|受益|培训|班组|${HIRED}|${OTHERS}`,
      "u",
    ),
  },
  {
    field: "phone",
    ends: /(?:电话|手机|手机号|电话号码?|手机号码|联系方式|联络方式|联系号码|联络号码)$/u,
    not: OTHER_PHONE,
  },
  {
    field: "location",
    ends: /(?:地址|地点|位置|选址|所在地|落点|坐落|地块|点位)$/u,
    not: new RegExp(
      `会议|签约|注册|投资方|客商|办公|邮寄|通讯|通信|取样|采样|开标|断面|网|邮箱|户籍|培训|仪式|活动|交货|集合|存放|企业|单位|公司|仓库|资料|监控|${HIRED.replace("施工|", "")}`,
      "u",
    ),
  },
  {
    field: "scale",
    ends: /(?:建设|改造|治理|施工|工程|主要|修缮|整治|提升|改扩建|新建|维修|养护|维护|维修养护|加固|修复|重建|迁建|改建|扩建|修建|铺设|安装|疏浚|清淤|绿化|造林|种植|实施|生产|更新|购置|采购)(?:的)?(?:设备|设施|器材|装备)?(?:的)?(?:内容|任务|规模|概况|清单)(?:(?:及|和|与)(?:其)?(?:数量|规模|标准|台套数?))?$|产能$|工程量$|^主要(?:产品|建设).{0,6}(?:产能|任务)$/u,
    not: /本年|明年|上年|本月|目前|累计|已|下一步|工作|投资|资金|完成|剩余|未|会议|征地|拆迁|用地|审批|验收|变更|调整|人员|机构|服务|信用|制度|进度/u,
  },
  {
    field: "benefit",
    ends: /^(?:预计|预期|直接|间接|项目|建成后)*(?:受益|惠及|带动|服务)(?:群众|人口|农户|村民|居民|学生|人群|对象|范围)(?:(?:及|和|与)(?:人数|户数|人口|范围|规模))?(?:情况)?$/u,
    not: null,
  },
  {
    field: "region",
    ends: /^(?:涉及|建设|实施|项目|工程)?(?:乡镇|镇街|镇办|镇村|乡镇村|乡镇办|苏木乡镇|乡镇苏木|苏木镇|镇苏木|苏木)$/u,
    not: null,
  },
  {
    field: "channel",
    ends: /(?:资金|专项|债券)(?:类型|种类|类别|名称)?$|^(?:拟|计划)?(?:争取|申报|申请|支持)(?:类型|类别|种类)$/u,
    not: /缺口|到位|支付|下达|拨付|配套|自有|自筹/u,
  },
  {
    field: "channel",
    ends: /^(?:拟|计划)?(?:走|争取|申报|申请)?(?:的)?(?:资金|申报|申请|争取|专项)(?:口子|口径|盘子|路子)$|^(?:钱|资金)从(?:哪|何)(?:里|儿|处)?(?:来|出)$/u,
    not: null,
  },
  {
    field: "reviewedOn",
    ends: /(?:评审|论证|审查)(?:会|通过|完成)?(?:时间|日期)$/u,
    not: /计划|拟|预计|要求|可研|可行性|环|初设|初步|设计|概算|水|洪|文|矿|灾|地质|林|交通|交评|消防|人防|防雷|抗震|稳|能|节|图|安|用地|规划|合同|招标|财/u,
  },
  {
    field: "startPlanned",
    ends: /^(?:项目|建设|工程|实施|计划)*(?:预计|拟|实际|已)*(?:起始|开始|启动|进场|入场|破土)(?:施工)?(?:时间|日期|年月|年份)$/u,
    not: null,
  },
  {
    field: "finishPlanned",
    ends: /^(?:项目|建设|工程|实施|计划)*(?:预计|拟|实际|已)*(?:终止|结束|交付|交房|通车|投运|并网|并网发电|全容量并网|通水|通气|通电|试运行|试运营|开业|开园)(?:时间|日期|年月|年份)(?:预计|计划|实际)?$/u,
    not: null,
  },
  {
    field: "progress",
    ends: /(?:进展|进度|动态)(?:情况|描述|说明)?$|(?:推进|投用|验收|施工|建设|实施|落地|采购|完成)情况$/u,
    not: /交办|批示|督办|会议|整改|投资|资金|支付|计划|目标|要求|时序|率|政策|责任|领导|专班|人员|用地|土地|规划|纳统|入库|方案|配套|问题/u,
  },
  {
    field: "planThisYear",
    ends: /^(?:本年)(?:投资|建设|固定资产投资|固投|目标|任务|计划|考核)*(?:目标|任务|计划)(?:数|额|值|金额)?$/u,
    not: /考核|目标计划/u,
  },
];

/** The fields that the last words of a heading suggest. */
export function tailsOf(heading: string): readonly PlainField[] {
  if (heading.length > LONGEST || /是否|有无|要求$/u.test(heading)) return [];
  return TAILS.flatMap(({ field, ends, not }) => (ends.test(heading) && not?.test(heading) !== true ? [field] : []));
}
