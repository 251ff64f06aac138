import { call } from "../../functions/call";
import { FunctionFailure } from "../../functions/function";
import { exampleFormula, FUNCTIONS, NAMESPACE } from "../../functions/table";
import { CONTEXT } from "./context";

const named = FUNCTIONS.map((fn) => [fn.id, fn] as const);

test.each(named)("the example of %s gives what help says", (_, fn) => {
  expect(call(fn, fn.example.args, CONTEXT)).toEqual(fn.example.gives);
});

test.each(named)("%s is described as Excel and WPS demand", (_, fn) => {
  expect(fn.id).toMatch(/^[A-Z][A-Z0-9]{2,31}$/);
  expect(fn.name).toMatch(/^[\u4e00-\u9fff]{3,}$/);
  expect(fn.description.length).toBeGreaterThan(8);
  expect(fn.description.length).toBeLessThanOrEqual(128);
  expect(fn.help).toBe(`${fn.id}.md`);
  for (const parameter of fn.parameters) {
    expect(parameter.name.length).toBeGreaterThan(0);
    expect(parameter.name.length).toBeLessThanOrEqual(64);
    expect(parameter.description.length).toBeGreaterThan(3);
    expect(parameter.description.length).toBeLessThanOrEqual(128);
  }
  const firstOptional = fn.parameters.findIndex((parameter) => parameter.optional);
  if (firstOptional >= 0)
    expect(fn.parameters.slice(firstOptional).every((parameter) => parameter.optional)).toBe(true);
});

test("no id and no name stands twice", () => {
  expect(new Set(FUNCTIONS.map((fn) => fn.id)).size).toBe(FUNCTIONS.length);
  expect(new Set(FUNCTIONS.map((fn) => fn.name)).size).toBe(FUNCTIONS.length);
  expect(NAMESPACE).toMatch(/^[A-Za-z]+$/);
});

test.each(named)("%s says in a sentence what is missing when it is called without arguments", (_, fn) => {
  const outcome = call(fn, [], CONTEXT);
  if (fn.parameters.every((parameter) => parameter.optional)) return;
  expect(outcome).toBeInstanceOf(FunctionFailure);
  expect((outcome as FunctionFailure).sentence).toMatch(/请填写/);
});

/** What programs hand over for a cell: blank in its three forms, words, numbers of every size, a logical value. */
const ODD = ["", null, 0, "无", "￥%#", -1, 1e300, NaN, true, "长".repeat(5000)];

test.each(named)("%s never throws, whatever its cells hold", (_, fn) => {
  for (const odd of ODD) {
    const asCells = fn.parameters.map(() => odd);
    const asRanges = fn.parameters.map((parameter) => (parameter.takes === "cell" ? odd : [[odd], [odd]]));
    for (const args of [asCells, asRanges]) expect(() => call(fn, args, CONTEXT)).not.toThrow();
  }
});

test("an example is shown as a formula", () => {
  expect(FUNCTIONS.map((fn) => exampleFormula(fn))).toContain('=XM.金额万元("约1.2亿元")');
});
