/** Page 目标: the reserve against its target, how it is made up, and what became of the applications. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useState, type ReactNode } from "react";
import type { Pack } from "../../src/policy/pack";
import type { Run } from "../../src/report/run";
import type { Applications } from "../../src/reserve/applications";
import type { Rate } from "../../src/reserve/rates";
import { inOrderOfStage } from "../../src/reserve/structure";
import { percentOf } from "../../src/words/paneFigures";
import { figureText, joined } from "../../src/words/say";
import { ChartRows } from "../charts/ChartRows";
import { Definition } from "../Definition";
import type { PageProps, Pane } from "../pane";
import { Toggle } from "../Toggle";
import { ProjectList } from "../ProjectList";
import type { ProjectRow } from "../projectRow";
import { useSteps } from "../useSteps";
import { Bars, type Measure, type Part } from "./Bars";
import { FigureTable } from "./FigureTable";
import { Matrix, Quarters } from "./Flows";
import { Headline } from "./Headline";
import { useTargetStyles } from "./look";
import { named } from "./named";
import { reserveViewSteps, type ReserveRow, type ReserveView } from "./view";
import { targetsWords } from "../../src/words/paneTargets";

const useStyles = makeStyles({
  measures: { display: "flex", flexWrap: "wrap", columnGap: "4px", marginTop: "16px" },
  entry: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    columnGap: "8px",
    paddingTop: "4px",
    paddingBottom: "4px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  figure: { fontVariantNumeric: "tabular-nums" },
});

export default function TargetsPage({ pane }: PageProps): ReactNode {
  const page = useTargetStyles();
  const { checked } = pane.state;
  const words = targetsWords(pane.state.locale);
  if (!checked || checked.rows === 0) {
    return (
      <div className={page.page}>
        <p className={page.section}>{words.noProjects}</p>
      </div>
    );
  }
  return <Counted pane={pane} run={checked.run} />;
}

interface Shown {
  readonly name: string;
  readonly is: (row: ReserveRow) => boolean;
}

function Counted({ pane, run }: { readonly pane: Pane; readonly run: Run }): ReactNode {
  const page = useTargetStyles();
  const words = targetsWords(pane.state.locale);
  const view = useSteps(useCallback(() => reserveViewSteps(run), [run]));
  const [shown, setShown] = useState<Shown | null>(null);
  if (!view) {
    return (
      <div className={page.page}>
        <p role="status" className={page.section}>
          {words.counting}
        </p>
      </div>
    );
  }
  const rows = shown ? view.rows.filter(shown.is) : [];
  return (
    <>
      <div className={page.page} data-scrolls>
        <Figures pane={pane} view={view} onShow={setShown} />
      </div>
      {shown && (
        <ProjectList
          key={shown.name}
          pane={pane}
          title={words.rows(shown.name, rows.length)}
          rows={rows}
          noteOf={(row) => amountOf(row, pane)}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
}

interface FiguresProps {
  readonly pane: Pane;
  readonly view: ReserveView;
  readonly onShow: (shown: Shown) => void;
}

function Figures({ pane, view, onShow }: FiguresProps): ReactNode {
  const styles = useStyles();
  const words = targetsWords(pane.state.locale);
  const { numbers } = view;
  const [measure, setMeasure] = useState<Measure>("count");
  const charts = chartsOf(view, pane);
  return (
    <>
      <Headline
        pane={pane}
        numbers={numbers}
        total={view.total}
        notDated={view.rows.filter(({ place, project }) => !place.left && !project.values.enteredOn).length}
        onShowAdded={() => onShow({ name: words.addedCount, is: ({ place }) => place.added && !place.left })}
        onShowFitting={() => onShow({ name: words.charts.area, is: ({ place }) => place.fits && !place.left })}
      />
      <div role="group" aria-label={words.measure} className={styles.measures}>
        <Toggle size="small" checked={measure === "count"} onClick={() => setMeasure("count")}>
          {words.byCount}
        </Toggle>
        <Toggle size="small" checked={measure === "wan"} onClick={() => setMeasure("wan")}>
          {words.byYi}
        </Toggle>
      </div>
      {charts.map(({ key, parts, is }) => (
        <Bars
          key={key}
          pane={pane}
          title={words.charts[key]}
          figure={key === "stage" ? "stages" : "structure"}
          parts={key === "stage" ? parts : sorted(parts, measure)}
          measure={measure}
          shape={key === "stage" ? "funnel" : "bars"}
          onChoose={(name) => onShow({ name: named(name, words), is: (row) => is(row, name) })}
        />
      ))}
      <Quarters pane={pane} numbers={numbers} />
      <Matrix pane={pane} numbers={numbers} />
      <Without pane={pane} view={view} />
      {numbers.applications && <Outcomes pane={pane} applications={numbers.applications} onShow={onShow} />}
      <Rates pane={pane} rates={numbers.progress.rates} />
    </>
  );
}

interface Chart {
  readonly key: "department" | "stage" | "area" | "channel";
  readonly parts: readonly Part[];
  readonly is: (row: ReserveRow, name: string) => boolean;
}

function chartsOf({ numbers }: ReserveView, { state }: Pane): readonly Chart[] {
  const part = (name: string, { count, wan }: { count: number; wan: number }): Part => ({ name, count, wan });
  return [
    {
      key: "department",
      parts: numbers.byDepartment.map((each) => part(each.department, each)),
      is: ({ place }, name) => place.department === name && !place.left,
    },
    {
      key: "stage",
      parts: stagesInOrder(
        numbers.byStage.map((each) => part(each.stage, each)),
        state.checked?.run.options.pack,
      ),
      is: ({ place }, name) => place.stage === name,
    },
    {
      key: "area",
      parts: numbers.byArea.map((each) => part(each.area, each)),
      is: ({ place }, name) => place.area === name && !place.left,
    },
    {
      key: "channel",
      parts: numbers.byChannel.map((each) => part(each.channel, each)),
      is: ({ place }, name) => place.channel === name && !place.left,
    },
  ];
}

function stagesInOrder(parts: readonly Part[], pack: Pack | undefined): readonly Part[] {
  return pack ? inOrderOfStage(parts, pack) : parts;
}

/** Those with nothing come last and are never hidden behind them. */
function sorted(parts: readonly Part[], measure: Measure): readonly Part[] {
  return [...parts].sort((a, b) => b[measure] - a[measure]);
}

