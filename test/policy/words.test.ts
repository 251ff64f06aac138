/**
 * What a deciding word rests on: the official list of areas, at least two names that have nothing else in common, a shorter
 * word of the class inside it, or, where one name alone shows it, somebody who has read it: no word owes its place to one name.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { shippedPacks } from "../../src/policy/load";
import { readCases } from "../score/areas";

const text = (path: string): string => readFileSync(join(__dirname, path), "utf8");
const NAMES = ["../score/areas.csv", "../score/areas-blind.csv"]
  .flatMap((path) => readCases(text(path)))
  .map(({ name }) => name);

/** word|class → the source under which the pack has it. */
const READ = new Map(
  text("read-words.csv")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","))
    .map(([word = "", of = "", source = ""]) => [`${word}|${of}`, source]),
);

interface Word {
  readonly word: string;
  readonly of: string;
  readonly source: string;
}

const [pack] = shippedPacks();
const classes = [
  ...(pack?.areas ?? []).map((area) => ({ ...area, list: [area.name, ...area.second].join(" ") })),
  ...(pack?.negatives ?? []).map((negative) => ({ ...negative, list: negative.name })),
];

const SOURCES = [
  "专项债券投向领域二级目录",
  "政府投资项目通用名称",
  "国民经济行业分类 GB/T 4754",
  "国家级规划和战略名称",
  "国办发〔2024〕52号负面清单类别",
  "机关团体建设楼堂馆所管理条例（国务院令第688号）",
  "公开的重点项目名单中常见的企业与商业品牌",
];

/** Names that hold the word and share nothing else of four characters. */
function unrelated(word: string): readonly string[] {
  const kept: { readonly name: string; readonly rest: string }[] = [];
  for (const name of NAMES) {
    if (!name.includes(word)) continue;
    const rest = name.split(word).join("·");
    if (!kept.some((each) => shareFour(each.rest, rest))) kept.push({ name, rest });
    if (kept.length === 2) break;
  }
  return kept.map(({ name }) => name);
}

function shareFour(a: string, b: string): boolean {
  for (let at = 0; at + 4 <= a.length; at++) {
    const run = a.slice(at, at + 4);
    // 「建设项目」 and the like say nothing of the name.
    if (!/建设|项目|工程|改造|[·]/.test(run) && b.includes(run)) return true;
  }
  return false;
}

const loneIn = (word: string): boolean => NAMES.filter((name) => name.includes(word)).length === 1;

const lone: Word[] = classes.flatMap(({ name: of, list, words }) => {
  const all = words.flatMap(({ words: group, source }) => group.map((word) => ({ word, of, source })));
  const firm = all.filter(({ word }) => list.includes(word) || unrelated(word).length === 2).map(({ word }) => word);
  const isFirm = new Set(firm);
  const rests = ({ word }: Word): boolean =>
    isFirm.has(word) || firm.some((each) => each.length >= 2 && each !== word && word.includes(each));
  return all.filter((each) => !rests(each) && loneIn(each.word));
});

test("every word has its source, one of a short list", () => {
  const sources = new Set(classes.flatMap(({ words }) => words.map(({ source }) => source)));
  expect([...sources].sort()).toEqual([...SOURCES].sort());
});

test("no word stands twice in its class", () => {
  const twice = classes.flatMap(({ name, words }) => {
    const all = words.flatMap((group) => group.words);
    return all.filter((word, index) => all.indexOf(word) !== index).map((word) => `${name} ${word}`);
  });
  expect(twice).toEqual([]);
});

test("a word that a single name shows has been read by somebody, under the source that it has now", () => {
  const unread = lone.filter(({ word, of, source }) => READ.get(`${word}|${of}`) !== source);
  expect(unread.map(({ word, of }) => `${of} ${word}`)).toEqual([]);
});

test("what has been read is still in the pack", () => {
  const there = new Set(
    classes.flatMap(({ name, words }) => words.flatMap((group) => group.words.map((word) => `${word}|${name}`))),
  );
  expect([...READ.keys()].filter((key) => !there.has(key))).toEqual([]);
});

test("two names that differ in their place only are one", () => {
  expect(shareFour("云岭县·小学教学楼", "青川县·小学教学楼")).toBe(true);
  expect(shareFour("云岭县·建设项目", "柳林镇·建设项目")).toBe(false);
});
