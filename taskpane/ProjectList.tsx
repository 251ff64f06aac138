/** The projects behind a figure, below the page: each row leads to its cell. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactNode } from "react";
import { FixedRows } from "./FixedRows";
import { useRowStyles } from "./look";
import type { Pane } from "./pane";
import type { ProjectRow } from "./projectRow";
import { usePanel } from "./usePanel";
import { targetsWords } from "../src/words/paneTargets";

const useStyles = makeStyles({
  panel: {
    flexShrink: 0,
    height: "45%",
    minHeight: "120px",
    display: "flex",
    flexDirection: "column",
    borderTop: `2px solid ${tokens.colorNeutralStroke1}`,
    outlineStyle: "none",
  },
  head: {
    display: "flex",
    alignItems: "center",
    columnGap: "8px",
    paddingTop: "4px",
    paddingBottom: "4px",
    paddingLeft: "12px",
    paddingRight: "4px",
  },
  title: { margin: "0", flexGrow: 1, minWidth: "0", fontSize: tokens.fontSizeBase300 },
  rows: { flexGrow: 1 },
});

interface ProjectListProps {
  readonly pane: Pane;
  readonly title: string;
  readonly rows: readonly ProjectRow[];
  /** What stands at the end of a row. */
  readonly noteOf: (row: ProjectRow) => string;
  readonly onClose: () => void;
}

export function ProjectList({ pane, title, rows, noteOf, onClose }: ProjectListProps): ReactNode {
  const styles = useStyles();
  const look = useRowStyles();
  const panel = usePanel(onClose);
  return (
    <section {...panel} tabIndex={-1} aria-label={title} className={styles.panel}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={targetsWords(pane.state.locale).closeRows}
          onClick={onClose}
        />
      </div>
      <FixedRows
        label={title}
        className={styles.rows}
        count={rows.length}
        current={-1}
        keyOf={(index) => keyOf(rows[index])}
        render={(index) => {
          const row = rows[index];
          if (!row) return null;
          const name = row.project.values.name ?? row.project.key;
          return (
            <button type="button" className={look.row} title={name} onClick={() => pane.effects.jump(row.at)}>
              <span className={mergeClasses(look.fixed, look.quiet)}>{row.at.at}</span>
              <span className={look.fill}>{name}</span>
              <span className={look.fixed}>{noteOf(row)}</span>
            </button>
          );
        }}
      />
    </section>
  );
}

function keyOf(row: ProjectRow | undefined): string {
  return row ? `${row.at.sheet}|${row.at.at}` : "";
}
