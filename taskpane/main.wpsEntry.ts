/** The page that WPS keeps open as long as it runs: answers the ribbon and registers the worksheet functions, here alone. */
import "./wps/older";
import { registerWpsFunctions, type AddCustomFunction } from "../functions/wps";
import { findWps, recalculate, wpsHost, type WpsProgram } from "../src/hosts/wps";
import type { Host } from "../src/sheet/host";
import { dayOfClock } from "../src/words/paneFigures";
import { WPS_WORDS } from "../src/words/wps";
import { judgesAlike, shippedContext, workbookContext } from "./excel/functionContext";
import { tellFunctionNames } from "./wps/functionNames";
import { hidePane, showPane } from "./wps/paneDoor";
import { ribbonCallbacks } from "./wps/ribbon";
import { paneShell, type PaneShell } from "./wps/shell";

/** A pack is edited cell by cell. */
const AFTER_EDITS_MS = 2000;

/** Nothing can be unregistered, so nothing may be registered twice. */
let hasFunctions = false;

/** The folder of this page, with its stroke. */
const here = location.href.replace(/[?#].*$/, "").replace(/[^/]*$/, "");

Object.assign(
  globalThis,
  ribbonCallbacks(
    {
      loaded: startFunctions,
      show: (button, page) => {
        const shell = currentShell();
        const shown = shell && showPane(shell, `${here}taskpane.html`, WPS_WORDS.addIn, { button, page }, Date.now());
        if (!shown) alert(WPS_WORDS.noPane);
      },
      hide: () => {
        const shell = currentShell();
        if (shell) hidePane(shell);
      },
    },
    () => devicePixelRatio || 1,
  ),
);

startFunctions();

/** Asked anew at each click: WPS may not have been ready when this page was. */
function currentShell(): PaneShell | null {
  const found = findWps();
  return found && paneShell(found.shell);
}

/** At the page's own start or, where WPS was not there yet, with the ribbon. */
function startFunctions(): void {
  const running = findWps();
  const add = running?.shell("AddCustomFunction");
  if (!running || !add || hasFunctions) return;
  hasFunctions = true;
  registerFunctions(running, add);
}

/** Functions answer at once by the shipped pack; the workbook's own counts from the next calculation on. */
function registerFunctions(running: WpsProgram, add: AddCustomFunction): void {
  // Whether a blank cell arrives as such differs between builds; as 0 it cannot be told from one.
  let context = shippedContext(today(), "zero");
  const registration = registerWpsFunctions(add, () => context);
  tellFunctionNames(paneShell(running.shell), registration);

  const host = wpsHost({ program: running });
  const refresh = async (): Promise<void> => {
    const next = await workbookContext(host, today(), "zero");
    if (judgesAlike(context, next)) return;
    context = next;
    recalculate(running);
  };
  followChanges(host, () => void refresh().catch(() => undefined));
}

/** Where the workbook cannot be read just now, functions go on with what they have; the next change asks again. */
function followChanges(host: Host, refresh: () => void): void {
  refresh();
  if (!host.can("watch")) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  host.watch(() => {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, AFTER_EDITS_MS);
  });
}

function today(): string {
  return dayOfClock(new Date());
}
