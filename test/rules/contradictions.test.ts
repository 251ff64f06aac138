/** K706: what is said of amounts that cannot be, and what is left to the rules that say it already. */
import type { Finding } from "../../src/findings/finding";
import type { ExampleRow } from "../../src/rules/rule";
import { sentences } from "../../src/words/finding";
import { allFindings, judgedExample } from "./judge";

const PROJECT = { name: "张庄河清淤工程", department: "水务局" };

function findingsOf(...rows: readonly ExampleRow[]): readonly Finding[] {
  return allFindings(judgedExample(rows, "2025-06-20"));
}

function saidOf(row: ExampleRow): readonly string[] {
  return findingsOf({ ...PROJECT, ...row })
    .filter(({ code }) => code === "K706")
    .map((finding) => sentences(finding, "zh").message);
}

test.each<[string, ExampleRow, readonly string[]]>([
  ["a negative total, once", { totalInvestment: -320, completed: 100 }, ["总投资是负数：-320万元。"]],
  [
    "brackets, which accountants mean as a minus",
    { totalInvestment: 900, arrived: "(50)" },
    ["到位资金是负数：-50万元。"],
  ],
  ["a total of nothing, once", { totalInvestment: 0, completed: 100, planThisYear: 50 }, ["总投资填的是零。"]],
  [
    "each contradiction of a row",
    { totalInvestment: 3000, planThisYear: 5000, completedThisYear: 1000, completed: 800, arrived: 4000 },
    [
      "本年完成投资1,000万元，比累计完成投资800万元还多200万元。",
      "年度计划投资5,000万元，比总投资3,000万元还多2,000万元。",
      "到位资金4,000万元，比总投资3,000万元还多1,000万元。",
    ],
  ],
  [
    "more this year than nothing in all",
    { totalInvestment: 900, completed: 0, completedThisYear: 5 },
    ["本年完成投资5万元，比累计完成投资0万元还多5万元。"],
  ],
])("is said: %s", (_, row, messages) => {
  expect([...saidOf(row)].sort()).toEqual([...messages].sort());
});

test.each<[string, ExampleRow]>([
  ["a whole that is equal", { totalInvestment: 3000, completed: 3000, planThisYear: 3000, arrived: 3000 }],
  ["zeros other than the total's", { totalInvestment: 3000, completed: 0, completedThisYear: 0, planThisYear: 0 }],
  ["blanks", { totalInvestment: "", completed: 300, completedThisYear: 100 }],
  ["what rounding may have made", { totalInvestment: "0.3亿元", completed: 3049 }],
  ["what 「约」 leaves room for", { totalInvestment: "约3000", completed: 3300 }],
  ["a cell that cannot be read", { totalInvestment: "见附件", completed: 300 }],
])("is not said of %s", (_, row) => {
  expect(saidOf(row)).toEqual([]);
});

describe("one cause is said once", () => {
  const codesOf = (...rows: readonly ExampleRow[]): readonly string[] =>
    findingsOf(...rows)
      .map(({ code }) => code)
      .filter((code) => /^(?:K706|C20[56]|F103)$/.test(code));

  test.each<[string, ExampleRow, readonly string[]]>([
    ["a total below what is asked for", { totalInvestment: 320, requested: 2000, completed: 1500 }, ["C205"]],
    ["a total of nothing, and something asked for", { totalInvestment: 0, requested: 2000 }, ["C205"]],
    ["a negative total, and sources of nothing", { totalInvestment: -320, fundsCentral: 0, fundsSelf: 0 }, ["C206"]],
    ["a negative total, and nothing asked for", { totalInvestment: -320, requested: 0 }, ["K706"]],
    [
      "a total below its sources",
      { totalInvestment: 320, fundsCentral: 2000, fundsSelf: 1200, completed: 1500, arrived: 3200 },
      ["C206"],
    ],
    [
      "a source that is negative, so that they do not add up",
      { totalInvestment: 3200, fundsCentral: 2000, fundsSelf: -1200 },
      ["C206"],
    ],
    [
      "more completed than even the sources give",
      { totalInvestment: 320, fundsCentral: 2000, fundsSelf: 1200, completed: 3900 },
      ["C206", "K706"],
    ],
  ])("%s", (_, row, codes) => {
    expect([...codesOf({ ...PROJECT, ...row })].sort()).toEqual(codes);
  });

  test("an amount that was typed in another unit than its column's", () => {
    const places = ["东庄", "西岭", "南沟", "北塬", "中坪", "上河"];
    const rows = places.map((place, index) => ({
      name: `${place}村供水管网改造工程`,
      department: "水务局",
      totalInvestment: 1200 + index * 100,
      completed: index === 5 ? 8_000_000 : 300,
    }));
    expect(codesOf(...rows)).toEqual(["F103"]);
  });
});

test("the finding stands on what exceeds, with its whole as the second cell", () => {
  const [finding] = findingsOf({ ...PROJECT, totalInvestment: 3200, completed: 3900 }).filter(
    ({ code }) => code === "K706",
  );
  expect(finding).toMatchObject({ field: "completed", fields: ["completed", "totalInvestment"], severity: "warning" });
  expect(finding?.cells).toHaveLength(2);
});
