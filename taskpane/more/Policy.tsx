/** The policy that judges: which pack, since when, what of it is to be verified and where, and what another would change. */
import { Button } from "@fluentui/react-components";
import { useCallback, useState, type ReactNode } from "react";
import type { Finding } from "../../src/findings/finding";
import { unverifiedEntries } from "../../src/findings/unverified";
import { shippedPacks } from "../../src/policy/load";
import type { Pack } from "../../src/policy/pack";
import { comparisonOf } from "../../src/report/compare";
import { packSheets } from "../../src/report/packSheets";
import { runSteps, type Run } from "../../src/report/run";
import { RULES } from "../../src/rules/index";
import { ruleTitle, sentences } from "../../src/words/finding";
import { orderOfSteps, packFactTerm, packPartTerm } from "../../src/words/packTerms";
import { useFieldStyles } from "../look";
import type { Pane } from "../pane";
import { useSteps } from "../useSteps";
import { useMoreStyles } from "./look";
import { exportWords } from "../../src/words/paneExport";
import { moreWords } from "../../src/words/paneMore";
import { targetsWords } from "../../src/words/paneTargets";

/** More are counted, not listed. */
const LISTED = 50;

export function Policy({ pane }: { readonly pane: Pane }): ReactNode {
  const styles = useMoreStyles();
  const { checked } = pane.state;
  if (!checked) return null;
  const { pack } = checked.run.options;
  const words = exportWords(pane.state.locale).pack;
  const ships = checked.packFrom === "shipped";
  return (
    <section>
      <h2 className={styles.title}>{moreWords(pane.state.locale).pack}</h2>
      <p className={styles.text}>{moreWords(pane.state.locale).packLine(pack.title, pack.version)}</p>
      <p className={styles.quiet}>
        {words.since(pack.from, pack.to ?? null)} · {ships ? words.shipped : words.fromWorkbook}
      </p>
      <Faults pane={pane} faults={checked.packFaults} />
      <Unverified pane={pane} pack={pack} />
      {ships && checked.packFaults.length === 0 && pane.effects.can("addSheet") && (
        <div className={styles.entry}>
          <Button onClick={() => pane.effects.ownPolicy(packSheets(pack))}>{words.edit}</Button>
          <span className={styles.quiet}>{words.editNote}</span>
        </div>
      )}
      <Comparison pane={pane} run={checked.run} isShipped={ships} />
    </section>
  );
}

/** What keeps the workbook's own policy from judging: each cell with what to do about it, as the loader says it. */
function Faults({ pane, faults }: { readonly pane: Pane; readonly faults: readonly string[] }): ReactNode {
  const styles = useMoreStyles();
  const words = exportWords(pane.state.locale).pack;
  if (faults.length === 0) return null;
  return (
    <div role="alert">
      <p className={styles.text}>{words.faults(faults.length)}</p>
      <ul className={styles.list} lang="zh-CN" aria-label={words.faultList}>
        {faults.slice(0, LISTED).map((fault) => (
          <li key={fault} className={styles.entry}>
            {fault}
          </li>
        ))}
      </ul>
      {faults.length > LISTED && (
        <p className={styles.quiet}>{targetsWords(pane.state.locale).more(faults.length - LISTED)}</p>
      )}
    </div>
  );
}

