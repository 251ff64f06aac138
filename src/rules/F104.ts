/** A date cell holds something that is no date, or a procedure's cell neither a state, a document number nor a date. */
import { SELF_CONSISTENT } from "./bases";
import { readDay, readPeriod } from "../measure/day";
import { asWritten } from "./columns";
import { rowRule, type Hit } from "./rule";

export default rowRule({
  code: "F104",
  severity: "error",
  basis: { ...SELF_CONSISTENT, article: "读不懂的日期无法判断时限" },
  needs: [],
  on: "2025-06-20",
  judgesUnread: "only",
  good: [
    { name: "北河大桥改建工程", department: "交通运输局", totalInvestment: 8600, startPlanned: "2025年9月底前" },
    { name: "北河大桥改建工程", department: "交通运输局", totalInvestment: 8600, finishPlanned: "2026.12" },
    { name: "北河大桥改建工程", department: "交通运输局", totalInvestment: 8600, "proc.eia": "2025年12月底前" },
  ],
  bad: [
    { name: "北河大桥改建工程", department: "交通运输局", totalInvestment: 8600, startPlanned: "视资金情况" },
    { name: "北河大桥改建工程", department: "交通运输局", totalInvestment: 8600, finishPlanned: "2025-13-40" },
    { name: "北河大桥改建工程", department: "交通运输局", totalInvestment: 8600, "proc.eia": "△" },
    { name: "北河大桥改建工程", department: "交通运输局", totalInvestment: 8600, startPlanned: "9月底前" },
    { name: "北河大桥改建工程", department: "交通运输局", totalInvestment: 8600, period: "2025年起" },
  ],
  check(project) {
    return project.unread.flatMap((unread): Hit[] => {
      const { field, reason, text } = unread;
      if (reason !== "day" && reason !== "period" && reason !== "state") return [];
      const hit = { fields: [field], args: { text: asWritten(project, unread), kind: causeOf(reason, text) } };
      // Words of progress are no wrong date: what they mean for the step is asked.
      return [reason === "state" ? { ...hit, severity: "warning" } : hit];
    });
  },
});

/** What is to be done differs: add the year, look the day up, give both ends, say how far the step is, or write a day. */
type Cause = "year" | "noSuchDay" | "period" | "state" | "date";

function causeOf(reason: "day" | "period" | "state", text: string): Cause {
  if (lacksYear(text)) return "year";
  if (readDay(text) === null && WRITTEN_AS_DAY.test(text.normalize("NFKC").trim())) return "noSuchDay";
  return reason === "day" ? "date" : reason;
}

/** 「2025-13-40」, 「2025年2月30日」: written as a day is, and no calendar has it. */
const WRITTEN_AS_DAY = /^(?:19|20)\d{2}(?:\s*[-./年]\s*\d{1,2}\s*(?:[-./月]\s*\d{1,2}\s*[日号]?|月)?|\d{4})$/u;

/** Any year would do: 「8月」 where neither the cell nor the sheet says of which. */
const ANY_YEAR = 2000;

function lacksYear(text: string): boolean {
  if (readDay(text) !== null) return false;
  return (readDay(text, { year: ANY_YEAR }) ?? readPeriod(text, { year: ANY_YEAR })) !== null;
}
