/** What the parts of page 目标 share in looks. */
import { makeStyles, tokens } from "@fluentui/react-components";

export const useTargetStyles = makeStyles({
  page: {
    flexGrow: 1,
    minHeight: "0",
    overflowY: "auto",
    overflowX: "hidden",
    paddingLeft: "12px",
    paddingRight: "12px",
    paddingBottom: "12px",
    // The tabs above keep their own distance.
    "& > :first-child": { marginTop: "0" },
  },
  section: { marginTop: "16px" },
  title: {
    marginTop: "0",
    marginBottom: "4px",
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: "0" },
  quiet: { margin: "0", color: tokens.colorNeutralForeground2 },
  summary: {
    cursor: "pointer",
    minHeight: "28px",
    lineHeight: "28px",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});
