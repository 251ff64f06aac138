/** For programs whose cells know no functions of ours: a formula is typed here, its values are written from the cell in front on. */
import { Button } from "@fluentui/react-components";
import { useId, useState, type ReactNode } from "react";
import type { Edit } from "../../src/sheet/edit";
import type { Host } from "../../src/sheet/host";
import { functionValuesWords, type FunctionValuesWords } from "../../src/words/functionValues";
import type { Locale } from "../../src/words/say";
import { useFieldStyles } from "../look";
import { useMoreStyles } from "../more/look";
import { writeValues, type ValuesOutcome } from "./values";

export interface ValuesFormProps {
  readonly host: Host;
  readonly locale: Locale;
  /** YYYY-MM-DD. */
  readonly asOf: string;
}

export function ValuesForm({ host, locale, asOf }: ValuesFormProps): ReactNode {
  const styles = useMoreStyles();
  const fields = useFieldStyles();
  const words = functionValuesWords(locale);
  const title = useId();
  const [formula, setFormula] = useState("");
  const [said, setSaid] = useState("");
  const [written, setWritten] = useState<readonly Edit[]>([]);

  const write = async (): Promise<void> => {
    setSaid(words.working);
    const outcome = await writeValues(host, formula, asOf).catch((error: unknown) => failure(error));
    setWritten(outcome.is === "written" ? outcome.edits : []);
    setSaid(sentenceOf(outcome, words));
  };
  const undo = async (): Promise<void> => {
    const outcome = await host.write(written.map(({ sheet, at, was, put }) => ({ sheet, at, was: put, put: was })));
    // What was refused can be tried again, once the cell is left or the sheet unprotected.
    if (outcome.written) setWritten([]);
    setSaid(outcome.written ? words.undone : words.refused[outcome.reason](outcome.at ?? ""));
  };
  return (
    <section aria-labelledby={title}>
      <h2 id={title} className={styles.title}>
        {words.title}
      </h2>
      <p className={styles.quiet}>{words.about}</p>
      <form
        className={fields.line}
        onSubmit={(event) => {
          event.preventDefault();
          void write();
        }}
      >
        <input
          className={fields.field}
          aria-label={words.formula}
          placeholder={words.example}
          value={formula}
          onChange={({ target }) => setFormula(target.value)}
        />
        <Button type="submit" appearance="primary">
          {words.write}
        </Button>
        {written.length > 0 && <Button onClick={() => void undo()}>{words.undo}</Button>}
      </form>
      <p role="status" className={styles.text}>
        {said}
      </p>
    </section>
  );
}

function failure(error: unknown): ValuesOutcome {
  return { is: "said", sentence: error instanceof Error ? error.message : String(error) };
}

function sentenceOf(outcome: ValuesOutcome, words: FunctionValuesWords): string {
  switch (outcome.is) {
    case "said":
      return words.failed(outcome.sentence);
    case "noCell":
      return words.noCell;
    case "refused":
      return words.refused[outcome.reason](outcome.at ?? "");
    case "written":
      return words.written(outcome.edits[0]?.at ?? "", outcome.edits.length);
  }
}
