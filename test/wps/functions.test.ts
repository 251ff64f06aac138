/** Every worksheet function through WPS's registration: what it is told of them, what it hands over, what its cells show. */
import { isRange, type Argument, type CellInput, type WorksheetFunction } from "../../functions/function";
import { functionsJson } from "../../functions/metadata";
import { FUNCTIONS, NAMESPACE } from "../../functions/table";
import { registerWpsFunctions, wpsMetadata, type WpsRegistration } from "../../functions/wps";
import { argumentFrom } from "../../functions/wpsArguments";
import type { WpsProgram } from "../../src/hosts/wps";
import { functionEntries } from "../../taskpane/functions/list";
import { tellFunctionNames, toldFunctionNames } from "../../taskpane/wps/functionNames";
import { paneShell } from "../../taskpane/wps/shell";
import { MAC, UOS, WINDOWS, type WpsBuild } from "../../workbench/wps/build";
import { LEFT_OUT, type CustomFunctions, type Given } from "../../workbench/wps/customFunctions";
import { failAtLocaleStrings } from "../../workbench/wps/locale";
import { CONTEXT } from "../functions/context";
import { openWps } from "./open";

const named = FUNCTIONS.map((fn) => [fn.id, fn] as const);

interface Registered {
  readonly functions: CustomFunctions;
  readonly registration: WpsRegistration;
  readonly program: WpsProgram;
}

function register(build: WpsBuild): Registered {
  const { wps, program } = openWps([{ name: "台账", cells: [] }], { build });
  const add = program.shell("AddCustomFunction");
  if (!add) throw new Error("no worksheet functions");
  const registration = registerWpsFunctions(add, () => ({ ...CONTEXT, blanks: "zero" }));
  return { functions: wps.functions, registration, program };
}

/** As a formula would have it: each value in a cell of its own, or as a constant. */
function inCells(argument: Argument): Given {
  if (argument === undefined) return undefined;
  const blank = (cell: CellInput) => (cell === "" ? null : cell);
  return { cells: isRange(argument) ? argument.map((row) => row.map(blank)) : [[blank(argument)]] };
}

function asConstant(argument: Argument): Given {
  return isRange(argument) || argument === undefined ? inCells(argument) : argument;
}

describe.each([
  ["cells", UOS, inCells],
  ["cells that arrive as live ranges", WINDOWS, inCells],
  ["constants", WINDOWS, asConstant],
] as const)("asked with %s,", (_, build, given) => {
  const { functions } = register(build);
  test.each(named)("the example of %s comes out as help says", (_id, fn) => {
    const back = failAtLocaleStrings();
    try {
      const args = fn.parameters.map((_unused, index) => given(fn.example.args[index]));
      expect(functions.calculate(fn.name, args)).toEqual(fn.example.gives);
    } finally {
      back();
    }
  });
});

