/** Every kind of workbook that leaves us, as other programs see it: openpyxl, SheetJS and LibreOffice read the same cells; pages are printed as forms; no formula is a stranger's. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openWorkbook } from "../../src/hosts/file/open";
import { writeWorkbook } from "../../src/hosts/file/write";
import { dayFromSerial } from "../../src/measure/day";
import { exportSheets } from "../../src/report/export";
import { reserveSheet } from "../../src/report/export/collect/sheets/reserve";
import { collectionSheets } from "../../src/report/export/collect/sheets/index";
import { standardTables } from "../../src/report/export/standardTable";
import { templateSheets } from "../../src/report/export/template";
import { runThrough } from "../../src/report/run";
import { cellName } from "../../src/sheet/address";
import { CellError, SerialDay, type CellValue } from "../../src/sheet/cell";
import type { ExportSheet } from "../../src/sheet/exportSheet";
import { gridSheet } from "../../src/sheet/grid";
import { ours, sheetJs } from "../hosts/otherReaders";
import { AS_OF, collectionOf, PACK, RUNS } from "./collections";
import { officePages, officeSheets } from "./office";
import { openpyxl } from "./readers";

/** A name of which every part tempts a program. */
const HOSTILE = '=HYPERLINK("http://example.invalid","点这里")';

async function exported(name: string): Promise<ExportSheet[]> {
  const { sheets } = await openWorkbook(new Uint8Array(readFileSync(join("examples", name))), { fileName: name });
  return exportSheets(runThrough([{ path: name, sheets }], { pack: PACK, asOf: AS_OF }));
}

const WORKBOOKS: Readonly<Record<string, () => Promise<ExportSheet[]> | ExportSheet[]>> = {
  "a clerk's export": () => exported("交通局项目台账.xlsx"),
  "the export of applications": () => exported("2024年申报审核台账.xlsx"),
  "the export of a department with calls, targets and replacements": () => {
    const [run] = RUNS;
    return run ? exportSheets(run) : [];
  },
  "the bureau's collection": () => {
    const columns = [
      { heading: "项目名称", format: "wrapped" },
      { heading: "总投资（万元）", format: "amount" },
    ] as const;
    return [...collectionSheets(collectionOf()), reserveSheet([[HOSTILE, 12.5]], columns, AS_OF)];
  },
  "the template": () => templateSheets({ pack: PACK, asOf: AS_OF }),
  "the export of a hostile ledger": () =>
    exportSheets(
      runThrough(
        [
          {
            path: "a.xlsx",
            sheets: [
              gridSheet("+表 (1)'s & 「甲」", [
                ["项目名称", "责任部门", "总投资（万元）", "备注"],
                [HOSTILE, "@水务局", 12, "-1+1"],
                ["甲\u0001工程", "=1+1", "约3000", '"a","b"\n第二行'],
              ]),
            ],
          },
        ],
        { pack: PACK, asOf: AS_OF },
      ),
    ),
};

const CASES = Object.entries(WORKBOOKS);

describe.each(CASES)("%s", (_, make) => {
  let sheets: readonly ExportSheet[] = [];
  let bytes = new Uint8Array();
  beforeAll(async () => {
    sheets = await make();
    bytes = new Uint8Array(await writeWorkbook(sheets));
  });

  it("SheetJS reads what we read", async () => {
    expect(sheetJs(bytes)).toEqual(await ours(bytes));
  });

  it("openpyxl reads it without complaint, with the same cells, and no formula but ours", () => {
    const seen = openpyxl(bytes);
    if (seen === null) return;
    expect(seen.length).toBeGreaterThanOrEqual(sheets.length);
    sheets.forEach((sheet, index) => {
      const found = seen[index];
      const own = new Set((sheet.formulas ?? []).map(({ row, column }) => cellName(row, column)));
      expect(new Set(found?.formulas)).toEqual(own);
      const wanted = Object.fromEntries(Object.entries(cellsOf(sheet)).filter(([at]) => !own.has(at)));
      const read = Object.fromEntries(Object.entries(found?.cells ?? {}).filter(([at]) => !own.has(at)));
      expect(lined(read)).toEqual(lined(wanted));
    });
  });

  it("is set up to be printed: landscape, its heading on every page, its first columns where it is wide, filtered", () => {
    const seen = openpyxl(bytes);
    if (seen === null) return;
    sheets.forEach((sheet, index) => {
      const heading = String(sheet.heading ?? 0);
      const found = seen[index];
      expect([found?.orientation, found?.paper]).toEqual(["landscape", sheet.paper === "a3" ? 8 : 9]);
      // On pages of charts alone nothing stands below a heading.
      const titles = sheet.charts && sheet.cells.length <= 30 ? null : `$${heading}:$${heading}`;
      expect([sheet.name, found?.titles.rows]).toEqual([sheet.name, titles]);
      expect(found?.frozen).toBe(cellName(Number(heading) + 1, sheet.frozenColumns ?? 0));
      if (sheet.cells.length > Number(heading)) expect(found?.filter).toContain(`A${heading}:`);
      expect(found?.lists).toBe(sheet.columns.filter(({ choices }) => choices?.length).length);
      expect(found?.notes).toBe(sheet.columns.filter(({ note }) => note !== undefined).length);
    });
  });

  it("LibreOffice shows the same values", () => {
    const seen = officeSheets(bytes);
    if (seen === null) {
      expect(process.env["CI_REQUIRES_OFFICE"]).not.toBe("1");
      return;
    }
    const names = Object.keys(seen);
    expect(names.length).toBeGreaterThanOrEqual(sheets.length);
    for (const sheet of sheets) {
      const table = seen[sheet.name] ?? seen[names.find((name) => name.includes(sheet.name.slice(-6))) ?? ""] ?? [];
      const own = new Set((sheet.formulas ?? []).map(({ row, column }) => cellName(row, column)));
      for (const [at, value] of Object.entries(cellsOf(sheet))) {
        if (own.has(at)) continue;
        const { row, column } = placeOf(at);
        expect([sheet.name, at, shown(table[row - 1]?.[column] ?? "", value)]).toEqual([sheet.name, at, value]);
      }
    }
  });
});

