/** Which program the page plays: none, with a pane of its own, or one whose very build of pane and functions runs over the same sheet. */
import { mountPane } from "../taskpane/mount";
import type { Program } from "./program";

const none: Program = {
  openPane: (place, { host, asOf }, spoken) => mountPane(place, { host, asOf, checkAtOnce: true, ...spoken }),
};

/** By what stands in the address as ?host=. Loaded only when asked for. */
const PROGRAMS: Readonly<Record<string, () => Promise<Program>>> = {
  excel: async () => (await import("./office/program")).excelProgram(),
  wps: async () => (await import("./wps/program")).wpsProgram(),
};

/** A package for offices brings the real thing; playing it is for developers and tests. */
const MAY_PLAY = import.meta.env.MODE !== "package";

/** None where none is asked for, or one that nobody knows. */
export async function programFor(search: string): Promise<Program> {
  const asked = new URLSearchParams(search).get("host") ?? "";
  const load = MAY_PLAY && Object.hasOwn(PROGRAMS, asked) ? PROGRAMS[asked] : undefined;
  return load ? load() : none;
}
