/** What the bureau has gathered of the departments' files: all that its workbook and its bulletin say comes from here. */
import type { Finding } from "../../../findings/finding";
import type { Calendar } from "../../../measure/calendar";
import type { Pack } from "../../../policy/pack";
import type { OneDepartment } from "../../../reserve/oneDepartment";
import type { Coverage } from "./coverage";
import type { Change } from "./previous";
import type { YearFigures } from "./standing";
import type { Summary } from "./summary";

export interface Collection {
  readonly summary: Summary;
  /** Departments that the files write in several ways and the summary counts as one; absent where nobody looked for any. */
  readonly writtenTwice?: readonly OneDepartment[];
  readonly across: readonly Finding[];
  readonly pack: Pack;
  readonly calendar: Calendar;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  /** The last day for handing in; null where nobody named one. */
  readonly due: string | null;
  /** Null where there is no former collection. */
  readonly changes: readonly Change[] | null;
  /** Departments that only one of the two collections holds; absent where nobody compared them. */
  readonly coverage?: Coverage;
  /** The figures of the same day of last year; null or absent where nobody gave them. */
  readonly lastYear?: YearFigures | null;
  readonly lastYearCoverage?: Coverage;
}

/** 万元 of what is summed up in millionths of it. */
export function wan(millionths: number): number {
  return millionths / 1e6;
}
