/** The writer's files: read back by us and by others with equal values, printable, and without a formula of a stranger's making. */
import { strFromU8, unzipSync } from "fflate";
import fc from "fast-check";
import { openWorkbook } from "../../src/hosts/file/open";
import { writeWorkbook } from "../../src/hosts/file/write";
import { SerialDay, type CellValue } from "../../src/sheet/cell";
import type { ColumnFormat, ExportSheet } from "../../src/sheet/exportSheet";
import { converted, hasOffice, ours, sheetJs } from "../hosts/otherReaders";

const FORMATS: readonly ColumnFormat[] = ["code", "wrapped", "amount", "day", "share"];

function sheetOf(rows: readonly (readonly CellValue[])[], more: Partial<ExportSheet> = {}): ExportSheet {
  return {
    name: "标准项目表",
    cells: [
      ["云溪县标准项目表"],
      ["填报单位：交通运输局　　单位：万元"],
      ["代码", "项目名称", "总投资", "入库时间", "比例"],
      ...rows,
    ],
    columns: FORMATS.map((format) => ({ width: 14, format })),
    heading: 3,
    banner: [1, 2],
    paper: "a4",
    frozenRows: 3,
    ...more,
  };
}

const ROWS: readonly (readonly CellValue[])[] = [
  ["2503-130981-04-01-573274", "云溪县白河大桥\n新建工程", 12000.123456, new SerialDay(45736, false), 0.35],
  ["007", '=HYPERLINK("http://example.invalid")', -3, new SerialDay(45400, true), null],
  ["+1", "@SUM(A1)", 0, null, 1],
];

it("what was written reads back, by us and by SheetJS", async () => {
  const bytes = await writeWorkbook([sheetOf(ROWS)]);
  const [own] = await ours(bytes);
  expect(own?.cells).toMatchObject({
    A1: "云溪县标准项目表",
    A4: "2503-130981-04-01-573274",
    B4: "云溪县白河大桥\n新建工程",
    C4: 12000.123456,
    D4: "day:45736",
    E4: 0.35,
    A5: "007",
    D5: "day:46862",
    B6: "@SUM(A1)",
  });
  expect(sheetJs(bytes)[0]?.cells).toEqual(own?.cells);
});

it("any text is kept but for what no file can hold, and none becomes a formula", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 8 }), async (texts) => {
      const bytes = await writeWorkbook([sheetOf(texts.map((text) => ["1", text, null, null, null]))]);
      const [own] = await ours(bytes);
      texts.forEach((text, index) => {
        const kept = withoutControls(text);
        // A file's lines end in \n, whatever ended them before.
        expect(lines(String(own?.cells[`B${String(index + 4)}`] ?? ""))).toBe(lines(kept));
      });
      expect(sheetXml(bytes)).not.toContain("<f");
    }),
    { numRuns: 60 },
  );
});

function withoutControls(text: string): string {
  return [...text]
    .filter((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      const isControl = code < 32 && ![9, 10, 13].includes(code);
      return !isControl && code !== 0xfffe && code !== 0xffff && !(code >= 0xd800 && code <= 0xdfff);
    })
    .join("");
}

