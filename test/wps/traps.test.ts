/** Every trap of WPS that is known, where it is known from, and that the pretended WPS has it: whoever does the obvious is caught. */
import { parseAreas } from "../../src/hosts/excel/areas";
import type { CellValue } from "../../src/sheet/cell";
import { MAC, OLD, UOS, WINDOWS, type WpsBuild } from "../../workbench/wps/build";
import { failAtLocaleStrings } from "../../workbench/wps/locale";
import { Application } from "../../workbench/wps/application";
import { colourOf } from "../../workbench/wps/interior";
import type { Worksheet } from "../../workbench/wps/model";
import type { Range } from "../../workbench/wps/range";
import { LEFT_OUT } from "../../workbench/wps/customFunctions";
import { byName } from "../../workbench/wps/events";
import { openWps, type OpenedWps } from "./open";
import type { StoredSheet } from "../office/store";

/**
 * typings: WPS's own declarations · field: somebody's record of a run on a real build · COM: the same object asked from
 * outside · assumed: nobody has looked, so the worst, or what Excel does, is taken for it.
 */
type Source = "typings" | "field" | "COM" | "official page" | "assumed";

interface Trap {
  readonly trap: string;
  readonly from: Source;
  readonly bites: () => void;
}

const CELLS: readonly (readonly CellValue[])[] = [
  ["项目", "投资", "开工"],
  ["甲", 3, null],
  ["乙", 1, 45000],
  ["丙", 2, "#DIV/0!"],
];

function sheetOf(opened: OpenedWps): Worksheet {
  return new Application(opened.wps.book).ActiveSheet;
}

function open(build: WpsBuild = WINDOWS, sheet: Partial<StoredSheet> = {}): OpenedWps {
  return openWps([{ name: "台账", cells: CELLS, ...sheet }], { build });
}

function range(address: string, build: WpsBuild = WINDOWS, sheet: Partial<StoredSheet> = {}): Range {
  return sheetOf(open(build, sheet)).Range(address);
}

/** What stands in D9 after a text was put there as it is. */
function afterPutting(value: unknown): unknown {
  const cell = range("D9");
  cell.Value2 = value;
  return cell.Value2;
}

function declare(build: WpsBuild, type: string, args: Parameters<OpenedWps["wps"]["functions"]["calculate"]>[1]) {
  const { wps } = open(build);
  const got: unknown[] = [];
  const take = (...given: readonly unknown[]): unknown => {
    got.push(...given);
    return undefined;
  };
  wps.functions.add("XM", "F", take, { result: {}, parameters: args.map(() => ({ type })) });
  const shows = wps.functions.calculate("F", args);
  return { got, shows };
}

