/** The groups and their findings: each row one button; arrows walk, left and right fold, Enter goes to the cell. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { ruleTitle, sentences } from "../../src/words/finding";
import { FixedRows } from "../FixedRows";
import type { Entry, Group, Item } from "../items";
import { SEVERITY_SIGN, useRowStyles } from "../look";
import { termOf, type Pane } from "../pane";

const useStyles = makeStyles({
  list: { flexGrow: 1, flexBasis: "0", minHeight: "80px", display: "flex", flexDirection: "column" },
  rows: { flexGrow: 1 },
  heading: { margin: "0", fontWeight: "inherit" },
  /** What stands around the title leaves it room. */
  group: { columnGap: "4px" },
  code: { fontSize: tokens.fontSizeBase200 },
  inset: { paddingLeft: "36px" },
  fixAll: { display: "flex", alignItems: "center", height: "100%", paddingLeft: "36px" },
  sign: { width: "12px", flexShrink: 0, textAlign: "center" },
});

interface ListProps {
  readonly pane: Pane;
  readonly entries: readonly Entry[];
}

export function FindingList({ pane, entries }: ListProps): ReactNode {
  const styles = useStyles();
  const frame = useRef<HTMLDivElement>(null);
  const chosenKey = pane.state.chosen?.key ?? null;
  const [stop, setStop] = useState<{ key: string; whenChosen: string | null } | null>(null);
  const isMoving = useRef(false);
  // A newly chosen finding takes the tab stop with it, whoever chose it.
  const stopKey = stop && stop.whenChosen === chosenKey ? stop.key : chosenKey;
  const found = entries.findIndex((entry) => keyOf(entry) === stopKey);
  const current = Math.max(0, found);

  useLayoutEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    frame.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();
  });

  const moveTo = (index: number): void => {
    const entry = entries[Math.min(entries.length - 1, Math.max(0, index))];
    if (!entry) return;
    isMoving.current = true;
    setStop({ key: keyOf(entry), whenChosen: chosenKey });
  };

  const handleKey = (event: KeyboardEvent): void => {
    const entry = entries[current];
    const move = entry ? moveFor(event.key, entries, current) : null;
    if (move !== null) moveTo(move);
    else if (entry?.is === "group" && foldsBy(event.key, entry.open)) {
      pane.dispatch({ do: "toggleGroup", id: entry.group.id, open: !entry.open });
    } else return;
    event.preventDefault();
  };

  return (
    <div ref={frame} className={styles.list} onKeyDown={handleKey}>
      <FixedRows
        label={pane.words.list.label}
        className={styles.rows}
        count={entries.length}
        current={found}
        keyOf={(index) => keyOf(entries[index])}
        render={(index) => {
          const entry = entries[index];
          return entry && <EntryRow pane={pane} entry={entry} tabIndex={index === current ? 0 : -1} />;
        }}
      />
    </div>
  );
}

interface EntryRowProps {
  readonly pane: Pane;
  readonly entry: Entry;
  readonly tabIndex: 0 | -1;
}

function EntryRow({ pane, entry, tabIndex }: EntryRowProps): ReactNode {
  const styles = useStyles();
  switch (entry.is) {
    case "group":
      return <GroupRow pane={pane} group={entry.group} isOpen={entry.open} tabIndex={tabIndex} />;
    case "item":
      return <ItemRow pane={pane} item={entry.item} group={entry.group} tabIndex={tabIndex} />;
    case "fixAll":
      return (
        <div className={styles.fixAll}>
          <Button
            size="small"
            tabIndex={tabIndex}
            onClick={() =>
              pane.dispatch({ do: "lay", sheetlet: { is: "fixAll", code: entry.group.id, left: new Set() } })
            }
          >
            {pane.words.list.fixAll(entry.safe.length)}
          </Button>
        </div>
      );
  }
}

interface GroupRowProps {
  readonly pane: Pane;
  readonly group: Group;
  readonly isOpen: boolean;
  readonly tabIndex: 0 | -1;
}

