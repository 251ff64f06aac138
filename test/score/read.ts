/** Puts a made ledger through the product: file, reading, findings. */
import { checkLedgers } from "../../src/findings/check";
import { openWorkbook } from "../../src/hosts/file/open";
import { tablesOf, type Ledger } from "../../src/ledger/ledger";
import { readLedger } from "../../src/ledger/read";
import { calendarOf } from "../../src/policy/calendar";
import { makeJudge } from "../../src/policy/classify";
import { packInForce } from "../../src/policy/load";
import { RULES } from "../../src/rules/index";
import type { LedgerCase } from "../ledgers/truth";
import { bytesOf, fileNameOf } from "../ledgers/bytes";
import { scoreCase, type Score } from "./compare";
import { observe } from "./observed";

/** The day on which the made ledgers are judged. */
export const AS_OF = "2025-06-20";

const { pack } = packInForce(AS_OF);
const judging = { pack, asOf: AS_OF, rules: RULES, calendar: calendarOf(pack), judge: makeJudge(pack) };

export async function scoreLedger(ledger: LedgerCase): Promise<Score> {
  const { perLedger } = checkLedgers(await readCase(ledger), judging);
  return scoreCase(
    ledger,
    perLedger.map(({ ledger: each, findings }) => observe(each, findings)),
  );
}

/** Only what was read is scored, so that a test may spoil it. */
export function scoreReading(ledger: LedgerCase, read: readonly Ledger[]): Score {
  return scoreCase(
    ledger,
    read.map((each) => observe(each, null)),
  );
}

export async function readCase(ledger: LedgerCase): Promise<Ledger[]> {
  const file = fileNameOf(ledger);
  const { sheets } = await openWorkbook(bytesOf(ledger), { fileName: file });
  return sheets.flatMap((sheet) => tablesOf(readLedger(sheet, { file })));
}
