/** What compares projects with each other costs ten times as much on ten times the rows, however alike they are: work is counted, not time. */
import type { CellValue } from "../../src/sheet/cell";
import { countWork, type WorkCounter } from "./work";

type Row = readonly CellValue[];
type Files = readonly (readonly Row[])[];

const HEADING = ["项目名称", "项目代码", "项目单位", "责任部门", "总投资（万元）", "项目阶段"];
const CODE = "2503-130981-04-01-573274";

/** Row by row, what a county's ledgers might hold; spread over two files. */
const SHAPES: Readonly<Record<string, (index: number) => Row>> = {
  "all different": (index) => [
    `第${String(index)}号水库除险加固工程`,
    "",
    `业主${String(index)}`,
    `部门${String(index % 40)}`,
    5000 + index,
    "储备",
  ],
  "one name for all": (index) => [
    "柳林镇污水处理厂工程",
    "",
    `业主${String(index)}`,
    "水务局",
    5000 + (index % 7),
    "储备",
  ],
  "one name, and nothing else in common": (index) => [
    "柳林镇污水处理厂工程",
    "",
    `业主${String(index)}`,
    `部门${String(index)}`,
    5000 + index,
    "储备",
  ],
  "one stem in parts": (index) => [
    `标准厂房第${String(index)}标段工程`,
    "",
    "县产业发展公司",
    "工业和信息化局",
    900,
    "储备",
  ],
  "one code for all": (index) => [`第${String(index)}号泵站工程`, CODE, "县水务公司", "水务局", 700 + index, "储备"],
  "names that begin alike": (index) => [
    `${"云溪县城区老旧供水管网".repeat(4)}${String(index)}改造工程`,
    "",
    "县水务公司",
    "水务局",
    900 + index,
    "储备",
  ],
  "a wrong subtotal behind every fourth row": (index) =>
    index % 5 === 4
      ? ["小计", "", "", "", 1, ""]
      : [`第${String(index)}号闸站工程`, "", "县水务公司", "水务局", 700 + index, "储备"],
};

const COMPARING = ["F103", "F108", "F111", "F112", "C212", "R505", "R506", "D603", "K701", "K702", "K704"];
const FEW = 120;
/** Ten where work is linear and a hundred where it is quadratic; what begins only behind the first rows makes it a little more. */
const LINEAR = 20;

let counter: WorkCounter;
let workOf: (code: string, files: Files) => number;

beforeAll(async () => {
  counter = countWork();
  jest.resetModules();
  const [{ checkLedgers }, { readLedger }, { RULES }, { gridSheet }, { optionsOn }] = await Promise.all([
    import("../../src/findings/check"),
    import("../../src/ledger/read"),
    import("../../src/rules/index"),
    import("../../src/sheet/grid"),
    import("./judge"),
  ]);
  workOf = (code, files) => {
    const ledgers = files.map((rows, index) =>
      readLedger(gridSheet("台账", [HEADING, ...rows]), { file: `${String(index + 1)}.xlsx` }),
    );
    const rules = RULES.filter((rule) => rule.code === code);
    counter.since();
    checkLedgers(ledgers, { ...optionsOn("2025-06-20"), rules });
    return counter.since();
  };
});

afterAll(() => {
  counter.stop();
});

function filesOf(rowOf: (index: number) => Row, count: number): Files {
  const rows = Array.from({ length: count }, (_, index) => rowOf(index));
  return [rows.slice(0, count / 2), rows.slice(count / 2)];
}

describe.each(Object.entries(SHAPES))("%s", (_, rowOf) => {
  it.each(COMPARING)("%s costs about ten times as much on ten times the rows", (code) => {
    workOf(code, filesOf(rowOf, 20));
    const few = workOf(code, filesOf(rowOf, FEW));
    const many = workOf(code, filesOf(rowOf, FEW * 10));
    expect(few).toBeGreaterThan(FEW);
    expect(many / few).toBeLessThan(LINEAR);
  });
});

it("a comparison of each with each is found out", async () => {
  const { pairsAlike } = await import("./quadratic");
  const work = (count: number): number => {
    const names = Array.from({ length: count }, (_, index) => `柳林镇第${String(index)}号`);
    counter.since();
    pairsAlike(names);
    return counter.since();
  };
  work(FEW);
  expect(work(FEW * 10) / work(FEW)).toBeGreaterThan(50);
});
