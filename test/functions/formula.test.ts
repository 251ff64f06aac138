/** Formulas of ours read and calculated outside the cells. */
import { calculate, readFormula, referencesOf, type Reference } from "../../functions/formula";
import { FunctionFailure, type Range } from "../../functions/function";
import { exampleFormula, FUNCTIONS } from "../../functions/table";
import { CONTEXT } from "./context";

const CELLS: Range = [
  ["名称", "投资"],
  ["甲", "1.2亿元"],
  ["乙", "800万元"],
];

function cellsOf({ top, left, bottom, right }: Reference): Range {
  return CELLS.slice(top - 1, bottom ?? CELLS.length).map((row) => row.slice(left, right + 1));
}

function answer(text: string): unknown {
  return calculate(readFormula(text), cellsOf, "2025-06-20", CONTEXT);
}

function refusal(text: string): string {
  try {
    readFormula(text);
  } catch (error) {
    if (error instanceof FunctionFailure) return error.sentence;
  }
  return "";
}

test.each(FUNCTIONS.map((fn) => [fn.id, fn] as const))("the example of %s gives what help says", (_, fn) => {
  expect(answer(exampleFormula(fn))).toEqual(fn.example.gives);
});

test.each([
  ["=XM.金额万元(B2)", 12000],
  ["xm.amount(b2)", 12000],
  ["= XM.金额万元（ $B$3 ，“元”）", 800],
  ["=XM.金额万元(B2:B3)", [[12000], [800]]],
  ['=XM.金额万元(XM.金额万元(B3), "亿元")', 8000000],
  ['=XM.剩余工作日("2025-06-30",TODAY())', 6],
  ["=XM.比例核对(1,4,25%)", "相符"],
])("%s", (text, expected) => {
  expect(answer(text)).toEqual(expected);
});

test.each([
  ["=XM.金额万元(B2:B3)", [{ sheet: null, top: 2, left: 1, bottom: 3, right: 1 }]],
  ["=XM.金额万元(C:C)", [{ sheet: null, top: 1, left: 2, bottom: null, right: 2 }]],
  ["=XM.金额万元('2025 年''台账'!B2)", [{ sheet: "2025 年'台账", top: 2, left: 1, bottom: 2, right: 1 }]],
  ["=XM.金额万元(2025年!B2)", [{ sheet: "2025年", top: 2, left: 1, bottom: 2, right: 1 }]],
  ["=XM.金额万元(台账!C3:B2)", [{ sheet: "台账", top: 2, left: 1, bottom: 3, right: 2 }]],
  [
    "=XM.疑似重复项目(A2:A3,,B2:B3)",
    [
      { sheet: null, top: 2, left: 0, bottom: 3, right: 0 },
      { sheet: null, top: 2, left: 1, bottom: 3, right: 1 },
    ],
  ],
] as const)("cells of %s", (text, references) => {
  expect(referencesOf(readFormula(text))).toEqual(references);
});

test("a failing cell is a failure of its own, a failing inner call one of the whole", () => {
  const rows = answer('=XM.工作日差({"2025-06-21";"昨天"},"2025-06-30")') as unknown[][];
  expect(rows[0]).toEqual([6]);
  expect(rows[1]?.[0]).toBeInstanceOf(FunctionFailure);
  expect(answer('=XM.金额万元(XM.工作日差("昨天","2025-06-30"))')).toBeInstanceOf(FunctionFailure);
});

test.each([
  ["", "开头"],
  ["=SUM(A1)", "开头"],
  ["=XM.没有(A1)", "没有“XM.没有”这个函数"],
  ["=XM.金额万元(B2", "右括号"],
  ["=XM.金额万元(B2)+1", "看不懂“+1”"],
  ["=XM.金额万元(B)", "看不懂“B)”"],
  ["=XM.金额万元(B2,元)", "看不懂"],
  ["=XM.金额万元(A2:B)", "看不懂"],
  ["=XM.金额万元(A0)", "看不懂"],
  ['=XM.金额万元(1,"元",3)', "最多 2 个参数"],
])("%s is refused with what to do", (text, words) => {
  expect(refusal(text)).toContain(words);
});
