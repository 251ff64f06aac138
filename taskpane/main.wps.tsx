/** The pane in WPS: a page of its own, which obeys the ribbon's page through WPS's storage. */
import "./wps/older";
import { findWps, wpsHost, type WpsProgram } from "../src/hosts/wps";
import { WPS_WORDS } from "../src/words/wps";
import { mountPane, type PaneCommands } from "./mount";
import { toldFunctionNames } from "./wps/functionNames";
import { hidePane, obeyOrders } from "./wps/paneDoor";
import { paneShell, type PaneShell } from "./wps/shell";

open(findWps());

function open(program: WpsProgram | null): void {
  const place = document.getElementById("pane");
  if (!place) throw new Error("the page has no place for the pane");
  if (!program) {
    place.textContent = WPS_WORDS.noWps;
    return;
  }
  const shell = paneShell(program.shell);
  place.textContent = "";
  mountPane(place, {
    host: wpsHost({ program, closePane: () => hidePane(shell) }),
    functionNames: () => toldFunctionNames(shell),
    onMounted: (commands) => obey(shell, commands),
  });
}

/** The order that opened the pane needs no second check: the pane begins with one. */
function obey(shell: PaneShell, { show, check }: PaneCommands): void {
  obeyOrders(shell, ({ button, page }, opening) => {
    show(page);
    if (button === "checkSheet" && !opening) check();
  });
}
