/** A preview of safe fixes, of one rule or of all: before → after, each of which can be left out, then one write. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo, type ReactNode } from "react";
import { ruleTitle } from "../../src/words/finding";
import { cellText } from "../cellText";
import { FixedRows } from "../FixedRows";
import { mendable, type Item } from "../items";
import { useRowStyles } from "../look";
import type { Pane } from "../pane";
import type { Sheetlet } from "../state";
import { usePanel } from "../usePanel";

/** What is put into the cell, on two lines where the pane is narrow, and below it which rule wants it. */
const CHANGE_HEIGHT = 64;

const useStyles = makeStyles({
  panel: {
    flexShrink: 1,
    display: "flex",
    flexDirection: "column",
    rowGap: "8px",
    minHeight: "200px",
    maxHeight: "60%",
    paddingTop: "8px",
    paddingBottom: "8px",
    borderTop: `2px solid ${tokens.colorNeutralStroke1}`,
    outlineStyle: "none",
  },
  title: { margin: "0", paddingLeft: "12px", paddingRight: "12px", fontSize: tokens.fontSizeBase300 },
  rows: { flexGrow: 1, flexShrink: 1, minHeight: "48px" },
  row: { height: `${String(CHANGE_HEIGHT)}px` },
  box: { width: "16px", height: "16px", margin: "0", flexShrink: 0 },
  change: { display: "flex", flexDirection: "column", minWidth: "0", flexGrow: 1 },
  /** What it becomes stands at the end, where an ellipsis would hide it. */
  text: {
    display: "-webkit-box",
    WebkitLineClamp: "2",
    WebkitBoxOrient: "vertical",
    overflowX: "hidden",
    overflowY: "hidden",
    overflowWrap: "anywhere",
  },
  why: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
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
  const { state, words, dispatch, effects } = pane;
  const { code, left } = sheetlet;
  const close = (): void => dispatch({ do: "lay", sheetlet: null });
  const panel = usePanel(close);
  const found = state.checked?.items;
  const items = useMemo(
    () => mendable((found ?? []).filter(({ finding }) => code === null || finding.code === code)),
    [found, code],
  );
  const taken = items.filter(({ key }) => !left.has(key));
  const title = code === null ? words.fixAll.titleOfAll : words.fixAll.title(ruleTitle(code, state.locale));
  return (
    <section {...panel} tabIndex={-1} className={styles.panel} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <FixedRows
        label={title}
        className={styles.rows}
        count={items.length}
        rowHeight={CHANGE_HEIGHT}
        current={-1}
        keyOf={(index) => items[index]?.key ?? ""}
        render={(index) => {
          const item = items[index];
          return (
            item && (
              <Change
                pane={pane}
                item={item}
                isTaken={!left.has(item.key)}
                onToggle={() => dispatch({ do: "leaveOut", key: item.key })}
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
        <Button onClick={close}>{words.fixAll.cancel}</Button>
      </div>
    </section>
  );
}

interface ChangeProps {
  readonly pane: Pane;
  readonly item: Item;
  readonly isTaken: boolean;
  readonly onToggle: () => void;
}

function Change({ pane, item, isTaken, onToggle }: ChangeProps): ReactNode {
  const styles = useStyles();
  const rows = useRowStyles();
  const text = changeText(item, pane);
  const why = whyText(item, pane);
  return (
    <label className={mergeClasses(rows.row, styles.row)} title={`${text} · ${why}`}>
      <input type="checkbox" className={styles.box} checked={isTaken} onChange={onToggle} />
      <span className={styles.change}>
        <span className={styles.text}>{text}</span>
        <span className={mergeClasses(rows.fill, rows.quiet, styles.why)}>{why}</span>
      </span>
    </label>
  );
}

function changeText({ fix }: Item, { words }: Pane): string {
  if (fix?.kind !== "safe") return "";
  const { change, changes } = words.fixAll;
  return changes(fix.edits.map(({ at, was, put }) => `${at} ${change(cellText(was, words), cellText(put, words))}`));
}

/** The rule, and the sheet where there are several ledgers. */
function whyText({ finding }: Item, { state }: Pane): string {
  const ledgers = state.checked?.run.ledgers.filter(({ role }) => role === "projects").length ?? 0;
  const title = ruleTitle(finding.code, state.locale);
  return ledgers > 1 && finding.sheet !== null ? `${title} · ${finding.sheet}` : title;
}
