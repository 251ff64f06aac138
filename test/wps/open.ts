/** A WPS that is none, over a workbook in memory. */
import { findWps, type WpsProgram } from "../../src/hosts/wps/index";
import { startWps, type FakeWps, type WpsSettings } from "../../workbench/wps/start";
import { MemoryWorkbookStore, type StoredSheet } from "../office/store";

export interface OpenedWps {
  readonly wps: FakeWps;
  readonly program: WpsProgram;
  readonly store: MemoryWorkbookStore;
}

export function openWps(sheets: readonly StoredSheet[], settings: Omit<WpsSettings, "store"> = {}): OpenedWps {
  const store = new MemoryWorkbookStore(sheets);
  const wps = startWps({ ...settings, store });
  const program = findWps(wps.globals);
  if (!program) throw new Error("nothing was found of WPS");
  return { wps, program, store };
}
