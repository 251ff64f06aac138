/** Every worksheet function through Excel's genuine custom-functions runtime. */
import { isRange, type Argument, type WorksheetFunction } from "../../functions/function";
import { FUNCTIONS } from "../../functions/table";
import { CONTEXT } from "../functions/context";
import { bootFunctions, type Answer } from "./functionHost";

const DESKTOP = { ...CONTEXT, blanks: "zero" } as const;
const VALUE_ERROR = 7;
const NOT_AVAILABLE = 1;
const host = bootFunctions(DESKTOP);
const named = FUNCTIONS.map((fn) => [fn.id, fn] as const);

/** As Excel hands arguments over: what is declared as a matrix arrives as one, an argument left out as null. */
function handedOver(fn: WorksheetFunction, args: readonly Argument[], blank: 0 | null): unknown[] {
  const value = (cell: unknown) => (cell === "" || cell === null ? blank : cell);
  return fn.parameters.map(({ takes }, index) => {
    const argument = args[index];
    if (argument === undefined) return null;
    if (isRange(argument)) return argument.map((row) => row.map(value));
    return takes === "cell" ? value(argument) : [[value(argument)]];
  });
}

function asMatrix(gives: WorksheetFunction["example"]["gives"]): unknown {
  return Array.isArray(gives) ? gives : [[gives]];
}

async function only(id: string, args: readonly unknown[]): Promise<Answer> {
  const [answer] = await host.calculate([{ id, args }]);
  if (!answer) throw new Error("no answer");
  return answer;
}

describe.each([
  ["0, as desktop Excel does", 0],
  ["null, as Excel on the web does", null],
] as const)("with blanks handed over as %s,", (_, blank) => {
  let answers: readonly Answer[] = [];
  beforeAll(async () => {
    answers = await host.calculate(
      FUNCTIONS.map((fn) => ({ id: fn.id, args: handedOver(fn, fn.example.args, blank) })),
    );
  });
  test.each(named)("the example of %s comes out of the genuine runtime as help says", (_id, fn) => {
    const answer = answers[FUNCTIONS.indexOf(fn)];
    expect(answer).toEqual({ ok: true, value: asMatrix(fn.example.gives), errorCode: null });
  });
});

describe("a call without its arguments", () => {
  const needy = FUNCTIONS.filter((fn) => fn.parameters.some(({ optional }) => !optional));
  let answers: readonly Answer[] = [];
  beforeAll(async () => {
    answers = await host.calculate(needy.map((fn) => ({ id: fn.id, args: fn.parameters.map(() => "") })));
  });
  test.each(needy.map((fn) => [fn.id, fn] as const))("of %s is #VALUE! or #N/A with a sentence, or blank", (_, fn) => {
    const answer = answers[needy.indexOf(fn)];
    if (answer?.ok) return expect(JSON.stringify(answer.value)).not.toMatch(/Error|undefined|null/);
    expect([VALUE_ERROR, NOT_AVAILABLE]).toContain(answer?.errorCode);
    expect(answer?.value).toMatch(/[\u4e00-\u9fff]{3}/);
  });
});

test("ids are found whatever case a workbook was saved with", async () => {
  expect(await only("amount", [[["约1.2亿元"]], null])).toMatchObject({ ok: true, value: [[12000]] });
});

test("a range given is a range answered, cell by cell", async () => {
  const { value } = await only("AMOUNT", [[["1.2亿元"], ["800万元"], [5000]], "元"]);
  expect(value).toEqual([[12000], [800], [0.5]]);
});

test("a function that answers with several cells spills them", async () => {
  const { value } = await only("TIMELIMIT", ["施工许可"]);
  expect((value as unknown[][])[0]).toHaveLength(4);
});

test("a wrong argument is #VALUE! with a sentence that says what to type", async () => {
  expect(await only("WORKDAYS", [[["昨天"]], [["2025-06-30"]], null])).toEqual({
    ok: false,
    value: "“起”应为日期，如 2025-06-30 或 2025年6月底",
    errorCode: VALUE_ERROR,
  });
});

test("no answer is #N/A with a sentence that says why", async () => {
  const answer = await only("GROWTH", [[[130]], [[0]]]);
  expect(answer).toMatchObject({ ok: false, errorCode: NOT_AVAILABLE });
  expect(answer.value).toMatch(/去年/);
});

