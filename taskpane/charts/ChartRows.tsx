/** The rows of a chart: a name, its figure in words and its mark; each that holds something is a button that opens what lies behind. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useHiddenStyles, useRowStyles } from "../look";
import { Axis } from "./Axis";
import { amountScale, BarMark, FunnelMark } from "./marks";

export interface ChartRow {
  readonly key: string;
  readonly name: string;
  /** In the unit that the axis shows. */
  readonly value: number;
  /** What a reader hears and an eye reads beside the name. */
  readonly figure: string;
  /** Nothing lies behind a bar of nothing. */
  readonly isEmpty: boolean;
}

interface ChartRowsProps {
  readonly rows: readonly ChartRow[];
  readonly kind: "count" | "amount";
  readonly shape: "bars" | "funnel";
  /** The end of the scale, where it is not the largest value. */
  readonly most?: number;
  readonly tickText: (value: number) => string;
  readonly words: { readonly colon: string; readonly showRows: (name: string) => string };
  readonly onChoose: (key: string) => void;
}

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
  // Parts of a funnel touch, so that they are one.
  part: { flexDirection: "row-reverse", columnGap: "12px", paddingTop: "0", paddingBottom: "0", minHeight: "44px" },
  plain: { cursor: "default", ":hover": { backgroundColor: tokens.colorNeutralBackground1 } },
  // A name that is too long for its line takes another: nobody knows an area by its first half.
  text: { display: "flex", flexWrap: "wrap", columnGap: "8px", minWidth: "0", justifyContent: "space-between" },
  partText: {
    flexGrow: 1,
    flexDirection: "column",
    flexWrap: "nowrap",
    justifyContent: "center",
    paddingTop: "4px",
    paddingBottom: "4px",
    lineHeight: tokens.lineHeightBase200,
  },
  mark: { display: "block" },
  partMark: { width: "38%", maxWidth: "140px", flexShrink: 0 },
  name: { minWidth: "0", overflowWrap: "anywhere" },
  figure: { fontVariantNumeric: "tabular-nums" },
});

export function ChartRows({ rows, kind, shape, most, tickText, words, onChoose }: ChartRowsProps): ReactNode {
  const styles = useStyles();
  const largest = most ?? Math.max(0, ...rows.map(({ value }) => value));
  const scale = amountScale(largest, kind);
  return (
    <>
      {shape === "bars" && <Axis scale={scale} textOf={tickText} />}
      <ul className={styles.list}>
        {rows.map((row, at) => (
          <li key={row.key}>
            <Row row={row} shape={shape} words={words} onChoose={onChoose}>
              {shape === "bars" ? (
                <BarMark scale={scale} value={row.value} />
              ) : (
                <FunnelMark value={row.value} next={(rows[at + 1] ?? row).value} most={Math.max(1, largest)} />
              )}
            </Row>
          </li>
        ))}
      </ul>
    </>
  );
}

interface RowProps extends Pick<ChartRowsProps, "shape" | "words" | "onChoose"> {
  readonly row: ChartRow;
  readonly children: ReactNode;
}

function Row({ row: { key, name, figure, isEmpty }, shape, words, onChoose, children }: RowProps): ReactNode {
  const styles = useStyles();
  const rows = useRowStyles();
  const hidden = useHiddenStyles();
  const isPart = shape === "funnel";
  const text = (
    <span className={mergeClasses(styles.text, isPart && styles.partText)}>
      <span className={styles.name}>{name}</span>
      <span className={hidden.hidden}>{words.colon}</span>
      <span className={mergeClasses(styles.figure, isEmpty && rows.quiet)}>{figure}</span>
    </span>
  );
  const look = mergeClasses(rows.row, styles.row, isPart && styles.part, isEmpty && styles.plain);
  const inside = (
    <>
      {text}
      <span className={mergeClasses(styles.mark, isPart && styles.partMark)}>{children}</span>
    </>
  );
  if (isEmpty) return <div className={look}>{inside}</div>;
  return (
    <button type="button" className={look} title={words.showRows(name)} onClick={() => onChoose(key)}>
      {inside}
    </button>
  );
}
