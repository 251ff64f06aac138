/** The departments of a county as a workbook lists them: a 部门名录, or a plain column of names. */
import { readLedger } from "../../../ledger/read";
import type { Pack } from "../../../policy/pack";
import { withRoster } from "../../../reserve/departments";
import type { Sheet } from "../../../sheet/sheet";

const HEADINGS = /^(序号|部门|单位|部门名称|单位名称)$/;

/** The pack with these departments in place of its own; none where the workbook holds projects instead. */
export function packWithRosterOf(pack: Pack, sheets: readonly Sheet[], path: string): Pack {
  const ledgers = sheets.map((sheet) => readLedger(sheet, { file: path }));
  const listed = withRoster({ ...pack, roster: [] }, ledgers);
  // What stands first in the rows of a ledger would make departments of its titles and numbers.
  if (listed.roster.length > 0 || ledgers.some(({ role }) => role === "projects")) return listed;
  const { from } = pack;
  return {
    ...pack,
    roster: [...new Set(sheets.flatMap(firstTexts))].map((name) => ({
      id: name,
      name,
      aliases: [],
      from,
      basis: { document: path },
      confidence: "H" as const,
      group: "",
      person: "",
      phone: "",
    })),
  };
}

function firstTexts(sheet: Sheet): string[] {
  return [...sheet.blocks()].flat().flatMap(({ cells }) => {
    const name = cells.find((cell) => typeof cell === "string" && cell.trim() !== "" && !HEADINGS.test(cell.trim()));
    return typeof name === "string" ? [name.trim()] : [];
  });
}
