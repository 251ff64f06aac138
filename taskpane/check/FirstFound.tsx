/** The first findings of a check that has not come to its end: each leads to its cell, and is the one that stands open when the check ends. */
import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { ruleTitle } from "../../src/words/finding";
import { firstItems, placeOf } from "../items";
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
        {firstItems(found.first).map((item) => {
          const { code, severity, project } = item.finding;
          const isChosen = state.chosen?.key === item.key;
          return (
            <li key={item.key}>
              <button
                type="button"
                className={mergeClasses(rows.row, isChosen && rows.chosen)}
                aria-current={isChosen ? "true" : undefined}
                onClick={() => effects.open(item)}
              >
                <span className={rows[severity]} aria-label={words.severity[severity]} role="img">
                  {SEVERITY_SIGN[severity]}
                </span>
                <span className={rows.fixed}>{placeOf(item)?.at}</span>
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
