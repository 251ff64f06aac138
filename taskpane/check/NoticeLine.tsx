/** What has just happened and is worth a sentence; with the way back where there is one. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { PaneWords } from "../../src/words/pane";
import type { Pane } from "../pane";
import type { Checked, Notice } from "../state";
import { BLANK_SHEET } from "../../src/ledger/blankSheet";
import { assumedUnits } from "../../src/words/assumedUnit";

const useStyles = makeStyles({
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: "8px",
    flexShrink: 0,
    paddingTop: "4px",
    paddingBottom: "4px",
    paddingLeft: "12px",
    paddingRight: "4px",
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
  },
  facts: { flexShrink: 0, paddingLeft: "12px", paddingRight: "12px", color: tokens.colorNeutralForeground2 },
  summary: { cursor: "pointer", minHeight: "28px", lineHeight: "28px" },
  fact: { marginTop: "0", marginBottom: "4px" },
  text: { flexGrow: 1, flexShrink: 1, flexBasis: "88px", minWidth: "0" },
});

export function NoticeLine({ pane }: { readonly pane: Pane }): ReactNode {
  const styles = useStyles();
  const { state, words, effects, dispatch } = pane;
  const { notice, written } = state;
  const last = written[written.length - 1];
  const next = notice?.is === "endOfSheet" ? notice.next : null;
  // The live region is always there: one that comes with its text is not read out.
  return (
    <div role="status">
      {notice && (
        <div className={styles.line}>
          <span className={styles.text}>{sentenceOf(notice, words)}</span>
          {notice.is === "sheetsAdded" && effects.can("goTo") && (
            <Button size="small" onClick={() => effects.openSheet(notice.names[0])}>
              {words.notice.goToSheet}
            </Button>
          )}
          {(notice.is === "submitted" || notice.is === "submissionForgotten") && (
            <Button size="small" onClick={() => effects.putSubmission(notice.before)}>
              {words.notice.takeBack}
            </Button>
          )}
          {next && (
            <Button size="small" onClick={() => effects.open(next)}>
              {words.notice.nextSheet(next.finding.sheet ?? "")}
            </Button>
          )}
          <Button size="small" appearance="subtle" onClick={() => dispatch({ do: "say", notice: null })}>
            {words.detail.close}
          </Button>
        </div>
      )}
      {last && (
        <div className={styles.line}>
          <span className={styles.text}>{words.notice.written(last.edits.length)}</span>
          <Button size="small" onClick={effects.undo}>
            {words.notice.undo}
          </Button>
          <Button size="small" appearance="subtle" onClick={() => dispatch({ do: "keepWrite" })}>
            {words.notice.keep}
          </Button>
        </div>
      )}
    </div>
  );
}

/** What the verdict rests on, where that is not what one would think. */
export function Facts({ pane }: { readonly pane: Pane }): ReactNode {
  const styles = useStyles();
  const { checked } = pane.state;
  const facts = checked ? factsOf(checked, pane.words) : [];
  if (facts.length === 0) return null;
  return (
    <details className={styles.facts}>
      <summary className={styles.summary}>{pane.words.facts(facts.length)}</summary>
      {facts.map((fact) => (
        <p key={fact} className={styles.fact}>
          {fact}
        </p>
      ))}
    </details>
  );
}

function sentenceOf(notice: Notice, { notice: words }: PaneWords): string {
  switch (notice.is) {
    case "sheetsAdded":
      return words.sheetsAdded(notice.names);
    case "policyAdded":
      return words.policyAdded(notice.count);
    case "exampleAdded":
    case "templateAdded":
      return words[notice.is](notice.name);
    case "submitted":
      return words.submitted(notice.day, notice.count);
    case "submissionForgotten":
      return words.submissionForgotten;
    case "marked":
      return words.marked(notice.count);
    case "marksCleared":
      return words.marksCleared;
    case "failed":
      return words.failed(notice.message);
    case "notWritten":
      return words.notWritten[notice.reason](notice.at);
    case "undone":
      return words.undone(notice.count);
    case "collected":
    case "cancelled":
    case "cannotGo":
    case "notKept":
    case "startOfSheet":
    case "endOfSheet":
      return words[notice.is];
  }
}

function factsOf({ run, packIsInForce, packFaults }: Checked, { notice: words }: PaneWords): string[] {
  const { asOf, pack } = run.options;
  const assumed = assumedUnits(
    run.ledgers.filter(({ role }) => role === "projects"),
    words,
  );
  // Empty sheets, as every new workbook has, are nobody's concern.
  const others = run.ledgers.filter(({ role, why }) => role === "other" && why !== BLANK_SHEET).length;
  const ledgers = run.ledgers.some(({ role }) => role === "projects");
  return [
    ...(packIsInForce ? [] : [words.packNotInForce(asOf, pack.title)]),
    ...(packFaults.length > 0 ? [words.ownPolicyUnused(packFaults.length, pack.title)] : []),
    ...assumed,
    ...(ledgers && others > 0 ? [words.others(others)] : []),
  ];
}
