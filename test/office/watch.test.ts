/** What Excel tells while the pane itself goes to cells. */
import { excelHost } from "../../src/hosts/excel/host";
import type { HostChange } from "../../src/sheet/host";
import { aWhile, until } from "../until";
import { bootOffice, LTSC_2021, type Office } from "./boot";
import { listening } from "./contract";

/** Of office.js: a sheet comes to the front. */
const ACTIVATED = 11;
const SHEETS = [
  { name: "上半年", cells: [["项目名称"], ["县医院迁建"]] },
  { name: "下半年", cells: [["项目名称"], ["乡镇供水"]] },
];

/** As Excel does, whoever brings the sheet to the front. */
function telling(office: Office): Office {
  const { store, bridge } = office;
  const activate = store.activate.bind(store);
  store.activate = (sheet) => {
    activate(sheet);
    bridge.fire(ACTIVATED, "Workbook", { worksheetId: sheet.id });
  };
  return office;
}

it("a jump of ours to another sheet is no change, which would begin a check under way anew; a person's is heard", async () => {
  const office = telling(bootOffice("win32", SHEETS, LTSC_2021));
  const host = excelHost(office);
  const heard: HostChange[] = [];
  const stop = host.watch((change) => heard.push(change));
  await listening(office, host);
  await host.goTo({ sheet: "下半年", at: "A2" });
  expect(await host.selection()).toEqual({ sheet: "下半年", at: "A2" });
  // Until no jump of ours is expected to be reported any more.
  await aWhile(200);
  expect(heard).toEqual([]);
  const [first] = office.store.list;
  if (!first) throw new Error("no sheet");
  office.store.activate(first);
  await until(() => heard.length > 0);
  expect(heard).toEqual([{ sheet: null, at: null }]);
  stop();
});
