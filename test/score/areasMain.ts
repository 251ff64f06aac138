/** npm run score -- --areas FILE: reads the table and prints the score. */
import { readFileSync } from "node:fs";
import { makeJudge } from "../../src/policy/classify";
import { shippedPacks } from "../../src/policy/load";
import { areaReport, readCases, scoreAreas } from "./areas";

/** Prints the score of a table of names; gives the exit status. */
export function printAreaScore(path: string): number {
  const pack = shippedPacks()[0];
  if (!pack) return 2;
  console.log(areaReport(scoreAreas(readCases(readFileSync(path, "utf8")), makeJudge(pack))));
  return 0;
}
