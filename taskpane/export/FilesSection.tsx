/** Section 存成文件 of page 导出: workbook, bulletin and template as downloads, and the bulletin as text to paste. */
import { Button, makeStyles } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactNode } from "react";
import type { Run } from "../../src/report/run";
import { filesWords, type FilesWords } from "../../src/words/paneFiles";
import type { ExportSheet } from "../../src/sheet/exportSheet";
import type * as FileMaker from "../main.exportHere";
import { useMoreStyles } from "../more/look";
import type { Pane } from "../pane";
import { saveFile, type Made } from "../saveFile";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", columnGap: "8px", rowGap: "8px" },
  text: { width: "100%", height: "160px", boxSizing: "border-box", font: "inherit" },
});

type Maker = typeof FileMaker;
type Work =
  | { readonly is: "none" }
  | { readonly is: "making" }
  | { readonly is: "saved"; readonly name: string }
  | { readonly is: "failed"; readonly why: string };

interface FilesProps {
  readonly pane: Pane;
  /** Null before anything was checked: only the template can be made then. */
  readonly run: Run | null;
}

export function FilesSection({ pane, run }: FilesProps): ReactNode {
  const styles = useMoreStyles();
  const own = useStyles();
  const words = filesWords(pane.state.locale);
  const [work, setWork] = useState<Work>({ is: "none" });
  const [text, setText] = useState<string | null>(null);

  function make<T>(what: (maker: Maker) => Promise<T>, then: (made: T) => Work): void {
    setWork({ is: "making" });
    import("../main.exportHere")
      .then(what)
      .then((made) => setWork(then(made)))
      .catch((error: unknown) =>
        setWork({ is: "failed", why: error instanceof Error ? error.message : String(error) }),
      );
  }
  const save = (what: (maker: Maker) => Promise<Made>): void =>
    make(what, (made) => {
      saveFile(made);
      return { is: "saved", name: made.name };
    });
  const busy = work.is === "making";

  return (
    <section>
      <h2 className={styles.title}>{words.title}</h2>
      <p className={styles.quiet}>{words.note}</p>
      {run && (
        <>
          <div className={styles.entry}>
            <Button disabled={busy} onClick={() => save((maker) => maker.workbookOf(run))}>
              {words.workbook}
            </Button>
            <span className={styles.quiet}>{words.workbookNote}</span>
          </div>
          <div className={styles.entry}>
            <div className={own.row}>
              <Button disabled={busy} onClick={() => save((maker) => maker.bulletinDocument(run))}>
                {words.bulletin}
              </Button>
              <Button
                disabled={busy}
                onClick={() =>
                  make(
                    (maker) => maker.bulletinText(run),
                    (said) => {
                      setText(said);
                      return { is: "none" };
                    },
                  )
                }
              >
                {words.bulletinText}
              </Button>
            </div>
            <span className={styles.quiet}>{words.bulletinNote}</span>
            {text !== null && <Text text={text} words={words} />}
          </div>
        </>
      )}
      <div className={styles.entry}>
        <Button disabled={busy} onClick={() => save((maker) => maker.templateOf(run, pane.state.asOf))}>
          {words.template}
        </Button>
        <span className={styles.quiet}>{words.templateNote}</span>
      </div>
      <div role="status">
        {work.is === "making" && words.making}
        {work.is === "saved" && words.saved(work.name)}
        {work.is === "failed" && words.failed(work.why)}
      </div>
    </section>
  );
}

function Text({ text, words }: { readonly text: string; readonly words: FilesWords }): ReactNode {
  const styles = useMoreStyles();
  const own = useStyles();
  const area = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState("");
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(words.copied);
    } catch {
      // A host that keeps its clipboard to itself: the text is ready for the keys.
      area.current?.focus();
      area.current?.select();
      setSaid(words.selected);
    }
  }
  return (
    <>
      <textarea ref={area} className={own.text} readOnly aria-label={words.text} value={text} />
      <Button onClick={() => void copy()}>{words.copy}</Button>
      <span role="status" className={styles.quiet}>
        {said}
      </span>
    </>
  );
}

/** Names of the further sheets, made only while somebody looks at them; those that have a button of their own are left out. */
export function MoreSheets({ pane, run, isApart }: MoreSheetsProps): ReactNode {
  const styles = useMoreStyles();
  const own = useStyles();
  const words = filesWords(pane.state.locale);
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<{ readonly of: Run; readonly sheets: readonly ExportSheet[] } | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const sheets = made?.of === run ? made.sheets : null;
  const failed = words.failed;
  // A run that follows while the list is open is made as well: adding a sheet is itself followed by one.
  useEffect(() => {
    if (!isOpen) return undefined;
    let isCurrent = true;
    import("../main.exportHere")
      .then((maker) => maker.sheetsOf(run))
      .then(
        (all) => isCurrent && setMade({ of: run, sheets: all }),
        (error: unknown) => isCurrent && setFault(failed(error instanceof Error ? error.message : String(error))),
      );
    return () => {
      isCurrent = false;
    };
  }, [isOpen, run, failed]);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.summary}>{words.more}</summary>
      <div className={own.row}>
        {sheets === null && (fault ?? words.making)}
        {sheets
          ?.filter(({ name }) => !isApart(name))
          .map((sheet) => (
            <Button key={sheet.name} onClick={() => pane.effects.addSheet(sheet)}>
              {sheet.name}
            </Button>
          ))}
      </div>
    </details>
  );
}

interface MoreSheetsProps {
  readonly pane: Pane;
  readonly run: Run;
  /** Sheets that are offered elsewhere. */
  readonly isApart: (name: string) => boolean;
}
