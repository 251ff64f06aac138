/** Reads every cell of every file of a folder, with as many threads as a collection has: what a collection is measured against. */
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Tinypool } from "tinypool";

const folder = process.argv[2] ?? ".";
const files = readdirSync(folder).map((name) => join(folder, name));
const threads = Math.min(files.length, availableParallelism());
const pool = new Tinypool({
  filename: fileURLToPath(new URL("./collectReadWorker.mjs", import.meta.url)),
  minThreads: threads,
  maxThreads: threads,
});
let cells = 0;
const waiting = files.values();
const work = async (): Promise<void> => {
  for (const file of waiting) cells += (await pool.run(file, { name: "read" })) as number;
};
await Promise.all(Array.from({ length: threads * 2 }, work));
await pool.destroy();
console.log(cells);
