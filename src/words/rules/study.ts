/** Group S. */
import type { RuleWords } from "../ruleWords";

export const STUDY: Readonly<Record<string, RuleWords>> = {};
