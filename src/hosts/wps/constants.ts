/** Numbers of WPS's enumerations: declared in its typings, absent at run time, and `wps.Enum` is missing on older builds. */

export const Visibility = { visible: -1, hidden: 0, veryHidden: 2 } as const;

export const CellType = { visible: 12 } as const;

/** Formats of workbooks that keep XML parts: .xlsx, .xlsm, .xltx, .xltm. */
export const XML_FORMATS: ReadonlySet<number> = new Set([51, 52, 53, 54]);

export const GENERAL = "General";
export const TEXT = "@";
export const DAY = "yyyy-mm-dd";
