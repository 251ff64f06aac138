/** Headings as bureaus write them → fields; the table is the test's own. */
import { fieldKind, type FieldKey } from "../../../src/ledger/fields";
import { recognise } from "../../../src/ledger/heading/recognise";

const YEAR = 2025;

/** field: headings that stand alone in a heading of one row, separated by |. */
const ALONE: Readonly<Partial<Record<FieldKey | "none", string>>> = {
  serial: "序号|序  号|序\n号|编号|项目序号|顺序号",
  name: "项目名称|项目全称|工程名称|项目 名称|项目名称（必填）|*项目名称|发改项目名称|建设项目名称|子项目名称|项目名称\n（全称）|重点项目名称|储备项目名称|一、项目名称|1.项目名称|项目名称*|争取项目名称|招商项目名称",
  code: "项目代码|审批监管平台代码|投资项目统一代码|投资项目在线审批监管平台代码|项目代码（24位）|全国投资项目统一代码|在线平台项目代码|统一项目代码|项目编码|发改委审批监管代码",
  owner:
    "项目单位|项目（法人）单位|建设单位|项目业主|业主单位|申报单位|实施主体|项目法人|项目法人单位|项目建设单位|投资主体|投资主体名称|建设单位名称|项目实施单位|承办单位|项目申报单位|建设单位（业主）|企业名称|建设主体",
  ownerCreditCode: "统一社会信用代码|证照号码|社会信用代码|项目单位统一社会信用代码|建设单位统一社会信用代码",
  department:
    "主管部门|项目主管单位|责任单位|牵头部门|责任部门|包抓单位|行业主管部门|牵头单位|项目主管部门|牵头责任单位|服务推进责任单位|项目责任单位|包联单位|责任单位（盖章）|争取责任单位|主责单位|包保单位|首谈责任单位|日常监管直接责任单位",
  cooperators: "配合部门|协同单位|配合单位|协办单位|责任配合单位|参与单位",
  reporter: "填报单位|报送部门|储备部门（报送单位）|报送单位|上报单位|填报部门",
  region:
    "所在行政区划|市（区）|项目属地|项目所属辖区|所在乡镇|县（市、区）|乡镇（街道）|所属地区|区县|镇（街道）|所属乡镇|行政区划|项目所在园区、乡镇/街道|所在县区|旗县区|落地乡镇（街道、园区）",
  location: "建设地点|拟建设地点|建设地点详情|建设地址|项目建设地点|详细地址|项目所在地|建设位置|起讫点",
  nature: "建设性质|建设性质（新建/扩建/改建/迁建）|项目建设性质|新建/续建|建设性质\n(新建、续建)",
  route: "审批/核准/备案|立项类型|审批类型|立项方式|审核备类型",
  area: "支持领域|资金投向领域|投向领域|领域|所属领域|专项债券投向领域|投资领域|项目所属领域|政府投资方向|支持方向",
  industry:
    "所属行业|国标行业|产业类别|行业类别|所属产业|行业|所属行业（按统计局分类填写）|产业类别：现代产业类/基础设施类",
  scale:
    "主要建设内容及技术标准|建设规模及内容|主要建设内容|拟建设内容|建设内容及规模|主要建设规模|建设内容和规模|项目建设内容及规模|主要建设内容及规模|建设规模|建设内容|工程规模|项目概况|主要建设规模及内容|建设规模与内容|拟投资内容|建设内容（规模）|建设内容、规模",
  necessity: "建设必要性|项目建设必要性|必要性|项目建设的必要性",
  economy: "经济可行性|经济效益|经济性|经济效益分析",
  compiler: "可研编制单位|工程咨询机构|编制单位|可研报告编制单位|咨询单位",
  benefit: "受益情况|群众受益情况|社会效益|预期效益|效益指标|绩效目标|经济社会效益|预期社会效益|新增生产能力|环境效益",
  stage: "项目进度状态|项目阶段|储备阶段|项目状态|建设状态|所处阶段|目前阶段|建设阶段|项目所处阶段|推进阶段|谋划阶段",
  enteredOn: "中央项目储备库入库时间|入库时间|储备时间|纳入储备库时间|入库日期|项目入库时间",
  updatedOn: "更新时间|上报时间|报送时间|填报日期|最近更新时间",
  totalInvestment:
    "总投资|计划总投资|匡算总投资|项目总概算|投资规模|概算总投资|项目总投资|投资总额|总投资额|总投资（万元）|总投资(亿元)|总投资\n（万元）|总投资：万元|估算总投资|项目总投资额（万元）|项目总概算(万元)|总投资_万元|拟总投资|总概算|工程总投资|批复总投资|投资额（万元）|项目投资总额|总投资估算|计划总投资（单位：万元）|静态总投资",
  completed:
    "累计完成投资|自开始累积完成投资|截至目前累计完成投资|开工以来累计完成投资|累计完成投资额|截至6月底累计完成投资（万元）|自开工至2025年5月底累计完成投资|截止2025年5月底累计完成投资|至5月底累计完成投资|已完成投资|截至2025年6月累计完成投资|累计完成",
  completedBefore:
    "截至2024年底累计完成投资|到2024年底累计完成投资（万元）|截至上年底完成投资|预计2024年底累计完成投资|至2024年底完成投资|至X年底完成投资(万元)|2024年底前累计完成投资|以前年度完成投资|截至去年底累计完成投资|截至2024年12月底累计完成投资|从开工到2024年底预计完成投资|截至上年末累计完成投资",
  completedThisYear:
    "年初至今完成投资|1-6月完成投资|本年完成投资|2025年完成投资|今年以来完成投资|1—5月份累计完成投资|年度完成投资|2025年以来完成投资（万元）|本年度累计完成投资|X～Y月完成投资(万元)|1-n月完成投资|2025年1-5月完成投资|今年完成投资|年初至6月底完成投资|当年完成投资|2025年度完成投资额|年初累计完成投资",
  completedThisMonth:
    "本月完成投资|月实际完成投资|当月完成投资|6月完成投资|本月实际完成投资（万元）|6月份完成投资|X月完成投资",
  completionRate:
    "占年度计划(%)|完成率|投资完成率|投资完成率（%）|占年度计划投资比例|年度计划完成率|完成年度计划（%）|完成比例",
  arrivalRate: "资金到位率|到位率|资金到位率（%）",
  planThisYear:
    "年度计划投资|年度投资计划|年计划投资|2025年计划投资|2025年投资计划|本年计划投资|今年计划投资|年度投资|2025年度计划完成投资|当年计划投资|2025年投资计划建议|年度计划投资（万元)|2025年计划投资额（万元）|本年度投资计划|2025年投资目标|年度投资目标",
  planNextYear: "明年计划投资|2026年计划投资|2026年度投资计划|下年度计划投资|次年投资计划",
  requested:
    "拟申请额度|申报金额|申请资金|债券需求|拟申请资金|申报金额（万元）|拟申请专项债券额度|专项债券需求|申请中央预算内投资|拟争取资金|资金需求|拟申报资金|申请金额|专项债资金需求|拟争取上级资金|拟申请专项债资金（万元）|申请超长期特别国债资金|拟申请中央预算内投资额度|2025年债券需求|拟向上争取资金额度|申请以工代赈资金|2025年申报需求|对上争取资金",
  estimate: "可研估算|可研批复投资|可研估算总投资",
  budgetEstimate: "初设概算|批复概算|概算批复金额|概算投资（万元）|初步设计概算",
  outcome: "审核意见|审核结果|上报审核意见|评审意见|是否通过审核|财政部门审核意见",
  refusal: "未通过原因|退回原因|不通过原因|退回理由",
  reviewedOn: "评审时间|专家评审时间|评审日期|省评审日期",
  issuedOn: "下达时间|资金下达时间|下达日期|计划下达时间",
  arrivedOn: "到位时间|资金到位时间|到账时间",
  approved: "批复金额|下达资金|争取到位额度|批复资金|批复金额（万元）|已下达资金|获批资金|上级批复资金额度|下达资金额",
  arrived:
    "到位资金|累计到位|累计到位资金（万元）|资金到位|已到位资金|实际到位资金|累计资金到位（万元）|截至目前到位资金",
  paid: "累计支付|支付资金|累计支付资金（万元）|已支付资金|资金支付金额|累计拨付资金",
  capital: "资本金|项目资本金|项目资本金（万元）|资本金金额",
  matching: "地方配套|配套资金|地方配套资金|县级配套资金|县级需配套资金",
  fundsCentral: "中央财政资金|中央预算内投资|中央资金|中央预算内资金（万元）|中央补助资金|超长期特别国债",
  fundsProvince: "省财政资金|省级资金|省级财政资金|省级补助资金|自治区资金",
  fundsCity: "市财政资金|市级资金|市级财政资金",
  fundsCounty: "区(县)财政资金|县级资金|县财政资金|县级财政资金|区级财政资金|地方财政性资金（万元）",
  fundsBond: "专项债券|地方政府专项债券|专项债资金|专项债券资金（万元）|一般债券",
  fundsLoan: "融资（含银行贷款）|银行贷款|国内贷款|银行融资",
  fundsSelf: "自有资金|自筹资金|企业自筹|单位自筹|社会资本",
  fundsOther: "其他资金|其它资金|其他来源",
  channel:
    "拟申报渠道|资金渠道|争取渠道|资金来源类型|拟争取资金渠道|申报渠道|市财政资金安排渠道建议（注明资金来源类型或名称）|拟申报资金渠道（专项债/中央预算内）",
  policyBasis: "申报依据|政策依据|支持政策|政策文件依据",
  planBasis: "符合规划|规划依据|行业规划名称|纳入规划情况|是否纳入规划|规划支撑依据|是否列入十五五规划",
  coverage: "本息覆盖倍数|收益覆盖|收益覆盖倍数",
  period:
    "建设起止年限|建设期限|建设起止年限（到年，中间用“-”隔开）|建设年限|建设周期|起止年限|建设起止时间|开竣工时间|建设工期",
  startPlanned:
    "开工时限|拟开工时间|计划开工时间|预计开工时间|计划开工日期|(预计)开工时间|拟开工年份|计划开工年月|计划开工|预计开工年月|拟动工时间|开工时间（计划）|项目计划开工时间|计划开工建设时间|拟计划开工时间",
  startActual: "实际开工时间|实际开工日期|已开工时间|实际动工时间|开工时间（实际）|项目实际开工时间",
  finishPlanned:
    "计划完工时间|计划竣工时间|计划竣工日期|预计竣工时间|拟建成年份|计划建成时间|预计完工时间|计划投产时间|计划完成时限|预计建成投产时间|竣工时间（计划）|拟竣工时间",
  finishActual: "实际竣工时间|实际竣工日期|实际完工时间|实际建成时间",
  "proc.proposal": "立项|立项情况|项目建议书|项目建议书批复|立项审批情况|是否立项",
  "proc.proposal.no": "立项文号|立项批复文号|立项批复文号（项建、可研、备案、核准文号，填其中一项）|项目建议书批复文号",
  "proc.proposal.on": "立项时间|立项批复时间|立项日期",
  "proc.proposal.due": "计划完成立项时间|立项计划完成时间|完成立项时限",
  "proc.site":
    "用地预审|选址意见书|用地预审与选址意见书|规划选址|用地预审及选址意见书办理情况|用地预审与选址|用地预审及规划选址",
  "proc.stability": "社会稳定风险评估|稳评|(重大项目)社会风险评估",
  "proc.energy": "节能审查|能评|节能评估审查|节能审查意见",
  "proc.feasibility": "可研|可研批复|可行性研究报告|可研批复情况|可行性研究报告批复|可研报告|工可",
  "proc.feasibility.no": "可研批复文号|可研文号|可行性研究报告批复文号|可研批文号|可研批复号",
  "proc.feasibility.on": "可研批复时间|可研批复日期|可研完成时间|可行性研究报告批复时间",
  "proc.feasibility.accepted": "可研受理时间|可研受理日期|可研批复受理时间",
  "proc.feasibility.due": "可研计划完成时间|可研批复计划完成时间|可研要求办结时间|计划完成可研时间",
  "proc.record": "备案情况|项目备案",
  "proc.record.no": "备案文号|备案证号",
  "proc.record.on": "备案时间|备案日期",
  "proc.record.accepted": "申请备案时间",
  "proc.approval": "核准|项目核准|核准情况",
  "proc.approval.no": "核准文号|项目核准文号",
  "proc.design": "初步设计|初步设计及概算|初设批复|初设批复情况",
  "proc.design.no": "初设批复文号|初步设计批复文号|初步设计及概算批复文号",
  "proc.design.on": "初设批复时间|初步设计批复时间",
  "proc.landPermit": "建设用地规划许可证|用地规划许可|建设用地规划许可证办理情况",
  "proc.land": "用地手续|土地手续|用地手续办理情况|土地审批|国有土地使用证",
  "proc.planPermit": "建设工程规划许可证|工程规划许可|规划许可证|规划手续",
  "proc.drawings": "施工图审查|图审|施工图审查情况",
  "proc.eia": "环评|环境影响评价|环评批复|环评手续|环境影响评价批复情况|环评审批情况",
  "proc.eia.no": "环评批复文号|环评文号|环评批文号",
  "proc.eia.on": "环评批复时间|环评审批时间|环评时间|环评完成时间",
  "proc.eia.paused": "环评暂停天数",
  "proc.soilWater": "水土保持|水保|水保批复|水土保持方案批复",
  "proc.safety": "安评|安全评价|安全预评价",
  "proc.bidding": "招投标|招标|招投标情况|招标投标情况|公开招标",
  "proc.bidding.on": "招标时间|招标完成时间",
  "proc.buildPermit": "施工许可证|施工许可|建筑工程施工许可证|施工许可证办理情况",
  "proc.buildPermit.no": "施工许可证号|施工许可证编号|施工许可文号",
  "proc.buildPermit.on": "施工许可时间|施工许可证取得时间|施工许可证办理时间",
  landQuota: "用地指标|土地指标落实情况|用地指标落实情况|土地要素保障",
  leader:
    "包抓领导|责任领导|县级领导|县级包抓领导|市级包抓领导|区级包抓领导|牵头领导|包联领导|分管领导|联系领导|一名领导|县级责任领导|一名包抓领导",
  taskForce: "专班|工作专班|推进专班|一个专班|专班名称及组成",
  plan: "一套方案|推进方案|工作方案",
  person: "项目联系人|责任人|联系人|项目负责人|具体责任人|专人|经办人|一名责任人",
  phone: "联系方式|联系电话|电话|联系人电话|手机号码|责任人联系电话",
  progress:
    "形象进度|目前工作进度|前期工作进展情况|进展情况|项目进展情况|工程形象进度|目前进展情况|截至目前进展情况|目前形象进度|月形象进度|当前进展",
  problems:
    "未转化原因|当前需解决的要素问题|存在问题及需协调事项|存在问题|存在的问题|存在的困难和问题|项目推进中存在的问题及拟采取的措施和办法|存在问题及建议",
  help: "需要政府及有关部门协调解决的问题|需协调事项|需协调解决的问题|需县级协调解决事项",
  replaces: "补进说明|替换项目|补进项目|调出后补进项目",
  inStatistics: "是否列统|纳入统计时间|入统|纳统情况|是否纳统|是否入统|是否纳入统计|统计入库时间|入库纳统时间",
  libraryLevel: "重大库编号|入库层级|是否纳入国家重大建设项目库|国家重大建设项目库编号|国家重大项目库入库情况",
  keyProject: "重点项目类型|是否省市重点|是否重点项目|是否省重点项目|重点项目级别",
  remark: "备注|备 注|备注（说明）|其他说明",
  none: "照片|形象进度照片|是否PPP|国别|立项年度|申报批次|付款方式|应付工程款|欠付工程款（万元）|未到位资金（万元）|本月计划投资|2024年计划投资|2027年计划投资|上年完成投资|累计支付率|坐标|2025年建设目标|下一步工作计划|年计划形象进度|本月到位资金|同比增长|签约时间|征地面积（亩）|（年度）主要建设内容|符合产业政策|开工、竣工投产时间、内容及新增生产能力|本月完成垫层（公里）|审批部门|批复有效期|处理意见附件|项目来源|是否新开工|(预计)首次达产时间|已完成（万元）",
};

