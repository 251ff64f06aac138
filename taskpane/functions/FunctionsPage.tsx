/** Page 插入函数: all worksheet functions, searched by any word, each written into the cell in front or copied. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useContext, useMemo, useState, type ReactNode } from "react";
import type { Host } from "../../src/sheet/host";
import { functionPageWords, type FunctionPageWords } from "../../src/words/paneFunctions";
import { useFieldStyles } from "../look";
import { useMoreStyles } from "../more/look";
import { HostUnderTest } from "../more/SelfTest";
import type { PageProps } from "../pane";
import { functionEntries, searched, type FunctionEntry } from "./list";
import { RegisteredFunctions } from "./registered";
import { ValuesForm } from "./ValuesForm";

const useStyles = makeStyles({
  search: { width: "100%", marginTop: "8px", marginBottom: "4px" },
  summary: { cursor: "pointer", minHeight: "40px", paddingTop: "8px", paddingBottom: "8px" },
  name: { fontWeight: tokens.fontWeightSemibold },
  formula: {
    display: "block",
    paddingTop: "4px",
    paddingBottom: "4px",
    fontFamily: tokens.fontFamilyMonospace,
    userSelect: "all",
    overflowWrap: "anywhere",
  },
  said: { minHeight: "20px", margin: "0" },
});

/** What became of the last button; `at` is the cell that waits for a yes. */
interface Said {
  readonly id: string;
  readonly sentence: string;
  readonly asks: boolean;
}

export default function FunctionsPage({ pane }: PageProps): ReactNode {
  const styles = useMoreStyles();
  const own = useStyles();
  const fields = useFieldStyles();
  const host = useContext(HostUnderTest);
  const { locale } = pane.state;
  const words = functionPageWords(locale);
  const registered = useContext(RegisteredFunctions);
  const entries = useMemo(() => functionEntries(locale, registered()), [locale, registered]);
  const [typed, setTyped] = useState("");
  const [said, setSaid] = useState<Said | null>(null);
  const found = searched(entries, typed);
  const insert = async ({ id, formula }: FunctionEntry, over: "blank" | "anything"): Promise<void> => {
    const outcome = host ? await inserted(host, formula, over, words) : { sentence: words.noCell, asks: false };
    setSaid({ id, ...outcome });
  };
  const copy = ({ id, formula }: FunctionEntry): void => {
    const tell = (sentence: string) => () => setSaid({ id, sentence, asks: false });
    // Absent where the page is no secure one.
    const clipboard = (navigator as Partial<Navigator>).clipboard;
    if (!clipboard) return tell(words.cannotCopy)();
    clipboard.writeText(formula).then(tell(words.copied), tell(words.cannotCopy));
  };
  return (
    <div className={styles.page}>
      <Button size="small" appearance="subtle" onClick={() => pane.dispatch({ do: "showPage", page: "more" })}>
        {words.back}
      </Button>
      {host && !host.can("functions") && <p className={styles.text}>{words.noFunctions}</p>}
      {host && !host.can("functions") && <ValuesForm host={host} locale={locale} asOf={pane.state.asOf} />}
      <p className={styles.quiet}>{words.about}</p>
      {entries.some(({ id, name }) => name.endsWith(`.${id}`)) && <p className={styles.text}>{words.underId}</p>}
      <input
        type="search"
        className={`${fields.field} ${own.search}`}
        aria-label={words.search}
        placeholder={words.searchHint}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <p className={styles.quiet} role="status">
        {found.length === 0 ? words.none : words.found(found.length)}
      </p>
      <ul className={styles.list}>
        {found.map((entry) => (
          <li key={entry.id}>
            <details>
              <summary className={own.summary}>
                <span className={own.name}>{entry.name}</span> <span>{entry.alsoCalled}</span>
                <div className={styles.quiet}>{entry.description}</div>
              </summary>
              <Parameters entry={entry} words={words} />
              <code className={own.formula}>{entry.formula}</code>
              <p className={styles.quiet}>{words.gives(entry.gives)}</p>
              <div className={fields.line}>
                {host?.writeFormula && host.can("functions") && (
                  <Button
                    appearance="primary"
                    aria-label={words.insertOf(entry.name)}
                    onClick={() => void insert(entry, "blank")}
                  >
                    {words.insert}
                  </Button>
                )}
                <Button aria-label={words.copyOf(entry.name)} onClick={() => copy(entry)}>
                  {words.copy}
                </Button>
              </div>
              <div role="status" className={own.said}>
                {said?.id === entry.id && said.sentence}
              </div>
              {said?.id === entry.id && said.asks && (
                <div className={fields.line}>
                  <Button onClick={() => void insert(entry, "anything")}>{words.over}</Button>
                  <Button onClick={() => setSaid(null)}>{words.leave}</Button>
                </div>
              )}
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Parameters({ entry, words }: { readonly entry: FunctionEntry; readonly words: FunctionPageWords }): ReactNode {
  const styles = useMoreStyles();
  if (entry.parameters.length === 0) return <p className={styles.text}>{words.noParameters}</p>;
  return (
    <ul aria-label={words.parameters}>
      {entry.parameters.map(({ name, description, optional }) => (
        <li key={name}>
          <strong>{name}</strong>
          {optional && words.optional} {description}
        </li>
      ))}
    </ul>
  );
}

async function inserted(
  host: Host,
  formula: string,
  over: "blank" | "anything",
  words: FunctionPageWords,
): Promise<Omit<Said, "id">> {
  const place = host.can("selection") ? await host.selection().catch(() => null) : null;
  if (!place || !host.writeFormula) return { sentence: words.noCell, asks: false };
  const outcome = await host.writeFormula(place, formula, over);
  if (outcome.written) return { sentence: words.inserted(place.at), asks: false };
  const asks = outcome.reason === "changed" && over === "blank";
  return { sentence: asks ? words.occupied(place.at) : words.notWritten[outcome.reason](place.at), asks };
}
