/** The page: a slim bar, the sheet at the left, the pane at the right. */
import { useEffect, useRef, useState } from "react";
import { Bar } from "./Bar";
import { startDesk, type Desk, type DeskView } from "./desk";
import { download, droppedFile } from "./files";
import { EXAMPLES, type Example } from "./examples";
import type { Program, Seat } from "./program";
import { Splitter, usePaneWidth } from "./Splitter";

const MOVED =
  "插入或删除过行、列，或者改过合并单元格、工作表名，不能保存到原来的文件里：原文件的格式跟不过来。\n\n" +
  "可以另存为一个新的工作簿：数值、公式、合并单元格、行高列宽、字体、填充、边框都在；批注、图片、图表、下拉列表、条件格式和打印设置不在。原文件不受影响。\n\n" +
  "要另存为新的工作簿吗？";

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
    const { current } = desk;
    if (!current || view?.fileName == null) return;
    if (!current.moved()) {
      const bytes = await current.saved();
      if (bytes) download(bytes, view.fileName);
      return;
    }
    if (!confirm(MOVED)) return;
    const bytes = await current.savedAnew();
    if (bytes) download(bytes, anewName(view.fileName));
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

function anewName(fileName: string): string {
  return fileName.replace(/(\.[^.]*)?$/, "（另存）.xlsx");
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