describe("one failing cell among good ones", () => {
  const args = [[["2025-06-21"], ["昨天"]], [["2025-06-30"], ["2025-06-30"]], null];
  afterAll(() => host.use(DESKTOP, "1.3"));

  test("shows its sentence as text where the runtime knows no rich errors", async () => {
    host.use(DESKTOP, "1.3");
    const { ok, value } = await only("WORKDAYS", args);
    expect(ok).toBe(true);
    expect(value).toEqual([[6], [expect.stringContaining("应为日期")]]);
  });

  test("is an error of its own with its sentence where the runtime does", async () => {
    host.use(DESKTOP, "1.4");
    const { value } = await only("WORKDAYS", args);
    expect((value as unknown[][])[0]).toEqual([6]);
    expect((value as unknown[][])[1]?.[0]).toMatchObject({ errorType: "Value", basicValue: "#VALUE!" });
    expect(JSON.stringify(value)).toContain("应为日期");
  });
});

describe("a day that is blank", () => {
  const heading = [["项目名称", "开工时间", "总投资（万元）"]];
  const rows = (blank: 0 | null) => [["柳林镇污水管网工程", blank, 12000]];

  test("is judged alike where it arrives as 0 and where it arrives as null", async () => {
    const [zero, none] = await host.calculate([
      { id: "CHECKROWS", args: [heading, rows(0), "2025-06-20"] },
      { id: "CHECKROWS", args: [heading, rows(null), "2025-06-20"] },
    ]);
    expect(zero?.ok).toBe(true);
    expect(zero?.value).toEqual(none?.value);
  });
});

test("another pack counts from the next calculation on", async () => {
  host.use({ ...DESKTOP, pack: { ...DESKTOP.pack, title: "本县的政策包" }, packFrom: "workbook" }, "1.3");
  const { value } = await only("PACK", []);
  expect(value).toEqual([expect.arrayContaining(["本县的政策包", "本工作簿的政策包"])]);
  host.use(DESKTOP, "1.3");
});

test("where no workbook can be read, PACK says so", async () => {
  host.use({ ...DESKTOP, packFrom: "alone" }, "1.3");
  const { value } = await only("PACK", []);
  expect((value as string[][])[0]?.[3]).toMatch(/随附的政策包.*读不到工作簿自己的/);
  host.use(DESKTOP, "1.3");
});

const SHEET_ROWS = 100_000;
const SPILL_ROWS = 10_000;
const HALF_LIMIT = 2.5 * 1024 * 1024;

test("a hundred thousand calls come back in one batch, and one spilling call over ten thousand rows is one", async () => {
  const cells = Array.from({ length: SPILL_ROWS }, (_, index) => [`${String(index + 1)}万元`]);
  const measured: string[] = [];
  const measure = async (what: string, formulas: { id: string; args: unknown[] }[]) => {
    host.bridge.reset();
    const start = performance.now();
    const answers = await host.calculate(formulas);
    const { syncs, largestRequest } = host.bridge.stats;
    measured.push(
      `${what}: ${String(formulas.length)} invocations, ${String(syncs)} batch(es), ${String(largestRequest)} bytes, ${(performance.now() - start).toFixed(0)} ms`,
    );
    return { answers, syncs, largestRequest };
  };
  const each = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: "AMOUNT", args: [[[`${String(index + 1)}万元`]], null] }));

  const many = await measure("each cell its own formula", each(SHEET_ROWS));
  const fewer = await measure("each cell its own formula", each(SPILL_ROWS));
  const one = await measure("one formula that spills", [{ id: "AMOUNT", args: [cells, null] }]);
  process.stdout.write(measured.join("\n") + "\n");

  expect(many.answers.map(({ value }) => (value as number[][])[0]?.[0])).toEqual(each(SHEET_ROWS).map((_, i) => i + 1));
  expect(many.syncs).toBe(1);
  expect(many.largestRequest).toBeLessThan(2 * HALF_LIMIT);
  expect(one.answers).toHaveLength(1);
  expect((one.answers[0]?.value as number[][]).at(-1)).toEqual([SPILL_ROWS]);
  expect(one.largestRequest).toBeLessThan(fewer.largestRequest / 2);
});
