/** The sentences of one rule in one language: what is wrong, why it matters, what to do, and when it may be left alone. */
import type { Say } from "./say";

export interface RuleSentences {
  /** Ten characters at most in Chinese. */
  readonly title: string;
  /** When the rule speaks, for its page. */
  readonly condition: string;
  readonly message: (say: Say) => string;
  /** Why it matters; the clause follows by itself. */
  readonly why: string | ((say: Say) => string);
  /** Begins with a verb. */
  readonly how: string | ((say: Say) => string);
  /** 何时可以不理会. */
  readonly ignore: string;
}

export interface RuleWords {
  readonly zh: RuleSentences;
  readonly en: RuleSentences;
}
