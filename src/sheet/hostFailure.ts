/** What can go wrong between us and the program that shows the sheet, as a code that the pane has a sentence for. */

export type HostFailureCode =
  | "tooLarge"
  | "noSheet"
  | "busy"
  /** No answer has come for long; what was asked last may have been done. */
  | "silent"
  | "protected"
  | "aborted"
  /** What was read of a block does not agree with its cells read one by one. */
  | "unreliable"
  | "failed";

export class HostFailure extends Error {
  constructor(
    readonly code: HostFailureCode,
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
    this.name = "HostFailure";
  }
}
