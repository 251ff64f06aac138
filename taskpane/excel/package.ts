/**
 * npm run package [-- --base https://bureau.example/xm/] [--without-workbench]: writes dist/excel, all that a web server of the
 * intranet has to offer; with --wps: writes dist/wps; npm run package -- --verify DIR looks through such a folder.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { build } from "vite";
import { functionsJson } from "../../functions/metadata";
import { PANE_BUDGET } from "./budget";
import { buildPane, buildScript, gzipOf, type BuiltPane, type BuiltScript } from "./build";
import { copyOfficeFiles } from "./officeFiles";
import { helpPage, taskpanePage } from "./pages";
import { verifyPackage } from "./verify";
import { writeWpsPackage } from "../wps/package";
import { isHalfOfWpsPackage, isWpsPackage, verifyWpsPackage } from "../wps/verify";

/** As it stands in manifest.xml. */
const DEVELOPMENT_BASE = "https://localhost:3000/";
const SOURCES = "taskpane/excel";
const USAGE =
  "npm run package -- --base https://站点/xm/（Excel）、npm run package -- --wps --base http://站点/xm-wps/（WPS）、" +
  "npm run package -- --verify 文件夹（检查）";

interface PackageOptions {
  readonly base: string;
  readonly folder: string;
  readonly withWorkbench: boolean;
}

process.exitCode = await main();

async function main(): Promise<number> {
  const values = asked();
  if (values === null) return complain(`命令写得不对。请写成：${USAGE}`);
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const out = values.out ?? (values.wps ? "dist/wps" : "dist/excel");
  // dist is ours, also where a package was left half-written.
  if (values.verify === undefined && values.out !== undefined && isSomebodysFolder(out))
    return complain(`${out}：这个文件夹里有别的东西，打包会清空它，所以没有动。请换一个空文件夹`);
  if (values.verify !== undefined) return report(values.verify);
  const base = values.base.endsWith("/") ? values.base : `${values.base}/`;
  if (base === DEVELOPMENT_BASE) sayOnlyHere();
  if (values.wps) return packageForWps(base, out);
  if (!/^https:\/\/[^\s"<>&]+\/$/.test(base))
    return complain(`--base 要写成 https 地址，如 https://bureau.example/xm/；现在是 ${values.base}`);
  await writePackage({ base, folder: path.resolve(out), withWorkbench: !values["without-workbench"] });
  return report(out);
}

/** Null where the words make no sense. */
function asked() {
  try {
    return parseArgs({
      options: {
        base: { type: "string", default: DEVELOPMENT_BASE },
        verify: { type: "string" },
        out: { type: "string" },
        wps: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
        "without-workbench": { type: "boolean", default: false },
      },
    }).values;
  } catch {
    return null;
  }
}

/** Whoever forgets the address finds out on the second computer, if nobody says it here. */
function sayOnlyHere(): void {
  process.stderr.write(
    `没有写 --base：包里登记的地址是 ${DEVELOPMENT_BASE}，只能在这台电脑上试用。要发给别的电脑，请写上网站地址重打一次：${USAGE}\n`,
  );
}

/** A package is written into an emptied folder: only an empty one, or a package of before, may be emptied. */
function isSomebodysFolder(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const names = readdirSync(folder);
  return names.length > 0 && !names.includes("functions.json") && !isWpsPackage(folder);
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

/** WPS loads add-ins over plain http too, as most bureaus' servers speak. */
async function packageForWps(base: string, folder: string): Promise<number> {
  if (!/^https?:\/\/[^\s"<>&]+\/$/.test(base))
    return complain(`--base 要写成网址，如 http://bureau.example/xm-wps/；现在是 ${base}`);
  for (const { file, bytes, gzip } of await writeWpsPackage({ base, folder: path.resolve(folder) }))
    process.stdout.write(`${file}：${kib(bytes)}，压缩后 ${kib(gzip)}\n`);
  return report(folder);
}

async function writePackage({ base, folder, withWorkbench }: PackageOptions): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const pane = await buildPane("taskpane/main.excel.tsx", "taskpane", folder);
  const functions = await buildScript("taskpane/main.functions.ts", "functions", folder);
  if (withWorkbench) await buildWorkbench(path.join(folder, "workbench"));
  else writeNoWorkbench(path.join(folder, "workbench"));
  copyOfficeFiles(folder);
  cpSync(path.join(SOURCES, "icons"), path.join(folder, "icons"), { recursive: true });
  writeFileSync(path.join(folder, "taskpane.html"), taskpanePage());
  writeFileSync(path.join(folder, "help.html"), helpPage());
  for (const [locale, name] of [
    ["zh", "functions.json"],
    ["en", "functions.en.json"],
  ] as const) {
    writeFileSync(path.join(folder, name), JSON.stringify(functionsJson(locale, `${base}help.html`), null, 1));
  }
  writeFileSync(
    path.join(folder, "manifest.xml"),
    readFileSync("manifest.xml", "utf8").replaceAll(DEVELOPMENT_BASE, base),
  );
  for (const name of ["deploy.html", "nginx.conf", "web.config"])
    cpSync(path.join(SOURCES, "deploy", name), path.join(folder, name));
  copyForWindows(["install.cmd", "install.ps1"], folder);
  tell(pane, functions);
}

async function buildWorkbench(folder: string): Promise<void> {
  await build({
    configFile: "workbench/vite.config.ts",
    mode: "package",
    logLevel: "error",
    build: { outDir: folder },
  });
}

/** For developers who look at the pane alone. */
function writeNoWorkbench(folder: string): void {
  mkdirSync(folder);
  writeFileSync(
    path.join(folder, "index.html"),
    '<!doctype html><meta charset="utf-8" /><p>这个包没有带工作台。</p>\n',
  );
}

/** Windows wants its line ends, and PowerShell the mark without which it takes Chinese for something else. */
function copyForWindows(names: readonly string[], folder: string): void {
  for (const name of names) {
    const text = readFileSync(path.join(SOURCES, "deploy", name), "utf8").replace(/\r?\n/g, "\r\n");
    writeFileSync(path.join(folder, name), name.endsWith(".ps1") ? `\uFEFF${text}` : text);
  }
}

function tell(pane: BuiltPane, functions: BuiltScript): void {
  const lines: [string, number][] = [
    ["面板首页", gzipOf(pane.first)],
    ["校核用的读表、规则和政策", gzipOf(pane.verdict)],
    ["工作表函数（与面板共用运行时）", gzipOf(pane.functions)],
    ["其余各页，打开时才取", gzipOf(pane.later)],
    [`${functions.file}，没有面板的运行时用`, functions.gzip],
  ];
  for (const [what, gzip] of lines) process.stdout.write(`${what}：压缩后 ${kib(gzip)}\n`);
  if (gzipOf(pane.first) > PANE_BUDGET) process.stderr.write(`面板首页超过了 ${kib(PANE_BUDGET)} 的上限\n`);
}

function kib(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} KB`;
}

function report(folder: string): number {
  const isForWps = isWpsPackage(folder) || isHalfOfWpsPackage(folder);
  const problems = isForWps ? verifyWpsPackage(folder) : verifyPackage(folder);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  const verdict = problems.length === 0 ? "清单和页面要用的文件都在" : `${String(problems.length)} 处不对`;
  process.stdout.write(`${folder}：${verdict}\n`);
  return problems.length === 0 ? 0 : 1;
}
