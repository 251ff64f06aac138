/** The self-test that a person runs in real Excel, through the genuine library at the oldest version that we serve. */
import { excelHost } from "../../src/hosts/excel/host";
import { SELF_TESTS, selfTest } from "../../src/sheet/selfTest";
import { bootOffice, LTSC_2021 } from "./boot";

test("passes at ExcelApi 1.14", async () => {
  const office = bootOffice("win32", [{ name: "台账", cells: [["项目名称"], ["柳林镇污水管网工程"]] }], LTSC_2021);
  const { lines } = await selfTest(excelHost({ supports: office.supports }));
  expect(lines.map(({ test, passed, detail }) => [test, passed, detail])).toEqual(
    SELF_TESTS.map((id) => [id, true, ""]),
  );
});
