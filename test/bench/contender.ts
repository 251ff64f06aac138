/** One contender in a process of its own: reads the file it is given in its own way and prints what that cost. */
import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { packedBytes, readZipDirectory } from "../../src/hosts/file/zip";
import { setEngineForShortRun } from "../../src/cli/engine";
import { openFile } from "../../src/hosts/file/node";

/** Gives what it counted, so that nothing can be optimised away. */
type Contender = (path: string) => Promise<number>;
/** Loads what it runs on, which is no part of what it does with a file. */
type LoadContender = () => Promise<Contender>;

const GIGABYTES = 4 * 1024 ** 3;

/** What every reader must do at least: unpack with Node's zlib as it comes, and look at each byte once. */
const limit: LoadContender = () =>
  Promise.resolve((path) => {
    const bytes = readFileSync(path);
    let sum = 0;
    for (const entry of readZipDirectory(bytes)) {
      const part = inflateRawSync(packedBytes(bytes, entry));
      for (let at = 0; at < part.length; at++) sum += part[at] as number;
    }
    return Promise.resolve(sum);
  });

const read: LoadContender = () =>
  Promise.resolve(async (path) => {
    let cells = 0;
    for (const sheet of (await openFile(path, { maxSize: GIGABYTES })).sheets) {
      for (const block of sheet.blocks())
        for (const row of block) for (const cell of row.cells) if (cell !== null) cells++;
    }
    return cells;
  });

const map: LoadContender = async () => {
  const { readLedger } = await import("../../src/ledger/read");
  return async (path) => {
    let projects = 0;
    for (const sheet of (await openFile(path, { maxSize: GIGABYTES })).sheets) {
      projects += readLedger(sheet, { file: path }).projects.length;
    }
    return projects;
  };
};

const check: LoadContender = async () => {
  const { runThrough } = await import("../../src/report/run");
  const { packInForce } = await import("../../src/policy/load");
  return async (path) => {
    const asOf = "2025-06-20";
    const { sheets } = await openFile(path, { maxSize: GIGABYTES });
    const { result } = runThrough([{ path, sheets }], { pack: packInForce(asOf).pack, asOf });
    return result.perLedger.reduce((sum, { findings }) => sum + findings.length, 0);
  };
};

const sheetjs: LoadContender = async () => {
  const library = await import("@e965/xlsx");
  return (path) => {
    const book = library.read(readFileSync(path), { dense: true, cellDates: true, UTC: true });
    let cells = 0;
    for (const name of book.SheetNames) {
      const rows: unknown[][] = library.utils.sheet_to_json(book.Sheets[name] as never, { header: 1, raw: true });
      for (const row of rows) for (const cell of row) if (cell !== undefined && cell !== null) cells++;
    }
    return Promise.resolve(cells);
  };
};

const readExcelFile: LoadContender = async () => {
  const { readSheet } = await import("read-excel-file/node");
  return async (path) => {
    let cells = 0;
    for (const row of await readSheet(path)) for (const cell of row) if (cell !== null) cells++;
    return cells;
  };
};

const CONTENDERS: Readonly<Record<string, LoadContender>> = {
  limit,
  read,
  "read+map": map,
  "read+map+check": check,
  sheetjs,
  "read-excel-file": readExcelFile,
};

const OURS: ReadonlySet<string> = new Set(["read", "read+map", "read+map+check"]);

const [name = "", path = ""] = process.argv.slice(2);
const load = CONTENDERS[name];
// Ours run as the command line does.
if (OURS.has(name)) setEngineForShortRun();
if (!load) throw new Error(`no contender ${name}`);
const contender = await load();
const began = performance.now();
const before = process.cpuUsage();
const counted = await contender(path);
const { user, system } = process.cpuUsage(before);
const { maxRSS } = process.resourceUsage();
console.log(
  JSON.stringify({ counted, cpu: (user + system) / 1000, wall: performance.now() - began, megabytes: maxRSS / 1024 }),
);
