/** Page 校核: the verdict, what stops a submission, and what to do about each. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, type ReactNode } from "react";
import { filterItems, groupItems, layFlat, type Group } from "../items";
import type { PageProps, Pane } from "../pane";
import type { Checked, PaneState } from "../state";
import { ColumnQuestion, openQuestions } from "./ColumnQuestion";
import { Detail } from "./Detail";
import { FindingList } from "./FindingList";
import { Filters } from "./Filters";
import { FirstFound } from "./FirstFound";
import { FixAll } from "./FixAll";
import { NoLedger } from "./NoLedger";
import { Facts, NoticeLine } from "./NoticeLine";
import { NoProjects, NothingFound, NothingHere, Unchecked } from "./Nothing";
import { Verdict } from "./Verdict";
import { WaiveForm } from "./WaiveForm";
import { WorkBar } from "./WorkBar";

const useStyles = makeStyles({
  receipt: {
    display: "flex",
    alignItems: "center",
    flexShrink: 0,
    columnGap: "8px",
    paddingLeft: "12px",
    paddingRight: "4px",
    minHeight: "32px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  recheck: { flexShrink: 0, whiteSpace: "nowrap" },
  receiptText: { flexGrow: 1, minWidth: "0" },
});

export function CheckPage({ pane }: PageProps): ReactNode {
  const { state, words, effects } = pane;
  const styles = useStyles();
  const groups = useGroups(state);
  const { checked } = state;
  return (
    <>
      <Verdict state={state} words={words} />
      <WorkBar pane={pane} />
      <NoticeLine pane={pane} />
      <Facts pane={pane} />
      {checked === null ? (
        <>
          <Unchecked pane={pane} />
          <FirstFound pane={pane} />
        </>
      ) : (
        <Result pane={pane} checked={checked} groups={groups} />
      )}
      {checked && (
        <footer className={styles.receipt}>
          <span className={styles.receiptText}>
            {words.receipt(checked.at, checked.rows, checked.run.options.pack.id)}
          </span>
          <Button className={styles.recheck} size="small" appearance="subtle" onClick={effects.check}>
            {words.recheck}
          </Button>
        </footer>
      )}
    </>
  );
}

interface ResultProps {
  readonly pane: Pane;
  readonly checked: Checked;
  readonly groups: readonly Group[];
}

function Result({ pane, checked, groups }: ResultProps): ReactNode {
  const { state } = pane;
  const entries = useMemo(
    () => layFlat(groups, state.notes.groupBy, state.toggled),
    [groups, state.notes.groupBy, state.toggled],
  );
  const [question] = openQuestions(state);
  if (!checked.run.ledgers.some(({ role }) => role === "projects")) return <NoLedger pane={pane} checked={checked} />;
  if (checked.items.length === 0) {
    return (
      <>
        {question && <ColumnQuestion pane={pane} />}
        {checked.rows === 0 ? (
          <NoProjects pane={pane} checked={checked} />
        ) : (
          <NothingFound pane={pane} checked={checked} />
        )}
        <Below pane={pane} groups={groups} />
      </>
    );
  }
  return (
    <>
      <Filters pane={pane} items={checked.items} />
      {question && <ColumnQuestion pane={pane} />}
      {entries.length === 0 ? <NothingHere pane={pane} /> : <FindingList pane={pane} entries={entries} />}
      <Below pane={pane} groups={groups} />
    </>
  );
}

/** What stands below the list: the form or preview that was asked for, else the chosen finding. */
function Below({ pane, groups }: Omit<ResultProps, "checked">): ReactNode {
  const { sheetlet, chosen } = pane.state;
  if (sheetlet?.is === "fixAll") return <FixAll pane={pane} sheetlet={sheetlet} />;
  if (sheetlet?.is === "waive") return <WaiveForm key={sheetlet.item.key} pane={pane} item={sheetlet.item} />;
  return chosen ? <Detail pane={pane} item={chosen} groups={groups} /> : null;
}

function useGroups({ checked, filter, notes }: PaneState): readonly Group[] {
  return useMemo(
    () => (checked ? groupItems(filterItems(checked.items, filter), notes.groupBy) : []),
    [checked, filter, notes.groupBy],
  );
}