describe("headings that stand alone", () => {
  const cases = Object.entries(ALONE).flatMap(([field, headings]) =>
    headings.split("|").map((heading) => [heading, field] as const),
  );

  it("holds at least four hundred ways of writing", () => {
    expect(new Set(cases.map(([heading]) => heading)).size).toBeGreaterThanOrEqual(400);
  });

  it.each(cases)("%j is %s", (heading, field) => {
    const [best] = recognise([heading], YEAR).filter(({ kind }) => kind === "sure");
    expect(best?.field ?? "none").toBe(field);
  });

  it("asks of every field only values that its kind can hold", () => {
    for (const field of Object.keys(ALONE)) if (field !== "none") expect(fieldKind(field as FieldKey)).toBeDefined();
  });
});

/** Parent · child, as a heading of several rows joins them. */
const TOGETHER: readonly (readonly [path: string, field: FieldKey | "none"])[] = [
  ["资金来源·中央", "fundsCentral"],
  ["资金来源·中央财政资金", "fundsCentral"],
  ["资金来源（万元）·省级", "fundsProvince"],
  ["资金来源·市财政资金", "fundsCity"],
  ["资金来源·区(县)财政资金", "fundsCounty"],
  ["资金来源·县级", "fundsCounty"],
  ["资金来源·专项债券", "fundsBond"],
  ["资金来源·银行贷款", "fundsLoan"],
  ["资金来源·自筹", "fundsSelf"],
  ["资金来源·其他", "fundsOther"],
  ["资金构成·债券", "fundsBond"],
  ["资金测算（万元）·①中央财政衔接资金", "fundsCentral"],
  ["资金测算（万元）·②省级涉农整合资金", "fundsProvince"],
  ["融资方案·财政投入（万元）", "fundsCounty"],
  ["融资方案·自有资金投入（万元）", "fundsSelf"],
  ["可研估算·批复文号", "proc.feasibility.no"],
  ["可研估算·批复日期", "proc.feasibility.on"],
  ["里程碑计划·土建开工", "startPlanned"],
  ["里程碑计划·投运", "finishPlanned"],
  ["投资及资金构成·估算总投资", "totalInvestment"],
  ["总投资及来源·中央", "fundsCentral"],
  ["概算总投资和资金筹措·县级", "fundsCounty"],
  ["投资估算及来源·总投资", "totalInvestment"],
  ["投资及资金构成·拟由地方财政安排", "fundsCounty"],
  ["投资及资金构成·其他渠道筹措", "fundsOther"],
  ["2025年完成情况·完成年计划比例", "completionRate"],
  ["资金申请·占总投资比重", "none"],
  ["截至目前完成·自开工累计", "completed"],
  ["投资计划·总投资", "totalInvestment"],
  ["投资计划·中央以工代赈资金", "fundsCentral"],
  ["总投资（万元）·自治区配套", "fundsProvince"],
  ["累计到位投资（万元）·小计", "arrived"],
  ["到位资金明细·合计到位", "arrived"],
  ["本年实际完成·其中：5月当月", "completedThisMonth"],
  ["本年实际完成·占年计划比重（%）", "completionRate"],
  ["资金来源·车购税补助", "fundsCentral"],
  ["资金来源·中央及省级补助", "fundsCentral"],
  ["资金来源·社会资本及其他", "fundsOther"],
  ["资金规模·县级及其他资金", "fundsOther"],
  ["分年度投资·2025年", "planThisYear"],
  ["分年度投资·2025年计划", "planThisYear"],
  ["分年度投资·2026年计划投资", "planNextYear"],
  ["分年度投资·2024年计划", "none"],
  ["分年度投资·2026年", "planNextYear"],
  ["分年度投资·2023年", "none"],
  ["可研·批复文号或办理状态", "proc.feasibility"],
  ["前期手续·立项（可研）批复", "proc.feasibility"],
  ["总投资（万元）·合计", "totalInvestment"],
  ["总投资·其中·中央", "fundsCentral"],
  ["总投资·其中：项目资本金", "capital"],
  ["投资情况·总投资", "totalInvestment"],
  ["2025年投资计划建议·合计", "planThisYear"],
  ["2025年投资计划建议·其中·中央财政资金", "none"],
  ["预计2024年底累计完成投资·合计", "completedBefore"],
  ["预计2024年底累计完成投资·其中：市财政资金", "none"],
  ["X～Y月完成投资(万元)·完成投资", "completedThisYear"],
  ["X～Y月完成投资(万元)·占年度计划(%)", "completionRate"],
  ["开工累计·完成投资", "completed"],
  ["本月到位资金（万元）·中央车购税", "none"],
  ["本月到位资金（万元）·其他资金", "none"],
  ["累计到位资金·中央", "none"],
  ["累计到位资金·合计", "arrived"],
  ["前期手续·可研", "proc.feasibility"],
  ["前期手续·立项", "proc.proposal"],
  ["前期手续办理情况·环评", "proc.eia"],
  ["前期手续办理情况·规划", "proc.planPermit"],
  ["前期手续办理情况·土地", "proc.land"],
  ["可研批复·文号", "proc.feasibility.no"],
  ["可研批复·时间", "proc.feasibility.on"],
  ["前期手续·环评·批复文号", "proc.eia.no"],
  ["前期手续·环评·批复时间", "proc.eia.on"],
  ["前期手续·环评·受理时间", "proc.eia.accepted"],
  ["前期手续·环评·办理情况", "proc.eia"],
  ["批复文号·可研", "proc.feasibility.no"],
  ["开工时间·计划", "startPlanned"],
  ["开工时间·实际", "startActual"],
  ["竣工时间·计划", "finishPlanned"],
  ["竣工时间·实际", "finishActual"],
  ["计划·开工时间", "startPlanned"],
  ["计划·竣工时间", "finishPlanned"],
  ["实际·开工时间", "startActual"],
  ["实际·竣工时间", "finishActual"],
  ["建设起止年限·开工", "startPlanned"],
  ["建设起止年限·竣工", "finishPlanned"],
  ["四个一落实情况·一名领导", "leader"],
  ["四个一落实情况·一个专班", "taskForce"],
  ["四个一落实情况·一套方案", "plan"],
  ["四个一落实情况·责任人", "person"],
  ["项目联系人·姓名", "person"],
  ["项目联系人·电话", "phone"],
  ["责任单位·责任人", "person"],
  ["责任单位·单位名称", "department"],
  ["项目单位·统一社会信用代码", "ownerCreditCode"],
  ["项目基本情况·项目名称", "name"],
  ["项目基本情况·总投资", "totalInvestment"],
  ["项目·名称", "name"],
  ["2025年·计划投资", "planThisYear"],
  ["2025年·完成投资", "completedThisYear"],
  ["累计完成投资·合计", "completed"],
  ["本月·完成投资", "completedThisMonth"],
  ["本月·形象进度", "progress"],
  ["投资完成情况·本年累计", "completedThisYear"],
  ["投资完成情况·完成率", "completionRate"],
  ["资金到位情况·到位率", "arrivalRate"],
  ["纳统情况·纳统时间", "inStatistics"],
  ["拟申请资金·金额", "requested"],
  ["资金需求（万元）·申请上级", "requested"],
  ["专项债券需求·总需求", "requested"],
  ["1-5月完成情况·占年计划%", "completionRate"],
  ["施工许可证·计划", "proc.buildPermit.due"],
  ["施工许可证·实际", "proc.buildPermit.on"],
  ["总投资·其中·地方配套", "fundsCounty"],
  ["拟申请资金·资金渠道", "channel"],
  ["拟申请资金·省级资金", "none"],
  ["拟申请资金·中央水利发展资金", "none"],
  ["年度投资计划（万元）·2025年", "planThisYear"],
  ["年度投资计划（万元）·2026年", "planNextYear"],
  ["年度投资计划（万元）·2027年", "none"],
  ["建设期·完工年", "finishPlanned"],
  ["资金构成·省补", "fundsProvince"],
  // The innermost time decides, a year above limits what has none of its own.
  ["2025年度·本月完成", "completedThisMonth"],
  ["2025年·当月实际完成投资", "completedThisMonth"],
  ["2025年完成情况·当月", "completedThisMonth"],
  ["2025年度·1—4月完成", "completedThisYear"],
  ["2025年·完成情况·累计", "completedThisYear"],
  ["项目投资·2025年·实际完成·截至本月（万元）", "completedThisYear"],
  ["2025年·截至5月底·完成投资", "completedThisYear"],
  ["2025年投资计划·1-5月完成", "completedThisYear"],
  ["2025年·自开工累计完成投资", "completed"],
  ["投资完成情况·自开工累计", "completed"],
  ["2024年·完成情况·累计", "none"],
  ["2024年·年底累计完成", "completedBefore"],
  ["2024年·到位资金", "none"],
  ["2025年·到位资金", "none"],
  ["2026年·投资计划·合计", "planNextYear"],
  ["2024年·投资计划·合计", "none"],
  ["分年度投资计划·2025年", "planThisYear"],
  ["分年度投资计划·2026年", "planNextYear"],
  ["分年度投资计划·2027年", "none"],
  ["资金筹措·拟争取省级资金", "fundsProvince"],
  ["资金来源·申请中央", "fundsCentral"],
  ["资金来源·争取资金", "fundsCentral"],
  ["资金来源·争取资金（万元）", "fundsCentral"],
  ["资金来源·拟争取", "fundsCentral"],
  ["资金来源·对上争取", "fundsCentral"],
  ["资金来源·争取到资金", "fundsCentral"],
  ["资金来源·其中：拟争取资金", "fundsCentral"],
  ["投资规模·其中：拟争取资金", "requested"],
  ["资金来源·市县", "fundsCounty"],
  ["资金安排情况·预算总额", "totalInvestment"],
  ["资金安排情况·其中·县级配套", "fundsCounty"],
  ["节点计划·开工", "startPlanned"],
  ["节点计划·竣工", "finishPlanned"],
  ["节点计划·计划开工时间", "startPlanned"],
  ["节点计划·环评批复", "proc.eia.due"],
  ["节点计划·计划完成可研时间", "proc.feasibility.due"],
  ["节点计划·责任人", "person"],
  ["节点计划·投资", "none"],
  ["实际·环评批复", "proc.eia.on"],
  ["资金来源·中央及省级", "fundsCentral"],
];

