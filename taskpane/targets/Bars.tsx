/**
 * A list of bars, each a button that opens its rows, with the figures as a table behind it. Our own: @fluentui/react-charts
 * 9.3.25 makes the pane 252 KB (gzip) larger for its HorizontalBarChart alone, and these are a hundred lines.
 */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { FigureKey } from "../../src/words/definitions";
import { figure as shown, percentOf, yiOf } from "../../src/words/paneFigures";
import { Definition } from "../Definition";
import { useHiddenStyles, useRowStyles } from "../look";
import type { Pane } from "../pane";
import { FigureTable } from "./FigureTable";
import { useTargetStyles } from "./look";
import { targetsWords } from "../../src/words/paneTargets";

export interface Part {
  readonly name: string;
  readonly count: number;
  /** 万元. */
  readonly wan: number;
}

export type Measure = "count" | "wan";

const FIRST = 8;

const useStyles = makeStyles({
  list: { margin: "0", paddingLeft: "0", listStyleType: "none" },
  row: {
    flexDirection: "column",
    alignItems: "stretch",
    justifyContent: "center",
    rowGap: "2px",
    paddingLeft: "0",
    paddingRight: "0",
    height: "auto",
    minHeight: "40px",
    paddingTop: "4px",
    paddingBottom: "4px",
  },
  plain: { cursor: "default", ":hover": { backgroundColor: tokens.colorNeutralBackground1 } },
  line: { display: "flex", columnGap: "8px", minWidth: "0" },
  track: { height: "8px", backgroundColor: tokens.colorNeutralBackground4 },
  bar: {
    height: "8px",
    minWidth: "2px",
    backgroundColor: tokens.colorBrandBackground,
    // A contrast theme takes backgrounds away, and with them the bar.
    "@media (forced-colors: active)": { backgroundColor: "Highlight", forcedColorAdjust: "none" },
  },
});

interface BarsProps {
  readonly pane: Pane;
  readonly title: string;
  readonly figure: FigureKey;
  readonly parts: readonly Part[];
  readonly measure: Measure;
  readonly onChoose: (name: string) => void;
}

export function Bars({ pane, title, figure, parts, measure, onChoose }: BarsProps): ReactNode {
  const page = useTargetStyles();
  const styles = useStyles();
  const [isWhole, setWhole] = useState(false);
  const most = Math.max(1, ...parts.map((part) => part[measure]));
  const shownParts = isWhole ? parts : parts.slice(0, FIRST);
  return (
    <section className={page.section} aria-label={title}>
      <h2 className={page.title}>
        <Definition pane={pane} figure={figure} name={title} />
      </h2>
      <ul className={styles.list}>
        {shownParts.map((part) => (
          <li key={part.name}>
            <Bar pane={pane} part={part} share={part[measure] / most} onChoose={onChoose} />
          </li>
        ))}
      </ul>
      {parts.length > shownParts.length && (
        <Button size="small" onClick={() => setWhole(true)}>
          {targetsWords(pane.state.locale).more(parts.length - shownParts.length)}
        </Button>
      )}
      <Table pane={pane} parts={parts} title={title} />
    </section>
  );
}

interface BarProps {
  readonly pane: Pane;
  readonly part: Part;
  readonly share: number;
  readonly onChoose: (name: string) => void;
}

function Bar({ pane, part, share, onChoose }: BarProps): ReactNode {
  const styles = useStyles();
  const rows = useRowStyles();
  const hidden = useHiddenStyles();
  const words = targetsWords(pane.state.locale);
  const { name, count, wan } = part;
  const inside = (
    <>
      <span className={styles.line}>
        <span className={rows.fill}>{name}</span>
        <span className={hidden.hidden}>{words.colon}</span>
        <span className={mergeClasses(rows.fixed, count === 0 && rows.quiet)}>
          {count === 0 ? words.none : words.countAndYi(count, yiOf(wan))}
        </span>
      </span>
      <span className={styles.track}>
        {count > 0 && <span className={styles.bar} style={{ display: "block", width: `${String(share * 100)}%` }} />}
      </span>
    </>
  );
  // Nothing lies behind a bar of nothing.
  if (count === 0) return <div className={mergeClasses(rows.row, styles.row, styles.plain)}>{inside}</div>;
  return (
    <button
      type="button"
      className={mergeClasses(rows.row, styles.row)}
      title={words.showRows(name)}
      onClick={() => onChoose(name)}
    >
      {inside}
    </button>
  );
}

function Table({ pane, parts, title }: { pane: Pane; parts: readonly Part[]; title: string }): ReactNode {
  const page = useTargetStyles();
  const { columns, table, yiCell } = targetsWords(pane.state.locale);
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  return (
    <details>
      <summary className={page.summary}>{table}</summary>
      <FigureTable
        label={title}
        headings={[columns.name, columns.count, columns.yi, columns.share]}
        rows={parts.map(({ name, count, wan }) => ({
          key: name,
          name,
          figures: [shown(count), yiCell(yiOf(wan)), all === 0 ? "—" : `${shown(percentOf(count / all))}%`],
        }))}
      />
    </details>
  );
}
