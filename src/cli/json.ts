/** Reads a file that was named on the command line; what is wrong with it is one sentence. */
import { readFileSync } from "node:fs";
import { callComplaint } from "../words/command";

export function readText(path: string): { text: string } | { complaint: string } {
  try {
    return { text: readFileSync(path, "utf8").replace(/^\uFEFF/, "") };
  } catch {
    return { complaint: callComplaint.missingFile(path) };
  }
}

export function readJson(path: string): { value: unknown } | { complaint: string } {
  const read = readText(path);
  if ("complaint" in read) return read;
  try {
    return { value: JSON.parse(read.text) };
  } catch (error) {
    return { complaint: callComplaint.notJson(path, error instanceof Error ? error.message : "") };
  }
}