function Unverified({ pane, pack }: { readonly pane: Pane; readonly pack: Pack }): ReactNode {
  const styles = useMoreStyles();
  const { locale } = pane.state;
  const words = exportWords(locale).pack;
  const entries = unverifiedEntries(pack, RULES);
  const orders = new Map(pack.edges.map((edge) => [edge.id, orderOfSteps(edge, locale)]));
  const [isOpen, setOpen] = useState(false);
  if (entries.length === 0) return null;
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.summary}>{words.unverified(entries.length)}</summary>
      {isOpen && (
        <>
          <p className={styles.quiet}>{words.unverifiedNote}</p>
          <ul className={styles.list} aria-label={words.unverifiedList}>
            {entries.map(({ part, id, name, fact, basis, note }) => (
              <li key={`${part}|${id}|${fact ?? ""}`} className={styles.entry}>
                <span>
                  {packPartTerm(part, locale)} · {(part === "edges" && orders.get(id)) || name}
                  {part === "rules" && ` ${ruleTitle(id, locale)}`}
                  {fact && ` · ${packFactTerm(part, fact, locale)}`}
                </span>
                <span className={styles.quiet}>
                  {words.source(
                    [`《${basis.document}》`, basis.number, basis.article, basis.url].filter(Boolean).join(" "),
                  )}
                </span>
                {note && <span className={styles.quiet}>{note}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

interface ComparisonProps {
  readonly pane: Pane;
  readonly run: Run;
  readonly isShipped: boolean;
}

function Comparison({ pane, run, isShipped }: ComparisonProps): ReactNode {
  const fields = useFieldStyles();
  const words = exportWords(pane.state.locale).pack;
  const [id, setId] = useState("");
  // A workbook's own bears the id of the one that it was made from, and is compared with that one first of all.
  const others = shippedPacks().filter((pack) => !isShipped || pack.id !== run.options.pack.id);
  const other = others.find((pack) => pack.id === id) ?? null;
  return (
    <>
      <label className={fields.label}>
        {words.compare}
        <select className={fields.field} value={id} onChange={({ target }) => setId(target.value)}>
          <option value="">{words.choose}</option>
          {others.map((pack) => (
            <option key={pack.id} value={pack.id}>
              {pack.title}
            </option>
          ))}
        </select>
      </label>
      {other && <Compared key={other.id} pane={pane} run={run} other={other} />}
    </>
  );
}

interface Differences {
  readonly appearing: readonly Finding[];
  readonly going: readonly Finding[];
}

function* differenceSteps(run: Run, other: Pack): Generator<unknown, Differences> {
  const otherRun = yield* runSteps(run.files, { ...run.options, pack: other });
  const { appearing, going } = comparisonOf(run, otherRun);
  const [there, here] = [findingsById(otherRun), findingsById(run)];
  return {
    appearing: appearing.flatMap(({ id }) => there.get(id) ?? []),
    going: going.flatMap(({ id }) => here.get(id) ?? []),
  };
}

function findingsById({ result }: Run): ReadonlyMap<string, Finding> {
  const all = [...result.perLedger.flatMap(({ findings }) => findings), ...result.run];
  return new Map(all.map((finding) => [finding.id, finding]));
}

function Compared({ pane, run, other }: { pane: Pane; run: Run; other: Pack }): ReactNode {
  const styles = useMoreStyles();
  const words = exportWords(pane.state.locale).pack;
  const found = useSteps(useCallback(() => differenceSteps(run, other), [run, other]));
  if (!found) {
    return (
      <p role="status" className={styles.quiet}>
        {words.comparing}
      </p>
    );
  }
  if (found.appearing.length + found.going.length === 0) return <p className={styles.quiet}>{words.same}</p>;
  return (
    <>
      <Differing pane={pane} title={words.appearing(found.appearing.length)} findings={found.appearing} />
      <Differing pane={pane} title={words.going(found.going.length)} findings={found.going} />
    </>
  );
}

function Differing({ pane, title, findings }: { pane: Pane; title: string; findings: readonly Finding[] }): ReactNode {
  const styles = useMoreStyles();
  return (
    <details>
      <summary className={styles.summary}>{title}</summary>
      <ul className={styles.list}>
        {findings.slice(0, LISTED).map((finding) => (
          <li key={finding.id} className={styles.entry}>
            <span>
              {finding.cells[0] ?? ""} {finding.project ?? ""}
            </span>
            <span className={styles.quiet}>{sentences(finding, pane.state.locale).message}</span>
          </li>
        ))}
      </ul>
      {findings.length > LISTED && (
        <p className={styles.quiet}>{targetsWords(pane.state.locale).more(findings.length - LISTED)}</p>
      )}
    </details>
  );
}
