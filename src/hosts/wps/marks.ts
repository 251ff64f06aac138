/** Marks on the user's sheet, only on request: classic notes, known for ours by their first line, so that moved cells keep them and lose them. */
import type { CellPlace } from "../../sheet/host";
import type { WpsComment, WpsWorkbook } from "./program";
import { needSheet, worksheetsOf } from "./workbook";

type Place = CellPlace & { readonly severity: "error" | "warning" | "hint"; readonly note: string };

/** Begins every text of ours; after a note of the user's own it stands on a new line. */
const SIGN = "【台账校核】";

export function mark(workbook: WpsWorkbook, places: readonly Place[]): void {
  for (const { sheet, at, note } of places) {
    const cell = needSheet(workbook, sheet).Range(at);
    const text = `${SIGN}${note}`;
    const comment = cell.Comment;
    // AddComment throws where there is a note.
    if (!comment) cell.AddComment(text);
    else comment.Text(`${comment.Text()}\n${text}`);
  }
}

export function clearMarks(workbook: WpsWorkbook): void {
  for (const sheet of worksheetsOf(workbook)) {
    const { Comments } = sheet;
    // From the end: the ones behind a deleted one move up.
    for (let index = Comments.Count; index >= 1; index--) unmark(Comments.Item(index));
  }
}

function unmark(comment: WpsComment): void {
  const text = comment.Text();
  const from = text.indexOf(SIGN);
  if (from === -1) return;
  const own = text.slice(0, from).replace(/\n$/, "");
  if (own === "") comment.Delete();
  else comment.Text(own);
}
