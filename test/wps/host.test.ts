/** What the host makes of WPS's traps: nothing is misread, half written, lost or left behind. */
import fc from "fast-check";
import { recalculate, wpsHost } from "../../src/hosts/wps/index";
import { CellError, Mark, SerialDay, type CellValue } from "../../src/sheet/cell";
import type { Edit } from "../../src/sheet/edit";
import type { Host, HostChange } from "../../src/sheet/host";
import { SELF_TESTS, selfTest } from "../../src/sheet/selfTest";
import type { Sheet } from "../../src/sheet/sheet";
import { BUILDS, MAC, OLD, UOS, WINDOWS, type WpsBuild } from "../../workbench/wps/build";
import type { WpsSettings } from "../../workbench/wps/start";
import type { StoredSheet } from "../office/store";
import { aWhile, until } from "../until";
import { openWps, type OpenedWps } from "./open";

interface Opened extends OpenedWps {
  readonly host: Host;
}

function open(sheet: Partial<StoredSheet>, build: WpsBuild = WINDOWS, settings: Partial<WpsSettings> = {}): Opened {
  const opened = openWps([{ name: "台账", cells: [], ...sheet }], { ...settings, build });
  return { ...opened, host: wpsHost({ program: opened.program }) };
}

function grid(sheet: Sheet): (readonly CellValue[])[] {
  const rows: (readonly CellValue[])[] = [];
  for (const block of sheet.blocks()) for (const { row, cells } of block) rows[row - 1] = cells;
  return rows;
}

async function cells(host: Host): Promise<(readonly CellValue[])[]> {
  return grid(await host.read("台账"));
}

const edit = (at: string, was: CellValue, put: CellValue): Edit => ({ sheet: "台账", at, was, put });
const named = BUILDS.map((build) => [build.version, build] as const);

