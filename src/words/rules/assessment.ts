/** Group A. */
import type { RuleWords } from "../ruleWords";

export const ASSESSMENT: Readonly<Record<string, RuleWords>> = {};
