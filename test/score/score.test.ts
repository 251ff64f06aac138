/** Every ledger of the catalogue, and ledgers drawn at random, are read and judged as they are. */
import { CATALOGUE } from "../ledgers/catalogue";
import { EXAMPLES } from "../ledgers/examples";
import { randomLedgers } from "../ledgers/random";
import type { LedgerCase } from "../ledgers/truth";
import { sumScores } from "./compare";
import { scoreLedger } from "./read";

const named = (ledgers: readonly LedgerCase[]): [string, LedgerCase][] =>
  ledgers.map((ledger) => [ledger.name, ledger]);

test.each(named(CATALOGUE))("%s is read as it is", async (_, ledger) => {
  expect((await scoreLedger(ledger)).misses).toEqual([]);
});

test.each(named(EXAMPLES.map(({ ledger }) => ledger)))("the example %s is read as it is", async (_, ledger) => {
  expect((await scoreLedger(ledger)).misses).toEqual([]);
});

test("the catalogue has no two ledgers of one name", () => {
  expect(new Set(CATALOGUE.map(({ name }) => name)).size).toBe(CATALOGUE.length);
});

/** The last seed is another one each time; the test's name says which, so that a failure can be called back. */
const SEEDS = [1, 20250620, 62121, Date.now() % 2_147_483_647];

test.each(SEEDS)("forty random ledgers of seed %d are read as they are", async (seed) => {
  const scores = [];
  for (const ledger of randomLedgers(40, seed)) scores.push(await scoreLedger(ledger));
  expect(sumScores(scores).misses).toEqual([]);
});
