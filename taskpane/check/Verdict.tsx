/** The one line that a clerk came for: can it be submitted, and if not, how many errors. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { DismissCircleFilled } from "@fluentui/react-icons/svg/dismiss-circle";
import { InfoRegular } from "@fluentui/react-icons/svg/info";
import type { ReactNode } from "react";
import type { PaneWords } from "../../src/words/pane";
import { countBySeverity } from "../items";
import type { PaneState } from "../state";

const useStyles = makeStyles({
  line: {
    display: "flex",
    alignItems: "flex-start",
    flexShrink: 0,
    columnGap: "8px",
    paddingLeft: "12px",
    paddingRight: "12px",
    paddingBottom: "8px",
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase400,
  },
  text: { minWidth: "0" },
  sign: { fontSize: "20px", flexShrink: 0, marginTop: "1px" },
  cannot: { color: tokens.colorPaletteRedForeground1 },
  can: { color: tokens.colorPaletteGreenForeground1 },
  open: { color: tokens.colorNeutralForeground2 },
  waived: {
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
});

type Tone = "cannot" | "can" | "open";
const SIGNS = { cannot: DismissCircleFilled, can: CheckmarkCircleFilled, open: InfoRegular } as const;

export function Verdict({ state, words }: { readonly state: PaneState; readonly words: PaneWords }): ReactNode {
  const styles = useStyles();
  const { tone, text } = verdictOf(state, words);
  const waived = state.checked?.run.result.waived.length ?? 0;
  const Sign = SIGNS[tone];
  return (
    <div role="status" className={mergeClasses(styles.line, styles[tone])}>
      <Sign aria-hidden className={styles.sign} />
      <span className={styles.text}>
        {text}
        {waived > 0 && <span className={styles.waived}> {words.verdict.waived(waived)}</span>}
      </span>
    </div>
  );
}

function verdictOf({ checked, work }: PaneState, { verdict }: PaneWords): { tone: Tone; text: string } {
  if (!checked) return { tone: "open", text: work.is === "none" ? verdict.unchecked : verdict.checking };
  if (!checked.run.ledgers.some(({ role }) => role === "projects")) return { tone: "open", text: verdict.noLedger };
  const isEmpty = checked.rows === 0;
  const { error, warning, hint } = countBySeverity(checked.items);
  if (error > 0) return { tone: "cannot", text: verdict.cannot(error) };
  if (isEmpty && checked.run.ledgers.some(({ reportsNone }) => reportsNone))
    return { tone: "can", text: verdict.reportsNone };
  if (isEmpty) return { tone: "open", text: verdict.noProjects };
  // Rules about a column that nobody has settled have not been asked.
  const unsettled = checked.run.ledgers.reduce((sum, { questions }) => sum + questions.length, 0);
  if (unsettled > 0) return { tone: "open", text: verdict.unsettled(unsettled) };
  return { tone: "can", text: warning + hint > 0 ? verdict.canWith(warning + hint) : verdict.can };
}
