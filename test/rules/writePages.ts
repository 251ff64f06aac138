/** Writes docs/rules and docs/functions afresh: a page a rule, a page a worksheet function, and their indexes; and the page of the analysts' tables. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataPage } from "../cli/dataPage";
import { functionPages } from "../functions/pages";
import { rulePages } from "./pages";

write("docs/rules", rulePages());
write("docs/functions", functionPages());
writeFileSync(join(process.cwd(), "docs/data-schema.md"), dataPage());

function write(place: string, pages: ReadonlyMap<string, string>): void {
  const folder = join(process.cwd(), place);
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) if (!pages.has(file)) rmSync(join(folder, file));
  for (const [file, text] of pages) writeFileSync(join(folder, file), text);
  console.log(`${place}: ${String(pages.size)} pages`);
}
