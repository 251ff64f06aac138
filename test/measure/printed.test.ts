import fc from "fast-check";
import {
  couldBe,
  couldBeRatio,
  couldBeSame,
  couldBeSum,
  exact,
  growthBounds,
  growthByIncreaseBounds,
  printed,
  printedFigure,
  type Printed,
} from "../../src/measure/printed";

function figure(text: string): Printed {
  const reading = printedFigure(text);
  if (!reading) throw new Error(`${text} is no figure`);
  return reading;
}

test.each([
  ["85.43", 85.43, 0.005],
  ["98.84%", 0.9884, 0.00005],
  ["0.032%", 0.00032, 0.000005],
  ["1,200", 1200, 0.5],
  ["85.40", 85.4, 0.005],
])("%s stands for %d ± %d", (text, value, half) => {
  const reading = figure(text);
  expect(reading.value).toBe(value);
  expect(reading.half).toBeCloseTo(half, 12);
});

test("text that is no figure has no interval", () => {
  for (const text of ["约85", "", "—", "8-9"]) expect(printedFigure(text)).toBeNull();
});

/** Sentences as bulletins print them: increase of the sum, and the growth that is claimed. */
test.each([
  ["85.43", "42.47", "98.84%", true],
  ["25.42", "0.78", "0.032%", false],
  ["25.42", "0.78", "3.17%", true],
  ["21776.7", "5500", "31.1%", false],
])("%s, up by %s, is a growth of %s: %s", (now, increase, growth, possible) => {
  const bounds = growthByIncreaseBounds(figure(now), figure(increase));
  expect(bounds && couldBe(figure(growth), bounds)).toBe(possible);
});

test.each([
  ["4.28", "17.68", "24.25%", false],
  ["4.28", "17.68", "24.21%", true],
  ["56768.1", "89066.8", "63.7%", true],
  ["32298.7", "89066.8", "36.3%", true],
])("%s of %s is %s: %s", (numerator, denominator, ratio, possible) => {
  expect(couldBeRatio(figure(ratio), figure(numerator), figure(denominator))).toBe(possible);
});

test.each([
  [33, 50, "66%", true],
  [188, 225, "83.6%", true],
  [188, 225, "83.5%", false],
])("%i of %i counted is %s: %s", (numerator, denominator, ratio, possible) => {
  expect(couldBeRatio(figure(ratio), exact(numerator), exact(denominator))).toBe(possible);
});

test.each([
  ["72561", ["25439", "47072"], false],
  ["72511", ["25439", "47072"], true],
  ["103.6", ["46.2", "54", "3.4"], true],
  ["89066.8", ["56768.1", "32298.7"], true],
  ["9960", ["5330", "4380", "250"], true],
])("%s is the sum of %j: %s", (total, parts, possible) => {
  expect(couldBeSum(figure(total), parts.map(figure))).toBe(possible);
});

test("nothing can be said against a ratio whose denominator may be nothing", () => {
  expect(couldBeRatio(figure("12%"), figure("3"), figure("0"))).toBe(true);
  expect(growthBounds(figure("3"), figure("0"))).toBeNull();
});

const amount = fc.integer({ min: 1, max: 10_000_000 }).map((cents) => cents / 100);
const rounded = (value: number, decimals: number) => printed(Number(value.toFixed(decimals)), decimals);

test("figures that were rounded from true values are never called wrong", () => {
  fc.assert(
    fc.property(amount, amount, fc.nat(2), fc.nat(4), (one, other, decimals, places) => {
      expect(couldBeSum(rounded(one + other, decimals), [rounded(one, decimals), rounded(other, decimals)])).toBe(true);
      const denominator = rounded(other, decimals);
      expect(couldBeRatio(rounded(one / other, places), rounded(one, decimals), denominator)).toBe(true);
      const growth = growthBounds(rounded(one, decimals), denominator);
      if (growth) expect(couldBe(rounded(one / other - 1, places), growth)).toBe(true);
    }),
  );
});

test("a figure beyond what the parts allow is called wrong", () => {
  fc.assert(
    fc.property(amount, amount, fc.integer({ min: 2, max: 1000 }), (one, other, off) => {
      expect(couldBeSum(printed(one + other + off, 2), [printed(one, 2), printed(other, 2)])).toBe(false);
    }),
  );
});

test.each([
  [5200, 0, 5200.4, 1, true],
  [5200, 0, 5199.5, 1, true],
  [5200, 0, 5200.6, 1, false],
  [5200, 0, 5201, 0, false],
  [5200.4, 1, 5200.4, 1, true],
  [0.1 + 0.2, 6, 0.3, 6, true],
])("%d with %d decimals and %d with %d may be one value: %s", (a, decimals, b, others, same) => {
  expect(couldBeSame(printed(a, decimals), printed(b, others))).toBe(same);
  expect(couldBeSame(printed(b, others), printed(a, decimals))).toBe(same);
});
