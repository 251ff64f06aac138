/** The notes of the open file as the XML part in which programs keep them: what a program puts there is what is saved. */
import { NOTES_NAMESPACE, notesXml, parseNotes } from "../src/hosts/notesXml";
import type { Seat } from "./program";

/** XML parts of the workbook by their ids. */
export class NotesParts extends Map<string, string> {
  constructor(private readonly seat: Pick<Seat, "notes" | "onNote">) {
    super();
    if (seat.notes.size > 0) super.set("{notes}", notesXml(seat.notes));
  }

  override set(id: string, xml: string): this {
    super.set(id, xml);
    this.keep();
    return this;
  }

  override delete(id: string): boolean {
    const was = super.delete(id);
    this.keep();
    return was;
  }

  private keep(): void {
    const { notes, onNote } = this.seat;
    const own = [...this.values()].filter((xml) => xml.includes(NOTES_NAMESPACE)).pop();
    notes.clear();
    for (const [key, text] of own === undefined ? [] : parseNotes(own)) notes.set(key, text);
    onNote();
  }
}