function lines(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

function sheetXml(bytes: Uint8Array, number = 1): string {
  return strFromU8(unzipSync(bytes)[`xl/worksheets/sheet${String(number)}.xml`] ?? new Uint8Array(0));
}

describe("the form", () => {
  const columns: ExportSheet["columns"] = [
    { width: 20, format: "code", note: "24 位代码" },
    { width: 40, format: "wrapped", choices: ["新建", "改建"] },
    { width: 14, format: "amount", choices: Array.from({ length: 90 }, (_, index) => `选项${String(index)}`) },
    { width: 12, format: "day" },
    { width: 8, format: "share", hidden: true },
  ];

  it("is frozen below its heading, filtered, fitted to the page's width, its heading repeated", async () => {
    const bytes = await writeWorkbook([sheetOf(ROWS, { columns, paper: "a3" })]);
    const xml = sheetXml(bytes);
    expect(xml).toContain('ySplit="3"');
    expect(xml).toContain('<autoFilter ref="A3:E6"/>');
    expect(xml).toMatch(/<pageSetup[^>]*paperSize="8"[^>]*orientation="landscape"[^>]*fitToWidth="1" fitToHeight="0"/);
    const workbook = strFromU8(unzipSync(bytes)["xl/workbook.xml"] ?? new Uint8Array(0));
    expect(workbook).toContain("'标准项目表'!$A$1:$E$6<");
    expect(workbook).toContain("'标准项目表'!$3:$3<");
    expect(workbook).toContain(`_FilterDatabase" localSheetId="0" hidden="1">'标准项目表'!$A$3:$E$6<`);
  });

  it("has short lists in the cell and long ones on a hidden sheet, for the rows to come too", async () => {
    const bytes = await writeWorkbook([sheetOf(ROWS, { columns, room: 10 })]);
    expect(sheetXml(bytes)).toContain('<formula1>"新建,改建"</formula1>');
    expect(sheetXml(bytes)).toContain('sqref="B4:B16"');
    expect(sheetXml(bytes)).toContain("<formula1>选项!$A$1:$A$90</formula1>");
    const { sheets } = await openWorkbook(bytes, { fileName: "a.xlsx" });
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["标准项目表", false],
      ["选项", true],
    ]);
    expect([...(sheets[0]?.hiddenColumns ?? [])]).toEqual([4]);
  });

  it("holds the formulas that we wrote, with what they give", async () => {
    const bytes = await writeWorkbook([
      sheetOf(ROWS, { formulas: [{ row: 6, column: 2, formula: "SUM(C4:C5)", gives: 11997.123456 }] }),
    ]);
    expect(sheetXml(bytes)).toContain("<f>SUM(C4:C5)</f><v>11997.123456</v>");
  });

  it("gives names that a workbook takes, each once", async () => {
    const bytes = await writeWorkbook([
      sheetOf(ROWS, { name: "地方政府专项债券/中央预算内投资" }),
      sheetOf(ROWS, { name: "地方政府专项债券:中央预算内投资" }),
      sheetOf(ROWS, { name: "很".repeat(40) }),
    ]);
    const { sheets } = await openWorkbook(bytes, { fileName: "a.xlsx" });
    expect(sheets.map(({ name }) => name)).toEqual([
      "地方政府专项债券 中央预算内投资",
      "地方政府专项债券 中央预算内投资(2)",
      "很".repeat(31),
    ]);
  });

  it("names any sheet so that a program finds it", async () => {
    const names = ["项目台账（错误信息）", "2025年 台账", "a&b-c", "A1"];
    const workbook = strFromU8(
      unzipSync(await writeWorkbook(names.map((name) => sheetOf(ROWS, { name }))))["xl/workbook.xml"] ??
        new Uint8Array(0),
    );
    names.forEach((name, index) => {
      const printed = `localSheetId="${String(index)}">&apos;${name.replace("&", "&amp;")}&apos;!$A$1:$E$6<`;
      expect(workbook.replaceAll("'", "&apos;")).toContain(printed);
    });
  });

  it("that is too wide for a page goes over several, its first columns on each and its title on the first", async () => {
    const wide = Array.from({ length: 60 }, () => ({ width: 14, format: "text" }) as const);
    const sheet = sheetOf([["1", "云溪县白河大桥"]], { columns: wide, paper: "a3", frozenColumns: 2 });
    const bytes = await writeWorkbook([sheet]);
    expect(sheetXml(bytes)).toContain('fitToWidth="3"');
    expect(sheetXml(bytes)).toContain('xSplit="2"');
    expect(sheetXml(bytes)).toContain('<mergeCell ref="A1:L1"/>');
    const workbook = strFromU8(unzipSync(bytes)["xl/workbook.xml"] ?? new Uint8Array(0));
    expect(workbook).toContain("'标准项目表'!$A:$B,'标准项目表'!$3:$3<");
  });

  it("gives room to texts of several lines, and no more than a program takes", async () => {
    const rows = [
      ["1", "很长的建设内容".repeat(20), 1, null, null],
      ["2", "短", 1, null, null],
      ["3", "行\n".repeat(200), 1, null, null],
    ];
    const xml = sheetXml(await writeWorkbook([sheetOf(rows)]));
    const height = (row: number): number =>
      Number(new RegExp(`<row r="${String(row)}"[^>]* ht="([\\d.]+)"`).exec(xml)?.[1] ?? 0);
    expect(height(4)).toBeGreaterThan(200);
    expect(height(5)).toBe(0);
    expect(height(6)).toBe(409);
  });

  it("lays bars in the order of their table, without a legend that repeats the title", async () => {
    const chart = { title: "按部门", names: 1, figures: 2, from: 4, to: 6 } as const;
    const drawn = async (kind: "bar" | "pie"): Promise<string> => {
      const parts = unzipSync(await writeWorkbook([sheetOf(ROWS, { charts: [{ ...chart, kind }] })]));
      return strFromU8(parts["xl/charts/chart1.xml"] ?? new Uint8Array(0));
    };
    expect(await drawn("bar")).toMatch(/<c:orientation val="maxMin"\/>/);
    expect(await drawn("bar")).not.toContain("<c:legend>");
    expect(await drawn("pie")).toContain("<c:legend>");
  });

  it("groups the long ones of a column of counts, ratios and amounts", async () => {
    const columns = [...FORMATS.slice(0, 2), "figure" as const, ...FORMATS.slice(3)].map((format) => ({
      width: 14,
      format,
    }));
    const rows = [30, 1.25, 1083584, 1504.5].map((figure) => ["1", "云溪县白河大桥", figure, null, null]);
    const bytes = await writeWorkbook([sheetOf(rows, { columns })]);
    const styles = strFromU8(unzipSync(bytes)["xl/styles.xml"] ?? new Uint8Array(0));
    const formatOf = (at: string): string => {
      const style = new RegExp(`<c r="${at}" s="(\\d+)"`).exec(sheetXml(bytes))?.[1];
      const xf = [...(/<cellXfs[^]*<\/cellXfs>/.exec(styles)?.[0] ?? "").matchAll(/<xf [^>]*numFmtId="(\d+)"/g)][
        Number(style)
      ];
      const codes = new Map(
        [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [id, code]),
      );
      return codes.get(xf?.[1]) ?? "";
    };
    expect([formatOf("C4"), formatOf("C5"), formatOf("C6"), formatOf("C7")]).toEqual(["", "", "#,##0", "#,##0.00"]);
  });

  it("draws charts of its own columns", async () => {
    const chart = { title: "按部门", kind: "column", names: 1, figures: 2, from: 4, to: 6 } as const;
    const parts = unzipSync(await writeWorkbook([sheetOf(ROWS, { charts: [chart] })]));
    expect(strFromU8(parts["xl/charts/chart1.xml"] ?? new Uint8Array(0))).toContain("$C$4:$C$6");
    expect(sheetXml(await writeWorkbook([sheetOf(ROWS, { charts: [chart, chart, chart] })]))).toMatch(
      /<rowBreaks[^>]*><brk id="6"[^>]*\/><brk id="36"/,
    );
    // Below the table, where it is printed with it.
    expect(strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array(0))).toContain("!$A$1:$E$22<");
  });
});

