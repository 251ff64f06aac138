/** Counts that filter, the way of grouping, and what can be mended by itself. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import type { ReactNode } from "react";
import { countBySeverity, mendable, SEVERITIES, type Item } from "../items";
import { SEVERITY_SIGN, useFieldStyles } from "../look";
import type { GroupBy } from "../notes";
import type { Pane } from "../pane";
import { Toggle } from "../Toggle";

const useStyles = makeStyles({
  filters: {
    display: "flex",
    flexWrap: "wrap",
    flexShrink: 0,
    columnGap: "4px",
    rowGap: "4px",
    paddingLeft: "12px",
    paddingRight: "12px",
    paddingBottom: "8px",
  },
  filter: { minWidth: "0", flexGrow: 1, paddingLeft: "4px", paddingRight: "4px", whiteSpace: "nowrap" },
  second: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    flexShrink: 0,
    columnGap: "8px",
    rowGap: "4px",
    paddingLeft: "12px",
    paddingRight: "12px",
    paddingBottom: "8px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  fixable: { minWidth: "0" },
});

const GROUPINGS: readonly GroupBy[] = ["rule", "project", "column"];

export function Filters({ pane, items }: { readonly pane: Pane; readonly items: readonly Item[] }): ReactNode {
  const styles = useStyles();
  const fields = useFieldStyles();
  const { state, words, dispatch, effects } = pane;
  const counts = countBySeverity(items);
  const safe = mendable(items).length;
  return (
    <>
      <div role="group" aria-label={words.filters} className={styles.filters}>
        {SEVERITIES.map((severity) => (
          <Toggle
            key={severity}
            className={styles.filter}
            checked={state.filter.severities.has(severity)}
            onClick={() => dispatch({ do: "filterBy", severity })}
          >
            <span aria-hidden>{SEVERITY_SIGN[severity]}&nbsp;</span>
            {words.count(words.severity[severity], counts[severity])}
          </Toggle>
        ))}
      </div>
      <div className={styles.second}>
        <select
          className={fields.field}
          aria-label={words.groupBy.label}
          value={state.notes.groupBy}
          onChange={(event) => effects.groupBy(event.target.value as GroupBy)}
        >
          {GROUPINGS.map((grouping) => (
            <option key={grouping} value={grouping}>
              {words.groupBy[grouping]}
            </option>
          ))}
        </select>
        {state.notes.baseline && (
          <Toggle
            className={styles.fixable}
            checked={state.filter.onlyNew}
            onClick={() => dispatch({ do: "filterNew" })}
          >
            {words.onlyNew(items.filter(({ isNew }) => isNew).length)}
          </Toggle>
        )}
        {safe > 0 && (
          <Button
            className={styles.fixable}
            icon={<ChevronRightRegular />}
            iconPosition="after"
            onClick={() => dispatch({ do: "lay", sheetlet: { is: "fixAll", code: null, left: new Set() } })}
          >
            {words.fixable(safe)}
          </Button>
        )}
      </div>
    </>
  );
}
