/** How far the reserve is from its target: number and amount, what is missing, the days left, the pace, the forecast. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { NOT_STATED } from "../../src/reserve/place";
import type { ReserveNumbers } from "../../src/reserve/reserve";
import type { FigureKey } from "../../src/words/definitions";
import { percentOf, yiOf } from "../../src/words/paneFigures";
import { BarMark, SHARE } from "../charts/marks";
import { Definition } from "../Definition";
import { useRowStyles } from "../look";
import type { Pane } from "../pane";
import { useTargetStyles } from "./look";
import { targetsWords } from "../../src/words/paneTargets";

const useStyles = makeStyles({
  meters: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(112px, 1fr))",
    columnGap: "16px",
    rowGap: "8px",
  },
  value: {
    marginTop: "0",
    marginBottom: "4px",
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    justifyContent: "space-between",
    columnGap: "8px",
    paddingTop: "4px",
    paddingBottom: "4px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  lines: { marginTop: "8px" },
  aside: { marginTop: "8px", marginBottom: "0", color: tokens.colorNeutralForeground2 },
  figure: { fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightSemibold },
});

interface HeadlineProps {
  readonly pane: Pane;
  readonly numbers: ReserveNumbers;
  readonly total: number;
  /** Projects without the day on which they entered: they cannot count as added. */
  readonly notDated: number;
  readonly onShowAdded: () => void;
  readonly onShowFitting: () => void;
}

export function Headline({ pane, numbers, total, notDated, onShowAdded, onShowFitting }: HeadlineProps): ReactNode {
  const page = useTargetStyles();
  const styles = useStyles();
  const words = targetsWords(pane.state.locale);
  const { added, target, gap, workdaysLeft, pace, forecast, fit } = numbers;
  const only = onlyDepartment(numbers);
  return (
    <section className={page.section} aria-label={words.addedCount}>
      {target ? (
        <div className={styles.meters}>
          <Meter
            pane={pane}
            name={words.addedCount}
            text={words.countAndTarget(added.count, target.count)}
            share={target.count === 0 ? 1 : added.count / target.count}
          />
          <Meter
            pane={pane}
            name={words.addedYi}
            text={words.yiAndTarget(yiOf(added.wan), yiOf(target.wan))}
            share={target.wan === 0 ? 1 : added.wan / target.wan}
          />
        </div>
      ) : (
        <p className={page.text}>{words.noTarget(pane.state.checked?.run.options.asOf ?? "")}</p>
      )}
      {notDated > 0 && <p className={styles.aside}>{words.notDated(notDated)}</p>}
      {target && only !== null && <p className={styles.aside}>{words.countyTarget(only)}</p>}
      <div className={styles.lines}>
        <Line pane={pane} figure="added" onShow={onShowAdded}>
          {words.countAndYi(added.count, yiOf(added.wan))}
        </Line>
        {target && gap && (
          <>
            <Line pane={pane} figure="gap" name={words.gap}>
              {gap.count === 0 && gap.wan === 0 ? words.reached : words.gapOf(gap.count, yiOf(gap.wan))}
            </Line>
            <Line pane={pane} figure="workdaysLeft">
              {daysText(workdaysLeft, target.by, pane)}
            </Line>
          </>
        )}
        {pace && (
          <Line pane={pane} figure="pace">
            {words.countAndYi(enough(pace.count), enough(pace.wan / 1e4))}
          </Line>
        )}
        {target && forecast && <Forecast pane={pane} forecast={forecast} target={target} />}
        {fit && (
          <Line pane={pane} figure="fit" onShow={onShowFitting}>
            {words.share(fit.count, total, percentOf(fit.share))}
          </Line>
        )}
      </div>
    </section>
  );
}

/** The one department of a ledger that holds no other's projects; the targets that ship are the county's. */
function onlyDepartment({ byDepartment }: ReserveNumbers): string | null {
  const [first, second] = byDepartment.filter(({ count }) => count > 0);
  return first && !second && first.department !== NOT_STATED ? first.department : null;
}

interface MeterProps {
  readonly pane: Pane;
  readonly name: string;
  readonly text: string;
  readonly share: number;
}

/** The figure says all that the bar shows. */
function Meter({ pane, name, text, share }: MeterProps): ReactNode {
  const styles = useStyles();
  return (
    <div>
      <Definition pane={pane} figure="added" name={name} />
      <p className={styles.value}>{text}</p>
      <BarMark scale={SHARE} value={share} />
    </div>
  );
}

interface LineProps {
  readonly pane: Pane;
  readonly figure: FigureKey;
  readonly name?: string;
  /** Shows the projects behind the figure. */
  readonly onShow?: () => void;
  readonly children: ReactNode;
}

function Line({ pane, figure, name, onShow, children }: LineProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.line}>
      <Definition pane={pane} figure={figure} {...(name === undefined ? {} : { name })} />
      {onShow ? (
        <Button className={styles.figure} size="small" onClick={onShow}>
          {children}
        </Button>
      ) : (
        <span className={styles.figure}>{children}</span>
      )}
    </div>
  );
}

function Forecast({
  pane,
  forecast,
  target,
}: {
  readonly pane: Pane;
  readonly forecast: { readonly count: number; readonly wan: number };
  readonly target: { readonly count: number; readonly wan: number };
}): ReactNode {
  const rows = useRowStyles();
  const page = useTargetStyles();
  const words = targetsWords(pane.state.locale);
  const meets = forecast.count >= target.count && forecast.wan >= target.wan;
  return (
    <>
      <Line pane={pane} figure="forecast">
        {words.countAndYi(forecast.count, yiOf(forecast.wan))}
      </Line>
      <p className={mergeClasses(page.text, !meets && rows.error)}>
        {meets ? words.forecastMeets : `✕ ${words.forecastMisses}`}
      </p>
    </>
  );
}

function daysText(days: number | null, by: string, { state }: Pane): string {
  const words = targetsWords(state.locale);
  if (days === null) return words.daysUnknown(by);
  const isPast = by < (state.checked?.run.options.asOf ?? state.asOf);
  return isPast ? words.passed(by) : words.days(days, by);
}

/** What is needed a day is rounded up, as in the bulletin: the days times the figure must reach the gap. */
function enough(value: number): number {
  return Math.ceil(Math.round(value * 1e6) / 1e4) / 100;
}
