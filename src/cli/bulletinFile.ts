/** Writes a bulletin as what its file name asks for: .docx for a word processor, else text to paste. */
import { writeDocument } from "../hosts/file/writeDocument";
import { bulletin, bulletinOf } from "../report/export/collect/bulletin";
import type { Collection } from "../report/export/collect/collection";
import { writeOutput } from "./writeFile";

/** A complaint, or null where it was written. */
export async function writeBulletin(
  path: string,
  collection: Collection,
  read: readonly string[],
): Promise<string | null> {
  const content = /\.docx$/i.test(path) ? await writeDocument(bulletinOf(collection)) : bulletin(collection);
  return writeOutput(path, content, read);
}
