/** The page that WPS keeps open as long as it runs: answers the ribbon and registers the worksheet functions, here alone. */
import "./wps/older";
import { registerWpsFunctions, type AddCustomFunction } from "../functions/wps";
import { findWps, recalculate, wpsHost, type WpsProgram } from "../src/hosts/wps";
import { dayOfClock } from "../src/words/paneFigures";
import { WPS_WORDS } from "../src/words/wps";
import { followPack } from "./excel/functionContext";
import { tellFunctionNames } from "./wps/functionNames";
import { hidePane, showPane } from "./wps/paneDoor";
import { ribbonCallbacks } from "./wps/ribbon";
import { paneShell, type PaneShell } from "./wps/shell";

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
  const { context } = followPack({
    host: wpsHost({ program: running }),
    today,
    // Whether a blank cell arrives as such differs between builds; as 0 it cannot be told from one.
    blanks: "zero",
    onChange: () => Promise.resolve(recalculate(running)),
  });
  tellFunctionNames(paneShell(running.shell), registerWpsFunctions(add, context));
}

function today(): string {
  return dayOfClock(new Date());
}
