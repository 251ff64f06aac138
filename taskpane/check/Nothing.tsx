/** Four ways of being empty, each with what to do next: not checked, no project yet, nothing found, nothing under this filter. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Ledger } from "../../src/ledger/ledger";
import { cellName } from "../../src/sheet/address";
import type { Pane } from "../pane";
import { Starters } from "../start/Starters";
import type { Checked } from "../state";

const useStyles = makeStyles({
  box: {
    flexGrow: 1,
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    rowGap: "12px",
    paddingTop: "12px",
    paddingLeft: "12px",
    paddingRight: "12px",
    paddingBottom: "12px",
    overflowY: "auto",
  },
  title: { margin: "0", fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  text: { margin: "0" },
  list: { margin: "0", paddingLeft: "20px", display: "flex", flexDirection: "column", rowGap: "8px" },
});

/** What the pane is for, in three lines. */
export function Welcome({ pane }: { readonly pane: Pane }): ReactNode {
  const styles = useStyles();
  const { first } = pane.words.empty;
  return (
    <>
      <h2 className={styles.title}>{first.title}</h2>
      <ul className={styles.list}>
        {first.does.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

export function Unchecked({ pane }: { readonly pane: Pane }): ReactNode {
  const styles = useStyles();
  const { state, words, effects } = pane;
  if (state.work.is !== "none") return null;
  return (
    <div className={styles.box}>
      <Welcome pane={pane} />
      <Button appearance="primary" onClick={effects.check}>
        {words.empty.start}
      </Button>
      <Starters pane={pane} />
    </div>
  );
}

/** Headings with nothing below them, as in a new template. */
export function NoProjects({ pane, checked }: { readonly pane: Pane; readonly checked: Checked }): ReactNode {
  const styles = useStyles();
  const ledgers = checked.run.ledgers.filter(({ role }) => role === "projects");
  const ledger = ledgers.find(({ sheet }) => sheet === checked.activeSheet) ?? ledgers[0];
  if (ledger?.reportsNone) {
    return (
      <div className={styles.box}>
        <p className={styles.text}>{pane.words.empty.reportsNone(ledger.sheet)}</p>
      </div>
    );
  }
  const row = ledger ? firstFreeRow(ledger) : 0;
  const names = ledger?.columns.find(({ field }) => field === "name")?.column ?? 0;
  return (
    <div className={styles.box}>
      {ledger?.header && (
        <>
          <p className={styles.text}>{pane.words.empty.fillIn(ledger.sheet, row)}</p>
          <Button
            appearance="primary"
            onClick={() => pane.effects.jump({ sheet: ledger.sheet, at: cellName(row, names) })}
          >
            {pane.words.empty.goFillIn}
          </Button>
        </>
      )}
      <Starters pane={pane} />
    </div>
  );
}

/** Below the headings and whatever stands under them: example rows, notes in the heading's tail. */
function firstFreeRow({ header, skipped }: Ledger): number {
  let row = (header?.bottom ?? 0) + 1;
  const taken = new Set(skipped.filter(({ why }) => why !== "blank").map((each) => each.row));
  while (taken.has(row)) row++;
  return row;
}

export function NothingFound({ pane, checked }: { readonly pane: Pane; readonly checked: Checked }): ReactNode {
  const styles = useStyles();
  const { asOf, pack } = checked.run.options;
  return (
    <div className={styles.box}>
      <h2 className={styles.title}>{pane.words.empty.nothing}</h2>
      <p className={styles.text}>{pane.words.empty.nothingReceipt(asOf, pack.title, checked.rows)}</p>
    </div>
  );
}

export function NothingHere({ pane }: { readonly pane: Pane }): ReactNode {
  const styles = useStyles();
  const { words, dispatch } = pane;
  return (
    <div className={styles.box}>
      <p className={styles.text}>{words.empty.filtered}</p>
      <Button onClick={() => dispatch({ do: "clearFilter" })}>{words.empty.clearFilter}</Button>
    </div>
  );
}
