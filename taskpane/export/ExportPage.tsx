/** Page 导出: sheets that leave the ledger, and the mark of what was submitted. */
import { Button } from "@fluentui/react-components";
import { lazy, Suspense, type ReactNode } from "react";
import { CHECK_REPORT, checkReportSheet } from "../../src/report/export/checkReport";
import { isStandardTable, standardTables } from "../../src/report/export/standardTable";
import { useMoreStyles } from "../more/look";
import type { PageProps, Pane } from "../pane";
import type { Checked } from "../state";
import { exportWords } from "../../src/words/paneExport";
import { FilesSection, MoreSheets } from "./FilesSection";

/** What collects is a part of its own: few clerks gather what others hand in. */
const CollectSection = lazy(() => import("../collect/CollectSection"));

export default function ExportPage({ pane }: PageProps): ReactNode {
  const styles = useMoreStyles();
  const { checked } = pane.state;
  if (!checked || checked.rows === 0) {
    return (
      <div className={styles.page}>
        <p className={styles.text}>{exportWords(pane.state.locale).unchecked}</p>
        <FilesSection pane={pane} run={null} />
        <Collect pane={pane} />
      </div>
    );
  }
  return (
    <div className={styles.page}>
      <Sheets pane={pane} checked={checked} />
      <FilesSection pane={pane} run={checked.run} />
      <Submission pane={pane} />
      <Collect pane={pane} />
    </div>
  );
}

function Collect({ pane }: { readonly pane: Pane }): ReactNode {
  return (
    <Suspense fallback={null}>
      <CollectSection pane={pane} />
    </Suspense>
  );
}

function Sheets({ pane, checked }: { readonly pane: Pane; readonly checked: Checked }): ReactNode {
  const styles = useMoreStyles();
  const { effects } = pane;
  const words = exportWords(pane.state.locale);
  const { run } = checked;
  if (!effects.can("addSheet")) {
    return (
      <section>
        <h2 className={styles.title}>{words.sheets}</h2>
        <p className={styles.quiet}>{words.cannotAdd}</p>
      </section>
    );
  }
  return (
    <section>
      <h2 className={styles.title}>{words.sheets}</h2>
      <p className={styles.quiet}>{words.sheetsNote}</p>
      <div className={styles.entry}>
        <Button onClick={() => effects.addSheet(checkReportSheet(run))}>{words.report}</Button>
        <span className={styles.quiet}>{words.reportNote}</span>
      </div>
      <div className={styles.entry}>
        <Button onClick={() => effects.addSheets(standardTables(run.ledgers, run.options))}>{words.standard}</Button>
        <span className={styles.quiet}>{words.standardNote}</span>
      </div>
      <MoreSheets pane={pane} run={run} isApart={isOffered} />
    </section>
  );
}

/** These have a button of their own. */
function isOffered(name: string): boolean {
  return name === CHECK_REPORT || isStandardTable(name);
}

function Submission({ pane }: { readonly pane: Pane }): ReactNode {
  const styles = useMoreStyles();
  const { state, effects } = pane;
  const words = exportWords(pane.state.locale);
  const { baseline } = state.notes;
  return (
    <section>
      <h2 className={styles.title}>{words.submit}</h2>
      <p className={styles.quiet}>{words.submitNote}</p>
      <div className={styles.entry}>
        <span>{baseline ? words.submittedOn(baseline.asOf, baseline.findings.length) : words.noSubmission}</span>
        <Button appearance="primary" disabled={state.work.is !== "none"} onClick={effects.markSubmitted}>
          {baseline ? words.markAgain : words.mark}
        </Button>
        {baseline && <Button onClick={() => effects.putSubmission(null)}>{words.forget}</Button>}
      </div>
    </section>
  );
}
