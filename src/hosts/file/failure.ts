/** Why a file could not be read, as a code with figures; the sentence for it stands in words. */

export type ReadFailureCode =
  /** No file of this name. */
  | "missing"
  /** A folder was named. */
  | "directory"
  /** The system would not let us read it; `reason` is its own code (EACCES …). */
  | "unreadable"
  /** The file has no bytes. */
  | "empty"
  /** The file itself is larger than can be read; `bytes`, `limit`. */
  | "too-large"
  /** It would unpack to more than is allowed; `bytes` (seen or stated so far), `limit`, `packed`. */
  | "expands"
  /** A password is needed. */
  | "password"
  /** It begins like a workbook and ends too early. */
  | "truncated"
  /** A workbook whose parts do not fit together; `part` where one is to blame. */
  | "corrupt"
  /** Something else; `kind`: text | html | xml | pdf | word | presentation | image | archive | binary. */
  | "not-a-workbook"
  /** A workbook without a sheet of cells. */
  | "no-sheets";

export type FailureArgs = Readonly<Record<string, string | number>>;

export class ReadFailure extends Error {
  constructor(
    readonly code: ReadFailureCode,
    readonly args: FailureArgs = {},
  ) {
    super(`${code} ${JSON.stringify(args)}`);
    this.name = "ReadFailure";
  }
}
