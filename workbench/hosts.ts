/** Which program the page plays: none, with a pane of its own, or one whose very build of pane and functions runs over the same sheet. */
import type { Host } from "../src/sheet/host";
import { mountPane } from "../taskpane/mount";
import type { Engine } from "./engine";
import type { Registration } from "./functions";

/** What lies on the desk, for whichever pane is opened beside it. */
export interface Seat {
  readonly engine: Engine;
  /** The engine's own door; a program's build brings its own. */
  readonly host: Host;
  /** Notes of the open file by key, as they are saved with it. */
  readonly notes: Map<string, string>;
  /** A note has changed. */
  readonly onNote: () => void;
  readonly fileName: string;
  /** YYYY-MM-DD; a program's own build asks its clock instead. */
  readonly asOf: string;
}

export interface Program {
  /** Opens the pane in an element; returns the way to take it away. */
  readonly openPane: (place: HTMLElement, seat: Seat) => () => void;
  /** The worksheet functions as the program calculates them; absent where the engine calls them itself. */
  readonly functions?: () => Registration[];
}

const none: Program = { openPane: (place, { host, asOf }) => mountPane(place, { host, asOf, checkAtOnce: true }) };

/** By what stands in the address as ?host=. Loaded only when asked for. */
const PROGRAMS: Readonly<Record<string, () => Promise<Program>>> = {};

/** None where none is asked for, or one that nobody knows. */
export async function programFor(search: string): Promise<Program> {
  const asked = new URLSearchParams(search).get("host") ?? "";
  const load = Object.hasOwn(PROGRAMS, asked) ? PROGRAMS[asked] : undefined;
  return load ? load() : none;
}
