/** Our own writes: without screen updates and events, and known for ours where WPS tells of them all the same. */
import type { Merge } from "../../sheet/sheet";
import type { WpsApplication } from "./program";

/** Events come through another process, a little later than the write. */
const AFTERWARDS_MS = 1000;

export interface OwnWrites {
  /** Runs a write of ours; what the user had switched off stays off. */
  quietly<T>(application: WpsApplication, work: () => T): T;
  wrote(sheet: string, area: Merge): void;
  /** Whether a change that is told is our own; `area` null where it is not told which cells. */
  isOwn(sheet: string | null, area: Merge | null): boolean;
}

const SWITCHES = ["EnableEvents", "ScreenUpdating"] as const;

export function ownWrites(now: () => number = Date.now): OwnWrites {
  let depth = 0;
  let recent: { sheet: string; area: Merge; until: number }[] = [];
  return {
    quietly(application, work) {
      const before = SWITCHES.map((name) => [name, application[name]] as const);
      depth++;
      try {
        for (const name of SWITCHES) turn(application, name, false);
        return work();
      } finally {
        for (const [name, was] of before) turn(application, name, was);
        depth--;
      }
    },
    wrote(sheet, area) {
      recent.push({ sheet, area, until: now() + AFTERWARDS_MS });
    },
    isOwn(sheet, area) {
      recent = recent.filter(({ until }) => until > now());
      if (depth > 0) return true;
      if (area === null) return recent.length > 0;
      return recent.some((own) => own.sheet === sheet && within(area, own.area));
    },
  };
}

/** A build without the switch writes all the same. */
function turn(application: WpsApplication, name: (typeof SWITCHES)[number], on: boolean | undefined): void {
  if (on === undefined || typeof application[name] !== "boolean") return;
  try {
    application[name] = on;
  } catch {
    // See above.
  }
}

function within(inner: Merge, outer: Merge): boolean {
  return (
    inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right
  );
}
