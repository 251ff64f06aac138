/** What a collection may be held against: the last one, the roster of departments, the day on which files were due. */
import { Button, makeStyles } from "@fluentui/react-components";
import { useRef, type ReactNode } from "react";
import type { CollectWords } from "../../src/words/paneCollect";
import { useFieldStyles } from "../look";
import { useMoreStyles } from "../more/look";
import type { Beside } from "./desk";

const useStyles = makeStyles({
  hidden: { display: "none" },
  name: { overflowWrap: "anywhere", minWidth: "0" },
});

interface BesideFieldsProps {
  readonly beside: Beside;
  readonly words: CollectWords;
  readonly onPut: (beside: Partial<Beside>) => void;
}

export function BesideFields({ beside, words, onPut }: BesideFieldsProps): ReactNode {
  const styles = useMoreStyles();
  const fields = useFieldStyles();
  return (
    <details>
      <summary className={styles.summary}>{words.beside}</summary>
      <FileChoice
        label={words.previous}
        note={words.previousNote}
        file={beside.previous}
        words={words}
        onPut={(previous) => onPut({ previous })}
      />
      <FileChoice
        label={words.roster}
        note={words.rosterNote}
        file={beside.roster}
        words={words}
        onPut={(roster) => onPut({ roster })}
      />
      <div className={styles.entry}>
        <label className={fields.label}>
          {words.due}
          <input
            type="date"
            className={fields.field}
            value={beside.due ?? ""}
            onChange={({ target }) => onPut({ due: target.value === "" ? null : target.value })}
          />
        </label>
        <span className={styles.quiet}>{words.dueNote}</span>
      </div>
    </details>
  );
}

interface FileChoiceProps {
  readonly label: string;
  readonly note: string;
  readonly file: File | null;
  readonly words: CollectWords;
  readonly onPut: (file: File | null) => void;
}

function FileChoice({ label, note, file, words, onPut }: FileChoiceProps): ReactNode {
  const styles = useMoreStyles();
  const own = useStyles();
  const fields = useFieldStyles();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.entry}>
      <div className={fields.line}>
        <Button onClick={() => input.current?.click()}>{label}</Button>
        {file && <span className={own.name}>{file.name}</span>}
        {file && (
          <Button size="small" aria-label={words.takeAwayOf(label)} onClick={() => onPut(null)}>
            {words.takeAway}
          </Button>
        )}
      </div>
      <input
        ref={input}
        type="file"
        className={own.hidden}
        aria-label={label}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          // The same file may be chosen again.
          if (chosen) onPut(chosen);
          target.value = "";
        }}
      />
      <span className={styles.quiet}>{note}</span>
    </div>
  );
}
