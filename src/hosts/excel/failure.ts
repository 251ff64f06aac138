/** What office.js says has gone wrong, as a failure that the pane has a sentence for. */
import { HostFailure } from "../../sheet/hostFailure";

/** office.js errors carry a code; everything else is simply a failure. Its English goes no further than where a sentence quotes it. */
export function hostFailure(error: unknown): HostFailure {
  if (error instanceof HostFailure) return error;
  const code = codeOf(error);
  const detail = error instanceof Error ? error.message : String(error);
  if (code === "InvalidOperationInCellEditMode" || code === "HostIsBusy") return new HostFailure("busy", detail);
  if (code === "AccessDenied" || code === "ProtectedSheet" || code === "InsertDeleteConflict")
    return new HostFailure("protected", detail);
  if (code === "ItemNotFound") return new HostFailure("noSheet", "");
  if (code === "RequestPayloadSizeLimitExceeded" || code === "ResponsePayloadSizeLimitExceeded")
    return new HostFailure("tooLarge", "");
  return new HostFailure("failed", detail);
}

function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return String(error.code);
}
