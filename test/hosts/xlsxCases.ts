/** Workbooks as programs really write them, each small and made on the spot, with what every cell of the first sheet means. */
import { type BookParts, MAIN, makeXlsx, makeZip, oneSheet, sheetXml } from "./makeXlsx";

export interface XlsxCase {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** By row: days as "day:serial", errors as "error:code". */
  readonly rows: Readonly<Record<number, readonly unknown[]>>;
  /** Where a library reads otherwise: what it gives, and why ours is right. */
  readonly others?: Readonly<Partial<Record<"sheetjs" | "hucre" | "office", string>>>;
}

const s = (index: number, at: string) => `<c r="${at}" t="s"><v>${String(index)}</v></c>`;
const n = (value: number | string, at: string, style = 0) =>
  `<c r="${at}" s="${String(style)}"><v>${String(value)}</v></c>`;
const inline = (text: string, at: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (number: number, cells: string) => `<row r="${String(number)}">${cells}</row>`;
const plain = '<xf numFmtId="0"/>';

/** One cell a format: A1, B1 … hold 45828 in each of them. */
function inFormats(formats: readonly (number | string)[]): BookParts {
  const codes = formats.flatMap((code, index) =>
    typeof code === "string" ? [`<numFmt numFmtId="${String(200 + index)}" formatCode="${code}"/>`] : [],
  );
  const xfs = formats.map((code, index) => `<xf numFmtId="${String(typeof code === "number" ? code : 200 + index)}"/>`);
  const cells = formats.map((_, index) => `<c s="${String(index + 1)}"><v>45828</v></c>`);
  return { sheets: [{ rows: row(1, cells.join("")) }], codes: codes.join(""), formats: plain + xfs.join("") };
}

const days = (count: number) => ({ 1: Array.from({ length: count }, () => "day:45828") });
const numbers = (count: number) => ({ 1: Array.from({ length: count }, () => 45828) });

const BUILTIN_DAYS = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58];
const CODED_DAYS = [
  "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;",
  "[$-804]yyyy&quot;年&quot;m&quot;月&quot;;@",
  "[DBNum1][$-804]yyyy&quot;年&quot;m&quot;月&quot;",
  "yyyy\\-mm\\-dd",
  "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
  "[$-804]aaaa",
  "yyyy/m/d h:mm AM/PM",
  "[h]:mm:ss",
  "mm:ss.0",
  "[Red]yyyy.mm",
  "上午/下午h&quot;时&quot;",
];
const CODED_NUMBERS = [
  "G/通用格式",
  "General",
  "0.00&quot;亩&quot;",
  "0.00\\d",
  "#,##0.00_ ;[Red]\\-#,##0.00\\ ",
  "[DBNum2][$-804]0",
  "&quot;第&quot;0&quot;日&quot;",
  "0.00E+00",
  "0&quot;days&quot;",
  "[&gt;=10000]0!.0,&quot;万&quot;;0",
  "_ ¥* #,##0.00_ ;_ ¥* \\-#,##0.00_ ;_ ¥* &quot;-&quot;??_ ;_ @_ ",
];

