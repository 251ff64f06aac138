/** WPS builds as far as they differ: what somebody has seen of each, and the worst where nobody has looked. */

export interface WpsBuild {
  readonly version: string;
  /** What the program calls itself: Excel, on some systems. */
  readonly name: string;
  /** A block of one row or one column comes as a plain list. */
  readonly flattens: boolean;
  /** Members of the shell that `Application` lacks; `wps` has them. */
  readonly lackedByApplication: readonly string[];
  /** Members that the build lacks altogether. */
  readonly lacks: readonly string[];
  /** The last word of CreateTaskPane is spelt with a small p. */
  readonly smallTaskpane: boolean;
  /** Events come although EnableEvents is off. */
  readonly tellsAllTheSame: boolean;
  /** Arguments declared as a number or a text may be the cell itself. */
  readonly handsOverCells: boolean;
  /** AddCustomFunction throws at names that are not ASCII, as the scanner of WPS's own tool does. */
  readonly refusesChineseNames: boolean;
  /** A docked pane keeps the ribbon from answering. */
  readonly dockedPaneFreezes: boolean;
  /** Dates in words of the system's language fail. */
  readonly failsAtLocaleStrings: boolean;
}

const COMMON: WpsBuild = {
  version: "",
  name: "Microsoft Excel",
  flattens: false,
  lackedByApplication: [],
  lacks: [],
  smallTaskpane: false,
  tellsAllTheSame: false,
  handsOverCells: false,
  refusesChineseNames: false,
  dockedPaneFreezes: false,
  failsAtLocaleStrings: false,
};

export const WINDOWS: WpsBuild = { ...COMMON, version: "12.1.0.28043", handsOverCells: true, dockedPaneFreezes: true };

export const UOS: WpsBuild = {
  ...COMMON,
  version: "12.8.2.26885",
  name: "WPS表格",
  flattens: true,
  tellsAllTheSame: true,
  failsAtLocaleStrings: true,
};

export const MAC: WpsBuild = {
  ...COMMON,
  version: "12.1.28496",
  lackedByApplication: ["ApiEvent"],
  smallTaskpane: true,
  refusesChineseNames: true,
};

/** Below 12.1.0.20540 there are no worksheet functions; of what else is missing the least is assumed to be there. */
export const OLD: WpsBuild = {
  ...COMMON,
  version: "11.8.2.10255",
  flattens: true,
  lackedByApplication: ["ApiEvent"],
  lacks: ["AddCustomFunction", "Enum", "CustomXMLParts", "WorksheetFunction", "Formula2", "EnableEvents"],
};

export const BUILDS: readonly WpsBuild[] = [WINDOWS, UOS, MAC, OLD];
