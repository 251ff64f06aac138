/** The worksheets of words that decide an area or a negative class: as many in a cell as can be read at a glance, each row with its weight and source. */
import { list, number, term, text, words, yesNo } from "./cells";
import { emptied, indexOfEntry } from "./entryTable";
import type { Area, NegativeClass, Pack, WordGroup } from "./pack";
import type { ColumnSpec, Draft, Row, Table } from "./table";

/** Characters of words in a cell, separators included: three lines of it. */
const LONGEST_ROW = 90;

const WEIGHED = "words";
type Use = typeof WEIGHED | "misleading" | "exceptions" | "exceptionsApart";

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
      { heading: "来源", path: ["source"], kind: text, note: "“算数”的词要填；其余空着。", width: 32 },
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
      const entries = emptied(draft, part, kinds, () => []);
      const groups = new Map<string, WordGroup & { words: string[] }>();
      for (const row of rows) {
        const index = indexOfEntry(entries, row.item["class"]);
        const into = entries[index]?.[String(row.item["use"])] as unknown[] | undefined;
        if (!into) continue;
        if (row.item["use"] === WEIGHED) putWeighed(row, into, { path: [part, index, WEIGHED], groups, draft });
        else putPlain(row, into, draft);
      }
    },
  };
}

function rowsOf(entry: Pack["areas" | "negatives"][number], kinds: readonly Use[]): WordRow[] {
  return kinds.flatMap((use) => {
    if (use === WEIGHED) return weighedRows(entry);
    const plain = wordsFor(entry, use);
    return plain.length === 0 ? [] : readable(plain).map((some) => ({ class: entry.id, use, words: some }));
  });
}

function wordsFor(entry: Area | NegativeClass, use: Exclude<Use, typeof WEIGHED>): readonly string[] {
  if (use === "misleading") return entry.misleading;
  return use in entry ? (entry as NegativeClass)[use] : [];
}

/** Groups that differ in nothing but their words are told apart by a number, which the pack of nobody needs. */
function weighedRows({ id, words: groups }: Area | NegativeClass): WordRow[] {
  const seen = new Map<string, number>();
  return groups.flatMap(({ words: all, ...group }) => {
    const alike = JSON.stringify([group.source, group.weight, group.anywhere, group.endsNameOf]);
    const count = (seen.get(alike) ?? 0) + 1;
    seen.set(alike, count);
    const number = count === 1 ? undefined : String(count);
    return readable(all).map((some) => ({ ...group, class: id, use: WEIGHED, words: some, group: number }));
  });
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

interface Weighed {
  readonly path: readonly (string | number)[];
  readonly groups: Map<string, { readonly words: string[] }>;
  readonly draft: Draft;
}

function putWeighed(row: Row, into: unknown[], { path, groups, draft }: Weighed): void {
  const { weight, source, anywhere, endsNameOf, group, words: some } = row.item as unknown as WordRow;
  for (const [key, name] of [["weight", "分量"] as const, ["source", "来源"] as const])
    if (row.item[key] === undefined) draft.fault(row.at(key), `「${name}」未填`, "“算数”的词请补填");
  const key = JSON.stringify([path, source, weight, anywhere, endsNameOf, group]);
  const known = groups.get(key);
  if (known) {
    known.words.push(...(some ?? []));
    return;
  }
  const fresh = {
    source,
    weight,
    anywhere,
    ...(endsNameOf === undefined ? {} : { endsNameOf }),
    words: [...(some ?? [])],
  };
  groups.set(key, fresh);
  draft.locate([...path, into.length], row);
  into.push(fresh);
}

function putPlain(row: Row, into: unknown[], draft: Draft): void {
  for (const [key, name] of [["weight", "分量"] as const, ["source", "来源"] as const])
    if (row.item[key] !== undefined)
      draft.fault(row.at(key), `「${name}」只有“算数”的词才填`, "请清空这一格，或把作用改为 算数");
  into.push(...((row.item["words"] as readonly string[] | undefined) ?? []));
}
