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

export function ownWrites(now: () => number = Date.now): OwnWrites {
  let depth = 0;
  let recent: { sheet: string; area: Merge; until: number }[] = [];
  return {
    quietly(application, work) {
      const { ScreenUpdating, EnableEvents } = application;
      depth++;
      try {
        application.EnableEvents = false;
        application.ScreenUpdating = false;
        return work();
      } finally {
        application.ScreenUpdating = ScreenUpdating;
        application.EnableEvents = EnableEvents;
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

function within(inner: Merge, outer: Merge): boolean {
  return (
    inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right
  );
}
