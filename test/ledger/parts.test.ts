/** A project and the rows that take it apart: totals add it up once. */
import { ledgerOf, type Rows } from "./ledgerOf";

const HEAD = ["序号", "项目名称", "责任单位", "总投资（万元）"];

/** [how parts are numbered, their serials] */
const SERIALS: readonly (readonly [string, readonly (string | number)[]])[] = [
  ["1.1", ["1.1", "1.2"]],
  ["1.1 as numbers", [1.1, 1.2]],
  ["1-1", ["1-1", "1-2"]],
  ["（1）", ["（1）", "（2）"]],
  ["①", ["①", "②"]],
];

function rows(serials: readonly (string | number)[], whole: number): Rows {
  const [first = "", second = ""] = serials;
  return [
    HEAD,
    [1, "云台片区提升工程", "住建局", whole],
    [first, "云台路改建工程", "住建局", 600],
    [second, "云台公园新建工程", "住建局", 400],
    [2, "东渠改造工程", "水利局", 300],
  ];
}

it.each(SERIALS)("parts numbered %s are no part of a total that has their whole", (_, serials) => {
  const ledger = ledgerOf([...rows(serials, 1000), ["合计：2个", null, null, 1300]]);
  expect(ledger.projects).toHaveLength(4);
  expect(ledger.totals).toMatchObject([{ row: 6, of: [2, 5], count: 2 }]);
});

it("whether parts are counted is left to the clerk", () => {
  const ledger = ledgerOf([...rows(["1.1", "1.2"], 1000), ["合计：4个", null, null, 1300]]);
  expect(ledger.totals).toMatchObject([{ row: 6, of: [2, 5], count: null }]);
});

it.each([
  ["whose figures do not make up that of the row above", rows(["1.1", "1.2"], 900)],
  ["of another number", rows(["3.1", "3.2"], 1000)],
])("rows %s are projects like any other", (_, body) => {
  const ledger = ledgerOf([...body, ["合计", null, null, 2200]]);
  expect(ledger.totals).toMatchObject([{ of: [2, 3, 4, 5] }]);
});