/** What a program should read, by address; blanks left out. */
function cellsOf({ cells }: ExportSheet): Record<string, string | number | boolean> {
  const wanted: Record<string, string | number | boolean> = {};
  cells.forEach((row, index) => {
    row.forEach((value, column) => {
      const said = plain(value);
      if (said !== null && said !== "") wanted[cellName(index + 1, column)] = said;
    });
  });
  return wanted;
}

function plain(value: CellValue): string | number | boolean | null {
  if (value instanceof SerialDay) return dayFromSerial(value.serial, value.date1904) ?? "";
  if (value instanceof CellError) return value.code;
  return typeof value === "string" ? value.replace(/[\u0000-\u0008]/g, "") : value;
}

function lined(cells: Readonly<Record<string, string | number | boolean>>): Record<string, string | number | boolean> {
  return Object.fromEntries(
    Object.entries(cells).map(([at, value]) => [at, typeof value === "string" ? value.replace(/\r\n?/g, "\n") : value]),
  );
}

function placeOf(at: string): { row: number; column: number } {
  const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(at) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits), column };
}

/** A cell of a text file as the kind of value that was written. */
function shown(text: string, value: string | number | boolean): string | number | boolean {
  if (typeof value === "number" && text.endsWith("%")) {
    const share = Number(text.slice(0, -1)) / 100;
    return Math.abs(share - value) < 1e-6 ? value : share;
  }
  if (typeof value === "number") return Number(text);
  if (typeof value === "boolean") return text === "TRUE";
  return text;
}

const LONG = runThrough(
  [
    {
      path: "a.xlsx",
      sheets: [
        gridSheet("台账", [
          ["项目名称", "责任部门", "总投资（万元）", "建设内容及规模"],
          ...Array.from({ length: 120 }, (_, index) => [
            `云溪县第${String(index + 1)}号工程`,
            "水务局",
            1000 + index,
            "改造供水主管网42公里",
          ]),
        ]),
      ],
    },
  ],
  { pack: PACK, asOf: AS_OF },
);

it("a long table prints on landscape A4 pages, its heading on each, no column cut off", async () => {
  const pdf = officePages(await writeWorkbook(standardTables(LONG.ledgers, LONG.options)), "xlsx");
  if (pdf === null) {
    expect(process.env["CI_REQUIRES_OFFICE"]).not.toBe("1");
    return;
  }
  const pages = pagesOf(pdf);
  if (pages === null) {
    expect(process.env["CI_REQUIRES_OFFICE"]).not.toBe("1");
    return;
  }
  expect(pages.texts.length).toBeGreaterThan(2);
  for (const text of pages.texts)
    for (const heading of ["项目名称", "总投资（万元）", "建设内容及规模"]) expect(text).toContain(heading);
  expect(pages.texts.join("").match(/云溪县第\d+号工程/g)).toHaveLength(120);
  // A picture of the first page has ink on it and is wider than high.
  expect(pages.picture.width).toBeGreaterThan(pages.picture.height);
  expect(pages.picture.ink).toBeGreaterThan(0.005);
});

interface Pages {
  readonly texts: readonly string[];
  readonly picture: { readonly width: number; readonly height: number; readonly ink: number };
}

/** By poppler; null where it is not installed. */
function pagesOf(pdf: Uint8Array): Pages | null {
  const folder = mkdtempSync(join(tmpdir(), "ledger-check-pages-"));
  try {
    const path = join(folder, "a.pdf");
    writeFileSync(path, pdf);
    if (spawnSync("pdftoppm", ["-r", "40", "-gray", "-f", "1", "-l", "1", path, join(folder, "page")]).status !== 0)
      return null;
    const { stdout } = spawnSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
    const picture = readFileSync(join(folder, readdirSync(folder).find((name) => name.endsWith(".pgm")) ?? ""));
    return { texts: stdout.split("\f").filter((page) => page.trim() !== ""), picture: measured(picture) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A grey picture: 「P5 width height 255」 and a byte a point. */
function measured(picture: Uint8Array): Pages["picture"] {
  const [head = "", width = "0", height = "0"] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(new TextDecoder("latin1").decode(picture.subarray(0, 40))) ?? [];
  const points = picture.subarray(head.length);
  const dark = points.reduce((sum, point) => sum + (point < 128 ? 1 : 0), 0);
  return { width: Number(width), height: Number(height), ink: dark / points.length };
}
