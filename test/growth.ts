/** How work grows with its size, measured within one run: a limit in seconds would say how busy the machine is. */

/** About 8 where work is linear, 64 where it is quadratic. */
const TIMES = 8;
/** What no measurement can tell from nothing, in milliseconds. */
const NOTHING = 0.5;
const TRIES = 5;

/** How many times as long eight times as much takes. */
export function growth(work: (size: number) => void, size: number): number {
  const [small, large] = [quickest(work, size), quickest(work, size * TIMES)];
  return large / Math.max(small, NOTHING);
}

/** Between linear and quadratic, with room for caches that no longer hold all. */
export const FAR_FROM_QUADRATIC = 24;

function quickest(work: (size: number) => void, size: number): number {
  return workTime(() => work(size), TRIES);
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