/** Ways of writing that are built of known words: each must be read, by its grammar if no list holds it. */
const BUILT: Readonly<Record<string, string>> = {
  name: "供水工程名称|在建项目名称|边坡治理工程全称|用海项目名称",
  totalInvestment: "预算总投资|意向总投资|立项总投资（万元）|投资总盘子|总投资额度（万元）",
  requested: "拟申请中央预算内投资额|争取上级资金（万元）",
  approved: "已争取中央资金|已争取上级补助资金",
  arrived: "实际到账款项|已到位资金额度",
  area: "债券投向类别|国债投向|对应投向|资金投向分类",
  period: "项目周期|实施期限|工程周期",
  progress: "落实情况|前期工作开展情况|施工形象|目前形象面貌|工程形象描述",
  updatedOn: "制表日期|填表时间",
  policyBasis: "储备依据|政策支撑文件|对应政策文号|支持政策文件文号|申报依据文件文号",
  paid: "已支付工程款（万元）|累计付款|支付工程款|实际支付工程进度款|工程款支付情况|已付合同价款（万元）",
  fundsProvince: "兵团级财政资金|省级专项资金",
  fundsCity: "州市财政资金|市州级资金|盟市资金|师市财政资金|地州市级专项资金",
  fundsLoan: "融资需求（万元）|贷款需求",
  "proc.eia": "环评备案|环评登记备案",
  "proc.land": "农转用及征收办理情况|农用地转用和土地征收情况",
  "proc.design": "作业设计批复|造林作业设计",
  planBasis: "上位规划依据|是否符合上位规划|规划支撑",
  "proc.landPermit": "规划用地许可证",
  "proc.proposal": "是否有立项批复|是否已有发改立项",
};