const OBJECT_MODEL: readonly Trap[] = [
  {
    trap: "Range.Value is no property to assign",
    from: "field",
    bites: () => {
      const cell = range("A1");
      expect(() => {
        cell.Value = (() => "新") as Range["Value"];
      }).toThrow("Cannot redefine property: Value");
    },
  },
  { trap: "Range.Value is a method", from: "field", bites: () => expect(range("A1").Value).not.toBe("项目") },
  { trap: "a single cell comes bare", from: "COM", bites: () => expect(range("A1").Value2).toBe("项目") },
  {
    trap: "a single row or column may come as a plain list",
    from: "assumed",
    bites: () => {
      expect(range("A1:C1", UOS).Value2).toEqual(["项目", "投资", "开工"]);
      expect(range("A1:A2", UOS).Value2).toEqual(["项目", "甲"]);
    },
  },
  { trap: "a blank is null, not an empty text", from: "COM", bites: () => expect(range("C2").Value2).toBeNull() },
  {
    trap: "an empty sheet says that A1 is used",
    from: "COM",
    bites: () => {
      const used = sheetOf(open(WINDOWS, { cells: [] })).UsedRange;
      expect([used.Address(), used.Value2]).toEqual(["$A$1", null]);
    },
  },
  {
    trap: "formatted blanks count as used",
    from: "assumed",
    bites: () => {
      const opened = open();
      opened.wps.book.formattedDownTo.set("台账", { top: 1, left: 0, bottom: 1_048_576, right: 2 });
      expect(sheetOf(opened).UsedRange.Rows.Count).toBe(1_048_576);
    },
  },
  { trap: "Text of several cells is null", from: "typings", bites: () => expect(range("A1:A2").Text).toBeNull() },
  {
    trap: "what differs between cells is null",
    from: "typings",
    bites: () => {
      const mixed = range("B2:B3", WINDOWS, { formats: { B2: "0.00" }, formulas: { B3: "=1" } });
      expect([mixed.NumberFormat, mixed.HasFormula]).toEqual([null, null]);
    },
  },
  {
    trap: "collections count from 1",
    from: "typings",
    bites: () => {
      const { Worksheets } = new Application(open().wps.book).ActiveWorkbook;
      expect(() => Worksheets.Item(0)).toThrow();
      expect(Worksheets.Item(Worksheets.Count).Name).toBe("台账");
    },
  },
  {
    trap: "Address is a method, and absolute where nothing is said",
    from: "typings",
    bites: () => {
      expect(String(range("B2").Address)).not.toBe("B2");
      expect(range("B2").Address()).toBe("$B$2");
    },
  },
  {
    trap: "the address of many areas is cut off",
    from: "assumed",
    bites: () => {
      const rows = Array.from({ length: 200 }, (_, index) => [`项目${String(index)}`]);
      const hiddenRows = rows.map((_, index) => index + 1).filter((row) => row % 2 === 0);
      const visible = range("A1:A200", WINDOWS, { cells: rows, hiddenRows }).SpecialCells(12);
      expect(visible.Areas.Count).toBe(100);
      expect(parseAreas(visible.Address(false, false)).length).toBeLessThan(100);
    },
  },
  {
    trap: "colours are blue, green, red",
    from: "COM",
    bites: () => {
      const { Interior } = range("A1");
      Interior.Color = 0xff0000;
      expect(colourOf(Interior)).toBe("#0000FF");
    },
  },
  { trap: "a day is its serial number", from: "COM", bites: () => expect(range("C3").Value2).toBe(45000) },
  {
    trap: "an error is a number, not its text",
    from: "COM",
    bites: () => expect(range("C4").Value2).toBe(-2146826281),
  },
  {
    trap: "18 digits lose their last three unless the cell is formatted as text first",
    from: "field",
    bites: () => expect(afterPutting("130981200001011234")).toBe(130981200001011000),
  },
  ...(
    [
      ["00123", 123],
      ["2025年6月", 45809],
      ["6/30", 45838],
      ["50%", 0.5],
      ["TRUE", true],
      ["1,200", 1200],
      ["'引号", "引号"],
    ] as const
  ).map(([text, becomes]): Trap => ({
    trap: `${text} is read as if it were typed`,
    from: "assumed",
    bites: () => expect(afterPutting(text)).toBe(becomes),
  })),
  {
    trap: "text that begins with = becomes a formula",
    from: "assumed",
    bites: () => {
      const cell = range("D9");
      cell.Value2 = "=1+1";
      expect(cell.HasFormula).toBe(true);
    },
  },
  {
    trap: "a number put into a cell formatted as text is text",
    from: "assumed",
    bites: () => {
      const cell = range("B2", WINDOWS, { formats: { B2: "@" } });
      cell.Value2 = 8600;
      expect(cell.Value2).toBe("8600");
    },
  },
  {
    trap: "a block of another size is refused",
    from: "assumed",
    bites: () =>
      expect(() => {
        range("A1:B2").Value2 = [["甲"]];
      }).toThrow(),
  },
  {
    trap: "SpecialCells of a single cell looks at the whole sheet, and throws where there is none",
    from: "COM",
    bites: () => {
      expect(range("A1").SpecialCells(12).Count).toBeGreaterThan(1);
      expect(() => range("A1:C3").SpecialCells(-4123, 16)).toThrow();
    },
  },
  {
    trap: "what was written before a failure stays written",
    from: "field",
    bites: () => {
      const opened = open();
      const [store] = opened.store.list;
      if (!store) throw new Error("no sheet");
      const put = store.put.bind(store);
      store.put = (row, column, value) => {
        if (row === 3) throw new Error("locked");
        put(row, column, value);
      };
      const sheet = sheetOf(opened);
      expect(() => {
        sheet.Range("A2:A3").Value2 = [["新甲"], ["新乙"]];
      }).toThrow();
      expect(sheet.Range("A2").Value2).toBe("新甲");
    },
  },
  {
    trap: "Undo does not take an add-in's writes back, and there is no Redo",
    from: "assumed",
    bites: () => {
      const opened = open();
      const application = new Application(opened.wps.book);
      application.ActiveSheet.Range("A2").Value2 = "改了";
      application.Undo();
      expect(application.ActiveSheet.Range("A2").Value2).toBe("改了");
      expect("Redo" in application).toBe(false);
    },
  },
  {
    trap: "tens of thousands of rows at once freeze the program",
    from: "field",
    bites: () => expect(() => range("A1:AD50000").Value2).toThrow("没有响应"),
  },
  {
    trap: "a sheet that is added becomes the active one",
    from: "assumed",
    bites: () => {
      const { ActiveWorkbook } = new Application(open().wps.book);
      ActiveWorkbook.Worksheets.Add();
      expect(ActiveWorkbook.ActiveSheet.Name).not.toBe("台账");
    },
  },
  {
    trap: "null is no argument left out",
    from: "assumed",
    bites: () => {
      const { Worksheets } = new Application(open().wps.book).ActiveWorkbook;
      expect(() => Worksheets.Add(null as unknown as undefined)).toThrow("类型不匹配");
    },
  },
  {
    trap: "a switch may be missing, and then cannot be set",
    from: "assumed",
    bites: () => {
      const application = new Application(open(OLD).wps.book);
      expect(application.EnableEvents).toBeUndefined();
      expect(() => {
        application.EnableEvents = false;
      }).toThrow();
    },
  },
  {
    trap: "a sheet is deleted only after the user was asked",
    from: "COM",
    bites: () => {
      const { ActiveWorkbook } = new Application(open().wps.book);
      ActiveWorkbook.Worksheets.Add().Delete();
      expect(ActiveWorkbook.Worksheets.Count).toBe(2);
    },
  },
  {
    trap: "a hidden sheet cannot be gone to, and a cell only on the active sheet be selected",
    from: "assumed",
    bites: () => {
      const sheets = [
        { name: "台账", cells: CELLS },
        { name: "字典", hidden: true, cells: CELLS },
      ];
      const other = new Application(openWps(sheets).wps.book).ActiveWorkbook.Worksheets.Item(2);
      expect(() => other.Activate()).toThrow();
      expect(() => other.Range("A1").Select()).toThrow();
    },
  },
  {
    trap: "a cell has one note: adding another throws",
    from: "assumed",
    bites: () => {
      const cell = range("A2");
      cell.AddComment("用户的");
      expect(() => cell.AddComment("我们的")).toThrow();
    },
  },
  {
    trap: "Sort does again what it was told the time before",
    from: "COM",
    bites: () => {
      const sheet = sheetOf(open(WINDOWS, { cells: [["投资"], [3], [1], [2]] }));
      const all = sheet.Range("A1:A4");
      all.Sort(all, 1, null, null, null, null, null, 1);
      all.Sort(all);
      expect(all.Value2).toEqual([["投资"], [1], [2], [3]]);
    },
  },
  {
    trap: "AutoFilter fails where a filter stands, ShowAllData where none does",
    from: "COM",
    bites: () => {
      const all = range("A1:C4");
      all.AutoFilter();
      expect(() => all.AutoFilter()).toThrow();
      expect(() => all.Worksheet.ShowAllData()).toThrow();
    },
  },
  {
    trap: "the program says that it is Excel",
    from: "field",
    bites: () => expect(new Application(open(MAC).wps.book).Name).toBe("Microsoft Excel"),
  },
];

