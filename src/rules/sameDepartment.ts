/** Whose a project is, for rules that ask whether two rows are one: the same however its department is written. */
import { departmentCounted } from "../reserve/departments";
import { departmentNamer, type DepartmentNamer } from "../reserve/oneDepartment";
import type { Placed } from "./alike";
import type { LedgerContext } from "./rule";

export interface Departments {
  /** As the row says it, else as its ledger does: whose the whole ledger is, there every project is. */
  readonly of: (placed: Placed) => string | null;
  readonly named: DepartmentNamer;
}

/** 「县交通局」 is the 「交通运输局」 of another ledger. Names are gathered when the first is asked for: few rows ever are. */
export function departmentsIn({ pack, ledgers }: Pick<LedgerContext, "pack" | "ledgers">): Departments {
  let namer: DepartmentNamer | null = null;
  const named: DepartmentNamer = (written) => (namer ??= departmentNamer(pack, ledgers))(written);
  return {
    of({ project, ledger }) {
      const written = departmentCounted(project, ledger);
      return written === null ? null : named(written);
    },
    named,
  };
}
