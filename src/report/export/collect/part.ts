/** What a collection keeps of one file: a head that is merged at once, and a line for each project that waits until it is wanted. */
import type { FieldKey } from "../../../ledger/fields";
import type { Ledger, Project } from "../../../ledger/ledger";
import { SerialDay, type CellValue } from "../../../sheet/cell";
import type { Run } from "../../run";
import { standardCell } from "../notation";
import { lightLedger, lightProject } from "./across";
import { dataRows } from "./data";
import { marksIn, type Marks } from "./marks";
import { summarise, unreadable, type FileEntry, type Summary } from "./summary";
import { withReporters } from "./whose";

export interface PartHead {
  readonly summary: Summary;
  /** The file's ledgers without their projects. */
  readonly ledgers: readonly Ledger[];
  /** The columns of its lines. */
  readonly fields: readonly FieldKey[];
  readonly marks: Marks;
}

export interface Part {
  readonly head: PartHead;
  /** Made one by one, so that a large file is not held a second time. */
  readonly lines: Iterable<string>;
}

const NO_MARKS: Marks = { whole: [], parts: [], large: [] };
/** JSON writes tabs as \t, so that one can part what a line holds. */
const TAB = "\t";

export type PartTables = "sheets" | "sheets and data";

export function partOf(asked: Run, file: Pick<FileEntry, "path" | "receipt" | "writtenOn">, tables: PartTables): Part {
  const run = withReporters(asked, file.path);
  const ledgers = run.ledgers.filter(({ role }) => role === "projects");
  const summary = summarise(run, file);
  const { fields } = summary;
  return {
    head: {
      summary,
      ledgers: ledgers.map((ledger) => lightLedger(ledger)),
      fields,
      marks: marksIn(ledgers, run.options.pack),
    },
    lines: tables === "sheets" ? linesOf(ledgers, fields) : withData(linesOf(ledgers, fields), dataRows(run)),
  };
}

export function unreadablePart(path: string, error: string, writtenOn: string): Part {
  return { head: { summary: unreadable(path, error, writtenOn), ledgers: [], fields: [], marks: NO_MARKS }, lines: [] };
}

function* linesOf(ledgers: readonly Ledger[], fields: readonly FieldKey[]): Generator<string> {
  for (const [index, ledger] of ledgers.entries()) {
    const light = lightLedger(ledger);
    for (const project of ledger.projects) {
      // What was not understood goes on as the text that was shown.
      const bare = { ...project, cells: [] };
      const cells = fields.map((field) => packed(standardCell(bare, field, project.cells)));
      const kept = lightProject(project, light.columns);
      yield (
        JSON.stringify([index, project.row, ...cells]) +
        TAB +
        JSON.stringify([index, kept.row, kept.key, kept.values, kept.cells])
      );
    }
  }
}

function* withData(lines: Iterable<string>, rows: Iterator<object>): Generator<string> {
  for (const line of lines) {
    const row = rows.next();
    yield line + TAB + JSON.stringify(row.done ? {} : row.value);
  }
}

type PackedCell = string | number | boolean | null | { readonly day: number };

function packed(value: CellValue): PackedCell {
  if (value instanceof SerialDay) return { day: value.serial };
  return typeof value === "object" ? null : value;
}

function unpacked(value: PackedCell): CellValue {
  return typeof value === "object" && value !== null ? new SerialDay(value.day, false) : value;
}

/** One row of the consolidated reserve. */
export interface ReserveLine {
  readonly sheet: string;
  readonly reporter: string | null;
  readonly row: number;
  /** By the head's fields. */
  readonly cells: readonly CellValue[];
}

export function reserveLine(line: string, { ledgers }: Pick<PartHead, "ledgers">): ReserveLine {
  const [index, row, ...cells] = JSON.parse(line.slice(0, line.indexOf(TAB))) as [number, number, ...PackedCell[]];
  const { sheet = "", reporter = null } = ledgers[index] ?? {};
  return { sheet, reporter, row, cells: cells.map(unpacked) };
}

/** A project with only what is compared, and which of the file's ledgers it stands in. */
export function comparedLine(line: string): { readonly ledger: number; readonly project: Project } {
  const from = line.indexOf(TAB) + 1;
  const to = line.indexOf(TAB, from);
  const text = to < 0 ? line.slice(from) : line.slice(from, to);
  const [ledger, row, key, values, cells] = JSON.parse(text) as [
    number,
    number,
    string,
    Project["values"],
    CellValue[],
  ];
  const project = { row, key, hidden: false, values, unread: [], cells, marks: null, section: null, assumedYear: [] };
  return { ledger, project };
}

/** The line of the analysts' table, as JSON; empty where none was asked for. */
export function dataLine(line: string): string {
  return line.split(TAB, 3)[2] ?? "";
}
