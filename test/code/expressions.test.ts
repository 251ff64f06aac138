/** A regular expression that can read the same words in two ways tries both each time they stand again: forty of them in one cell, and the program never comes back. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { workTime } from "../growth";
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
/** So many times a word is repeated, in steps: what doubles more than once each time would not come back from the last. */
const REPEATED = [14, 17, 20];
/** Milliseconds, which no machine takes for what is read in one way, and none is below for what is read in two. */
const [ENDLESS, NOTHING] = [2000, 0.05];
/** And six times more: where each time doubles the work 64 times as long; about four times where there are several places to begin at. */
const MORE = 26;
const DOUBLES = 12;
/** What is less is not told apart, in milliseconds. */
const LEAST = 2;
/** What a busy machine disturbs once it does not disturb every time. */
const TRIES = 5;

/** A text that keeps the expression busy, or null. No text that the expression fits: it has to try every way. */
function slowest(regExp: RegExp): string | null {
  const words = wordsOf(regExp.source);
  const pumped = [...words, ...words.flatMap((one) => words.map((other) => one + other))];
  return pumped.find((word) => isSlow(regExp, word)) ?? null;
}

function isSlow(regExp: RegExp, word: string): boolean {
  const timeOf = (times: number, tries: number): number => {
    const text = word.repeat(times) + "\u0001";
    return workTime(() => regExp.test(text), tries);
  };
  for (const times of REPEATED) if (timeOf(times, 1) > ENDLESS) return true;
  const [last = 0] = REPEATED.slice(-1);
  if (timeOf(last, 2) < NOTHING) return false;
  for (let attempt = 0; attempt < TRIES; attempt++)
    if (timeOf(MORE, 3) / Math.max(timeOf(last, 3), LEAST) <= DOUBLES) return false;
  return true;
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
