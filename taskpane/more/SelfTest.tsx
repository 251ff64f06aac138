/** The self-test on page 更多: runs the host's essentials against the real program and gives a report to copy. */
import { Button } from "@fluentui/react-components";
import { createContext, useContext, useState, type ReactNode } from "react";
import type { Host } from "../../src/sheet/host";
import { selfTest, type SelfTestLine } from "../../src/sheet/selfTest";
import { selfTestWords } from "../../src/words/selfTest";
import type { Pane } from "../pane";
import { useMoreStyles } from "./look";

/** What is tested: the host itself, which the pane otherwise reaches through its effects only. */
export const HostUnderTest = createContext<Host | null>(null);

type Stage = "before" | "running" | "done" | "copied";

export function SelfTest({ pane }: { readonly pane: Pane }): ReactNode {
  const styles = useMoreStyles();
  const host = useContext(HostUnderTest);
  const [stage, setStage] = useState<Stage>("before");
  const [lines, setLines] = useState<readonly SelfTestLine[]>([]);
  const words = selfTestWords(pane.state.locale);
  const said = lines.map(
    ({ test, passed, detail, milliseconds }) =>
      `${words.line(words.tests[test], passed === null ? words.unable : passed ? words.passed : words.failed, detail)} ${String(milliseconds)} ms`,
  );
  if (!host) return null;
  const run = async (): Promise<void> => {
    setStage("running");
    setLines((await selfTest(host)).lines);
    setStage("done");
  };
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText([navigator.userAgent, ...said].join("\n"));
    setStage("copied");
  };
  return (
    <section>
      <h2 className={styles.title}>{words.title}</h2>
      <p className={styles.quiet}>{words.about}</p>
      <Button disabled={stage === "running"} onClick={() => void run()}>
        {stage === "running" ? words.running : words.run}
      </Button>
      <div role="status">
        <ul className={styles.list}>
          {said.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      {lines.length > 0 && (
        // Where a program forbids the clipboard, the lines above can be selected.
        <Button onClick={() => void copy().catch(() => undefined)}>
          {stage === "copied" ? words.copied : words.copy}
        </Button>
      )}
    </section>
  );
}
