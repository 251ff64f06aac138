/** The parts of many files as one collection: summaries are merged as they come, lines are read again where they are wanted. */
import type { FieldKey } from "../../../ledger/fields";
import type { Ledger, Project } from "../../../ledger/ledger";
import type { CellValue } from "../../../sheet/cell";
import { marksOf, SharedMarks } from "./marks";
import { comparedReader, listedReader, reserveReader, type ComparedLine, type LineHead } from "./lines";
import type { PartHead } from "./part";
import { addStates, statesOf, type State, type States } from "./previous";
import { EMPTY, merge, type Summary } from "./summary";

/** The lines of a file that was added, from wherever they wait. */
export type LinesOf = (path: string) => Iterable<string>;

const NO_LEDGERS: LineHead = { ledgers: [], fields: [] };

/** In memory stand one merged summary, a head without rows for each file, and a few numbers for each row. */
export class Gathering {
  private readonly heads = new Map<string, LineHead>();
  private readonly numbers = new Map<string, number>();
  private readonly marks = new SharedMarks();
  /** By number of the file; which of them count is known when all files are there. */
  private readonly parts = new Map<number, Float64Array>();
  private readonly large = new Set<number>();
  /** Sums of 1, 2, 4 … files, as in counting by two: no summary is copied more than a few times. */
  private readonly sums: { readonly files: number; readonly summary: Summary }[] = [];

  /** False where the file is there already: nothing is counted twice. */
  add(path: string, { summary, ledgers, fields, marks }: PartHead): boolean {
    if (this.heads.has(path)) return false;
    this.numbers.set(path, this.heads.size);
    this.marks.add(this.heads.size, marks.whole);
    if (marks.parts.length > 0) this.parts.set(this.heads.size, Float64Array.from(marks.parts));
    for (const mark of marks.large) this.large.add(mark);
    this.heads.set(path, { ledgers, fields });
    let sum = { files: 1, summary };
    for (let last = this.sums.at(-1); last && last.files <= sum.files; last = this.sums.at(-1)) {
      this.sums.pop();
      sum = { files: last.files + sum.files, summary: merge(last.summary, sum.summary) };
    }
    this.sums.push(sum);
    return true;
  }

  has(path: string): boolean {
    return this.heads.has(path);
  }

  summary(): Summary {
    return this.sums.reduceRight((all, { summary }) => merge(summary, all), EMPTY);
  }

  /** Every file's ledgers in that order, with the rows that another file may have too. */
  compared(paths: readonly string[], linesOf: LinesOf): Ledger[] {
    for (const [file, parts] of this.parts)
      this.marks.add(
        file,
        parts.filter((mark) => !this.large.has(mark)),
      );
    return paths.flatMap((path) => {
      const head = this.heads.get(path) ?? NO_LEDGERS;
      const isShared = this.marks.files.has(this.numbers.get(path) ?? -1);
      return isShared ? withProjects(head.ledgers, this.sharedIn(linesOf(path), head)) : head.ledgers;
    });
  }

  private *sharedIn(lines: Iterable<string>, head: LineHead): Generator<ComparedLine> {
    const read = comparedReader(head);
    for (const line of lines) {
      const compared = read(line);
      const { whole, part } = marksOf(compared.project);
      const isPart = part !== null && !this.large.has(part);
      const { shared } = this.marks;
      if (!whole.some((mark) => shared.has(mark)) && !(isPart && shared.has(part))) continue;
      // Of parts that no rule speaks of some may be left out: those that stay must not look like all there are.
      yield isPart || part === null ? compared : { ...compared, project: withoutOwner(compared.project) };
    }
  }

  /** How every project stands, for a later collection to compare with. */
  states(paths: readonly string[], linesOf: LinesOf): States {
    const states = new Map<string, State[]>();
    for (const path of paths) {
      const head = this.heads.get(path) ?? NO_LEDGERS;
      const lines = Array.from(linesOf(path), listedReader(head));
      for (const [key, own] of statesOf(withProjects(head.ledgers, lines))) addStates(states, key, own);
    }
    return states;
  }

  /** Rows of the consolidated reserve with the number of each. */
  *reserve(paths: readonly string[], fields: readonly FieldKey[], linesOf: LinesOf): Generator<CellValue[]> {
    let number = 0;
    for (const path of paths) {
      const head = this.heads.get(path);
      if (!head) continue;
      const read = reserveReader(path, head, fields);
      for (const line of linesOf(path)) {
        const row = read(line, number + 1);
        if (row === null) continue;
        number++;
        yield row;
      }
    }
  }
}

function withoutOwner(project: Project): Project {
  const kept = Object.entries(project.values).filter(([field]) => field !== "owner");
  return { ...project, values: Object.fromEntries(kept) };
}

function withProjects(ledgers: readonly Ledger[], lines: Iterable<ComparedLine>): Ledger[] {
  const projects = ledgers.map((): Project[] => []);
  for (const { ledger, project } of lines) projects[ledger]?.push(project);
  return ledgers.map((ledger, index) => ({ ...ledger, projects: projects[index] ?? [] }));
}
