/** ledger-check pack init | check | diff: a bureau's own policy, written, checked and compared. */
import { writeFileSync } from "node:fs";
import { diffPacks, type PackChange } from "../policy/diff";
import { unverifiedEntries } from "../findings/unverified";
import { packInForce } from "../policy/load";
import type { Pack } from "../policy/pack";
import { packToSheets } from "../policy/sheets";
import { RULES } from "../rules/index";
import { callComplaint, packWords } from "../words/command";
import type { PackCall } from "./call";
import type { Terminal } from "./check";
import { findPack } from "./packs";
import { today } from "./today";

/** Exit status: 0 done and sound, 1 the pack has faults, 2 the call is wrong or nothing could be written. */
export async function pack(call: PackCall, terminal: Terminal): Promise<0 | 1 | 2> {
  switch (call.do) {
    case "init":
      return init(call.output, call.asOf ?? today(), terminal);
    case "check":
      return checkPack(call.file, terminal);
    case "diff":
      return diff(call.before, call.after, terminal);
  }
}

async function init(output: string, asOf: string, terminal: Terminal): Promise<0 | 2> {
  const { pack: shipped } = packInForce(asOf);
  try {
    writeFileSync(
      output,
      /\.json$/i.test(output) ? JSON.stringify(shipped, null, 2) + "\n" : await packWorkbook(shipped),
      { flag: "wx" },
    );
  } catch (error) {
    terminal.error(callComplaint.cannotWrite(output, error));
    return 2;
  }
  await terminal.out(packWords.written(output) + "\n");
  return 0;
}

/** The writer is loaded only here: no other command needs it. */
async function packWorkbook(shipped: Pack): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre/xlsx");
  return writeXlsx({
    sheets: packToSheets(shipped).map(({ name, rows }) => ({
      name,
      rows: rows.map((row) => [...row]),
      freezePane: { rows: 1 },
    })),
  });
}

async function checkPack(file: string, terminal: Terminal): Promise<0 | 1> {
  const found = await findPack(file);
  if ("complaints" in found) {
    for (const complaint of found.complaints) terminal.error(complaint);
    return 1;
  }
  await terminal.out(packWords.sound(file, found.pack.title, unverifiedEntries(found.pack, RULES).length) + "\n");
  return 0;
}

async function diff(before: string, after: string, terminal: Terminal): Promise<0 | 2> {
  const [old, fresh] = [await findPack(before), await findPack(after)];
  for (const found of [old, fresh]) {
    if ("complaints" in found) for (const complaint of found.complaints) terminal.error(complaint);
  }
  if ("complaints" in old || "complaints" in fresh) return 2;
  const changes = diffPacks(old.pack, fresh.pack);
  if (changes.length === 0) await terminal.out(packWords.same() + "\n");
  for (const change of changes) await terminal.out(changeLine(change) + "\n");
  return 0;
}

function changeLine({ kind, part, entry, name, path, before, after }: PackChange): string {
  const values = kind === "changed" ? [shown(before), shown(after)] : ["", ""];
  return packWords.change(
    packWords.kinds[kind],
    part,
    name === "" ? entry : name,
    path,
    values[0] ?? "",
    values[1] ?? "",
  );
}

function shown(value: unknown): string {
  if (value === undefined) return "（无）";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 80 ? text.slice(0, 79) + "…" : text;
}
