/** Asks WPS to calculate every formula anew: functions of ours judge by something else now. */
import type { WpsProgram } from "./program";

/** A build that cannot leaves them to the next change of what they depend on. */
export function recalculate(program: WpsProgram): void {
  const application = program.application();
  if (typeof application.CalculateFull === "function") application.CalculateFull();
}