describe("reading", () => {
  it.each(named)("gives back any block of cells in %s, whatever its shape", async (_, build) => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.string({ minLength: 1, maxLength: 4 }).filter((text) => !text.startsWith("#")),
      fc.integer({ min: -1e6, max: 1e6 }),
      fc.boolean(),
    );
    const block = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      );
    await fc.assert(
      fc.asyncProperty(block, async (rows) => {
        const read = await cells(open({ cells: rows }, build).host);
        rows.forEach((row, index) => row.forEach((value, column) => expect(read[index]?.[column] ?? null).toBe(value)));
      }),
      { numRuns: 60 },
    );
  });

  it("tells days, percentages and texts by their formats, each cell by its own", async () => {
    const { host } = open({
      cells: [
        ["开工", "完成率"],
        [45000, 0.5],
        [45001, 1],
        ["待定", 2],
      ],
      formats: { A2: "yyyy/m/d", A3: 'yyyy"年"m"月"d"日"', B2: "0%", B4: "@" },
    });
    const sheet = await host.read("台账");
    const read = grid(sheet);
    expect(read[1]).toEqual([new SerialDay(45000, false), 0.5]);
    expect(read[2]).toEqual([new SerialDay(45001, false), 1]);
    const marks = [...sheet.blocks()].flat().map((row) => row.marks?.[1] ?? 0);
    expect(marks).toEqual([0, Mark.percent, 0, Mark.text]);
  });

  it("counts days from 1904 where the workbook does", async () => {
    const { host } = open({ cells: [[43538]], formats: { A1: "yyyy/m/d" } }, WINDOWS, { date1904: true });
    const sheet = await host.read("台账");
    expect(sheet.date1904).toBe(true);
    expect(grid(sheet)[0]?.[0]).toEqual(new SerialDay(43538, true));
  });

  it("tells an error from an amount that happens to be its number", async () => {
    const { host } = open({ cells: [["#DIV/0!"], [-2146826281], ["#N/A"]] });
    expect((await cells(host)).map(([cell]) => cell)).toEqual([
      new CellError("#DIV/0!"),
      -2146826281,
      new CellError("#N/A"),
    ]);
  });

  it("marks formulas, and not text that merely begins with =", async () => {
    const { host } = open({ cells: [[3, "=甲方", 2]], formulas: { A1: "=1+2" } });
    const [row] = [...(await host.read("台账")).blocks()].flat();
    expect(Array.from(row?.marks ?? []).slice(0, 3)).toEqual([Mark.formula, 0, 0]);
  });

  it.each([
    ["a single cell", [["甲"]], [1], [], [1], []],
    ["rows here and there", [["甲"], ["乙"], ["丙"], ["丁"]], [2, 4], [], [2, 4], []],
    [
      "rows and columns",
      [
        ["甲", 1, 2],
        ["乙", 3, 4],
      ],
      [1],
      [1],
      [1],
      [1],
    ],
    ["everything", [["甲"], ["乙"]], [1, 2], [], [1, 2], [0]],
  ] as const)("knows what is hidden: %s", async (_, rows, hiddenRows, hiddenColumns, gone, goneColumns) => {
    const sheet = await open({ cells: rows, hiddenRows, hiddenColumns }).host.read("台账");
    expect(
      [...sheet.blocks()]
        .flat()
        .filter(({ hidden }) => hidden)
        .map(({ row }) => row),
    ).toEqual(gone);
    expect([...sheet.hiddenColumns].sort()).toEqual(goneColumns);
  });

  it("finds every merged area once", async () => {
    const merges = [
      { top: 1, left: 0, bottom: 1, right: 3 },
      { top: 3, left: 1, bottom: 6, right: 1 },
      { top: 8, left: 2, bottom: 9, right: 3 },
    ];
    const rows = Array.from({ length: 10 }, () => ["甲", "乙", "丙", "丁"]);
    const sheet = await open({ cells: rows, merges }).host.read("台账");
    expect([...sheet.merges].sort((one, other) => one.top - other.top)).toEqual(merges);
  });

  it("is not misled by formatted blanks down to the last row", async () => {
    const { host, wps } = open({
      cells: [
        ["项目", "投资"],
        ["甲", 3],
      ],
      hiddenRows: [2],
    });
    wps.book.formattedDownTo.set("台账", { top: 1, left: 0, bottom: 1_048_576, right: 99 });
    expect(await cells(host)).toEqual([
      ["项目", "投资"],
      ["甲", 3],
    ]);
  });

  it("reads a sheet of formatted blanks as empty", async () => {
    const { host, wps } = open({});
    wps.book.formattedDownTo.set("台账", { top: 1, left: 0, bottom: 60_000, right: 20 });
    expect(await cells(host)).toEqual([]);
  });

  it("refuses what is too large where the build cannot say what is filled", async () => {
    const { host, wps } = open({ cells: [["甲"]] }, OLD);
    wps.book.formattedDownTo.set("台账", { top: 1, left: 0, bottom: 1_048_576, right: 99 });
    await expect(host.read("台账")).rejects.toMatchObject({ code: "tooLarge", detail: "1048576 × 100" });
  });

  it("refuses blocks that come shifted, rather than judging the wrong rows", async () => {
    const opened = open({ cells: [["甲"], ["乙"], ["丙"]] });
    const store = opened.store.list[0];
    if (!store) throw new Error("no sheet");
    // From the second look on every row is the one above it.
    const value = store.value.bind(store);
    let looks = 0;
    store.value = (row, column) => (looks++ < 3 ? value(row - 1, column) : value(row, column));
    Object.assign(store, { used: () => ({ top: 1, left: 0, bottom: 3, right: 0 }) });
    await expect(opened.host.read("台账")).rejects.toMatchObject({ code: "unreliable" });
  });

  it("asks for three thousand rows of twenty columns in about a hundred calls", async () => {
    const rows = Array.from({ length: 3000 }, (_, row) =>
      Array.from({ length: 20 }, (_unused, column) => (column % 3 === 0 ? row * column : `第${String(row)}行`)),
    );
    const { host, wps } = open({ cells: rows });
    const told: number[] = [];
    await host.read("台账", { onProgress: (done) => told.push(done) });
    expect(wps.book.calls).toBeLessThan(150);
    expect(told.at(-1)).toBe(3000);
    expect(told.length).toBeGreaterThan(1);
  });

  it("stops between two blocks", async () => {
    const rows = Array.from({ length: 5000 }, () => ["甲"]);
    const controller = new AbortController();
    const reading = open({ cells: rows }).host.read("台账", {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(reading).rejects.toMatchObject({ code: "aborted" });
  });
});

