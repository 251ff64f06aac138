/** What goes wrong in Excel ends in a failure with a name, and in a sheet that is as it was. */
import { excelHost } from "../../src/hosts/excel/host";
import type { Host } from "../../src/sheet/host";
import { bootOffice, LTSC_2021, type Office } from "./boot";

const CELLS = [
  ["项目名称", "总投资"],
  ["县医院迁建", "８６００"],
  ["乡镇供水", "１２００"],
];
const EDITS = [
  { sheet: "台账", at: "B2", was: "８６００", put: 8600 },
  { sheet: "台账", at: "B3", was: "１２００", put: 1200 },
];

/** How long it is waited for an answer, in milliseconds of a clock that the tests move. */
const PATIENCE = 60_000;

function open(options: { protected?: boolean } = {}): Office {
  return bootOffice("win32", [{ name: "台账", cells: CELLS, ...options }], LTSC_2021);
}

function asItWas(office: Office): void {
  const sheet = office.store.list[0];
  expect([sheet?.value(2, 1), sheet?.value(3, 1)]).toEqual(["８６００", "１２００"]);
}

it.each([
  ["a cell is being edited", "InvalidOperationInCellEditMode", "busy"],
  ["the answer would be too large", "ResponsePayloadSizeLimitExceeded", "tooLarge"],
  ["something unheard of", "GeneralException", "failed"],
])("a read while %s", async (_what, code, failure) => {
  const office = open();
  office.bridge.failNext({ skip: 0, kind: "request", code, message: "…" });
  await expect(excelHost(office).read("台账")).rejects.toMatchObject({ name: "HostFailure", code: failure });
  asItWas(office);
});

it("a sheet that has been deleted meanwhile", async () => {
  const office = open();
  await expect(excelHost(office).read("没有这张表")).rejects.toMatchObject({ code: "noSheet", detail: "" });
});

it("a write while a cell is being edited changes nothing", async () => {
  const office = open();
  office.bridge.failNext({ skip: 0, kind: "request", code: "InvalidOperationInCellEditMode", message: "…" });
  expect(await excelHost(office).write(EDITS)).toEqual({ written: false, reason: "busy", at: null });
  asItWas(office);
});

it("a write on a protected sheet changes nothing and says so", async () => {
  const office = open({ protected: true });
  expect(await excelHost(office).write(EDITS)).toMatchObject({ written: false, reason: "protected" });
  asItWas(office);
});

it("a write that Excel refuses half-way is taken back", async () => {
  const office = open();
  const sheet = office.store.list[0];
  if (!sheet) throw new Error("no sheet");
  // The first cell is written, the second is refused: what a sheet with some locked cells does.
  const put = sheet.put.bind(sheet);
  let refusals = 1;
  sheet.put = (row, column, value) => {
    if (row === 3 && refusals-- > 0) throw new Error("locked");
    put(row, column, value);
  };
  expect(await excelHost(office).write(EDITS)).toEqual({ written: false, reason: "failed", at: null });
  asItWas(office);
});

it("a formula is never written over", async () => {
  const office = bootOffice("win32", [{ name: "台账", cells: CELLS, formulas: { B2: "=SUM(C2:D2)" } }], LTSC_2021);
  expect(await excelHost(office).write(EDITS)).toEqual({ written: false, reason: "changed", at: "B2" });
  asItWas(office);
});

it.each(["=1+1", "00123", "2025年6月", "6.30", "TRUE", "'引号"])("text %s stays text", async (text) => {
  const office = open();
  expect(await excelHost(office).write([{ sheet: "台账", at: "B2", was: "８６００", put: text }])).toEqual({
    written: true,
  });
  expect(office.store.list[0]?.value(2, 1)).toBe(text);
  expect(office.store.list[0]?.formula(2, 1)).toBe("");
});

it("a member beyond the build's requirement set is refused by the library itself, so the suite means something", async () => {
  open();
  await expect(
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1").getDependents().load("addresses");
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: "ApiNotFound" });
});

