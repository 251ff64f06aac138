/** Why no queue could be had, in a sentence. */
import { callComplaint } from "../words/command";

export function queueComplaint(address: string, error: unknown): string {
  if (isMissingPackage(error)) return callComplaint.noQueueLibrary();
  return callComplaint.noRedis(withoutPassword(address), error instanceof Error ? error.message : String(error));
}

/** An optional dependency that was not installed. */
export function isMissingPackage(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND";
}

/** As it may stand on a screen. */
export function withoutPassword(address: string): string {
  const url = new URL(address);
  url.username = url.password = "";
  return url.href;
}
