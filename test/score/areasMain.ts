/** npm run score -- --areas FILE: reads the table and prints the score. */
import { readFileSync } from "node:fs";
import { makeJudge } from "../../src/policy/classify";
import { shippedPacks } from "../../src/policy/load";
import { areaReport, foldMargins, foldReport, readCases, scoreAreas } from "./areas";

const FOLDS = 5;
const MARGINS = [0, 0.03, 0.06, 0.09, 0.12, 0.15];

/** Prints the score of a table of names; gives the exit status. */
export function printAreaScore(path: string): number {
  const pack = shippedPacks()[0];
  if (!pack) return 2;
  const cases = readCases(readFileSync(path, "utf8"));
  console.log(areaReport(scoreAreas(cases, makeJudge(pack))));
  console.log(foldReport(foldMargins(cases, (areaMargin) => makeJudge({ ...pack, areaMargin }), MARGINS, FOLDS)));
  return 0;
}
