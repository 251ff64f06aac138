/** npm run score [-- --random N --seed S | --areas FILE | --only TEXT]: how well ledgers are read, against their truth. */
import { CATALOGUE } from "../ledgers/catalogue";
import { randomLedgers } from "../ledgers/random";
import type { LedgerCase } from "../ledgers/truth";
import { printAreaScore } from "./areasMain";
import { sumScores, type Score } from "./compare";
import { scoreLedger } from "./read";
import { scoreTable } from "./table";

const words = process.argv.slice(2);

await main();

async function main(): Promise<void> {
  const areas = option("--areas");
  if (areas !== null) {
    process.exitCode = printAreaScore(areas);
    return;
  }
  const count = option("--random");
  if (count === null) await scoreCatalogue();
  else await scoreRandom(Number(count), Number(option("--seed") ?? Date.now() % 2147483647));
}

async function scoreCatalogue(): Promise<void> {
  const only = option("--only");
  const ledgers = CATALOGUE.filter(({ name }) => only === null || name.includes(only));
  console.log(`台账 ${ledgers.length} 份`);
  print(await scoreAll(ledgers));
}

async function scoreRandom(count: number, seed: number): Promise<void> {
  console.log(`随机台账 ${count} 份，种子 ${seed}`);
  print(await scoreAll(randomLedgers(count, seed)));
}

async function scoreAll(ledgers: readonly LedgerCase[]): Promise<Score> {
  const scores: Score[] = [];
  for (const ledger of ledgers) scores.push(await scoreLedger(ledger));
  return sumScores(scores);
}

function print(score: Score): void {
  console.log(scoreTable(score));
  for (const line of fewest(score.misses)) console.log(`  ✗ ${line}`);
  if (score.misses.length > 0) process.exitCode = 1;
}

/** One wrong heading makes a hundred wrong cells: the first misses of a sheet tell enough. */
function fewest(misses: readonly string[]): string[] {
  const most = Number(option("--misses") ?? 8);
  const bySheet = new Map<string, string[]>();
  for (const miss of misses) {
    const [sheet = ""] = miss.split(": ");
    bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), miss]);
  }
  return [...bySheet].flatMap(([sheet, list]) =>
    list.length <= most ? list : [...list.slice(0, most), `${sheet}: 另有 ${list.length - most} 处`],
  );
}

function option(name: string): string | null {
  const at = words.indexOf(name);
  return at < 0 ? null : (words[at + 1] ?? null);
}
