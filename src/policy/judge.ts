/** What is concluded of a project's area and negative class from its texts, with the words that decided. */
import type { Pack } from "./pack";

export interface AreaJudgement {
  /** One of the official eleven; null when below the pack's margin. */
  readonly is: string | null;
  readonly by: readonly string[];
  readonly margin: number;
  readonly next: string | null;
}

export interface NegativeJudgement {
  readonly class: string;
  readonly by: readonly string[];
  /** The name itself holds the deciding word, and no exception applies. */
  readonly decidedByName: boolean;
}

export interface Judgement {
  readonly area: AreaJudgement;
  readonly negative: NegativeJudgement | null;
}

/** A judgement without the words that decided: what a hundred thousand rows are asked. */
export interface Verdict {
  readonly area: string | null;
  readonly margin: number;
  readonly negative: string | null;
  readonly decidedByName: boolean;
}

/** What judges one name. */
export type JudgeName = (name: string, content?: string) => Judgement;

/** A judge for one pack: builds its automaton once; its answers depend on the texts alone. */
export interface Judge extends JudgeName {
  readonly verdict: (name: string, content?: string) => Verdict;
}

export type MakeJudge = (pack: Pack) => Judge;
