/** What the three weights of a finding are called, and their signs where there is no colour. */
import type { Severity } from "../rules/rule";

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: "错误", warning: "提醒", hint: "建议" };
export const SEVERITY_SIGNS: Readonly<Record<Severity, string>> = { error: "✕", warning: "!", hint: "·" };
