/** Figures as real bulletins print them, restated: what the interval of the last printed digit allows, and what it does not. */
import { couldBeSum, printedFigure, type Printed } from "../../src/measure/printed";
import { readAmount } from "../../src/measure/amount";
import { growth } from "../../src/reserve/rates";
import { elapsedShare, paceDifference } from "../../src/reserve/pace";
import { RATIOCHECK } from "../../functions/ratioCheck";
import { gridSheet } from "../../src/sheet/grid";
import { CONTEXT } from "../functions/context";
import { allFindings, judged } from "./judge";
import { layOut } from "./layOut";

const ON = "2025-06-20";

/** A county's bulletin of 2022: 4.28 of 17.68 is printed as 24.25 %, which no figures behind them give. And others. */
const RATES: readonly (readonly [
  what: string,
  part: string | number,
  whole: string | number,
  printed: string,
  agrees: boolean,
])[] = [
  ["completed of the year's plan, out of reach", "4.28", "17.68", "24.25%", false],
  ["the same as it should be", "4.28", "17.68", "24.21%", true],
  ["started of fifty", 33, 50, "66%", true],
  ["started of 225", 188, 225, "83.6%", true],
  ["ten months' share of the year's plan", "629.0", "647.4", "97.2%", true],
  ["two thirds of what came in", "56768.1", "89066.8", "63.7%", true],
  ["and the other third", "32298.7", "89066.8", "36.3%", true],
  ["refused for their area", 8, 40, "20%", true],
  ["refused for their study, of the same forty", 12, 40, "30%", true],
  ["fitting of the reserve", 90, 150, "60%", true],
];

describe("rates", () => {
  test.each(RATES)("RATIOCHECK: %s: %s of %s printed as %s", (_, part, whole, printed, agrees) => {
    const answer = RATIOCHECK.run([part, whole, printed], CONTEXT);
    expect(String(answer).startsWith("相符")).toBe(agrees);
  });

  test.each(RATES.filter(([, part]) => typeof part === "string"))(
    "K703: %s: %s of %s printed as %s",
    (_, part, whole, printed, agrees) => {
      const row = { name: "洛河大桥加固工程", department: "交通运输局", totalInvestment: 999999 };
      const sheet = layOut([
        { ...row, planThisYear: Number(whole), completedThisYear: Number(part), completionRate: printed },
      ]);
      const found = allFindings(judged([sheet], ON)).some(({ code }) => code === "K703");
      expect(found).toBe(!agrees);
    },
  );
});

test.each([
  ["占年度计划比重", false],
  ["2025年投资完成率", false],
  ["投资完成率", true],
  ["占总投资比重", true],
])("K703: a rate under %s, where no column states the year's plan", (heading, doubted) => {
  const sheet = gridSheet("台账", [
    ["项目名称", "责任部门", "总投资（万元）", "累计完成投资（万元）", heading],
    ["洛河大桥加固工程", "交通运输局", 5000, 3200, "45%"],
  ]);
  expect(allFindings(judged([sheet], ON)).some(({ code }) => code === "K703")).toBe(doubted);
});

/** Now, what came on top of last year, and the growth that is printed. */
test.each([
  ["85.43", "42.47", 0.9886, "98.84%", true],
  ["25.42", "0.78", 0.0317, "0.032%", false],
  ["21776.7", "5500", 0.3379, "31.1%", false],
])("%s after an increase of %s grew by %d; printed as %s", (now, increase, grew, printed, agrees) => {
  const before = Number((Number(now) - Number(increase)).toFixed(2));
  expect(growth(Number(now), before)).toBeCloseTo(grew, 4);
  // A growth is the increase of last year's figure.
  expect(String(RATIOCHECK.run([increase, String(before), printed], CONTEXT)).startsWith("相符")).toBe(agrees);
});

test("13.8 points ahead of the year after ten months", () => {
  expect(elapsedShare("2025-10-31")).toBeCloseTo(10 / 12, 10);
  expect(paceDifference(629.0 / 647.4, "2025-10-31")).toBeCloseTo(0.138, 3);
});

/** A printed sum and its printed parts. */
const SUMS: readonly (readonly [total: string, parts: readonly string[], agrees: boolean])[] = [
  ["72561", ["25439", "47072"], false],
  ["9960", ["5330", "4380", "250"], true],
  ["103.6", ["46.2", "54", "3.4"], true],
  ["89066.8", ["56768.1", "32298.7"], true],
];

const figure = (text: string): Printed => printedFigure(text) ?? { value: Number.NaN, half: 0 };

describe("sums", () => {
  test.each(SUMS)("%s of %j", (total, parts, agrees) => {
    expect(couldBeSum(figure(total), parts.map(figure))).toBe(agrees);
  });

  test.each(SUMS)("K701: a ledger whose total prints %s over %j", (total, parts, agrees) => {
    const rows = parts.map((part, index) => ({
      name: `第${String(index + 1)}供水工程`,
      department: "水务局",
      totalInvestment: Number(part),
    }));
    const sheet = layOut([...rows, { name: "合计", totalInvestment: Number(total) }]);
    expect(allFindings(judged([sheet], ON)).some(({ code }) => code === "K701")).toBe(!agrees);
  });
});

test("「7.5亿多元」 and 「近4.65亿元」 are read as about what they say, and nothing is held against them", () => {
  for (const [text, wan] of [
    ["7.5亿多元", 75_000],
    ["近2.96亿元", 29_600],
    ["近4.65亿元", 46_500],
  ] as const)
    expect(readAmount(text, null)?.amount).toEqual({ wan, approx: true });
});
