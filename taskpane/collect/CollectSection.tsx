/** Section 汇总 of page 导出: many departments' files become one workbook and the bureau's figures. */
import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { useRef, useSyncExternalStore, type ChangeEvent, type ReactNode } from "react";
import { collectWords, type CollectWords } from "../../src/words/paneCollect";
import { useMoreStyles } from "../more/look";
import type { Pane } from "../pane";
import { saveFile } from "../saveFile";
import { BesideFields } from "./BesideFields";
import type { CollectFigures, CollectOutcome } from "./collectFiles";
import { collectDesk, type Work } from "./desk";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", columnGap: "8px", rowGap: "8px" },
  hidden: { display: "none" },
  table: { width: "100%", borderCollapse: "collapse", fontVariantNumeric: "tabular-nums" },
  figure: { textAlign: "right", paddingLeft: "8px" },
  name: { textAlign: "left", fontWeight: tokens.fontWeightRegular, overflowWrap: "anywhere" },
  head: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  list: { margin: "0", paddingLeft: "16px", overflowWrap: "anywhere" },
});
/** Rows of the pane's own table; the workbook has all. */
const SHOWN = 20;

export default function CollectSection({ pane }: { readonly pane: Pane }): ReactNode {
  const styles = useMoreStyles();
  const { state, dispatch, effects } = pane;
  const words = collectWords(state.locale);
  const desk = collectDesk(effects.life);
  const { work, beside } = useSyncExternalStore(desk.subscribe, desk.now);

  function begin(files: readonly File[]): void {
    const { locale, asOf, checked } = state;
    desk.begin(files, { pack: checked?.run.options.pack ?? null, asOf, locale }, () =>
      dispatch({ do: "say", notice: { is: "collected" } }),
    );
  }

  return (
    <section>
      <h2 className={styles.title}>{words.title}</h2>
      <p className={styles.quiet}>{words.note}</p>
      {work.is === "reading" ? (
        <Progress work={work} words={words} onStop={desk.stop} />
      ) : (
        <>
          <Picker words={words} onPick={begin} />
          <BesideFields beside={beside} words={words} onPut={desk.put} />
        </>
      )}
      <div role="status">
        {work.is === "nothing" && words.none}
        {work.is === "stopped" && words.stopped(work.done)}
        {work.is === "failed" && words.failed(work.why)}
        {work.is === "done" &&
          words.done(work.outcome.figures.files, work.outcome.figures.count, work.outcome.figures.wan)}
      </div>
      {work.is === "done" && <Outcome outcome={work.outcome} words={words} pane={pane} />}
    </section>
  );
}

interface PickerProps {
  readonly words: CollectWords;
  readonly onPick: (files: readonly File[]) => void;
}

function Picker({ words, onPick }: PickerProps): ReactNode {
  const styles = useStyles();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement | null>(null);
  const take = (event: ChangeEvent<HTMLInputElement>): void => {
    const chosen = [...(event.target.files ?? [])];
    // The same files may be chosen again.
    event.target.value = "";
    if (chosen.length > 0) onPick(chosen);
  };
  const asFolder = (element: HTMLInputElement | null): void => {
    folder.current = element;
    // React knows no property of that name.
    element?.setAttribute("webkitdirectory", "");
  };
  return (
    <div className={styles.row}>
      <Button onClick={() => files.current?.click()}>{words.files}</Button>
      <Button onClick={() => folder.current?.click()}>{words.folder}</Button>
      <input ref={files} type="file" multiple className={styles.hidden} aria-label={words.files} onChange={take} />
      <input ref={asFolder} type="file" multiple className={styles.hidden} aria-label={words.folder} onChange={take} />
    </div>
  );
}

interface ProgressProps {
  readonly work: Extract<Work, { is: "reading" }>;
  readonly words: CollectWords;
  readonly onStop: () => void;
}

function Progress({ work, words, onStop }: ProgressProps): ReactNode {
  const styles = useMoreStyles();
  const { progress, seconds } = work;
  const { done, of, path } = progress;
  const perSecond = done / Math.max(0.001, seconds);
  return (
    <div className={styles.entry}>
      <ProgressBar value={done} max={of} aria-label={words.title} />
      <span>{done === of ? words.finishing : words.progress(done, of)}</span>
      {done > 0 && done < of && (
        <span className={styles.quiet}>
          {words.pace(perSecond.toFixed(1), Math.ceil((of - done) / Math.max(0.01, perSecond)))}
        </span>
      )}
      <span className={styles.quiet}>{path ?? ""}</span>
      <span className={styles.quiet}>{words.leaving}</span>
      <Button onClick={onStop}>{words.stop}</Button>
    </div>
  );
}

interface OutcomeProps {
  readonly outcome: CollectOutcome;
  readonly words: CollectWords;
  readonly pane: Pane;
}

function Outcome({ outcome, words, pane }: OutcomeProps): ReactNode {
  const styles = useMoreStyles();
  const own = useStyles();
  const { figures, made, sheets } = outcome;
  const { effects } = pane;
  return (
    <>
      <div className={styles.entry}>
        <div className={own.row}>
          {made.map((one) => (
            <Button key={one.name} appearance="primary" onClick={() => saveFile(one)}>
              {words.save} {one.name}
            </Button>
          ))}
        </div>
      </div>
      <Figures figures={figures} words={words} />
      {effects.can("addSheet") && (
        <details>
          <summary className={styles.summary}>{words.add}</summary>
          <p className={styles.quiet}>{words.saveNote}</p>
          <div className={own.row}>
            {sheets.map((sheet) => (
              <Button key={sheet.name} onClick={() => effects.addSheet(sheet)}>
                {sheet.name}
              </Button>
            ))}
          </div>
        </details>
      )}
    </>
  );
}

function Figures({ figures, words }: { readonly figures: CollectFigures; readonly words: CollectWords }): ReactNode {
  const styles = useMoreStyles();
  const own = useStyles();
  const { target, unread, without, departments } = figures;
  return (
    <>
      {target && (
        <p className={styles.text}>
          {target.isTold
            ? words.targetLine(
                words.target(target.name, target.by, target.added.count, target.added.wan),
                target.gap.count > 0 || target.gap.wan > 0
                  ? words.gap(target.gap.count, target.gap.wan, target.workdaysLeft)
                  : words.reached,
              )
            : words.notDated(target.name, target.by)}
        </p>
      )}
      <p className={styles.text}>{words.fitting(figures.fitting, figures.count)}</p>
      <p className={styles.text}>{words.faults(figures.errors, figures.doubles, figures.conflicts)}</p>
      {without.length > 0 && <p className={styles.text}>{words.without(without)}</p>}
      {unread.length > 0 && (
        <details open>
          <summary className={styles.summary}>{words.unread(unread.length)}</summary>
          <ul className={own.list}>
            {unread.map(({ path, why }) => (
              <li key={path}>{why}</li>
            ))}
          </ul>
        </details>
      )}
      <table className={own.table}>
        <caption className={styles.quiet}>{words.departments}</caption>
        <thead>
          <tr className={own.head}>
            <th scope="col" className={own.name}>
              {words.department}
            </th>
            <th scope="col" className={own.figure}>
              {words.count}
            </th>
            <th scope="col" className={own.figure}>
              {words.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {departments.slice(0, SHOWN).map(({ name, count, wan }) => (
            <tr key={name}>
              <th scope="row" className={own.name}>
                {name}
              </th>
              <td className={own.figure}>{count}</td>
              <td className={own.figure}>{words.amountOf(wan)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {departments.length > SHOWN && <p className={styles.quiet}>{words.more(departments.length - SHOWN)}</p>}
    </>
  );
}