const member = (root: object, name: string): unknown => Reflect.get(root, name);

const SHELL: readonly Trap[] = [
  {
    trap: "Application lacks ApiEvent where wps has it",
    from: "field",
    bites: () => {
      const { globals } = open(MAC).wps;
      expect(member(globals.Application, "ApiEvent")).toBeUndefined();
      expect(member(globals.wps, "ApiEvent")).toBeDefined();
    },
  },
  {
    trap: "EtApplication is a function",
    from: "field",
    bites: () => expect(typeof member(open().wps.globals.wps, "EtApplication")).toBe("function"),
  },
  {
    trap: "enumerations do not exist at run time, and Enum not on older builds",
    from: "typings",
    bites: () => {
      expect("Et" in globalThis).toBe(false);
      expect(member(open(OLD).wps.globals.wps, "Enum")).toBeUndefined();
    },
  },
  {
    trap: "CreateTaskPane is spelt differently",
    from: "field",
    bites: () => {
      const { wps } = open(MAC).wps.globals;
      expect(member(wps, "CreateTaskPane")).toBeUndefined();
      expect(typeof member(wps, "CreateTaskpane")).toBe("function");
    },
  },
  {
    trap: "our own writes come back as changes, from inside the write",
    from: "typings",
    bites: () => {
      const opened = open();
      let heard = 0;
      opened.wps.events.AddApiEventListener("SheetChange", () => heard++);
      sheetOf(opened).Range("A2").Value2 = "改";
      expect(heard).toBe(1);
    },
  },
  {
    trap: "events may come although they are switched off",
    from: "assumed",
    bites: () => {
      const opened = open(UOS);
      let heard = 0;
      opened.wps.events.AddApiEventListener("SheetChange", () => heard++);
      new Application(opened.wps.book).EnableEvents = false;
      sheetOf(opened).Range("A2").Value2 = "改";
      expect(heard).toBe(1);
    },
  },
  {
    trap: "a listener given as text is a global name",
    from: "typings",
    bites: () => {
      let heard = 0;
      const page = { ribbon: { OnChange: () => heard++ } };
      const { wps } = openWps([{ name: "台账", cells: CELLS }], { page });
      wps.events.AddApiEventListener("SheetChange", "ribbon.OnChange");
      wps.events.AddApiEventListener("SheetChange", "OnChange");
      wps.book.type("台账", "A2", "改");
      expect(heard).toBe(1);
    },
  },
  {
    trap: "a listener of a page that is gone is still called",
    from: "field",
    bites: () => {
      const { wps } = open();
      wps.events.AddApiEventListener("SheetChange", () => undefined);
      expect(wps.events.count("SheetChange")).toBe(1);
    },
  },
  {
    trap: "what PluginStorage keeps is gone when WPS is closed",
    from: "official page",
    bites: () => {
      const { storage } = open().wps;
      storage.setItem("pane", 1);
      storage.restart();
      expect(storage.getItem("pane")).toBeUndefined();
    },
  },
  {
    trap: "numbers of panes begin at 1 in each program, over one storage for all",
    from: "field",
    bites: () => expect(open().wps.panes.create("a.html").ID).toBe(open().wps.panes.create("b.html").ID),
  },
  {
    trap: "ReadFile reads text: a zip stops at its first null",
    from: "field",
    bites: () => {
      const files = new Map([["/台账.xlsx", new Uint8Array([0x50, 0x4b, 3, 4, 0, 9])]]);
      const { globals } = openWps([{ name: "台账", cells: CELLS }], { files }).wps;
      const system = member(globals.wps, "FileSystem") as { ReadFile: (path: string) => string };
      expect(system.ReadFile("/台账.xlsx")).toHaveLength(2);
    },
  },
  {
    trap: "ShellExecute does nothing and says nothing",
    from: "field",
    bites: () => {
      const assist = member(open().wps.globals.wps, "OAAssist") as { ShellExecute: (file: string) => unknown };
      expect(assist.ShellExecute("报告.docx")).toBeUndefined();
    },
  },
  {
    trap: "the ribbon calls by global name, and says the control's id with a capital letter",
    from: "official page",
    bites: () => {
      let pressed: unknown;
      const page = {
        ribbon: { OnAction: (control: { Id: string; id?: string }) => (pressed = [control.Id, control.id]) },
      };
      const { ribbon } = openWps([{ name: "台账", cells: CELLS }], { page }).wps;
      expect(ribbon.press("OnAction", "check")).toBe("nothing");
      expect(ribbon.press("ribbon.OnAction", "check")).toBe("answered");
      expect(pressed).toEqual(["check", undefined]);
    },
  },
  {
    trap: "a ribbon with an XML declaration or an asynchronous callback is not shown",
    from: "official page",
    bites: () => {
      const page = { Good: () => true, Late: () => Promise.resolve(true) };
      const { ribbon } = openWps([{ name: "台账", cells: CELLS }], { page }).wps;
      expect(ribbon.isShown('<customUI onLoad="Good"/>')).toBe(true);
      expect(ribbon.isShown('<customUI onLoad="Late"/>')).toBe(false);
      expect(ribbon.isShown('<?xml version="1.0"?><customUI onLoad="Good"/>')).toBe(false);
    },
  },
  {
    trap: "a docked pane keeps the ribbon from answering",
    from: "field",
    bites: () => {
      const { wps } = openWps([{ name: "台账", cells: CELLS }], { page: { OnAction: () => undefined } });
      wps.panes.create("pane.html").Visible = true;
      expect(wps.ribbon.press("OnAction", "check")).toBe("frozen");
    },
  },
  {
    trap: "dates in words of the system's language fail on some systems",
    from: "official page",
    bites: () => {
      const back = failAtLocaleStrings();
      try {
        expect(() => new Date(0).toLocaleDateString()).toThrow();
      } finally {
        back();
      }
      expect(new Date(0).toLocaleDateString()).not.toBe("");
    },
  },
  {
    trap: "a name that is none in the page is nothing to call",
    from: "official page",
    bites: () => expect(byName({}, "ribbon.OnAction")).toBeNull(),
  },
];

