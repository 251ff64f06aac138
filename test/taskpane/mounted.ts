/** The pane over a memory host, as the tests of its pages show it; and workbooks of examples/ as such a host. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { act, screen, waitFor } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import axe from "axe-core";
import { openFile } from "../../src/hosts/file/node";
import { memoryHost, type MemoryHost, type MemoryOptions } from "../../src/hosts/memory";
import { hostOf } from "./hostOf";
import type { CellValue } from "../../src/sheet/cell";
import { mountPane, type PaneOptions } from "../../taskpane/mount";

export const NOON = new Date(2025, 5, 20, 10, 32);
let unmount: (() => void) | null = null;

export function mount(host: MemoryHost, options: Partial<PaneOptions> = {}): MemoryHost {
  const element = document.body.appendChild(document.createElement("div"));
  act(() => {
    unmount = mountPane(element, { host, clock: () => NOON, ...options });
  });
  return host;
}

export function unmountAll(): void {
  act(() => unmount?.());
  unmount = null;
  document.body.innerHTML = "";
}

export function ledgerHost(
  cells: readonly (readonly CellValue[])[],
  options: Omit<Partial<MemoryOptions>, "sheets"> = {},
): MemoryHost {
  return memoryHost({ fileName: "青河县台账.xlsx", ...options, sheets: [{ name: "台账", cells }] });
}

/** Pages but the first are fetched when they are opened. */
export async function turnTo(user: UserEvent, page: string): Promise<void> {
  await user.click(screen.getByRole("tab", { name: page }));
  await waitFor(() => expect(screen.queryByText(/^(正在打开|Opening)$/)).toBeNull());
}

const EXAMPLES = path.resolve(__dirname, "../../examples");

/** An example of the project's own, read as the command line reads it. */
export async function exampleHost(file: string): Promise<MemoryHost> {
  if (!readdirSync(EXAMPLES).includes(file)) throw new Error(`no example ${file}`);
  const { sheets } = await openFile(path.join(EXAMPLES, file));
  return hostOf(file, sheets);
}

/** What axe has against what is shown; contrast and landmarks are the browser tests' (jsdom paints nothing). */
export async function axeFaults(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
}
