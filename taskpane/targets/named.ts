/** What a part of a chart is called in the pane's language: the ledger's own names stay as they are. */
import { NOT_STATED } from "../../src/reserve/place";
import type { TargetsWords } from "../../src/words/paneTargets";

export function named(name: string, words: Pick<TargetsWords, "notStated">): string {
  return name === NOT_STATED ? words.notStated : name;
}