it("a number put into a cell formatted as text is a number, and text again with its format where the write fails", async () => {
  const office = bootOffice("win32", [{ name: "台账", cells: CELLS, formats: { B2: "@", B3: "@" } }], LTSC_2021);
  const sheet = office.store.list[0];
  expect(await excelHost(office).write(EDITS)).toEqual({ written: true });
  expect([sheet?.value(2, 1), sheet?.format(2, 1)]).toEqual([8600, "General"]);

  const again = bootOffice("win32", [{ name: "台账", cells: CELLS, formats: { B2: "@", B3: "@" } }], LTSC_2021);
  const refusing = again.store.list[0];
  if (!refusing) throw new Error("no sheet");
  const put = refusing.put.bind(refusing);
  let refusals = 1;
  refusing.put = (row, column, value) => {
    if (row === 3 && refusals-- > 0) throw new Error("locked");
    put(row, column, value);
  };
  expect(await excelHost(again).write(EDITS)).toMatchObject({ written: false });
  asItWas(again);
  expect([refusing.format(2, 1), refusing.format(3, 1)]).toEqual(["@", "@"]);
});

describe("a formula from the list of functions", () => {
  const FORMULA = '=XM.金额万元("约1.2亿元")';
  const write = (office: Office, at: string, over: "blank" | "anything") =>
    excelHost(office).writeFormula?.({ sheet: "台账", at }, FORMULA, over);

  it("goes into a blank cell, out of its text format", async () => {
    const office = bootOffice("win32", [{ name: "台账", cells: CELLS, formats: { D2: "@" } }], LTSC_2021);
    expect(await write(office, "D2", "blank")).toEqual({ written: true });
    expect(office.store.list[0]?.formula(2, 3)).toBe(FORMULA);
    expect(office.store.list[0]?.format(2, 3)).toBe("General");
  });

  it("leaves what stands in a cell until it is told to write over it", async () => {
    const office = open();
    expect(await write(office, "B2", "blank")).toEqual({ written: false, reason: "changed", at: "B2" });
    asItWas(office);
    expect(await write(office, "B2", "anything")).toEqual({ written: true });
    expect(office.store.list[0]?.formula(2, 1)).toBe(FORMULA);
  });

  it.each([
    ["a protected sheet", "protected", (office: Office) => office],
    [
      "a cell that is being edited",
      "busy",
      (office: Office) =>
        office.bridge.failNext({ skip: 0, kind: "request", code: "InvalidOperationInCellEditMode", message: "…" }),
    ],
  ] as const)("changes nothing on %s", async (_what, reason, upset) => {
    const office = open({ protected: reason === "protected" });
    upset(office);
    expect(await write(office, "D2", "blank")).toEqual({ written: false, reason, at: "D2" });
    expect(office.store.list[0]?.formula(2, 3)).toBe("");
  });
});

describe("what a request can meet on its way", () => {
  it("a write whose request is too large ends in a refusal and leaves the sheet alone", async () => {
    const office = open();
    office.bridge.failNext({ skip: 1, kind: "request", code: "RequestPayloadSizeLimitExceeded", message: "…" });
    expect(await excelHost(office).write(EDITS)).toEqual({ written: false, reason: "failed", at: null });
    asItWas(office);
  });

  it("a write into a sheet that was deleted meanwhile ends in a refusal", async () => {
    const office = open();
    const gone = EDITS.map((edit) => ({ ...edit, sheet: "已删除" }));
    expect(await excelHost(office).write(gone)).toMatchObject({ written: false, reason: "failed" });
    asItWas(office);
  });

  it("a jump to a sheet that is gone is a failure with a name", async () => {
    await expect(excelHost(open()).goTo({ sheet: "没有这张表", at: "A1" })).rejects.toMatchObject({ code: "noSheet" });
  });
});