describe("headings built of known words", () => {
  it.each(Object.entries(BUILT).flatMap(([field, all]) => all.split("|").map((heading) => [heading, field] as const)))(
    "%s is %s",
    (heading, field) => {
      const [best] = recognise([heading], YEAR).filter(({ kind }) => kind === "sure");
      expect(best?.field ?? "none").toBe(field);
    },
  );

  it.each(["协议投资额（万元）", "立项金额", "资金规模", "项目规模（万元）", "批复投资", "项目投资概算", "预算总额"])(
    "%s is the total where no heading says it better",
    (heading) => {
      const candidates = recognise([heading], YEAR);
      expect(candidates.find(({ field }) => field === "totalInvestment")?.kind).toBe("standIn");
      expect(candidates.filter(({ field }) => field === "approved" || field === "scale")).toEqual([]);
    },
  );
});

/** What a child alone says, its parent denies or completes; "none" where nothing is meant that we keep. */
const BY_PARENT: readonly (readonly [path: string, field: FieldKey | "none"])[] = [
  ["要素保障缺口·用地", "none"],
  ["环评·责任单位", "none"],
  ["立项·经办人", "none"],
  ["要件办理进度·立项赋码", "proc.proposal"],
  ["项目审批手续完成情况·环评", "proc.eia"],
  ["前期手续办理情况·立项阶段·选址意见书与用地预审", "proc.site"],
  ["前期手续办理情况·用地阶段·农转用及土地征收", "proc.land"],
  ["可行性研究报告审批·承诺办结日期", "proc.feasibility.due"],
  ["是否办理·用地批准", "proc.land"],
  ["2025年分月完成投资·本年累计", "completedThisYear"],
  ["形象进度·本月末", "progress"],
  ["投资构成·地方政府专项债", "fundsBond"],
  ["资金筹措方案·专项债券融资", "fundsBond"],
  ["资金来源·居民出资及社会资本", "fundsOther"],
  ["资金来源·企业出资", "fundsSelf"],
  ["资金来源·政府出资", "none"],
  ["资金来源·东西部协作资金", "fundsOther"],
  ["资金来源·福彩公益金", "fundsOther"],
  ["投资情况·其中：用作资本金的专项债券", "none"],
  ["征收面积·土地", "none"],
  ["前期手续·完成比例", "none"],
  ["已下达·国债资金", "none"],
  ["建设许可证（用地）", "none"],
  ["规划许可证（用地）", "proc.landPermit"],
  ["规划许可证", "proc.planPermit"],
  ["水保·现状", "proc.soilWater"],
  ["项目·现状", "progress"],
  ["能评·受理日", "proc.energy.accepted"],
  ["稳评·送审日", "proc.stability.accepted"],
  ["初设·实际办结", "proc.design.on"],
  ["初设·批复日", "proc.design.on"],
  ["初设·要求办结日", "proc.design.due"],
  ["施工图·办结情况", "proc.drawings"],
  ["推进节点·图审合格", "proc.drawings"],
  ["总投资·旗本级财政", "fundsCounty"],
  ["水保·办否", "proc.soilWater"],
  ["环评·备案/批复", "proc.eia"],
  ["牵头股室", "none"],
  ["四个一·一名专职人员", "person"],
  ["立项批文日期", "proc.proposal.on"],
  ["预审批准日期", "proc.site.on"],
  ["投资与来源（万元）·总额", "totalInvestment"],
  ["投资与来源（万元）·其中·申请中央预算内", "fundsCentral"],
  ["建设单位·用款单位", "owner"],
  ["可研是谁编的", "compiler"],
  ["建设单位/用款单位", "owner"],
  ["推进情况·形象·截止5月底", "progress"],
  ["干到哪一步了", "progress"],
  ["其中年内需争取上级资金", "requested"],
  ["专责干部", "person"],
  ["重点项目入库层级", "libraryLevel"],
  ["项目纳库级别", "libraryLevel"],
  ["审批类别", "route"],
  ["项目审批、核准、备案方式", "route"],
  ["资金来源·资本金", "capital"],
  ["投资规模·其中：拟申请上级资金", "requested"],
  ["资金来源·申请上级资金", "fundsCentral"],
  ["2025年各月投资完成情况·1-5月累计", "completedThisYear"],
  ["2025年逐月完成投资·合计", "completedThisYear"],
  ["拟用地面积（亩）·其中·其他", "none"],
  ["占地面积·其他", "none"],
  ["责任科室", "none"],
  ["主管科室", "none"],
  ["资金到账·累计", "arrived"],
  ["资金到账·到账比例", "arrivalRate"],
  ["支付·累计", "paid"],
  ["支付·其中国债", "none"],
  ["资本金·额度", "capital"],
  ["专项债需求·全周期", "requested"],
  ["开复工情况·实际日期", "startActual"],
  ["资金来源·政策行贷款", "fundsLoan"],
  ["资金来源·平台自筹", "fundsSelf"],
  ["资金来源·缺口", "none"],
  ["衔接资金·中央", "fundsCentral"],
  ["到去年底前已完成投资", "completedBefore"],
  ["自开建以来完成投资", "completed"],
  ["本年已完投资", "completedThisYear"],
  ["占全年任务比重", "completionRate"],
  ["目前所处环节", "stage"],
  ["初设批复了吗", "proc.design"],
  ["指标下达日", "issuedOn"],
  ["到县数", "arrived"],
];

