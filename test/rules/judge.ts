/** Judges sheets as a run does, with the shipped pack. */
import { checkLedgers, type CheckOptions, type CheckResult } from "../../src/findings/check";
import type { Finding } from "../../src/findings/finding";
import { readLedger } from "../../src/ledger/read";
import type { Ledger } from "../../src/ledger/ledger";
import { calendarOf } from "../../src/policy/calendar";
import { makeJudge } from "../../src/policy/classify";
import { shippedPacks } from "../../src/policy/load";
import { baselineProjects } from "../../src/ledger/baseline";
import type { Department, Pack } from "../../src/policy/pack";
import { RULES } from "../../src/rules/index";
import { isRun, type ExampleRun, type LedgerExample } from "../../src/rules/rule";
import { gridSheet } from "../../src/sheet/grid";
import { layOut } from "./layOut";
import type { Sheet } from "../../src/sheet/sheet";

const found = shippedPacks().find((pack) => pack.id === "county-2025");
if (!found) throw new Error("The pack county-2025 does not ship. To fix, list it in shippedPacks().");
export const COUNTY: Pack = found;

const judge = makeJudge(COUNTY);
const calendar = calendarOf(COUNTY);

export function optionsOn(asOf: string): CheckOptions {
  return { pack: COUNTY, asOf, rules: RULES, calendar, judge };
}

export function ledgerOf(sheet: Sheet, file = "台账.xlsx"): Ledger {
  return readLedger(sheet, { file });
}

/** Judges an example of a rule: its ledger and whatever else it brings. */
export function judgedExample(example: LedgerExample, asOf: string): CheckResult {
  const run: ExampleRun = isRun(example) ? example : { rows: example };
  const sheets = (run.sheets ?? []).map((cells, index) => gridSheet(`附表${String(index + 1)}`, cells));
  const ledgers = [...(run.rows.length > 0 ? [layOut(run.rows)] : []), ...sheets].map((sheet) => ledgerOf(sheet));
  const options = optionsOn(asOf);
  const before = run.before ? [ledgerOf(layOut(run.before))] : null;
  return checkLedgers(ledgers, {
    ...options,
    pack: run.roster ? { ...COUNTY, roster: run.roster.map(rosterEntry) } : COUNTY,
    ...(before ? { baseline: { asOf, findings: [], projects: baselineProjects(before) } } : {}),
  });
}

function rosterEntry({ name, person = "", phone = "" }: NonNullable<ExampleRun["roster"]>[number]): Department {
  const basis = { document: "部门名录" };
  return { id: name, name, aliases: [], from: "2025-01-01", basis, confidence: "H", group: "", person, phone };
}

export function judged(sheets: readonly Sheet[], asOf: string): CheckResult {
  return checkLedgers(
    sheets.map((sheet) => ledgerOf(sheet)),
    optionsOn(asOf),
  );
}

export function allFindings(result: CheckResult): readonly Finding[] {
  return [...result.perLedger.flatMap(({ findings }) => findings), ...result.run];
}
