/** Plays desktop Excel beside the sheet: the very build of the pane in a frame, genuine office.js in it, and this page's engine as its workbook. */
import { isResult } from "../../src/hosts/univer/watch";
import { NotesParts } from "../notesParts";
import type { Program, Seat } from "../program";
import { OfficeBridge } from "./bridge";
import { pretendExcel } from "./frame";
import { CustomFunctions, FUNCTION_SERVICE, type InvocationResult } from "./functions";
import { Interpreter } from "./interpreter";
import { Workbook } from "./model";
import { excelRegistrations, type Answered, type Asked } from "./registrations";
import { EngineBook } from "./store";

/** The pane's page as the build writes it beside the workbench. */
const PANE = "excel/taskpane.html";

/** The oldest Excel in which all of it runs. */
const LTSC_2021 = {
  levels: {
    ExcelApi: "1.14",
    CustomFunctionsRuntime: "1.3",
    SharedRuntime: "1.1",
    RichApiRuntime: "1.1",
    DelayForCellEdit: "1.1",
  },
  version: "16.0.14332.20011",
};

/** office.js's numbers for what it wants to be told of. */
const DATA_CHANGED = 10;
const SHEET_ACTIVATED = 11;
const OF_THE_WORKBOOK = "Workbook";

declare global {
  interface Window {
    /** Asked by the frame's first script, before office.js looks around. */
    furnishExcel?: (frame: Window) => void;
  }
}

/** One formula that waits for its answer, across runtimes: where another file is opened, the next one is asked again. */
interface Waiting extends Asked {
  readonly answer: (answered: Answered) => void;
}

export function excelProgram(): Program {
  const waiting = new Map<number, Waiting>();
  let runtime: OfficeBridge | null = null;
  let nextId = 1;

  const invoke = (ids: readonly number[]): void => {
    const asked = ids.flatMap((id) => {
      const one = waiting.get(id);
      return one ? [{ ...one, id }] : [];
    });
    if (asked.length > 0) runtime?.invoke(asked);
  };
  const take = (results: readonly InvocationResult[]): void => {
    for (const [id, ok, value, errorCode] of results) {
      waiting.get(id)?.answer({ ok, value, errorCode: ok ? null : (errorCode ?? null) });
      waiting.delete(id);
    }
  };

  return {
    functions: () =>
      excelRegistrations(
        (asked) =>
          new Promise((answer) => {
            const id = nextId++;
            waiting.set(id, { ...asked, answer });
            invoke([id]);
          }),
      ),
    openPane(place, seat) {
      const frame = document.createElement("iframe");
      frame.title = "Excel";
      frame.className = "workbench-frame";
      const excel = startExcel(seat, take, () => {
        runtime = excel.bridge;
        invoke([...waiting.keys()]);
      });
      window.furnishExcel = (page) => {
        pretendExcel({ bridge: excel.bridge, ...LTSC_2021, locale: "zh-CN" }, page);
      };
      frame.src = PANE;
      place.append(frame);
      return () => {
        excel.stop();
        if (runtime === excel.bridge) runtime = null;
        frame.remove();
      };
    },
  };
}

function startExcel(seat: Seat, take: (results: readonly InvocationResult[]) => void, ready: () => void) {
  let ownChanges = 0;
  const silently = (change: () => void): void => {
    ownChanges++;
    try {
      change();
    } finally {
      ownChanges--;
    }
  };
  const book = new EngineBook({
    engine: seat.engine,
    fileName: seat.fileName,
    xmlParts: new NotesParts(seat),
    silently,
  });
  const functions = new CustomFunctions(take, ready);
  const workbook = new Workbook(book);
  const bridge = new OfficeBridge(
    new Interpreter(workbook, (name) => (name === FUNCTION_SERVICE ? functions : SHELL)),
    (answer) => {
      book.flush();
      setTimeout(answer, 0);
    },
  );
  return { bridge, stop: tellChanges(seat, bridge, workbook, () => ownChanges > 0) };
}

/** What a person does at the sheet, as Excel tells it. Its own recalculation it tells of neither. */
function tellChanges(
  { engine: { api } }: Seat,
  bridge: OfficeBridge,
  { worksheets }: Workbook,
  isOwn: () => boolean,
): () => void {
  // What is undone comes as bare mutations, just as results of formulas do.
  let isUndoing = false;
  const undoes = (is: boolean) => () => {
    isUndoing = is;
  };
  const told = [
    api.addEvent(api.Event.BeforeUndo, undoes(true)),
    api.addEvent(api.Event.Undo, undoes(false)),
    api.addEvent(api.Event.BeforeRedo, undoes(true)),
    api.addEvent(api.Event.Redo, undoes(false)),
    api.addEvent(api.Event.SheetValueChanged, ({ effectedRanges, payload }) => {
      if ((isResult(payload) && !isUndoing) || !worksheets.listening.has("changed")) return;
      for (const range of effectedRanges) {
        bridge.fire(DATA_CHANGED, OF_THE_WORKBOOK, {
          worksheetId: range.getSheetId(),
          address: range.getA1Notation(),
          changeType: "RangeEdited",
          source: "Local",
          triggerSource: isOwn() ? "ThisLocalAddin" : "Unknown",
        });
      }
    }),
    api.addEvent(api.Event.ActiveSheetChanged, ({ activeSheet }) => {
      if (worksheets.listening.has("activated"))
        bridge.fire(SHEET_ACTIVATED, OF_THE_WORKBOOK, { worksheetId: activeSheet.getSheetId() });
    }),
  ];
  return () => {
    for (const one of told) one.dispose();
  };
}

/** The service behind Office.addin and Office.actions: the pane is always in sight here, and there is no ribbon. */
const SHELL = { setState: () => undefined, notifyActionHandlerReady: () => undefined };