/** field → headings whose words no list foresees one by one */
const PUT_TOGETHER: Readonly<Partial<Record<FieldKey, string>>> = {
  totalInvestment: "债券项目总投资",
  planThisYear: "年内计划完成|2025年投资计划数|2025年度投资完成情况·年度计划|年度投资（万元）·计划",
  completed: "已实现投资|自开工累计|开工至今累计投资",
  completedBefore: "以前年度累计完成|2024年底前完成投资",
  completedThisYear: "年度投资（万元）·完成|2025年·1-5月完成",
  completionRate: "投资进度（%）|完成年度投资计划比例|完成全年计划的%|占总投资的比例|2025年度投资完成情况·占年计划%",
  requested:
    "2025年一般债券需求|拟发债额度|拟使用专项债券额度|债券需求情况·总需求|债券需求情况·2025年需求|专项债券·拟申请",
  arrived: "资金累计到位数",
  paid: "资金支出数",
  fundsCentral: "中央水利发展资金|中央财政补助|国家奖补资金",
  fundsProvince: "省级财政配套|省级奖补资金|省补资金",
  fundsCity: "市级财政配套",
  fundsCounty: "县级财政投入|区级补助资金",
  fundsOther: "资金筹措·其他社会资金",
  startPlanned: "拟于何时开工",
  leader: "挂钩县级领导|县级领导责任人",
  person: "部门联系人及电话|首席服务员|项目秘书及电话|包抓机制·服务专员",
  nature: "新建/改扩建|新建、续建、迁建",
  scale: "建设内容摘要|项目概述",
  economy: "项目收益测算",
  ownerCreditCode: "统一社会信用代码证号|项目法人社会信用代码",
  outcome: "审核通过情况|是否通过国家审核",
  progress: "落地进展",
  area: "超长期特别国债支持方向",
  keyProject: "是否列入省重点",
  remark: "其他需说明事项",
  cooperators: "协同推进单位",
  help: "需上级或县级协调事项|需会议协调解决的问题|县级需协调事项",
  "proc.eia.no": "环评登记备案号",
  "proc.land.no": "不动产权证号",
  "proc.record.no": "企业投资备案号",
  "proc.feasibility.on": "审批手续完成时间·可研",
  "proc.eia.due": "审批手续计划完成时间·环评",
};

