/** Changes that are not our own. A listener lives in the page that added it, and WPS goes on calling it when the page is gone: so it is taken away. */
import { parseAreas } from "../excel/areas";
import type { HostChange } from "../../sheet/host";
import type { WpsEvents, WpsListener } from "./program";
import type { OwnWrites } from "./quiet";

const LEAVING = "pagehide";

export function watch(events: WpsEvents, listener: (change: HostChange) => void, own: OwnWrites): () => void {
  let stopped = false;
  const tell = (change: HostChange): void => {
    // Not from inside the event: WPS waits for it to return.
    setTimeout(() => {
      if (!stopped) listener(change);
    }, 0);
  };
  const onChange: WpsListener = (...payload) => {
    const { sheet, address } = placeOf(payload);
    const [area = null] = address === null ? [] : parseAreas(address);
    if (!own.isOwn(sheet, area)) tell({ sheet, at: address });
  };
  const onElsewhere: WpsListener = () => {
    if (!own.isOwn(null, null)) tell({ sheet: null, at: null });
  };
  const listeners: readonly (readonly [string, WpsListener])[] = [
    ["SheetChange", onChange],
    ["SheetActivate", onElsewhere],
    ["WindowActivate", onElsewhere],
  ];
  for (const [name, callback] of listeners) quietly(() => events.AddApiEventListener(name, callback));

  const stop = (): void => {
    if (stopped) return;
    stopped = true;
    for (const [name, callback] of listeners) quietly(() => events.RemoveApiEventListener(name, callback));
    page()?.removeEventListener(LEAVING, stop);
  };
  page()?.addEventListener(LEAVING, stop);
  return stop;
}

/** Which build says what, and in which order, is not known of every one: a sheet has a name, a range an address. */
function placeOf(payload: readonly unknown[]): { sheet: string | null; address: string | null } {
  let sheet: string | null = null;
  let address: string | null = null;
  for (const part of payload) {
    sheet ??= memberText(part, "Name");
    address ??= addressOf(part);
  }
  return { sheet, address };
}

function memberText(part: unknown, name: string): string | null {
  const value: unknown = typeof part === "object" && part !== null ? Reflect.get(part, name) : null;
  return typeof value === "string" ? value : null;
}

function addressOf(part: unknown): string | null {
  const member: unknown = typeof part === "object" && part !== null ? Reflect.get(part, "Address") : null;
  if (typeof member !== "function") return null;
  const address: unknown = member.call(part, false, false);
  return typeof address === "string" ? (parseAreas(address).length === 1 ? address : null) : null;
}

/** A build that lacks an event has the others; without any there is 「重新检查」. */
function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // See above.
  }
}

function page(): Pick<Window, "addEventListener" | "removeEventListener"> | null {
  return typeof addEventListener === "function" ? globalThis : null;
}
