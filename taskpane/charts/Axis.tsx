/** The round values of a scale, written where they lie. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Scale } from "./marks";

const useStyles = makeStyles({
  axis: {
    position: "relative",
    height: "16px",
    lineHeight: "16px",
    fontSize: tokens.fontSizeBase100,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  label: { position: "absolute", top: "0", transform: "translateX(-50%)", whiteSpace: "nowrap" },
  first: { transform: "none" },
  last: { transform: "translateX(-100%)" },
});

/** Nearer to an end than this, a label is set flush with it. */
const NEAR = 8;

interface AxisProps {
  readonly scale: Scale;
  readonly textOf: (value: number) => string;
}

/** For eyes alone: readers hear every figure where it belongs. Nothing where rounding makes two labels one. */
export function Axis({ scale, textOf }: AxisProps): ReactNode {
  const styles = useStyles();
  const labels = scale.ticks.map((value) => ({ text: textOf(value), x: scale.at(value) }));
  if (new Set(labels.map(({ text }) => text)).size < labels.length) return null;
  return (
    <div className={styles.axis} aria-hidden>
      {labels.map(({ text, x }) => (
        <span
          key={x}
          className={mergeClasses(styles.label, x < NEAR && styles.first, x > 100 - NEAR && styles.last)}
          style={{ left: `${String(x)}%` }}
        >
          {text}
        </span>
      ))}
    </div>
  );
}
