/** npm run score -- --areas FILE: reads the table and prints the score. */
import { readFileSync } from "node:fs";
import { makeJudge } from "../../src/policy/classify";
import { shippedPacks } from "../../src/policy/load";
import type { Pack } from "../../src/policy/pack";
import { areaReport, foldChoices, foldReport, readCases, scoreAreas } from "./areas";

const FOLDS = 5;
const MARGINS = [0, 0.03, 0.06, 0.09, 0.12, 0.15];

const WEIGHTS = [3, 4, 5, 6, 7];
/** Weights of groups above this are those of whole names of strategies. */
const WHOLE_NAMES = 5;

/** The pack with another weight for the names of national strategies, which count wherever they stand. */
export function withFrameWeight(pack: Pack, weight: number): Pack {
  const areas = pack.areas.map((area) =>
    area.name !== "国家重大战略项目"
      ? area
      : { ...area, words: area.words.map((group) => (group.weight > WHOLE_NAMES ? { ...group, weight } : group)) },
  );
  return { ...pack, areas };
}

/** Prints the score of a table of names; gives the exit status. */
export function printAreaScore(path: string): number {
  const pack = shippedPacks()[0];
  if (!pack) return 2;
  const cases = readCases(readFileSync(path, "utf8"));
  console.log(areaReport(scoreAreas(cases, makeJudge(pack))));
  const margins = foldChoices(cases, (areaMargin) => makeJudge({ ...pack, areaMargin }), MARGINS, FOLDS);
  console.log(foldReport("判定差距", margins));
  const weights = foldChoices(cases, (weight) => makeJudge(withFrameWeight(pack, weight)), WEIGHTS, FOLDS);
  console.log(foldReport("国家战略全称的权重", weights));
  return 0;
}
