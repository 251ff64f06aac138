/** A preview of all safe fixes of one rule: before → after, each of which can be left out, then one write. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { ruleTitle } from "../../src/words/finding";
import { cellText } from "../cellText";
import { FixedRows } from "../FixedRows";
import { isSafe, type Item } from "../items";
import { useRowStyles } from "../look";
import type { Pane } from "../pane";
import type { Sheetlet } from "../state";

const useStyles = makeStyles({
  panel: {
    flexShrink: 1,
    display: "flex",
    flexDirection: "column",
    rowGap: "8px",
    minHeight: "160px",
    maxHeight: "60%",
    paddingTop: "8px",
    paddingBottom: "8px",
    borderTop: `2px solid ${tokens.colorNeutralStroke1}`,
  },
  title: { margin: "0", paddingLeft: "12px", paddingRight: "12px", fontSize: tokens.fontSizeBase300 },
  rows: { flexGrow: 1, flexShrink: 1, minHeight: "40px" },
  box: { width: "16px", height: "16px", margin: "0", flexShrink: 0 },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: "8px",
    rowGap: "8px",
    paddingLeft: "12px",
    paddingRight: "12px",
  },
});

interface FixAllProps {
  readonly pane: Pane;
  readonly sheetlet: Extract<Sheetlet, { is: "fixAll" }>;
}

export function FixAll({ pane, sheetlet }: FixAllProps): ReactNode {
  const styles = useStyles();
  const rows = useRowStyles();
  const { state, words, dispatch, effects } = pane;
  const title = words.fixAll.title(ruleTitle(sheetlet.code, state.locale));
  const items = (state.checked?.items ?? []).filter((item) => item.finding.code === sheetlet.code && isSafe(item));
  const taken = items.filter(({ key }) => !sheetlet.left.has(key));
  return (
    <section className={styles.panel} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <FixedRows
        label={title}
        className={styles.rows}
        count={items.length}
        current={-1}
        keyOf={(index) => items[index]?.key ?? ""}
        render={(index) => {
          const item = items[index];
          return (
            item && (
              <label className={rows.row} title={changeText(item, pane)}>
                <input
                  type="checkbox"
                  className={styles.box}
                  checked={!sheetlet.left.has(item.key)}
                  onChange={() => dispatch({ do: "leaveOut", key: item.key })}
                />
                <span className={rows.fill}>{changeText(item, pane)}</span>
              </label>
            )
          );
        }}
      />
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabled={taken.length === 0 || taken.some(({ key }) => state.stale.has(key))}
          onClick={() => effects.write(taken.flatMap(({ fix }) => (fix?.kind === "safe" ? fix.edits : [])))}
        >
          {words.fixAll.use(taken.length)}
        </Button>
        <Button onClick={() => dispatch({ do: "lay", sheetlet: null })}>{words.fixAll.cancel}</Button>
      </div>
    </section>
  );
}

function changeText({ fix }: Item, { words }: Pane): string {
  if (fix?.kind !== "safe") return "";
  return fix.edits
    .map(({ at, was, put }) => `${at} ${words.fixAll.change(cellText(was, words), cellText(put, words))}`)
    .join("；");
}
