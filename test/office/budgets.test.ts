/** What a check may cost in Excel: syncs, bytes on the wire, references; and that our model is no invention. */
import { excelHost } from "../../src/hosts/excel/host";
import type { CellValue } from "../../src/sheet/cell";
import type { Host, HostChange } from "../../src/sheet/host";
import { SerialDay } from "../../src/sheet/cell";
import * as model from "../../workbench/office/model";
import { bootOffice, LTSC_2021, type Office } from "./boot";
import { until } from "../until";
import { CHANGED, listening } from "./contract";

const MEGABYTE = 1024 * 1024;

function ledgerRow(index: number, columns: number): CellValue[] {
  const row: CellValue[] = [
    index,
    `云溪县${String(index)}号农村供水保障工程（二期）`,
    "水利局",
    1200.5 + index,
    new SerialDay(45_800 + (index % 300), false),
  ];
  while (row.length < columns) row.push(row.length % 3 === 0 ? index * 1.5 : `建设内容及规模第${String(row.length)}列`);
  return row;
}

function open(rows: number, columns: number): Office {
  const cells = Array.from({ length: rows }, (_, index) => ledgerRow(index + 1, columns));
  return bootOffice("win32", [{ name: "台账", cells }], LTSC_2021);
}

it("reads 5,000 × 40 with two syncs beside one a block, each under 4 MB, and leaves nothing behind", async () => {
  const office = open(5000, 40);
  office.bridge.reset();
  const seen: number[] = [];
  const sheet = await excelHost(office).read("台账", { onProgress: (rows) => seen.push(rows) });
  await until(() => office.bridge.references === 0);

  const blocks = Math.ceil(5000 / 2000);
  expect(office.bridge.stats.syncs).toBeLessThanOrEqual(2 + blocks);
  expect(office.bridge.stats.largestRequest).toBeLessThan(4 * MEGABYTE);
  expect(office.bridge.stats.largestResponse).toBeLessThan(4 * MEGABYTE);
  expect(seen[seen.length - 1]).toBe(5000);
  const last = [...sheet.blocks()].flat().pop();
  expect(last?.cells[1]).toBe("云溪县5000号农村供水保障工程（二期）");
  expect(last?.cells[4]).toEqual(new SerialDay(45_800 + 200, false));
});

it("writes 2,000 cells with one look and one write, each under 4 MB, the screen held once", async () => {
  const office = open(2000, 4);
  office.bridge.reset();
  const edits = Array.from({ length: 2000 }, (_, index) => ({
    sheet: "台账",
    at: `C${String(index + 1)}`,
    was: "水利局",
    put: "水务局",
  }));
  expect(await excelHost(office).write(edits)).toEqual({ written: true });
  await until(() => office.bridge.references === 0);
  expect(office.bridge.stats.syncs).toBe(2);
  expect(office.bridge.stats.largestRequest).toBeLessThan(4 * MEGABYTE);
  expect(office.workbook.application.suspensions).toBe(1);
});

it("asks Excel to wait for a cell that is being edited on commands of the user, and only on those", async () => {
  const office = open(3, 3);
  const DELAY_FOR_CELL_EDIT = 64;
  await excelHost(office).read("台账");
  expect(office.bridge.stats.flags.some((flags) => (flags & DELAY_FOR_CELL_EDIT) !== 0)).toBe(false);
  office.bridge.reset();
  await excelHost(office).write([{ sheet: "台账", at: "C1", was: "水利局", put: "水务局" }]);
  expect(office.bridge.stats.flags.some((flags) => (flags & DELAY_FOR_CELL_EDIT) !== 0)).toBe(true);
});

it("refuses a used range beyond what Excel hands over, before it asks for a value", async () => {
  const cells: CellValue[][] = [["甲"]];
  cells[400_000] = [...new Array<CellValue>(12).fill(null), "远"];
  for (let index = 1; index < 400_000; index++) cells[index] = [];
  const office = bootOffice("win32", [{ name: "台账", cells }], LTSC_2021);
  office.bridge.reset();
  await expect(excelHost(office).read("台账")).rejects.toMatchObject({ code: "tooLarge" });
  expect(office.bridge.stats.syncs).toBe(1);
});

