/** Page 更多: the day of judgement, the columns as understood, what was put off, the policy, the language. */
import { Button } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { ruleTitle } from "../../src/words/finding";
import { RULE_WORDS } from "../../src/words/rules/index";
import type { Locale } from "../../src/words/say";
import { useFieldStyles } from "../look";
import type { PageProps, Pane } from "../pane";
import type { Checked } from "../state";
import { Columns } from "./Columns";
import { useMoreStyles } from "./look";
import { SelfTest } from "./SelfTest";
import { Marks } from "./Marks";
import { Policy } from "./Policy";
import { moreWords } from "../../src/words/paneMore";

export default function MorePage({ pane, today }: PageProps): ReactNode {
  const styles = useMoreStyles();
  return (
    <div className={styles.page}>
      <Doors pane={pane} />
      <Day pane={pane} today={today} />
      <Columns pane={pane} />
      <Waivers pane={pane} />
      <Marks pane={pane} />
      <Policy pane={pane} />
      <Language pane={pane} />
      <SelfTest pane={pane} />
    </div>
  );
}

/** The pages that have no tab of their own. */
function Doors({ pane: { words, dispatch } }: { readonly pane: Pane }): ReactNode {
  const fields = useFieldStyles();
  return (
    <nav className={fields.line} aria-label={words.pages.more}>
      {(["functions", "help"] as const).map((page) => (
        <Button key={page} onClick={() => dispatch({ do: "showPage", page })}>
          {words.pages[page]}
        </Button>
      ))}
    </nav>
  );
}

function Day({ pane, today }: PageProps): ReactNode {
  const styles = useMoreStyles();
  const fields = useFieldStyles();
  const { state, effects } = pane;
  const words = moreWords(state.locale);
  // A half-typed day is no day yet, and must stay where it is being typed.
  const [typed, setTyped] = useState(state.asOf);
  const judgeAsOf = (day: string): void => {
    setTyped(day);
    if (/^\d{4}-\d{2}-\d{2}$/.test(day)) effects.judgeAsOf(day);
  };
  return (
    <section>
      <h2 className={styles.title}>{words.day}</h2>
      <div className={fields.line}>
        <input
          type="date"
          className={fields.field}
          aria-label={words.day}
          value={typed}
          onChange={({ target }) => judgeAsOf(target.value)}
        />
        {state.asOf !== today() && <Button onClick={() => judgeAsOf(today())}>{words.today}</Button>}
      </div>
    </section>
  );
}

function Waivers({ pane }: { readonly pane: Pane }): ReactNode {
  const styles = useMoreStyles();
  const { state, effects } = pane;
  const words = moreWords(state.locale);
  const { waivers } = state.notes;
  const places = placesOf(state.checked);
  return (
    <section>
      <h2 className={styles.title}>{words.waivers}</h2>
      {waivers.length === 0 && <p className={styles.quiet}>{words.noWaivers}</p>}
      <ul className={styles.list}>
        {waivers.map(({ id, code, reason, by, until }) => (
          <li key={id} className={styles.entry}>
            <span>
              {code} {code in RULE_WORDS && ruleTitle(code, state.locale)}
            </span>
            {places.has(id) && <span>{places.get(id)}</span>}
            <span>{reason}</span>
            <span>
              {words.waiver(by, until)}
              {until < state.asOf && ` · ${words.expired}`}
            </span>
            <Button
              size="small"
              aria-label={words.withdrawOf([code, places.get(id)].filter(Boolean).join(" "))}
              onClick={() => effects.withdraw(id)}
            >
              {words.withdraw}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** By finding, where it stands now and whose it is: several projects may have been put off for one rule. */
function placesOf(checked: Checked | null): ReadonlyMap<string, string> {
  if (!checked) return new Map();
  const found = [...checked.run.result.waived, ...checked.items].map(({ finding }) => finding);
  return new Map(found.map(({ id, cells, project }) => [id, [cells[0], project].filter(Boolean).join(" ")]));
}

function Language({ pane }: { readonly pane: Pane }): ReactNode {
  const styles = useMoreStyles();
  const fields = useFieldStyles();
  const { state, dispatch } = pane;
  const words = moreWords(state.locale);
  const [languages] = useState(() => Object.keys(words.languages) as Locale[]);
  return (
    <section>
      <h2 className={styles.title}>{words.language}</h2>
      <select
        className={fields.field}
        aria-label={words.language}
        value={state.locale}
        onChange={({ target }) => dispatch({ do: "speak", locale: target.value as Locale })}
      >
        {languages.map((locale) => (
          <option key={locale} value={locale}>
            {words.languages[locale]}
          </option>
        ))}
      </select>
    </section>
  );
}
