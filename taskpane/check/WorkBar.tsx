/** How far reading or checking has come, and the way to stop it. */
import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Pane } from "../pane";
import type { Work } from "../state";
import type { PaneWords } from "../../src/words/pane";

const useStyles = makeStyles({
  bar: { flexShrink: 0, paddingLeft: "12px", paddingRight: "12px", paddingBottom: "8px" },
  line: { display: "flex", alignItems: "center", columnGap: "8px", fontSize: tokens.fontSizeBase200 },
  text: { flexGrow: 1, minWidth: "0", fontVariantNumeric: "tabular-nums" },
});

export function WorkBar({ pane }: { readonly pane: Pane }): ReactNode {
  const styles = useStyles();
  const { work } = pane.state;
  if (work.is === "none") return null;
  const text = textOf(work, pane.words);
  return (
    <div className={styles.bar}>
      <div className={styles.line}>
        <span className={styles.text}>{text}</span>
        <Button size="small" appearance="subtle" onClick={pane.effects.cancel}>
          {pane.words.work.cancel}
        </Button>
      </div>
      <ProgressBar aria-label={text} {...(work.of ? { value: work.rows, max: work.of } : {})} />
    </div>
  );
}

function textOf(work: Exclude<Work, { is: "none" }>, { work: words }: PaneWords): string {
  if (work.is === "reading") return words.reading(work.sheet, work.rows, work.of);
  return words.checking(work.rows, work.of);
}
