/** What entered the reserve quarter by quarter, and which policies and channels its projects answer. */
import type { ReactNode } from "react";
import { NOT_STATED } from "../../src/reserve/place";
import type { ReserveNumbers } from "../../src/reserve/reserve";
import { yiOf } from "../../src/words/paneFigures";
import { figureText, joined } from "../../src/words/say";
import { targetsWords } from "../../src/words/paneTargets";
import { Definition } from "../Definition";
import type { Pane } from "../pane";
import { FigureTable } from "./FigureTable";
import { useTargetStyles } from "./look";

interface FlowsProps {
  readonly pane: Pane;
  readonly numbers: ReserveNumbers;
}

/** Rows of the pane; the bureau's workbook has all. */
const SHOWN = 12;

/** Nothing where no day of entry says the quarter. */
export function Quarters({ pane, numbers: { byQuarter } }: FlowsProps): ReactNode {
  const page = useTargetStyles();
  const words = targetsWords(pane.state.locale);
  if (byQuarter.length === 0) return null;
  const recent = byQuarter.slice(-SHOWN);
  return (
    <section className={page.section} aria-label={words.quarters}>
      <h2 className={page.title}>
        <Definition pane={pane} figure="quarter" name={words.quarters} />
      </h2>
      <FigureTable
        label={words.quarters}
        headings={[words.quarter, words.columns.count, words.columns.yi, words.departmentCount]}
        rows={recent.map(({ name, count, wan, departments }) => ({
          key: name,
          name,
          figures: [figureText(count), words.yiCell(yiOf(wan)), figureText(departments.length)],
        }))}
      />
      {byQuarter.length > SHOWN && <p className={page.quiet}>{words.earlier(byQuarter.length - SHOWN)}</p>}
    </section>
  );
}

/** Nothing where no project cites a policy. */
export function Matrix({ pane, numbers: { matrix } }: FlowsProps): ReactNode {
  const page = useTargetStyles();
  const words = targetsWords(pane.state.locale);
  const { lines, policiesWithNone } = matrix;
  if (!lines.some(({ policy }) => policy !== NOT_STATED)) return null;
  return (
    <section className={page.section} aria-label={words.matrix}>
      <h2 className={page.title}>
        <Definition pane={pane} figure="matrix" name={words.matrix} />
      </h2>
      <FigureTable
        label={words.matrix}
        headings={[words.policyAndChannel, words.columns.count, words.columns.yi, words.arrived]}
        rows={lines.slice(0, SHOWN).map(({ policy, channel, count, wan, requested, approved, arrived }) => ({
          key: `${policy}|${channel}`,
          name: policy,
          asides: [
            channel,
            // Most ledgers hold neither; two more columns would not fit beside the others.
            ...(requested > 0 ? [words.requested(yiOf(requested))] : []),
            ...(approved > 0 ? [words.approved(yiOf(approved))] : []),
          ],
          figures: [figureText(count), words.yiCell(yiOf(wan)), words.yiCell(yiOf(arrived))],
        }))}
      />
      {lines.length > SHOWN && <p className={page.quiet}>{words.more(lines.length - SHOWN)}</p>}
      {policiesWithNone.length > 0 && (
        <details>
          <summary className={page.summary}>{words.policiesWithNone(policiesWithNone.length)}</summary>
          <p className={page.text}>{joined(policiesWithNone, pane.state.locale)}</p>
        </details>
      )}
    </section>
  );
}
