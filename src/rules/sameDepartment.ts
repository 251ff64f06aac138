/** Whose a project is, for rules that ask whether two rows are one: the same however its department is written. */
import type { Project } from "../ledger/ledger";
import { departmentNamer, type DepartmentNamer } from "../reserve/oneDepartment";
import type { LedgerContext } from "./rule";

export type DepartmentOf = (project: Project) => string | undefined;

/** 「县交通局」 is the 「交通运输局」 of another ledger. Names are gathered when the first is asked for: few rows ever are. */
export function departmentsIn({ pack, ledgers }: Pick<LedgerContext, "pack" | "ledgers">): DepartmentOf {
  let named: DepartmentNamer | null = null;
  return ({ values: { department } }) => {
    if (department === undefined) return undefined;
    named ??= departmentNamer(pack, ledgers);
    return named(department);
  };
}
