/** Files that cannot be read are refused with a code and figures, quickly, and before they cost memory. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as sheetjs from "@e965/xlsx";
import { write as hucreWrite } from "hucre";
import { ReadFailure } from "../../src/hosts/file/failure";
import { openFile } from "../../src/hosts/file/node";
import { openWorkbook } from "../../src/hosts/file/open";
import { makeXlsx, makeZip, oneSheet } from "./makeXlsx";
import { allRows } from "./readAll";

const MEGABYTE = 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), "ledger-check-bad-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const text = (content: string) => new TextEncoder().encode(content);

async function failureOf(work: Promise<unknown>): Promise<ReadFailure> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ReadFailure) return error;
    throw error;
  }
  throw new Error("it was read");
}

/** From bytes in the browser's way and from a file in Node's: both must say the same. */
async function refused(fileName: string, bytes: Uint8Array, maxSize?: number): Promise<ReadFailure> {
  const inBrowser = await failureOf(openWorkbook(bytes, { fileName, maxSize }));
  const path = join(folder, fileName);
  writeFileSync(path, bytes);
  const inNode = await failureOf(openFile(path, { maxSize }));
  expect(inNode.code).toBe(inBrowser.code);
  return inNode;
}

const good = oneSheet('<row r="1"><c r="A1"><v>1</v></c></row>');

it.each<[string, string, Uint8Array, string, string | null]>([
  ["a text named .xlsx", "台账.xlsx", text("序号 项目名称\n1 县医院\n"), "not-a-workbook", "text"],
  ["a text in GB18030 named .xls", "台账.xls", Uint8Array.of(0xcf, 0xee, 0xc4, 0xbf, 0x0a), "not-a-workbook", "text"],
  ["nothing", "台账.xlsx", new Uint8Array(0), "empty", null],
  ["a PDF", "台账.xlsx", text("%PDF-1.7\n..."), "not-a-workbook", "pdf"],
  ["a picture", "台账.xls", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0), "not-a-workbook", "image"],
  ["some other zip", "台账.xlsx", makeZip({ "照片.txt": "甲" }), "not-a-workbook", "archive"],
  ["an empty zip", "台账.xlsx", makeZip({}), "not-a-workbook", "binary"],
  [
    "a Word document",
    "台账.xlsx",
    makeZip({
      "_rels/.rels":
        '<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      "word/document.xml": "<w/>",
    }),
    "not-a-workbook",
    "word",
  ],
  ["XML of some kind", "台账.xlsx", text('<?xml version="1.0"?><projects/>'), "not-a-workbook", "xml"],
  [
    "bytes without meaning",
    "台账.xlsx",
    Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256),
    "not-a-workbook",
    "binary",
  ],
  ["a workbook cut off", "台账.xlsx", good.subarray(0, good.length - 40), "truncated", null],
  ["only the beginning of a workbook", "台账.xlsx", good.subarray(0, 30), "truncated", null],
  ["a workbook without sheets", "台账.xlsx", makeXlsx({ sheets: [] }), "no-sheets", null],
  [
    "a sheet whose part is missing",
    "台账.xlsx",
    makeXlsx({ sheets: [{ rows: "" }], parts: { "xl/worksheets/sheet1.xml": null } }),
    "corrupt",
    null,
  ],
  [
    "a sheet that ends in the middle",
    "台账.xlsx",
    makeXlsx({ sheets: [{ xml: '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v>' }] }),
    "truncated",
    null,
  ],
])("%s is refused", async (_, fileName, bytes, code, kind) => {
  const failure = await refused(fileName, bytes);
  expect(failure.code).toBe(code);
  expect(failure.args["kind"] ?? null).toBe(kind);
});

it("packed data that were damaged are corrupt, wherever the damage stands", async () => {
  const rows = Array.from(
    { length: 300 },
    (_, i) => `<row r="${String(i + 1)}"><c><v>${String((i * 7919) % 1000)}</v></c></row>`,
  );
  const bytes = oneSheet(rows.join(""));
  const codes = new Set<string>();
  for (let at = 40; at < bytes.length - 40; at += 37) {
    const damaged = bytes.slice();
    damaged.fill(0xff, at, at + 24);
    try {
      const { sheets } = await openWorkbook(damaged, { fileName: "a.xlsx" });
      for (const sheet of sheets) allRows(sheet);
    } catch (error) {
      expect(error).toBeInstanceOf(ReadFailure);
      codes.add((error as ReadFailure).code);
    }
  }
  expect([...codes]).toContain("corrupt");
});

it("a password is said to be needed: .xlsx and .xls", async () => {
  const rows = [["序号"], [1]];
  const encrypted = await hucreWrite({
    sheets: [{ name: "甲", rows }],
    encryption: { password: "密码", spinCount: 10 },
  });
  expect((await refused("加密.xlsx", encrypted)).code).toBe("password");
  expect((await refused("加密.xls", protectedXls())).code).toBe("password");
});

