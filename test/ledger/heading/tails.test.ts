/** Headings of which only the last words are known: believed where the cells look like it, and no further. */
import type { CellValue } from "../../../src/sheet/cell";
import { fieldsOf, ledgerOf } from "../ledgerOf";

/** Five cells of a kind, as tempting as they come. */
const CELLS = {
  people: ["王建军", "李敏", "赵海涛（副局长）", "孙丽华", "周强"],
  phones: ["13800000001", "13800000002", "0391-6600003", "13800000004", "13800000005"],
  bureaus: ["县水利局", "县教育局", "县住建局", "县交通运输局", "县卫健委"],
  firms: ["某县水务有限公司", "某县第二中学", "某县人民医院", "某县交通建设公司", "某县敬老院"],
  places: ["青石镇", "白水乡河口村", "城关街道", "柳林镇东侧", "县经开区"],
  works: ["新建厂房3000平方米", "改造管网12公里", "加固坝体1座", "购置设备40台（套）", "硬化道路8公里"],
  names: ["东渠改造工程", "西坝加固工程", "南湖片区提升项目", "北桥新建工程", "城东水厂二期扩建项目"],
  periods: ["2025年3月-2027年12月", "2024.2-2026.9", "2025-2026年", "2024年至2027年", "2025年3月—2026年10月"],
  days: ["2025年3月", "2025年4月", "2025.5", "2025年6月", "2025年7月"],
  money: [320, 450, 1200, 80, 640],
  numbers: [3, 5, 2, 8, 1],
  words: ["正常", "待定", "按计划开展", "无", "正在研究"],
  sayings: ["已签订合同", "正在办理", "完成主体施工", "已进场，正在安装", "尚未启动"],
  marks: ["是", "否", "是", "是", "否"],
  sizes: ["18公里", "3座", "6000平方米", "2处", "45亩"],
  served: ["受益群众142户468人", "带动脱贫户46户", "惠及3个村", "205户712人", "村集体年增收9万元"],
} as const satisfies Record<string, readonly CellValue[]>;

function fieldOf(heading: string, values: readonly CellValue[]): string | undefined {
  const rows = values.map((value, index) => [
    index + 1,
    `某县第${String(index + 1)}灌区改造工程`,
    value,
    1000 + index * 7,
  ]);
  return fieldsOf(ledgerOf([["序号", "项目名称", heading, "总投资（万元）"], ...rows]))[heading];
}

/** kind of cells → field → headings */
const BELIEVED: readonly (readonly [cells: keyof typeof CELLS, field: string, headings: string])[] = [
  [
    "people",
    "person",
    "局内责任同志|驻企帮办员|乡镇联系人|专职联络员|具体经办|业务承办|跑办专人|项目首席服务官|驻点专干|县直联络人|招商专员",
  ],
  ["people", "person", "包村干部|包片干部|挂点干部|帮扶干部"],
  ["people", "person", "公司经办|首席代办|帮办代办员|驻工地代表|业主代表|项目管理员|项目办主任"],
  ["people", "leader", "县领导联系人"],
  ["firms", "owner", "签约方（投资方）|委托单位（业主）|签约主体"],
  ["periods", "period", "进度安排|项目实施安排|建设时间安排"],
  ["marks", "inStatistics", "在库状态（入统）"],
  ["served", "benefit", "预计带动就业、床位|新增就业岗位"],
  ["works", "scale", "设计床位及规模"],
  ["sayings", "problems", "审批卡点|要素瓶颈"],
  ["firms", "owner", "意向投资方|拟投资企业|签约客商|投资商名称"],
  ["works", "scale", "维修养护内容|实施任务|清淤疏浚内容|迁建内容"],
  ["served", "benefit", "受益群众|受益对象及人数|带动农户情况"],
  ["sayings", "progress", "申报进展|设备采购进展|验收及投用情况|管线迁改进度|专项债申报动态"],
  ["works", "scale", "更新设备内容及数量|拟购置设备清单|改造内容及标准"],
  ["firms", "owner", "实施子公司|本地注册公司|下属平台公司"],
  ["bureaus", "department", "责任科室|牵头股室|主管站所"],
  ["days", "finishPlanned", "并网时间（预计）|预计全容量并网时间|计划通水时间"],
  ["works", "scale", "更新内容（简述）|要干啥（内容、规模）|干点啥（建设内容）"],
  ["bureaus", "department", "行业主管|主管预算单位|归口主管"],
  ["days", "startPlanned", "打算几号开工|预计啥时候开工|何时能开工|啥时候可以动工"],
  ["days", "startActual", "何时开的工|啥时候动的工"],
  ["days", "finishPlanned", "准备哪天完工|预计通车"],
  ["people", "leader", "包片领导|包村领导|联镇领导|挂点县领导|帮带领导"],
  ["phones", "phone", "联络员手机|专干电话|县级联系人电话|业主手机号|负责同志联系方式"],
  ["bureaus", "department", "主抓单位|牵头委局|责任委办|督导责任单位|推进局办"],
  ["firms", "owner", "用能单位|技改企业|企业全称|办学单位|签约企业名称"],
  ["places", "location", "拟建地块|施工地点|拟落地地址|厂区位置|新校区选址|工程坐落"],
  ["works", "scale", "修缮内容|整治任务|主要治理内容|技改主要建设任务|设计产能"],
  ["days", "startPlanned", "开工|何时开工|项目开始时间|工程起始年月"],
  ["days", "finishPlanned", "竣工|何时完工|工程终止日期|交房时间|通车时间"],
  ["days", "startPlanned", "计划进场时间|拟破土日期"],
  ["days", "startActual", "实际进场施工时间"],
  ["days", "reviewedOn", "实施方案评审时间|方案论证日期|项目建议书外部审查时间"],
  ["money", "planThisYear", "全年目标任务（万元）|年度投资任务（万元）|2025年度目标（万元）"],
];

