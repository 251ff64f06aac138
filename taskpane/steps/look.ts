/** What the parts of page 前期 share in looks. */
import { makeStyles, tokens } from "@fluentui/react-components";

/** A name, in two lines where it must (phases of one project differ at their end), and below it the strip of its steps. */
export const STEP_ROW_HEIGHT = 66;

export const useStepStyles = makeStyles({
  bar: {
    flexShrink: 0,
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-end",
    columnGap: "8px",
    rowGap: "8px",
    paddingLeft: "12px",
    paddingRight: "12px",
    paddingBottom: "8px",
  },
  text: { marginTop: "0", marginBottom: "4px", paddingLeft: "12px", paddingRight: "12px", flexShrink: 0 },
  legend: {
    marginTop: "0",
    marginBottom: "4px",
    paddingLeft: "12px",
    paddingRight: "12px",
    flexShrink: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  strip: { display: "grid", columnGap: "1px", width: "100%", maxWidth: "476px" },
  cell: {
    minWidth: "0",
    textAlign: "center",
    fontSize: tokens.fontSizeBase200,
    lineHeight: "18px",
    whiteSpace: "nowrap",
    overflowX: "hidden",
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
  },
  done: { backgroundColor: tokens.colorPaletteGreenBackground1, color: tokens.colorPaletteGreenForeground1 },
  doing: { backgroundColor: tokens.colorPaletteBlueBackground2, color: tokens.colorNeutralForeground1 },
  late: {
    backgroundColor: tokens.colorPaletteRedBackground1,
    color: tokens.colorPaletteRedForeground1,
    fontWeight: tokens.fontWeightSemibold,
    "@media (forced-colors: active)": { outlineStyle: "solid", outlineWidth: "1px", outlineOffset: "-1px" },
  },
  head: { backgroundColor: "transparent", color: tokens.colorNeutralForeground2 },
  headRow: { flexShrink: 0, paddingLeft: "12px", paddingRight: "12px", paddingBottom: "2px" },
  row: {
    height: `${String(STEP_ROW_HEIGHT)}px`,
    flexDirection: "column",
    alignItems: "stretch",
    justifyContent: "center",
    rowGap: "2px",
  },
  line: { display: "flex", columnGap: "8px", minWidth: "0" },
  late2: { color: tokens.colorPaletteRedForeground1 },
  rows: { flexGrow: 1, flexBasis: "0", minHeight: "104px" },
});
