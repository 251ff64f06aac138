/** Page 帮助: how to begin, what each page is for, keys, and where more is to be read. */
import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { helpWords } from "../../src/words/paneHelp";
import { useMoreStyles } from "../more/look";
import type { PageProps } from "../pane";

export default function HelpPage({ pane }: PageProps): ReactNode {
  const styles = useMoreStyles();
  const words = helpWords(pane.state.locale);
  return (
    <div className={styles.page}>
      <Button size="small" appearance="subtle" onClick={() => pane.dispatch({ do: "showPage", page: "more" })}>
        {words.back}
      </Button>
      {words.sections.map(({ title, steps, terms, text }) => (
        <section key={title}>
          <h2 className={styles.title}>{title}</h2>
          {text !== undefined && <p className={styles.text}>{text}</p>}
          {steps && (
            <ol>
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          )}
          {terms && (
            <dl>
              {terms.map(([term, meaning]) => (
                <div key={term}>
                  <dt>
                    <strong>{term}</strong>
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          )}
        </section>
      ))}
    </div>
  );
}
