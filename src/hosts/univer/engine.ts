/** What the door asks of the workbench's spreadsheet engine; only its types are known, so that no pane ever carries it. */
import type { ICellData, IObjectMatrixPrimitiveType, Nullable } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";

type Spilled = Record<string, Nullable<Record<string, Nullable<IObjectMatrixPrimitiveType<Nullable<ICellData>>>>>>;

export interface UniverEngine {
  readonly api: FUniver;
  /** Results that array formulas have spilled: by workbook, sheet, row and column. */
  spilled(): Spilled;
}

export type FacadeSheet = NonNullable<
  ReturnType<NonNullable<ReturnType<FUniver["getActiveWorkbook"]>>["getSheetByName"]>
>;
