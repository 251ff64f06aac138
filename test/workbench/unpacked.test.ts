/** What is unpacked before a file is read changes nothing of what is read, and opens no way round the limits. */
import { openOn, openWorkbook } from "../../src/hosts/file/open";
import { browserPlatform } from "../../src/hosts/file/platform";
import { packedBytes, readZipDirectory } from "../../src/hosts/file/zip";
import { openFile } from "../../workbench/opened";
import { unpackedAhead } from "../../workbench/unpacked";
import { makeXlsx } from "../hosts/makeXlsx";
import { allRows } from "../hosts/readAll";

const ROWS = 3000;
const large = makeXlsx({
  sheets: [
    {
      name: "台账",
      rows: Array.from({ length: ROWS }, (_, at) => {
        const row = String(at + 1);
        // Of hashes, so that it packs badly: small parts are not unpacked ahead.
        const text = `第${String((at * 2_654_435_761) % 4_294_967_296)}号供水工程`;
        return `<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="B${row}" t="inlineStr"><is><t>${text}</t></is></c></row>`;
      }).join(""),
    },
  ],
});

/** With other sizes stated for its parts. */
function stating(bytes: Uint8Array, size: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return copy;
}

/** How many bytes are still unpacked on the page's own thread. */
async function unpackedHere(bytes: Uint8Array): Promise<number> {
  let here = 0;
  const inflate = jest.spyOn(browserPlatform, "inflate").mockImplementation((...args) => {
    const content = inflating(...args);
    here += content.length;
    return content;
  });
  const { platform } = await unpackedAhead(bytes);
  await openOn(platform, bytes, { fileName: "台账.xlsx" });
  inflate.mockRestore();
  return here;
}
const inflating = browserPlatform.inflate.bind(browserPlatform);

test("the large parts are unpacked beside, and what is read is the same", async () => {
  const sheet = readZipDirectory(large).find(({ name }) => name.endsWith("sheet1.xml"));
  expect(sheet?.statedSize).toBeGreaterThan(200_000);
  expect(await unpackedHere(large)).toBeLessThan(20_000);
  const [plain] = (await openWorkbook(large, { fileName: "台账.xlsx" })).sheets;
  const { workbook, data, look } = await openFile(large, "台账.xlsx", "file-1");
  const [read] = workbook.sheets;
  if (!plain || !read) throw new Error("no sheet");
  expect(allRows(read)).toEqual(allRows(plain));
  expect(Object.keys(data.sheets["sheet-0"]?.cellData ?? {})).toHaveLength(ROWS);
  expect(look?.sheets[0]?.rows).toHaveLength(ROWS);
});

test("a part of another file at the same place is unpacked as what it is", async () => {
  const { platform } = await unpackedAhead(large);
  const other = large.slice();
  const sheet = readZipDirectory(other).find(({ name }) => name.endsWith("sheet1.xml"));
  if (!sheet) throw new Error("no sheet");
  const inflate = jest.spyOn(browserPlatform, "inflate");
  platform.inflate(packedBytes(other, sheet), sheet.statedSize, 10_000_000);
  expect(inflate).toHaveBeenCalledTimes(1);
  inflate.mockRestore();
});

test.each([
  ["too small", 1000],
  ["too large", 0xffff_fff0],
])("a file that states sizes %s is read by what it holds", async (_what, size) => {
  const { workbook } = await openFile(stating(large, size), "台账.xlsx", "file-1");
  const [read] = workbook.sheets;
  expect(read && allRows(read)).toHaveLength(ROWS);
});

test("a browser that cannot unpack beside does so on the page's thread", async () => {
  const able = globalThis.DecompressionStream;
  Reflect.deleteProperty(globalThis, "DecompressionStream");
  try {
    expect(await unpackedHere(large)).toBeGreaterThan(200_000);
  } finally {
    globalThis.DecompressionStream = able;
  }
});

test.each([
  ["not a zip", new TextEncoder().encode("序号,项目名称")],
  ["cut short", large.slice(0, large.length / 2)],
])("what is %s is left to the reader", async (_what, bytes) => {
  await expect(unpackedAhead(bytes)).resolves.toBeTruthy();
});
