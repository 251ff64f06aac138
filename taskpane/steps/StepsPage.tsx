/** Page 前期: projects × procedures with state and days, who lags and whom to call, and a project's steps worked back. */
import { Button, mergeClasses } from "@fluentui/react-components";
import { useCallback, useMemo, useState, type ReactNode } from "react";
import type { ProcedureKey } from "../../src/measure/procedures";
import { preparationSteps, type PreparationRow, type StepCell } from "../../src/report/preparation";
import type { Run } from "../../src/report/run";
import { figureText, joined } from "../../src/words/say";
import { FixedRows } from "../FixedRows";
import { useFieldStyles, useHiddenStyles, useRowStyles } from "../look";
import type { PageProps, Pane } from "../pane";
import { Toggle } from "../Toggle";
import { useSteps } from "../useSteps";
import { BackSchedule } from "./BackSchedule";
import { STEP_ROW_HEIGHT, useStepStyles } from "./look";
import { goalText, stepName, type Asked } from "./terms";
import { targetsWords } from "../../src/words/paneTargets";
import { stepsWords } from "../../src/words/paneSteps";

export default function StepsPage({ pane }: PageProps): ReactNode {
  const styles = useStepStyles();
  const { checked } = pane.state;
  if (!checked || checked.rows === 0)
    return <p className={styles.text}>{targetsWords(pane.state.locale).noProjects}</p>;
  return <Prepared pane={pane} run={checked.run} />;
}

function Prepared({ pane, run }: { readonly pane: Pane; readonly run: Run }): ReactNode {
  const styles = useStepStyles();
  const words = stepsWords(pane.state.locale);
  const [asked, setAsked] = useState<Asked>(null);
  const [view, setView] = useState<"matrix" | "lagging">("matrix");
  const [chosen, setChosen] = useState<string | null>(null);
  const preparation = useSteps(useCallback(() => preparationSteps(run, asked), [run, asked]));
  const lagging = useMemo(() => preparation?.rows.filter(({ lags }) => lags.length > 0) ?? [], [preparation]);
  if (!preparation) {
    return (
      <p role="status" className={styles.text}>
        {words.counting}
      </p>
    );
  }
  if (preparation.keys.length === 0) return <p className={styles.text}>{words.none}</p>;
  const rows = view === "matrix" ? preparation.rows : lagging;
  const open = preparation.rows.find((row) => keyOf(row) === chosen) ?? null;
  return (
    <>
      <div role="group" aria-label={words.views} className={styles.bar}>
        <Toggle size="small" checked={view === "matrix"} onClick={() => setView("matrix")}>
          {words.matrix(preparation.rows.length)}
        </Toggle>
        <Toggle size="small" checked={view === "lagging"} onClick={() => setView("lagging")}>
          {words.lagging(lagging.length)}
        </Toggle>
      </div>
      <WhatIf pane={pane} asked={asked} onAsk={setAsked} />
      <p role="status" className={styles.text}>
        {asked ? words.whatIf(asked.day, goalText(asked.goal, pane), tooLateCount(lagging)) : words.ownDeadlines}
      </p>
      {rows.length === 0 && <p className={styles.text}>{words.noLagging}</p>}
      {view === "matrix" && <Head pane={pane} keys={preparation.keys} />}
      <FixedRows
        label={view === "matrix" ? words.list : words.lagging(lagging.length)}
        className={styles.rows}
        count={rows.length}
        rowHeight={STEP_ROW_HEIGHT}
        current={rows.findIndex((row) => keyOf(row) === chosen)}
        keyOf={(index) => keyOf(rows[index])}
        render={(index) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <Row
              pane={pane}
              row={row}
              view={view}
              isChosen={keyOf(row) === chosen}
              onOpen={() => setChosen(keyOf(row))}
            />
          );
        }}
      />
      {open && (
        <BackSchedule key={chosen} pane={pane} run={run} row={open} asked={asked} onClose={() => setChosen(null)} />
      )}
    </>
  );
}

interface WhatIfProps {
  readonly pane: Pane;
  readonly asked: Asked;
  readonly onAsk: (asked: Asked) => void;
}

function WhatIf({ pane, asked, onAsk }: WhatIfProps): ReactNode {
  const styles = useStepStyles();
  const fields = useFieldStyles();
  const words = stepsWords(pane.state.locale);
  const [day, setDay] = useState("");
  const [goal, setGoal] = useState<"setUp" | "start">("setUp");
  const ask = (nextDay: string, nextGoal: "setUp" | "start"): void => {
    setDay(nextDay);
    setGoal(nextGoal);
    // A half-typed day is no day yet.
    if (/^[12]\d{3}-\d{2}-\d{2}$/.test(nextDay)) onAsk({ day: nextDay, goal: nextGoal });
    else if (nextDay === "") onAsk(null);
  };
  return (
    <div className={styles.bar}>
      <label className={fields.label}>
        {words.deadline}
        <input type="date" className={fields.field} value={day} onChange={({ target }) => ask(target.value, goal)} />
      </label>
      <label className={fields.label}>
        {words.goal}
        <select
          className={fields.field}
          value={goal}
          onChange={({ target }) => ask(day, target.value === "start" ? "start" : "setUp")}
        >
          <option value="setUp">{words.goals.setUp}</option>
          <option value="start">{words.goals.start}</option>
        </select>
      </label>
      {asked && (
        <Button size="small" onClick={() => ask("", goal)}>
          {words.clearDeadline}
        </Button>
      )}
    </div>
  );
}

