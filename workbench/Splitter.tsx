/** The line between sheet and pane: dragged, or moved by the arrow keys. */
import { useState } from "react";

const LEAST = 270;
const USUAL = 320;
const MOST = 500;
const STEP = 10;
const KEPT = "ledger-check pane width";

export interface SplitterProps {
  readonly width: number;
  readonly label: string;
  readonly onWidth: (width: number) => void;
}

export function Splitter({ width, label, onWidth }: SplitterProps) {
  return (
    <div
      className="workbench-splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      aria-valuenow={width}
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key === "ArrowLeft") onWidth(width + STEP);
        if (event.key === "ArrowRight") onWidth(width - STEP);
      }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) onWidth(window.innerWidth - event.clientX);
      }}
      onDoubleClick={() => onWidth(USUAL)}
    />
  );
}

/** Remembered for the next time. */
export function usePaneWidth(): [number, (width: number) => void] {
  const [width, setWidth] = useState(() => within(Number(localStorage.getItem(KEPT) ?? USUAL) || USUAL));
  const change = (wanted: number) => {
    const next = within(wanted);
    localStorage.setItem(KEPT, String(next));
    setWidth(next);
  };
  return [width, change];
}

function within(width: number): number {
  return Math.min(MOST, Math.max(LEAST, Math.round(width)));
}
