/** What a program that the page plays is: its pane over the sheet on the desk, and the way in which it calculates our functions. */
import type { Host } from "../src/sheet/host";
import type { Locale } from "../src/words/say";
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

/** The language of the page, and the way in which the pane tells of another. */
export interface Spoken {
  readonly locale: Locale;
  readonly onSpoken: (locale: Locale) => void;
}

export interface Program {
  /** Opens the pane in an element; returns the way to take it away. A program's own build speaks as that program does. */
  readonly openPane: (place: HTMLElement, seat: Seat, spoken: Spoken) => () => void;
  /** The worksheet functions as the program calculates them; absent where the engine calls them itself. */
  readonly functions?: () => Registration[];
}
