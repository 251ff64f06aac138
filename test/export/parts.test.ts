/** Parts of files gathered in any order say what one run over all of them says, and nothing twice. */
import fc from "fast-check";
import { calendarOf } from "../../src/policy/calendar";
import { makeJudge } from "../../src/policy/classify";
import { packInForce } from "../../src/policy/load";
import { acrossFiles } from "../../src/report/export/collect/across";
import { Gathering } from "../../src/report/export/collect/gather";
import { SharedMarks } from "../../src/report/export/collect/marks";
import { partOf, unreadablePart, type PartHead } from "../../src/report/export/collect/part";
import { statesOf } from "../../src/report/export/collect/previous";
import { reserveColumns } from "../../src/report/export/collect/sheets/reserve";
import { EMPTY, merge, summarise } from "../../src/report/export/collect/summary";
import { runThrough, type Run } from "../../src/report/run";
import type { CellValue } from "../../src/sheet/cell";
import { gridSheet } from "../../src/sheet/grid";
import { sheetsOf } from "../ledgers/grid";
import { randomLedgers } from "../ledgers/random";

const asOf = "2025-06-20";
const { pack } = packInForce(asOf);
const calendar = calendarOf(pack);
const judge = makeJudge(pack);
const COMPARING = new Set(["F111", "F112", "K704"]);

interface Stored {
  readonly path: string;
  readonly head: PartHead;
  readonly lines: readonly string[];
}

function stored(run: Run): Stored {
  const path = run.files[0]?.path ?? "";
  const { head, lines } = partOf(run, { path, receipt: "none", writtenOn: asOf }, "sheets");
  // As from a disk or another machine.
  return { path, head: JSON.parse(JSON.stringify(head)) as PartHead, lines: [...lines] };
}

function gathered(parts: readonly Stored[]) {
  const gathering = new Gathering();
  for (const { path, head } of parts) gathering.add(path, head);
  const byPath = new Map(parts.map(({ path, lines }) => [path, lines]));
  return { gathering, linesOf: (path: string) => byPath.get(path) ?? [] };
}

const RUNS = randomLedgers(10, 11).map((ledger, index) =>
  runThrough([{ path: `${String(index)}.xlsx`, sheets: sheetsOf(ledger.workbook) }], { pack, asOf }),
);
const PARTS = RUNS.map(stored);
const PATHS = PARTS.map(({ path }) => path);

it("in any order, and where a file comes twice, the gathering is the same", () => {
  const expected = RUNS.map((run, index) =>
    summarise(run, { path: PATHS[index] ?? "", receipt: "none", writtenOn: asOf }),
  ).reduce(merge, EMPTY);
  fc.assert(
    fc.property(fc.shuffledSubarray(PARTS, { minLength: PARTS.length }), fc.subarray(PARTS), (order, again) => {
      const { gathering } = gathered([...order, ...again]);
      expect(gathering.summary()).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});

it("a file that nobody could read is listed and has no rows", () => {
  const bad = { path: "坏.xlsx", ...unreadablePart("坏.xlsx", "坏.xlsx：文件已损坏。", asOf), lines: [] };
  const { gathering, linesOf } = gathered([...PARTS, bad]);
  const summary = gathering.summary();
  expect(summary.files.filter(({ error }) => error !== null).map(({ path }) => path)).toEqual(["坏.xlsx"]);
  const { fields } = reserveColumns(summary, pack);
  const rows = [...gathering.reserve(["坏.xlsx", ...PATHS], fields, linesOf)];
  const projects = RUNS.flatMap(({ ledgers }) =>
    ledgers.flatMap((each) => (each.role === "projects" ? each.projects : [])),
  );
  expect(rows).toHaveLength(projects.length);
  expect(rows.map((row) => row[fields.indexOf("serial")])).toEqual(rows.map((_, index) => index + 1));
  const names = fields.indexOf("name");
  expect(rows.map((row) => row[names])).toEqual(projects.map(({ values }) => values.name ?? null));
});

it("how projects stand is told as from the ledgers themselves", () => {
  const { gathering, linesOf } = gathered(PARTS);
  expect(gathering.states(PATHS, linesOf)).toEqual(statesOf(RUNS.flatMap(({ ledgers }) => ledgers)));
});

const HEADING = ["项目名称", "责任部门", "项目单位", "项目代码", "总投资（万元）"];
const NAMES = [
  "西沟水库工程",
  "西沟水库项目",
  "柳林镇污水厂A区项目",
  "柳林镇污水厂B区项目",
  "东沟水厂工程",
  "第三中学迁建项目",
];
const row = fc.record({
  name: fc.constantFrom(...NAMES),
  department: fc.constantFrom("水务局", "教育局"),
  owner: fc.constantFrom("县水务公司", "县城投公司"),
  code: fc.constantFrom(null, "2503-130981-04-01-573274", "2411-130202-89-01-637015"),
  total: fc.constantFrom<CellValue>(900, 905.5, 2900, "约900", 12000, null),
});

it("what only shows across files is found from the rows that share a mark, as from all rows", () => {
  fc.assert(
    fc.property(fc.array(fc.array(row, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 4 }), (files) => {
      const runs = files.map((rows, index) => {
        const cells = rows.map(({ name, department, owner, code, total }) => [name, department, owner, code, total]);
        return runThrough([{ path: `${String(index)}.xlsx`, sheets: [gridSheet("台账", [HEADING, ...cells])] }], {
          pack,
          asOf,
        });
      });
      const whole = runThrough(
        runs.flatMap((run) => run.files),
        { pack, asOf },
      );
      const expected = whole.result.perLedger
        .flatMap(({ findings }) => findings)
        .filter(({ code, cells }) => COMPARING.has(code) && cells.some((cell) => cell.startsWith("'[")));
      const parts = runs.map(stored);
      const { gathering, linesOf } = gathered([...parts].reverse());
      const compared = gathering.compared(
        parts.map(({ path }) => path),
        linesOf,
      );
      const across = acrossFiles(compared, { pack, asOf, run: { judge, calendar } });
      const told = (list: typeof expected) => list.map(({ code, file, cells }) => [code, file, ...cells].join());
      expect(told([...across]).sort()).toEqual(told(expected).sort());
    }),
    { numRuns: 150 },
  );
});

it("a mark is shared when two files have it, whatever the number of marks", () => {
  const marks = new SharedMarks();
  const own = (file: number) => Array.from({ length: 20_000 }, (_, index) => 1 + file * 20_000 + index);
  marks.add(0, [...own(0), 900_001]);
  marks.add(1, [...own(1), 900_001]);
  marks.add(2, [...own(2), ...own(2)]);
  expect([...marks.shared]).toEqual([900_001]);
  expect([...marks.files].sort()).toEqual([0, 1]);
});
