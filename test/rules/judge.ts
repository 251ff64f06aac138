/** Judges sheets as a run does, with the shipped pack. */
import { checkLedgers, type CheckOptions, type CheckResult } from "../../src/findings/check";
import type { Finding } from "../../src/findings/finding";
import { readLedger } from "../../src/ledger/read";
import type { Ledger } from "../../src/ledger/ledger";
import { calendarOf } from "../../src/policy/calendar";
import { makeJudge } from "../../src/policy/classify";
import { shippedPacks } from "../../src/policy/load";
import type { Pack } from "../../src/policy/pack";
import { RULES } from "../../src/rules/index";
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

export function judged(sheets: readonly Sheet[], asOf: string): CheckResult {
  return checkLedgers(
    sheets.map((sheet) => ledgerOf(sheet)),
    optionsOn(asOf),
  );
}

export function allFindings(result: CheckResult): readonly Finding[] {
  return [...result.perLedger.flatMap(({ findings }) => findings), ...result.run];
}
