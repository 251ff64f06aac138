/** The first worksheet of a pack: what the pack is, and which sheet holds what. */
import { day, number, shown, text, type CellKind } from "./cells";
import type { Pack } from "./pack";
import type { Table } from "./table";

export const PACK = "政策包";
/** The table of contents begins here. */
const CONTENTS = "工作表";

interface Fact {
  readonly key: "id" | "version" | "title" | "from" | "to" | "areaMargin";
  readonly name: string;
  readonly kind: CellKind;
  readonly means: string;
}

const FACTS: readonly Fact[] = [
  { key: "title", name: "名称", kind: text, means: "校核报告和回执上写的政策包名称" },
  { key: "id", name: "编号", kind: text, means: "改成本县自己的编号，如 XX县-2025" },
  { key: "version", name: "版本", kind: text, means: "改过一次加一，如 2025.2" },
  { key: "from", name: "起始日", kind: day, means: "从这一天起生效" },
  { key: "to", name: "截止日", kind: day, means: "到这一天为止；空着一直有效" },
  {
    key: "areaMargin",
    name: "领域判定的最小差距",
    kind: number,
    means: "第一、第二像的两个领域相差不到这么多就不下结论，请人来定；0.06 即 6%",
  },
];

/** A cell as it is: how it is to be read depends on the row. */
const raw: CellKind = { write: (value) => value as string | number, read: (cell) => ({ value: cell }) };

export function packTable(contents: readonly Pick<Table, "sheet" | "line" | "rows">[]): Table {
  return {
    sheet: PACK,
    line: "从这里看起。只改“内容”一列；下面列出每张表管什么。这些表放在台账工作簿里时，删掉整张表，那一部分就按随附的政策包。",
    marks: ["项目", "内容"],
    end: CONTENTS,
    columns: [
      { heading: "项目", path: ["fact"], kind: text, required: true, width: 22 },
      { heading: "内容", path: ["value"], kind: raw, width: 40, look: "wrapped" },
      { heading: "说明", path: ["means"], kind: shown, width: 90, look: "wrapped" },
    ],
    rows: (pack, terms) => [
      ...FACTS.map(({ key, name, kind, means }) => {
        const value = pack[key];
        return { fact: name, value: value === undefined ? undefined : kind.write(value, terms), means };
      }),
      {},
      { fact: CONTENTS, value: "有几行", means: "管什么、怎么改" },
      ...contents.map(({ sheet, line, rows }) => ({ fact: sheet, value: rows(pack, terms).length, means: line })),
    ],
    put: (rows, draft) => {
      for (const row of rows) {
        const fact = FACTS.find(({ name }) => name === row.item["fact"]);
        if (!fact) {
          const remedy = `请改为其中之一：${FACTS.map(({ name }) => name).join("、")}`;
          draft.fault(row.at("fact"), `不认得「${String(row.item["fact"])}」这一项`, remedy);
          continue;
        }
        const written = row.item["value"];
        const read = written === undefined ? { value: undefined } : fact.kind.read(written as string, draft.terms);
        if ("fault" in read) draft.fault(row.at("value"), `「${fact.name}」${read.fault.says}`, read.fault.remedy);
        else draft.parts[fact.key satisfies keyof Pack] = read.value;
        draft.locate([fact.key], row);
      }
    },
  };
}
