/** A list of rows of one height, of which only those in sight exist once there are many. */
import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { ROW_HEIGHT } from "./look";

/** Below this, all rows exist: search in the page and screen readers work best with what is there. */
const VIRTUAL_FROM = 200;
/** Rows beyond either edge, so that a quick scroll shows no gaps. */
const MARGIN_ROWS = 10;
/** Where nothing has been laid out yet. */
const ASSUMED_HEIGHT = 800;

const useStyles = makeStyles({
  frame: { overflowY: "auto", overflowX: "hidden", position: "relative", minHeight: "0" },
  row: { position: "absolute", left: "0", right: "0" },
  inner: { position: "relative" },
});

export interface FixedRowsProps {
  readonly label: string;
  readonly className?: string;
  readonly count: number;
  readonly rowHeight?: number;
  readonly keyOf: (index: number) => string;
  readonly render: (index: number) => ReactNode;
  /** This row always exists (it may hold the focus) and is brought into sight when it becomes another. */
  readonly current: number;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

export function FixedRows({
  label,
  className,
  count,
  rowHeight = ROW_HEIGHT,
  keyOf,
  render,
  current,
  onKeyDown,
}: FixedRowsProps): ReactNode {
  const styles = useStyles();
  const frame = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ top: 0, height: ASSUMED_HEIGHT });

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    let height = element.clientHeight;
    const look = (): void => {
      // What opens below the list must not hide the row that opened it.
      if (element.clientHeight < height && isInSight(element, current, rowHeight, height)) {
        bringIntoSight(element, current, rowHeight);
      }
      height = element.clientHeight;
      setSight({ top: element.scrollTop, height: height || ASSUMED_HEIGHT });
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [current, rowHeight]);

  useLayoutEffect(() => {
    if (frame.current) bringIntoSight(frame.current, current, rowHeight);
  }, [current, rowHeight]);

  return (
    <div
      ref={frame}
      className={mergeClasses(styles.frame, className)}
      onScroll={(event) => setSight({ ...sight, top: event.currentTarget.scrollTop })}
      onKeyDown={onKeyDown}
    >
      <div role="list" aria-label={label} className={styles.inner} style={{ height: count * rowHeight }}>
        {rowsToShow(count, sight, current, rowHeight).map((index) => (
          <div
            key={keyOf(index)}
            role="listitem"
            aria-setsize={count}
            aria-posinset={index + 1}
            className={styles.row}
            style={{ top: index * rowHeight, height: rowHeight }}
          >
            {render(index)}
          </div>
        ))}
      </div>
    </div>
  );
}

function isInSight(element: HTMLElement, row: number, rowHeight: number, height: number): boolean {
  const top = row * rowHeight - element.scrollTop;
  return row >= 0 && top >= 0 && top + rowHeight <= height;
}

function bringIntoSight(element: HTMLElement, row: number, rowHeight: number): void {
  if (row < 0 || element.clientHeight === 0) return;
  const top = row * rowHeight;
  if (top < element.scrollTop) element.scrollTop = top;
  const bottom = top + rowHeight - element.clientHeight;
  if (bottom > element.scrollTop) element.scrollTop = bottom;
}

function rowsToShow(
  count: number,
  sight: { top: number; height: number },
  current: number,
  rowHeight: number,
): number[] {
  const isVirtual = count > VIRTUAL_FROM;
  const first = isVirtual ? Math.max(0, Math.floor(sight.top / rowHeight) - MARGIN_ROWS) : 0;
  const end = isVirtual ? Math.min(count, Math.ceil((sight.top + sight.height) / rowHeight) + MARGIN_ROWS) : count;
  const rows = Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
  if (current >= 0 && current < first) return [current, ...rows];
  if (current >= end && current < count) return [...rows, current];
  return rows;
}
