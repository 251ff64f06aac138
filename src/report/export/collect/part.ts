/** What a collection keeps of one file: a head that is merged at once, and a line for each project that waits until it is wanted. */
import type { Run } from "../../run";
import { lightLedger } from "./across";
import { dataRows } from "./data";
import { TAB, writtenLines, type LineHead } from "./lines";
import { marksIn, type Marks } from "./marks";
import { summarise, unreadable, type FileEntry, type Summary } from "./summary";
import { withReporters } from "./whose";

export interface PartHead extends LineHead {
  readonly summary: Summary;
  readonly marks: Marks;
}

export interface Part {
  readonly head: PartHead;
  /** Made one by one, so that a large file is not held a second time. */
  readonly lines: Iterable<string>;
}

const NO_MARKS: Marks = { whole: [], parts: [], large: [] };

export type PartTables = "sheets" | "sheets and data";

export function partOf(asked: Run, file: Pick<FileEntry, "path" | "receipt" | "writtenOn">, tables: PartTables): Part {
  const run = withReporters(asked, file.path);
  const ledgers = run.ledgers.filter(({ role }) => role === "projects");
  const summary = summarise(run, file);
  const { fields } = summary;
  const lines = writtenLines(ledgers, { fields, asOf: run.options.asOf });
  return {
    head: {
      summary,
      ledgers: ledgers.map((ledger) => lightLedger(ledger)),
      fields,
      marks: marksIn(ledgers, run.options.pack),
    },
    lines: tables === "sheets" ? lines : withData(lines, dataRows(run)),
  };
}

export function unreadablePart(path: string, error: string, writtenOn: string): Part {
  return { head: { summary: unreadable(path, error, writtenOn), ledgers: [], fields: [], marks: NO_MARKS }, lines: [] };
}

function* withData(lines: Iterable<string>, rows: Iterator<object>): Generator<string> {
  for (const line of lines) {
    const row = rows.next();
    yield line + TAB + JSON.stringify(row.done ? {} : row.value);
  }
}
