/** Plays WPS beside the sheet: the very pages of the add-in for WPS in frames, a pretended WPS in each, and this page's engine as its workbook. */
import { isResult } from "../../src/hosts/univer/watch";
import { WPS_WORDS } from "../../src/words/wps";
import { BUTTONS, CALLBACKS, type ButtonId } from "../../taskpane/wps/ribbon";
import { EngineBook } from "../office/store";
import { NotesParts } from "../notesParts";
import type { Program, Seat } from "../program";
import { WINDOWS } from "./build";
import type { CustomFunctions } from "./customFunctions";
import { wpsRegistrations } from "./registrations";
import type { TaskPane } from "./shell";
import { startWps, type FakeWps } from "./start";
import "./wps.css";

/** The add-in's first page as the build writes it beside the workbench. */
const ENTRY = "wps/index.html";
const FIRST_BUTTON: ButtonId = "checkSheet";
const FROZEN = "面板开着时，这个版本的 WPS 功能区点不动：先在面板里点“收起面板”。";

declare global {
  interface Window {
    /** Asked by the first script of each page of the add-in. */
    furnishWps?: (page: Window) => void;
  }
}

export function wpsProgram(): Program {
  let functions: CustomFunctions | null = null;
  let waiting: ((registered: CustomFunctions) => void)[] = [];
  const registered = (): Promise<CustomFunctions> =>
    functions ? Promise.resolve(functions) : new Promise((resolve) => waiting.push(resolve));

  return {
    functions: () =>
      wpsRegistrations(async (fn, args) => {
        const { all, calculate } = await registered();
        const name = all.some((one) => one.name === fn.id) ? fn.id : fn.name;
        return calculate(name, args);
      }),
    openPane(place, seat) {
      const entry = frame("WPS", "");
      entry.hidden = true;
      const panes = document.createElement("div");
      panes.className = "wps-panes";
      const { wps, stop } = startOver(seat, panes, () => entry.contentWindow ?? window);
      window.furnishWps = (page) => void Object.assign(page, wps.globals);
      entry.addEventListener("load", () => {
        functions = wps.functions;
        for (const resolve of waiting) resolve(wps.functions);
        waiting = [];
        wps.ribbon.press(CALLBACKS.onAction, FIRST_BUTTON);
      });
      entry.src = ENTRY;
      place.append(entry, ribbonBar(wps), panes);
      return () => {
        stop();
        if (functions === wps.functions) functions = null;
        place.replaceChildren();
      };
    },
  };
}

function startOver(seat: Seat, panes: HTMLElement, page: () => object): { wps: FakeWps; stop: () => void } {
  let ownChanges = 0;
  const book = new EngineBook({
    engine: seat.engine,
    fileName: seat.fileName,
    xmlParts: new NotesParts(seat),
    silently(change) {
      ownChanges++;
      try {
        change();
      } finally {
        ownChanges--;
      }
    },
  });
  const wps = startWps({
    store: book,
    build: WINDOWS,
    page,
    onPane: (pane) => showPane(panes, pane),
    onWritten: () => book.flush(),
  });
  return { wps, stop: tellChanges(seat, wps, () => ownChanges > 0) };
}

/** What a person does at the sheet. */
function tellChanges({ engine: { api } }: Seat, { book }: FakeWps, isOwn: () => boolean): () => void {
  const told = [
    api.addEvent(api.Event.SheetValueChanged, ({ effectedRanges, payload }) => {
      if (isResult(payload) || isOwn()) return;
      for (const range of effectedRanges) book.changed(range.getSheetId(), range.getA1Notation());
    }),
    api.addEvent(api.Event.ActiveSheetChanged, () => {
      if (!isOwn()) book.activated();
    }),
  ];
  return () => {
    for (const one of told) one.dispose();
  };
}

function showPane(panes: HTMLElement, pane: TaskPane): void {
  const id = `wps-pane-${String(pane.ID)}`;
  let shown = panes.querySelector<HTMLIFrameElement>(`#${id}`);
  if (!shown) {
    shown = frame("WPS 任务窗格", "workbench-frame");
    shown.id = id;
    shown.src = pane.url;
    panes.append(shown);
  }
  shown.hidden = !pane.Visible;
}

function frame(title: string, className: string): HTMLIFrameElement {
  const made = document.createElement("iframe");
  made.title = title;
  made.className = className;
  return made;
}

/** The tab of the ribbon, as far as its buttons go. */
function ribbonBar({ ribbon }: FakeWps): HTMLElement {
  const bar = document.createElement("div");
  bar.className = "wps-ribbon";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", `WPS 选项卡：${WPS_WORDS.addIn}`);
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  const buttons = (Object.keys(BUTTONS) as ButtonId[]).map((id) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = WPS_WORDS.buttons[id].label;
    button.title = WPS_WORDS.buttons[id].tip;
    button.addEventListener("click", () => {
      said.textContent = ribbon.press(CALLBACKS.onAction, id) === "frozen" ? FROZEN : "";
    });
    return button;
  });
  bar.append(...buttons, said);
  return bar;
}
