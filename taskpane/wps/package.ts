/** npm run package -- --wps: writes dist/wps, an online folder for a web server and an offline one to be copied, each with its way to install. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { buildScript } from "../excel/build";
import { iconPng } from "../excel/iconArt";
import { ADD_IN, ADD_IN_FOLDER, ADD_IN_VERSION, ARCHIVE, ONLINE_FOLDER } from "./addIn";
import {
  entryPage,
  jsPluginsXml,
  manifestXml,
  oemSnippet,
  offlineEntry,
  onlineEntry,
  panePage,
  publishPage,
  readMe,
} from "./pages";
import { BUTTONS, ICON_SIZES, iconFile, ribbonXml } from "./ribbon";
import { sevenZip } from "./sevenZip";

const DEPLOY = "taskpane/wps/deploy";

export interface WpsPackageOptions {
  /** Where the online folder will be published; ends in a stroke. */
  readonly base: string;
  readonly folder: string;
}

export interface WpsSizes {
  readonly file: string;
  readonly bytes: number;
  readonly gzip: number;
}

/** Gives what weighs most, and the archive. */
export async function writeWpsPackage({ base, folder }: WpsPackageOptions): Promise<readonly WpsSizes[]> {
  rmSync(folder, { recursive: true, force: true });
  const online = path.join(folder, "online");
  const offline = path.join(folder, "offline");
  const addIn = path.join(offline, ADD_IN_FOLDER);
  await writeAddIn(addIn);
  writeOffline(offline, base);
  writeOnline(online, addIn, base);
  return [path.join(addIn, "main.js"), path.join(addIn, "taskpane.js"), path.join(offline, ARCHIVE)].map(weigh);
}

/** What WPS loads, the same in both folders. */
export async function writeAddIn(folder: string): Promise<void> {
  mkdirSync(path.join(folder, "icons"), { recursive: true });
  await buildScript("taskpane/main.wpsEntry.ts", "main", folder);
  await buildScript("taskpane/main.wps.tsx", "taskpane", folder);
  // Modules for threads, which a page from a file may not begin: collecting goes on in slices there.
  rmSync(path.join(folder, "assets"), { recursive: true, force: true });
  for (const { icon } of Object.values(BUTTONS)) {
    for (const size of ICON_SIZES) writeFileSync(path.join(folder, iconFile(icon, size)), iconPng(icon, size));
  }
  writeAll(folder, {
    "index.html": entryPage(),
    "taskpane.html": panePage(),
    "ribbon.xml": ribbonXml(),
    "manifest.xml": manifestXml(),
  });
}

function writeOffline(folder: string, base: string): void {
  writeFileSync(path.join(folder, ARCHIVE), sevenZip(filesBelow(folder, ADD_IN_FOLDER)));
  writeAll(folder, {
    // Old editors of Windows know Chinese by the mark.
    "readme.txt": `\uFEFF${readMe("offline")}`,
    "publish.html": publishPage("offline"),
    "jsplugins.xml": jsPluginsXml(offlineEntry(base + ARCHIVE)),
    "oem.ini": oemSnippet(null),
  });
  for (const name of ["install.sh", "uninstall.sh"])
    writeFileSync(path.join(folder, name), named(name), { mode: 0o755 });
  // Windows wants its line ends, and PowerShell the mark without which it takes Chinese for something else.
  for (const name of ["install.cmd", "uninstall.cmd", "install.ps1"]) {
    const text = named(name).replace(/\r?\n/g, "\r\n");
    writeFileSync(path.join(folder, name), name.endsWith(".ps1") ? `\uFEFF${text}` : text);
  }
}

function writeOnline(folder: string, addIn: string, base: string): void {
  cpSync(addIn, path.join(folder, ONLINE_FOLDER), { recursive: true });
  writeAll(folder, {
    "readme.txt": `\uFEFF${readMe("online")}`,
    "publish.html": publishPage("online"),
    "jsplugins.xml": jsPluginsXml(onlineEntry(`${base}${ONLINE_FOLDER}/`)),
    "oem.ini": oemSnippet(`${base}jsplugins.xml`),
    "nginx.conf": named("nginx.conf"),
    "web.config": named("web.config"),
  });
}

/** A file of the deploy folder with the add-in's own names put in. */
function named(file: string): string {
  return readFileSync(path.join(DEPLOY, file), "utf8")
    .replaceAll("@ADD_IN@", ADD_IN)
    .replaceAll("@VERSION@", ADD_IN_VERSION);
}

function filesBelow(folder: string, below: string): { readonly name: string; readonly bytes: Uint8Array }[] {
  return readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = `${below}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(folder, name) : [{ name, bytes: readFileSync(path.join(folder, name)) }];
  });
}

function writeAll(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
}

function weigh(file: string): WpsSizes {
  const { size } = statSync(file);
  return { file: path.basename(file), bytes: size, gzip: gzipSync(readFileSync(file), { level: 9 }).length };
}
