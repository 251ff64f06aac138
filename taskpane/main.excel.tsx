/** The pane in Excel: waits for office.js, registers the worksheet functions, opens the pane and answers the ribbon. */
import { askLater } from "../functions/excelLibrary";
import { excelHost } from "../src/hosts/excel/host";
import { recalculate } from "../src/hosts/excel/recalculate";
import { excelWords } from "../src/words/excel";
import type { Locale } from "../src/words/say";
import { answerRibbon } from "./excel/ribbon";
import { mountPane, type PaneCommands } from "./mount";

/** What LTSC 2021 has; below it the pane cannot read a sheet in blocks. */
const NEEDED = { set: "ExcelApi", version: "1.14" } as const;
/** A long wait is a blocked file or a host that is gone; a clerk is told rather than left with an empty pane. */
const PATIENCE_MS = 20_000;

askLater();
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
  // Formulas ask as soon as the workbook is calculated, pane or no pane; its frame need not wait for that.
  void import("./excel/worksheetFunctions").then(({ startFunctions }) =>
    startFunctions({ host, supports, recalculate }),
  );
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
