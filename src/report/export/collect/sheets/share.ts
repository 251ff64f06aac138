/** A share as a cell holds it. */
import { rate } from "../../../../reserve/rates";

/** Null where nothing is there to be a part of. */
export function share(part: number, whole: number): number | null {
  return rate("fit", part, whole).share;
}
