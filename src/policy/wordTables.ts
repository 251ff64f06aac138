/** The worksheets of words that decide an area or a negative class: as many in a cell as can be read at a glance, each row with its weight and source. */
import { list, number, term, text, words, yesNo } from "./cells";
import { emptied, indexOfEntry } from "./entryTable";
import type { Area, NegativeClass, WordGroup } from "./pack";
import type { ColumnSpec, Draft, Row, Table } from "./table";

/** Characters of words in a cell, separators included: three lines of it. */
const LONGEST_ROW = 90;

const WEIGHED = "words";
const SOURCED = "sourced";
type PlainUse = NegativeClass[typeof SOURCED][number]["use"];
type Use = typeof WEIGHED | PlainUse;

interface WordsOf {
  readonly sheet: string;
  readonly line: string;
  readonly part: "areas" | "negatives";
  readonly heading: string;
  /** What words may be there for, as it stands in a cell. */
  readonly uses: Readonly<Record<string, Use>>;
}

export const areaWordsTable = wordTable({
  sheet: "领域用词",
  line:
    "项目名称里有“算数”的词，就偏向这个领域：分量 5 以上指事物本身，3 指同类，1 只是迹象。“不算数”的词盖住它里面的字，" +
    "如“工业大学”里的“工业”不算。加词：接着写，用顿号隔开，或在最后另起一行；减词：删掉。词里的 0 代表任意一个数字。",
  part: "areas",
  heading: "领域",
  uses: { 算数: WEIGHED, 不算数: "misleading" },
});

export const negativeWordsTable = wordTable({
  sheet: "负面用词",
  line:
    "项目名称里有“算数”的词，就怀疑属于这一类；“不算数”的词盖住它里面的字；有“除外”的词就不属于这一类；" +
    "“除外（只管本项）”的词在并列的名称里只管自己那一项。加词：接着写，用顿号隔开，或在最后另起一行；减词：删掉。",
  part: "negatives",
  heading: "负面类别",
  uses: { 算数: WEIGHED, 不算数: "misleading", 除外: "exceptions", "除外（只管本项）": "exceptionsApart" },
});

interface WordRow extends Partial<Omit<WordGroup, "words">> {
  readonly class: string;
  readonly use: Use;
  readonly words: readonly string[];
  readonly group?: string | undefined;
}

function wordTable({ sheet, line, part, heading, uses }: WordsOf): Table {
  const kinds = Object.values(uses);
  const classColumn: ColumnSpec = {
    heading,
    path: ["class"],
    kind: term((terms) => terms[part]),
    required: true,
    width: 20,
  };
  return {
    sheet,
    line,
    marks: [heading, "用词"],
    columns: [
      classColumn,
      { heading: "作用", path: ["use"], kind: words(uses), required: true, width: 14 },
      { heading: "用词", path: ["words"], kind: list, required: true, width: 64, look: "wrapped" },
      {
        heading: "分量",
        path: ["weight"],
        kind: number,
        note: "“算数”的词要填；其余空着。改一行的分量，只改这一行的词。",
        width: 8,
      },
      { heading: "来源", path: ["source"], kind: text, note: "“算数”的词要填；其余知道的就填。", width: 32 },
      {
        heading: "不论位置",
        path: ["anywhere"],
        kind: yesNo,
        blank: false,
        note: "是：在名称里哪个位置都一样算数。空着：越靠近名称末尾越算数。",
        width: 10,
      },
      {
        heading: "专名最多字数",
        path: ["endsNameOf"],
        kind: number,
        note: "只有专有名称以这个词结尾、并且不超过这么多字，才算数。空着：不看专名。",
        width: 10,
      },
      {
        heading: "组",
        path: ["group"],
        kind: text,
        seldom: true,
        note: "分量、来源都相同而要分开的，写不同的组；一般空着。",
        width: 6,
      },
    ],
    rows: (pack) => pack[part].flatMap((entry) => rowsOf(entry, kinds)),
    put: (rows, draft) => {
      const entries = emptied(draft, part, [...kinds, SOURCED], () => []);
      const groups: Groups = new Map();
      for (const row of rows) {
        const index = indexOfEntry(entries, row.item["class"]);
        const list = listOf(row);
        const into = entries[index]?.[list] as unknown[] | undefined;
        if (!into) continue;
        if (list === WEIGHED) putWeighed(row, into, { path: [part, index, list], groups, draft });
        else putUnweighed(row, into, { path: [part, index, list], groups, draft });
      }
    },
  };
}

