/** What the three weights of a finding are called, and their signs where there is no colour. */
import type { Severity } from "../rules/rule";

export const SEVERITY_WORDS = { error: "错误", warning: "提醒", hint: "建议" } as const satisfies Record<
  Severity,
  string
>;
export const SEVERITY_SIGNS = { error: "✕", warning: "!", hint: "·" } as const satisfies Record<Severity, string>;
