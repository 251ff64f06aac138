/** Runs in a page: the pane alone, over a workbook that is nothing but memory, as the address asks for it. */
import { openWorkbook } from "../../src/hosts/file/open";
import type { MemoryHost } from "../../src/hosts/memory";
import type { Locale } from "../../src/words/say";
import { mountPane } from "../../taskpane/mount";
import { hostOf } from "../taskpane/hostOf";

declare global {
  interface Window {
    memory: MemoryHost;
  }
}

const asked = new URLSearchParams(location.search);
const fileName = asked.get("ledger") ?? "";
const response = await fetch(`ledgers/${encodeURIComponent(fileName)}`);
const { sheets } = await openWorkbook(new Uint8Array(await response.arrayBuffer()), { fileName });
const place = document.getElementById("pane");
if (!place) throw new Error("the page has no place for the pane");
window.memory = hostOf(fileName, sheets);
performance.mark("pane mounted");
mountPane(place, {
  host: window.memory,
  locale: (asked.get("locale") ?? "zh") as Locale,
  asOf: asked.get("asOf") ?? "2025-06-20",
  checkAtOnce: asked.get("check") !== "later",
});
