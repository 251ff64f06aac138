/** What a newcomer sees after `npm start`: where to look, and no wall of warnings before it. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

interface Scripts {
  readonly scripts: Readonly<Record<"start" | "build:workbench", string>>;
}

// Only the configuration is read: a second server would spoil the prepared libraries of one that is open.
const READ = `import { loadConfigFromFile } from "vite";
await loadConfigFromFile({ command: "serve", mode: "development" }, "workbench/vite.config.ts");`;

it.each(["start", "build:workbench"] as const)("npm run %s has nothing to warn of before it begins", (name) => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as Scripts;
  const flags = scripts[name].split(" ").filter((word) => word.startsWith("--env-file"));
  const words = [...flags, "--input-type=module", "--eval", READ];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  expect([status, stdout, stderr]).toEqual([0, "", ""]);
});
