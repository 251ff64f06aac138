import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "acorn";
import { functionsJson } from "../../functions/metadata";
import { withoutExamples } from "../../taskpane/excel/leanRules";
import { officeFiles } from "../../taskpane/excel/officeFiles";
import { helpPage, taskpanePage, TRIDENT_SCRIPT } from "../../taskpane/excel/pages";
import { verifyPackage } from "../../taskpane/excel/verify";
import { FUNCTIONS } from "../../functions/table";

const BASE = "https://localhost:3000/";
let folder = "";

/** A package as it is written, the scripts themselves left empty. */
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "xm-package-"));
  const put = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  cpSync("manifest.xml", path.join(folder, "manifest.xml"));
  cpSync("taskpane/excel/icons", path.join(folder, "icons"), { recursive: true });
  cpSync("taskpane/excel/deploy/deploy.html", path.join(folder, "deploy.html"));
  for (const name of [...officeFiles(), "taskpane.js", "functions.js", "workbench/index.html"]) put(name, "");
  put("taskpane.html", taskpanePage());
  put("help.html", helpPage());
  put("functions.json", JSON.stringify(functionsJson("zh", `${BASE}help.html`)));
  put("functions.en.json", JSON.stringify(functionsJson("en", `${BASE}help.html`)));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function change(name: string, edit: (text: string) => string): void {
  writeFileSync(path.join(folder, name), edit(readFileSync(path.join(folder, name), "utf8")));
}

test("a whole package has nothing wrong", () => {
  expect(verifyPackage(folder)).toEqual([]);
});

test.each([
  ["functions.en.json"],
  ["icons/check-24.png"],
  ["office.js"],
  ["excel-win32-16.01.js"],
  ["zh-cn/office_strings.js"],
  ["taskpane.js"],
  ["help.html"],
  ["workbench/index.html"],
  ["manifest.xml"],
])("a missing %s is found and named", (name) => {
  rmSync(path.join(folder, name));
  expect(verifyPackage(folder).join("\n")).toContain(name.split("/").join(path.sep));
});

test.each([
  ["the manifest", "manifest.xml", (text: string) => text.replace(`${BASE}functions.js"`, 'https://cdn.example/f.js"')],
  ["a page", "taskpane.html", (text: string) => text.replace('src="office.js"', 'src="https://cdn.example/office.js"')],
  ["a link without a scheme", "help.html", (text: string) => text.replace('href="workbench/', 'href="//cdn.example/')],
  ["help in Excel", "functions.json", (text: string) => text.replaceAll(BASE, "https://cdn.example/")],
] as const)("an address elsewhere is found in %s", (_, name, edit) => {
  change(name, edit);
  expect(verifyPackage(folder).join("\n")).toMatch(/指向别处：(https:)?\/\/cdn\.example/);
});

test("what crashes LTSC 2021 is found", () => {
  change("functions.json", (text) => text.replace("{", '{"allowCustomDataForDataTypeAny":true,'));
  expect(verifyPackage(folder)).toEqual([expect.stringContaining("LTSC 2021")]);
});

test("Internet Explorer's engine understands the script that sends people to the workbench", () => {
  expect(() => parse(TRIDENT_SCRIPT, { ecmaVersion: 5 })).not.toThrow();
  // Methods that Internet Explorer does not have.
  expect(TRIDENT_SCRIPT).not.toMatch(/\.(append|remove|replaceChildren|includes|startsWith|closest)\(/);
  expect(TRIDENT_SCRIPT).toContain("工作台");
});

test("the pane's page allows scripts from its own place and its one inline script, nothing else", () => {
  const page = taskpanePage();
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
  expect(policy).toMatch(/^default-src 'self'; script-src 'self' 'sha256-[A-Za-z0-9+/]{43}=';/);
  expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
  expect([...page.matchAll(/<script/g)]).toHaveLength(3);
});

test("help has an anchor for every function", () => {
  const page = helpPage();
  for (const { id } of FUNCTIONS) expect(page).toContain(`id="${id}"`);
});

test("rules are delivered without their examples and otherwise unchanged", () => {
  const code =
    'export default rowRule({ code: "X", good: [{ a: [1] }], bad: [f("]")], check() { return { good: [1] }; } });';
  expect(withoutExamples(code)).toBe(
    'export default rowRule({ code: "X", good: [], bad: [], check() { return { good: [1] }; } });',
  );
});