function GroupRow({ pane, group, isOpen, tabIndex }: GroupRowProps): ReactNode {
  const styles = useStyles();
  const rows = useRowStyles();
  const { state, dispatch } = pane;
  const { title, code } = groupWords(group, pane);
  return (
    <h2 className={styles.heading}>
      <button
        type="button"
        className={mergeClasses(rows.row, rows.strong, styles.group)}
        aria-expanded={isOpen}
        tabIndex={tabIndex}
        title={title}
        onClick={() => dispatch({ do: "toggleGroup", id: group.id, open: !isOpen })}
      >
        {isOpen ? (
          <ChevronDownRegular aria-hidden className={rows.icon} />
        ) : (
          <ChevronRightRegular aria-hidden className={rows.icon} />
        )}
        <span
          className={mergeClasses(styles.sign, rows[group.severity])}
          aria-label={pane.words.severity[group.severity]}
          role="img"
        >
          {SEVERITY_SIGN[group.severity]}
        </span>
        <span className={mergeClasses(rows.fill, rows.twoLines)}>{title}</span>
        {state.notes.groupBy === "rule" && (
          <span className={mergeClasses(rows.fixed, rows.quiet, styles.code)}>{code}</span>
        )}
        <span className={rows.fixed}>{pane.words.list.size(group.items.length)}</span>
      </button>
    </h2>
  );
}

interface ItemRowProps {
  readonly pane: Pane;
  readonly item: Item;
  readonly group: Group;
  readonly tabIndex: 0 | -1;
}

function ItemRow({ pane, item, group, tabIndex }: ItemRowProps): ReactNode {
  const styles = useStyles();
  const rows = useRowStyles();
  const { state, words, effects } = pane;
  const isChosen = state.chosen?.key === item.key;
  const isStale = state.stale.has(item.key);
  const text = itemText(item, pane);
  const { finding } = item;
  return (
    <button
      type="button"
      className={mergeClasses(rows.row, styles.inset, isChosen && rows.chosen, isStale && rows.stale)}
      aria-current={isChosen ? "true" : undefined}
      {...(isChosen ? { "data-chosen": true } : {})}
      tabIndex={tabIndex}
      title={text}
      onClick={() => effects.open(item)}
    >
      {(state.notes.groupBy !== "rule" || finding.severity !== group.severity) && (
        <span
          className={mergeClasses(styles.sign, rows[finding.severity])}
          aria-label={words.severity[finding.severity]}
          role="img"
        >
          {SEVERITY_SIGN[finding.severity]}
        </span>
      )}
      <span className={rows.fixed}>
        {finding.cells[0] ?? (finding.row === null ? "" : words.list.row(finding.row))}
      </span>
      <span className={mergeClasses(rows.fill, rows.twoLines)}>{text}</span>
      {isStale && <span className={mergeClasses(rows.fixed, rows.staleSign)}>{words.list.stale}</span>}
      <ChevronRightRegular aria-hidden className={mergeClasses(rows.icon, rows.quiet)} />
    </button>
  );
}

function groupWords({ id, items }: Group, { state, words }: Pane): { title: string; code: string } {
  const finding = items[0]?.finding;
  switch (state.notes.groupBy) {
    case "rule":
      return { title: ruleTitle(id, state.locale), code: id };
    case "project":
      if (finding?.row == null) return { title: words.list.wholeRun, code: id };
      return { title: finding.project ?? words.list.row(finding.row), code: id };
    case "column":
      return { title: finding?.field ? termOf(finding.field, state.locale) : words.list.noColumn, code: id };
  }
}

/** What a row says besides its cell: whatever its group does not say already. */
function itemText({ finding }: Item, { state }: Pane): string {
  const { groupBy } = state.notes;
  // A total or a heading has no project's name; what is wrong with it tells more than its sheet.
  const project = finding.project ?? sentences(finding, state.locale).message;
  const title = ruleTitle(finding.code, state.locale);
  const ledgers = state.checked?.run.ledgers.filter(({ role }) => role === "projects").length ?? 0;
  const parts = { rule: [project], project: [title], column: [project, title] }[groupBy];
  const sheet = ledgers > 1 && groupBy !== "project" && finding.project !== null ? finding.sheet : null;
  return [...parts, ...(sheet === null ? [] : [sheet])].join(" · ");
}

function keyOf(entry: Entry | undefined): string {
  if (!entry) return "";
  return entry.is === "item" ? entry.item.key : `${entry.is}:${entry.group.id}`;
}

function moveFor(key: string, entries: readonly Entry[], current: number): number | null {
  switch (key) {
    case "ArrowDown":
      return current + 1;
    case "ArrowUp":
      return current - 1;
    case "Home":
      return 0;
    case "End":
      return entries.length - 1;
    case "ArrowLeft":
      return entries[current]?.is === "group" ? null : headOf(entries, current);
    default:
      return null;
  }
}

function headOf(entries: readonly Entry[], current: number): number {
  let index = current;
  while (index > 0 && entries[index]?.is !== "group") index--;
  return index;
}

function foldsBy(key: string, isOpen: boolean): boolean {
  return (key === "ArrowLeft" && isOpen) || (key === "ArrowRight" && !isOpen);
}
