/** Page 更多: the day of judgement, the columns as understood, what was put off, the policy, the language. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { ALL_FIELDS, type FieldKey } from "../../src/ledger/fields";
import { normaliseHeading } from "../../src/ledger/headingText";
import type { Ledger } from "../../src/ledger/ledger";
import { columnName } from "../../src/sheet/address";
import { ruleTitle } from "../../src/words/finding";
import { RULE_WORDS } from "../../src/words/rules/index";
import type { Locale } from "../../src/words/say";
import { HeaderForm } from "../HeaderForm";
import { useFieldStyles } from "../look";
import { termOf, type PageProps, type Pane } from "../pane";

const useStyles = makeStyles({
  page: {
    flexGrow: 1,
    minHeight: "0",
    overflowY: "auto",
    paddingLeft: "12px",
    paddingRight: "12px",
    paddingBottom: "12px",
  },
  title: {
    marginTop: "16px",
    marginBottom: "4px",
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: "0" },
  quiet: { margin: "0", color: tokens.colorNeutralForeground2 },
  sheet: { marginTop: "8px" },
  summary: { cursor: "pointer", minHeight: "32px", lineHeight: "32px" },
  list: { margin: "0", paddingLeft: "0", listStyleType: "none" },
  entry: {
    paddingTop: "8px",
    paddingBottom: "8px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    display: "flex",
    flexDirection: "column",
    rowGap: "4px",
    alignItems: "flex-start",
  },
  select: { width: "100%" },
});

export function MorePage({ pane, today }: PageProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <Day pane={pane} today={today} />
      <Columns pane={pane} />
      <Waivers pane={pane} today={today} />
      <Policy pane={pane} />
      <Language pane={pane} />
    </div>
  );
}

function Day({ pane, today }: PageProps): ReactNode {
  const styles = useStyles();
  const fields = useFieldStyles();
  const { state, words, effects } = pane;
  // A half-typed day is no day yet, and must stay where it is being typed.
  const [typed, setTyped] = useState(state.asOf);
  const judgeAsOf = (day: string): void => {
    setTyped(day);
    if (/^\d{4}-\d{2}-\d{2}$/.test(day)) effects.judgeAsOf(day);
  };
  return (
    <section>
      <h2 className={styles.title}>{words.more.day}</h2>
      <div className={fields.line}>
        <input
          type="date"
          className={fields.field}
          aria-label={words.more.day}
          value={typed}
          onChange={({ target }) => judgeAsOf(target.value)}
        />
        {state.asOf !== today() && <Button onClick={() => judgeAsOf(today())}>{words.more.today}</Button>}
      </div>
    </section>
  );
}

function Columns({ pane }: { readonly pane: Pane }): ReactNode {
  const styles = useStyles();
  const { state, words } = pane;
  return (
    <section>
      <h2 className={styles.title}>{words.more.columns}</h2>
      {state.checked === null && <p className={styles.quiet}>{words.more.unchecked}</p>}
      {state.checked?.run.ledgers.map((ledger) => (
        <SheetColumns key={ledger.sheet} pane={pane} ledger={ledger} />
      ))}
    </section>
  );
}

function SheetColumns({ pane, ledger }: { readonly pane: Pane; readonly ledger: Ledger }): ReactNode {
  const styles = useStyles();
  const { words, effects } = pane;
  const { sheet, role, why, header } = ledger;
  const known = ledger.columns.length;
  const settledHeader = pane.state.notes.choices[sheet]?.header !== undefined;
  const waiting = pane.state.checked?.run.result.perLedger.find((one) => one.ledger === ledger)?.waiting ?? [];
  const isLedger = role === "projects";
  const otherwise = role === "projects" ? "" : (why ?? words.more.roles[role]);
  const summary = words.more.columnsOf(sheet, known, known + ledger.unmapped.length);
  return (
    <details className={styles.sheet}>
      <summary className={styles.summary}>
        {isLedger ? summary : `${sheet} · ${words.more.notALedger(otherwise)}`}
      </summary>
      {header && <p className={styles.quiet}>{words.more.headerRows(header.top, header.bottom)}</p>}
      {settledHeader && (
        <Button size="small" onClick={() => effects.settle(sheet, ({ columns }) => (columns ? { columns } : {}))}>
          {words.more.forget}
        </Button>
      )}
      {!isLedger && <HeaderForm pane={pane} sheet={sheet} />}
      {isLedger && (
        <ul className={styles.list}>
          {allColumns(ledger).map((column) => (
            <ColumnEntry key={column.column} pane={pane} sheet={sheet} {...column} />
          ))}
        </ul>
      )}
      {waiting.map(({ field, codes }) => (
        <p key={field} className={styles.quiet}>
          {words.more.waiting(termOf(field, pane.state.locale), codes.length)}
        </p>
      ))}
    </details>
  );
}

interface ColumnLine {
  readonly column: number;
  readonly heading: string;
  readonly field: FieldKey | null;
}

function ColumnEntry({
  pane,
  sheet,
  column,
  heading,
  field,
}: ColumnLine & { readonly pane: Pane; readonly sheet: string }): ReactNode {
  const styles = useStyles();
  const fields = useFieldStyles();
  const { state, words, effects } = pane;
  const key = normaliseHeading(heading);
  const settled = state.notes.choices[sheet]?.columns ?? {};
  const isSettled = settled[key] !== undefined;
  const settle = (choice: FieldKey | null): void =>
    effects.settle(sheet, (choices) => ({ ...choices, columns: { ...choices.columns, [key]: choice } }));
  const forget = (): void =>
    effects.settle(sheet, (choices) => ({ ...choices, columns: without(choices.columns ?? {}, key) }));
  return (
    <li className={styles.entry}>
      <span>
        {columnName(column)} · {heading}
        {isSettled && ` · ${words.more.chosen}`}
      </span>
      <select
        className={`${fields.field} ${styles.select}`}
        aria-label={words.more.changeColumn(heading)}
        value={field ?? ""}
        onChange={({ target }) => settle(target.value === "" ? null : (target.value as FieldKey))}
      >
        <option value="">{words.more.unread}</option>
        {ALL_FIELDS.map((one) => (
          <option key={one} value={one}>
            {termOf(one, state.locale)}
          </option>
        ))}
      </select>
      {isSettled && (
        <Button size="small" aria-label={words.more.forgetColumn(heading)} onClick={forget}>
          {words.more.forget}
        </Button>
      )}
    </li>
  );
}

function Waivers({ pane, today }: PageProps): ReactNode {
  const styles = useStyles();
  const { state, words, effects } = pane;
  const { waivers } = state.notes;
  return (
    <section>
      <h2 className={styles.title}>{words.more.waivers}</h2>
      {waivers.length === 0 && <p className={styles.quiet}>{words.more.noWaivers}</p>}
      <ul className={styles.list}>
        {waivers.map(({ id, code, reason, by, until }) => (
          <li key={id} className={styles.entry}>
            <span>
              {code} {code in RULE_WORDS && ruleTitle(code, state.locale)}
            </span>
            <span>{reason}</span>
            <span>
              {words.more.waiver(by, until)}
              {until < today() && ` · ${words.more.expired}`}
            </span>
            <Button size="small" aria-label={words.more.withdrawOf(code)} onClick={() => effects.withdraw(id)}>
              {words.more.withdraw}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Policy({ pane }: { readonly pane: Pane }): ReactNode {
  const styles = useStyles();
  const { checked } = pane.state;
  if (!checked) return null;
  const { pack } = checked.run.options;
  return (
    <section>
      <h2 className={styles.title}>{pane.words.more.pack}</h2>
      <p className={styles.text}>{pane.words.more.packLine(pack.title, pack.version)}</p>
    </section>
  );
}

function Language({ pane }: { readonly pane: Pane }): ReactNode {
  const styles = useStyles();
  const fields = useFieldStyles();
  const { state, words, dispatch } = pane;
  const [languages] = useState(() => Object.keys(words.more.languages) as Locale[]);
  return (
    <section>
      <h2 className={styles.title}>{words.more.language}</h2>
      <select
        className={fields.field}
        aria-label={words.more.language}
        value={state.locale}
        onChange={({ target }) => dispatch({ do: "speak", locale: target.value as Locale })}
      >
        {languages.map((locale) => (
          <option key={locale} value={locale}>
            {words.more.languages[locale]}
          </option>
        ))}
      </select>
    </section>
  );
}

/** Known and unknown ones, from left to right. */
function allColumns({ columns, unmapped }: Ledger): ColumnLine[] {
  return [...columns, ...unmapped.map(({ column, heading }) => ({ column, heading, field: null }))].sort(
    (a, b) => a.column - b.column,
  );
}

function without<Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([one]) => one !== key));
}
