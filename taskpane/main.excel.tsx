/** The pane in Excel: waits for office.js, registers the worksheet functions, opens the pane and answers the ribbon. */
import { registerExcelFunctions } from "../functions/excel";
import { excelRuntime } from "../functions/excelLibrary";
import type { FunctionContext } from "../functions/function";
import { excelHost } from "../src/hosts/excel/host";
import { recalculate } from "../src/hosts/excel/recalculate";
import type { Host } from "../src/sheet/host";
import { excelWords } from "../src/words/excel";
import { dayOfClock } from "../src/words/paneFigures";
import type { Locale } from "../src/words/say";
import { judgesAlike, shippedContext, workbookContext } from "./excel/functionContext";
import { answerRibbon } from "./excel/ribbon";
import { mountPane, type PaneCommands } from "./mount";

/** What LTSC 2021 has; below it the pane cannot read a sheet in blocks. */
const NEEDED = { set: "ExcelApi", version: "1.14" } as const;
/** A long wait is a blocked file or a host that is gone; a clerk is told rather than left with an empty pane. */
const PATIENCE_MS = 20_000;
/** A pack is edited cell by cell. */
const AFTER_EDITS_MS = 2000;

void open();

async function open(): Promise<void> {
  const place = document.getElementById("pane");
  if (!place) throw new Error("the page has no place for the pane");
  // Before Excel has said which language it speaks.
  const said = excelWords("zh");
  const info = await Promise.race([Office.onReady(), patience()]);
  if (info === null) return say(place, said.noAnswer);
  if (info.host !== Office.HostType.Excel) return say(place, said.noExcel);

  const locale: Locale = Office.context.displayLanguage.toLowerCase().startsWith("zh") ? "zh" : "en";
  const words = excelWords(locale);
  if (!supports(NEEDED.set, NEEDED.version)) {
    return say(place, words.tooOld(Office.context.diagnostics.version), words.workbench);
  }
  const host = excelHost({ supports });
  startFunctions(host);
  place.replaceChildren();
  mountPane(place, { host, locale, onMounted: answer });
}

function supports(set: string, version: string): boolean {
  return Office.context.requirements.isSetSupported(set, version);
}

function patience(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
}

/** A sentence in place of the pane, with the way to the workbench where that helps. */
function say(place: HTMLElement, sentence: string, workbench?: string): void {
  const text = document.createElement("p");
  text.setAttribute("role", "alert");
  text.textContent = sentence;
  place.replaceChildren(text);
  if (workbench === undefined) return;
  const link = document.createElement("a");
  link.href = "workbench/index.html";
  link.target = "_blank";
  link.textContent = workbench;
  place.append(link);
}

function answer({ show, check }: PaneCommands): void {
  if (!supports("SharedRuntime", "1.1")) return;
  answerRibbon({
    associate: (action, handler) => Office.actions.associate(action, handler),
    showPane: () => Office.addin.showAsTaskpane(),
    obey: (action, page) => {
      show(page);
      if (action === "checkSheet") check();
    },
  });
}

/** Functions answer at once by the shipped pack; where the workbook brings its own, formulas are calculated anew. */
function startFunctions(host: Host): void {
  const runtime = excelRuntime(supports);
  if (!runtime) return;
  const blanks = Office.context.platform === Office.PlatformType.OfficeOnline ? "told" : "zero";
  const today = (): string => dayOfClock(new Date());
  let context: FunctionContext = shippedContext(today(), blanks);
  registerExcelFunctions(runtime, () => context);

  const refresh = async (): Promise<void> => {
    const next = await workbookContext(host, today(), blanks);
    if (judgesAlike(context, next)) return;
    context = next;
    await recalculate();
  };
  // Where the workbook cannot be read just now, functions go on with what they have; the next change asks again.
  const quietly = (): void => void refresh().catch(() => undefined);
  quietly();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  if (host.can("watch"))
    host.watch(() => {
      clearTimeout(waiting);
      waiting = setTimeout(quietly, AFTER_EDITS_MS);
    });
}
