/** Draws the icons that the manifest names as PNG files into taskpane/excel/icons. Run by hand after a change. */
import { mkdirSync, writeFileSync } from "node:fs";
import { iconPng, type IconName } from "./iconArt";

const NAMES: readonly IconName[] = ["icon", "check", "export", "goals", "functions", "help"];
const SIZES = [16, 20, 24, 32, 40, 48, 64, 80] as const;
const FOLDER = "taskpane/excel/icons";

mkdirSync(FOLDER, { recursive: true });
for (const name of NAMES) {
  for (const size of SIZES) writeFileSync(`${FOLDER}/${name}-${String(size)}.png`, iconPng(name, size));
}
