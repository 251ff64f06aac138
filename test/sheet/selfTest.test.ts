import { memoryHost } from "../../src/hosts/memory";
import type { Host } from "../../src/sheet/host";
import { SELF_TESTS, selfTest } from "../../src/sheet/selfTest";

const open = (): Host => memoryHost({ sheets: [{ name: "台账", cells: [["项目名称"], ["柳林镇污水管网工程"]] }] });

async function outcomes(host: Host): Promise<Record<string, boolean | null>> {
  return Object.fromEntries((await selfTest(host)).lines.map(({ test, passed }) => [test, passed]));
}

test("a sound host passes every test, and the user's own sheet is as it was", async () => {
  const host = open();
  const report = await selfTest(host);
  expect(report.lines.map(({ test, passed }) => [test, passed])).toEqual(SELF_TESTS.map((id) => [id, true]));
  expect(report.sheet).not.toBe("台账");
  expect([...(await host.read("台账")).blocks()].flat().map(({ cells }) => cells[0])).toEqual([
    "项目名称",
    "柳林镇污水管网工程",
  ]);
});

test("what a host says that it cannot is no failure", async () => {
  const host = memoryHost({ sheets: [{ name: "台账", cells: [] }], cannot: ["notes", "goTo"] });
  expect(await outcomes(host)).toMatchObject({ notes: null, goTo: null, read: true });
});

test.each([
  ["a write that does not arrive", "write", { write: () => Promise.resolve({ written: true as const }) }],
  ["a jump that ends elsewhere", "goTo", { goTo: () => Promise.resolve() }],
  ["a note that is lost", "notes", { readNote: () => Promise.resolve(null) }],
  ["a failure", "listSheets", { sheets: () => Promise.reject(new Error("busy")) }],
] as const)("%s is told, and the other tests run all the same", async (_, test, broken) => {
  const report = await selfTest({ ...open(), ...broken });
  const line = report.lines.find((one) => one.test === test);
  expect(line?.passed).toBe(false);
  expect(line?.detail).not.toBe("");
  expect(report.lines).toHaveLength(SELF_TESTS.length);
});
