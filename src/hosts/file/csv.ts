/** .csv and .tsv: one sheet of texts, named after the file, every record a row. */
import type { CellValue } from "../../sheet/cell";
import { gridSheet } from "../../sheet/grid";
import type { Workbook } from "../../sheet/sheet";
import { decodeText } from "./encoding";
import { cellError } from "./values";

export function readCsv(bytes: Uint8Array, fileName: string): Workbook {
  const text = decodeText(bytes);
  return { sheets: [gridSheet(sheetName(fileName), parseRecords(text, separatorOf(text)), { untyped: true })] };
}

/** The file's name without folders and ending. */
export function sheetName(fileName: string): string {
  const name = fileName.slice(Math.max(fileName.lastIndexOf("/"), fileName.lastIndexOf("\\")) + 1);
  return name.replace(/\.[^.]*$/, "") || name || "Sheet1";
}

const SEPARATORS = [",", "\t", ";", "，"] as const;
/** How much of a file is looked at to find its separator. */
const SAMPLE_RECORDS = 30;

/** The separator that splits the first records into most fields; a comma where none does. */
export function separatorOf(text: string): string {
  const sample = text.slice(0, 64 * 1024);
  let best: string = ",";
  let most = 0;
  for (const separator of SEPARATORS) {
    let fields = 0;
    for (const record of parseRecords(sample, separator, SAMPLE_RECORDS)) fields += record.length - 1;
    if (fields <= most) continue;
    most = fields;
    best = separator;
  }
  return best;
}

/** Records of quoted or bare fields; an empty field is null; line ends inside quotes stay in the field. */
export function parseRecords(text: string, separator: string, limit = Infinity): CellValue[][] {
  const records: CellValue[][] = [];
  let at = 0;
  while (at < text.length && records.length < limit) {
    const record: CellValue[] = [];
    for (;;) {
      const field = text[at] === '"' ? quotedField(text, at, separator) : bareField(text, at, separator);
      record.push(cellOf(field.text));
      at = field.end;
      if (text[at] !== separator) break;
      at++;
    }
    // A record of one blank field is a blank row, and stays one.
    while (record.length > 0 && record[record.length - 1] === null) record.pop();
    records.push(record);
    if (text[at] === "\r") at++;
    if (text[at] === "\n") at++;
  }
  return records;
}

/** What a program exports of a cell whose formula failed is no text that somebody wrote. */
const ERROR_CODE = /^#(?:REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/;

function cellOf(text: string): CellValue {
  if (text === "") return null;
  return text.startsWith("#") && ERROR_CODE.test(text) ? cellError(text) : text;
}

interface Field {
  readonly text: string;
  /** At the separator, the line end or the end of the text. */
  readonly end: number;
}

function bareField(text: string, from: number, separator: string): Field {
  let end = from;
  for (; end < text.length; end++) {
    const letter = text[end];
    if (letter === separator || letter === "\n" || letter === "\r") break;
  }
  return { text: text.slice(from, end), end };
}

/** A doubled quote stands for one; what follows the closing quote is kept, as Excel keeps it. */
function quotedField(text: string, from: number, separator: string): Field {
  let content = "";
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    // A quote that never closes is a character like another: the field ends with its line.
    if (quote < 0) return bareField(text, from, separator);
    content += text.slice(at, quote);
    at = quote + 1;
    if (text[at] !== '"') break;
    content += '"';
    at++;
  }
  const rest = bareField(text, at, separator);
  return { text: content.replace(/\r\n?/g, "\n") + rest.text, end: rest.end };
}
