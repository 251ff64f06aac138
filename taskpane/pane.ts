/** What every part of the pane is given: the state, the words of its language, and the two ways to do something. */
import type { FieldKey } from "../src/ledger/fields";
import { fieldTerm } from "../src/ledger/fields";
import type { PaneWords } from "../src/words/pane";
import { englishTerm } from "../src/words/terms";
import type { Locale } from "../src/words/say";
import type { Effects } from "./effects";
import type { Action, PaneState } from "./state";

export interface Pane {
  readonly state: PaneState;
  readonly words: PaneWords;
  readonly dispatch: (action: Action) => void;
  readonly effects: Effects;
}

export interface PageProps {
  readonly pane: Pane;
  /** YYYY-MM-DD. */
  readonly today: () => string;
}

export function termOf(field: FieldKey, locale: Locale): string {
  return locale === "zh" ? fieldTerm(field) : englishTerm(field);
}