/** An .xls with a FILEPASS record near its beginning, as one with a password has: the WRITEACCESS record becomes it. */
function protectedXls(): Uint8Array {
  const book = sheetjs.utils.book_new();
  sheetjs.utils.book_append_sheet(book, sheetjs.utils.aoa_to_sheet([[1]]), "A");
  const bytes = new Uint8Array(sheetjs.write(book, { type: "array", bookType: "biff8" }) as ArrayBuffer);
  const writeAccess = bytes.findIndex((byte, at) => byte === 0x5c && bytes[at + 1] === 0 && bytes[at + 2] === 0x70);
  bytes.set([0x2f, 0], writeAccess);
  bytes.fill(0, writeAccess + 4, writeAccess + 4 + 0x70);
  return bytes;
}

it("a missing file, a folder and an unreadable file are told apart", async () => {
  expect((await failureOf(openFile(join(folder, "没有.xlsx")))).code).toBe("missing");
  mkdirSync(join(folder, "文件夹.xlsx"));
  expect((await failureOf(openFile(join(folder, "文件夹.xlsx")))).code).toBe("directory");
  const locked = join(folder, "锁.xlsx");
  writeFileSync(locked, good);
  chmodSync(locked, 0);
  // The system's administrator may read everything.
  if (process.getuid?.() !== 0) expect((await failureOf(openFile(locked))).code).toBe("unreadable");
});

describe("what unpacks to too much is refused with the figures", () => {
  const SPACES = 110 * MEGABYTE;
  const bomb = oneSheet(`<row r="1"><c r="A1"><v>1</v></c></row>${" ".repeat(SPACES)}`);

  it("at more than 100 : 1 to more than 100 MB", async () => {
    const failure = await refused("炸弹.xlsx", bomb);
    expect(failure.code).toBe("expands");
    expect(failure.args["limit"]).toBe(100 * MEGABYTE);
    expect(Number(failure.args["bytes"])).toBeGreaterThan(100 * MEGABYTE);
  });

  it("unless a larger size is allowed", async () => {
    const { sheets } = await openWorkbook(bomb, { fileName: "a.xlsx", maxSize: 200 * MEGABYTE });
    expect([...(sheets[0]?.blocks() ?? [])].flat().length).toBe(1);
  });

  it("or a smaller one", async () => {
    const blank = oneSheet(" ".repeat(100_000));
    expect((await refused("a.xlsx", blank, 50_000)).code).toBe("expands");
    expect((await refused("a.xlsx", blank, 100)).code).toBe("too-large");
  });

  it("whatever size the file declares, too small as well as too large, without unpacking all of it", async () => {
    for (const stated of [1, 0xffff_fff0]) {
      const lying = withStatedSizes(good, stated);
      const { sheets } = await openWorkbook(lying, { fileName: "a.xlsx" });
      expect([...(sheets[0]?.blocks() ?? [])].flat().length).toBe(1);
      const { code, args } = await refused("炸弹.xlsx", withStatedSizes(bomb, stated));
      expect(code).toBe("expands");
      // What it says is the larger of what it saw and what the file declares.
      if (stated === 1) expect(Number(args["bytes"])).toBeLessThan(SPACES);
    }
  });

  function withStatedSizes(bytes: Uint8Array, stated: number): Uint8Array {
    const copy = bytes.slice();
    const view = new DataView(copy.buffer);
    for (let at = 0; at + 46 < copy.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, stated, true);
    }
    return copy;
  }
});

it("nothing is left behind", () => {
  // In a folder for temporary files that no other test writes into.
  const scratch = join(folder, "scratch");
  mkdirSync(scratch);
  const files: readonly (readonly [string, Uint8Array])[] = [
    ["读得了.xlsx", good],
    ["读不了.xlsx", good.slice(0, good.length / 2)],
  ];
  const paths = files.map(([name, bytes]) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  });
  const env = { ...process.env, TMPDIR: scratch, TEMP: scratch, TMP: scratch };
  const { status, stderr } = spawnSync("node", ["src/cli/start.mjs", "check", ...paths], { env, encoding: "utf8" });
  expect([status, stderr]).toEqual([2, expect.stringContaining("读不了.xlsx")]);
  expect(readdirSync(scratch)).toEqual([]);
});

it("parts that are no XML at all are settled one way or the other, however long", async () => {
  for (const piece of ['<a "', "<a b", '<a "x" ', "<!--", "<![CDATA[", '<a b="c" ', "&#", "<c r=", "</"]) {
    const text = piece.repeat(300_000);
    for (const part of ["xl/styles.xml", "xl/sharedStrings.xml", "xl/workbook.xml"]) {
      await settled(makeXlsx({ sheets: [{ rows: "" }], parts: { [part]: text } }));
    }
    await settled(oneSheet(text, { before: text, after: text }));
    await settled(oneSheet(`<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`));
  }
});

/** Read or refused: either is right, as long as it ends. */
async function settled(bytes: Uint8Array): Promise<void> {
  try {
    for (const sheet of (await openWorkbook(bytes, { fileName: "a.xlsx", maxSize: 1024 * MEGABYTE })).sheets)
      allRows(sheet);
  } catch (error) {
    expect(error).toBeInstanceOf(ReadFailure);
  }
}
