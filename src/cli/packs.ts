/** Packs as they are named on the command line: a file (.json or a workbook with the pack's sheets) or the id of one that ships. */
import { readFileSync } from "node:fs";
import { openFile, ReadFailure } from "../hosts/file/node";
import { loadPack, shippedPacks } from "../policy/load";
import type { Pack } from "../policy/pack";
import { isPackSheet } from "../policy/sheets";
import { packSheet } from "../report/packChoice";
import { readPackSheets } from "../report/packSheets";
import { callComplaint } from "../words/command";
import { failureSentence } from "../words/failure";

export type FoundPack = { readonly pack: Pack } | { readonly complaints: readonly string[] };

/** Every complaint is a whole sentence that names the place. */
export async function findPack(name: string): Promise<FoundPack> {
  const shipped = shippedPacks().find((pack) => pack.id === name);
  if (shipped) return { pack: shipped };
  if (/\.json$/i.test(name)) return fromJson(name);
  if (/\.[a-z0-9]{2,4}$/i.test(name)) return fromWorkbook(name);
  return { complaints: [callComplaint.noPack(name)] };
}

function fromJson(path: string): FoundPack {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return { complaints: [callComplaint.missingFile(path)] };
  }
  const loaded = loadPack(text);
  if ("pack" in loaded) return loaded;
  return { complaints: loaded.errors.map(({ message }) => `${path}：${message}`) };
}

async function fromWorkbook(path: string): Promise<FoundPack> {
  try {
    const { sheets } = await openFile(path);
    if (!sheets.some(({ name: sheet }) => isPackSheet(sheet))) return { complaints: [callComplaint.notAPack(path)] };
    const read = readPackSheets(sheets.map(packSheet), null);
    if ("pack" in read) return read;
    return { complaints: read.errors.map(({ message }) => `${path}：${message}`) };
  } catch (failure) {
    if (!(failure instanceof ReadFailure)) throw failure;
    return { complaints: [failureSentence(failure, path, "zh")] };
  }
}