it("asks for merges once, since asking empties the undo list of older builds", async () => {
  const office = bootOffice(
    "win32",
    [{ name: "台账", cells: [["甲", "乙"], ["丙"]], merges: [{ top: 1, left: 0, bottom: 2, right: 0 }] }],
    LTSC_2021,
  );
  const host = excelHost(office);
  const asked = jest.spyOn(model.Range.prototype, "getMergedAreasOrNullObject");
  const first = await host.read("台账");
  const second = await host.read("台账");
  expect(first.merges).toEqual([{ top: 1, left: 0, bottom: 2, right: 0 }]);
  expect(second.merges).toEqual(first.merges);
  // Once to name the object, never again in the second read.
  const calls = asked.mock.calls.length;
  await host.read("台账");
  expect(asked.mock.calls.length).toBe(calls);
  asked.mockRestore();
});

describe("what it remembers of merges", () => {
  const MERGE = { top: 1, left: 0, bottom: 2, right: 0 };
  const cells = [["甲", "乙"], ["丙"]];
  const merged = () => bootOffice("win32", [{ name: "台账", cells, merges: [MERGE] }], LTSC_2021);

  /** How often a further read asks for merges, at most once a sheet. */
  async function asks(host: Host): Promise<number> {
    const asked = jest.spyOn(model.Range.prototype, "getMergedAreasOrNullObject");
    const { merges } = await host.read("台账");
    expect(merges).toEqual([MERGE]);
    const times = Math.min(1, asked.mock.calls.length);
    asked.mockRestore();
    return times;
  }

  function tell({ bridge, store }: Office, changeType: string): void {
    const worksheetId = store.list[0]?.id;
    const args = { worksheetId, address: "1:1", changeType, source: "Local", triggerSource: "Unknown" };
    bridge.fire(CHANGED, "Workbook", args);
  }

  it.each([
    ["is forgotten when rows have moved, since they stand elsewhere now", "RowInserted", 1],
    ["is kept when a cell was typed", "RangeEdited", 0],
  ])("%s", async (_what, changeType, times) => {
    const office = merged();
    const host = excelHost(office);
    const heard: HostChange[] = [];
    const stop = host.watch((change) => heard.push(change));
    await listening(office, host);
    await host.read("台账");
    tell(office, changeType);
    await until(() => heard.length > 0);
    const asked = await asks(host);
    stop();
    expect(asked).toBe(times);
  });

  it("is forgotten when Excel begins to tell of changes: whatever moved before was not heard", async () => {
    const office = merged();
    const host = excelHost(office);
    await host.read("台账");
    const stop = host.watch(() => undefined);
    await listening(office, host);
    const asked = await asks(host);
    stop();
    expect(asked).toBe(1);
  });

  it("is nothing where rows move while a sheet is still being read", async () => {
    const office = merged();
    const host = excelHost(office);
    const heard: HostChange[] = [];
    const stop = host.watch((change) => heard.push(change));
    await listening(office, host);
    office.bridge.failNext({ skip: 1, kind: "late", code: "", message: "" });
    const reading = host.read("台账");
    await until(() => office.bridge.isHolding);
    tell(office, "RowInserted");
    await until(() => heard.length > 0);
    office.bridge.answerAtLast();
    expect((await reading).merges).toEqual([MERGE]);
    const asked = await asks(host);
    stop();
    expect(asked).toBe(1);
  });
});

it("every public member of the model stands on the genuine class of the same name", () => {
  open(1, 1);
  const genuine = Excel as unknown as Record<string, { prototype: object } | undefined>;
  const OWN = new Set([
    "constructor",
    "store",
    "workbook",
    "of",
    "over",
    "listening",
    "area",
    "areas",
    "suspensions",
    "rows",
  ]);
  const invented: string[] = [];
  for (const [name, own] of Object.entries(model)) {
    if (typeof own !== "function") continue;
    const real = genuine[name]?.prototype;
    if (!real) {
      invented.push(name);
      continue;
    }
    for (const member of Object.getOwnPropertyNames(own.prototype)) {
      if (OWN.has(member) || ["visibleAreas", "formulaAreas", "map", "write"].includes(member)) continue;
      if (!(member in real)) invented.push(`${name}.${member}`);
    }
  }
  expect(invented).toEqual([]);
});
