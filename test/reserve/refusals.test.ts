/** Why an application came back: money asked for in the wrong place, a study that is not good enough, or anything else, such as a study that nobody has approved yet. */
import { reportOf } from "../report/sheets";

const REASONS: readonly [reason: "channel" | "study" | "other", said: readonly string[]][] = [
  [
    "channel",
    [
      "不符合资金投向",
      "资金投向不符",
      "资金投向不符，可研未批复",
      "不属于支持领域",
      "不在支持范围内",
      "不符合投资方向",
      "申报渠道不对",
      "列入负面清单",
    ],
  ],
  [
    "study",
    [
      "可研质量不高",
      "可研报告质量不高",
      "可研深度不够",
      "论证不充分",
      "可研论证不充分",
      "可研未经专家论证",
      "可研评审未通过",
      "可研报告编制不规范",
      "可研未编制完善",
      "可研不合格",
      "可研未批复，论证不充分",
      "可行性研究报告投资测算不准",
    ],
  ],
  [
    "other",
    [
      "可研未批复",
      "可研报告未批",
      "未取得可研批复",
      "可研批复未取得",
      "缺可研批复",
      "可研尚未批准",
      "可行性研究报告未审批",
      "未编制可研",
      "可研未编制",
      "可研报告尚未完成",
      "没有可研报告",
      "可研、用地预审手续不全",
      "前期手续不全",
      "资金渠道未落实",
      "配套资金未落实",
      "额度用完",
    ],
  ],
];

it.each(REASONS.flatMap(([reason, said]) => said.map((refusal) => [refusal, reason] as const)))(
  "「%s」: %s",
  (refusal, reason) => {
    const rows = [
      ["项目名称", "责任部门", "总投资（万元）", "审核结果", "退回原因"],
      ["西沟水库工程", "水务局", 5200, "未通过", refusal],
    ];
    const { applications } = reportOf({ 申报: rows }).reserve;
    const counted = applications?.byReason.filter(({ refused }) => refused.numerator > 0);
    expect(counted?.map((each) => each.reason)).toEqual([reason]);
  },
);
