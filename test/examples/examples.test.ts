/** The example ledgers in the folder are those that the script makes, and they say what they promise. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkLedgers } from "../../src/findings/check";
import { openFile } from "../../src/hosts/file/node";
import { readLedger } from "../../src/ledger/read";
import { calendarOf } from "../../src/policy/calendar";
import { makeJudge } from "../../src/policy/classify";
import { packInForce } from "../../src/policy/load";
import { buildReport } from "../../src/report/build";
import { runThrough } from "../../src/report/run";
import { applications } from "../../src/reserve/applications";
import { reserveNumbers } from "../../src/reserve/reserve";
import { RULES } from "../../src/rules/index";
import type { Ledger, Project } from "../../src/ledger/ledger";
import { bytesOf, fileNameOf } from "../ledgers/bytes";
import { EXAMPLES } from "../ledgers/examples";
import { ROSTER, SPEECH } from "../ledgers/examples/reserve";

const folder = join(__dirname, "../../examples");
const asOf = "2025-06-20";
const { pack } = packInForce(asOf);
const judge = makeJudge(pack);
const judging = {
  pack,
  asOf,
  rules: RULES,
  calendar: calendarOf(pack),
  judge,
  verdict: ({ values: { name = "", scale } }: Project) => judge.verdict(name, scale),
};

async function ledgersOf(file: string): Promise<Ledger[]> {
  const { sheets } = await openFile(join(folder, file));
  return sheets.map((sheet) => readLedger(sheet, { file }));
}

test.each(EXAMPLES.map(({ ledger }) => [fileNameOf(ledger), ledger] as const))("%s is as the script makes it", (file, ledger) => {
  expect(new Uint8Array(readFileSync(join(folder, file)))).toEqual(bytesOf(ledger));
});

test("the index names every example", () => {
  const index = JSON.parse(readFileSync(join(folder, "index.json"), "utf8")) as unknown;
  expect(index).toEqual(EXAMPLES.map(({ ledger, title, see, en }) => ({ file: fileNameOf(ledger), title, see, en })));
  expect(EXAMPLES.filter(({ en }) => /\p{Script=Han}/u.test(en.title + en.see))).toEqual([]);
});

test("nothing in the clean ledger stops a submission", async () => {
  const { perLedger } = checkLedgers(await ledgersOf("干净的储备台账.xlsx"), judging);
  const errors = perLedger.flatMap(({ findings }) => findings.filter(({ severity }) => severity === "error"));
  expect(errors.map(({ code, cells }) => `${code} ${cells.join(" ")}`)).toEqual([]);
});

test("the transport bureau's ledger shows more than twenty kinds of faults", async () => {
  const { perLedger } = checkLedgers(await ledgersOf("交通局项目台账.xlsx"), judging);
  const codes = new Set(perLedger.flatMap(({ findings }) => findings.map(({ code }) => code)));
  expect(codes.size).toBeGreaterThan(20);
});

test("the county's reserve is the one of the speech", async () => {
  const numbers = reserveNumbers(await ledgersOf("县项目储备库.xlsx"), judging);
  const total = numbers.byDepartment.reduce((sum, { count, wan }) => ({ count: sum.count + count, wan: sum.wan + wan }), { count: 0, wan: 0 });
  expect(total).toEqual({ count: SPEECH.projects, wan: SPEECH.wan });
  expect(numbers.fit).toEqual({ count: SPEECH.fitting, share: 0.6 });
  expect(numbers.added).toEqual(SPEECH.added);
  expect(numbers.gap).toEqual({ count: 7, wan: 188_000 });
  expect(numbers.workdaysLeft).toBe(6);
});

test("two departments of the county's list have no project, and the report says so", async () => {
  const { sheets } = await openFile(join(folder, "县项目储备库.xlsx"));
  const { reserve, findings } = buildReport(runThrough([{ path: "县项目储备库.xlsx", sheets }], { pack, asOf }));
  expect(reserve.departmentsWithNone).toEqual(["科学技术局", "应急管理局"]);
  expect(reserve.byDepartment.filter(({ count }) => count === 0).map(({ department }) => department)).toEqual(["科学技术局", "应急管理局"]);
  expect(findings.filter(({ code }) => code === "R508").map(({ message }) => message)).toEqual([
    "科学技术局一个项目也没有。",
    "应急管理局一个项目也没有。",
  ]);
  expect(findings.filter(({ code }) => code === "D606")).toEqual([]);
  // 经济口 and 社会口, with nobody left over.
  const groups = Object.fromEntries(reserve.byGroup.map(({ name, count }) => [name, count]));
  expect(Object.keys(groups).sort()).toEqual(["农口", "社会", "经济"].sort());
  expect(Object.values(groups).reduce((sum, count) => sum + count, 0)).toBe(SPEECH.projects);
});

test("every project of the reserve stands at one stage, in one size class and under one channel", async () => {
  const numbers = reserveNumbers(await ledgersOf("县项目储备库.xlsx"), judging);
  expect(numbers.byStage.map(({ stage, count }) => [stage, count])).toEqual(expect.arrayContaining([["谋划", 60], ["储备", 48], ["申报", 27], ["建设", 15]]));
  for (const list of [numbers.byStage, numbers.bySize, numbers.byChannel, numbers.byArea]) {
    expect(list.reduce((sum, { count }) => sum + count, 0)).toBe(SPEECH.projects);
    expect(list.reduce((sum, { wan }) => sum + wan, 0)).toBeCloseTo(SPEECH.wan, 6);
  }
});

test("the reserve's owning departments are the county's list without those two", async () => {
  const numbers = reserveNumbers(await ledgersOf("县项目储备库.xlsx"), judging);
  const owning = new Set(numbers.byDepartment.filter(({ count }) => count > 0).map(({ department }) => department));
  expect(ROSTER.map(([name]) => name).filter((name) => !owning.has(name))).toEqual(["科学技术局", "应急管理局"]);
});

test("forty applications: eight refused for their area, twelve for their study", async () => {
  const found = applications(await ledgersOf("2024年申报审核台账.xlsx"), pack);
  expect(found?.applied).toBe(40);
  expect(found?.passed).toBe(20);
  expect(found?.byReason.map(({ reason, refused }) => [reason, refused.numerator, refused.share])).toEqual([
    ["channel", 8, 0.2],
    ["study", 12, 0.3],
    ["other", 0, 0],
  ]);
  for (const { refused } of found?.byReason ?? []) expect(refused.denominator).toBe(40);
  expect(found?.success).toEqual({ key: "success", numerator: 20, denominator: 40, share: 0.5 });
  // By department and channel both figures are shown, and they add up to the same forty.
  for (const list of [found?.byDepartment ?? [], found?.byChannel ?? []]) {
    expect(list.length).toBeGreaterThan(0);
    expect(list.reduce((sum, { success }) => sum + success.numerator, 0)).toBe(20);
    expect(list.reduce((sum, { success }) => sum + success.denominator, 0)).toBe(40);
  }
});
