/** Runs in a page before its scripts: a WPS that is none, over a workbook in memory. Built into one script by wps.test.ts. */
import { BUILDS } from "../../workbench/wps/build";
import { startWps, type FakeWps } from "../../workbench/wps/start";
import { MemoryWorkbookStore, type StoredSheet } from "../office/store";

export interface WpsHostSettings {
  readonly sheets: readonly StoredSheet[];
  /** The build's version. */
  readonly version: string;
  /** What the add-in's other page has stored. */
  readonly stored: Readonly<Record<string, string>>;
}

declare global {
  interface Window {
    wpsHostSettings: WpsHostSettings;
    /** What a test asks of the pretended WPS. */
    wpsHost: FakeWps;
    wps: object;
    Application: object;
  }
}

const { sheets, version, stored } = window.wpsHostSettings;
const build = BUILDS.find((one) => one.version === version);
if (!build) throw new Error(`no build ${version}`);
window.wpsHost = startWps({ store: new MemoryWorkbookStore(sheets), build, page: window });
window.wps = window.wpsHost.globals.wps;
window.Application = window.wpsHost.globals.Application;
for (const [key, text] of Object.entries(stored)) window.wpsHost.storage.setItem(key, text);
