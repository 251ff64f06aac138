/** The measure of growth tells what it is meant to tell. */
import { FAR_FROM_QUADRATIC, growth } from "./growth";

function count(steps: number): number {
  let sum = 0;
  for (let step = 0; step < steps; step++) sum = (sum * 31 + step) % 1_000_003;
  return sum;
}

test("quadratic work is seen, linear work is not taken for it", () => {
  expect(growth((size) => count(size * size), 200)).toBeGreaterThan(FAR_FROM_QUADRATIC);
  expect(growth((size) => count(size * 1_000), 500)).toBeLessThan(FAR_FROM_QUADRATIC);
});
