/** A project's steps worked back from its deadline, as a timeline with the last days on which each may be accepted. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useMemo, type ReactNode } from "react";
import type { ScheduledStep } from "../../src/policy/schedule";
import {
  deadlineOf,
  planBack,
  planForward,
  uncountedBecause,
  type Deadline,
  type PreparationRow,
} from "../../src/report/preparation";
import type { Run } from "../../src/report/run";
import { stepsIn } from "../../src/rules/steps";
import { Axis } from "../charts/Axis";
import { dayScale, SpanMark, type Scale } from "../charts/marks";
import { useRowStyles } from "../look";
import type { Pane } from "../pane";
import { projectRow } from "../projectRow";
import { usePanel } from "../usePanel";
import { goalText, stepName, type Asked } from "./terms";
import { stepsWords } from "../../src/words/paneSteps";

const useStyles = makeStyles({
  panel: {
    flexShrink: 0,
    maxHeight: "60%",
    overflowY: "auto",
    overflowX: "hidden",
    paddingTop: "4px",
    paddingBottom: "8px",
    paddingLeft: "12px",
    paddingRight: "12px",
    borderTop: `2px solid ${tokens.colorNeutralStroke1}`,
    outlineStyle: "none",
  },
  head: { display: "flex", alignItems: "flex-start", columnGap: "8px" },
  title: { margin: "0", flexGrow: 1, minWidth: "0", fontSize: tokens.fontSizeBase300 },
  text: { marginTop: "0", marginBottom: "4px" },
  list: { margin: "0", paddingLeft: "0", listStyleType: "none" },
  step: { paddingTop: "4px", paddingBottom: "4px", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  line: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: "8px" },
  plot: { marginTop: "2px" },
});

interface BackScheduleProps {
  readonly pane: Pane;
  readonly run: Run;
  readonly row: PreparationRow;
  readonly asked: Asked;
  readonly onClose: () => void;
}

export function BackSchedule({ pane, run, row, asked, onClose }: BackScheduleProps): ReactNode {
  const styles = useStyles();
  const panel = usePanel(onClose);
  const words = stepsWords(pane.state.locale);
  const name = row.project.values.name ?? row.project.key;
  return (
    <section {...panel} tabIndex={-1} aria-label={words.plan(name)} className={styles.panel}>
      <div className={styles.head}>
        <h2 className={styles.title}>{words.plan(name)}</h2>
        <Button size="small" appearance="subtle" icon={<DismissRegular />} aria-label={words.close} onClick={onClose} />
      </div>
      <Whom pane={pane} row={row} />
      <Planned pane={pane} run={run} row={row} asked={asked} />
    </section>
  );
}

/** What lags in words, and whom to call about it. */
function Whom({ pane, row }: { readonly pane: Pane; readonly row: PreparationRow }): ReactNode {
  const styles = useStyles();
  const rows = useRowStyles();
  const words = stepsWords(pane.state.locale);
  return (
    <>
      {row.lags.map(({ key, kind, day, over }) => (
        <p key={key} className={mergeClasses(styles.text, rows.error)}>
          ✕ {words[kind](stepName(key, pane), day, over)}
        </p>
      ))}
      <p className={styles.text}>
        {row.project.values.department} {words.person(row.person, row.phone) || words.noPerson}{" "}
        <Button size="small" onClick={() => pane.effects.jump(projectRow(row.project, row.ledger).at)}>
          {words.goToRow}
        </Button>
      </p>
    </>
  );
}

