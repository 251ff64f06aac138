/** What the workbench shows of a file beside its values. */
import { openPackage } from "../../src/hosts/file/patch";
import { lookSteps, type Look } from "../../workbench/xlsx/look";
import { makeXlsx } from "../hosts/makeXlsx";

const STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="14"/><color theme="0" tint="-0.5"/><name val="黑体"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/></patternFill></fill></fills>
<borders count="2"><border/><border><left style="thin"><color indexed="10"/></left><right/><top/><bottom style="double"/></border></borders>
<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="176" fontId="1" fillId="2" borderId="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="31" fontId="0" fillId="0" borderId="0"/></cellXfs>
</styleSheet>`;

function readLook(bytes: Uint8Array): Look {
  const steps = lookSteps(openPackage(bytes, {}));
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

const look = (rows: string, around: { before?: string } = {}) =>
  readLook(makeXlsx({ parts: { "xl/styles.xml": STYLES }, sheets: [{ name: "台账", rows, ...around }] })).sheets[0];

describe("the look of a file", () => {
  it("reads fonts, fills, borders, alignment and number formats of a style", () => {
    const { styles } = readLook(makeXlsx({ parts: { "xl/styles.xml": STYLES }, sheets: [{ name: "台账", rows: "" }] }));
    expect(styles[1]).toEqual({
      bl: 1,
      fs: 14,
      ff: "黑体",
      cl: { rgb: "#808080" },
      vt: 2,
      ht: 2,
      tb: 3,
      n: { pattern: 'yyyy"年"m"月"' },
      bg: { rgb: "#DDEBF7" },
      bd: { l: { s: 1, cl: { rgb: "#FF0000" } }, b: { s: 7, cl: { rgb: "#000000" } } },
    });
    expect(styles[2]?.n).toEqual({ pattern: 'yyyy"年"m"月"d"日"' });
  });

  it("writes a shared formula out for every cell that shares it", () => {
    const sheet = look(
      `<row r="1"><c r="C1"><f t="shared" ref="C1:C3" si="0">A1+$B$1</f><v>1</v></c></row>` +
        `<row r="2"><c r="C2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="C3"><f t="shared" si="0"/></c></row>`,
    );
    expect(sheet?.rows.map(({ cells }) => cells[0]?.formula)).toEqual(["A1+$B$1", "A2+$B$1", "A3+$B$1"]);
  });

  it("places cells and rows that do not say where they stand", () => {
    const sheet = look(`<row><c s="1"/><c r="D1" s="2"/><c s="1"/></row><row ht="30"><c s="2"/></row>`);
    expect(sheet?.rows.map(({ row, height, cells }) => [row, height, cells.map(({ column }) => column)])).toEqual([
      [1, null, [0, 3, 4]],
      [2, 30, [0]],
    ]);
  });

  it("knows the areas that array formulas fill", () => {
    const sheet = look(`<row r="2"><c r="B2"><f t="array" ref="B2:C9">_xldudf_XM_SIMILAR(A1:A9)</f><v>1</v></c></row>`);
    expect(sheet?.arrays).toEqual([{ top: 2, left: 1, bottom: 9, right: 2 }]);
  });
});