describe("writing", () => {
  const COLUMN = [["投资"], ["８６００"], ["１２００"], ["3,000"]];
  const EDITS = [edit("A2", "８６００", 8600), edit("A3", "１２００", 1200), edit("A4", "3,000", 3000)];

  it("puts a whole column with one write, without events and with the screen still", async () => {
    const { host, wps } = open({ cells: COLUMN });
    let changes = 0;
    wps.events.AddApiEventListener("SheetChange", () => changes++);
    expect(await host.write(EDITS)).toEqual({ written: true });
    expect(await cells(host)).toEqual([["投资"], [8600], [1200], [3000]]);
    expect(changes).toBe(0);
    expect([wps.book.enableEvents, wps.book.screenUpdating]).toEqual([true, true]);
  });

  it("leaves events off for whoever had switched them off", async () => {
    const { host, wps } = open({ cells: COLUMN });
    wps.book.enableEvents = false;
    await host.write(EDITS);
    expect(wps.book.enableEvents).toBe(false);
  });

  it("takes everything back where WPS refuses half-way, formats too", async () => {
    const { host, store, wps } = open({ cells: COLUMN, formats: { A2: "@" } });
    const [sheet] = store.list;
    if (!sheet) throw new Error("no sheet");
    const put = sheet.put.bind(sheet);
    let refusals = 1;
    sheet.put = (row, column, value) => {
      if (row === 4 && refusals-- > 0) throw new Error("单元格受保护");
      put(row, column, value);
    };
    expect(await host.write(EDITS)).toEqual({ written: false, reason: "protected", at: null });
    expect([2, 3, 4].map((row) => sheet.value(row, 0))).toEqual(["８６００", "１２００", "3,000"]);
    expect([sheet.format(2, 0), sheet.format(3, 0)]).toEqual(["@", "General"]);
    expect(wps.book.enableEvents).toBe(true);
  });

  it("writes nothing on a protected sheet", async () => {
    const { host } = open({ cells: COLUMN, protected: true });
    expect(await host.write(EDITS)).toEqual({ written: false, reason: "protected", at: "A2" });
  });

  it("never writes over a formula, even where its value is what was seen", async () => {
    const { host } = open({ cells: COLUMN, formulas: { A3: '="１２００"' } });
    expect(await host.write(EDITS)).toEqual({ written: false, reason: "changed", at: "A3" });
    expect((await cells(host))[1]).toEqual(["８６００"]);
  });

  it.each([
    "130981200001011234",
    "00123",
    "=1+1",
    "2025年6月",
    "6/30",
    "6.30",
    "50%",
    "TRUE",
    "'引号",
    "+86 0317",
    "1.2E5",
    "#N/A",
    "2025-06-30",
  ])("text %s stays text", async (text) => {
    for (const build of BUILDS) {
      const { host, store } = open({ cells: [["原来的"]] }, build);
      expect(await host.write([edit("A1", "原来的", text)])).toEqual({ written: true });
      expect(store.list[0]?.value(1, 0)).toBe(text);
    }
  });

  it("writes again as text what only looked harmless", async () => {
    const { host, store } = open({ cells: [["原来的"]] });
    const [sheet] = store.list;
    if (!sheet) throw new Error("no sheet");
    const put = sheet.put.bind(sheet);
    // A build that reads more into texts than we know of.
    sheet.put = (row, column, value) => put(row, column, sheet.format(row, column) === "@" ? value : 1);
    expect(await host.write([edit("A1", "原来的", "第一标段")])).toEqual({ written: true });
    expect([sheet.value(1, 0), sheet.format(1, 0)]).toEqual(["第一标段", "@"]);
  });

  it("makes a number of what stood in a cell formatted as text, and puts both back on undo", async () => {
    const { host, store } = open({ cells: [["投资"], ["00086"]], formats: { A2: "@" } });
    const [sheet] = store.list;
    expect(await host.write([edit("A2", "00086", 86)])).toEqual({ written: true });
    expect([sheet?.value(2, 0), sheet?.format(2, 0)]).toEqual([86, "General"]);
    expect(await host.write([edit("A2", 86, "00086")])).toEqual({ written: true });
    expect([sheet?.value(2, 0), sheet?.format(2, 0)]).toEqual(["00086", "@"]);
  });

  it("puts a day as a day, in the workbook's own count, and takes its format away on undo", async () => {
    const { host, store } = open({ cells: [["2025.6.30"]] }, WINDOWS, { date1904: true });
    const [sheet] = store.list;
    const day = new SerialDay(45838, false);
    expect(await host.write([edit("A1", "2025.6.30", day)])).toEqual({ written: true });
    expect([sheet?.value(1, 0), sheet?.format(1, 0)]).toEqual([45838 - 1462, "yyyy-mm-dd"]);
    expect(await host.write([edit("A1", day, "2025.6.30")])).toEqual({ written: true });
    expect(sheet?.value(1, 0)).toBe("2025.6.30");
  });

  it("sees that an error is gone before it writes over it", async () => {
    const { host } = open({ cells: [["#REF!"], [5]] });
    expect(await host.write([edit("A2", new CellError("#REF!"), 1)])).toMatchObject({ reason: "changed" });
    expect(await host.write([edit("A1", new CellError("#REF!"), 1)])).toEqual({ written: true });
  });
});

