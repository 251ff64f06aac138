/** Rows whose height a file leaves open: nothing of their text is cut off in the workbench. */
import { openWorkbook } from "../../src/hosts/file/open";
import { openPackage } from "../../src/hosts/file/patch";
import { workbookSteps } from "../../workbench/xlsx/data";
import { lookSteps } from "../../workbench/xlsx/look";
import { makeXlsx } from "../hosts/makeXlsx";

/** 0: 11 points; 1: wrapped; 2: a title of 18 points. */
const STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<fonts count="2"><font><sz val="11"/></font><font><sz val="18"/></font></fonts>
<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>
<cellXfs count="3"><xf fontId="0"/><xf fontId="0" applyAlignment="1"><alignment wrapText="1"/></xf><xf fontId="1"/></cellXfs>
</styleSheet>`;
const LONG = "平川县城乡供水一体化工程新建水厂一座铺设管网八十六公里";

function run<Result>(steps: Generator<unknown, Result>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** What the engine is told of a row's height, with column A 12 characters wide and B 60. */
async function heightOf(row: string, after = ""): Promise<{ readonly fixed?: number; readonly fitted?: number }> {
  const before = '<cols><col min="1" max="1" width="12"/><col min="2" max="2" width="60"/></cols>';
  const bytes = makeXlsx({ parts: { "xl/styles.xml": STYLES }, sheets: [{ name: "台账", rows: row, before, after }] });
  const look = run(lookSteps(openPackage(bytes, {})));
  const data = run(
    workbookSteps(await openWorkbook(bytes, { fileName: "台账.xlsx" }), look, { id: "1", name: "台账" }),
  );
  const { h, ah } = Object.values(data.sheets)[0]?.rowData?.[0] ?? {};
  return { ...(h === undefined ? {} : { fixed: h }), ...(ah === undefined ? {} : { fitted: ah }) };
}

const text = (at: string, style: number, said = LONG): string =>
  `<c r="${at}" s="${String(style)}" t="inlineStr"><is><t>${said}</t></is></c>`;

test("a wrapped text gets as many lines as its column asks for", async () => {
  const narrow = await heightOf(`<row r="1">${text("A1", 1)}</row>`);
  const wide = await heightOf(`<row r="1">${text("B1", 1)}</row>`);
  // 27 signs: five to a line in A, one line in B.
  expect(narrow.fitted).toBeGreaterThan(5 * 18);
  expect(wide.fitted ?? 0).toBeLessThan(2 * 18);
});

test("a number that does not fit behind what stands before it goes to a line of its own, or several", async () => {
  const lines = async (said: string): Promise<number> =>
    Math.round(((await heightOf(`<row r="1">${text("A1", 1, said)}</row>`)).fitted ?? 0) / 19);
  expect(await lines("赵某1380001")).toBe(2);
  expect(await lines("赵（0312-5551234）")).toBe(3);
});

test("a title in large letters gets their height, wrapped or not", async () => {
  expect((await heightOf(`<row r="1">${text("A1", 2, "储备台账")}</row>`)).fitted).toBeGreaterThan(30);
});

test.each([
  [
    "a row with a height of its own keeps it",
    `<row r="1" ht="30" customHeight="1">${text("A1", 1)}</row>`,
    { fixed: 40 },
  ],
  ["a text that does not wrap needs no more room", `<row r="1">${text("A1", 0)}</row>`, {}],
])("%s", async (_, row, height) => {
  expect(await heightOf(row)).toEqual(height);
});

test("a cell over several columns has the room of all of them, and one over several rows stretches none", async () => {
  const merge = (ref: string): string => `<mergeCells count="1"><mergeCell ref="${ref}"/></mergeCells>`;
  const across = await heightOf(`<row r="1">${text("A1", 1)}</row>`, merge("A1:B1"));
  expect(across.fitted ?? 0).toBeLessThan(2 * 18);
  expect(await heightOf(`<row r="1">${text("A1", 1)}</row>`, merge("A1:A4"))).toEqual({});
});
