/** Reads a JSON file that was named on the command line; what is wrong with it is one sentence. */
import { readFileSync } from "node:fs";
import { callComplaint } from "../words/command";

export function readJson(path: string): { value: unknown } | { complaint: string } {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return { complaint: callComplaint.missingFile(path) };
  }
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch (error) {
    return { complaint: callComplaint.notJson(path, error instanceof Error ? error.message : "") };
  }
}
