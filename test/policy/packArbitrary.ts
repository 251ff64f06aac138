/** Any pack that the schema allows, whatever it says: drawn by walking the schema, so that a new part cannot be forgotten. */
import fc from "fast-check";
import { packSchema, type Pack } from "../../src/policy/pack";
import type { Shape } from "./schemaShape";

/** Texts that a worksheet could misread: separators, quotation marks, brackets, words of ours, figures, blanks. */
const TEXTS = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "（无）",
    "是",
    "关闭",
    "20%",
    "[]",
    '"',
    '""',
    "环评或备案",
    "项目名称",
    "开工",
    "专项债券",
  ),
  fc.string({ unit: fc.constantFrom(...'项目甲乙“”、，；;[]{}（）()或无默"\\\n 10a%'), maxLength: 8 }),
);
const DAYS = fc
  .integer({ min: 0, max: 3650 })
  .map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10));
const FIGURES = fc.oneof(
  fc.integer({ min: -1000, max: 1_000_000 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).filter((value) => !Object.is(value, -0)),
);

function arbitraryOf({ _zod: { def } }: Shape): fc.Arbitrary<unknown> {
  switch (def.type) {
    case "string":
      return def.checks && def.checks.length > 0 ? DAYS : TEXTS;
    case "number":
      return FIGURES;
    case "boolean":
      return fc.boolean();
    case "enum":
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case "literal":
      return fc.constantFrom(...(def.values ?? []));
    case "union":
      return fc.oneof(...(def.options ?? []).map(arbitraryOf));
    case "optional":
    case "default":
      return fc.option(arbitraryOf(inner(def.innerType)), { nil: undefined });
    case "nullable":
      return fc.option(arbitraryOf(inner(def.innerType)), { nil: null });
    // The schema's own list of texts.
    case "custom":
      return fc.array(TEXTS, { maxLength: 3 });
    // The one kind of the schema's own is a list of texts.
    case "custom":
      return fc.array(TEXTS, { maxLength: 3 });
    case "array":
      return arrayOf(inner(def.element));
    case "record":
      return fc.dictionary(arbitraryOf(inner(def.keyType)) as fc.Arbitrary<string>, arbitraryOf(inner(def.valueType)), {
        maxKeys: 3,
        noNullPrototype: true,
      });
    case "object":
      return fc.record(
        Object.fromEntries(Object.entries(def.shape ?? {}).map(([key, shape]) => [key, arbitraryOf(shape)])),
      );
    default:
      throw new Error(`The schema has a kind that is not drawn yet: ${def.type}`);
  }
}

/** Ids are used once. */
function arrayOf(element: Shape): fc.Arbitrary<unknown[]> {
  const items = arbitraryOf(element);
  return "id" in (element._zod.def.shape ?? {})
    ? fc.uniqueArray(items, { maxLength: 3, selector: (item) => (item as { id: string }).id })
    : fc.array(items, { maxLength: 3 });
}

function inner(shape: Shape | undefined): Shape {
  if (!shape) throw new Error("The schema says nothing of what is inside");
  return shape;
}

/** Names need not lead anywhere: whether a pack makes sense is not the schema's to say. */
export const anyPack: fc.Arbitrary<Pack> = arbitraryOf(packSchema as unknown as Shape).map((document) =>
  packSchema.parse(JSON.parse(JSON.stringify(document))),
);
