/** Runs in the page before office.js: a workbook in memory that answers as Excel does. Built into one script by excel.test.ts. */
import { OfficeBridge } from "../../workbench/office/bridge";
import { pretendExcel } from "../../workbench/office/frame";
import { CustomFunctions, FUNCTION_SERVICE, type InvocationResult } from "../../workbench/office/functions";
import { Interpreter } from "../../workbench/office/interpreter";
import { Workbook } from "../../workbench/office/model";
import { MemoryWorkbookStore, type StoredSheet } from "../office/store";

export interface ExcelHostSettings {
  readonly sheets: readonly StoredSheet[];
  readonly levels: Readonly<Record<string, string>>;
  readonly version: string;
  readonly locale: string;
}

declare global {
  interface Window {
    excelHostSettings: ExcelHostSettings;
    /** What a test asks of the pretended Excel. */
    excelHost: {
      readonly calculate: (functionId: string, args: readonly unknown[]) => Promise<unknown>;
      readonly paneShown: () => number;
    };
  }
}

const { sheets, levels, version, locale } = window.excelHostSettings;
const store = new MemoryWorkbookStore(sheets);
const waiting = new Map<number, (value: unknown) => void>();
let nextId = 1;
let shown = 0;
const functions = new CustomFunctions((results: readonly InvocationResult[]) => {
  for (const [id, , value] of results) waiting.get(id)?.(value);
});
/** The service behind Office.addin and Office.actions. */
const addin = {
  setState: () => {
    shown++;
  },
  notifyActionHandlerReady: () => undefined,
};
const bridge = new OfficeBridge(
  new Interpreter(new Workbook(store), (name) => (name === FUNCTION_SERVICE ? functions : addin)),
);
pretendExcel({ bridge, levels, locale, version });
window.excelHost = {
  calculate: (functionId, args) =>
    new Promise((resolve) => {
      const id = nextId++;
      waiting.set(id, resolve);
      bridge.invoke([{ id, functionId, args, address: "Sheet1!A1" }]);
    }),
  paneShown: () => shown,
};
