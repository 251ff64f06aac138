/** A formula moved to another cell: relative references move with it, absolute ones stay. */
import { columnIndex, columnName } from "../../sheet/address";

/** Texts in quotes and quoted sheet names, then references; what is part of a longer word, or called, is none. */
const PIECES =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|\[[^\]]*\]|(?<![\w.\\])(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})(?![\w.(!])|(?<![\w.$])(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w.])|(?<![\w.$])(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\w.(!])/g;

const ROWS = 1_048_576;
const COLUMNS = 16_384;

export function shiftFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(PIECES, (whole: string, ...groups: (string | undefined)[]) => {
    const [dollarColumn, column, dollarRow, row, d1, row1, d2, row2, d3, column1, d4, column2] = groups;
    if (column !== undefined && row !== undefined) {
      return shiftedColumn(dollarColumn, column, columns) + shiftedRow(dollarRow, row, rows);
    }
    if (row1 !== undefined && row2 !== undefined) return `${shiftedRow(d1, row1, rows)}:${shiftedRow(d2, row2, rows)}`;
    if (column1 !== undefined && column2 !== undefined) {
      return `${shiftedColumn(d3, column1, columns)}:${shiftedColumn(d4, column2, columns)}`;
    }
    return whole;
  });
}

/** Past an edge Excel comes in at the other. */
function shiftedRow(dollar: string | undefined, row: string, by: number): string {
  if (dollar) return dollar + row;
  return String(((Number(row) - 1 + by + ROWS) % ROWS) + 1);
}

function shiftedColumn(dollar: string | undefined, column: string, by: number): string {
  if (dollar) return dollar + column;
  return columnName((columnIndex(column.toUpperCase()) + by + COLUMNS) % COLUMNS);
}
