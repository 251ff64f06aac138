/** A collected row waits as a line of text: what the comparing rules look at comes out of it as it went in. */
import { fieldKind } from "../../src/ledger/fields";
import type { Ledger, Project } from "../../src/ledger/ledger";
import { packInForce } from "../../src/policy/load";
import { COMPARED_FIELDS, lightLedger } from "../../src/report/export/collect/across";
import { comparedReader, writtenLines } from "../../src/report/export/collect/lines";
import { standardFields } from "../../src/report/export/standardTable";
import { runThrough } from "../../src/report/run";
import type { CellValue } from "../../src/sheet/cell";
import { gridSheet } from "../../src/sheet/grid";
import { CATALOGUE } from "../ledgers/catalogue";
import { sheetsOf } from "../ledgers/grid";
import { randomLedgers } from "../ledgers/random";

const asOf = "2025-06-20";
const { pack } = packInForce(asOf);

function ledgersOf(sheets: Parameters<typeof runThrough>[0][number]["sheets"]): Ledger[] {
  const { ledgers } = runThrough([{ path: "台账.xlsx", sheets }], { pack, asOf });
  return ledgers.filter(({ role }) => role === "projects");
}

function written(ledgers: readonly Ledger[]): { readonly lines: string[]; readonly projects: Project[] } {
  const fields = standardFields(ledgers);
  const lines = [...writtenLines(ledgers, { fields, asOf })];
  const light = ledgers.map((ledger) => lightLedger(ledger));
  const read = comparedReader(
    JSON.parse(JSON.stringify({ ledgers: light, fields })) as { ledgers: Ledger[]; fields: [] },
  );
  return { lines, projects: lines.map((line) => read(line).project) };
}

/** The amounts of a row as they were typed, by column. */
function typedAmounts({ cells }: Project, { columns }: Ledger): [number, CellValue][] {
  return columns
    .filter(({ field }) => fieldKind(field) === "amount" && COMPARED_FIELDS.some((each) => each === field))
    .map(({ column }): [number, CellValue] => [column, cells[column] ?? null])
    .filter(([, cell]) => typeof cell === "number" || typeof cell === "string");
}

it.each([...CATALOGUE, ...randomLedgers(40, 3)].map((ledger) => [ledger.name, ledger] as const))(
  "%s: names, departments, codes, amounts and how they were typed come back",
  (_, { workbook }) => {
    const ledgers = ledgersOf(sheetsOf(workbook));
    const { projects } = written(ledgers);
    let next = 0;
    for (const ledger of ledgers) {
      for (const project of ledger.projects) {
        const back = projects[next++];
        expect([back?.row, back?.key]).toEqual([project.row, project.key]);
        for (const field of COMPARED_FIELDS) expect(back?.values[field]).toEqual(project.values[field]);
        expect(back && typedAmounts(back, ledger)).toEqual(typedAmounts(project, ledger));
      }
    }
    expect(projects).toHaveLength(next);
  },
);

const HEADING = ["项目名称", "责任部门", "项目代码", "总投资（万元）"];

it.each<[string, CellValue[], boolean]>([
  ["a plain row says all by itself", ["西沟水库工程", "水务局", null, 900], false],
  ["marks that are compared in half width", ["西沟水库工程（一期）", "水务局", null, 900], true],
  ["a sum that is an about-sum", ["西沟水库工程", "水务局", null, "约900"], true],
  ["a code that is none", ["西沟水库工程", "水务局", "无编号", 900], true],
])("%s", (_, row, saysMore) => {
  const { lines } = written(ledgersOf([gridSheet("台账", [HEADING, row])]));
  expect(lines.map((line) => !line.endsWith("\t"))).toEqual([saysMore]);
});
