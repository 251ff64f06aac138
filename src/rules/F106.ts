/** A project code of full length has the form of one; what a spreadsheet made of it is said as such. */
import { readProjectCode } from "../measure/projectCode";
import { columnOf } from "../ledger/ledger";
import { PROJECT_CODE } from "./bases";
import { rowRule, type Severity } from "./rule";

/** How a code may be wrong, as far as the rule tells them apart. */
type Fault = "mangled" | "malformed" | "hyphens" | "partial";

const SEVERITY: Record<Fault, Severity> = { mangled: "error", malformed: "error", hyphens: "warning", partial: "hint" };

export default rowRule({
  code: "F106",
  severity: "error",
  basis: PROJECT_CODE,
  needs: ["code"],
  on: "2025-06-20",
  judgesUnread: "also",
  good: [
    { name: "西川河综合治理工程", code: "2503-130981-04-01-573274", department: "水务局", totalInvestment: 7600 },
    { name: "西川河综合治理工程", code: "2018-330104-47-01-006428", department: "水务局", totalInvestment: 7600 },
  ],
  bad: [
    { name: "西川河综合治理工程", code: 2.503130981040157e19, department: "水务局", totalInvestment: 7600 },
    { name: "西川河综合治理工程", code: "25031309810401573274", department: "水务局", totalInvestment: 7600 },
    { name: "西川河综合治理工程", code: "2599-130981-04-01-573274", department: "水务局", totalInvestment: 7600 },
    { name: "西川河综合治理工程", code: "2503-130981", department: "水务局", totalInvestment: 7600 },
  ],
  prepare({ ledger }) {
    const column = columnOf(ledger, "code");
    return (project) => {
      const cell = project.cells[column];
      if (typeof cell !== "string" && typeof cell !== "number") return null;
      // Where the cell holds the very code that the row is known by, all is well.
      if (cell === project.key && project.values.code !== undefined) return null;
      const { state, hyphenated, code } = readProjectCode(cell);
      const fault =
        state === "wellFormed"
          ? hyphenated
            ? null
            : "hyphens"
          : state === "several" || state === "absent"
            ? null
            : state;
      if (fault === null) return null;
      return { fields: ["code"], args: { fault, text: String(cell), code: code ?? "" }, severity: SEVERITY[fault] };
    };
  },
});
