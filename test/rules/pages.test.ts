import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rulePages } from "./pages";

const FOLDER = join(__dirname, "../../docs/rules");

describe("docs/rules (npm run docs writes it)", () => {
  const pages = rulePages();

  test("holds a page for every rule and nothing else", () => {
    expect(readdirSync(FOLDER).sort()).toEqual([...pages.keys()].sort());
  });

  test.each([...pages])("%s says what the rule says today", (file, text) => {
    expect(readFileSync(join(FOLDER, file), "utf8")).toBe(text);
  });

  test.each([...pages])("%s says when it may be left alone, if it is a rule's", (file, text) => {
    if (file !== "README.md") expect(text).toContain("何时可以不理会");
    expect(text).not.toMatch(/undefined|\[object/);
  });
});
