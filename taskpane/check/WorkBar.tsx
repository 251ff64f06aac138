/** How far reading or checking has come, and the way to stop it. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Pane } from "../pane";
import type { Work } from "../state";
import type { PaneWords } from "../../src/words/pane";

const useStyles = makeStyles({
  bar: { flexShrink: 0, paddingLeft: "12px", paddingRight: "12px", paddingBottom: "8px" },
  line: { display: "flex", alignItems: "center", columnGap: "8px", fontSize: tokens.fontSizeBase200 },
  text: { flexGrow: 1, minWidth: "0", fontVariantNumeric: "tabular-nums" },
  track: { height: "4px", backgroundColor: tokens.colorNeutralBackground6 },
  done: {
    height: "4px",
    backgroundColor: tokens.colorCompoundBrandBackground,
    "@media (forced-colors: active)": { backgroundColor: "Highlight", forcedColorAdjust: "none" },
  },
  unknown: { width: "30%" },
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
      <Progress text={text} rows={work.rows} of={work.of} />
    </div>
  );
}

interface ProgressProps {
  readonly text: string;
  readonly rows: number;
  /** Null where nobody knows how many there are. */
  readonly of: number | null;
}

function Progress({ text, rows, of }: ProgressProps): ReactNode {
  const styles = useStyles();
  const known = of ? { "aria-valuenow": rows, "aria-valuemin": 0, "aria-valuemax": of } : {};
  return (
    <div role="progressbar" aria-label={text} className={styles.track} {...known}>
      <div
        className={mergeClasses(styles.done, !of && styles.unknown)}
        style={of ? { width: `${String(Math.min(100, (rows / of) * 100))}%` } : {}}
      />
    </div>
  );
}

function textOf(work: Exclude<Work, { is: "none" }>, { work: words }: PaneWords): string {
  if (work.is === "reading") return words.reading(work.sheet, work.rows, work.of);
  return work.rows === 0 && work.of === null ? words.preparing : words.checking(work.rows, work.of);
}
