import { fixOf } from "../../src/fixes/index";
import type { Choice } from "../../src/fixes/index";
import { FIXERS } from "../../src/fixes/fixers";
import { memoryHost } from "../../src/hosts/memory";
import { checkLedgers } from "../../src/findings/check";
import type { Finding } from "../../src/findings/finding";
import { fieldTerm } from "../../src/ledger/fields";
import { RULES } from "../../src/rules/index";
import { isRun, type ExampleRow } from "../../src/rules/rule";
import { parseCellName } from "../../src/sheet/address";
import { Mark, type CellValue } from "../../src/sheet/cell";
import type { Edit } from "../../src/sheet/edit";
import { gridSheet } from "../../src/sheet/grid";
import type { Sheet } from "../../src/sheet/sheet";
import { allFindings, COUNTY, judged, ledgerOf, optionsOn } from "../rules/judge";
import { layOut } from "../rules/layOut";

interface Mended {
  readonly before: readonly Finding[];
  readonly after: readonly Finding[];
}

function cellsOf(sheet: Sheet): CellValue[][] {
  return [...sheet.blocks()].flatMap((block) => block.map(({ cells }) => [...cells]));
}

function mend(sheet: Sheet, edits: readonly Edit[]): Sheet {
  const cells = cellsOf(sheet);
  for (const { at, was, put } of edits) {
    const place = parseCellName(at);
    const line = place && cells[place.row - 1];
    if (!place || !line) throw new Error(`No cell ${at}`);
    expect(line[place.column]).toEqual(was);
    line[place.column] = put;
  }
  return gridSheet(sheet.name, cells);
}

function mendedBy(sheet: Sheet, edits: readonly Edit[], on: string): Mended {
  return { before: allFindings(judged([sheet], on)), after: allFindings(judged([mend(sheet, edits)], on)) };
}

interface Case {
  readonly code: string;
  readonly rows: readonly ExampleRow[];
  readonly on: string;
}

const BAD: readonly (readonly [string, Case])[] = RULES.flatMap((rule) => {
  // Other sheets and former submissions have no cell to mend.
  const examples: readonly (readonly ExampleRow[])[] =
    rule.scope === "row"
      ? rule.bad.map((row) => [row])
      : rule.bad.flatMap((example) => (isRun(example) ? [] : [example]));
  return examples.map(
    (rows, index) => [`${rule.code} (${String(index + 1)})`, { code: rule.code, rows, on: rule.on }] as const,
  );
});

/** What each fix of a rule's bad examples leaves behind. */
describe("after a fix", () => {
  test.each(BAD)("of %s its finding is gone and no other has come", (_, { code, rows, on }) => {
    const sheet = layOut(rows);
    const ledger = ledgerOf(sheet);
    const findings = allFindings(checkLedgers([ledger], optionsOn(on))).filter((finding) => finding.code === code);
    for (const finding of findings) {
      const fix = fixOf(finding, ledger, COUNTY);
      if (!fix) continue;
      const ways: readonly (readonly Edit[])[] =
        fix.kind === "safe" ? [fix.edits] : fix.choices.map(({ edits }) => edits);
      for (const edits of ways) {
        const { before, after } = mendedBy(sheet, edits, on);
        expect(after.map(({ id }) => id)).not.toContain(finding.id);
        const known = new Map<string, number>();
        for (const each of before) known.set(each.code, (known.get(each.code) ?? 0) + 1);
        for (const each of after) known.set(each.code, (known.get(each.code) ?? 0) - 1);
        expect([...known].filter(([, left]) => left < 0)).toEqual([]);
      }
    }
  });
});

test("every rule that offers a fix shows one on an example of its own", () => {
  const offering = new Set(
    BAD.flatMap(([, { code, rows, on }]) => {
      const ledger = ledgerOf(layOut(rows));
      const findings = allFindings(checkLedgers([ledger], optionsOn(on))).filter((finding) => finding.code === code);
      return findings.some((finding) => fixOf(finding, ledger, COUNTY) !== null) ? [code] : [];
    }),
  );
  expect([...offering].sort()).toEqual(Object.keys(FIXERS).sort());
});

test("a fix is refused when the cell has changed since, and nothing is written", async () => {
  const rows: CellValue[][] = [
    ["项目名称", "责任部门", "总投资（万元）"],
    ["南湖水库除险加固工程", "水务局", "１，５００"],
  ];
  const ledger = ledgerOf(gridSheet("台账", rows));
  const finding = allFindings(checkLedgers([ledger], optionsOn("2025-06-20"))).find(({ code }) => code === "F115");
  const fix = finding && fixOf(finding, ledger, COUNTY);
  if (fix?.kind !== "safe") throw new Error("No safe fix");
  const [heading = [], row = []] = rows;
  const host = memoryHost({ sheets: [{ name: "台账", cells: [heading, [...row.slice(0, 2), 1800]] }] });
  expect(await host.write(fix.edits)).toEqual({ written: false, reason: "changed", at: "C2" });
  expect(host.value("台账", "C2")).toBe(1800);
});

const PLAIN: ExampleRow = { name: "南湖水库除险加固工程", department: "水务局", totalInvestment: 4300 };

