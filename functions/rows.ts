/** A heading and rows below it, read as a ledger, and the answers laid out row by row. */
import { fieldKind } from "../src/ledger/fields";
import type { Ledger, Project } from "../src/ledger/ledger";
import { readLedger } from "../src/ledger/read";
import { gridSheet } from "../src/sheet/grid";
import { rangeOf } from "./arguments";
import {
  FunctionFailure,
  type Argument,
  type CellInput,
  type FunctionContext,
  type Outcome,
  type Range,
} from "./function";
import { withoutBlankEnd } from "./ledger";

export interface RowsRead {
  readonly ledger: Ledger;
  /** Sheet row of the heading's last row: the first asked row stands below it. */
  readonly top: number;
  readonly length: number;
}

const MOST_HEADING_ROWS = 5;
/** Kinds in which 0 may be meant. */
const FIGURES = new Set(["amount", "share", "number"]);

export function readRows(header: Argument, rows: Argument, { blanks }: FunctionContext): RowsRead {
  const heading = rangeOf(header);
  const body = withoutBlankEnd(rows);
  if (heading.length > MOST_HEADING_ROWS) throw new FunctionFailure("value", "“表头”最多五行");
  const width = heading[0]?.length ?? 0;
  if (body.some((row) => row.length !== width)) throw new FunctionFailure("value", "“行区域”的列数要与“表头”相同");
  const asGiven = read(heading, body);
  const ledger = blanks === "told" ? asGiven : read(heading, withBlanks(body, asGiven));
  if (ledger.role !== "projects") throw new FunctionFailure("na", `认不出表头：${ledger.why ?? "没有项目名称列"}`);
  return { ledger, top: heading.length, length: body.length };
}

/** One cell a row: what is said of a project, and nothing beside totals and blank rows. */
export function answerRows({ ledger, top, length }: RowsRead, answer: (project: Project) => Outcome): Outcome[][] {
  const projects = new Map(ledger.projects.map((project) => [project.row, project]));
  return Array.from({ length }, (_, index) => {
    const project = projects.get(top + 1 + index);
    return [project ? answer(project) : ""];
  });
}

function read(heading: Range, body: Range): Ledger {
  return readLedger(gridSheet("区域", [...heading, ...body]), {
    file: "",
    choices: { header: { top: 1, bottom: heading.length } },
  });
}

/** Where blanks arrive as 0, a 0 in a column of words or days is a blank; one in a column of figures stays 0. */
function withBlanks(body: Range, ledger: Ledger): Range {
  const kinds = new Map(ledger.columns.map(({ column, field }) => [column, fieldKind(field)]));
  const meant = (cell: CellInput, column: number) =>
    cell === 0 && !FIGURES.has(kinds.get(column) ?? "text") ? null : cell;
  return body.map((row) => row.map(meant));
}
