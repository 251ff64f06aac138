/**
 * What charts are drawn of: bars, parts of a funnel, spans of time, and their scales. The only file that knows the library
 * that draws (visx): shapes that fill whatever place they get, no text, nothing for readers; what they show is said beside them.
 */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { scaleLinear, scaleUtc } from "@visx/scale";
import { Bar, Line, Polygon } from "@visx/shape";
import type { ReactNode } from "react";

/** Places are per cent of the width, so that nothing has to be measured. */
const WIDTH = 100;
/** What is not nothing is never invisible. */
const LEAST = 1;

export interface Scale {
  /** Round values, from the first to the last that is drawn. */
  readonly ticks: readonly number[];
  readonly at: (value: number) => number;
}

/** From nothing to a round number that the largest value fits under; counts are whole. */
export function amountScale(most: number, kind: "count" | "amount"): Scale {
  const wanted = kind === "count" ? Math.min(4, Math.max(1, most)) : 4;
  const scale = scaleLinear<number>({ domain: [0, most > 0 ? most : 1], range: [0, WIDTH] }).nice(wanted);
  return { ticks: scale.ticks(wanted), at: (value) => scale(value) };
}

/** From nothing to all; more than all is all. */
export const SHARE: Scale = {
  ticks: [],
  at: scaleLinear<number>({ domain: [0, 1], range: [0, WIDTH], clamp: true }),
};

/** Days as milliseconds of UTC; ticks are days, weeks, months or years, whatever the length asks for. */
export function dayScale(first: number, last: number): Scale {
  const scale = scaleUtc<number>({ domain: [first, Math.max(last, first + 1)], range: [0, WIDTH], clamp: true });
  return { ticks: scale.ticks(3).map(Number), at: (value) => scale(value) };
}

const useStyles = makeStyles({
  plot: { display: "block", width: "100%", overflowX: "visible", overflowY: "visible" },
  /** A contrast theme's own colours: Chromium leaves those of drawings as they are. */
  ground: {
    fill: tokens.colorNeutralBackground4,
    "@media (forced-colors: active)": { fill: "Canvas", stroke: "CanvasText", strokeWidth: "1px" },
  },
  tick: { stroke: tokens.colorNeutralStroke1, "@media (forced-colors: active)": { stroke: "CanvasText" } },
  value: {
    fill: tokens.colorCompoundBrandBackground,
    "@media (forced-colors: active)": { fill: "Highlight" },
  },
  edge: {
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: "2px",
    "@media (forced-colors: active)": { stroke: "Canvas" },
  },
  /** Hollow where colours are few: red alone would be no sign. */
  late: {
    fill: tokens.colorPaletteRedForeground1,
    "@media (forced-colors: active)": { fill: "Canvas", stroke: "CanvasText", strokeWidth: "2px" },
  },
  today: {
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: "2px",
    "@media (forced-colors: active)": { stroke: "CanvasText" },
  },
});

/** Strokes keep their width however far the drawing is stretched. */
const STEADY = { vectorEffect: "non-scaling-stroke" } as const;

interface PlotProps {
  readonly height: number | "100%";
  /** In the drawing's own units. */
  readonly depth: number;
  readonly children: ReactNode;
}

function Plot({ height, depth, children }: PlotProps): ReactNode {
  const { plot } = useStyles();
  return (
    <svg
      className={plot}
      style={{ height }}
      viewBox={`0 0 ${String(WIDTH)} ${String(depth)}`}
      preserveAspectRatio="none"
      aria-hidden
      focusable={false}
    >
      {children}
    </svg>
  );
}

const BAR_HEIGHT = 10;

interface BarMarkProps {
  readonly scale: Scale;
  readonly value: number;
}

/** A value on its scale. */
export function BarMark({ scale, value }: BarMarkProps): ReactNode {
  const styles = useStyles();
  return (
    <Plot height={BAR_HEIGHT} depth={BAR_HEIGHT}>
      <Bar {...STEADY} className={styles.ground} width={WIDTH} height={BAR_HEIGHT} />
      <Ticks scale={scale} depth={BAR_HEIGHT} />
      {value > 0 && <Bar className={styles.value} width={Math.max(LEAST, scale.at(value))} height={BAR_HEIGHT} />}
    </Plot>
  );
}

interface FunnelMarkProps {
  readonly value: number;
  /** The value of the part below; the last one ends as wide as it is. */
  readonly next: number;
  readonly most: number;
}

const FUNNEL_DEPTH = 40;

/** One part of a funnel, as wide above as its value and below as the next one's; parts lie one upon another. */
export function FunnelMark({ value, next, most }: FunnelMarkProps): ReactNode {
  const styles = useStyles();
  if (value <= 0) return null;
  const scale = scaleLinear<number>({ domain: [0, most], range: [0, WIDTH / 2] });
  const half = (amount: number): number => (amount > 0 ? Math.max(LEAST / 2, scale(amount)) : 0);
  const [above, below, middle] = [half(value), half(next), WIDTH / 2];
  return (
    <Plot height="100%" depth={FUNNEL_DEPTH}>
      <Polygon
        {...STEADY}
        className={mergeClasses(styles.value, styles.edge)}
        points={[
          [middle - above, 0],
          [middle + above, 0],
          [middle + below, FUNNEL_DEPTH],
          [middle - below, FUNNEL_DEPTH],
        ]}
      />
    </Plot>
  );
}

interface SpanMarkProps {
  readonly scale: Scale;
  readonly from: number;
  readonly to: number;
  readonly today: number;
  readonly isLate: boolean;
}

/** A stretch of days, with the day that it is. */
export function SpanMark({ scale, from, to, today, isLate }: SpanMarkProps): ReactNode {
  const styles = useStyles();
  const start = Math.min(scale.at(from), WIDTH - LEAST);
  const shown = isLate ? styles.late : styles.value;
  return (
    <Plot height={BAR_HEIGHT} depth={BAR_HEIGHT}>
      <Bar {...STEADY} className={styles.ground} width={WIDTH} height={BAR_HEIGHT} />
      <Ticks scale={scale} depth={BAR_HEIGHT} />
      <Bar {...STEADY} className={shown} x={start} width={Math.max(LEAST, scale.at(to) - start)} height={BAR_HEIGHT} />
      <Line
        {...STEADY}
        className={styles.today}
        from={{ x: scale.at(today), y: -2 }}
        to={{ x: scale.at(today), y: BAR_HEIGHT + 2 }}
      />
    </Plot>
  );
}

function Ticks({ scale, depth }: { readonly scale: Scale; readonly depth: number }): ReactNode {
  const { tick } = useStyles();
  return scale.ticks
    .map((value) => scale.at(value))
    .filter((x) => x > 0 && x < WIDTH)
    .map((x) => <Line key={x} {...STEADY} className={tick} from={{ x, y: 0 }} to={{ x, y: depth }} />);
}