it("LibreOffice opens it and sees the same values", async () => {
  if (!hasOffice()) {
    expect(process.env["CI_REQUIRES_OFFICE"]).not.toBe("1");
    return;
  }
  const bytes = await writeWorkbook([sheetOf(ROWS)]);
  const csv = converted({ a: bytes }, "xlsx", "csv", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false")[
    "a"
  ];
  const text = new TextDecoder().decode(csv);
  expect(text.split("\n")[3]).toBe('2503-130981-04-01-573274,"云溪县白河大桥');
  expect(text).toContain('新建工程",12000.123456,2025-03-20,35%');
  expect(text).toContain('007,"=HYPERLINK(""http://example.invalid"")",-3,2028-04-19,');
  expect(text).toContain("+1,@SUM(A1),0,,100%");
});

it("a $ in a sheet's name is a letter like another, in the names of its print area too", async () => {
  const names = ["经费$", "$&"];
  const bytes = await writeWorkbook(names.map((name) => sheetOf(ROWS, { name })));
  expect((await ours(bytes)).map(({ name }) => name)).toEqual(names);
  expect(strFromU8(unzipSync(bytes)["xl/workbook.xml"] ?? new Uint8Array()).split("</sheets>")).toHaveLength(2);
});

it.each([
  ["is not repeated over charts alone", 3, false],
  ["is repeated where the table itself goes over several pages", 40, true],
])("the heading of a table with charts %s", async (_, count, isRepeated) => {
  const rows = Array.from({ length: count }, (__, index): CellValue[] => [
    `0${String(index)}`,
    "大桥工程",
    1200,
    null,
    1,
  ]);
  const chart = { title: "总投资", kind: "bar", names: 1, figures: 2, from: 4, to: 6 } as const;
  const bytes = await writeWorkbook([sheetOf(rows, { charts: [chart] })]);
  const workbook = strFromU8(unzipSync(bytes)["xl/workbook.xml"] ?? new Uint8Array(0));
  expect(workbook.includes("_xlnm.Print_Titles")).toBe(isRepeated);
});
