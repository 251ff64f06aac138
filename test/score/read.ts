/** Puts a made ledger through the product: file, reading, findings; or through a reader that a test has spoilt. */
import { checkLedgers } from "../../src/findings/check";
import { openWorkbook } from "../../src/hosts/file/open";
import type { Ledger } from "../../src/ledger/ledger";
import { readLedger } from "../../src/ledger/read";
import { calendarOf } from "../../src/policy/calendar";
import { makeJudge } from "../../src/policy/classify";
import { packInForce } from "../../src/policy/load";
import { RULES } from "../../src/rules/index";
import type { Sheet } from "../../src/sheet/sheet";
import type { LedgerCase } from "../ledgers/truth";
import { bytesOf, fileNameOf } from "../ledgers/bytes";
import { scoreCase, type Score } from "./compare";
import { observe, type Observed } from "./observed";

/** The day on which the made ledgers are judged. */
export const AS_OF = "2025-06-20";

export type ReadSheet = (sheet: Sheet, file: string) => Ledger;

const faultless: ReadSheet = (sheet, file) => readLedger(sheet, { file });

const { pack } = packInForce(AS_OF);
const judging = { pack, asOf: AS_OF, rules: RULES, calendar: calendarOf(pack), judge: makeJudge(pack) };

export async function scoreLedger(ledger: LedgerCase, read: ReadSheet = faultless): Promise<Score> {
  return scoreCase(ledger, await observeCase(ledger, read));
}

async function observeCase(ledger: LedgerCase, read: ReadSheet): Promise<Observed[]> {
  const file = fileNameOf(ledger);
  const { sheets } = await openWorkbook(bytesOf(ledger), { fileName: file });
  const ledgers = sheets.map((sheet) => read(sheet, file));
  const { perLedger } = checkLedgers(ledgers, judging);
  return perLedger.map(({ ledger: each, findings }) => observe(each, findings));
}
