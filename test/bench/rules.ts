/** npm run bench -- --rules: what each rule costs by itself over a ledger that has been read, dearest first. */
import { openFile } from "../../src/hosts/file/node";
import { checkLedgers } from "../../src/findings/check";
import { calendarOf } from "../../src/policy/calendar";
import { makeJudge } from "../../src/policy/classify";
import { packInForce } from "../../src/policy/load";
import { readLedger } from "../../src/ledger/read";
import { RULES } from "../../src/rules/index";
import type { Rule } from "../../src/rules/rule";

const AS_OF = "2025-06-20";
const GIGABYTES = 4 * 1024 ** 3;
/** The first round warms up; of the others the quickest counts. */
const ROUNDS = 3;

const [path = ""] = process.argv.slice(2);
const { sheets } = await openFile(path, { maxSize: GIGABYTES });
const ledgers = sheets.map((sheet) => readLedger(sheet, { file: path }));
const rows = ledgers.reduce((sum, { projects }) => sum + projects.length, 0);
const { pack } = packInForce(AS_OF);

/** Milliseconds and findings of one run, in which nothing is known of another. */
function run(rules: readonly Rule[]): { readonly ms: number; readonly findings: number } {
  const options = { pack, asOf: AS_OF, rules, calendar: calendarOf(pack), judge: makeJudge(pack) };
  const before = process.cpuUsage();
  const { perLedger, run: ofRun } = checkLedgers(ledgers, options);
  const { user, system } = process.cpuUsage(before);
  const findings = perLedger.reduce((sum, each) => sum + each.findings.length, ofRun.length);
  return { ms: (user + system) / 1000, findings };
}

function quickest(rules: readonly Rule[]): { readonly ms: number; readonly findings: number } {
  const runs = Array.from({ length: ROUNDS }, () => run(rules));
  return runs.reduce((best, each) => (each.ms < best.ms ? each : best));
}

const nothing = quickest([]);
const costs = RULES.map((rule) => ({ code: rule.code, ...quickest([rule]) })).sort((a, b) => b.ms - a.ms);
const all = quickest(RULES);

console.log(`\nCost of each rule over ${rows.toLocaleString("en")} rows (a pass that checks nothing taken off)`);
console.log("rule     CPU ms   µs a row   findings");
for (const { code, ms, findings } of [...costs, { code: "all", ...all }]) {
  const own = Math.max(0, ms - nothing.ms);
  const cells = [code.padEnd(5), own.toFixed(1).padStart(9), ((own * 1000) / rows).toFixed(2).padStart(10)];
  console.log([...cells, String(findings).padStart(10)].join(" "));
}
