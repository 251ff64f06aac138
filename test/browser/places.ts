/** Where the browser tests find and keep their files. */
import path from "node:path";

/** npm runs its scripts there, bundled ones too. */
export const project = process.cwd();
/** Survives runs, goes with node_modules. */
export const cacheFolder = path.join(project, "node_modules/.cache/ledger-check");
export const builtWorkbench = path.join(project, "dist/workbench");
/** Pictures for the README only when they are asked for: an ordinary run leaves the tree clean. */
export const pictureFolder = path.join(
  project,
  process.env["XM_PICTURES"] === "1" ? "docs/pictures" : "test/artifacts",
);

export function packageFolder(name: string): string {
  return path.join(project, "node_modules", name);
}
