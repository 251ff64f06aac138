/** One workbook in three programs, the file in the middle: what one reads, notes and leaves the others find. What the real programs do to it in between a person has to look at. */
import { readFileSync } from "node:fs";
import { unzipSync, zipSync } from "fflate";
import { excelHost } from "../../src/hosts/excel/host";
import { fileHost } from "../../src/hosts/file/host";
import { wpsHost } from "../../src/hosts/wps/index";
import { packInForce } from "../../src/policy/load";
import { verdictOf } from "../../src/report/build";
import { NOTE_KEYS, parseWaivers } from "../../src/report/notes";
import { runThrough, type Run, type RunOptions } from "../../src/report/run";
import { cellName } from "../../src/sheet/address";
import { Mark, SerialDay, type CellValue } from "../../src/sheet/cell";
import type { Host } from "../../src/sheet/host";
import type { Sheet } from "../../src/sheet/sheet";
import { BUILDS, WINDOWS } from "../../workbench/wps/build";
import { makeXlsx } from "../hosts/makeXlsx";
import { allRows } from "../hosts/readAll";
import { bootOffice, LTSC_2021 } from "../office/boot";
import type { StoredSheet } from "../office/store";
import { openWps } from "./open";

const DAY = "2025-06-20";
const { pack } = packInForce(DAY);
const LEDGERS = ["交通局项目台账.xlsx", "干净的储备台账.xlsx"] as const;
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(`examples/${name}`));

/** The sheets as a program shows them after it has opened the file. */
async function openedSheets(host: Host): Promise<StoredSheet[]> {
  const sheets: StoredSheet[] = [];
  for (const { name } of await host.sheets()) sheets.push(storedSheet(await host.read(name)));
  return sheets;
}

function storedSheet(sheet: Sheet): StoredSheet {
  const cells: (readonly CellValue[])[] = [];
  const formats: Record<string, string> = {};
  const formulas: Record<string, string> = {};
  const hiddenRows: number[] = [];
  for (const { row, cells: line, marks, hidden } of allRows(sheet)) {
    while (cells.length < row - 1) cells.push([]);
    cells[row - 1] = line;
    if (hidden) hiddenRows.push(row);
    line.forEach((value, column) => {
      const bits = marks?.[column] ?? 0;
      const at = cellName(row, column);
      if (value instanceof SerialDay) formats[at] = bits & Mark.month ? 'yyyy"年"m"月"' : "yyyy/m/d";
      else if (bits & Mark.percent) formats[at] = "0.0%";
      else if (bits & Mark.text) formats[at] = "@";
      if (bits & Mark.formula) formulas[at] = "=1";
    });
  }
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    cells,
    formats,
    formulas,
    hiddenRows,
    hiddenColumns: [...sheet.hiddenColumns],
    merges: sheet.merges,
  };
}

async function judged(host: Host, options: Partial<RunOptions> = {}): Promise<Run> {
  const sheets: Sheet[] = [];
  for (const { name } of await host.sheets()) sheets.push(await host.read(name));
  return runThrough([{ path: "台账.xlsx", sheets }], { pack, asOf: DAY, ...options });
}

/** Each finding with its identity, which waivers and the last submission hang on, and its place. */
function findings(run: Run): string[] {
  return run.result.perLedger
    .flatMap(({ findings: found }) => found)
    .map(({ id, code, row }) => `${code} ${String(row)} ${id}`)
    .sort();
}

const NOTES_PART = /^customXml\/item\d+\.xml$/;

/** XML parts of a file, as a program finds them when it opens it. */
function partsOf(bytes: Uint8Array): Map<string, string> {
  const files = Object.entries(unzipSync(bytes)).filter(([name]) => NOTES_PART.test(name));
  return new Map(files.map(([name, part]) => [name, new TextDecoder().decode(part)]));
}

/** The file as a program saves it: its XML parts put where they were, or anew. */
async function saved(bytes: Uint8Array, parts: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const own = [...parts.values()].at(-1) ?? "";
  // A place for the part, with everything that relates it to the workbook.
  const host = await fileHost(bytes, { fileName: "台账.xlsx" });
  await host.writeNote("place", "x");
  const files = unzipSync(host.bytes());
  const name = Object.keys(files).find((file) => NOTES_PART.test(file)) ?? "";
  return zipSync({ ...files, [name]: new TextEncoder().encode(own) });
}

