/** The bar above: open, examples, save, and which file lies on the desk. */
import { useRef } from "react";
import type { DeskView } from "./desk";
import { EXAMPLES, type Example } from "./examples";
import { READABLE } from "./files";

export interface BarProps {
  readonly view: DeskView | null;
  readonly onOpen: (file: File) => void;
  readonly onExample: (example: Example) => void;
  readonly onSave: () => void;
}

export function Bar({ view, onOpen, onExample, onSave }: BarProps) {
  const input = useRef<HTMLInputElement>(null);
  const savable = view?.savable ?? false;
  return (
    <div className="workbench-bar">
      <strong className="workbench-title">项目台账校核</strong>
      <button type="button" className="workbench-button workbench-primary" onClick={() => input.current?.click()}>
        打开台账
      </button>
      <input
        ref={input}
        type="file"
        accept={READABLE}
        hidden
        aria-label="选择台账文件"
        onChange={(event) => {
          const file = event.target.files?.item(0);
          if (file) onOpen(file);
          // The same file may be chosen again, after it was changed elsewhere.
          event.target.value = "";
        }}
      />
      <select
        className="workbench-button"
        aria-label="打开示例"
        value=""
        onChange={(event) => {
          const example = EXAMPLES.find(({ file }) => file === event.target.value);
          if (example) onExample(example);
        }}
      >
        <option value="" disabled>
          打开示例…
        </option>
        {EXAMPLES.map(({ file, title, see }) => (
          <option key={file} value={file} title={see}>
            {title}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="workbench-button"
        disabled={!savable}
        title={savable ? "只改动编辑过的单元格，其余原样不动" : "这类文件只能查看；请先另存为 .xlsx"}
        onClick={onSave}
      >
        保存
      </button>
      <span className="workbench-file" role="status">
        <OnTheDesk view={view} />
      </span>
      <span className="workbench-hint">也可以把文件拖到这里</span>
    </div>
  );
}

/** One thing at a time: trouble, what is being opened, or which file it is. */
function OnTheDesk({ view }: { readonly view: DeskView | null }) {
  if (view?.trouble) return <span className="workbench-trouble">{view.trouble}</span>;
  if (!view || view.opening !== null) return <>正在打开{view?.opening}…</>;
  return (
    <>
      {view.fileName}
      {view.edited && view.savable && <span className="workbench-edited">（已修改，未保存）</span>}
      {!view.savable && <span className="workbench-edited">（这类文件只能查看和校核，要保存请先另存为 .xlsx）</span>}
    </>
  );
}
