/** Builds the workbench once before the browser tests: what is tested is what is delivered. */
import { execFileSync } from "node:child_process";
import path from "node:path";
import { packageFolder, project } from "./places";

export default function build(): void {
  const vite = path.join(packageFolder("vite"), "bin/vite.js");
  execFileSync(
    process.execPath,
    [vite, "build", "workbench", "--config", "workbench/vite.config.ts", "--logLevel", "error"],
    {
      cwd: project,
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
}
