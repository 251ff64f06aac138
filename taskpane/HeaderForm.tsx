/** Says on which rows of a sheet its headings stand. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState, type FormEvent, type ReactNode } from "react";
import { useFieldStyles } from "./look";
import type { Pane } from "./pane";

/** No ledger seen has more. */
const MOST_ROWS = 5;

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", rowGap: "8px", alignItems: "flex-start" },
  number: { width: "72px", minWidth: "0" },
  text: { margin: "0" },
  bad: { margin: "0", color: tokens.colorPaletteRedForeground1 },
});

export function HeaderForm({ pane, sheet }: { readonly pane: Pane; readonly sheet: string }): ReactNode {
  const styles = useStyles();
  const fields = useFieldStyles();
  const { state, effects } = pane;
  const words = pane.words.noLedger;
  const settled = state.notes.choices[sheet]?.header;
  const [top, setTop] = useState(String(settled?.top ?? 1));
  const [bottom, setBottom] = useState(String(settled?.bottom ?? 1));
  const [isBad, setBad] = useState(false);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const header = { top: Number(top), bottom: Number(bottom) };
    const bad = !isBlock(header);
    setBad(bad);
    if (!bad) effects.settle(sheet, (choices) => ({ ...choices, header }));
  };
  const takeSelection = async (): Promise<void> => {
    const row = await effects.selectedRow();
    if (row === null) return;
    setTop(String(row));
    setBottom(String(row));
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.text}>{words.header}</p>
      <div className={fields.line}>
        <label className={fields.label}>
          {words.top}
          <input
            className={mergeClasses(fields.field, styles.number)}
            type="number"
            min={1}
            value={top}
            onChange={({ target }) => setTop(target.value)}
          />
        </label>
        <label className={fields.label}>
          {words.bottom}
          <input
            className={mergeClasses(fields.field, styles.number)}
            type="number"
            min={1}
            value={bottom}
            onChange={({ target }) => setBottom(target.value)}
          />
        </label>
      </div>
      <p role="alert" className={styles.bad}>
        {isBad && words.badHeader}
      </p>
      <div className={fields.line}>
        <Button type="submit" appearance="primary">
          {words.use}
        </Button>
        <Button onClick={() => void takeSelection()}>{words.fromSelection}</Button>
      </div>
    </form>
  );
}

function isBlock({ top, bottom }: { top: number; bottom: number }): boolean {
  return Number.isInteger(top) && Number.isInteger(bottom) && top >= 1 && bottom >= top && bottom - top < MOST_ROWS;
}
