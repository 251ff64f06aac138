/** Workbooks that are no .xlsx come in by the same door. */
import * as sheetjs from "@e965/xlsx";
import { openWorkbook } from "../../src/hosts/file/open";
import { Mark } from "../../src/sheet/cell";
import { allRows, shownRows } from "./readAll";

function book(): sheetjs.WorkBook {
  const sheet = sheetjs.utils.aoa_to_sheet([
    ["序号", "项目名称", "总投资"],
    [1, " 县医院\n迁建 ", 1200.5],
    [],
    [
      { t: "n", v: 45828, z: "m/d/yy" },
      { t: "n", v: 0.6, z: "0%" },
      { t: "e", v: 0x2a },
      { t: "n", v: 3, f: "1+2" },
      { t: "b", v: true },
      { t: "s", v: "007", z: "@" },
    ],
  ]);
  sheet["!merges"] = [{ s: { r: 0, c: 2 }, e: { r: 0, c: 3 } }];
  const made = sheetjs.utils.book_new();
  sheetjs.utils.book_append_sheet(made, sheet, "台账");
  return made;
}

const written = (bookType: sheetjs.BookType) =>
  new Uint8Array(sheetjs.write(book(), { type: "array", bookType, compression: true }) as ArrayBuffer);

const ROWS = {
  1: ["序号", "项目名称", "总投资"],
  2: [1, " 县医院\n迁建 ", 1200.5],
  4: ["day:45828", 0.6, "error:#N/A", 3, true, "007"],
};

it.each<[string, sheetjs.BookType]>([
  [".xls", "biff8"],
  [".xlsb", "xlsb"],
  ["XML of 2003", "xlml"],
])("%s", async (_, type) => {
  // The name says nothing: what counts is what the file holds.
  const { sheets } = await openWorkbook(written(type), { fileName: "台账.xlsx" });
  expect(sheets.map((sheet) => sheet.name)).toEqual(["台账"]);
  expect(shownRows(sheets[0])).toEqual(ROWS);
  expect(sheets[0]?.merges).toEqual([{ top: 1, left: 2, bottom: 1, right: 3 }]);
  const marks = allRows(sheets[0]).at(-1)?.marks;
  expect((marks?.[1] ?? 0) & Mark.percent).toBe(Mark.percent);
  // This writer puts formulas into XML only.
  if (type === "xlml") expect((marks?.[3] ?? 0) & Mark.formula).toBe(Mark.formula);
});

it("an .xlsx named .xls is read as what it is", async () => {
  expect(shownRows((await openWorkbook(written("xlsx"), { fileName: "台账.xls" })).sheets[0])).toEqual(ROWS);
});

it(".ods, which keeps no error values of this writer", async () => {
  const { sheets } = await openWorkbook(written("ods"), { fileName: "台账.ods" });
  expect(shownRows(sheets[0])).toMatchObject({ 1: ROWS[1], 2: ROWS[2] });
  expect(shownRows(sheets[0])[4]?.[0]).toBe("day:45828");
});

it("days in the builtin formats of Chinese Excel and WPS, in .xls too", async () => {
  for (const format of [27, 31, 36, 50, 57, 58]) {
    const bytes = written("biff8");
    let changed = 0;
    for (let at = 0; at + 8 < bytes.length; at++) {
      // The XF record of the day, whose format is builtin 14.
      if (bytes[at] !== 0xe0 || bytes[at + 1] !== 0 || bytes[at + 2] !== 20 || bytes[at + 6] !== 14) continue;
      bytes[at + 6] = format;
      changed++;
    }
    expect(changed).toBe(1);
    expect(shownRows((await openWorkbook(bytes, { fileName: "台账.xls" })).sheets[0])[4]?.[0]).toBe("day:45828");
  }
});

it("a web page with a table that calls itself .xls, as many systems export", async () => {
  const page =
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table border="1">' +
    '<tr><th colspan="2">项目</th><th>总投资（万元）</th></tr><tr><td>1</td><td>县医院&amp;分院</td><td>1,200</td></tr></table></body></html>';
  const { sheets } = await openWorkbook(new TextEncoder().encode(page), { fileName: "导出.xls" });
  expect(shownRows(sheets[0])).toEqual({ 1: ["项目", null, "总投资（万元）"], 2: [1, "县医院&分院", 1200] });
  expect(sheets[0]?.merges).toEqual([{ top: 1, left: 0, bottom: 1, right: 1 }]);
});

it("an .xls cut off or damaged is refused", async () => {
  const whole = written("biff8");
  for (const bytes of [whole.subarray(0, 600), whole.subarray(0, 40)]) {
    await expect(openWorkbook(bytes, { fileName: "台账.xls" })).rejects.toMatchObject({ name: "ReadFailure" });
  }
});
