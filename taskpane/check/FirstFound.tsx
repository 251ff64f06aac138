/** The first findings of a check that has not come to its end: each leads to its cell. */
import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { ruleTitle } from "../../src/words/finding";
import { SEVERITY_SIGN, useRowStyles } from "../look";
import type { Pane } from "../pane";

const useStyles = makeStyles({
  text: { margin: "0", paddingLeft: "12px", paddingRight: "12px" },
  list: { margin: "0", paddingLeft: "0", listStyleType: "none" },
});

export function FirstFound({ pane }: { readonly pane: Pane }): ReactNode {
  const styles = useStyles();
  const rows = useRowStyles();
  const { state, words, effects } = pane;
  const found = state.work.is === "checking" ? state.work.found : null;
  if (!found || found.first.length === 0) return null;
  return (
    <>
      <p className={styles.text}>{words.work.found(found.count)}</p>
      <ul className={styles.list}>
        {found.first.map(({ id, code, severity, sheet, cells, project }) => {
          const at = cells[0];
          return (
            <li key={`${id}|${String(at)}`}>
              <button
                type="button"
                className={rows.row}
                onClick={() => (sheet !== null && at !== undefined ? effects.jump({ sheet, at }) : undefined)}
              >
                <span className={rows[severity]} aria-label={words.severity[severity]} role="img">
                  {SEVERITY_SIGN[severity]}
                </span>
                <span className={rows.fixed}>{at}</span>
                <span className={mergeClasses(rows.fill, rows.twoLines)}>
                  {[ruleTitle(code, state.locale), project].filter(Boolean).join(" · ")}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