const FUNCTIONS: readonly Trap[] = [
  {
    trap: "below 12.1.0.20540 there are no worksheet functions",
    from: "official page",
    bites: () => expect(member(open(OLD).wps.globals.wps, "AddCustomFunction")).toBeUndefined(),
  },
  {
    trap: "an argument that is left out arrives as a number",
    from: "field",
    bites: () => expect(declare(WINDOWS, "any?", [undefined]).got).toEqual([LEFT_OUT]),
  },
  {
    trap: "a truth value that is left out arrives as null, a matrix as nothing",
    from: "field",
    bites: () => {
      expect(declare(WINDOWS, "boolean?", [undefined]).got).toEqual([null]);
      expect(declare(WINDOWS, "any[][]?", [undefined]).got).toEqual([undefined]);
    },
  },
  {
    trap: "a single cell arrives as a matrix of one where a matrix is declared",
    from: "field",
    bites: () => expect(declare(WINDOWS, "any[][]", [{ cells: [[5]] }]).got).toEqual([[[5]]]),
  },
  {
    trap: "a number may arrive as the cell itself",
    from: "field",
    bites: () => expect(declare(WINDOWS, "number", [{ cells: [[5]] }]).got[0]).toMatchObject({ Value2: 5 }),
  },
  {
    trap: "an object is the live range",
    from: "field",
    bites: () => expect(declare(UOS, "object", [{ cells: [[5]] }]).got[0]).toMatchObject({ Value2: 5 }),
  },
  {
    trap: "an error arrives as a number",
    from: "assumed",
    bites: () => expect(declare(UOS, "any", [{ cells: [["#N/A"]] }]).got).toEqual([-2146826246]),
  },
  { trap: "no answer shows as 0", from: "field", bites: () => expect(declare(UOS, "any", [1]).shows).toBe(0) },
  ...(
    [
      ["an answer that comes later shows as no value", () => Promise.resolve(5), "[object Promise]"],
      ["an error that is answered shows as no error", () => new Error("错"), "[object Error]"],
      [
        "what a function throws says nothing",
        () => {
          throw new Error("请填写内容");
        },
        "#VALUE!",
      ],
      ["an array without cells shows as 0", () => [], 0],
    ] as const
  ).map(([trap, callback, shows]): Trap => ({
    trap,
    from: "assumed",
    bites: () => {
      const { functions } = open().wps;
      functions.add("XM", "F", callback);
      expect(functions.calculate("F", [])).toBe(shows);
    },
  })),
  {
    trap: "a second page registers every function twice, and nothing takes one away",
    from: "official page",
    bites: () => {
      const { wps } = open();
      for (let page = 0; page < 2; page++) wps.functions.add("XM", "AMOUNT", () => 0);
      expect(wps.functions.duplicates).toEqual(["XM.AMOUNT"]);
      expect(member(wps.globals.wps, "RemoveCustomFunction")).toBeUndefined();
    },
  },
  {
    trap: "a Chinese name may be refused",
    from: "official page",
    bites: () => expect(() => open(MAC).wps.functions.add("XM", "金额万元", () => 0)).toThrow(),
  },
];

describe.each([
  ["the object model", OBJECT_MODEL],
  ["the shell", SHELL],
  ["worksheet functions", FUNCTIONS],
])("of %s", (_, traps) => {
  it.each(traps.map((one) => [one.trap, one.from, one.bites] as const))("%s (%s)", (_trap, _from, bites) => {
    expect.hasAssertions();
    bites();
  });
});
