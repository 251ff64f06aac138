/** The page: a slim bar, the sheet at the left, the pane at the right. */
import { useEffect, useRef, useState } from "react";
import type { Locale } from "../src/words/say";
import { workbenchWords } from "../src/words/workbench";
import { Bar } from "./Bar";
import { startDesk, type Desk, type DeskView } from "./desk";
import { download, droppedFile } from "./files";
import { EXAMPLES, type Example } from "./examples";
import type { Program, Seat, Spoken } from "./program";
import { Splitter, usePaneWidth } from "./Splitter";

export interface WorkbenchProps {
  /** YYYY-MM-DD, or null for today. */
  readonly asOf: string | null;
  readonly program: Program;
}

export function Workbench({ asOf, program }: WorkbenchProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const desk = useRef<Desk | null>(null);
  const [view, setView] = useState<DeskView | null>(null);
  const [dropping, setDropping] = useState(false);
  const [locale, setLocale] = useState<Locale>("zh");
  const words = workbenchWords(locale);
  const [paneWidth, setPaneWidth] = usePaneWidth();

  useEffect(() => {
    // The engine lives as long as the page: it is started once, whatever React does.
    if (!sheet.current || desk.current) return;
    desk.current = startDesk(sheet.current, asOf, program, setView);
    const [first] = EXAMPLES;
    if (first) void desk.current.openExample(first);
  }, [asOf, program]);

  useEffect(() => {
    document.documentElement.lang = words.lang;
    document.title = words.pageTitle;
  }, [words]);

  useWarningBeforeLeaving(view?.edited ?? false);

  const mayReplace = () => !(view?.edited ?? false) || confirm(words.unsaved);
  const openFile = async (file: File) => {
    if (!mayReplace()) return;
    await desk.current?.openFile(file);
  };
  const openExample = (example: Example) => {
    if (mayReplace()) void desk.current?.openExample(example);
  };
  const save = async () => {
    const { current } = desk;
    if (!current || view?.fileName == null) return;
    if (!current.moved()) {
      const bytes = await current.saved();
      if (bytes) download(bytes, view.fileName);
      return;
    }
    if (!confirm(words.moved.join("\n\n"))) return;
    const bytes = await current.savedAnew();
    if (bytes) download(bytes, anewName(view.fileName, words.anew));
  };

  return (
    <div
      className="workbench"
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget === null) setDropping(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setDropping(false);
        const file = droppedFile(event.dataTransfer);
        if (file) void openFile(file);
      }}
    >
      <Bar
        view={view}
        locale={locale}
        onOpen={(file) => void openFile(file)}
        onExample={openExample}
        onSave={() => void save()}
      />
      <div className="workbench-desk">
        <div className="workbench-sheet" ref={sheet} />
        <Splitter width={paneWidth} label={words.paneWidth} onWidth={setPaneWidth} />
        <div className="workbench-pane" style={{ width: paneWidth }}>
          {view?.seat && <PanePlace seat={view.seat} program={program} locale={locale} onSpoken={setLocale} />}
        </div>
      </div>
      {dropping && <div className="workbench-drop">{words.drop}</div>}
    </div>
  );
}

function anewName(fileName: string, mark: string): string {
  return fileName.replace(/(\.[^.]*)?$/, `${mark}.xlsx`);
}

interface PanePlaceProps extends Spoken {
  readonly seat: Seat;
  readonly program: Program;
}

/** The pane is told of its host once; another file is another pane, which begins in the language that the page speaks by then. */
function PanePlace({ seat, program, locale, onSpoken }: PanePlaceProps) {
  const place = useRef<HTMLDivElement>(null);
  const spoken = useRef(locale);
  useEffect(() => {
    spoken.current = locale;
  }, [locale]);
  useEffect(() => {
    if (!place.current) return;
    const element = document.createElement("div");
    element.className = "workbench-pane-root";
    place.current.append(element);
    const close = program.openPane(element, seat, { locale: spoken.current, onSpoken });
    return () => {
      // React refuses to take a root away while it is rendering another.
      setTimeout(() => {
        close();
        element.remove();
      }, 0);
    };
  }, [seat, program, onSpoken]);
  return <div className="workbench-pane-place" ref={place} />;
}

function useWarningBeforeLeaving(edited: boolean): void {
  useEffect(() => {
    if (!edited) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [edited]);
}
