import { Cancelled, nextTurn, runInSlices } from "../../taskpane/slices";

/** Counts to `count`, busy for `ms` at each step. */
function* busySteps(count: number, ms: number): Generator<number, string> {
  for (let done = 1; done <= count; done++) {
    const end = performance.now() + ms;
    while (performance.now() < end);
    yield done;
  }
  return "done";
}

test("gives the result of the generator", async () => {
  expect(await runInSlices(busySteps(3, 0), { signal: new AbortController().signal })).toBe("done");
});

test("others get their turn while it works, and progress is told at the end of each slice", async () => {
  let turns = 0;
  let isOver = false;
  const count = async (): Promise<void> => {
    while (!isOver) {
      await nextTurn();
      turns++;
    }
  };
  const counting = count();
  const seen: number[] = [];
  await runInSlices(busySteps(60, 2), { signal: new AbortController().signal, onProgress: (rows) => seen.push(rows) });
  isOver = true;
  await counting;
  expect(turns).toBeGreaterThanOrEqual(3);
  expect(seen.length).toBeGreaterThanOrEqual(3);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
});

test("stops between slices where it is cancelled", async () => {
  const controller = new AbortController();
  const running = runInSlices(busySteps(1_000_000, 1), {
    signal: controller.signal,
    onProgress: () => controller.abort(),
  });
  await expect(running).rejects.toBeInstanceOf(Cancelled);
});