function rowsOf(entry: Area | NegativeClass, kinds: readonly Use[]): WordRow[] {
  const rows = kinds.flatMap((use): WordRow[] => {
    if (use === WEIGHED) return weighedRows(entry);
    const plain = wordsFor(entry, use);
    return plain.length === 0 ? [] : readable(plain).map((some) => ({ class: entry.id, use, words: some }));
  });
  return [...rows, ...sourcedRows(entry)];
}

function wordsFor(entry: Area | NegativeClass, use: PlainUse): readonly string[] {
  if (use === "misleading") return entry.misleading;
  return use in entry ? (entry as NegativeClass)[use] : [];
}

function weighedRows({ id, words: groups }: Area | NegativeClass): WordRow[] {
  const numberOf = numbering();
  return groups.flatMap(({ words: all, ...said }) => {
    const group = numberOf([said.source, said.weight, said.anywhere, said.endsNameOf]);
    return readable(all).map((some) => ({ ...said, class: id, use: WEIGHED, words: some, group }));
  });
}

function sourcedRows({ id, sourced }: Area | NegativeClass): WordRow[] {
  const numberOf = numbering();
  return sourced.flatMap(({ words: all, use, source }) => {
    const group = numberOf([use, source]);
    return readable(all).map((some) => ({ class: id, use, source, words: some, group }));
  });
}

/** Groups that differ in nothing but their words are told apart by a number, which the pack of nobody needs. */
function numbering(): (said: readonly unknown[]) => string | undefined {
  const seen = new Map<string, number>();
  return (said) => {
    const alike = JSON.stringify(said);
    const count = (seen.get(alike) ?? 0) + 1;
    seen.set(alike, count);
    return count === 1 ? undefined : String(count);
  };
}

function readable(all: readonly string[]): (readonly string[])[] {
  const rows: string[][] = [[]];
  let length = 0;
  for (const word of all) {
    length += word.length + 1;
    if (length > LONGEST_ROW && rows.at(-1)?.length !== 0) {
      rows.push([]);
      length = word.length + 1;
    }
    rows.at(-1)?.push(word);
  }
  return rows;
}

/** Where in the pack a row's words go. */
function listOf({ item: { use, source } }: Row): string {
  return use === WEIGHED || source === undefined ? String(use) : SOURCED;
}

type Groups = Map<string, { readonly words: string[] }>;

interface Into {
  readonly path: readonly (string | number)[];
  readonly groups: Groups;
  readonly draft: Draft;
}

function putWeighed(row: Row, into: unknown[], context: Into): void {
  const { weight, source, anywhere, endsNameOf } = row.item as unknown as WordRow;
  for (const [key, name] of [["weight", "分量"] as const, ["source", "来源"] as const])
    if (row.item[key] === undefined) context.draft.fault(row.at(key), `「${name}」未填`, "“算数”的词请补填");
  putGroup({ source, weight, anywhere, ...(endsNameOf === undefined ? {} : { endsNameOf }) }, row, into, context);
}

function putUnweighed(row: Row, into: unknown[], context: Into): void {
  const { use, source } = row.item as unknown as WordRow;
  if (row.item["weight"] !== undefined)
    context.draft.fault(row.at("weight"), "「分量」只有“算数”的词才填", "请清空这一格，或把作用改为 算数");
  if (source === undefined) into.push(...wordsOf(row));
  else putGroup({ use, source }, row, into, context);
}

/** A row that says the same as one before it goes on with its words. */
function putGroup(said: object, row: Row, into: unknown[], { path, groups, draft }: Into): void {
  const key = JSON.stringify([path, said, row.item["group"]]);
  const known = groups.get(key);
  if (known) {
    known.words.push(...wordsOf(row));
    return;
  }
  const fresh = { ...said, words: [...wordsOf(row)] };
  groups.set(key, fresh);
  draft.locate([...path, into.length], row);
  into.push(fresh);
}

function wordsOf(row: Row): readonly string[] {
  return (row.item["words"] as readonly string[] | undefined) ?? [];
}
