/** What every host must do, whatever program stands behind it: one suite, run once a host. */
import type { CellValue } from "../../src/sheet/cell";
import type { Host, HostChange } from "../../src/sheet/host";
import type { Edit } from "../../src/sheet/edit";
import { aWhile, until } from "../until";

export interface ContractSheet {
  readonly name: string;
  readonly hidden?: boolean;
  readonly cells: readonly (readonly CellValue[])[];
}

export interface HostUnderTest {
  readonly host: Host;
  /** Types into a cell as the user would; absent where nobody can. */
  readonly type?: (sheet: string, at: string, value: CellValue) => Promise<void> | void;
  /** Until the program tells whoever watches; absent where it does so at once. */
  readonly listens?: () => Promise<void>;
  /** How many marks stand in the workbook; absent where the host cannot mark. */
  readonly marks?: () => Promise<number> | number;
}

/** `open` makes a host over a workbook with these sheets. */
export function hostContract(name: string, open: (sheets: readonly ContractSheet[]) => Promise<HostUnderTest>): void {
  const LEDGER: ContractSheet = {
    name: "台账",
    cells: [
      ["序号", "项目名称", "总投资（万元）", "备注"],
      [1, "县医院迁建", 12000, null],
      [2, "乡镇供水", "8,600", "  前有空格"],
      [null, null, null, null],
      [3, "污水处理厂", 0.6, true],
    ],
  };
  const HIDDEN: ContractSheet = { name: "字典", hidden: true, cells: [["交通"], ["水利"]] };

  const cellsOf = async (host: Host, sheet: string): Promise<Record<string, CellValue>> => {
    const cells: Record<string, CellValue> = {};
    for (const block of (await host.read(sheet)).blocks()) {
      for (const row of block) {
        row.cells.forEach((value, column) => {
          if (value !== null && value !== "") cells[`${String.fromCharCode(65 + column)}${String(row.row)}`] = value;
        });
      }
    }
    return cells;
  };
  const edit = (at: string, was: CellValue, put: CellValue): Edit => ({ sheet: LEDGER.name, at, was, put });

  describe(`${name} is a host`, () => {
    it("lists its sheets in the order of their tabs, with what is hidden", async () => {
      const { host } = await open([LEDGER, HIDDEN]);
      expect(await host.sheets()).toEqual([
        { name: "台账", hidden: false },
        { name: "字典", hidden: true },
      ]);
      expect(await host.activeSheet()).toBe("台账");
    });

    it("reads every cell as meant, at its own address, and more than once", async () => {
      const { host } = await open([LEDGER]);
      const expected = {
        A1: "序号",
        B1: "项目名称",
        C1: "总投资（万元）",
        D1: "备注",
        A2: 1,
        B2: "县医院迁建",
        C2: 12000,
        A3: 2,
        B3: "乡镇供水",
        C3: "8,600",
        D3: "  前有空格",
        A5: 3,
        B5: "污水处理厂",
        C5: 0.6,
        D5: true,
      };
      expect(await cellsOf(host, "台账")).toEqual(expected);
      const sheet = await host.read("台账");
      const count = (size?: number) => [...sheet.blocks(size)].reduce((rows, block) => rows + block.length, 0);
      expect(count(2)).toBe(count());
      for (const block of sheet.blocks(2)) expect(block.length).toBeLessThanOrEqual(2);
    });

    it("gives blank cells as null, never as holes", async () => {
      const { host } = await open([LEDGER]);
      for (const block of (await host.read("台账")).blocks()) {
        for (const { cells } of block) for (let i = 0; i < cells.length; i++) expect(cells[i]).toBeDefined();
      }
    });

    it("refuses to read a sheet that is not there", async () => {
      const { host } = await open([LEDGER]);
      await expect(host.read("没有")).rejects.toMatchObject({ name: "HostFailure", code: "noSheet" });
    });

    it("stops reading when it is told to", async () => {
      const { host } = await open([LEDGER]);
      await expect(host.read("台账", { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "aborted" });
    });

    it("writes where every cell still holds what it held", async () => {
      const { host } = await open([LEDGER]);
      const outcome = await host.write([edit("C3", "8,600", 8600), edit("D2", null, "已核"), edit("F9", null, "远处")]);
      expect(outcome).toEqual({ written: true });
      const cells = await cellsOf(host, "台账");
      expect([cells["C3"], cells["D2"], cells["F9"]]).toEqual([8600, "已核", "远处"]);
      expect([cells["B3"], cells["A5"], cells["D5"]]).toEqual(["乡镇供水", 3, true]);
    });

    it("writes nothing at all where one cell holds something else by now", async () => {
      const { host } = await open([LEDGER]);
      const before = await cellsOf(host, "台账");
      const outcome = await host.write([edit("C3", "8,600", 8600), edit("B2", "别的名称", "新名称")]);
      expect(outcome).toEqual({ written: false, reason: "changed", at: "B2" });
      expect(await cellsOf(host, "台账")).toEqual(before);
    });

    it("writes nothing where a sheet is missing", async () => {
      const { host } = await open([LEDGER]);
      const outcome = await host.write([edit("A2", 1, 9), { sheet: "没有", at: "A1", was: null, put: 1 }]);
      expect(outcome.written).toBe(false);
      expect((await cellsOf(host, "台账"))["A2"]).toBe(1);
    });

    it("empties a cell", async () => {
      const { host } = await open([LEDGER]);
      expect(await host.write([edit("D3", "  前有空格", null)])).toEqual({ written: true });
      expect((await cellsOf(host, "台账"))["D3"]).toBeUndefined();
    });

    it("tells of the user's changes, keeps silent about its own, and stops when asked", async () => {
      const { host, type, listens } = await open([LEDGER]);
      if (!host.can("watch") || !type) {
        expect(host.watch(() => undefined)).toBeInstanceOf(Function);
        return;
      }
      const heard: HostChange[] = [];
      const stop = host.watch((change) => heard.push(change));
      await listens?.();
      await host.write([edit("C3", "8,600", 8600)]);
      await aWhile();
      expect(heard).toEqual([]);
      await type("台账", "B2", "县医院");
      await until(() => heard.length > 0);
      await aWhile();
      expect(heard.length).toBe(1);
      expect(heard[0]?.sheet ?? "台账").toBe("台账");
      stop();
      await type("台账", "B2", "县中医院");
      await aWhile();
      expect(heard.length).toBe(1);
    });

    it("goes to a cell where it can, and then has it selected", async () => {
      const { host } = await open([LEDGER, { name: "附表", cells: [["甲"]] }]);
      if (!host.can("goTo")) return expect(await host.selection()).toBeNull();
      await host.goTo({ sheet: "附表", at: "A1" });
      expect(await host.activeSheet()).toBe("附表");
      if (host.can("selection")) expect(await host.selection()).toEqual({ sheet: "附表", at: "A1" });
    });

    it("adds a sheet under a name that is free and allowed, and leaves the others alone", async () => {
      const { host } = await open([LEDGER]);
      if (!host.can("addSheet")) return expect(host.addSheet({ name: "报告", cells: [] })).rejects.toThrow();
      const before = await cellsOf(host, "台账");
      const cells = [
        ["代码", "数"],
        ["<F101> & 其他", 2],
      ];
      const first = await host.addSheet({ name: "校核/报告", cells, widths: [10, 8], frozenRows: 1 });
      const second = await host.addSheet({ name: "校核/报告", cells });
      expect(first).not.toMatch(/[\\/?*[\]:]/);
      expect(second).not.toBe(first);
      expect((await host.sheets()).map((sheet) => sheet.name)).toEqual(["台账", first, second]);
      expect(await cellsOf(host, first)).toEqual({ A1: "代码", B1: "数", A2: "<F101> & 其他", B2: 2 });
      expect(await cellsOf(host, "台账")).toEqual(before);
    });

    it("keeps notes, changes them, and forgets them on request", async () => {
      const { host } = await open([LEDGER]);
      if (!host.can("notes")) return;
      expect(await host.readNote("豁免")).toBeNull();
      const text = '{"理由":"<上级 & 批复>\\n第二行"}';
      await host.writeNote("豁免", text);
      await host.writeNote("__proto__", "也是一个键");
      expect(await host.readNote("豁免")).toBe(text);
      expect(await host.readNote("__proto__")).toBe("也是一个键");
      await host.writeNote("豁免", "改");
      expect(await host.readNote("豁免")).toBe("改");
      await host.writeNote("豁免", null);
      expect(await host.readNote("豁免")).toBeNull();
    });

    it("marks only on request, and takes every mark away again without touching a value", async () => {
      const { host, marks } = await open([LEDGER]);
      if (!host.can("mark")) {
        await expect(host.clearMarks()).resolves.toBeUndefined();
        return;
      }
      const before = await cellsOf(host, "台账");
      expect(await marks?.()).toBe(0);
      await host.mark([
        { sheet: "台账", at: "C3", severity: "error", note: "文本型数字" },
        { sheet: "台账", at: "B2", severity: "hint", note: "名称" },
      ]);
      expect(await marks?.()).toBe(2);
      await host.clearMarks();
      expect(await marks?.()).toBe(0);
      expect(await cellsOf(host, "台账")).toEqual(before);
    });
  });
}
