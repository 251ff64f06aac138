/** Reads every file of a folder, cells alone or projects, with as many threads as a collection has: what a collection is measured against. */
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Tinypool } from "tinypool";

const [folder = ".", what = "cells"] = process.argv.slice(2);
const files = readdirSync(folder).map((name) => join(folder, name));
const threads = Math.min(files.length, availableParallelism());
const pool = new Tinypool({
  filename: fileURLToPath(new URL("./collectReadWorker.mjs", import.meta.url)),
  minThreads: threads,
  maxThreads: threads,
});
let all = 0;
const waiting = files.values();
const work = async (): Promise<void> => {
  for (const file of waiting) {
    const own = (await pool.run(file, { name: what })) as number;
    all += own;
  }
};
await Promise.all(Array.from({ length: threads * 2 }, work));
await pool.destroy();
console.log(all);
