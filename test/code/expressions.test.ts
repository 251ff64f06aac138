/** A regular expression that can read the same words in two ways tries both each time they stand again: forty of them in one cell, and the program never comes back. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { builtDuring, placesOfBuilders } from "./builtExpressions";

interface Expression {
  readonly place: string;
  readonly regExp: RegExp;
}

const sources = execFileSync("git", ["ls-files", "src", "functions", "taskpane", "workbench"], { encoding: "utf8" })
  .split("\n")
  .filter((path) => /\.tsx?$/.test(path));

const written = sources.flatMap(expressionsIn);
const builders = sources.flatMap(placesOfBuilders);
/** What is escaped before it is put into one repeats nothing. */
const ESCAPED = ["taskpane/wps/older.ts"];

it("reads the expressions that repeat a choice", () => {
  expect(written.filter(repeatsChoice).length).toBeGreaterThan(80);
});

it("is sure to notice one that is slow", () => {
  expect(slowest(/^(?:县|处级|县处级)+领导$/u)).toMatch(/^(县处级)+/u);
  expect(slowest(/^(?:总额|额度|总|度)*投资$/u)).toBe("总额度");
  expect(slowest(/^(?:县|处级)+领导$/u)).toBeNull();
});

it("reads no repeated word in two ways", () => {
  expect(slowIn(written)).toEqual([]);
});

it("nor where the program puts the expression together", async () => {
  const built = await builtDuring(async () => {
    for (const path of new Set(builders.map(pathOf))) await import(resolve(path));
    const { filesMeant } = await import("../../src/cli/pattern");
    filesMeant(["src/cli/*a*?.ts"]);
  });
  const places = new Set(built.map(({ place }) => place));
  expect(builders.filter((place) => !ESCAPED.includes(pathOf(place)) && !places.has(place))).toEqual([]);
  expect(slowIn(built)).toEqual([]);
});

function pathOf(place: string): string {
  return place.replace(/:\d+$/, "");
}

function repeatsChoice({ regExp }: Expression): boolean {
  return /\)[*+]/.test(regExp.source);
}

function slowIn(expressions: readonly Expression[]): string[] {
  return expressions.filter(repeatsChoice).flatMap(({ place, regExp }) => {
    const text = slowest(new RegExp(regExp.source, regExp.flags.replace(/[gy]/g, "")));
    return text === null ? [] : [`${place}: ${text}`];
  });
}

function expressionsIn(path: string): Expression[] {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const found: Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      const regExp = new RegExp(node.text.slice(1, end), node.text.slice(end + 1));
      found.push({ place: `${path}:${String(line + 1)}`, regExp });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const MOST_WORDS = 60;
/** Milliseconds: what is read in one way is done in a thousandth of it. */
const SLOW = 60;
/** Each time that something is repeated doubles the work: the last are reached only by what was suspicious before. */
const REPEATED = [14, 20, 24, 26];

/** A text that keeps the expression busy, or null. No text that the expression fits: it has to try every way. */
function slowest(regExp: RegExp): string | null {
  const words = wordsOf(regExp.source);
  const pumped = [...words, ...words.flatMap((one) => words.map((other) => one + other))];
  return pumped.find((word) => isSlow(regExp, word)) ?? null;
}

function isSlow(regExp: RegExp, word: string): boolean {
  let took = 0;
  for (const times of REPEATED) {
    const text = word.repeat(times) + "\u0001";
    took = timeOf(() => regExp.test(text));
    if (took > SLOW) return true;
    if (took < 0.1) return false;
  }
  return false;
}

/** The best of two: another program may have had the processor. */
function timeOf(work: () => void): number {
  const times = [0, 1].map(() => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** With and without what may be missing, and one sign of each class. */
function wordsOf(source: string): string[] {
  const plain = source
    .replace(/\\d/g, "1")
    .replace(/\\s/g, " ")
    .replace(/\[\^?([^\]\\])[^\]]*\]/g, "$1")
    .replace(/\\[pu]\{[^}]*\}|\\./g, "");
  const runs = plain.match(/[\p{L}\d?]+/gu) ?? [];
  const words = runs.flatMap((run) => [run.replaceAll("?", ""), run.replace(/.\?/gu, "")]);
  return [...new Set(words)].filter((word) => word !== "" && word.length <= 8).slice(0, MOST_WORDS);
}
