/** Marks on the user's own sheet: only on request, and all of them removable. */
import { Button } from "@fluentui/react-components";
import { useMemo, type ReactNode } from "react";
import { markPlaces } from "../items";
import { useFieldStyles } from "../look";
import type { Pane } from "../pane";
import { useMoreStyles } from "./look";
import { exportWords } from "../../src/words/paneExport";

export function Marks({ pane }: { readonly pane: Pane }): ReactNode {
  const styles = useMoreStyles();
  const fields = useFieldStyles();
  const { state, effects } = pane;
  const words = exportWords(pane.state.locale);
  const items = state.checked?.items;
  const count = useMemo(() => (items ? markPlaces(items, state.locale).length : 0), [items, state.locale]);
  if (!effects.can("mark")) return null;
  return (
    <section>
      <h2 className={styles.title}>{words.marks}</h2>
      <p className={styles.quiet}>{words.marksNote}</p>
      <div className={fields.line}>
        {count > 0 && <Button onClick={effects.mark}>{words.markAll(count)}</Button>}
        <Button onClick={effects.clearMarks}>{words.clearMarks}</Button>
      </div>
    </section>
  );
}