describe("a formula from the list of functions", () => {
  const FORMULA = '=XM.金额万元("约1.2亿元")';
  const place = (at: string) => ({ sheet: "台账", at });

  it.each(named)("goes into a blank cell, out of its text format, without an event, in %s", async (_, build) => {
    const { host, store, wps } = open({ cells: [["甲"]], formats: { B1: "@" } }, build);
    const heard: HostChange[] = [];
    const stop = host.watch((change) => heard.push(change));
    expect(await host.writeFormula?.(place("B1"), FORMULA, "blank")).toEqual({ written: true });
    expect(store.list[0]?.formula(1, 1)).toBe(FORMULA);
    expect(store.list[0]?.format(1, 1)).toBe("General");
    await aWhile();
    stop();
    expect([heard, wps.book.enableEvents]).toEqual([[], true]);
  });

  it("leaves what stands in a cell until it is told to write over it", async () => {
    const { host, store } = open({ cells: [["甲", 0]], formulas: { B1: '=""' } });
    for (const at of ["A1", "B1"]) {
      expect(await host.writeFormula?.(place(at), FORMULA, "blank")).toEqual({ written: false, reason: "changed", at });
    }
    expect(await host.writeFormula?.(place("A1"), FORMULA, "anything")).toEqual({ written: true });
    expect(store.list[0]?.formula(1, 0)).toBe(FORMULA);
  });

  it("changes nothing on a protected sheet", async () => {
    const { host } = open({ cells: [["甲"]], protected: true });
    expect(await host.writeFormula?.(place("B1"), FORMULA, "blank")).toMatchObject({ reason: "protected" });
  });
});

describe("watching", () => {
  it("tells which cells, hears no write of its own even where the build tells of it, and leaves no listener behind", async () => {
    const { host, wps } = open({ cells: [["甲", 1]] }, UOS);
    const heard: HostChange[] = [];
    const stop = host.watch((change) => heard.push(change));
    await host.write([edit("A1", "甲", "乙")]);
    await host.writeNote("waivers", "[]");
    await host.addSheet({ name: "报告", cells: [["甲"]] });
    await host.goTo({ sheet: "台账", at: "B1" });
    await aWhile();
    expect(heard).toEqual([]);
    wps.book.type("台账", "B1", 2);
    await until(() => heard.length > 0);
    await aWhile();
    expect(heard).toEqual([{ sheet: "台账", at: "B1" }]);
    stop();
    expect(["SheetChange", "SheetActivate", "WindowActivate"].map((name) => wps.events.count(name))).toEqual([0, 0, 0]);
  });

  it("finds the events where Application lacks them", () => {
    const { host, wps } = open({ cells: [["甲"]] }, MAC);
    host.watch(() => undefined);
    expect(wps.events.count("SheetChange")).toBe(1);
  });
});

describe("marks", () => {
  const place = (at: string, note: string) => ({ sheet: "台账", at, severity: "error" as const, note });

  it("stand behind a note of the user's own and leave it as it was", async () => {
    const { host, wps } = open({ cells: [["甲", "乙"]] });
    const cell = wps.book.active().Range("A1");
    cell.AddComment("经办人：核实过");
    await host.mark([place("A1", "读不成数"), place("A1", "又一条"), place("B1", "空着")]);
    expect(cell.Comment?.Text()).toContain("核实过\n【台账校核】读不成数");
    await host.clearMarks();
    expect(cell.Comment?.Text()).toBe("经办人：核实过");
    expect(wps.book.active().Comments.Count).toBe(1);
  });
});