function fixFor(code: string, rows: readonly ExampleRow[]): ReturnType<typeof fixOf> {
  const ledger = ledgerOf(layOut(rows));
  const finding = allFindings(checkLedgers([ledger], optionsOn("2025-06-20"))).find((each) => each.code === code);
  if (!finding) throw new Error(`No ${code} to mend`);
  return fixOf(finding, ledger, COUNTY);
}

describe("safe fixes change notation only", () => {
  test.each<[string, string, ExampleRow, CellValue]>([
    ["full-width digits", "F115", { ...PLAIN, totalInvestment: "１，５００" }, 1500],
    ["spaces around a number", "F115", { ...PLAIN, totalInvestment: " 1500 " }, 1500],
    ["hyphens of a project code", "F106", { ...PLAIN, code: "25031309810401573274" }, "2503-130981-04-01-573274"],
    ["brackets of a document number", "F110", { ...PLAIN, "proc.eia.no": "川环审[2025]12号" }, "川环审〔2025〕12号"],
    [
      "several document numbers, and what stands between them",
      "F110",
      { ...PLAIN, "proc.eia.no": "川环审（2025）第007号；川环函〔2024〕19号" },
      "川环审〔2025〕7号;川环函〔2024〕19号",
    ],
  ])("%s", (_, code, example, put) => {
    expect(fixFor(code, [example])).toMatchObject({ kind: "safe", edits: [{ put }] });
  });

  test("what could be meant in two ways is left to a person", () => {
    expect(fixFor("F110", [{ ...PLAIN, "proc.eia.no": "川环审[25]12号" }])).toBeNull();
  });
});

describe("choices", () => {
  const labels = (fix: ReturnType<typeof fixOf>): string[] =>
    fix?.kind === "choice" ? fix.choices.map((choice: Choice) => choice.label) : [];

  test("an amount of a doubtful order is offered in the units in which it would be one of the column's", () => {
    const amounts = [1200, 3500, 860, 12000, 4300, 26000000];
    const fix = fixFor(
      "F103",
      amounts.map((totalInvestment, index) => ({ ...PLAIN, name: `第${String(index)}供水工程`, totalInvestment })),
    );
    expect(fix).toMatchObject({ kind: "choice" });
    expect(labels(fix)).toEqual(["2600（按元）"]);
  });

  test("a word that is no choice is offered those that are, the most alike first", () => {
    expect(labels(fixFor("F113", [{ ...PLAIN, channel: "债券方面" }]))[0]).toMatch(/债/);
  });

  test("an unfilled channel is offered those that pay for the row's area", () => {
    const found = labels(fixFor("C202", [{ ...PLAIN, stage: "申报", scale: "库容120万立方米", channel: "待定" }]));
    expect(found).toContain("专项债券");
  });
});

test("a formula is never replaced", () => {
  const heading = [fieldTerm("name"), fieldTerm("department"), `${fieldTerm("totalInvestment")}（万元）`];
  const sheet = gridSheet("台账", [heading, ["南湖水库除险加固工程", "水务局", "1500"]], {
    marks: new Map([[2, [0, 0, Mark.formula]]]),
  });
  const ledger = ledgerOf(sheet);
  const finding = allFindings(checkLedgers([ledger], optionsOn("2025-06-20"))).find(({ code }) => code === "F115");
  expect(finding).toBeDefined();
  expect(finding && fixOf(finding, ledger, COUNTY)).toBeNull();
});

describe("a rate that its figures do not give", () => {
  test.each<[string, CellValue, CellValue]>([
    ["as a text with its sign", "43.3%", "33.3%"],
    ["as a number of percent", 43.3, 33.3],
    ["as a share", 0.433, 0.3333],
    ["without decimals", "43%", "33%"],
  ])("is offered as they give it, %s", (_, was, put) => {
    const sheet = gridSheet("台账", [
      ["项目名称", "责任部门", "总投资（万元）", "年度计划投资（万元）", "本年完成投资（万元）", "投资完成率"],
      ["沿河路改造工程", "住房和城乡建设局", 9000, 3000, 1000, was],
    ]);
    const ledger = ledgerOf(sheet);
    const [finding] = allFindings(judged([sheet], "2025-06-20")).filter(({ code }) => code === "K703");
    expect(finding && fixOf(finding, ledger, COUNTY)).toMatchObject({
      kind: "choice",
      choices: [{ edits: [{ was, put }] }],
    });
  });

  test("is shown as the cell shows its own", () => {
    const rows = [
      ["项目名称", "责任部门", "总投资（万元）", "年度计划投资（万元）", "本年完成投资（万元）", "投资完成率"],
      ["沿河路改造工程", "住房和城乡建设局", 9000, 3000, 1000, 0.912],
    ];
    const sheet = gridSheet("台账", rows, { marks: new Map([[2, [0, 0, 0, 0, 0, Mark.percent]]]) });
    const [finding] = allFindings(judged([sheet], "2025-06-20")).filter(({ code }) => code === "K703");
    expect(finding && fixOf(finding, ledgerOf(sheet), COUNTY)).toMatchObject({
      choices: [{ label: "33.33%", edits: [{ was: 0.912, put: 0.3333, isPercent: true }] }],
    });
  });
});
