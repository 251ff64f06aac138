/** A workbook in which no sheet is a ledger: what was looked for, and the way to say where the headings are. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { HeaderForm } from "../HeaderForm";
import type { Pane } from "../pane";
import type { Checked } from "../state";

const useStyles = makeStyles({
  box: {
    flexGrow: 1,
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    rowGap: "12px",
    paddingTop: "4px",
    paddingBottom: "12px",
    paddingLeft: "12px",
    paddingRight: "12px",
  },
  title: { margin: "0", fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  text: { margin: "0" },
});

export function NoLedger({ pane, checked }: { readonly pane: Pane; readonly checked: Checked }): ReactNode {
  const styles = useStyles();
  const words = pane.words.noLedger;
  const sheet = checked.activeSheet;
  const why = checked.run.ledgers.find((ledger) => ledger.sheet === sheet)?.why ?? null;
  return (
    <div className={styles.box}>
      <h2 className={styles.title}>{words.title(sheet)}</h2>
      {why && pane.state.locale === "zh" && <p className={styles.text}>{why}</p>}
      <p className={styles.text}>{words.lookedFor}</p>
      <HeaderForm pane={pane} sheet={sheet} />
    </div>
  );
}
