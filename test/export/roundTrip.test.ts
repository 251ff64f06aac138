/** A standard sheet that we wrote says the same as the ledger that it was made of: every value, and every finding but those about notation. */
import fc from "fast-check";
import { openWorkbook } from "../../src/hosts/file/open";
import { writeWorkbook } from "../../src/hosts/file/write";
import type { Ledger } from "../../src/ledger/ledger";
import { packInForce } from "../../src/policy/load";
import { STANDARD_TABLE, standardTable } from "../../src/report/export/standardTable";
import { runThrough, type Run } from "../../src/report/run";
import { bytesOf, fileNameOf } from "../ledgers/bytes";
import { CATALOGUE } from "../ledgers/catalogue";
import { randomLedger } from "../ledgers/random";
import type { LedgerCase } from "../ledgers/truth";

const asOf = "2025-06-20";
const { pack } = packInForce(asOf);

/** What a standard sheet settles by being one: brackets of document numbers, numbers typed as text; and totals, which it does not have. */
const ABOUT_NOTATION = new Set(["F110", "F115", "K701", "K702", "K703"]);

async function judged(bytes: Uint8Array, fileName: string): Promise<Run> {
  const { sheets } = await openWorkbook(bytes, { fileName });
  return runThrough([{ path: fileName, sheets }], { pack, asOf });
}

async function standardOf(run: Run, name: string): Promise<Run> {
  const bytes = await writeWorkbook([standardTable(run.ledgers, { pack, asOf })]);
  return judged(bytes, `${name}.xlsx`);
}

function projectsOf(run: Run): Ledger[] {
  return run.ledgers.filter(({ role }) => role === "projects");
}

function valuesOf(run: Run): unknown[] {
  return projectsOf(run).flatMap(({ projects }) =>
    projects.map(({ values, unread }) => ({
      values: { ...values, serial: undefined },
      unread: unread.map(({ field, text }) => [field, text]).sort(),
    })),
  );
}

function findingsOf(run: Run): string[] {
  return run.result.perLedger
    .flatMap(({ findings }) => findings)
    .filter(({ code }) => !ABOUT_NOTATION.has(code))
    .map(({ code, project, field }) => [code, project, field].join(" "))
    .sort();
}

async function check(ledger: LedgerCase): Promise<void> {
  const run = await judged(bytesOf(ledger), fileNameOf(ledger));
  if (projectsOf(run).length !== 1) return;
  const standard = await standardOf(run, ledger.name);
  expect(standard.ledgers.map(({ sheet, role }) => [sheet, role])).toContainEqual([STANDARD_TABLE, "projects"]);
  expect(valuesOf(standard)).toEqual(valuesOf(run));
  expect(findingsOf(standard)).toEqual(findingsOf(run));
}

it("of ledgers drawn at random", async () => {
  await fc.assert(fc.asyncProperty(randomLedger, check), { numRuns: 150 });
}, 180_000);

it.each(CATALOGUE.map((ledger) => [ledger.name, ledger] as const))("of the catalogue's %s", (_, ledger) =>
  check(ledger),
);
