/** The pages by their names: the first is there at once, each other is fetched as a part of its own where the host allows. */
import { lazy, type ComponentType } from "react";
import { CheckPage } from "./check/CheckPage";
import type { PageProps } from "./pane";
import type { PageId } from "./state";

type Page = ComponentType<PageProps>;

const LATER: Readonly<Record<Exclude<PageId, "check">, () => Promise<{ readonly default: Page }>>> = {
  targets: () => import("./targets/TargetsPage"),
  steps: () => import("./steps/StepsPage"),
  export: () => import("./export/ExportPage"),
  more: () => import("./more/MorePage"),
  functions: () => import("./functions/FunctionsPage"),
  help: () => import("./help/HelpPage"),
};

/** In the order of the tabs. */
export const PAGE_IDS: readonly PageId[] = ["check", "targets", "steps", "export", "more"];

/** The tab under which a page is found. */
export function tabOf(page: PageId): PageId {
  return PAGE_IDS.includes(page) ? page : "more";
}

/** A part that could not be fetched stays refused; whoever tries again makes the components anew. */
export function pageComponents(): Readonly<Record<PageId, Page>> {
  return {
    check: CheckPage,
    targets: lazy(LATER.targets),
    steps: lazy(LATER.steps),
    export: lazy(LATER.export),
    more: lazy(LATER.more),
    functions: lazy(LATER.functions),
    help: lazy(LATER.help),
  };
}

/** Long enough after a verdict that nothing of it waits. */
const AFTER_MS = 1000;

/** Fetches what is not there yet; returns the way to let it be. A part that fails is asked for again when its page is opened. */
export function fetchPages(): () => void {
  const timer = setTimeout(() => {
    for (const load of Object.values(LATER)) load().catch(() => undefined);
  }, AFTER_MS);
  return () => clearTimeout(timer);
}
