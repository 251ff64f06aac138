/** docs/speeches.md names every sentence that asks for something, and only rules and functions that there are. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FUNCTIONS } from "../../functions/table";
import { RULES } from "../../src/rules/index";

interface Line {
  readonly sentence: string;
  readonly rules: readonly string[];
  readonly functions: readonly string[];
  readonly pages: string;
  readonly lacking: string;
}

const LINES: readonly Line[] = readFileSync(join(__dirname, "../../docs/speeches.md"), "utf8")
  .split("\n")
  .filter((line) => /^\| [AB]\d+ \|/.test(line))
  .map((line) => {
    const cells = line.split("|").map((cell) => cell.trim());
    const [, sentence = "", , rules = "", functions = "", pages = "", lacking = ""] = cells;
    const words = (cell: string): string[] => cell.split(" ").filter((word) => word !== "");
    return { sentence, rules: words(rules), functions: words(functions), pages, lacking };
  });

const numbered = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${letter}${String(index + 1)}`);

test("every sentence stands once", () => {
  expect(LINES.map(({ sentence }) => sentence)).toEqual([...numbered("A", 41), ...numbered("B", 33)]);
});

test("each is answered by something, or says what is lacking", () => {
  const silent = LINES.filter(
    ({ rules, functions, pages, lacking }) => rules.length + functions.length === 0 && pages === "" && lacking === "",
  );
  expect(silent).toEqual([]);
});

test("rules and functions that are named are there", () => {
  const codes = new Set(RULES.map(({ code }) => code));
  const ids = new Set(FUNCTIONS.map(({ id }) => id));
  expect(LINES.flatMap(({ rules }) => rules).filter((code) => !codes.has(code))).toEqual([]);
  expect(LINES.flatMap((line) => line.functions).filter((id) => !ids.has(id))).toEqual([]);
});

test.each(RULES.filter(({ seed }) => seed !== undefined).map((rule) => [rule.code, rule.seed ?? []] as const))(
  "%s stands at the sentences that ask for it",
  (code, seed) => {
    for (const sentence of seed) expect(LINES.find((line) => line.sentence === sentence)?.rules ?? []).toContain(code);
  },
);

test("sheets that are named as leaving the ledger are made somewhere", () => {
  const folder = join(__dirname, "../../src/report/export");
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");
  const named = LINES.flatMap(({ pages }) => pages.split("、").filter((part) => /^(?:导出|汇总)/.test(part))).flatMap(
    (part) => [...part.matchAll(/“([^”]+)”/g)].map(([, name = ""]) => name),
  );
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((name) => !sources.includes(`"${name}"`))).toEqual([]);
});
