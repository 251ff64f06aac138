/** A workbook whose XML is damaged anywhere is read and judged, or refused with a code: nothing else comes of it. */
import { readFileSync } from "node:fs";
import { unzipSync, zipSync } from "fflate";
import fc from "fast-check";
import { ReadFailure } from "../../src/hosts/file/failure";
import { openWorkbook } from "../../src/hosts/file/open";
import { packInForce } from "../../src/policy/load";
import { buildReport } from "../../src/report/build";
import { runThrough } from "../../src/report/run";

const asOf = "2025-06-20";
const pack = packInForce(asOf).pack;
const parts = unzipSync(new Uint8Array(readFileSync("examples/交通局项目台账.xlsx")));
const names = Object.keys(parts);

/** What editors, converters and bad disks leave in a part. */
const PIECES = [
  "<",
  "</row>",
  "</c>",
  "<v>",
  "</v>",
  '"',
  "&amp",
  "&#x10FFFF;",
  "]]>",
  "<![CDATA[",
  "<!--",
  "<sheetData>",
  "</sheetData>",
  "<is><t>",
  "<f>",
  't="s"',
  'r="XFD1048577"',
  's="99999"',
  "1e999",
  "-1",
  "\u0000",
  '<mergeCell ref="A1:XFD1048576"/>',
];

/** Where (as a share of the part), how much is cut out, and what stands there instead. */
const damage = fc.record({
  part: fc.constantFrom(...names),
  wounds: fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.oneof(fc.constant(0), fc.nat(60), fc.constant(Number.POSITIVE_INFINITY)),
      put: fc.oneof(fc.constant(""), fc.constantFrom(...PIECES)),
    }),
    { minLength: 1, maxLength: 6 },
  ),
});

it("damage to any part leads to a report or to a refusal that has a code", async () => {
  const outcomes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(damage, async ({ part, wounds }) => {
      let xml = Buffer.from(parts[part] ?? new Uint8Array()).toString("utf8");
      for (const { at, cut, put } of wounds) {
        const from = Math.floor(at * xml.length);
        xml = xml.slice(0, from) + put + xml.slice(from + cut);
      }
      outcomes.add(await outcomeOf(zipSync({ ...parts, [part]: new TextEncoder().encode(xml) }, { level: 1 })));
    }),
    { numRuns: 400 },
  );
  // The damage was of every degree: some files were still judged, some refused.
  expect(outcomes).toContain("judged");
  expect(outcomes.size).toBeGreaterThan(1);
});

async function outcomeOf(bytes: Uint8Array): Promise<string> {
  try {
    const { sheets } = await openWorkbook(bytes, { fileName: "台账.xlsx" });
    buildReport(runThrough([{ path: "台账.xlsx", sheets }], { pack, asOf }));
    return "judged";
  } catch (error) {
    if (error instanceof ReadFailure) return error.code;
    throw error;
  }
}
