/** A pack on its worksheets, headings first, with the words that the other rooms give them. */
import type { Pack } from "../../src/policy/pack";
import { packToSheets, type PackSheet } from "../../src/policy/sheets";
import { PACK_TERMS } from "../../src/report/packSheets";

export function sheetsOf(pack: Pack): PackSheet[] {
  return packToSheets(pack, PACK_TERMS);
}
