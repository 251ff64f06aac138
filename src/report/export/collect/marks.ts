/** By what two rows of different files could be one project: numbers small enough to be kept of every row of a province. */
import type { Ledger, Project } from "../../../ledger/ledger";
import { nameParts } from "../../../measure/name";
import type { Pack } from "../../../policy/pack";
import { validCodeOf } from "../../../rules/alike";

/** Marks of the rows of a file. */
export interface Marks {
  /** Of names and codes. */
  readonly whole: readonly number[];
  /** Of projects cut into parts, by one owner. */
  readonly parts: readonly number[];
  /** Those of parts that no rule speaks of, since one of them is large: F112 wants every part small. */
  readonly large: readonly number[];
}

/** Whatever the comparing rules put into one group has a mark in common; that a mark is shared proves nothing yet. */
export function marksIn(ledgers: readonly Ledger[], pack: Pack): Marks {
  const small = pack.rules["F112"]?.numbers["wan"] ?? Infinity;
  // As they come, the same one several times too: a set of a million would need more than the rows themselves.
  const marks = { whole: [] as number[], parts: [] as number[], large: [] as number[] };
  for (const { projects } of ledgers) {
    for (const project of projects) {
      const { whole, part } = marksOf(project);
      marks.whole.push(...whole);
      if (part === null) continue;
      const wan = project.values.totalInvestment?.wan;
      marks[wan === undefined || wan >= small ? "large" : "parts"].push(part);
    }
  }
  return marks;
}

export function marksOf(project: Project): { readonly whole: readonly number[]; readonly part: number | null } {
  const { owner, name } = project.values;
  const whole: number[] = [];
  const code = validCodeOf(project);
  if (code !== null) whole.push(numberOf(`C${code}`));
  if (name === undefined) return { whole, part: null };
  const { stem, mark } = nameParts(name);
  if (stem !== "") whole.push(numberOf(`N${stem}#${mark ?? ""}`));
  return { whole, part: owner === undefined || mark === null ? null : numberOf(`P${owner}|${stem}`) };
}

/** 53 bits of a text (cyrb53); never 0, which says that a place is free. */
function numberOf(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return 4_294_967_296 * (0x1f_ffff & low) + (high >>> 0) || 1;
}

/** Which marks stand in more than one file, and in which files: twelve bytes a place, at most half of the places taken. */
export class SharedMarks {
  /** Marks that several files have. */
  readonly shared = new Set<number>();
  /** Files, by number, with such a mark. */
  readonly files = new Set<number>();
  private marks = new Float64Array(1 << 12);
  private firstIn = new Int32Array(1 << 12);
  private taken = 0;

  add(file: number, marks: Iterable<number>): void {
    for (const mark of marks) {
      if (this.taken * 2 >= this.marks.length) this.widen();
      const at = this.placeOf(mark);
      if (this.marks[at] === 0) {
        this.marks[at] = mark;
        this.firstIn[at] = file;
        this.taken++;
        continue;
      }
      const first = this.firstIn[at];
      if (first === undefined || first === file) continue;
      this.shared.add(mark);
      this.files.add(first).add(file);
    }
  }

  private placeOf(mark: number): number {
    const last = this.marks.length - 1;
    let at = (mark % 2_147_483_647) & last;
    while (this.marks[at] !== 0 && this.marks[at] !== mark) at = (at + 1) & last;
    return at;
  }

  private widen(): void {
    const [marks, firstIn] = [this.marks, this.firstIn];
    this.marks = new Float64Array(marks.length * 2);
    this.firstIn = new Int32Array(marks.length * 2);
    for (let index = 0; index < marks.length; index++) {
      const mark = marks[index] ?? 0;
      if (mark === 0) continue;
      const at = this.placeOf(mark);
      this.marks[at] = mark;
      this.firstIn[at] = firstIn[index] ?? 0;
    }
  }
}
