import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { RULES } from "../../src/rules/index";
import type { LedgerExample, Rule } from "../../src/rules/rule";
import { ruleSentences, sentences } from "../../src/words/finding";
import { RULE_WORDS } from "../../src/words/rules/index";
import { allFindings, COUNTY, judgedExample } from "./judge";

const RULE_FOLDER = join(__dirname, "../../src/rules");
const CODES_ON_DISK = readdirSync(RULE_FOLDER)
  .filter((file) => /^[A-Z]\d{3}\.ts$/.test(file))
  .map((file) => file.slice(0, 4))
  .sort();

interface Example {
  readonly rule: Rule;
  readonly number: number;
  readonly example: LedgerExample;
}

function examplesOf(kind: "good" | "bad"): Example[] {
  return RULES.flatMap((rule) => {
    const examples: readonly LedgerExample[] = rule.scope === "row" ? rule[kind].map((row) => [row]) : rule[kind];
    return examples.map((example, index) => ({ rule, number: index + 1, example }));
  });
}

const named = (examples: readonly Example[]): [string, Example][] =>
  examples.map((example) => [`${example.rule.code} (${String(example.number)})`, example]);

describe("every rule", () => {
  test("has a file of its code, and every such file is listed", () => {
    expect(RULES.map((rule) => rule.code).sort()).toEqual(CODES_ON_DISK);
  });

  test("that was promised is there; a code is never renamed or used again", () => {
    const promised: Readonly<Record<string, readonly [number, number]>> = {
      F: [101, 118],
      C: [201, 214],
      P: [301, 312],
      S: [401, 404],
      R: [501, 509],
      D: [601, 607],
      K: [701, 706],
      A: [801, 804],
    };
    const codes = Object.entries(promised).flatMap(([group, [from, to]]) =>
      Array.from({ length: to - from + 1 }, (_, index) => `${group}${String(from + index)}`),
    );
    expect(RULES.map(({ code }) => code).sort()).toEqual(codes.sort());
  });

  test("has a code of its own", () => {
    expect(new Set(RULES.map((rule) => rule.code)).size).toBe(RULES.length);
  });

  test.each(RULES.map((rule) => [rule.code, rule] as const))(
    "%s has a clause, examples and the file of its name",
    (code, rule) => {
      expect(existsSync(join(RULE_FOLDER, `${code}.ts`))).toBe(true);
      expect(rule.basis.document).not.toBe("");
      expect(rule.good.length).toBeGreaterThanOrEqual(1);
      expect(rule.bad.length).toBeGreaterThanOrEqual(1);
      expect(rule.on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    },
  );

  test.each(RULES.map((rule) => [rule.code] as const))("%s has words in Chinese and English", (code) => {
    for (const locale of ["zh", "en"] as const) {
      const words = ruleSentences(code, locale);
      for (const text of [words.title, words.condition, words.ignore]) expect(text.trim()).not.toBe("");
    }
    expect(ruleSentences(code, "zh").title.length).toBeLessThanOrEqual(11);
  });

  test("and no words stand for a rule that is not there", () => {
    expect(Object.keys(RULE_WORDS).filter((code) => !CODES_ON_DISK.includes(code))).toEqual([]);
  });
});

describe("settings of the pack", () => {
  test("belong to rules that there are", () => {
    const codes = new Set(RULES.map((rule) => rule.code));
    expect(Object.keys(COUNTY.rules).filter((code) => !codes.has(code))).toEqual([]);
  });
});

describe("a good example", () => {
  test.each(named(examplesOf("good")))("of %s does not bring its code", (_, { rule, example }) => {
    const codes = allFindings(judgedExample(example, rule.on)).map((finding) => finding.code);
    expect(codes).not.toContain(rule.code);
  });
});

/** Error values, unreadable text and the like bring nothing else; what a bad example may bring besides is no error. */
describe("a bad example", () => {
  test.each(named(examplesOf("bad")))("of %s brings its code and no other error", (_, { rule, example }) => {
    const findings = allFindings(judgedExample(example, rule.on));
    expect(findings.map((finding) => finding.code)).toContain(rule.code);
    const expected = [rule.code, ...(rule.speaksOf ?? [])];
    const others = findings.filter(({ code, severity }) => !expected.includes(code) && severity === "error");
    expect(others.map((finding) => finding.code)).toEqual([]);
  });
});

/** What a clerk typed and names of clauses may hold any sign; the rest of a Chinese sentence holds none of these. */
const LATIN = /[A-Za-z]{2,}|undefined|NaN|null|\[object|[{}\\]/;

describe("the sentences of every bad example", () => {
  test.each(named(examplesOf("bad")))("of %s read well", (_, { rule, example }) => {
    const findings = allFindings(judgedExample(example, rule.on)).filter((finding) => finding.code === rule.code);
    for (const finding of findings) {
      const zh = sentences(finding, "zh");
      const en = sentences(finding, "en");
      for (const text of Object.values(en)) expect(text).not.toMatch(/undefined|NaN|\[object/);
      const foreign = [
        ...Object.values(finding.args).flat().map(String),
        ...Object.values(finding.basis),
        ...finding.cells,
      ];
      for (const text of Object.values(zh)) expect(withoutGiven(text, foreign)).not.toMatch(LATIN);
      expect(withoutGiven(zh.message, foreign).length).toBeLessThanOrEqual(60);
      expect(zh.message).toMatch(/。$/);
      expect(zh.how).toMatch(/。$/);
      expect(zh.why).toContain("依据");
    }
  });
});

function withoutGiven(text: string, given: readonly string[]): string {
  return [...given]
    .filter((each) => each !== "")
    .sort((a, b) => b.length - a.length)
    .reduce((rest, each) => rest.split(each).join(""), text);
}
