/** How work grows with its size, measured within one run: a limit in seconds would say how busy the machine is. */

/** Linear work takes about this many times as long, quadratic work its square. */
const TIMES = 16;
/** What no measurement can tell from nothing, in milliseconds. */
const NOTHING = 0.5;
const TRIES = 5;
/** A busy machine gets more tries before it is believed: what disturbs passes, what is quadratic stays. */
const MORE_TRIES = 60;

/** Half-way between linear and quadratic, as factors go: four times as much as expected is still no alarm. */
export const FAR_FROM_QUADRATIC = TIMES ** 1.5;

/** How many times as long sixteen times as much takes: the quickest of each, tried in turns until the answer is good or no more can be hoped for. */
export function growth(work: (size: number) => void, size: number): number {
  let [small, large] = [Infinity, Infinity];
  for (let attempt = 0; attempt < MORE_TRIES; attempt++) {
    small = Math.min(small, workTime(() => work(size), 1));
    large = Math.min(large, workTime(() => work(size * TIMES), 1));
    if (attempt + 1 >= TRIES && ratio(small, large) < FAR_FROM_QUADRATIC) break;
  }
  return ratio(small, large);
}

function ratio(small: number, large: number): number {
  return large / Math.max(small, NOTHING);
}

/** Milliseconds; the least of some tries, since only disturbances differ. */
export function workTime(work: () => void, tries: number): number {
  let least = Infinity;
  for (let attempt = 0; attempt < tries; attempt++) {
    const began = worked();
    work();
    least = Math.min(least, worked() - began);
  }
  return least;
}

/** Milliseconds of the processor that this program has had: what others take of a busy machine is not among them. Windows tells them too coarsely. */
function worked(): number {
  if (process.platform === "win32") return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
