/** The worksheets of lights, ranks and scoring: who uses which, and their figures and sentences, one to a row. */
import { number, text, words } from "./cells";
import { emptied, entryColumns, indexOfEntry, shownColumn, without, withParts } from "./entryTable";
import { isRecord } from "./extend";
import { glossary, type Terms } from "./glossary";
import type { Pack } from "./pack";
import { PRESET_FIGURES } from "./parameters";
import type { ColumnSpec, Draft, Row, Table } from "./table";

const PARTS = { 亮灯: "lights", 排名: "ranks", 评分: "scoring" } as const;
type Part = (typeof PARTS)[keyof typeof PARTS];
const parts: readonly Part[] = Object.values(PARTS);

export function isPreset(list: string): list is Part {
  return parts.some((each) => each === list);
}

/** Whether a row of 考核口径 is one of the list's. */
export function isOfPart(list: Part, written: unknown): boolean {
  return Object.entries(PARTS).some(([word, each]) => each === list && word === written);
}

const part: ColumnSpec = { heading: "类别", path: ["part"], kind: words(PARTS), required: true, width: 8 };

export const presetsTable: Table = {
  sheet: "考核口径",
  line: "一行一种口径；它的数值和说明在“口径数值”里。亮灯用哪一种，在“规则参数”里选。",
  marks: ["类别", "编号"],
  columns: [part, ...entryColumns()],
  rows: (pack) => parts.flatMap((each) => pack[each].map((preset) => ({ ...preset, part: each }))),
  put: (rows, draft) => {
    for (const each of parts) {
      const before = draft.parts[each];
      draft.parts[each] = rows
        .filter(({ item }) => item["part"] === each)
        .map((row, index) => {
          draft.locate([each, index], row);
          return { numbers: {}, ...without(withParts(row, before, ["numbers", "texts"]), "part") };
        });
    }
  },
};

const FIGURES = glossary(
  Object.entries(PRESET_FIGURES).map(([key, { name }]) => [key, name]),
  { says: "不是口径的数值", otherwise: "" },
);

export const presetValuesTable: Table = {
  sheet: "口径数值",
  mayLack: true,
  line: "一行一个数值或一句说明。只改“数值”和“说明”。",
  marks: ["类别", "口径"],
  columns: [
    part,
    {
      heading: "口径",
      path: ["preset"],
      kind: {
        write: text.write,
        read: text.read,
        choices: (terms) => parts.flatMap((each) => terms[each].choices),
      },
      required: true,
      width: 28,
    },
    { heading: "项目", path: ["key"], kind: text, required: true, width: 24 },
    { heading: "数值", path: ["number"], kind: number, width: 10 },
    shownColumn("单位", "unit", 24),
    { heading: "说明", path: ["text"], kind: text, width: 48, look: "wrapped" },
  ],
  rows: (pack, terms) => parts.flatMap((each) => pack[each].flatMap((preset) => valuesOf(each, preset, terms))),
  put: (rows, draft) => {
    const presets = Object.fromEntries(
      parts.map((each) => [each, emptied(draft, each, ["numbers", "texts"], () => ({}))]),
    );
    for (const row of rows) putValue(row, presets, draft);
  },
};

function valuesOf(each: Part, { id, numbers, texts }: Pack[Part][number], terms: Terms): object[] {
  const preset = terms[each].write(id);
  return [
    ...Object.entries(numbers).map(([key, value]) => ({
      part: each,
      preset,
      key: FIGURES.write(key),
      number: value,
      unit: Object.entries(PRESET_FIGURES).find(([known]) => known === key)?.[1].unit,
    })),
    ...Object.entries(texts).map(([key, value]) => ({ part: each, preset, key, text: value })),
  ];
}

function putValue(row: Row, presets: Readonly<Record<string, Record<string, unknown>[]>>, draft: Draft): void {
  const { part: each, preset: written, key: name, number: figure, text: sentence } = row.item;
  const list = parts.find((known) => known === each);
  if (!list || typeof written !== "string" || typeof name !== "string") return;
  const named = draft.terms[list];
  const index = indexOfEntry(presets[list] ?? [], named.read(written));
  const preset = presets[list]?.[index];
  if (!preset) {
    const { says, remedy } = named.fault(written);
    draft.fault(row.at("preset"), says, remedy);
    return;
  }
  if ((figure === undefined) === (sentence === undefined)) {
    const says = figure === undefined ? "数值和说明都没有填" : "数值和说明都填了";
    draft.fault(row.at("number"), `「${name}」的${says}`, "请只填其中一个");
    return;
  }
  const field = figure === undefined ? "texts" : "numbers";
  const key = figure === undefined ? name : FIGURES.read(name);
  if (key === null) {
    const { says, remedy } = FIGURES.fault(name);
    draft.fault(row.at("key"), says, remedy);
    return;
  }
  const values = preset[field];
  if (!isRecord(values)) return;
  if (key in values) draft.fault(row.at("key"), `「${written}」的「${name}」有两行`, "请留一行");
  values[key] = figure ?? sentence;
  draft.locate([list, index, field, key], row);
}
