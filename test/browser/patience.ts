/** How long a browser is waited for: long, since no machine is promised to be quick, and only what never comes is a fault. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";

const PATIENCE_MS = 60_000;
const LOOK_AGAIN_MS = 250;

export function patient(page: Page): Page {
  page.setDefaultTimeout(PATIENCE_MS);
  return page;
}

/** Looks again until what is seen holds; in the end the last that was seen, for the test to say what is wrong with it. */
export async function onceIt<Seen>(
  look: () => Promise<Seen>,
  holds: (seen: Seen) => boolean | Promise<boolean>,
): Promise<Seen> {
  const last = Date.now() + PATIENCE_MS;
  for (;;) {
    const seen = await look();
    if ((await holds(seen)) || Date.now() > last) return seen;
    await sleep(LOOK_AGAIN_MS);
  }
}