describe.each(LEDGERS)("%s", (name) => {
  it("is judged alike from the file, in Excel and in every WPS, down to what waivers hang on", async () => {
    const file = await fileHost(bytesOf(name), { fileName: name });
    const sheets = await openedSheets(file);
    const expected = findings(await judged(file));
    const office = bootOffice("win32", sheets, LTSC_2021);
    expect(findings(await judged(excelHost(office)))).toEqual(expected);
    for (const build of BUILDS) {
      const { program } = openWps(sheets, { build });
      expect(findings(await judged(wpsHost({ program })))).toEqual(expected);
    }
  });
});

it("a waiver given in WPS counts from the file and in Excel, and one withdrawn in Excel is gone in WPS", async () => {
  const bytes = bytesOf(LEDGERS[0]);
  const file = await fileHost(bytes, { fileName: "台账.xlsx" });
  const sheets = await openedSheets(file);
  const before = verdictOf(await judged(file));

  const inWps = openWps(sheets, { build: WINDOWS });
  const wps = wpsHost({ program: inWps.program });
  const run = await judged(wps);
  const error = run.result.perLedger.flatMap((one) => one.findings).find(({ severity }) => severity === "error");
  const waiver = {
    id: error?.id ?? "",
    code: error?.code ?? "",
    reason: "上级<已>同意 & 正补办",
    by: "王敏",
    until: "2025-12-31",
  };
  await wps.writeNote(NOTE_KEYS.waivers, JSON.stringify([waiver]));

  const fromWps = await saved(bytes, inWps.store.xmlParts);
  const again = await fileHost(fromWps, { fileName: "台账.xlsx" });
  const waivers = parseWaivers(await again.readNote(NOTE_KEYS.waivers)) ?? [];
  expect(waivers).toEqual([waiver]);
  const after = verdictOf(await judged(again, { waivers }));
  expect([after.errors, after.waived]).toEqual([before.errors - 1, before.waived + 1]);

  const office = bootOffice("win32", sheets, LTSC_2021);
  for (const [id, xml] of partsOf(fromWps)) office.store.xmlParts.set(id, xml);
  const excel = excelHost(office);
  expect(parseWaivers(await excel.readNote(NOTE_KEYS.waivers))).toEqual([waiver]);
  await excel.writeNote(NOTE_KEYS.waivers, "[]");
  await excel.writeNote(NOTE_KEYS.choices, "{}");

  const back = openWps(sheets);
  for (const [id, xml] of partsOf(await saved(fromWps, office.store.xmlParts))) back.store.xmlParts.set(id, xml);
  const wpsAgain = wpsHost({ program: back.program });
  expect(await wpsAgain.readNote(NOTE_KEYS.waivers)).toBe("[]");
  expect(await wpsAgain.readNote(NOTE_KEYS.choices)).toBe("{}");
});

it("notes of another add-in's stay what they are", async () => {
  const { wps, program, store: own } = openWps([{ name: "台账", cells: [["甲"]] }]);
  own.xmlParts.set("{other}", '<data xmlns="urn:someone-else">勿动</data>');
  await wpsHost({ program }).writeNote("waivers", "[]");
  await wpsHost({ program }).writeNote("waivers", "[1]");
  expect(own.xmlParts.get("{other}")).toContain("勿动");
  expect(own.xmlParts.size).toBe(2);
  expect(wps.book.sheets()).toHaveLength(1);
});

it("a formula of ours stays in the file letter by letter, whatever else is mended in it", async () => {
  const formula = '_xldudf_XM_AMOUNT(A1)+IFERROR(_xldudf_XM_DAY("6月底",2025),0)';
  const bytes = makeXlsx({
    sheets: [
      {
        name: "台账",
        rows: `<row r="1"><c r="A1" t="inlineStr"><is><t>约1.2亿元</t></is></c><c r="B1"><f>${formula.replace(/"/g, "&quot;")}</f><v>12000</v></c></row>`,
      },
    ],
  });
  const host = await fileHost(bytes, { fileName: "台账.xlsx" });
  await host.writeNote("waivers", "[]");
  expect(await host.write([{ sheet: "台账", at: "A1", was: "约1.2亿元", put: 12000 }])).toEqual({ written: true });
  const sheet = new TextDecoder().decode(unzipSync(host.bytes())["xl/worksheets/sheet1.xml"]);
  expect(sheet.replace(/&quot;/g, '"')).toContain(`${formula}</f>`);

  const { program } = openWps([{ name: "台账", cells: [["约1.2亿元", 12000]], formulas: { B1: "=XM.金额万元(A1)" } }]);
  const wps = wpsHost({ program });
  const [row] = allRows(await wps.read("台账"));
  expect([row?.cells[1], row?.marks?.[1]]).toEqual([12000, Mark.formula]);
  const edit = { sheet: "台账", at: "B1", was: 12000, put: 1 };
  expect(await wps.write([edit])).toMatchObject({ written: false, reason: "changed" });
});
