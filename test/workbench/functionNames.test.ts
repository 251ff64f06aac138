/** Our functions as a file stores them and as a person types them. */
import { reachesOutside, storedFormula, typedFormula } from "../../workbench/xlsx/functionNames";

describe("names of our functions in formulas", () => {
  it.each([
    ["_xldudf_XM_AMOUNT(A1)", "=XM.AMOUNT(A1)"],
    ["SUM(_xldudf_XM_金额万元(A1:A9),1)", "=SUM(XM.金额万元(A1:A9),1)"],
    ["_xlfn.XLOOKUP(A1,B:B,C:C)", "=XLOOKUP(A1,B:B,C:C)"],
    ["_xlfn._xlws.FILTER(A1:A9,B1:B9)", "=FILTER(A1:A9,B1:B9)"],
    ['IF(A1="_xldudf_XM_AMOUNT(",1,2)', '=IF(A1="_xldudf_XM_AMOUNT(",1,2)'],
    ["A1+B1", "=A1+B1"],
  ])("a file's %s is typed %s", (stored, typed) => {
    expect(typedFormula(stored)).toBe(typed);
  });

  it.each([
    ["=XM.AMOUNT(A1)", "=_xldudf_XM_AMOUNT(A1)"],
    ["=xm.金额万元(A1)+XM.DAY(B1)", "=_xldudf_XM_金额万元(A1)+_xldudf_XM_DAY(B1)"],
    ['=IF(A1="XM.AMOUNT(1)",XM.DAY(B1),"")', '=IF(A1="XM.AMOUNT(1)",_xldudf_XM_DAY(B1),"")'],
    ["=SUM(A1:A2)", "=SUM(A1:A2)"],
  ])("typed %s is stored as %s", (typed, stored) => {
    expect(storedFormula(typed)).toBe(stored);
  });

  it.each([
    ["[1]Sheet1!A1*2", true],
    ["'C:\\账\\[总表.xlsx]Sheet1'!A1", true],
    ['IF(A1="[1]",1,2)', false],
    ["SUM(表1[金额])", false],
  ])("%s reaches outside the workbook: %s", (formula, outside) => {
    expect(reachesOutside(formula)).toBe(outside);
  });
});
