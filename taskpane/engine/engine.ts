/** All that judging needs, as one part: fetched while the frame of the pane is already there. */
export { makeBaseline } from "../../src/findings/baseline";
export { checkWorkbook } from "./checkWorkbook";
export { readNotes, writeNotes } from "./notes";
