/** Writes docs/rules afresh: a page a rule, and the index. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rulePages } from "./pages";

const folder = join(process.cwd(), "docs/rules");
mkdirSync(folder, { recursive: true });
const pages = rulePages();
for (const file of readdirSync(folder)) if (!pages.has(file)) rmSync(join(folder, file));
for (const [file, text] of pages) writeFileSync(join(folder, file), text);
console.log(`docs/rules: ${String(pages.size)} pages`);
