/** .csv and .tsv as Chinese programs write them. */
import * as fc from "fast-check";
import iconv from "iconv-lite";
import { parseRecords } from "../../src/hosts/file/csv";
import { openWorkbook } from "../../src/hosts/file/open";
import { CellError } from "../../src/sheet/cell";
import { FAR_FROM_QUADRATIC, growth } from "../growth";
import { allRows } from "./readAll";

const TABLE = "序号,项目名称,总投资（万元）\n1,县医院,1200\n";
const ROWS = [
  ["序号", "项目名称", "总投资（万元）"],
  ["1", "县医院", "1200"],
];

it.each<[string, string, Uint8Array]>([
  ["UTF-8", "台账.csv", new TextEncoder().encode(TABLE)],
  ["UTF-8 with a mark", "台账.csv", new TextEncoder().encode(`\ufeff${TABLE}`)],
  ["GB18030", "台账.csv", iconv.encode(TABLE, "gb18030")],
  ["UTF-16 with a mark", "台账.csv", iconv.encode(TABLE, "utf16le", { addBOM: true })],
  ["UTF-16 big-endian, with tabs", "台账.txt", iconv.encode(TABLE.replaceAll(",", "\t"), "utf16be", { addBOM: true })],
  ["\\r\\n", "台账.csv", new TextEncoder().encode(TABLE.replaceAll("\n", "\r\n"))],
  ["\\r alone", "台账.csv", new TextEncoder().encode(TABLE.replaceAll("\n", "\r"))],
  ["tabs", "台账.tsv", new TextEncoder().encode(TABLE.replaceAll(",", "\t"))],
  ["semicolons", "台账.csv", new TextEncoder().encode(TABLE.replaceAll(",", ";"))],
  ["tabs under the name of a workbook", "台账.xls", iconv.encode(TABLE.replaceAll(",", "\t"), "gb18030")],
  ["no line end at the end", "台账.csv", new TextEncoder().encode(TABLE.trimEnd())],
])("%s", async (_, fileName, bytes) => {
  const { sheets } = await openWorkbook(bytes, { fileName });
  expect(sheets.length).toBe(1);
  expect(sheets[0]?.name).toBe("台账");
  expect(sheets[0]?.untyped).toBe(true);
  expect(allRows(sheets[0]).map((row) => row.cells)).toEqual(ROWS);
});

it("a character of four bytes in GB18030", async () => {
  const bytes = iconv.encode("名称\n㐀😀𠀀\n", "gb18030");
  expect(allRows((await openWorkbook(bytes, { fileName: "a.csv" })).sheets[0])[1]?.cells).toEqual(["㐀😀𠀀"]);
});

it("every record is a row, blank ones too, at its own number", async () => {
  const { sheets } = await openWorkbook(new TextEncoder().encode("甲,乙\n\n,,\n1,2\n"), { fileName: "a.csv" });
  expect(allRows(sheets[0]).map((row) => [row.row, row.cells])).toEqual([
    [1, ["甲", "乙"]],
    [2, []],
    [3, []],
    [4, ["1", "2"]],
  ]);
});

it.each<[string, string, unknown[][]]>([
  ["quotes hold separators and line ends", 'a,"甲,乙\r\n丙",c\n1', [["a", "甲,乙\n丙", "c"], ["1"]]],
  ["doubled quotes", '"他说""好""",b', [['他说"好"', "b"]]],
  ["empty fields inside a record are null", "a,,c,", [["a", null, "c"]]],
  ["a quoted blank is null", '"",b', [[null, "b"]]],
  ["a quote inside a bare field is a character", '6"管,b', [['6"管', "b"]]],
  ["what follows a closing quote is kept", '"甲"乙,b', [["甲乙", "b"]]],
  [
    "a quote that never closes is a character of its line",
    '"甲,b\nc,d',
    [
      ['"甲', "b"],
      ["c", "d"],
    ],
  ],
  ["spaces are kept", " a , b ", [[" a ", " b "]]],
])("%s", (_, text, records) => {
  expect(parseRecords(text, ",")).toEqual(records);
});

it("whatever was written is read back", () => {
  const field = fc.string({ unit: fc.constantFrom("甲", "a", ",", '"', "\n", " ", "😀", ";"), maxLength: 6 });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), { maxLength: 6 }), (table) => {
      const text = table.map((record) => record.map(quoted).join(",") + "\r\n").join("");
      const expected = table.map((record) => {
        const cells = record.map((content) => (content === "" ? null : content));
        while (cells.length > 0 && cells.at(-1) === null) cells.pop();
        return cells;
      });
      expect(parseRecords(text, ",")).toEqual(expected);
    }),
  );
});

it.each([
  ["a long field", (size: number) => `"${"项".repeat(size)}",b`],
  ["many records", (size: number) => "a,b,c\n".repeat(size)],
  ["quotes that are never closed", (size: number) => '"never closed\n'.repeat(size)],
])("%s takes no more than its length", (_what, text) => {
  expect(parseRecords(text(100_000), ",")).not.toHaveLength(0);
  expect(growth((size) => void parseRecords(text(size), ","), 2_000)).toBeLessThan(FAR_FROM_QUADRATIC);
});

test("an error value that a program exported is one, other text with a number sign is text", () => {
  expect(parseRecords("#REF!,#N/A,#1楼,#", ",")).toEqual([
    [new CellError("#REF!"), new CellError("#N/A"), "#1楼", "#"],
  ]);
});
