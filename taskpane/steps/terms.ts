/** Steps and goals by their names in the pane's language. */
import { PROCEDURE_TERMS, type ProcedureKey } from "../../src/measure/procedures";
import type { Deadline } from "../../src/report/preparation";
import { englishProcedure } from "../../src/words/terms";
import type { Pane } from "../pane";
import { stepsWords } from "../../src/words/paneSteps";

/** A deadline for all projects; null: each by its own. */
export type Asked = Pick<Deadline, "goal" | "day"> | null;

export function stepName(key: ProcedureKey, { state }: Pane): string {
  return state.locale === "zh" ? PROCEDURE_TERMS[key] : englishProcedure(key);
}

export function goalText(goal: Deadline["goal"], pane: Pane): string {
  if (goal === "setUp" || goal === "start") return stepsWords(pane.state.locale).goals[goal];
  return stepName(goal, pane);
}
