/**
 * A large ledger of 20 columns, the same at every run: written by our own hand and, where LibreOffice is there, written
 * anew by it (where it finds a Chinese font, as .ci/run installs one, it writes every text of Chinese and figures as runs
 * that say their font, and the file is half as large again). It is such a ledger as departments hand in (project.ts):
 * every project of another name and code, funds that add up, steps that follow from the stage, and in two rows of a
 * hundred one of some twenty faults.
 */
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { Zip, ZipDeflate } from "fflate";
import { columnName } from "../../src/sheet/address";
import { COLUMNS, projectRow, type Cell } from "./project";

export interface LedgerFile {
  readonly path: string;
  /** Who wrote it last. */
  readonly writer: "LibreOffice" | "ours";
}

/** The file for so many projects, from the cache where it was made before. */
export function ledgerFile(rows: number, cache: string): LedgerFile {
  mkdirSync(cache, { recursive: true });
  const converted = join(cache, `libreoffice-${String(rows)}.xlsx`);
  if (existsSync(converted)) return { path: converted, writer: "LibreOffice" };
  const own = join(cache, `own-${String(rows)}.xlsx`);
  if (!existsSync(own)) {
    writeLedger(own + ".part", rows);
    renameSync(own + ".part", own);
  }
  return convert(own, converted, cache) ? { path: converted, writer: "LibreOffice" } : { path: own, writer: "ours" };
}

function convert(own: string, converted: string, cache: string): boolean {
  const out = join(cache, `converting-${String(process.pid)}`);
  const profile = join(cache, `profile-${String(process.pid)}`);
  const { status } = spawnSync(
    "soffice",
    [
      `-env:UserInstallation=file://${profile}`,
      "--headless",
      "--convert-to",
      "xlsx:Calc MS Excel 2007 XML",
      "--outdir",
      out,
      own,
    ],
    { stdio: "ignore" },
  );
  const made = join(out, own.slice(own.lastIndexOf("/") + 1));
  const done = status === 0 && existsSync(made);
  if (done) renameSync(made, converted);
  rmSync(out, { recursive: true, force: true });
  rmSync(profile, { recursive: true, force: true });
  return done;
}

const HEADINGS = Object.values(COLUMNS).map(([heading]) => heading);
const STYLES = Object.values(COLUMNS).map(([, kind]) => ({ text: 0, number: 1, day: 2 })[kind]);

function writeLedger(path: string, rows: number): void {
  const file = openSync(path, "w");
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    writeSync(file, chunk);
  });
  for (const [name, content] of Object.entries(SMALL_PARTS)) addPart(zip, name, [content]);
  addPart(zip, "xl/worksheets/sheet1.xml", sheetPieces(rows));
  zip.end();
  closeSync(file);
}

function addPart(zip: Zip, name: string, pieces: Iterable<string>): void {
  const part = new ZipDeflate(name, { level: 1 });
  zip.add(part);
  const encoder = new TextEncoder();
  for (const piece of pieces) part.push(encoder.encode(piece));
  part.push(new Uint8Array(0), true);
}

function* sheetPieces(rows: number): Generator<string> {
  yield `<worksheet xmlns="${MAIN}"><sheetData>`;
  yield rowXml(1, HEADINGS, []);
  for (let row = 1; row <= rows; row++) yield rowXml(row + 1, Object.values(projectRow(row)), STYLES);
  yield "</sheetData></worksheet>";
}

function rowXml(row: number, values: readonly Cell[], styles: readonly number[]): string {
  const cells = values.map((value, column) => {
    const at = `r="${columnName(column)}${String(row)}"`;
    if (value === "") return "";
    if (typeof value === "number") return `<c ${at} s="${String(styles[column] ?? 0)}"><v>${String(value)}</v></c>`;
    return `<c ${at} t="inlineStr"><is><t>${value}</t></is></c>`;
  });
  return `<row r="${String(row)}">${cells.join("")}</row>`;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const SMALL_PARTS: Readonly<Record<string, string>> = {
  "[Content_Types].xml":
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
  "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="台账" sheetId="1" r:id="r1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels":
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>` +
    `<Relationship Id="r2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  "xl/styles.xml":
    `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>` +
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="4" applyNumberFormat="1"/>' +
    '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
};
