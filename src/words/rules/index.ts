/** The sentences of every rule, by code. */
import type { RuleWords } from "../ruleWords";
import { ASSESSMENT } from "./assessment";
import { CHANNEL } from "./channel";
import { CONSISTENCY } from "./consistency";
import { DUTY } from "./duty";
import { FORM } from "./form";
import { PROCEDURES } from "./procedures";
import { RESERVE } from "./reserve";
import { STUDY } from "./study";

export const RULE_WORDS: Readonly<Record<string, RuleWords>> = {
  ...FORM,
  ...CHANNEL,
  ...PROCEDURES,
  ...STUDY,
  ...RESERVE,
  ...DUTY,
  ...CONSISTENCY,
  ...ASSESSMENT,
};