describe("headings put together of known words", () => {
  const cases = Object.entries(PUT_TOGETHER).flatMap(([field, headings]) =>
    headings.split("|").map((heading): [string, string] => [heading, field]),
  );

  it.each(cases)("%s is %s", (heading, field) => {
    const [best] = recognise(heading.split("·"), YEAR).filter(({ kind }) => kind !== "open");
    expect(best?.field).toBe(field);
  });

  it.each([
    "债券名称",
    "累计支出进度",
    "拟用地面积",
    "申报批次",
    "资本金到位",
    "支付进度",
    "发行时间",
    "合同金额（万元）",
    "批复预算金额",
    "报账单位",
    "用地批准面积",
    "节点目标",
  ])("%s is none of them", (heading) => {
    expect(recognise([heading], YEAR).filter(({ kind }) => kind === "sure")).toEqual([]);
  });
});

describe("headings that need their parents", () => {
  it.each(BY_PARENT)("%s is %s", (path, field) => {
    const [best] = recognise(path.split("·"), YEAR).filter(({ kind }) => kind === "sure");
    expect(best?.field ?? "none").toBe(field);
  });
});

describe("the total in whatever words", () => {
  const totals = `总投|核定总投（万元）|投资测算（万元）|工程总投资测算|资金投入合计|初设概算批复总额|总预算资金|签约引资额（亿元）
    |项目资金总盘子|投资额合计|要花多少钱（万元）|总共得投入多少`;
  it.each(totals.split(/\s*\|/u))("%s stands in for the total", (heading) => {
    expect(recognise([heading], YEAR).map(({ field, kind }) => [field, kind])).toContainEqual([
      "totalInvestment",
      "standIn",
    ]);
  });

  it.each([
    "上级资金合计",
    "到位资金合计",
    "本年投入合计",
    "资金合计缺口",
    "合同",
    "总额外收入",
    "预算单位",
    "已花多少钱",
  ])("%s does not", (heading) => {
    expect(recognise([heading], YEAR).map(({ field }) => field)).not.toContain("totalInvestment");
  });
});

