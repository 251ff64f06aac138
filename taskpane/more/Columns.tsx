/** What each sheet's columns were taken for; every reading can be changed, and changed back. */
import { Button } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { ALL_FIELDS, type FieldKey } from "../../src/ledger/fields";
import { normaliseHeading } from "../../src/ledger/heading/text";
import type { Ledger } from "../../src/ledger/ledger";
import { sourcesLeftOut } from "../../src/rules/C206";
import { columnName } from "../../src/sheet/address";
import type { Locale } from "../../src/words/say";
import { missingTerm } from "../../src/words/terms";
import { HeaderForm } from "../HeaderForm";
import { useFieldStyles } from "../look";
import { asksForColumn } from "../items";
import { termOf, type Pane } from "../pane";
import { useMoreStyles } from "./look";
import { moreWords } from "../../src/words/paneMore";

export function Columns({ pane }: { readonly pane: Pane }): ReactNode {
  const styles = useMoreStyles();
  const { state } = pane;
  const words = moreWords(state.locale);
  const asked = state.chosen && asksForColumn(state.chosen) ? state.chosen.finding.sheet : null;
  return (
    <section>
      <h2 className={styles.title}>{words.columns}</h2>
      {state.checked === null && <p className={styles.quiet}>{words.unchecked}</p>}
      {state.checked?.run.ledgers.map((ledger) => (
        <SheetColumns key={placeOf(ledger)} pane={pane} ledger={ledger} isAsked={ledger.sheet === asked} />
      ))}
    </section>
  );
}

/** A sheet may hold several tables, one below the other or side by side. */
function placeOf({ sheet, header, columns }: Ledger): string {
  return [sheet, header?.top, columns[0]?.column].join("|");
}

interface SheetProps {
  readonly pane: Pane;
  readonly ledger: Ledger;
}

function SheetColumns({ pane, ledger, isAsked }: SheetProps & { readonly isAsked: boolean }): ReactNode {
  const styles = useMoreStyles();
  // Sixty columns with two hundred choices each are only built for whoever looks at them.
  const [isOpen, setOpen] = useState(isAsked);
  return (
    <details className={styles.sheet} open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.summary}>{summaryOf(ledger, pane.state.locale)}</summary>
      {isOpen && <SheetReading pane={pane} ledger={ledger} />}
    </details>
  );
}

function SheetReading({ pane, ledger }: SheetProps): ReactNode {
  const styles = useMoreStyles();
  const { state, effects } = pane;
  const words = moreWords(state.locale);
  const { sheet, role, header } = ledger;
  const isHeaderSettled = state.notes.choices[sheet]?.header !== undefined;
  const waiting = state.checked?.run.result.perLedger.find((one) => one.ledger === ledger)?.waiting ?? [];
  return (
    <>
      {header && <p className={styles.quiet}>{words.headerRows(header.top, header.bottom)}</p>}
      {isHeaderSettled && (
        <Button size="small" onClick={() => effects.settle(sheet, ({ columns }) => (columns ? { columns } : {}))}>
          {words.forget}
        </Button>
      )}
      {role !== "projects" && <HeaderForm pane={pane} sheet={sheet} />}
      {role === "projects" && (
        <ul className={styles.list}>
          {allColumns(ledger).map((column) => (
            <ColumnEntry key={column.column} pane={pane} sheet={sheet} {...column} />
          ))}
        </ul>
      )}
      {waiting.map(({ field, anyOf, codes }) => (
        <p key={(anyOf ?? [field]).join()} className={styles.quiet}>
          {words.waiting(missingTerm(field, anyOf, state.locale), codes.length)}
        </p>
      ))}
      {state.checked &&
        sourcesLeftOut(ledger, state.checked.run.options.pack).map(({ column, heading }) => (
          <p key={column} className={styles.quiet}>
            {words.sourceLeftOut(heading)}
          </p>
        ))}
    </>
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
  const styles = useMoreStyles();
  const fields = useFieldStyles();
  const { state, effects } = pane;
  const words = moreWords(state.locale);
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
        {isSettled && ` · ${words.chosen}`}
      </span>
      <select
        className={`${fields.field} ${styles.select}`}
        aria-label={words.changeColumn(heading)}
        value={field ?? ""}
        onChange={({ target }) => settle(target.value === "" ? null : (target.value as FieldKey))}
      >
        <option value="">{words.unread}</option>
        {ALL_FIELDS.map((one) => (
          <option key={one} value={one}>
            {termOf(one, state.locale)}
          </option>
        ))}
      </select>
      {isSettled && (
        <Button size="small" aria-label={words.forgetColumn(heading)} onClick={forget}>
          {words.forget}
        </Button>
      )}
    </li>
  );
}

function summaryOf(ledger: Ledger, locale: Locale): string {
  const { sheet, role, why, unmapped } = ledger;
  const more = moreWords(locale);
  if (role !== "projects") return `${sheet} · ${more.notALedger((locale === "zh" ? why : null) ?? more.roles[role])}`;
  const all = allColumns(ledger).length;
  return more.columnsOf(sheet, all - unmapped.length, all);
}

/** Known and unknown ones, from left to right. */
function allColumns({ columns, completing = [], unmapped }: Ledger): ColumnLine[] {
  const unknown = unmapped.map(({ column, heading }) => ({ column, heading, field: null }));
  return [...columns, ...completing, ...unknown].sort((a, b) => a.column - b.column);
}

function without<Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([one]) => one !== key));
}