function Without({ pane, view }: { readonly pane: Pane; readonly view: ReserveView }): ReactNode {
  const page = useTargetStyles();
  const words = targetsWords(pane.state.locale);
  const { departmentsWithNone, focusWithNone } = view.numbers;
  const hasRoster = (pane.state.checked?.run.options.pack.roster.length ?? 0) > 0;
  return (
    <section className={page.section}>
      <h2 className={page.title}>{words.departmentsWithNone(hasRoster ? departmentsWithNone.length : null)}</h2>
      <p className={page.text}>
        {hasRoster ? joined(departmentsWithNone, pane.state.locale) || words.none : words.noRoster}
      </p>
      <h2 className={page.title}>{words.focusWithNone(focusWithNone.length)}</h2>
      <p className={page.text}>{joined(focusWithNone, pane.state.locale) || "—"}</p>
    </section>
  );
}

interface OutcomesProps {
  readonly pane: Pane;
  readonly applications: Applications;
  readonly onShow: (shown: Shown) => void;
}

/** Every reason with the same denominator, which is named. */
function Outcomes({ pane, applications, onShow }: OutcomesProps): ReactNode {
  const page = useTargetStyles();
  const words = targetsWords(pane.state.locale);
  const { applied, passed, success, byReason } = applications;
  const refusals = byReason.filter(({ refused }) => refused.numerator > 0);
  return (
    <section className={page.section} aria-label={words.applications}>
      <h2 className={page.title}>
        <Definition pane={pane} figure="refused" name={words.applications} />
      </h2>
      <p className={page.text}>{words.passedCount(passed, applied, percentOf(success.share ?? 0))}</p>
      <ChartRows
        rows={refusals.map(({ reason, refused: { numerator, share } }) => ({
          key: reason,
          name: words.reasons[reason],
          value: numerator,
          figure: words.refused(numerator, applied, percentOf(share ?? 0)),
          isEmpty: false,
        }))}
        kind="count"
        shape="bars"
        most={applied}
        tickText={figureText}
        words={words}
        onChoose={(chosen) => {
          const refusal = refusals.find(({ reason }) => reason === chosen);
          if (refusal) onShow({ name: words.reasons[refusal.reason], is: (row) => row.refusal === refusal.reason });
        }}
      />
      {refusals.length > 0 && (
        <details>
          <summary className={page.summary}>{words.table}</summary>
          <FigureTable
            label={words.applications}
            headings={[words.reason, words.columns.count, words.ofApplied]}
            rows={refusals.map(({ reason, refused: { numerator, share } }) => ({
              key: reason,
              name: words.reasons[reason],
              figures: [figureText(numerator), `${figureText(percentOf(share ?? 0))}%`],
            }))}
          />
        </details>
      )}
    </section>
  );
}

function Rates({ pane, rates }: { readonly pane: Pane; readonly rates: readonly Rate[] }): ReactNode {
  const page = useTargetStyles();
  const styles = useStyles();
  const words = targetsWords(pane.state.locale);
  const known = rates.filter(({ share }) => share !== null);
  if (known.length === 0) return null;
  return (
    <section className={page.section} aria-label={words.progress}>
      <h2 className={page.title}>{words.progress}</h2>
      {known.map(({ key, numerator, denominator, share }) => (
        <div key={key} className={styles.entry}>
          <span>
            <Definition pane={pane} figure={key} />
          </span>
          <span className={styles.figure}>{words.rate(numerator, denominator, percentOf(share ?? 0))}</span>
        </div>
      ))}
    </section>
  );
}

function amountOf({ project }: ProjectRow, { state }: Pane): string {
  const words = targetsWords(state.locale);
  const amount = project.values.totalInvestment;
  return amount ? words.wan(amount.wan) : words.noAmount;
}
