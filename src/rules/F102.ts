/** A money, rate or number cell holds something that is none. */
import { SELF_CONSISTENT } from "./bases";
import { asWritten } from "./columns";
import { rowRule } from "./rule";

export default rowRule({
  code: "F102",
  severity: "error",
  basis: { ...SELF_CONSISTENT, article: "读不懂的金额无法汇总" },
  needs: [],
  on: "2025-06-20",
  judgesUnread: "only",
  good: [
    { name: "县医院门诊综合楼项目", department: "卫生健康局", totalInvestment: "1.2亿元" },
    { name: "县医院门诊综合楼项目", department: "卫生健康局", totalInvestment: "53、04亿元" },
  ],
  bad: [
    { name: "县医院门诊综合楼项目", department: "卫生健康局", totalInvestment: "见附件" },
    { name: "县医院门诊综合楼项目", department: "卫生健康局", totalInvestment: 12000, completed: "按进度拨付" },
  ],
  check(project) {
    return project.unread
      .filter(({ reason }) => reason === "amount" || reason === "share" || reason === "number")
      .map((unread) => ({ fields: [unread.field], args: { text: asWritten(project, unread) } }));
  },
});
