/** Waiting in tests: for what is to come about, never for a time in which it ought to have. */

/** Only what never comes is a fault; what comes late is a busy machine. */
const PATIENCE_MS = 120_000;
const LOOK_AGAIN_MS = 5;
const A_WHILE_MS = 100;

export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const last = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > last) throw new Error(`This never came about: ${String(holds)}`);
    await pause(LOOK_AGAIN_MS);
  }
}

/** For what must not happen, once all that would lead to it has: a busy machine can only hide it. */
export function aWhile(milliseconds = A_WHILE_MS): Promise<void> {
  return pause(milliseconds);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
