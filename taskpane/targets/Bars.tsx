/** One of the charts of page 目标: how the projects spread over departments, stages, areas or channels, with a table behind it. */
import { Button } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { FigureKey } from "../../src/words/definitions";
import { percentOf, yiOf } from "../../src/words/paneFigures";
import { figureText } from "../../src/words/say";
import { ChartRows } from "../charts/ChartRows";
import { Definition } from "../Definition";
import type { Pane } from "../pane";
import { FigureTable } from "./FigureTable";
import { useTargetStyles } from "./look";
import { named } from "./named";
import { targetsWords } from "../../src/words/paneTargets";

export interface Part {
  readonly name: string;
  readonly count: number;
  /** 万元. */
  readonly wan: number;
}

export type Measure = "count" | "wan";

const FIRST = 8;

interface BarsProps {
  readonly pane: Pane;
  readonly title: string;
  readonly figure: FigureKey;
  readonly parts: readonly Part[];
  readonly measure: Measure;
  /** Steps of one way are a funnel, in the order of the way; all else are bars. */
  readonly shape: "bars" | "funnel";
  readonly onChoose: (name: string) => void;
}

export function Bars({ pane, title, figure, parts, measure, shape, onChoose }: BarsProps): ReactNode {
  const page = useTargetStyles();
  const words = targetsWords(pane.state.locale);
  const [isWhole, setWhole] = useState(false);
  const shownParts = isWhole || shape === "funnel" ? parts : parts.slice(0, FIRST);
  return (
    <section className={page.section} aria-label={title}>
      <h2 className={page.title}>
        <Definition pane={pane} figure={figure} name={title} />
      </h2>
      <ChartRows
        rows={shownParts.map(({ name, count, wan }) => ({
          key: name,
          name: named(name, words),
          value: measure === "count" ? count : yiOf(wan),
          figure: count === 0 ? words.none : words.countAndYi(count, yiOf(wan)),
          isEmpty: count === 0,
        }))}
        kind={measure === "count" ? "count" : "amount"}
        shape={shape}
        tickText={measure === "count" ? figureText : words.yiCell}
        words={words}
        onChoose={onChoose}
      />
      {parts.length > shownParts.length && (
        <Button size="small" onClick={() => setWhole(true)}>
          {words.more(parts.length - shownParts.length)}
        </Button>
      )}
      <Table pane={pane} parts={parts} title={title} />
    </section>
  );
}

function Table({ pane, parts, title }: { pane: Pane; parts: readonly Part[]; title: string }): ReactNode {
  const page = useTargetStyles();
  const words = targetsWords(pane.state.locale);
  const { columns, table, yiCell } = words;
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  return (
    <details>
      <summary className={page.summary}>{table}</summary>
      <FigureTable
        label={title}
        headings={[columns.name, columns.count, columns.yi, columns.share]}
        rows={parts.map(({ name, count, wan }) => ({
          key: name,
          name: named(name, words),
          figures: [figureText(count), yiCell(yiOf(wan)), all === 0 ? "—" : `${figureText(percentOf(count / all))}%`],
        }))}
      />
    </details>
  );
}
