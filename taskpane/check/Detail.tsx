/** One finding: what is wrong, why with the clause, what to do, and the way to the next. Opens below the list, never over it. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronLeftRegular } from "@fluentui/react-icons/svg/chevron-left";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { sentences } from "../../src/words/finding";
import type { Edit } from "../../src/sheet/edit";
import { cellText, editText } from "../cellText";
import { asksForColumn, placeOf, walkOf, type Group, type Item } from "../items";
import { SEVERITY_SIGN, useRowStyles } from "../look";
import { termOf, type Pane } from "../pane";

const useStyles = makeStyles({
  detail: {
    // As high as it needs, up to a limit from which on the text scrolls and the buttons stay.
    flexShrink: 0,
    maxHeight: "60%",
    display: "flex",
    flexDirection: "column",
    rowGap: "8px",
    paddingTop: "8px",
    paddingBottom: "8px",
    paddingLeft: "12px",
    paddingRight: "12px",
    borderTop: `2px solid ${tokens.colorNeutralStroke1}`,
    outlineStyle: "none",
  },
  said: { flexShrink: 1, minHeight: "64px", overflowY: "auto" },
  // Many ways scroll among themselves: what is wrong and the way onward stay in sight.
  ways: { flexShrink: 1, minHeight: "40px", overflowY: "auto" },
  head: { display: "flex", alignItems: "flex-start", columnGap: "8px" },
  place: {
    margin: "0",
    flexGrow: 1,
    minWidth: "0",
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { marginTop: "0", marginBottom: "4px" },
  why: { paddingLeft: "0", justifyContent: "flex-start", minWidth: "0", alignSelf: "flex-start" },
  because: { margin: "0", color: tokens.colorNeutralForeground2 },
  changes: {
    flexBasis: "100%",
    margin: "0",
    paddingLeft: "0",
    listStyleType: "none",
    color: tokens.colorNeutralForeground2,
  },
  actions: { flexShrink: 0, display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: "8px", rowGap: "8px" },
  action: { minWidth: "0", maxWidth: "100%" },
  steps: { display: "flex", alignItems: "center", columnGap: "4px", marginLeft: "auto" },
  position: { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
});

/** As many ways to mend it as are shown at once. */
const FEW = 4;

interface DetailProps {
  readonly pane: Pane;
  readonly item: Item;
  readonly groups: readonly Group[];
}

export function Detail({ pane, item, groups }: DetailProps): ReactNode {
  const styles = useStyles();
  const { state, words, dispatch } = pane;
  const frame = useRef<HTMLElement>(null);
  const isThere = state.checked?.items.some(({ key }) => key === item.key) ?? false;
  useKeptFocus(frame, isThere);
  useLayoutEffect(() => frame.current?.scrollIntoView({ block: "nearest" }), [item.key]);
  return (
    <section ref={frame} tabIndex={-1} aria-label={words.detail.label} className={styles.detail}>
      <div className={styles.head}>
        <h2 className={styles.place}>{placeText(item, pane)}</h2>
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={words.detail.close}
          onClick={() => dispatch({ do: "choose", item: null })}
        />
      </div>
      {isThere ? <Said pane={pane} item={item} /> : <p className={styles.text}>{goneText(item, pane)}</p>}
      {isThere && <Ways key={item.key} pane={pane} item={item} />}
      <div className={styles.actions}>
        {isThere && asksForColumn(item) && (
          <Button className={styles.action} onClick={() => dispatch({ do: "showPage", page: "more" })}>
            {words.detail.whichColumn}
          </Button>
        )}
        {isThere && <PutOff pane={pane} item={item} />}
        <Steps pane={pane} item={item} groups={groups} />
      </div>
    </section>
  );
}

/** A clerk who has just put it off is not told that it was never there. */
function goneText({ finding }: Item, { state, words }: Pane): string {
  const isWaived = state.checked?.run.result.waived.some((each) => each.finding.id === finding.id) ?? false;
  return isWaived ? words.detail.waived : words.detail.solved;
}