function Planned({ pane, run, row, asked }: Omit<BackScheduleProps, "onClose">): ReactNode {
  const styles = useStyles();
  const words = stepsWords(pane.state.locale);
  const { project, ledger } = row;
  const deadline: Deadline | null = useMemo(
    () => (asked ? { ...asked, by: "asked" } : deadlineOf(run, ledger, project)),
    [asked, run, ledger, project],
  );
  const schedule = useMemo(() => deadline && planBack(run, project, deadline), [deadline, run, project]);
  const forecast = useMemo(() => deadline && planForward(run, project, deadline.goal), [deadline, run, project]);
  if (!deadline) return <p className={styles.text}>{words.noDeadline}</p>;
  if (!schedule) return <p className={styles.text}>{words.outside}</p>;
  const open = schedule.steps.filter(({ state }) => state !== "done");
  const uncounted = uncountedBecause(run, row, deadline, schedule);
  const scale = scaleOf(open, run.options.asOf, deadline.day);
  return (
    <>
      <p className={styles.text}>
        {words.planBasis[deadline.by](goalText(deadline.goal, pane), deadline.day)} ·{" "}
        {words.daysLeft(schedule.workdaysLeft)}
      </p>
      {uncounted && <p className={styles.text}>{words.uncounted[uncounted]}</p>}
      {open.length > 0 && <Axis scale={scale} textOf={dayText(scale)} />}
      <ol className={styles.list}>
        {schedule.steps.map((step) => (
          <Step
            key={step.key}
            pane={pane}
            run={run}
            step={step}
            scale={scale}
            isInLedger={stepsIn(ledger).includes(step.key)}
          />
        ))}
      </ol>
      {forecast && open.length > 0 && <p className={styles.text}>{words.forecast(forecast.ends)}</p>}
    </>
  );
}

interface StepProps {
  readonly pane: Pane;
  readonly run: Run;
  readonly step: ScheduledStep;
  readonly scale: Scale;
  readonly isInLedger: boolean;
}

function Step({ pane, run, step, scale, isInLedger }: StepProps): ReactNode {
  const styles = useStyles();
  const rows = useRowStyles();
  const words = stepsWords(pane.state.locale);
  const { latestAcceptance, latestFinish, limit, tooLate, accepted } = step;
  const limitText = limit ? words.limit[limit.unit](limit.count) : words.noLimit;
  const over = tooLate && latestAcceptance !== null ? run.calendar.between(latestAcceptance, run.options.asOf) : 0;
  if (latestAcceptance === null || latestFinish === null) {
    return (
      <li className={styles.step}>
        <div className={styles.line}>
          <span>{stepName(step.key, pane)}</span>
          <span className={rows.quiet}>✓ {words.states.done}</span>
        </div>
      </li>
    );
  }
  return (
    <li className={styles.step}>
      <div className={styles.line}>
        <span className={rows.strong}>{stepName(step.key, pane)}</span>
        <span className={mergeClasses(tooLate && rows.error)}>{tooLate ? `✕ ${words.late(over)}` : words.inTime}</span>
      </div>
      <div className={mergeClasses(styles.line, rows.quiet)}>
        <span>{accepted === null ? words.latest(latestAcceptance) : words.acceptedOn(accepted)}</span>
        <span>{words.finishBy(latestFinish)}</span>
      </div>
      <div className={rows.quiet}>
        {[step.department, limitText, isInLedger ? "" : words.noColumn].filter(Boolean).join(" · ")}
      </div>
      <div className={styles.plot} title={words.today}>
        <SpanMark
          scale={scale}
          from={Date.parse(latestAcceptance)}
          to={Date.parse(latestFinish)}
          today={Date.parse(run.options.asOf)}
          isLate={tooLate}
        />
      </div>
    </li>
  );
}

/** From the first to the last day that the timeline tells of. */
function scaleOf(steps: readonly ScheduledStep[], asOf: string, deadline: string): Scale {
  const days = [asOf, deadline, ...steps.flatMap(({ latestAcceptance }) => latestAcceptance ?? [])].map(Date.parse);
  return dayScale(Math.min(...days), Math.max(...days));
}

/** A month, where months are what is marked; else the day. */
function dayText({ ticks }: Scale): (moment: number) => string {
  const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
  const areMonths = ticks.every((tick) => dayOf(tick).endsWith("-01"));
  return (moment) => (areMonths ? dayOf(moment).slice(0, 7) : dayOf(moment).slice(5));
}
