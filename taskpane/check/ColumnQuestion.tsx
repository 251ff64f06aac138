/** A column that may be several things: asked about one at a time, with what it holds, and remembered. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { FieldKey } from "../../src/ledger/fields";
import { normaliseHeading } from "../../src/ledger/heading/text";
import type { Question } from "../../src/ledger/ledger";
import { columnName } from "../../src/sheet/address";
import { useFieldStyles } from "../look";
import { termOf, type Pane } from "../pane";
import type { PaneState } from "../state";

const useStyles = makeStyles({
  card: {
    flexShrink: 0,
    maxHeight: "50%",
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    rowGap: "4px",
    paddingTop: "8px",
    paddingBottom: "8px",
    paddingLeft: "12px",
    paddingRight: "12px",
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: "0", fontSize: tokens.fontSizeBase300 },
  text: { margin: "0", color: tokens.colorNeutralForeground2 },
  answer: { minWidth: "0" },
});

export interface OpenQuestion {
  readonly sheet: string;
  readonly question: Question;
  /** What is postponed is known by this. */
  readonly key: string;
}

export function openQuestions({ checked, postponed }: PaneState): OpenQuestion[] {
  return (checked?.run.ledgers ?? [])
    .flatMap(({ sheet, header, questions }) =>
      questions.map((question) => ({
        sheet,
        question,
        key: `${sheet}|${String(header?.top)}|${String(question.column)}`,
      })),
    )
    .filter(({ key }) => !postponed.has(key));
}

export function ColumnQuestion({ pane }: { readonly pane: Pane }): ReactNode {
  const styles = useStyles();
  const fields = useFieldStyles();
  const { state, words, dispatch, effects } = pane;
  const open = openQuestions(state);
  const [first] = open;
  if (!first) return null;
  const { sheet, question, key } = first;
  const answer = (field: FieldKey | null): void => {
    const heading = normaliseHeading(question.heading);
    effects.settle(sheet, (choices) => ({ ...choices, columns: { ...choices.columns, [heading]: field } }));
  };
  return (
    <section className={styles.card} aria-label={words.question.title(columnName(question.column))}>
      <h2 className={styles.title}>{words.question.title(columnName(question.column))}</h2>
      <p className={styles.text}>{words.question.heading(question.heading)}</p>
      {question.samples.length > 0 && <p className={styles.text}>{words.question.samples(question.samples)}</p>}
      <div className={fields.line}>
        {question.candidates.map((field) => (
          <Button key={field} className={styles.answer} onClick={() => answer(field)}>
            {termOf(field, state.locale)}
          </Button>
        ))}
        <Button className={styles.answer} onClick={() => answer(null)}>
          {words.question.none}
        </Button>
        <Button
          className={styles.answer}
          appearance="subtle"
          onClick={() => dispatch({ do: "postpone", question: key })}
        >
          {words.question.later}
        </Button>
      </div>
      {open.length > 1 && <p className={styles.text}>{words.question.left(open.length - 1)}</p>}
    </section>
  );
}