describe("money in whatever words is the total where nothing states it better", () => {
  const read = (heading: string) =>
    fieldsOf(
      ledgerOf([
        ["序号", "项目名称", heading, "责任单位"],
        ...CELLS.money.map((value, index) => [index + 1, `某县第${String(index + 1)}灌区改造工程`, value, "县水利局"]),
      ]),
    )[heading];

  it.each([
    "投资总量（万元）",
    "预计投入（万元）",
    "固定资产投资额（万元）",
    "工程造价（万元）",
    "备案投资金额（万元）",
  ])("%s", (heading) => {
    expect(read(heading)).toBe("totalInvestment");
  });

  it.each([
    "投资强度（万元/亩）",
    "设备投资（万元）",
    "土地投资（万元）",
    "亩均投资（万元）",
    "部门预算（万元）",
    "合同总价（万元）",
    "上年投资（万元）",
    "剩余投资（万元）",
    "投资缺口（万元）",
    "投资规模（亩）",
    "预算执行数（万元）",
    "征地费用（万元）",
    "预计产值（万元）",
  ])("but not %s", (heading) => {
    expect(read(heading)).toBeUndefined();
  });
});

describe("a known head behind other words, with cells that look like it", () => {
  const cases = BELIEVED.flatMap(([cells, field, headings]) =>
    headings.split("|").map((heading) => [heading, cells, field] as const),
  );
  it.each(cases)("%s over %s is %s", (heading, cells, field) => {
    expect(fieldOf(heading, CELLS[cells])).toBe(field);
  });
});

/** kind of cells → headings that mean none of what their last words or their cells suggest */
const DENIED: readonly (readonly [cells: keyof typeof CELLS, headings: string])[] = [
  [
    "people",
    "参会领导|整改责任人|管护责任人|投资方联系人|施工负责人|监理责任人|设计联系人|勘察单位负责人|招标代理联系人|评审专家联系人|安全责任人|质量负责人|财务负责人|受益人代表|上级联系人|省级联络员|参加调研领导|领导小组组长|带队领导|批示领导|评标专家|联系人民群众情况|驻村第一书记|村党总支书记|考察人员|驻村干部|监理代表|施工单位（负责人）|财务经办|整改（责任人）",
  ],
  [
    "phones",
    "监督电话|举报电话|投诉电话|施工单位电话|监理电话|值班电话|中介机构联系方式|传真号码|上级部门联系电话|会议电话",
  ],
  [
    "bureaus",
    "整改（责任单位）|审批部门|验收部门|发文机关|检查单位|上级对接部门|填报科室|审计部门|出资部门|颁证机关|评审组织单位",
  ],
  [
    "firms",
    "施工单位|监理单位|设计单位|勘察单位|代建单位|中标单位|供应商|检测机构|担保机构|合作企业|招标代理机构|贷款银行|受益企业|推荐单位|投资方式|施工单位（企业）|监理单位（法人单位）",
  ],
  [
    "places",
    "会议（地点）|帮扶（乡镇）|受益乡镇|帮扶乡镇|签约地点|会议地点|开标地点|注册地址|办公地址|取样位置|断面位置|签约仪式地点|资料存放地点|培训地点|企业注册所在地|监测点位",
  ],
  [
    "works",
    "工作内容|会议内容|变更内容|征地任务|剩余工程内容|本月完成工程内容|下一步建设任务|验收内容|上年建设任务|年度建设内容|合同内容|培训内容|政策解读（内容）",
  ],
  [
    "names",
    "关联项目|配套项目|相关工程|所属工程|原项目|考核项目|规划项目依据|采购项目|对接项目|项目名称变更情况|上级项目名称|原项目名称|所属工程名称|资金项目",
  ],
  [
    "days",
    "签约时间|合同终止|首次付款日期|开工仪式|招标公告时间|合同签订时间|公示时间|保修截止日期|计划评审时间|贷款结束时间|洪评审查时间|文物审查时间|水资源论证时间|概算评审时间|消防审查日期",
  ],
  [
    "money",
    "年度考核目标得分|目标人数|全年目标任务（个）|资金规模以上企业|贷款余额|合同价（万元）|年度产值目标（万元）|税收目标（万元）|开工|资金规模以上（万元）",
  ],
  [
    "numbers",
    "申报进展|投资进度完成数|竣工|完工|联系人数|包抓领导数|开工项目（个）|责任单位数|牵头部门（个）|主要产品数量",
  ],
  [
    "words",
    "竣工|联络员电话|拟落地地址|包片领导|电话会议|会议联系电话|何时开工|全年目标任务（万元）|专职联络员|主抓单位",
  ],
  ["sayings", "交办落实情况|问题整改进展|资金支付进度|纳统进展|规划落实进度|下步措施"],
  ["days", "进度安排"],
  ["sayings", "进度安排（内容）"],
  ["marks", "是否开工|是否有联络员|是否明确包抓领导|是否落实专人|有无专人"],
  ["numbers", "受益人口|受益群众|受益户数|带动农户"],
  ["sizes", "治理面积|道路里程|管网长度|项目个数|整治河段|编号"],
];

describe("a heading that only sounds like it stays unmapped", () => {
  const cases = DENIED.flatMap(([cells, headings]) => headings.split("|").map((heading) => [heading, cells] as const));

  it("holds at least eighty of them", () => {
    expect(cases.length).toBeGreaterThanOrEqual(80);
  });

  it.each(cases)("%s over %s", (heading, cells) => {
    expect(fieldOf(heading, CELLS[cells])).toBeUndefined();
  });
});
