/** What the sections of page 更多 share in looks. */
import { makeStyles, tokens } from "@fluentui/react-components";

export const useMoreStyles = makeStyles({
  page: {
    flexGrow: 1,
    minHeight: "0",
    overflowY: "auto",
    paddingLeft: "12px",
    paddingRight: "12px",
    paddingBottom: "12px",
    // The tabs above keep their own distance.
    "& > section:first-child > h2:first-child": { marginTop: "0" },
  },
  title: {
    marginTop: "16px",
    marginBottom: "4px",
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: "0" },
  quiet: { margin: "0", color: tokens.colorNeutralForeground2 },
  sheet: { marginTop: "8px" },
  summary: { cursor: "pointer", minHeight: "32px", lineHeight: "32px" },
  list: { margin: "0", paddingLeft: "0", listStyleType: "none" },
  entry: {
    paddingTop: "8px",
    paddingBottom: "8px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    display: "flex",
    flexDirection: "column",
    rowGap: "4px",
    alignItems: "flex-start",
  },
  select: { width: "100%" },
});
