/** Whatever a pack may hold has one name, the one that its worksheets use. */
import { packSchema } from "../../src/policy/pack";
import { ENTRY_TABLES, HOLIDAYS } from "../../src/policy/tables";
import { isPackFact, packFactTerm, PACK_PARTS, packPartTerm } from "../../src/words/packTerms";
import type { Shape } from "../policy/schemaShape";

/** The keys that the schema itself names, however deep. */
function keysIn({ _zod: { def } }: Shape): string[] {
  const { shape = {}, innerType, element, valueType, options = [] } = def;
  const below = [innerType, element, valueType, ...options].filter((each) => each !== undefined);
  return [...Object.keys(shape), ...[...Object.values(shape), ...below].flatMap((each) => keysIn(each as Shape))];
}

const SHAPE = packSchema as unknown as Shape;
const parts = Object.entries(SHAPE._zod.def.shape ?? {});

test("every part of a pack has a name in both languages", () => {
  expect(parts.map(([part]) => part).sort()).toEqual(Object.keys(PACK_PARTS).sort());
  const zh = parts.map(([part]) => packPartTerm(part, "zh"));
  expect(new Set(zh).size).toBe(zh.length);
});

test.each(parts)("whatever stands in %s has a name", (part, shape) => {
  const keys = keysIn(shape).filter((key) => key !== "numbers" && key !== "texts");
  expect(keys.filter((key) => !isPackFact(part, key))).toEqual([]);
});

test.each(ENTRY_TABLES.map((table) => [table.sheet, table] as const))(
  "%s bears the names of its worksheet",
  (sheet, { list, columns }) => {
    expect(packPartTerm(list, "zh")).toBe(sheet);
    expect(columns.map(({ path }) => packFactTerm(list, path.join("."), "zh"))).toEqual(
      columns.map(({ heading }) => heading),
    );
    const english = columns.map(({ path }) => packFactTerm(list, path.join("."), "en"));
    // Routes are what a ledger calls them.
    expect(english.filter((term) => /[^\x20-\x7e万元]/.test(term.replace(/ · (?:审批|核准|备案)$/, "")))).toEqual([]);
  },
);

test("holidays are named as their worksheet", () => {
  expect(packPartTerm("workdays", "zh")).toBe(HOLIDAYS);
});

test("what a bureau named itself keeps its name", () => {
  expect(packFactTerm("lights", "texts.开工", "zh")).toBe("开工");
  expect(packFactTerm("channels", "procedures.apply", "zh", () => "申报")).toBe("各阶段手续 · 申报");
  expect(packPartTerm("newer", "zh")).toBe("newer");
});
