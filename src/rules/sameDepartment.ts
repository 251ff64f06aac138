/** Whose a project is, for rules that ask whether two rows are one: the same however its department is written. */
import type { Project } from "../ledger/ledger";
import { departmentNamer, type DepartmentNamer } from "../reserve/oneDepartment";
import type { LedgerContext } from "./rule";

/** `otherwise` stands for a department that the row does not state. */
export type DepartmentOf = (project: Project, otherwise?: string | null) => string | undefined;

/** 「县交通局」 is the 「交通运输局」 of another ledger. Names are gathered when the first is asked for: few rows ever are. */
export function departmentsIn({ pack, ledgers }: Pick<LedgerContext, "pack" | "ledgers">): DepartmentOf {
  let named: DepartmentNamer | null = null;
  return ({ values }, otherwise = null) => {
    const written = values.department ?? otherwise;
    if (written === null) return undefined;
    named ??= departmentNamer(pack, ledgers);
    return named(written);
  };
}
