/** Our SHA-256 against Node's, over texts of every length around a block and of any signs. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { sha256 } from "../../src/report/export/sha256";

const nodes = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

it("agrees on every length up to three blocks", () => {
  for (let length = 0; length < 200; length++) expect(sha256("a".repeat(length))).toBe(nodes("a".repeat(length)));
});

it("agrees on any text", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => expect(sha256(text)).toBe(nodes(text))));
});
