/** Loaded before the program: it dies like a killed one when so many parts stand and the next is about to, however quick or slow the machine is. */
"use strict";
const fs = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");

const { DIES_AFTER_PARTS: most, DIES_COUNTING_IN: counted } = process.env;
const { renameSync } = fs;

/** Counted in a file, since each thread has modules of its own; and afterwards, so that all that are counted stand. */
fs.renameSync = (from, to) => {
  const isPart = String(to).endsWith(".part");
  if (isPart && (fs.statSync(counted, { throwIfNoEntry: false })?.size ?? 0) >= Number(most))
    process.kill(process.pid, "SIGKILL");
  renameSync(from, to);
  if (isPart) fs.appendFileSync(counted, ".");
};
syncBuiltinESMExports();
