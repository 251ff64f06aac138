/** ledger-check pack init | check | diff: a bureau's own policy, written, checked and compared. */
import { writeFileSync } from "node:fs";
import { unverifiedEntries } from "../findings/unverified";
import { packInForce } from "../policy/load";
import type { Pack } from "../policy/pack";
import { packSheets } from "../report/packSheets";
import { RULES } from "../rules/index";
import { callComplaint, packWords } from "../words/command";
import type { PackCall } from "./call";
import { packDiffLines } from "./packDiff";
import { findPack } from "./packs";
import type { Terminal } from "./terminal";
import { today } from "./today";

type PackCallOf<Do extends PackCall["do"]> = Extract<PackCall, { readonly do: Do }>;

/** Exit status: 0 done and sound, 1 the pack has faults, 2 the call is wrong or nothing could be written. */
export async function pack(call: PackCall, terminal: Terminal): Promise<0 | 1 | 2> {
  switch (call.do) {
    case "init":
      return init(call, terminal);
    case "check":
      return checkPack(call.file, terminal);
    case "diff":
      return diff(call.before, call.after, terminal);
  }
}

async function init({ output, asOf, from }: PackCallOf<"init">, terminal: Terminal): Promise<0 | 1 | 2> {
  const found = from === null ? packInForce(asOf ?? today()) : await findPack(from);
  if ("complaints" in found) {
    for (const complaint of found.complaints) terminal.error(complaint);
    return 1;
  }
  try {
    writeFileSync(
      output,
      /\.json$/i.test(output) ? JSON.stringify(found.pack, null, 2) + "\n" : await packWorkbook(found.pack),
      { flag: "wx" },
    );
  } catch (error) {
    terminal.error(callComplaint.cannotWrite(output, error));
    return 2;
  }
  await terminal.say(packWords.written(output));
  return 0;
}

/** The writer is loaded only here: no other command needs it. */
async function packWorkbook(written: Pack): Promise<Uint8Array> {
  const { writeWorkbook } = await import("../hosts/file/write");
  return writeWorkbook(packSheets(written));
}

async function checkPack(file: string, terminal: Terminal): Promise<0 | 1> {
  const found = await findPack(file);
  if ("complaints" in found) {
    for (const complaint of found.complaints) terminal.error(complaint);
    return 1;
  }
  await terminal.say(packWords.sound(file, found.pack.title, unverifiedEntries(found.pack, RULES).length));
  return 0;
}

async function diff(before: string, after: string, terminal: Terminal): Promise<0 | 2> {
  const [old, fresh] = [await findPack(before), await findPack(after)];
  for (const found of [old, fresh]) {
    if ("complaints" in found) for (const complaint of found.complaints) terminal.error(complaint);
  }
  if ("complaints" in old || "complaints" in fresh) return 2;
  const lines = packDiffLines(old.pack, fresh.pack);
  if (lines.length === 0) await terminal.say(packWords.same());
  for (const line of lines) await terminal.say(line);
  return 0;
}
