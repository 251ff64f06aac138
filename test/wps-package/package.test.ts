// The package for WPS as `npm run package -- --wps` writes it: whole, from nowhere else, and for Chrome 84.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createContext, Script } from "node:vm";
import { ADD_IN, ADD_IN_FOLDER, ARCHIVE } from "../../taskpane/wps/addIn";
import { FILLED_IN } from "../../taskpane/wps/older";
import { publishPage } from "../../taskpane/wps/pages";
import { PUBLISH_SCRIPT } from "../../taskpane/wps/publishScript";
import { sevenZip } from "../../taskpane/wps/sevenZip";
import { isHalfOfWpsPackage, isWpsPackage, verifyWpsPackage } from "../../taskpane/wps/verify";
import { parse } from "acorn";
import { importsOf, OLDEST_SYNTAX, stylesUnknown, UNKNOWN, usesOf } from "./chrome84";

const BASE = "http://bureau.example/xm-wps/";
const IN_OFFLINE = `offline/${ADD_IN_FOLDER}`;

let whole = "";
let folder = "";

beforeAll(() => {
  whole = mkdtempSync(path.join(tmpdir(), "xm-wps-"));
  execFileSync("npm", ["run", "--silent", "package", "--", "--wps", "--base", BASE, "--out", whole], {
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
});
afterAll(() => rmSync(whole, { recursive: true, force: true }));

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "xm-wps-"));
  cpSync(whole, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function textOf(name: string): string {
  return readFileSync(path.join(whole, name), "utf8");
}

function change(name: string, edit: (text: string) => string): void {
  writeFileSync(path.join(folder, name), edit(readFileSync(path.join(folder, name), "utf8")));
}

test.each(["offline", "online"])("the half %s alone, as it is carried about, can be looked through", (half) => {
  const alone = path.join(folder, half);
  expect([isWpsPackage(alone), isHalfOfWpsPackage(alone)]).toEqual([false, true]);
  expect(verifyWpsPackage(alone)).toEqual([]);
  rmSync(path.join(alone, "publish.html"));
  expect(verifyWpsPackage(alone).join("\n")).toContain("publish.html");
});

test("a whole package has nothing wrong", () => {
  expect(isWpsPackage(folder)).toBe(true);
  expect(verifyWpsPackage(folder)).toEqual([]);
});

test.each([
  `${IN_OFFLINE}/main.js`,
  `${IN_OFFLINE}/taskpane.html`,
  `${IN_OFFLINE}/icons/hide-64.png`,
  `${IN_OFFLINE}/manifest.xml`,
  `offline/${ARCHIVE}`,
  "offline/install.ps1",
  "offline/jsplugins.xml",
  "online/wps/index.html",
  "online/wps/taskpane.js",
  "online/publish.html",
  "online/web.config",
])("a missing %s is found and named", (name) => {
  rmSync(path.join(folder, name));
  expect(verifyWpsPackage(folder).join("\n")).toContain(path.basename(name));
});

test.each([
  [
    "a script from elsewhere",
    "online/wps/taskpane.html",
    'src="taskpane.js"',
    'src="//cdn.example/t.js"',
    "指向别处：//cdn.example",
  ],
  [
    "another service",
    "online/publish.html",
    "http://127.0.0.1:58890",
    "http://cdn.example",
    "指向别处：http://cdn.example",
  ],
  [
    "an XML declaration",
    `${IN_OFFLINE}/ribbon.xml`,
    "<customUI",
    '<?xml version="1.0"?><customUI',
    "不以 <customUI 开头",
  ],
  ["a dead button", `${IN_OFFLINE}/ribbon.xml`, 'onAction="XmOnAction"', 'onAction="XmGone"', "XmGone 不在 main.js"],
  ["an address without its stroke", "online/jsplugins.xml", 'wps/"', 'wps"', "要以 / 结尾"],
  ["another version in the list", "offline/jsplugins.xml", '7z" version="', '7z" version="9', "写的不是版本"],
  ["another version in the script", "offline/install.sh", "VERSION=0", "VERSION=9", "install.sh 写的不是版本"],
  ["Windows line ends", "offline/install.sh", "\n", "\r\n", "LF"],
  ["no mark for PowerShell", "offline/install.ps1", "\uFEFF", "", "BOM"],
  ["an archive that is none", `offline/${ARCHIVE}`, "7z", "PK", "不是 7z"],
])("%s is found", (_, name, from, to, sentence) => {
  change(name, (text) => text.replace(from, to));
  expect(verifyWpsPackage(folder).join("\n")).toContain(sentence);
});

test("the lists name the add-in where it will be", () => {
  expect(textOf("online/jsplugins.xml")).toContain(`<jspluginonline name="${ADD_IN}" type="et" url="${BASE}wps/"/>`);
  expect(textOf("offline/jsplugins.xml")).toContain(`url="${BASE}${ARCHIVE}"`);
  expect(textOf("offline/oem.ini")).toMatch(/JsApiPlugin=true\n$/);
  expect(textOf("online/oem.ini")).toContain(`JSPluginsServer=${BASE}jsplugins.xml`);
});

test("no string of the PowerShell script is ended by a Chinese quotation mark, which counts as one there", () => {
  const code = textOf("offline/install.ps1").replace(/^\uFEFF|^\s*#.*$/gm, "");
  const strings = [...code.matchAll(/"(?:`.|""|[^"`])*"|'(?:''|[^'])*'/g)].map(([string]) => string);
  expect(strings.length).toBeGreaterThan(40);
  for (const string of strings) expect(string).not.toMatch(string.startsWith('"') ? /[“”„]/ : /[‘’‚‛]/);
  const rest = code.replace(/"(?:`.|""|[^"`])*"|'(?:''|[^'])*'/g, "");
  expect(rest).not.toMatch(/["'“”‘’]/);
  for (const [open, close] of ["()", "{}", "[]"].map((pair) => [...pair]))
    expect(rest.split(open ?? "").length).toBe(rest.split(close ?? "").length);
});

test("Windows scripts end their lines as Windows does", () => {
  for (const name of ["install.cmd", "uninstall.cmd", "install.ps1"])
    expect(textOf(`offline/${name}`).replaceAll("\r\n", "")).not.toContain("\n");
});

describe("in Chrome 84", () => {
  /** Methods of the same name that are not the browser's. */
  const OTHERS = new Map([
    [".share()", "of our words"],
    [".use()", "of our words"],
    [".take()", "of our row reader"],
    [".when()", "of zod's checks"],
    [".grow()", "of our own hash table"],
    [".dispose()", "of keyborg's own object"],
  ]);

  test.each(["main.js", "taskpane.js"])("%s parses, and asks for nothing that is missing there", (name) => {
    const uses = usesOf(textOf(`${IN_OFFLINE}/${name}`));
    const filled: readonly string[] = FILLED_IN;
    expect(uses.filter(({ what }) => !filled.includes(what) && !OTHERS.has(what))).toEqual([]);
  });

  /** d3's number format, which comes with its scales, writes numbers of 22 digits so; no amount has as many, and we format ourselves. */
  const NEVER_REACHED = />=1e21\?\w+\.toLocaleString\([`'"]en[`'"]\)/;

  test.each(["main.js", "taskpane.js"])(
    "%s never asks for words of the system's language, which fail on Linux",
    (name) => {
      const script = textOf(`${IN_OFFLINE}/${name}`).replace(NEVER_REACHED, "");
      expect([...script.matchAll(/\btoLocale\w+|\bIntl\b/g)].map(String)).toEqual([]);
    },
  );

  test.each(["main.js", "taskpane.js"])("%s is a classic script in one piece", (name) => {
    const script = textOf(`${IN_OFFLINE}/${name}`);
    expect(() => parse(script, { ecmaVersion: OLDEST_SYNTAX, sourceType: "script" })).not.toThrow();
    expect(importsOf(script)).toBe(0);
  });

  test("the check sees what it should", () => {
    const found = (script: string) => usesOf(script).map(({ what }) => what);
    expect(found("structuredClone(x); [1].at(-1); Object.hasOwn(a, b)")).toEqual(
      expect.arrayContaining(["structuredClone", ".at()", "Object.hasOwn"]),
    );
    expect(
      found("typeof reportError === 'function' ? reportError : log; function f(structuredClone) { structuredClone() }"),
    ).toEqual([]);
    expect(found("edit.at; rows.map(f); new WeakRef(x); text.matchAll(p)")).toEqual([]);
    expect(() => usesOf("a ??= 1")).toThrow();
    expect(() => usesOf("class A { static {} }")).toThrow();
    expect(
      stylesUnknown(
        "a:has(b){color:color-mix(in srgb, red, blue)} @container (x){} b{gap:1px;accent-color:red;height:1dvh}",
      ),
    ).toEqual(
      ["1dvh", ":has", "@container", "accent-color", "color-mix()"].map((name) => name.replace("1", "")).sort(),
    );
    expect(UNKNOWN.places).toEqual(
      expect.arrayContaining(["Array.prototype.at", "String.prototype.replaceAll", "Object.hasOwn"]),
    );
  });

  test("what older engines lack is filled in, as the newer ones have it", () => {
    const context = createContext({ console });
    new Script(
      "delete Array.prototype.at; delete String.prototype.at; delete String.prototype.replaceAll; delete globalThis.WeakRef",
    ).runInContext(context);
    const { outputFiles } = esbuilt("taskpane/wps/older.ts");
    new Script(outputFiles).runInContext(context);
    const said: unknown = new Script(`JSON.stringify([
      [1, 2, 3].at(-1), [1].at(5) === undefined, "甲乙".at(0), "a.b.c".replaceAll(".", "$&$&"), "aXa".replaceAll("a", (m) => m + m),
      "a1b2".replaceAll(/\\d/g, "-"), new WeakRef({ a: 1 }).deref().a, Object.keys([]).length,
      (() => { let keys = 0; for (const _ in [1]) keys++; return keys; })(),
    ])`).runInContext(context);
    expect(JSON.parse(String(said))).toEqual([3, true, "甲", "a..b..c", "aaXaa", "a-b-", 1, 0, 1]);
    expect(() => new Script('"a".replaceAll(/a/, "")').runInContext(context) as unknown).toThrow("global");
  });
});

/** As a page would load it. */
function esbuilt(entry: string): { outputFiles: string } {
  const outputFiles = execFileSync(
    // A script or a program, as esbuild's own installation left it.
    path.join("node_modules", ".bin", "esbuild"),
    [entry, "--bundle", "--format=iife", "--target=es2019"],
    { encoding: "utf8" },
  );
  return { outputFiles };
}

test("the pages that WPS opens allow scripts of their own place, and no connection at all", () => {
  for (const page of ["index.html", "taskpane.html"]) {
    const text = textOf(`${IN_OFFLINE}/${page}`);
    expect(text).toContain("default-src 'none'; script-src 'self' file:;");
    expect(text).toContain("connect-src 'none'");
    expect(text).not.toMatch(/unsafe-eval|type="module"|<script>|https?:/);
  }
});

test("the publish page asks WPS's own service and nobody else, in the JavaScript of old browsers", () => {
  expect(() => parse(PUBLISH_SCRIPT, { ecmaVersion: 5 })).not.toThrow();
  for (const mode of ["online", "offline"] as const) {
    const page = publishPage(mode);
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
    expect(policy).toMatch(
      /connect-src http:\/\/127\.0\.0\.1:58890 http:\/\/localhost:58890 https:\/\/127\.0\.0\.1:58891$/,
    );
    const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script]) => script ?? "");
    for (const script of scripts)
      expect(policy).toContain(`'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  }
});

test("an archive is the one that 7-Zip 16.02 and libarchive unpack", () => {
  const archive = sevenZip([
    { name: "a_1/甲.txt", bytes: Buffer.from("天".repeat(50)) },
    { name: "a_1/x", bytes: Buffer.from("x") },
  ]);
  expect(createHash("sha256").update(archive).digest("hex")).toBe(
    "35bd354b590ca62bcb0f21890bc394f5cce60340a0fdad7b450a97a94bc5a139",
  );
  expect(() => sevenZip([{ name: "e", bytes: new Uint8Array() }])).toThrow("empty");
});
