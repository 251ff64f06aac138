/** Whatever WPS throws, as a failure that the pane has a sentence for. */
import { HostFailure } from "../../sheet/hostFailure";

const PROTECTED = /保护|锁定|只读|protect|locked|read-?only/i;

/** WPS gives no codes: its sentence is all there is. */
export function hostFailure(error: unknown): HostFailure {
  if (error instanceof HostFailure) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new HostFailure(PROTECTED.test(detail) ? "protected" : "failed", detail);
}
