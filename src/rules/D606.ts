/** Each department of the roster has named who works upwards, with a telephone number. */
import type { Ledger } from "../ledger/ledger";
import { DISPATCH_MEETING } from "./bases";
import { ledgerRule } from "./rule";

const PROJECT = { name: "农村饮水安全巩固工程", department: "水务局", totalInvestment: 3100 };

export default ledgerRule({
  code: "D606",
  severity: "warning",
  basis: { ...DISPATCH_MEETING, article: "各部门单位要明确专人负责对上争取工作" },
  seed: ["B29"],
  needs: [],
  on: "2025-06-20",
  good: [
    { rows: [PROJECT], roster: [{ name: "水务局", person: "王芳", phone: "13800000000" }] },
    { rows: [PROJECT], roster: [] },
  ],
  bad: [
    { rows: [PROJECT], roster: [{ name: "水务局", person: "", phone: "" }] },
    { rows: [PROJECT], roster: [{ name: "水务局", person: "王芳", phone: "" }] },
  ],
  *check({ pack, others }) {
    const asked = (["person", "phone"] as const).filter((part) => !isWithout(others, part));
    for (const department of pack.roster) {
      const { name } = department;
      const lacking = asked.filter((part) => department[part] === "");
      if (lacking.length > 0) yield { fields: [], args: { department: name, lacking } };
    }
  },
});

/** A list of departments that has no column for persons is no list of persons. */
function isWithout(others: readonly Ledger[], part: "person" | "phone"): boolean {
  const lists = others.flatMap(({ table }) => (table?.kind === "roster" ? [table] : []));
  return lists.length > 0 && lists.every(({ columns }) => !columns.some(({ key }) => key === part));
}