describe("an Excel that is gone", () => {
  /** The clock is the test's own: how busy the machine is does not count as an Excel that is silent. */
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  /** Who answers does so at once; who does not is waited for until nobody would. */
  async function inTime<T>(asked: Promise<T>): Promise<T> {
    asked.catch(() => undefined);
    await jest.advanceTimersByTimeAsync(3 * PATIENCE);
    return asked;
  }

  describe("in the middle of a read", () => {
    const ROWS = Array.from({ length: 5000 }, (_, index) => [`项目${String(index)}`, index]);
    const gone = () => {
      const office = bootOffice("win32", [{ name: "台账", cells: ROWS }], LTSC_2021);
      const AFTER_THE_FIRST_BLOCK = 2;
      office.bridge.failNext({ skip: AFTER_THE_FIRST_BLOCK, kind: "vanish", code: "", message: "" });
      return office;
    };

    it("is given up when no block has come for long", async () => {
      const office = gone();
      const read: number[] = [];
      const options = { onProgress: (rows: number) => read.push(rows) };
      await expect(inTime(excelHost({ ...office, patience: PATIENCE }).read("台账", options))).rejects.toMatchObject({
        name: "HostFailure",
        code: "silent",
      });
      expect(read).toEqual([2000]);
    });

    it("is given up at once by whoever cancels", async () => {
      const office = gone();
      const impatient = new AbortController();
      const onProgress = () => impatient.abort();
      const read = excelHost(office).read("台账", { signal: impatient.signal, onProgress });
      await expect(inTime(read)).rejects.toMatchObject({ name: "HostFailure", code: "aborted" });
    });
  });

  describe("in the middle of a write", () => {
    const [LOOK, PUT] = [0, 1];
    const quiet = (skip: number, kind: "vanish" | "late") => {
      const office = open();
      office.bridge.failNext({ skip, kind, code: "", message: "" });
      return office;
    };

    it.each([
      ["it looked at the cells", LOOK],
      ["it wrote", PUT],
    ])("is waited for no longer where it has not answered since %s", async (_what, skip) => {
      const host = excelHost({ ...quiet(skip, "vanish"), patience: PATIENCE });
      expect(await inTime(host.write(EDITS))).toEqual({ written: false, reason: "silent", at: null });
    });

    it.each([
      ["before anything was written writes nothing", LOOK],
      ["after the cells were written takes them back", PUT],
    ])("and answers after all %s", async (_what, skip) => {
      const office = quiet(skip, "late");
      const late = excelHost({ ...office, patience: PATIENCE }).write(EDITS);
      expect(await inTime(late)).toMatchObject({ reason: "silent" });
      expect(office.store.list[0]?.value(2, 1)).toBe(skip === PUT ? 8600 : "８６００");
      office.bridge.answerAtLast();
      // Whatever is still to come has come when the next request is answered.
      await inTime(excelHost(office).sheets());
      await inTime(excelHost(office).sheets());
      asItWas(office);
      expect(await inTime(excelHost(office).write(EDITS))).toEqual({ written: true });
    });

    it("leaves a formula unsaid", async () => {
      const host = excelHost({ ...quiet(PUT, "vanish"), patience: PATIENCE });
      const written = host.writeFormula?.({ sheet: "台账", at: "D2" }, "=1", "blank");
      expect(await inTime(Promise.resolve(written))).toEqual({
        written: false,
        reason: "silent",
        at: "D2",
      });
    });

    it.each([
      ["a jump", (host: Host) => host.goTo({ sheet: "台账", at: "A1" })],
      ["a new sheet", (host: Host) => host.addSheet({ name: "新表", cells: [["一"]] })],
      ["marks", (host: Host) => host.mark([{ sheet: "台账", at: "A1", severity: "error", note: "" }])],
      ["a note", (host: Host) => host.writeNote("choices", "{}")],
      ["a look at the sheets", (host: Host) => host.sheets()],
    ])("fails %s with a name", async (_what, ask) => {
      const host = excelHost({ ...quiet(LOOK, "vanish"), patience: PATIENCE });
      await expect(inTime<unknown>(ask(host))).rejects.toMatchObject({ name: "HostFailure", code: "silent" });
    });
  });
});
