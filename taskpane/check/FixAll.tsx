/** A preview of all safe fixes of one rule: before → after, each of which can be left out, then one write. */
import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { ruleTitle } from "../../src/words/finding";
import { cellText } from "../cellText";
import { FixedRows } from "../FixedRows";
import { isSafe, type Group, type Item } from "../items";
import type { Pane } from "../pane";
import type { Sheetlet } from "../state";

const useStyles = makeStyles({
  panel: {
    flexShrink: 0,
    display: "flex",
    flexDirection: "column",
    rowGap: "8px",
    maxHeight: "60%",
    paddingTop: "8px",
    paddingBottom: "8px",
    borderTop: `2px solid ${tokens.colorNeutralStroke1}`,
  },
  title: { margin: "0", paddingLeft: "12px", paddingRight: "12px", fontSize: tokens.fontSizeBase300 },
  rows: { flexGrow: 1, minHeight: "80px" },
  row: { width: "100%", height: "100%", alignItems: "center" },
  label: { whiteSpace: "nowrap", overflowX: "hidden", overflowY: "hidden", textOverflow: "ellipsis" },
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
  readonly groups: readonly Group[];
}

export function FixAll({ pane, sheetlet, groups }: FixAllProps): ReactNode {
  const styles = useStyles();
  const { state, words, dispatch, effects } = pane;
  const items = (groups.find(({ id }) => id === sheetlet.code)?.items ?? []).filter(isSafe);
  const taken = items.filter(({ key }) => !sheetlet.left.has(key));
  const [current] = useState(-1);
  return (
    <section className={styles.panel} aria-label={words.fixAll.title(ruleTitle(sheetlet.code, state.locale))}>
      <h2 className={styles.title}>{words.fixAll.title(ruleTitle(sheetlet.code, state.locale))}</h2>
      <FixedRows
        label={words.fixAll.title(ruleTitle(sheetlet.code, state.locale))}
        className={styles.rows}
        count={items.length}
        current={current}
        keyOf={(index) => items[index]?.key ?? ""}
        render={(index) => {
          const item = items[index];
          return (
            item && (
              <Checkbox
                className={styles.row}
                checked={!sheetlet.left.has(item.key)}
                onChange={() => dispatch({ do: "leaveOut", key: item.key })}
                label={<span title={changeText(item, pane)}>{changeText(item, pane)}</span>}
              />
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
