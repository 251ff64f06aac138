/** The bar above: open, examples, save, and which file lies on the desk. */
import { useRef } from "react";
import { failureSentence } from "../src/words/failure";
import type { Locale } from "../src/words/say";
import { workbenchWords } from "../src/words/workbench";
import type { DeskView, Trouble } from "./desk";
import { EXAMPLES, type Example } from "./examples";
import { READABLE } from "./files";

export interface BarProps {
  readonly view: DeskView | null;
  readonly locale: Locale;
  readonly onOpen: (file: File) => void;
  readonly onExample: (example: Example) => void;
  readonly onSave: () => void;
}

export function Bar({ view, locale, onOpen, onExample, onSave }: BarProps) {
  const input = useRef<HTMLInputElement>(null);
  const words = workbenchWords(locale);
  const savable = view?.savable ?? false;
  return (
    <div className="workbench-bar">
      <strong className="workbench-title">{words.title}</strong>
      <button type="button" className="workbench-button workbench-primary" onClick={() => input.current?.click()}>
        {words.open}
      </button>
      <input
        ref={input}
        type="file"
        accept={READABLE}
        hidden
        aria-label={words.choose}
        onChange={(event) => {
          const file = event.target.files?.item(0);
          if (file) onOpen(file);
          // The same file may be chosen again, after it was changed elsewhere.
          event.target.value = "";
        }}
      />
      <select
        className="workbench-button"
        aria-label={words.example}
        value=""
        onChange={(event) => {
          const example = EXAMPLES.find(({ file }) => file === event.target.value);
          if (example) onExample(example);
        }}
      >
        <option value="" disabled>
          {words.exampleFirst}
        </option>
        {EXAMPLES.map((example) => {
          const { title, see } = locale === "zh" ? example : example.en;
          return (
            <option key={example.file} value={example.file} title={see}>
              {title}
            </option>
          );
        })}
      </select>
      <button
        type="button"
        className="workbench-button"
        disabled={!savable}
        title={savable ? words.saves : words.viewOnly}
        onClick={onSave}
      >
        {words.save}
      </button>
      <span className="workbench-file" role="status">
        <OnTheDesk view={view} locale={locale} />
      </span>
      <span className="workbench-hint">{words.dropHint}</span>
    </div>
  );
}

/** One thing at a time: trouble, what is being opened, or which file it is. */
function OnTheDesk({ view, locale }: Pick<BarProps, "view" | "locale">) {
  const words = workbenchWords(locale);
  if (view?.trouble) {
    return <span className="workbench-trouble">{troubleSentence(view.trouble, locale)}</span>;
  }
  if (!view || view.opening !== null) return words.opening(view?.opening ?? "");
  return (
    <>
      {view.fileName}
      {view.edited && view.savable && <span className="workbench-edited">{words.edited}</span>}
      {!view.savable && <span className="workbench-edited">{words.onlyChecked}</span>}
    </>
  );
}

function troubleSentence(trouble: Trouble, locale: Locale): string {
  if (trouble.with === "saving") return workbenchWords(locale).notSaved(trouble.fileName);
  return failureSentence(trouble.failure, trouble.fileName, locale);
}
