/** Whether two cells hold the same: what every host asks before it writes over what stood there. */
import { CellError, type CellValue, isBlankCell, SerialDay } from "../sheet/cell";

export function sameValue(one: CellValue | undefined, other: CellValue | undefined): boolean {
  if (one === other || (isBlankCell(one) && isBlankCell(other))) return true;
  if (one instanceof SerialDay && other instanceof SerialDay) {
    return one.serial === other.serial && one.date1904 === other.date1904;
  }
  return one instanceof CellError && other instanceof CellError && one.code === other.code;
}
