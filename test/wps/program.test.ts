/** How WPS is found in a page: by its shape, in whichever of its globals a build has put what. */
import { findWps } from "../../src/hosts/wps/index";
import { MAC, UOS, WINDOWS } from "../../workbench/wps/build";
import { openWps } from "./open";

const SHEETS = [{ name: "台账", cells: [["甲"]] }];

const fails = (): never => {
  throw new Error("没有表格");
};

it("before there was a global Application, its function answers", () => {
  const { wps } = openWps(SHEETS).wps.globals;
  const old = { EtApplication: Reflect.get(wps, "EtApplication") as unknown };
  expect(findWps({ wps: old })?.application().ActiveSheet.Name).toBe("台账");
});

it.each([
  ["a page of no program", {}],
  ["文字 or 演示, which have no workbooks", { wps: { Documents: {} }, Application: { Documents: {} } }],
  ["an application that is not WPS's", { Application: { Workbooks: {} } }],
  ["an older function that fails", { wps: { EtApplication: fails } }],
])("%s is no WPS", (_, globals) => {
  expect(findWps(globals)).toBeNull();
});

it.each([
  [WINDOWS.version, WINDOWS],
  [UOS.version, UOS],
  [MAC.version, MAC],
])("the shell of %s lends what it has, however it is spelt and wherever it stands", (_, build) => {
  const { program, wps } = openWps(SHEETS, { build });
  expect(program.shell("ApiEvent")).toBe(wps.events);
  const pane = program.shell("CreateTaskPane")?.("taskpane.html");
  expect(program.shell("GetTaskPane")?.(pane?.ID ?? 0)).toBe(pane);
  program.shell("PluginStorage")?.setItem("键", 1);
  expect(program.shell("PluginStorage")?.getItem("键")).toBe(1);
});
