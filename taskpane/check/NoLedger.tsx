/** A workbook in which no sheet is a ledger: what was looked for, the way to say where the headings are, and two ways to begin. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { HeaderForm } from "../HeaderForm";
import type { Pane } from "../pane";
import { Starters } from "../start/Starters";
import type { Checked } from "../state";
import { Welcome } from "./Nothing";

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
      {isBlank(checked) ? (
        <Welcome pane={pane} />
      ) : (
        <>
          <h2 className={styles.title}>{words.title(sheet)}</h2>
          {why && pane.state.locale === "zh" && <p className={styles.text}>{why}</p>}
          <p className={styles.text}>{words.lookedFor}</p>
          <HeaderForm pane={pane} sheet={sheet} />
        </>
      )}
      <Starters pane={pane} />
    </div>
  );
}

/** A new workbook: there are no headings to be pointed at. */
function isBlank({ run }: Checked): boolean {
  return run.files.every(({ sheets }) => sheets.every(({ rowCount }) => (rowCount ?? 0) <= 1));
}
