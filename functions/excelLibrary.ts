/** The genuine custom-functions library, as far as our functions use it. */
import type { ExcelRuntime } from "./excel";

interface Library {
  readonly associate: (id: string, answer: (...given: readonly unknown[]) => unknown) => void;
  readonly Error: new (code: string, message: string) => Error;
  readonly ErrorCode: { readonly invalidValue: string; readonly notAvailable: string };
  readonly delayInitialization: () => void;
}

function library(): Partial<Library> {
  return (globalThis as { CustomFunctions?: Partial<Library> }).CustomFunctions ?? {};
}

/**
 * Before office.js is ready: until the first function is associated the library does not tell Excel that it may ask.
 * Otherwise a workbook that is opened is calculated before our functions have been fetched, and shows #N/A until touched.
 */
export function askLater(): void {
  library().delayInitialization?.();
}

/** Null on a page that did not load it, and in Excel versions without custom functions. */
export function excelRuntime(supports: (set: string, version: string) => boolean): ExcelRuntime | null {
  const { associate, Error: FunctionError, ErrorCode } = library();
  if (!associate || !FunctionError || !ErrorCode) return null;
  return {
    associate,
    errorOf: ({ code, sentence }) =>
      new FunctionError(code === "na" ? ErrorCode.notAvailable : ErrorCode.invalidValue, sentence),
    // Errors inside arrays are rich values, which came with the runtime that knows entities.
    errorsInArrays: supports("CustomFunctionsRuntime", "1.4"),
  };
}