function Said({ pane, item }: { readonly pane: Pane; readonly item: Item }): ReactNode {
  const styles = useStyles();
  const rows = useRowStyles();
  const { state, words, dispatch } = pane;
  const { finding } = item;
  const said = sentences(finding, state.locale);
  return (
    <div className={styles.said}>
      <p className={styles.text}>
        <span className={rows[finding.severity]} aria-label={words.severity[finding.severity]} role="img">
          {SEVERITY_SIGN[finding.severity]}
        </span>{" "}
        {said.message}
      </p>
      <p className={styles.text}>{waysOf(item, pane).length > FEW ? words.detail.chooseOne : said.how}</p>
      {isHidden(item) && <p className={styles.text}>{words.detail.hidden}</p>}
      <Button
        className={styles.why}
        size="small"
        appearance="transparent"
        aria-expanded={state.whyIsOpen}
        icon={state.whyIsOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
        onClick={() => dispatch({ do: "toggleWhy" })}
      >
        {words.detail.why} {finding.basis.number ?? ""}
      </Button>
      {state.whyIsOpen && (
        <p className={styles.because}>
          {said.why} {finding.code}
        </p>
      )}
    </div>
  );
}

/** Whoever jumps to a hidden row sees no cell, and must know why. */
function isHidden({ finding, ledger }: Item): boolean {
  return ledger?.projects.find(({ row }) => row === finding.row)?.hidden ?? false;
}

/** Every way to mend it, each with before → after. Only the single one is proposed: among several the clerk chooses. */
function Ways({ pane, item }: { readonly pane: Pane; readonly item: Item }): ReactNode {
  const styles = useStyles();
  const [showsAll, showAll] = useState(false);
  const { state, words } = pane;
  const ways = waysOf(item, pane);
  if (ways.length === 0) return null;
  const [single] = ways;
  const shown = showsAll || ways.length <= FEW ? ways : ways.slice(0, FEW - 1);
  return (
    <div className={mergeClasses(styles.actions, styles.ways)}>
      {single && ways.length === 1 && <Changes pane={pane} edits={single.edits} />}
      {shown.map(({ label, edits }) => (
        <Button
          key={label}
          className={styles.action}
          appearance={ways.length === 1 ? "primary" : "secondary"}
          disabled={state.stale.has(item.key)}
          title={changesText(edits, pane)}
          onClick={() => pane.effects.write(edits)}
        >
          {label}
        </Button>
      ))}
      {shown.length < ways.length && (
        <Button appearance="subtle" aria-expanded={false} onClick={() => showAll(true)}>
          {words.detail.otherWays(ways.length - shown.length)}
        </Button>
      )}
    </div>
  );
}

function PutOff({ pane, item }: { readonly pane: Pane; readonly item: Item }): ReactNode {
  const styles = useStyles();
  const { state, words, dispatch } = pane;
  return (
    <Button
      className={styles.action}
      disabled={state.stale.has(item.key)}
      onClick={() => dispatch({ do: "lay", sheetlet: { is: "waive", item } })}
    >
      {words.detail.waive}
    </Button>
  );
}

function Changes({ pane, edits }: { readonly pane: Pane; readonly edits: readonly Edit[] }): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.changes}>
      {edits.map((edit) => {
        const { was, put } = editText(edit, pane.words);
        return (
          <li key={edit.at}>
            {edit.at}　<del>{was}</del> → <ins>{put}</ins>
          </li>
        );
      })}
    </ul>
  );
}

function Steps({ pane, item, groups }: DetailProps): ReactNode {
  const styles = useStyles();
  const { words, effects } = pane;
  const walk = walkOf(groups, item.finding.sheet);
  const index = walk.findIndex(({ key }) => key === item.key);
  return (
    <div className={styles.steps}>
      <Button
        appearance="subtle"
        icon={<ChevronLeftRegular />}
        aria-label={words.detail.previous}
        title={`${words.detail.previous} (Shift+F8)`}
        onClick={() => effects.step(-1)}
      />
      {index >= 0 && <span className={styles.position}>{words.detail.position(index + 1, walk.length)}</span>}
      <Button
        appearance="subtle"
        icon={<ChevronRightRegular />}
        aria-label={words.detail.next}
        title={`${words.detail.next} (F8)`}
        onClick={() => effects.step(1)}
      />
    </div>
  );
}

/** When the button that was pressed goes with the finding, the focus stays in the detail rather than falling to the page. */
function useKeptFocus(frame: React.RefObject<HTMLElement>, isThere: boolean): void {
  useLayoutEffect(() => {
    if (!isThere && (document.activeElement === null || document.activeElement === document.body))
      frame.current?.focus();
  }, [frame, isThere]);
}

interface Way {
  readonly label: string;
  readonly edits: readonly Edit[];
}

function waysOf({ fix }: Item, { words }: Pane): readonly Way[] {
  if (!fix) return [];
  if (fix.kind === "choice") {
    return fix.choices.map(({ label, meant, edits }) => {
      const [edit] = edits;
      return { label: meant && edit ? words.detail.meant(cellText(edit.put, words), meant) : label, edits };
    });
  }
  const [edit] = fix.edits;
  if (!edit) return [];
  const label =
    fix.edits.length === 1 ? words.detail.fix(cellText(edit.put, words)) : words.detail.fixSeveral(fix.edits.length);
  return [{ label, edits: fix.edits }];
}

function changesText(edits: readonly Edit[], { words }: Pane): string {
  return edits
    .map((edit) => {
      const { was, put } = editText(edit, words);
      return `${edit.at} ${words.fixAll.change(was, put)}`;
    })
    .join("\n");
}

function placeText(item: Item, { state, words }: Pane): string {
  const { finding } = item;
  const at = placeOf(item)?.at ?? null;
  const field = finding.field ? termOf(finding.field, state.locale) : null;
  return [at ?? words.list.wholeRun, finding.project, field].filter(Boolean).join(" · ");
}
