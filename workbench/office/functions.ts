/** The service of the host that takes the answers of custom functions, by Office.js's member names. */

/** As the runtime sends it: id, whether it went well, value or sentence, and the error's code where it did not. */
export type InvocationResult = readonly [id: number, ok: boolean, value: unknown, errorCode?: number];

export const FUNCTION_SERVICE = "Microsoft.ExcelServices.CustomFunctions";

export class CustomFunctions {
  constructor(
    private readonly take: (results: readonly InvocationResult[]) => void,
    /** The runtime says that it may be asked from now on. */
    private readonly ready: () => void = () => undefined,
  ) {}

  setInvocationArrayResults(results: readonly InvocationResult[]): void {
    this.take(results);
  }

  /** What runtimes before arrays of results were known send. */
  setInvocationResults(results: readonly { id: number; failed?: boolean; value: unknown; errorCode?: number }[]): void {
    this.take(results.map(({ id, failed, value, errorCode = 0 }) => [id, failed !== true, value, errorCode]));
  }

  _SetOsfControlContainerReadyForCustomFunctions(): void {
    this.ready();
  }

  _GetEnabledFeatures(): readonly number[] {
    return [];
  }
}
