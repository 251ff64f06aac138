/** A project's name as it is compared. */
import type { Project } from "../ledger/ledger";
import { comparableName } from "../measure/name";

/** Equal for names that say the same project; the mark of a part counts. */
export function comparableNameOf({ values }: Project): string {
  return values.name === undefined ? "" : comparableName(values.name);
}
