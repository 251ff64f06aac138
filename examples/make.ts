/** npm run examples: writes the example ledgers and their index. The same files every time. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EXAMPLES } from "../test/ledgers/examples";
import { bytesOf, fileNameOf } from "../test/ledgers/bytes";

const folder = "examples";
mkdirSync(folder, { recursive: true });
for (const { ledger } of EXAMPLES) writeFileSync(join(folder, fileNameOf(ledger)), bytesOf(ledger));
const index = EXAMPLES.map(({ ledger, title, see, en }) => ({ file: fileNameOf(ledger), title, see, en }));
writeFileSync(join(folder, "index.json"), `${JSON.stringify(index, null, 2)}\n`);