function Head({ pane, keys }: { readonly pane: Pane; readonly keys: readonly ProcedureKey[] }): ReactNode {
  const styles = useStepStyles();
  const { letters, legend } = stepsWords(pane.state.locale);
  return (
    <>
      <p className={styles.legend}>{legend}</p>
      <div aria-hidden className={styles.headRow}>
        <div className={styles.strip} style={columns(keys.length)}>
          {keys.map((key) => (
            <span key={key} className={mergeClasses(styles.cell, styles.head)} title={stepName(key, pane)}>
              {letters[key]}
            </span>
          ))}
        </div>
      </div>
    </>
  );
}

interface RowProps {
  readonly pane: Pane;
  readonly row: PreparationRow;
  readonly view: "matrix" | "lagging";
  readonly isChosen: boolean;
  readonly onOpen: () => void;
}

function Row({ pane, row, view, isChosen, onOpen }: RowProps): ReactNode {
  const styles = useStepStyles();
  const rows = useRowStyles();
  const words = stepsWords(pane.state.locale);
  const name = row.project.values.name ?? row.project.key;
  return (
    <button
      type="button"
      className={mergeClasses(rows.row, styles.row, isChosen && rows.chosen)}
      aria-pressed={isChosen}
      title={name}
      onClick={onOpen}
    >
      <span className={styles.line}>
        <span className={mergeClasses(rows.fill, rows.twoLines)}>{name}</span>
        <span className={mergeClasses(rows.fixed, row.lags.length > 0 ? rows.error : rows.quiet)}>
          {row.lags.length > 0
            ? words.laggingCount(row.lags.length)
            : words.doneOf(settledCount(row), row.cells.filter(({ state }) => state !== "absent").length)}
        </span>
      </span>
      {view === "matrix" ? (
        <Strip pane={pane} cells={row.cells} />
      ) : (
        <span className={styles.line}>
          <span className={mergeClasses(rows.fill, rows.quiet)}>
            {joined(
              row.lags.map(({ key }) => stepName(key, pane)),
              pane.state.locale,
            )}
          </span>
          <span className={rows.fixed}>{words.person(row.person, row.phone) || words.noPerson}</span>
        </span>
      )}
    </button>
  );
}

/** Signs for the eye, a sentence for whoever hears it. */
function Strip({ pane, cells }: { readonly pane: Pane; readonly cells: readonly StepCell[] }): ReactNode {
  const styles = useStepStyles();
  const hidden = useHiddenStyles();
  const words = stepsWords(pane.state.locale);
  return (
    <>
      <span className={styles.strip} style={columns(cells.length)} aria-hidden>
        {cells.map((cell) => (
          <span
            key={cell.key}
            className={mergeClasses(
              styles.cell,
              cell.state === "done" && styles.done,
              cell.state === "doing" && styles.doing,
              cell.lag !== null && styles.late,
            )}
          >
            {signOf(cell, pane)}
          </span>
        ))}
      </span>
      <span className={hidden.hidden}>
        {cells
          .map(({ key, state, lag }) =>
            [stepName(key, pane), words.states[state], lag ? words.signs[lag] : ""].filter(Boolean).join(" "),
          )
          .join(", ")}
      </span>
    </>
  );
}

function signOf({ state, left, lag }: StepCell, { state: { locale } }: Pane): string {
  if (lag) return stepsWords(locale).signs[lag];
  if (state === "doing" && left !== null) return figureText(left);
  return { done: "✓", doing: "…", todo: "○", exempt: "—", unknown: "·", absent: "" }[state];
}

function columns(count: number): { gridTemplateColumns: string } {
  return { gridTemplateColumns: `repeat(${String(count)}, minmax(0, 28px))` };
}

function settledCount({ cells }: PreparationRow): number {
  return cells.filter(({ state }) => state === "done" || state === "exempt").length;
}

function tooLateCount(rows: readonly PreparationRow[]): number {
  return rows.filter(({ lags }) => lags.some(({ kind }) => kind === "tooLate")).length;
}

/** In a ledger set in two halves two projects stand on one row. */
function keyOf(row: PreparationRow | undefined): string {
  if (!row) return "";
  const { sheet, columns } = row.ledger;
  return [sheet, row.project.row, columns[0]?.column].join("|");
}
