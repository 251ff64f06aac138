/** The two ways to begin without a ledger, where the program can add sheets. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Pane } from "../pane";

const useStyles = makeStyles({
  entry: { display: "flex", flexDirection: "column", alignItems: "flex-start", rowGap: "4px" },
  note: { margin: "0", color: tokens.colorNeutralForeground2 },
});

export function Starters({ pane }: { readonly pane: Pane }): ReactNode {
  const styles = useStyles();
  const { effects, words } = pane;
  if (!effects.can("addSheet")) return null;
  return (
    <>
      {(["example", "template"] as const).map((starter) => (
        <div key={starter} className={styles.entry}>
          <Button onClick={() => effects.begin(starter)}>{words.starters[starter].label}</Button>
          <p className={styles.note}>{words.starters[starter].note}</p>
        </div>
      ))}
    </>
  );
}