export const XLSX_CASES: readonly XlsxCase[] = [
  {
    name: "shared strings, several cells sharing one",
    bytes: oneSheet(row(1, s(0, "A1") + s(1, "B1") + s(0, "C1")), {
      strings: "<si><t>交通局</t></si><si><t>水利局</t></si>",
    }),
    rows: { 1: ["交通局", "水利局", "交通局"] },
  },
  {
    name: "rich text joined, phonetic runs dropped",
    bytes: oneSheet(row(1, s(0, "A1") + s(1, "B1")), {
      strings:
        '<si><r><t>总</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 投资</t></r></si>' +
        '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>',
    }),
    rows: { 1: ["总 投资", "東京"] },
  },
  {
    name: "an empty shared string in either spelling keeps the numbering",
    bytes: oneSheet(row(1, s(0, "A1") + s(1, "B1") + s(2, "C1") + s(3, "D1")), {
      strings: "<si/><si><t/></si><si><t></t></si><si><t>尾</t></si>",
    }),
    others: { sheetjs: "every number behind an empty item is one too low: it does not count <si/>" },
    rows: { 1: [null, null, null, "尾"] },
  },
  {
    name: "entities, above the basic plane too",
    bytes: oneSheet(row(1, s(0, "A1") + inline("&lt;甲&gt; &amp; &quot;乙&quot; &apos;&#20013;&#x6587;", "B1")), {
      strings: "<si><t>&#x1F600;&#128512;😀</t></si>",
    }),
    rows: { 1: ["😀😀😀", '<甲> & "乙" \'中文'] },
    others: { sheetjs: "keeps only 16 bits of a code point: &#x1F600; becomes a character of the private area" },
  },
  {
    name: "an escaped ampersand is unescaped once",
    bytes: oneSheet(row(1, inline("&amp;lt; &amp;amp;", "A1"))),
    rows: { 1: ["&lt; &amp;"] },
  },
  {
    name: "CDATA, alone and among text",
    bytes: oneSheet(row(1, s(0, "A1") + inline("<![CDATA[甲<乙&]]>", "B1")), {
      strings: "<si><t>前<![CDATA[<b>&amp;]]>后&amp;</t></si>",
    }),
    rows: { 1: ["前<b>&amp;后&", "甲<乙&"] },
  },
  {
    name: "_x000D_ and other escapes of Excel, an escaped escape left alone",
    bytes: oneSheet(
      row(1, s(0, "A1") + s(1, "B1") + s(2, "C1") + `<c r="D1" t="str"><f>A1</f><v>甲_x000A_乙</v></c>`),
      {
        strings: "<si><t>甲_x000D_\n乙</t></si><si><t>_x005F_x0041_</t></si><si><t>a_b_x_y</t></si>",
      },
    ),
    rows: { 1: ["甲\r\n乙", "_x0041_", "a_b_x_y", "甲\n乙"] },
    others: {
      office: "\\r\\n becomes \\n: it makes one line end of both",
      sheetjs: "\\r\\n becomes \\n: it makes one line end of both",
    },
  },
  {
    name: "line breaks inside text: raw \\r\\n is one \\n, as XML says",
    bytes: oneSheet(row(1, s(0, "A1") + inline("甲\n乙", "B1")), { strings: "<si><t>项目\r\n名称</t></si>" }),
    rows: { 1: ["项目\n名称", "甲\n乙"] },
    others: { hucre: "keeps \\r\\n: it does not normalise line ends" },
  },
  {
    name: "spaces at both ends are kept",
    bytes: oneSheet(row(1, s(0, "A1") + s(1, "B1")), {
      strings: '<si><t xml:space="preserve">  前后  </t></si><si><t>　全角　</t></si>',
    }),
    rows: { 1: ["  前后  ", "　全角　"] },
  },
  {
    name: "text that looks like a number stays text",
    bytes: oneSheet(row(1, inline("007", "A1") + s(0, "B1") + `<c r="C1" t="str"><v>12</v></c>`), {
      strings: "<si><t>13800138000</t></si>",
    }),
    rows: { 1: ["007", "13800138000", "12"] },
  },
  {
    name: "numbers in every notation, rounded as a double rounds",
    bytes: oneSheet(
      row(
        1,
        [
          "0",
          "-0.5",
          "123456789.12",
          "1E+20",
          "1.5e-7",
          "0.1",
          "12345678901234567890",
          "0.30000000000000004",
          "5E-324",
          "007",
          "9007199254740993",
        ]
          .map((text, i) => n(text, `${String.fromCharCode(65 + i)}1`))
          .join(""),
      ) + row(2, '<c r="A2"><v> 42 </v></c><c r="B2"><v>+7</v></c><c r="C2"><v>1.10</v></c><c r="D2"><v>.5</v></c>'),
    ),
    others: { office: "15 digits: it writes no more of a number" },
    rows: {
      1: [
        0, -0.5, 123456789.12, 1e20, 1.5e-7, 0.1, 12345678901234567890, 0.30000000000000004, 5e-324, 7,
        9007199254740992,
      ],
      2: [42, 7, 1.1, 0.5],
    },
  },
  {
    name: "booleans and errors",
    bytes: oneSheet(
      row(
        1,
        '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#N/A</v></c>' +
          '<c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1" t="e"><v>#REF!</v></c>',
      ),
    ),
    rows: { 1: [true, false, "error:#N/A", "error:#DIV/0!", "error:#REF!"] },
    others: { hucre: 'errors are texts like "#N/A": it has no error value' },
  },
  {
    name: "formulas by their cached value: number, text, boolean, nothing shown, nothing cached",
    bytes: oneSheet(
      row(
        1,
        '<c r="A1"><f>1+2</f><v>3</v></c><c r="B1" t="str"><f>"甲"&amp;"乙"</f><v>甲乙</v></c>' +
          '<c r="C1" t="b"><f>1=1</f><v>1</v></c><c r="D1" t="str"><f>""</f><v></v></c><c r="E1"><f>X1</f></c><c r="F1"><v>9</v></c>',
      ),
    ),
    others: { office: "a formula without cached value is 0: it has computed it" },
    rows: { 1: [3, "甲乙", true, "", null, 9] },
  },
  {
    name: "shared and array formulas",
    bytes: oneSheet(
      row(1, '<c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2</f><v>2</v></c><c r="B1"><v>1</v></c>') +
        row(2, '<c r="A2"><f t="shared" si="0"/><v>4</v></c><c r="B2"><v>2</v></c>') +
        row(3, '<c r="A3"><f t="array" ref="A3">SUM(B1:B2)</f><v>3</v></c>'),
    ),
    rows: { 1: [2, 1], 2: [4, 2], 3: [3] },
  },
  {
    name: "builtin formats that are days, the Chinese ones among them",
    bytes: makeXlsx(inFormats(BUILTIN_DAYS)),
    others: { sheetjs: "no format code for 27–36 and 50–58: its table ends at 49" },
    rows: days(BUILTIN_DAYS.length),
  },
  {
    name: "format codes that are days",
    bytes: makeXlsx(inFormats(CODED_DAYS)),
    others: {
      office: "上午/下午 is a number: outside a Chinese installation it knows only AM/PM",
      hucre: "[$-804]aaaa is a number: it knows no aaaa",
    },
    rows: days(CODED_DAYS.length),
  },
  {
    name: "format codes that are numbers although they hold letters of days",
    bytes: makeXlsx(inFormats(CODED_NUMBERS)),
    others: { office: "G/通用格式 is a day: outside a Chinese installation it reads the G of an era" },
    rows: numbers(CODED_NUMBERS.length),
  },
  {
    name: "builtin formats that are numbers",
    bytes: makeXlsx(inFormats([0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 37, 38, 39, 40, 41, 42, 43, 44, 48, 49, 59, 62])),
    rows: numbers(22),
  },
  {
    name: "an xf without numFmtId is format 0, a style that is not there too",
    bytes: oneSheet(row(1, n(45828, "A1", 0) + n(45828, "B1", 1) + n(45828, "C1", 99)), {
      formats: '<xf/><xf numFmtId="14"/>',
    }),
    rows: { 1: [45828, "day:45828", 45828] },
  },
  {
    name: "days of the 1904 system keep their serial",
    bytes: oneSheet(row(1, n(44366, "A1", 1)), { date1904: true, formats: `${plain}<xf numFmtId="14"/>` }),
    rows: { 1: ["day:44366"] },
  },
  {
    name: "days with a time, first days, and what no program shows as a day",
    bytes: oneSheet(
      row(
        1,
        n("45828.34722222219", "A1", 1) +
          n("0.5", "B1", 1) +
          n(1, "C1", 1) +
          n(60, "D1", 1) +
          n(-5, "E1", 1) +
          n(2958466, "F1", 1),
      ),
      { formats: `${plain}<xf numFmtId="22"/>` },
    ),
    others: { hucre: "60 is 59 (29 February 1900 moved), -5 and 2958466 are days although no program shows them so" },
    rows: { 1: ["day:45828.34722222219", "day:0.5", "day:1", "day:60", -5, 2958466] },
  },
  {
    name: "ISO days (t=d)",
    bytes: oneSheet(
      row(
        1,
        '<c r="A1" t="d" s="1"><v>2025-06-20</v></c><c r="B1" t="d"><v>2025-06-20T12:00:00</v></c><c r="C1" t="d"><v>1900-01-01T00:00:00.000Z</v></c>',
      ),
      { formats: `${plain}<xf numFmtId="14"/>` },
    ),
    rows: { 1: ["day:45828", "day:45828.5", "day:1"] },
    others: {
      office: "a time is lost from the format, and 1900-01-01 is 2: it counts from 1899-12-30",
      hucre: 'the text "2025-06-20": it knows no cell of type d',
      sheetjs: "the serial without a format: it gives a cell of type d none",
    },
  },
  {
    name: "percentages are numbers",
    bytes: oneSheet(row(1, n(0.6, "A1", 1) + n(0.254, "B1", 2)), {
      formats: `${plain}<xf numFmtId="9"/><xf numFmtId="10"/>`,
    }),
    rows: { 1: [0.6, 0.254] },
  },
  {
    name: "cells and rows without r",
    bytes: oneSheet(
      '<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c/><c t="inlineStr"><is><t>丙</t></is></c></row>',
    ),
    others: { sheetjs: "rows count from the last one that held something: it does not count <row/>" },
    rows: { 1: [1, 2], 3: [null, "丙"] },
  },
  {
    name: "some cells with r, some without",
    bytes: oneSheet('<row r="2"><c r="C2"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'),
    rows: { 2: [null, null, 1, 2], 3: [3] },
  },
  {
    name: "prefixed elements (Open XML SDK)",
    bytes: makeXlsx({
      sheets: [
        {
          xml: `<?xml version="1.0" encoding="utf-8"?><x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c><x:c r="C1"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData><x:mergeCells count="1"><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>`,
        },
      ],
      strings: `<?xml version="1.0"?><x:sst xmlns:x="${MAIN}"><x:si><x:t>乙</x:t></x:si></x:sst>`,
    }),
    rows: { 1: ["乙", "甲", 2] },
  },
  {
    name: "newlines and tabs inside tags, single quotes, space around the equals sign",
    bytes: oneSheet(
      `<row\n  r='1'\n><c\n r="A1"\n\ts='0'\n><v>1</v></c\n><c r = "B1" t = 'inlineStr' ><is\n><t\n>甲</t ></is ></c ></row >`,
    ),
    rows: { 1: [1, "甲"] },
    others: { sheetjs: "loses cells whose tag holds a newline" },
  },
  {
    name: "comments and instructions between and inside cells",
    bytes: oneSheet(
      '<!-- <row r="9"><c r="A9"><v>9</v></c></row> --><row r="1"><!-- > --><c r="A1"><!-- x --><v>1<!-- y --></v></c><?pi <c?><c r="B1"><v>2</v></c></row>',
    ),
    rows: { 1: [1, 2] },
    others: {
      sheetjs: "reads the row inside the comment: it knows no comments",
    },
  },
  {
    name: "strict namespaces",
    bytes: makeXlsx({
      sheets: [{ rows: row(1, n(1, "A1") + inline("甲", "B1")) }],
      parts: {
        "_rels/.rels":
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels":
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/workbook.xml":
          '<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" conformance="strict"><sheets><sheet name="甲" sheetId="1" r:id="rId1" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"/></sheets></workbook>',
      },
    }),
    rows: { 1: [1, "甲"] },
  },
  {
    name: "absolute targets",
    bytes: makeXlsx({
      sheets: [{ rows: row(1, n(7, "A1")) }],
      parts: {
        "_rels/.rels":
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels":
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
      },
    }),
    rows: { 1: [7] },
  },
  {
    name: "a wrong dimension is not believed",
    bytes: oneSheet(row(1, n(1, "A1")) + row(5, n(2, "D5")), { before: '<dimension ref="A1"/>' }),
    rows: { 1: [1], 5: [null, null, null, 2] },
  },
  {
    name: "a byte order mark before every part",
    bytes: makeXlsx({
      sheets: [{ xml: `\ufeff${sheetXml({ rows: row(1, s(0, "A1")) })}` }],
      strings: null,
      moreRelations:
        '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>',
      parts: { "xl/sharedStrings.xml": `\ufeff<sst xmlns="${MAIN}"><si><t>甲</t></si></sst>` },
    }),
    rows: { 1: ["甲"] },
  },
  {
    name: "UTF-16 parts",
    bytes: makeXlsx({
      sheets: [{ xml: utf16(sheetXml({ rows: row(1, inline("甲", "A1") + n(3, "B1")) }).replace("UTF-8", "UTF-16")) }],
    }),
    rows: { 1: ["甲", 3] },
    others: {
      hucre: "an empty sheet: it reads parts as UTF-8 only",
    },
  },
  {
    name: "shared strings missing although cells ask for them",
    bytes: oneSheet(row(1, s(0, "A1") + n(5, "B1")), { strings: null }),
    rows: { 1: [null, 5] },
    others: { sheetjs: "nothing at all, the number beside it lost as well" },
  },
  {
    name: "a shared string number that is not there",
    bytes: oneSheet(row(1, s(7, "A1") + n(5, "B1")), { strings: "<si><t>甲</t></si>" }),
    rows: { 1: [null, 5] },
    others: { sheetjs: "nothing at all, the number beside it lost as well" },
  },
  {
    name: "parts named with backslashes and other letter case",
    bytes: (() => {
      const book = makeXlsx({
        sheets: [{ rows: row(1, n(1, "A1")) }],
        parts: {
          "xl/worksheets/sheet1.xml": null,
          "xl\\Worksheets\\Sheet1.xml": sheetXml({ rows: row(1, n(8, "A1")) }),
        },
      });
      return book;
    })(),
    rows: { 1: [8] },
    others: { office: "refused", hucre: "refused: it compares part names letter by letter" },
  },
  {
    name: "parts stored without compression",
    bytes: makeZip(
      {
        "_rels/.rels":
          '<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="甲" sheetId="1" r:id="a"/></sheets></workbook>`,
        "xl/_rels/workbook.xml.rels":
          '<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/any.xml"/></Relationships>',
        "xl/worksheets/any.xml": sheetXml({
          rows: row(1, n(1, "A1")),
        }),
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      },
      0,
    ),
    others: { office: "refused: it goes by content types, of which there are none here" },
    rows: { 1: [1] },
  },
  {
    name: "names and headings that would reach a prototype",
    bytes: oneSheet(row(1, inline("__proto__", "A1") + inline("constructor", "B1")), { name: "__proto__" }),
    rows: { 1: ["__proto__", "constructor"] },
  },
  {
    name: "elements of other namespaces among cells",
    bytes: oneSheet(
      '<row r="1" x14ac:dyDescent="0.25" spans="1:3" xmlns:x14ac="u"><c r="A1"><v>1</v><extLst><ext><x:v xmlns:x="u">9</x:v></ext></extLst></c><c r="B1"><v>2</v></c></row>',
    ),
    rows: { 1: [1, 2] },
    others: { hucre: "19 for 1: it joins the value of the extension to the cell's" },
  },
  {
    name: "cells out of order and a cell twice: the last one counts",
    bytes: oneSheet('<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c><c r="A1"><v>5</v></c></row>'),
    rows: { 1: [5, null, 3] },
  },
  {
    name: "attributes that hold what looks like the end of a tag",
    bytes: oneSheet(
      '<row r="1"><c r="A1"><f ca="1" note="a>b/">IF(A2&gt;1,1,0)</f><v>1</v></c><c r="B1" note="/>"><v>2</v></c></row>',
    ),
    rows: { 1: [1, 2] },
  },
];

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  bytes.set([0xff, 0xfe]);
  for (let i = 0; i < text.length; i++) {
    bytes[2 + i * 2] = text.charCodeAt(i) & 0xff;
    bytes[3 + i * 2] = text.charCodeAt(i) >> 8;
  }
  return bytes;
}
