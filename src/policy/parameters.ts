/** The figures and words that rules and presets ask of a pack: what each means and its unit, for the worksheet on which it is edited. */
import type { Pack } from "./pack";

export interface Parameter {
  readonly name: string;
  readonly means: string;
  /** Empty where it is no figure. */
  readonly unit: string;
  /** Words that stand for something that has a name elsewhere. */
  readonly of?: "fields" | "lights";
  /** The rule does without it too. */
  readonly mayLack?: boolean;
}

type Parameters = Readonly<Record<string, Parameter>>;

const SHARE = "比例（0.1 即 10%）";

/** By the rule's code. */
export const RULE_PARAMETERS: Readonly<Record<string, Parameters>> = {
  F101: {
    always: {
      name: "各阶段必填项",
      means: "台账没有阶段一列时，每个项目都要填的字段",
      unit: "",
      of: "fields",
      mayLack: true,
    },
  },
  F103: {
    times: { name: "倍数", means: "金额比本列中间值大或小这么多倍，就怀疑单位写错", unit: "倍" },
    rows: { name: "最少行数", means: "本列填了这么多行才比", unit: "行" },
  },
  F111: { shortest: { name: "最少字数", means: "名称去掉县名、项目、工程等字后至少剩几个字才判断重复", unit: "字" } },
  F112: { wan: { name: "金额（万元）", means: "同一单位的几个相近项目都小于这个金额，就怀疑拆分", unit: "万元" } },
  F114: {
    shortest: { name: "最少字数", means: "项目名称至少几个字", unit: "字" },
    organisations: { name: "单位用词", means: "名称以这些词结尾，像是单位名称而不是项目名称", unit: "" },
    works: { name: "工程用词", means: "名称里有这些词，就是项目名称", unit: "" },
  },
  C204: {
    reduction: {
      name: "可下浮幅度",
      means: "资本金比例最多可比规定低多少（另有规定的行业看「最低资本金」）",
      unit: SHARE,
    },
  },
  C210: { workdays: { name: "工作日数", means: "离申报截止只剩这么多工作日就提示", unit: "工作日" } },
  P304: { workdays: { name: "工作日数", means: "离最晚受理日只剩这么多工作日就提示", unit: "工作日" } },
  P307: {
    secured: { name: "已落实的写法", means: "用地指标一列写这些字样的算已落实", unit: "" },
    unsecured: { name: "未落实的写法", means: "用地指标一列写这些字样的算未落实", unit: "" },
  },
  P308: { words: { name: "用词", means: "项目里出现这些词就要有安全评价", unit: "" } },
  P310: { ratio: { name: "倍数", means: "概算超过估算的这么多倍要重新报批", unit: "倍" } },
  P312: { workdays: { name: "工作日数", means: "评审、下达、到位任一环节停留超过这么多工作日就提示", unit: "工作日" } },
  S401: {
    minimum: { name: "最少个数", means: "可研至少要有几个量化的效益指标", unit: "个" },
    care: {
      name: "应写床位的机构",
      means: "名称里有这些词的项目，台账没有效益一列的，也要在建设内容里写明床位或人数",
      unit: "",
      mayLack: true,
    },
    careApart: {
      name: "不必写床位的内容",
      means: "名称里有这些词的，是机构的附属内容，不要求写床位",
      unit: "",
      mayLack: true,
    },
  },
  S402: { length: { name: "最少字数", means: "建设内容少于几个字算过于简略", unit: "字" } },
  R503: { share: { name: "占比", means: "符合资金支持方向的项目占比不高于它就提示", unit: SHARE } },
  R504: { days: { name: "天数", means: "多少天没有更新就提示", unit: "天" } },
  D601: { fields: { name: "字段", means: "重点项目必须落实的责任字段", unit: "", of: "fields", mayLack: true } },
  D603: { projects: { name: "项目个数", means: "一名领导包抓超过几个项目就提示", unit: "个" } },
  D604: { visitsPerMonth: { name: "每月对接次数", means: "每个部门每月至少到上级对接几次", unit: "次" } },
  A801: { points: { name: "落后幅度", means: "完成率比时间进度低多少就提示", unit: SHARE } },
  A802: {
    preset: { name: "采用的口径", means: "亮灯用「考核口径」里的哪一种", unit: "", of: "lights", mayLack: true },
  },
  A803: {
    top: { name: "取前几名", means: "季度排名进不了前几名就提示", unit: "名" },
    gradeLoss: { name: "降低等次", means: "进不了的，牵头部门考核降几个等次", unit: "个等次" },
  },
};

/** Figures of lights, ranks and scoring. */
export const PRESET_FIGURES: Parameters = {
  startRedMonths: { name: "未开工亮红灯的月数", means: "应开工未开工连续几个月亮红灯", unit: "月" },
  progressYellowPoints: { name: "进度亮黄灯的差距", means: "比序时进度低多少亮黄灯", unit: SHARE },
  progressRedPoints: { name: "进度亮红灯的差距", means: "比序时进度低多少亮红灯", unit: SHARE },
  statisticsYellowMonths: { name: "未纳统亮黄灯的月数", means: "开工后几个月未纳统亮黄灯", unit: "月" },
  statisticsRedMonths: { name: "未纳统亮红灯的月数", means: "开工后几个月未纳统亮红灯", unit: "月" },
  top: { name: "取前几名", means: "排名取前几名", unit: "名" },
  gradeLoss: { name: "降低等次", means: "进不了前几名降几个等次", unit: "个等次" },
  redCounties: { name: "红榜县数", means: "红榜取几个县", unit: "个" },
  redDepartments: { name: "红榜部门数", means: "红榜取几个部门", unit: "个" },
  blackCounties: { name: "黑榜县数", means: "黑榜取几个县", unit: "个" },
  blackDepartments: { name: "黑榜部门数", means: "黑榜取几个部门", unit: "个" },
  full: { name: "满分", means: "满分多少", unit: "分" },
  task: { name: "任务分", means: "完成任务得多少分", unit: "分" },
  contribution: { name: "贡献分", means: "贡献共多少分", unit: "分" },
  contributionFiscal: { name: "贡献分（财政）", means: "贡献分里财政部分多少分", unit: "分" },
  contributionAverage: { name: "贡献分（平均）", means: "贡献分里平均部分多少分", unit: "分" },
  topDepartments: { name: "取前几个部门", means: "部门取前几名", unit: "名" },
  topTowns: { name: "取前几个乡镇", means: "乡镇取前几名", unit: "名" },
  newPerYi: { name: "新兴产业每亿元得分", means: "新兴产业每一亿元得几分", unit: "分" },
  traditionalPerYi: { name: "传统产业每亿元得分", means: "传统产业每一亿元得几分", unit: "分" },
  otherPerYi: { name: "其他产业每亿元得分", means: "其他产业每一亿元得几分", unit: "分" },
  startRate: { name: "开工率", means: "开工率以多少为准", unit: SHARE },
  perPoint: { name: "每个百分点得分", means: "每高一个百分点得几分", unit: "分" },
};

/** What rules that are on lack: they could not judge without it. */
export function missingParameters({ rules }: Pack): { readonly code: string; readonly name: string }[] {
  return Object.entries(RULE_PARAMETERS).flatMap(([code, parameters]) => {
    const { off, numbers, texts } = rules[code] ?? { off: false, numbers: {}, texts: {} };
    if (off) return [];
    return Object.entries(parameters).flatMap(([key, { name, unit, mayLack }]) =>
      mayLack || key in (unit === "" ? texts : numbers) ? [] : [{ code, name }],
    );
  });
}
