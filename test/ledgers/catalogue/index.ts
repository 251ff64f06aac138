/** Every awkward ledger, with its truth. */
import type { LedgerCase } from "../truth";
import { bureaus } from "./bureaus";
import { forms } from "./forms";
import { judged } from "./judged";
import { layout } from "./layout";
import { writing } from "./writing";

export const CATALOGUE: readonly LedgerCase[] = [...bureaus, ...writing, ...layout, ...forms, ...judged];
