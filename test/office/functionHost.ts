/** Starts the genuine custom-functions runtime, unmodified, and calculates formulas of ours through it: no Excel, no mock. */
import { readFileSync } from "node:fs";
import { registerExcelFunctions } from "../../functions/excel";
import { excelRuntime } from "../../functions/excelLibrary";
import type { FunctionContext } from "../../functions/function";
import { OfficeBridge, type Invocation } from "../../workbench/office/bridge";
import { CustomFunctions, FUNCTION_SERVICE, type InvocationResult } from "../../workbench/office/functions";
import { Interpreter } from "../../workbench/office/interpreter";
import { pretendPage } from "./boot";

const RUNTIME = "node_modules/@microsoft/office-js/dist/custom-functions-runtime.js";

export interface Answer {
  readonly ok: boolean;
  readonly value: unknown;
  readonly errorCode: number | null;
}

export interface FunctionHost {
  readonly bridge: OfficeBridge;
  /** As Excel does it: all formulas of one calculation in one message; answers in the same order. */
  readonly calculate: (formulas: readonly { id: string; args: readonly unknown[] }[]) => Promise<readonly Answer[]>;
  /** What the functions judge by from the next calculation on. */
  use: (context: FunctionContext, version: string) => void;
}

/** Once a test file: the runtime's top-level names become globals of the realm. */
export function bootFunctions(first: FunctionContext): FunctionHost {
  let context = first;
  let waiting = new Map<number, (answer: Answer) => void>();
  let nextId = 1;
  const take = (results: readonly InvocationResult[]): void => {
    for (const [id, ok, value, errorCode] of results) {
      // Beside an answer that went well stands how long it took.
      waiting.get(id)?.({ ok, value, errorCode: ok ? null : (errorCode ?? null) });
    }
  };
  const service = new CustomFunctions(take);
  const interpreter = new Interpreter({}, (name) => (name === FUNCTION_SERVICE ? service : null));
  const bridge = new OfficeBridge(interpreter);
  startRuntime(bridge);
  const use: FunctionHost["use"] = (next, version) => {
    context = next;
    const runtime = excelRuntime((set, wanted) => set === "CustomFunctionsRuntime" && wanted <= version);
    if (!runtime) throw new Error("The runtime offers no CustomFunctions.");
    registerExcelFunctions(runtime, () => context);
  };
  use(first, "1.3");
  return {
    bridge,
    use,
    calculate(formulas) {
      waiting = new Map();
      const invocations: Invocation[] = [];
      const answers = formulas.map(({ id: functionId, args }) => {
        const id = nextId++;
        invocations.push({ id, functionId, args, address: "Sheet1!A1" });
        return new Promise<Answer>((resolve) => waiting.set(id, resolve));
      });
      bridge.invoke(invocations);
      return Promise.all(answers);
    },
  };
}

function startRuntime(bridge: OfficeBridge): void {
  pretendPage(["custom-functions-runtime.js"]);
  Object.assign(globalThis, { _richApiNativeBridge: bridge });
  keepQuiet();
  // Indirectly, so that the bundle's top-level `var`s become globals as they do in a page.
  (0, eval)(readFileSync(RUNTIME, "utf8"));
}

/** The runtime says that this is no Excel, and that functions are registered anew, which a test does to change the version. */
const EXPECTED = /DuplicatedName|outside of Office client|plain browser top window|inside of an Excel add-in/;

function keepQuiet(): void {
  for (const level of ["log", "warn"] as const) {
    const say = console[level];
    console[level] = (...said: unknown[]) => {
      if (!EXPECTED.test(String(said[0]))) say(...said);
    };
  }
}
