/** What went wrong in a host or in the pane itself, in the clerk's words. */
import { HostFailure } from "../src/sheet/hostFailure";
import { hostFailureSentence } from "../src/words/hostFailure";
import type { Locale } from "../src/words/say";

export function failureMessage(error: unknown, locale: Locale): string {
  if (error instanceof HostFailure) return hostFailureSentence(error, locale);
  return error instanceof Error ? error.message : String(error);
}
