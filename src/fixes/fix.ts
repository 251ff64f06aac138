/** What a fix is: edits that change notation only, or values to choose from. */
import type { Finding } from "../findings/finding";
import type { FieldKey } from "../ledger/fields";
import type { Ledger, Project } from "../ledger/ledger";
import type { Pack } from "../policy/pack";
import type { MoneyUnit } from "../measure/types";
import type { CellValue } from "../sheet/cell";
import type { Edit } from "../sheet/edit";

/** `safe` changes notation and not meaning; `choice` chooses a value, so a person must. */
export type Fix =
  | { readonly kind: "safe"; readonly edits: readonly Edit[] }
  | { readonly kind: "choice"; readonly choices: readonly Choice[] };

export interface Choice {
  /** What would stand in the cell, as shown. */
  readonly label: string;
  /** The unit in which the figure would have been meant, where that is what is chosen; it is part of the label. */
  readonly meant?: MoneyUnit;
  readonly edits: readonly Edit[];
}

/** What a fixer proposes for the finding's first cell. */
export type Proposal =
  | { readonly kind: "safe"; readonly put: CellValue }
  | { readonly kind: "choice"; readonly puts: readonly ProposedChoice[] };

interface ProposedChoice extends Omit<Choice, "edits"> {
  readonly put: CellValue;
}

export interface Mendable {
  readonly finding: Finding;
  readonly ledger: Ledger;
  readonly project: Project;
  readonly pack: Pack;
  readonly field: FieldKey;
  readonly column: number;
  readonly was: CellValue;
}
