/** Putting a finding off: a reason, a name and an end day, kept in the workbook. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState, type FormEvent, type ReactNode } from "react";
import { whenToIgnore } from "../../src/words/finding";
import { dayAfter } from "../../src/words/paneFigures";
import type { Item } from "../items";
import { useFieldStyles } from "../look";
import type { Pane } from "../pane";

/** A month is what a missing paper usually takes; the clerk may choose otherwise. */
const USUAL_DAYS = 30;

const useStyles = makeStyles({
  form: {
    flexShrink: 1,
    minHeight: "200px",
    maxHeight: "80%",
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    rowGap: "8px",
    paddingTop: "8px",
    paddingBottom: "8px",
    paddingLeft: "12px",
    paddingRight: "12px",
    borderTop: `2px solid ${tokens.colorNeutralStroke1}`,
  },
  title: { margin: "0", fontSize: tokens.fontSizeBase300 },
  text: { margin: "0", color: tokens.colorNeutralForeground2 },
  preset: { minWidth: "0" },
  /** In sight however far the form is scrolled, and with them what is still missing. */
  actions: {
    position: "sticky",
    bottom: "-8px",
    paddingTop: "8px",
    paddingBottom: "8px",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  pair: { display: "grid", gridTemplateColumns: "1fr 1fr", columnGap: "8px" },
  input: { minWidth: "0", width: "100%" },
  missing: { flexBasis: "100%", color: tokens.colorPaletteRedForeground1, margin: "0" },
});

export function WaiveForm({ pane, item }: { readonly pane: Pane; readonly item: Item }): ReactNode {
  const styles = useStyles();
  const fields = useFieldStyles();
  const { state, dispatch, effects } = pane;
  const words = pane.words.waive;
  const [reason, setReason] = useState("");
  const [by, setBy] = useState(state.notes.waivedBy);
  const [until, setUntil] = useState(() => dayAfter(state.asOf, USUAL_DAYS));
  const [missing, setMissing] = useState<keyof typeof words.missing | null>(null);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const first = firstMissing(reason, by, until, state.asOf);
    setMissing(first);
    if (first) return;
    const { id, code } = item.finding;
    effects.waive({ id, code, reason: reason.trim(), by: by.trim(), until });
  };

  return (
    <form className={styles.form} onSubmit={submit} aria-label={words.title} noValidate>
      <h2 className={styles.title}>{words.title}</h2>
      <p className={styles.text}>{words.ignorable(whenToIgnore(item.finding.code, state.locale))}</p>
      <p className={styles.text}>{words.explanation}</p>
      <div className={fields.line}>
        {words.reasons.map((preset) => (
          <Button key={preset} size="small" className={styles.preset} onClick={() => setReason(preset)}>
            {preset}
          </Button>
        ))}
      </div>
      <label className={fields.label}>
        {words.reason}
        <input
          className={mergeClasses(fields.field, styles.input)}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          aria-required
        />
      </label>
      <div className={styles.pair}>
        <label className={fields.label}>
          {words.by}
          <input
            className={mergeClasses(fields.field, styles.input)}
            value={by}
            onChange={({ target }) => setBy(target.value)}
            aria-required
          />
        </label>
        <label className={fields.label}>
          {words.until}
          <input
            type="date"
            className={fields.field}
            value={until}
            min={state.asOf}
            onChange={(event) => setUntil(event.target.value)}
            aria-required
          />
        </label>
      </div>
      <div className={mergeClasses(fields.line, styles.actions)}>
        <p role="alert" className={styles.missing}>
          {missing && words.missing[missing]}
        </p>
        <Button type="submit" appearance="primary">
          {words.use}
        </Button>
        <Button onClick={() => dispatch({ do: "lay", sheetlet: null })}>{words.cancel}</Button>
      </div>
    </form>
  );
}

/** The end day counts from the day judged on: that day tells whether the finding is put off. */
function firstMissing(reason: string, by: string, until: string, asOf: string): "reason" | "by" | "until" | null {
  if (reason.trim() === "") return "reason";
  if (by.trim() === "") return "by";
  return /^\d{4}-\d{2}-\d{2}$/.test(until) && until >= asOf ? null : "until";
}
