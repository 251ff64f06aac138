/** What the add-in is called wherever WPS or a script has to find it again. */
import { VERSION } from "../../src/report/version";

/** Two add-ins of one name hide each other, and WPS finds folders by it: never changed. */
export const ADD_IN = "xm-ledger-check";
/** 表格. */
export const ADD_IN_TYPE = "et";
export const ADD_IN_VERSION = VERSION;
/** As WPS looks for it among its add-ins: a new version is a new folder, the old one would be kept in use. */
export const ADD_IN_FOLDER = `${ADD_IN}_${VERSION}`;
export const ARCHIVE = `${ADD_IN}.7z`;
/** Where the online package keeps the add-in itself, below the published address. */
export const ONLINE_FOLDER = "wps";
