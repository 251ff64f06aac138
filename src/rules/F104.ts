/** A date cell holds something that is no date, or a procedure's cell neither a state, a document number nor a date. */
import { SELF_CONSISTENT } from "./bases";
import { rowRule } from "./rule";

export default rowRule({
  code: "F104",
  severity: "error",
  basis: { ...SELF_CONSISTENT, article: "读不懂的日期无法判断时限" },
  needs: [],
  on: "2025-06-20",
  judgesUnread: true,
  good: [
    { name: "北河大桥改建工程", department: "交通运输局", totalInvestment: 8600, startPlanned: "2025年9月底前" },
    { name: "北河大桥改建工程", department: "交通运输局", totalInvestment: 8600, finishPlanned: "2026.12" },
    { name: "北河大桥改建工程", department: "交通运输局", totalInvestment: 8600, "proc.eia": "2025年12月底前" },
  ],
  bad: [
    { name: "北河大桥改建工程", department: "交通运输局", totalInvestment: 8600, startPlanned: "视资金情况" },
    { name: "北河大桥改建工程", department: "交通运输局", totalInvestment: 8600, finishPlanned: "2025-13-40" },
    { name: "北河大桥改建工程", department: "交通运输局", totalInvestment: 8600, "proc.eia": "△" },
  ],
  check(project) {
    if (project.unread.length === 0) return null;
    return project.unread
      .filter(({ reason }) => reason === "day" || reason === "period" || reason === "state")
      .map(({ field, reason, text }) =>
        // Words of progress are no wrong date: what they mean for the step is asked.
        reason === "state"
          ? { fields: [field], args: { text, kind: reason }, severity: "warning" as const }
          : { fields: [field], args: { text } },
      );
  },
});
