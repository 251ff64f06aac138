/** The service of the host that takes the answers of custom functions, by Office.js's member names. */

/** As the runtime sends it: id, whether it went well, value or sentence, and the error's code where it did not. */
export type InvocationResult = readonly [id: number, ok: boolean, value: unknown, errorCode?: number];

export const FUNCTION_SERVICE = "Microsoft.ExcelServices.CustomFunctions";

export class CustomFunctions {
  constructor(private readonly take: (results: readonly InvocationResult[]) => void) {}

  setInvocationArrayResults(results: readonly InvocationResult[]): void {
    this.take(results);
  }

  /** What runtimes before arrays of results were known send. */
  setInvocationResults(results: readonly { id: number; failed?: boolean; value: unknown; errorCode?: number }[]): void {
    this.take(results.map(({ id, failed, value, errorCode = 0 }) => [id, failed !== true, value, errorCode]));
  }

  _SetOsfControlContainerReadyForCustomFunctions(): void {
    // Excel begins to calculate from here on; nothing waits for it in a workbook of ours.
  }

  _GetEnabledFeatures(): readonly number[] {
    return [];
  }
}
