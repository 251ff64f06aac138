/** The page: a slim bar, the sheet at the left, the pane at the right. */
import { useEffect, useRef, useState } from "react";
import { Bar } from "./Bar";
import { startDesk, type Desk, type DeskView } from "./desk";
import { download, droppedFile } from "./files";
import { EXAMPLES, type Example } from "./examples";
import type { Program, Seat } from "./program";
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
  const [paneWidth, setPaneWidth] = usePaneWidth();

  useEffect(() => {
    // The engine lives as long as the page: it is started once, whatever React does.
    if (!sheet.current || desk.current) return;
    desk.current = startDesk(sheet.current, asOf, program, setView);
    const [first] = EXAMPLES;
    if (first) void desk.current.openExample(first);
  }, [asOf, program]);

  useWarningBeforeLeaving(view?.edited ?? false);

  const mayReplace = () =>
    !(view?.edited ?? false) || confirm("当前台账有修改还没有保存，打开别的文件会丢掉这些修改。仍要打开吗？");
  const openFile = async (file: File) => {
    if (!mayReplace()) return;
    await desk.current?.openBytes(new Uint8Array(await file.arrayBuffer()), file.name);
  };
  const openExample = (example: Example) => {
    if (mayReplace()) void desk.current?.openExample(example);
  };
  const save = async () => {
    const bytes = await desk.current?.saved();
    if (bytes && view?.fileName) download(bytes, view.fileName);
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
      <Bar view={view} onOpen={(file) => void openFile(file)} onExample={openExample} onSave={() => void save()} />
      <div className="workbench-desk">
        <div className="workbench-sheet" ref={sheet} />
        <Splitter width={paneWidth} onWidth={setPaneWidth} />
        <div className="workbench-pane" style={{ width: paneWidth }}>
          {view?.seat && <PanePlace seat={view.seat} program={program} />}
        </div>
      </div>
      {dropping && <div className="workbench-drop">松开鼠标，打开这份台账</div>}
    </div>
  );
}

/** The pane is told of its host once; another file is another pane. */
function PanePlace({ seat, program }: { readonly seat: Seat; readonly program: Program }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const element = document.createElement("div");
    element.className = "workbench-pane-root";
    place.current.append(element);
    const close = program.openPane(element, seat);
    return () => {
      // React refuses to take a root away while it is rendering another.
      setTimeout(() => {
        close();
        element.remove();
      }, 0);
    };
  }, [seat, program]);
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