describe("a call without its arguments", () => {
  const { functions } = register(UOS);
  test.each(named)("of %s is a sentence, a blank or an answer, never a 0 or the kind of an object", (_, fn) => {
    const shows = functions.calculate(
      fn.name,
      fn.parameters.map(() => undefined),
    );
    const required = fn.parameters.some(({ optional }) => !optional);
    if (required) expect(shows).toMatch(/[\u4e00-\u9fff]{3}/);
    expect(JSON.stringify(shows)).not.toMatch(/object |undefined|null|NaN/);
  });
  test.each(named)("of %s with blank cells only is no exception", (_, fn) => {
    const shows = functions.calculate(
      fn.name,
      fn.parameters.map(() => ({ cells: [[null]] })),
    );
    expect(JSON.stringify(shows)).not.toMatch(/object |undefined|null|NaN|计算失败|#VALUE!/);
  });
  test.each(named)("of %s with errors in its cells is no exception", (_, fn) => {
    const shows = functions.calculate(
      fn.name,
      fn.parameters.map(() => ({ cells: [["#REF!"]] })),
    );
    expect(JSON.stringify(shows)).not.toMatch(/object |undefined|null|NaN|计算失败|#VALUE!|-2146/);
  });
});

describe("what WPS is told", () => {
  const excel = new Map(functionsJson("zh", "").functions.map((fn) => [fn.id, fn]));

  test.each(named)("of %s is what Excel is told", (id, fn) => {
    const { description, parameters } = wpsMetadata(fn);
    const told = excel.get(id);
    expect(description).toBe(told?.description);
    expect(parameters.map(shapeOf)).toEqual(
      told?.parameters.map(({ name, description: said, type, dimensionality, optional }) => ({
        name,
        description: said,
        type: dimensionality === "matrix" ? "any[][]" : type,
        optional: optional === true,
      })),
    );
  });

  function shapeOf({ name, type, description }: ReturnType<typeof wpsMetadata>["parameters"][number]) {
    return { name, description, type: type.replace("?", ""), optional: type.endsWith("?") };
  }

  test("is said once, under the names that Excel has, and in its namespace", () => {
    const { functions, registration } = register(UOS);
    expect(functions.duplicates).toEqual([]);
    expect(functions.all.map(({ name }) => name)).toEqual([...excel.values()].map(({ name }) => name));
    expect(new Set(functions.all.map(({ namespace }) => namespace))).toEqual(new Set([NAMESPACE]));
    expect(registration).toMatchObject({ underId: [], refused: [] });
  });

  test("where Chinese names are refused is the ids, and which", () => {
    const { functions, registration } = register(MAC);
    expect(registration.underId).toEqual(FUNCTIONS.map(({ id }) => id));
    expect(registration.refused).toEqual([]);
    expect(functions.calculate("AMOUNT", ["约1.2亿元"])).toBe(12000);
  });

  test.each([
    ["Chinese names", UOS, '=XM.金额万元("约1.2亿元")'],
    ["ids", MAC, '=XM.AMOUNT("约1.2亿元")'],
  ])("is what the pane's page lists and inserts: %s", (_, build, formula) => {
    const { program, registration } = register(build);
    const shell = paneShell(program.shell);
    expect(toldFunctionNames(shell)).toBeNull();
    tellFunctionNames(shell, registration);
    const entries = functionEntries("zh", toldFunctionNames(shell));
    expect(entries).toHaveLength(FUNCTIONS.length);
    expect(entries.find(({ id }) => id === "AMOUNT")?.formula).toBe(formula);
  });

  test("nothing is listed that could not be registered", () => {
    const { program, registration } = register(MAC);
    const shell = paneShell(program.shell);
    tellFunctionNames(shell, { ...registration, names: registration.names.filter((name) => name !== "AMOUNT") });
    expect(functionEntries("zh", toldFunctionNames(shell)).map(({ id }) => id)).not.toContain("AMOUNT");
  });
});

describe("arguments", () => {
  const parameter = (
    takes: "cell" | "cells" | "range",
    optional: boolean,
  ): WorksheetFunction["parameters"][number] => ({
    name: "内容",
    description: "",
    type: "any",
    takes,
    ...(optional ? { optional } : {}),
  });
  test.each([
    ["left out", LEFT_OUT, "cell", undefined],
    ["left out as nothing", undefined, "range", undefined],
    ["left out as null", null, "cell", undefined],
    ["a matrix of one", [[5]], "cells", 5],
    ["a matrix of one that is a range", [[5]], "range", [[5]]],
    ["a plain list", [1, 2], "range", [[1, 2]]],
    ["a live range", { Value2: "甲" }, "cell", "甲"],
    ["a live range of several", { Value2: [["甲", null]] }, "range", [["甲", null]]],
    ["a live range whose values are a method", { Value2: () => 3 }, "cell", 3],
    ["an error", -2146826281, "cell", "#DIV/0!"],
    ["a hole", [[1, undefined]], "range", [[1, null]]],
  ] as const)("%s", (_, given, takes, expected) => {
    expect(argumentFrom(given, parameter(takes, true))).toEqual(expected);
  });
  test("null where something is needed is a blank cell", () => {
    expect(argumentFrom(null, parameter("cell", false))).toBeNull();
  });
});

test("a range given is a range answered, a failing cell its sentence", () => {
  const { functions } = register(UOS);
  const shows = functions.calculate("工作日差", [
    { cells: [["2025-06-21"], ["昨天"]] },
    { cells: [["2025-06-30"], ["2025-06-30"]] },
    undefined,
  ]);
  expect(shows).toEqual([[6], [expect.stringContaining("应为日期")]]);
});

test("a blank day among rows is told from 0 where blanks arrive as such", () => {
  const { functions } = register(UOS);
  const rows = (blank: null | 0) => ({ cells: [["柳林镇污水管网工程", blank, 12000]] });
  const heading = { cells: [["项目名称", "开工时间", "总投资（万元）"]] };
  const asked = (blank: null | 0) => functions.calculate("逐行校核", [heading, rows(blank), "2025-06-20"]);
  expect(asked(null)).toEqual(asked(0));
});

test("another pack counts from the next calculation on", () => {
  const { wps, program } = openWps([{ name: "台账", cells: [] }]);
  let context = CONTEXT;
  const add = program.shell("AddCustomFunction");
  if (!add) throw new Error("no worksheet functions");
  registerWpsFunctions(add, () => context);
  context = { ...CONTEXT, pack: { ...CONTEXT.pack, title: "本县的政策包" }, packFrom: "workbook" };
  expect(wps.functions.calculate("当前政策包", [])).toEqual([
    expect.arrayContaining(["本县的政策包", "本工作簿的政策包"]),
  ]);
});

test("a defect of ours is a sentence, since WPS shows an exception as nothing but #VALUE!", () => {
  const { wps, program } = openWps([{ name: "台账", cells: [] }]);
  const add = program.shell("AddCustomFunction");
  if (!add) throw new Error("no worksheet functions");
  registerWpsFunctions(add, () => {
    throw new Error("没有政策包");
  });
  expect(wps.functions.calculate("当前政策包", [])).toBe("计算失败：没有政策包");
});
