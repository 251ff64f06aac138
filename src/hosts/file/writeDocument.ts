/**
 * Writes a document of ours as .docx: the only door by which a text for a word processor leaves us.
 *
 * Over docx (MIT; released every few days, no code made of strings at run time, nothing loaded beside it): 70 KB gzipped
 * in a browser, and loaded only when a document is written.
 */
import type * as DocxLibrary from "docx";
import type { DocumentTable, ExportDocument } from "../../sheet/exportDocument";

type Docx = typeof DocxLibrary;

/** 公文 sizes in half-points: title 二号, text 三号, tables 五号. */
const SIZES = { title: 44, text: 32, table: 21, note: 21 } as const;
const TITLE_FONT = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "方正小标宋简体" };
const HEADING_FONT = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "黑体" };
const TEXT_FONT = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "仿宋_GB2312" };
/** A4 with the margins of an official document, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, top: 2098, bottom: 1984, left: 1588, right: 1474 } as const;
const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;

export async function writeDocument(document: ExportDocument): Promise<Uint8Array> {
  const docx = await import("docx");
  const { title, opening, sections, notes } = document;
  const children = [
    new docx.Paragraph({
      alignment: docx.AlignmentType.CENTER,
      heading: docx.HeadingLevel.TITLE,
      spacing: { after: 400 },
      children: [run(docx, title, SIZES.title, TITLE_FONT)],
    }),
    ...opening.map((line) => textParagraph(docx, line)),
    ...sections.flatMap(({ heading, lines, tables }) => [
      new docx.Paragraph({
        heading: docx.HeadingLevel.HEADING_1,
        keepNext: true,
        spacing: { before: 240, after: 120 },
        children: [run(docx, heading, SIZES.text, HEADING_FONT)],
      }),
      ...lines.map((line) => textParagraph(docx, line)),
      ...tables.flatMap((table) => [gap(docx), tableOf(docx, table), gap(docx)]),
    ]),
    ...(notes.length > 0
      ? [gap(docx), noteParagraph(docx, "注："), ...notes.map((note) => noteParagraph(docx, note))]
      : []),
  ];
  const made = new docx.Document({
    creator: "ledger-check",
    title: clean(title),
    styles: { default: { document: { run: { font: TEXT_FONT, size: SIZES.text } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.top, bottom: PAGE.bottom, left: PAGE.left, right: PAGE.right },
          },
        },
        footers: { default: pageNumber(docx) },
        children,
      },
    ],
  });
  return new Uint8Array(await docx.Packer.toArrayBuffer(made));
}

function run(docx: Docx, text: string, size: number, font: typeof TEXT_FONT): InstanceType<Docx["TextRun"]> {
  return new docx.TextRun({ text: clean(text), size, font, color: "000000" });
}

function textParagraph(docx: Docx, line: string): InstanceType<Docx["Paragraph"]> {
  return new docx.Paragraph({
    // Two characters in front, 28 points a line, as official documents stand.
    indent: { firstLine: 640 },
    spacing: { line: 560, lineRule: docx.LineRuleType.EXACT },
    children: [run(docx, line, SIZES.text, TEXT_FONT)],
  });
}

function noteParagraph(docx: Docx, note: string): InstanceType<Docx["Paragraph"]> {
  return new docx.Paragraph({ spacing: { line: 320 }, children: [run(docx, note, SIZES.note, TEXT_FONT)] });
}

/** A table set right below a line of text touches it. */
function gap(docx: Docx): InstanceType<Docx["Paragraph"]> {
  return new docx.Paragraph({ spacing: { line: 160, lineRule: docx.LineRuleType.EXACT }, children: [] });
}

function tableOf(docx: Docx, { headings, widths, rows }: DocumentTable): InstanceType<Docx["Table"]> {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columnWidths = widths.map((width) => Math.floor((TEXT_WIDTH * width) / whole));
  const rowOf = (cells: readonly string[], isHeading: boolean): InstanceType<Docx["TableRow"]> =>
    new docx.TableRow({
      tableHeader: isHeading,
      cantSplit: true,
      children: headings.map(
        (_, column) =>
          new docx.TableCell({
            width: { size: columnWidths[column] ?? 0, type: docx.WidthType.DXA },
            verticalAlign: docx.VerticalAlignTable.CENTER,
            margins: { top: 40, bottom: 40, left: 80, right: 80 },
            children: [
              new docx.Paragraph({
                alignment: isHeading || column === 0 ? docx.AlignmentType.CENTER : docx.AlignmentType.LEFT,
                children: [run(docx, cells[column] ?? "", SIZES.table, isHeading ? HEADING_FONT : TEXT_FONT)],
              }),
            ],
          }),
      ),
    });
  return new docx.Table({
    columnWidths,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: docx.WidthType.DXA },
    rows: [rowOf(headings, true), ...rows.map((cells) => rowOf(cells, false))],
  });
}

function pageNumber(docx: Docx): InstanceType<Docx["Footer"]> {
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        alignment: docx.AlignmentType.CENTER,
        children: [new docx.TextRun({ children: ["— ", docx.PageNumber.CURRENT, " —"], size: 28, font: TEXT_FONT })],
      }),
    ],
  });
}

/** Without the characters that XML cannot hold. */
function clean(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, "");
}