describe("headings of several rows", () => {
  it.each(TOGETHER)("%s is %s", (path, field) => {
    const [best] = recognise(path.split("·"), YEAR).filter(({ kind }) => kind === "sure");
    expect(best?.field ?? "none").toBe(field);
  });
});

/** One stroke apart, never one field. */
const TWINS: readonly (readonly [string, string])[] = [
  ["计划开工时间", "计划完工时间"],
  ["责任单位", "责任领导"],
  ["责任单位", "责任人"],
  ["总投资", "年度投资"],
  ["累计完成投资", "本年完成投资"],
  ["本年完成投资", "本月完成投资"],
  ["实际开工时间", "计划开工时间"],
  ["申报资金", "下达资金"],
  ["到位资金", "到位时间"],
  ["建设用地规划许可证", "建设工程规划许可证"],
  ["可研批复文号", "初设批复文号"],
  ["主管部门", "主管领导"],
  ["2025年计划投资", "2026年计划投资"],
  ["入库时间", "入统时间"],
];

it.each(TWINS)("%s and %s are different fields", (one, other) => {
  const [a] = recognise([one], YEAR);
  const [b] = recognise([other], YEAR);
  expect(a?.field).toBeDefined();
  expect(b?.field).toBeDefined();
  expect(a?.field).not.toBe(b?.field);
});

it("reads a year relative to the ledger's", () => {
  const field = (heading: string, year: number | null) => recognise([heading], year)[0]?.field ?? null;
  expect(field("2026年计划投资", 2026)).toBe("planThisYear");
  expect(field("2026年计划投资", 2025)).toBe("planNextYear");
  expect(field("2026年计划投资", 2024)).toBeNull();
  expect(field("截至2025年底累计完成投资", 2026)).toBe("completedBefore");
  expect(field("2024年完成投资", 2025)).toBeNull();
});

it("takes this year's need only where no column states the whole", () => {
  expect(recognise(["专项债券需求", "2025年"], YEAR)).toEqual([
    expect.objectContaining({ field: "requested", kind: "standIn" }),
  ]);
  expect(recognise(["专项债券需求", "2026年"], YEAR)).toEqual([]);
});

