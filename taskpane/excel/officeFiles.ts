/** The files of Microsoft's library that Excel asks for, copied unmodified under their own names. */
import { cpSync, existsSync, readdirSync } from "node:fs";
import path from "node:path";

const LIBRARY = "node_modules/@microsoft/office-js/dist";

const NAMED = [
  "office.js",
  "o15apptofilemappingtable.js",
  "es6-promise.js",
  "html2canvas.js",
  "custom-functions-runtime.js",
  "telemetry/oteljs.js",
  "telemetry/oteljs_agave.js",
  "ariatelemetry/aria-web-telemetry.js",
  "agaveerrorux",
  // Of other languages of Office the library falls back to English.
  "zh-cn/office_strings.js",
  "zh-tw/office_strings.js",
  "en-us/office_strings.js",
] as const;

/** Relative to where office.js comes to stand. */
export function officeFiles(): readonly string[] {
  const bundles = readdirSync(LIBRARY).filter((name) => /^excel.*\.js$/.test(name) && !name.endsWith(".debug.js"));
  return [...NAMED, ...bundles];
}

export function copyOfficeFiles(into: string): void {
  for (const name of officeFiles()) cpSync(path.join(LIBRARY, name), path.join(into, name), { recursive: true });
  // Its licence goes with it.
  for (const name of ["LICENSE.md", "LICENSE", "license.md"]) {
    const licence = path.join(LIBRARY, "..", name);
    if (existsSync(licence)) cpSync(licence, path.join(into, "LICENSE.md"));
  }
}
