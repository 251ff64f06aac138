/** The journal beside a collection's output: what it takes for its own, and what it does not. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openJournal, writePart } from "../../src/cli/journal";
import { unreadablePart } from "../../src/report/export/collect/part";

const KEY = { path: "水务局.xlsx", size: 5, changed: 1 };
let folder: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "ledger-check-journal-")), "汇总.xlsx.进度");
});
afterEach(() => {
  rmSync(join(folder, ".."), { recursive: true });
});

function opened(settings = "{}"): { known: string[]; journal: ReturnType<typeof openJournal> } {
  const known: string[] = [];
  return { known, journal: openJournal(folder, settings, ({ path }) => known.push(path)) };
}

function filePart(): string {
  const file = opened().journal.partOf(KEY.path);
  writePart(file, KEY, unreadablePart(KEY.path, "坏了", "2025-06-20"));
  return file;
}

it("knows a part that is whole, and leaves nothing behind", () => {
  filePart();
  const { known, journal } = opened();
  expect(known).toEqual([KEY.path]);
  journal.remove();
  expect(existsSync(folder)).toBe(false);
});

it("keeps lines that are longer than what is written at once", () => {
  const { journal } = opened();
  const lines = ["短", "云溪县𠮷".repeat(200_000), "末"];
  writePart(journal.partOf(KEY.path), KEY, { ...unreadablePart(KEY.path, "坏了", "2025-06-20"), lines });
  expect([...journal.linesOf(KEY.path)]).toEqual(lines);
});

it.each([0, 20])("takes a part of which %i bytes are left for none", (bytes) => {
  truncateSync(filePart(), bytes);
  expect(opened().known).toEqual([]);
});

it("leaves alone what somebody else has put there", () => {
  mkdirSync(folder);
  writeFileSync(join(folder, "我的.txt"), "mine");
  filePart();
  expect(opened("other settings").known).toEqual([]);
  expect(readdirSync(folder).sort()).toEqual(["settings.json", "我的.txt"]);
  opened("other settings").journal.remove();
  expect(readdirSync(folder)).toEqual(["我的.txt"]);
  expect(readFileSync(join(folder, "我的.txt"), "utf8")).toBe("mine");
});
