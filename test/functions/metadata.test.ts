import { ENGLISH } from "../../functions/english";
import { functionsJson } from "../../functions/metadata";
import { FUNCTIONS } from "../../functions/table";

const PAGE = "https://bureau.example/xm/help.html";
const LOCALES = ["zh", "en"] as const;
const ALL = LOCALES.flatMap((locale) =>
  functionsJson(locale, PAGE).functions.map((fn) => [locale, fn.id, fn] as const),
);

test.each(ALL)("in %s %s keeps to what Excel accepts", (_locale, id, fn) => {
  expect(id).toMatch(/^[A-Za-z][A-Za-z0-9._]{2,63}$/);
  expect(fn.name).toMatch(/^[\p{L}][\p{L}0-9._]{2,63}$/u);
  expect(fn.description.length).toBeLessThanOrEqual(128);
  expect(fn.helpUrl).toBe(`${PAGE}#${id}`);
  for (const parameter of fn.parameters) {
    expect(parameter.name.length).toBeLessThanOrEqual(64);
    expect(parameter.description.length).toBeLessThanOrEqual(128);
  }
  expect(fn.parameters.findIndex(({ optional }) => optional)).not.toBe(0);
});

test.each(LOCALES)("in %s nothing is said that crashes LTSC 2021", (locale) => {
  expect(JSON.stringify(functionsJson(locale, PAGE))).not.toMatch(
    /allow(Custom|Error)DataForDataTypeAny|allowErrorFor/,
  );
});

test("only descriptions and parameter names differ between the languages", () => {
  const [zh, en] = LOCALES.map((locale) => functionsJson(locale, PAGE).functions.map(withoutWords));
  expect(en).toEqual(zh);
});

test("every function has English texts for each of its parameters, and none stands there for nothing", () => {
  expect(Object.keys(ENGLISH)).toEqual(FUNCTIONS.map(({ id }) => id));
  for (const fn of FUNCTIONS) {
    expect([fn.id, ENGLISH[fn.id]?.parameters.length]).toEqual([fn.id, fn.parameters.length]);
    expect(ENGLISH[fn.id]?.description).toMatch(/[A-Za-z]{3,} /);
  }
});

test("what may be a range is declared as one", () => {
  const byId = new Map(functionsJson("zh", PAGE).functions.map((fn) => [fn.id, fn]));
  for (const fn of FUNCTIONS) {
    const declared = byId.get(fn.id)?.parameters.map(({ dimensionality }) => dimensionality);
    expect(declared).toEqual(fn.parameters.map(({ takes }) => (takes === "cell" ? "scalar" : "matrix")));
  }
});

function withoutWords({ description: _, parameters, ...fn }: ReturnType<typeof functionsJson>["functions"][number]) {
  return { ...fn, parameters: parameters.map(({ name: _name, description: _description, ...rest }) => rest) };
}