describe("headings in the words of other bureaus", () => {
  it.each<[headings: string, field: FieldKey]>([
    ["国债资金支付金额|专项债券资金拨付金额", "paid"],
    ["挂点区领导|镇分管领导", "leader"],
    ["建设必要性及依据|必要性和可行性", "necessity"],
    ["主要工程措施|拟投资建设内容", "scale"],
    ["运作阶段|执行阶段", "stage"],
    ["新增指标落实情况", "landQuota"],
    ["国家发改委退回原因|省发改委审核未通过原因", "refusal"],
    ["是否升规纳统", "inStatistics"],
    ["最近修改时间|更新日", "updatedOn"],
    ["拟建年限|拟建工期", "period"],
    ["负责部门|负责单位", "department"],
    ["拟建项目|拟实施项目", "name"],
    ["对应政策条目", "policyBasis"],
    ["对标规划", "planBasis"],
    ["问题诉求|前期工作卡点", "problems"],
    ["拟选址", "location"],
    ["指标金额", "approved"],
    ["节能登记或审查", "proc.energy"],
    ["影响进度的主要原因|支出偏慢原因|滞后原因及措施|督查发现问题", "problems"],
    ["环评登记表备案", "proc.eia"],
    ["能评审查", "proc.energy"],
    ["规划衔接情况", "planBasis"],
    ["立项理由|必要性论述", "necessity"],
    ["预计可开工时间|合同约定开工时间", "startPlanned"],
    ["专项债券总需求", "requested"],
    ["收益对本息的覆盖倍数", "coverage"],
    ["县级自筹资金", "fundsCounty"],
    ["省市县配套|地方配套规模（万元）", "matching"],
    ["环评报告表", "proc.eia"],
    ["建设用地规划许可证核发", "proc.landPermit"],
    ["细分支持方向", "area"],
    ["资金专项名称", "channel"],
    ["入中央库时间", "enteredOn"],
    ["1-5月入统投资", "completedThisYear"],
    ["滞后原因分析|未履约原因|本月存在的困难", "problems"],
    ["开工令签发日期", "startActual"],
    ["自筹部分", "fundsSelf"],
    ["车购税补助（万元）", "fundsCentral"],
    ["债券资金申请领域", "area"],
    ["就业带动效益|预期带动效果", "benefit"],
    ["需街道以上层面解决的事项|需请示协调问题|属地协调事项", "help"],
    ["主管股室配合单位|配合单位", "cooperators"],
    ["可研编报单位", "compiler"],
    ["开工令日期", "startActual"],
    ["退库原因", "refusal"],
    ["改造范围及内容|主要建设内容和技术指标", "scale"],
    ["企业信用代码", "ownerCreditCode"],
    ["申请补贴（万元）", "requested"],
    ["国家下达投资计划", "approved"],
    ["推进方案制定情况", "plan"],
    ["所经乡镇|设施所在乡镇", "region"],
    ["建工规许可", "proc.planPermit"],
    ["选址定点", "proc.site"],
    ["项目概要|技改内容|项目策划内容|拟建规模", "scale"],
    ["协同配合单位", "cooperators"],
    ["制约瓶颈|推进堵点|未办结手续及卡点|目前存在的瓶颈", "problems"],
    ["为年计划（%）|完成计划%|占全年任务%", "completionRate"],
    ["工程形象部位|工程面貌|形象面貌", "progress"],
    ["已报账金额（万元）", "paid"],
    ["下达预算金额|下达指标额度", "approved"],
    ["拟融资专项债券总额（万元）|拟筹集专项债券资金额度", "requested"],
    ["所在社区（街道）|所属社区", "region"],
    ["挂联部门|项目挂钩部门", "department"],
    ["审批文号（立项）", "proc.proposal.no"],
    ["批复时间（环评）", "proc.eia.on"],
    ["已收建设资金|累计已收到项目款", "arrived"],
    ["是否列入统计|是否进入统计库|纳入投资统计情况", "inStatistics"],
    ["融资收益平衡倍数|项目收益与融资平衡倍数", "coverage"],
    ["最近一次更新|最近一次填报时间", "updatedOn"],
    ["要素保障需求", "help"],
    ["联合审图|联合图审", "proc.drawings"],
    ["社会稳定风险分析", "proc.stability"],
  ])("%s are all %s", (headings, field) => {
    for (const heading of headings.split("|"))
      expect([heading, recognise([heading], YEAR)[0]]).toMatchObject([heading, { field, kind: "sure" }]);
  });
});

describe("headings that serve where no other column says it better", () => {
  it.each<[heading: string, field: FieldKey]>([
    ["建什么", "scale"],
    ["有什么困难", "problems"],
    ["预估投资（万元）", "totalInvestment"],
    ["涉及项目名称", "name"],
    ["收到日期", "arrivedOn"],
    ["谁负责", "person"],
    ["大概投资", "totalInvestment"],
    ["拟投资规模（万元）", "totalInvestment"],
    ["批准总概算（万元）", "totalInvestment"],
    ["上半年完成投资", "completedThisYear"],
    ["前三季度完成投资（万元）", "completedThisYear"],
    ["累计完成产值", "completed"],
    ["完成施工产值（万元）", "completed"],
    ["补助资金（万元）", "approved"],
    ["财政补助资金", "approved"],
    ["项目奖补资金（万元）", "approved"],
    ["计划下达资金（万元）", "approved"],
    ["1—5月上报投资", "completedThisYear"],
    ["5月上报投资", "completedThisMonth"],
  ])("%s stands in for %s", (heading, field) => {
    expect(recognise([heading], YEAR)[0]).toMatchObject({ field, kind: "standIn" });
  });

  it.each(["上半年计划完成投资", "1-6月计划投资", "年产值", "工业产值"])(
    "%s is neither a year's plan nor what is built",
    (heading) => {
      expect(recognise([heading], YEAR).map(({ field }) => field)).toEqual([]);
    },
  );
});