describe("notes", () => {
  it.each([
    ["in the XML part of an .xlsx", WINDOWS, 51, 1, 0],
    ["on a hidden sheet in an .xls", WINDOWS, 56, 0, 1],
    ["on a hidden sheet where the build has no parts", OLD, 51, 0, 1],
  ] as const)("stand %s", async (_, build, fileFormat, parts, sheets) => {
    const { host, store } = open({ cells: [["甲"]] }, build, { fileFormat });
    const text = JSON.stringify({ 理由: "=上级<&>".repeat(9000) });
    await host.writeNote("waivers", text);
    await host.writeNote("waivers", `${text} `);
    await host.writeNote("choices", "{}");
    expect([await host.readNote("waivers"), await host.readNote("choices")]).toEqual([`${text} `, "{}"]);
    expect([store.xmlParts.size, store.list.length - 1]).toEqual([parts, sheets]);
    expect(await host.sheets()).toEqual([{ name: "台账", hidden: false }]);
    expect(await host.activeSheet()).toBe("台账");
  });

  it("are read from the sheet where a build keeps a part damaged", async () => {
    const { host, store } = open({ cells: [["甲"]] });
    const set = store.xmlParts.set.bind(store.xmlParts);
    store.xmlParts.set = (id, xml) => set(id, xml.replace("县里同意", "??"));
    await host.writeNote("waivers", "县里同意");
    expect(await host.readNote("waivers")).toBe("县里同意");
    expect(store.xmlParts.size).toBe(0);
  });

  it("fall back to the sheet where a build takes a part and does not keep it", async () => {
    const { host, store } = open({ cells: [["甲"]] });
    store.xmlParts.set = () => store.xmlParts;
    await host.writeNote("waivers", "[1]");
    expect(store.xmlParts.size).toBe(0);
    expect(await host.readNote("waivers")).toBe("[1]");
  });

  it("grow shorter without a rest of what was longer", async () => {
    const { host } = open({ cells: [["甲"]] }, OLD);
    await host.writeNote("baseline", "长".repeat(70_000));
    await host.writeNote("baseline", "短");
    expect(await host.readNote("baseline")).toBe("短");
  });
});

describe("new sheets", () => {
  it("keep codes and days as they are, and leave the user where he was", async () => {
    const { host, wps } = open({ cells: [["甲"]] });
    const rows = [
      ["代码", "日期", "数"],
      ["2503-130981-04-01-573274", new SerialDay(45838, false), 1],
      ["00123", null, 2],
    ];
    const name = await host.addSheet({ name: "报告", cells: rows, widths: [20], frozenRows: 1 });
    expect(grid(await host.read(name))).toEqual(rows);
    expect(await host.activeSheet()).toBe("台账");
    expect(wps.book.frozenRows.get(name)).toBe(1);
  });

  it("are not left behind half made", async () => {
    const { host } = open({ cells: [["甲"]] });
    // A cell that WPS does not take.
    const cells = [[{} as unknown as string]];
    await expect(host.addSheet({ name: "报告", cells })).rejects.toMatchObject({ name: "HostFailure" });
    expect(await host.sheets()).toEqual([{ name: "台账", hidden: false }]);
  });
});

describe("abilities", () => {
  it("are asked of the build", () => {
    const can = (build: WpsBuild) => {
      const { host } = open({ cells: [["甲"]] }, build);
      return (["watch", "goTo", "mark", "addSheet", "notes", "functions", "selection", "closePane"] as const).filter(
        (ability) => host.can(ability),
      );
    };
    const all = ["watch", "goTo", "mark", "addSheet", "notes", "functions", "selection"];
    expect(can(WINDOWS)).toEqual(all);
    expect(can(MAC)).toEqual(all);
    expect(can(OLD)).toEqual(all.filter((ability) => ability !== "functions"));
  });

  it("a pane can be closed where its page says how", async () => {
    let closed = 0;
    const { program } = openWps([{ name: "台账", cells: [] }]);
    const host = wpsHost({ program, closePane: () => closed++ });
    expect(host.can("closePane")).toBe(true);
    await host.closePane?.();
    expect(closed).toBe(1);
  });
});

it("formulas are calculated anew on request", () => {
  const { program, store } = open({ cells: [["甲"]] });
  recalculate(program);
  expect(store.calculations).toBe(1);
});

it("outside WPS there is no host, and Excel's own globals are not taken for it", () => {
  expect(() => wpsHost({ program: null })).toThrow("no WPS");
});

it.each(named)("the self-test of a person passes in %s", async (_, build) => {
  const { host } = open({ cells: [["项目名称"], ["柳林镇污水管网工程"]] }, build);
  const { lines } = await selfTest(host);
  expect(lines.map(({ test, passed, detail }) => [test, passed, detail])).toEqual(
    SELF_TESTS.map((id) => [id, true, ""]),
  );
});
