/** What the ribbon's page could register, told to the pane's page, which shares nothing with it but WPS's storage. */
import type { WpsRegistration } from "../../functions/wps";
import type { PaneShell } from "./shell";

const NAMES_KEY = "xm-ledger-check.et.functions";

export function tellFunctionNames(shell: PaneShell, { names }: WpsRegistration): void {
  shell.store(NAMES_KEY, JSON.stringify(names));
}

/** Null where nothing was told. */
export function toldFunctionNames(shell: PaneShell): ReadonlySet<string> | null {
  try {
    const names: unknown = JSON.parse(shell.stored(NAMES_KEY) ?? "null");
    return Array.isArray(names) ? new Set(names.filter((name) => typeof name === "string")) : null;
  } catch {
    return null;
  }
}
