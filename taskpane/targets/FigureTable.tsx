/** A small table of figures: a name and a few numbers a row, narrow enough for the pane. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  table: { borderCollapse: "collapse", width: "100%", fontSize: tokens.fontSizeBase200, tableLayout: "fixed" },
  name: {
    width: "34%",
    textAlign: "left",
    fontWeight: tokens.fontWeightRegular,
    paddingTop: "4px",
    paddingBottom: "4px",
  },
  aside: { display: "block", color: tokens.colorNeutralForeground2 },
  cell: { textAlign: "right", fontVariantNumeric: "tabular-nums", verticalAlign: "bottom", paddingBottom: "4px" },
  unit: { display: "inline-block", whiteSpace: "nowrap" },
  head: { fontWeight: tokens.fontWeightSemibold, verticalAlign: "bottom" },
});

export interface FigureRow {
  readonly key: string;
  readonly name: string;
  /** Under the name, each on its line. */
  readonly asides?: readonly string[];
  readonly figures: readonly string[];
}

interface FigureTableProps {
  readonly label: string;
  /** Of the names, then of the figures. */
  readonly headings: readonly [string, ...string[]];
  readonly rows: readonly FigureRow[];
}

export function FigureTable({ label, headings: [first, ...others], rows }: FigureTableProps): ReactNode {
  const styles = useStyles();
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.name, styles.head)}>
            {first}
          </th>
          {others.map((heading) => (
            <th key={heading} scope="col" className={mergeClasses(styles.cell, styles.head)}>
              {unitKept(heading, styles.unit)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, asides = [], figures }) => (
          <tr key={key}>
            <th scope="row" className={styles.name}>
              {name}
              {asides.map((aside) => (
                <span key={aside} className={styles.aside}>
                  {aside}
                </span>
              ))}
            </th>
            {figures.map((figure, at) => (
              <td key={others[at]} className={styles.cell}>
                {figure}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** 「总投资（亿元）」 breaks before its unit and not inside it. */
function unitKept(heading: string, unit: string): ReactNode {
  const [words, behind] = heading.split(/(?=[（(])/);
  return behind === undefined ? (
    heading
  ) : (
    <>
      {words}
      <span className={unit}>{behind}</span>
    </>
  );
}
