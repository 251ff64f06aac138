/** Looks through a package for WPS: whatever its pages, its ribbon and its lists name must be there, and nothing may come from elsewhere. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ADD_IN, ARCHIVE, ONLINE_FOLDER } from "./addIn";
import { SERVICES } from "./publishScript";
import { BUTTONS, CALLBACKS, ICON_SIZES, iconFile } from "./ribbon";

const OFFLINE_FILES = [
  ...["readme.txt", "publish.html", "jsplugins.xml", "oem.ini", ARCHIVE],
  ...["install.sh", "uninstall.sh", "install.cmd", "uninstall.cmd", "install.ps1"],
];
const ONLINE_FILES = ["readme.txt", "publish.html", "jsplugins.xml", "oem.ini", "nginx.conf", "web.config"];
const ADD_IN_FILES = ["index.html", "main.js", "taskpane.html", "taskpane.js", "ribbon.xml", "manifest.xml"];

export function isWpsPackage(folder: string): boolean {
  return existsSync(path.join(folder, "offline")) || existsSync(path.join(folder, "online", ONLINE_FOLDER));
}

/** One half of a package, as it is carried to a computer or put on a server. */
export function isHalfOfWpsPackage(folder: string): boolean {
  return isOffline(folder) || isOnline(folder);
}

function isOffline(folder: string): boolean {
  return addInsOf(folder).length > 0 && existsSync(path.join(folder, "install.sh"));
}

function isOnline(folder: string): boolean {
  return existsSync(path.join(folder, ONLINE_FOLDER, "ribbon.xml")) && existsSync(path.join(folder, "jsplugins.xml"));
}

/** Sentences of what is wrong with a package or with a half of one; none where all is well. */
export function verifyWpsPackage(folder: string): readonly string[] {
  if (isOffline(folder)) return offlineProblems(folder);
  if (isOnline(folder)) return onlineProblems(folder);
  return [...offlineProblems(path.join(folder, "offline")), ...onlineProblems(path.join(folder, "online"))];
}

function addInsOf(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(`${ADD_IN}_`)) : [];
}

function offlineProblems(offline: string): readonly string[] {
  const addIns = addInsOf(offline);
  const [addIn] = addIns;
  if (addIn === undefined || addIns.length > 1) return [`${offline} 里应当恰好有一个 ${ADD_IN}_版本 文件夹`];
  const version = addIn.slice(ADD_IN.length + 1);
  return [
    ...absent(offline, OFFLINE_FILES),
    ...addInProblems(path.join(offline, addIn)),
    ...pageProblems(offline, "publish.html"),
    ...listProblems(offline, version),
    ...scriptProblems(offline, version),
    ...archiveProblems(path.join(offline, ARCHIVE)),
  ];
}

function onlineProblems(online: string): readonly string[] {
  return [
    ...absent(online, ONLINE_FILES),
    ...addInProblems(path.join(online, ONLINE_FOLDER)),
    ...pageProblems(online, "publish.html"),
    ...listProblems(online, null),
  ];
}

function absent(folder: string, names: readonly string[]): string[] {
  return names
    .filter((name) => !existsSync(path.join(folder, name)))
    .map((name) => `文件不在：${path.join(folder, name)}`);
}

/** "" where it is not there, which another line says. */
function textOf(...parts: readonly string[]): string {
  const file = path.join(...parts);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

function addInProblems(folder: string): string[] {
  const icons = Object.values(BUTTONS).flatMap(({ icon }) => ICON_SIZES.map((size) => iconFile(icon, size)));
  return [
    ...absent(folder, [...ADD_IN_FILES, ...icons]),
    ...["index.html", "taskpane.html"].flatMap((page) => pageProblems(folder, page)),
    ...ribbonProblems(folder),
    ...(textOf(folder, "manifest.xml").includes(`<Name>${ADD_IN}</Name>`)
      ? []
      : [`${folder} 的 manifest.xml 里没有名称`]),
  ];
}

function ribbonProblems(folder: string): string[] {
  const ribbon = textOf(folder, "ribbon.xml");
  if (!ribbon.startsWith("<customUI")) return [`${folder} 的 ribbon.xml 不以 <customUI 开头，WPS 会当作无效`];
  const script = textOf(folder, "main.js");
  const named = [...ribbon.matchAll(/ (?:onLoad|onAction|getImage)="([^"]*)"/g)].map(([, name]) => name ?? "");
  const known: readonly string[] = Object.values(CALLBACKS);
  return [...new Set(named)]
    .filter((name) => !known.includes(name) || !script.includes(name))
    .map((name) => `ribbon.xml 要用的函数 ${name} 不在 main.js 里`);
}

function pageProblems(folder: string, page: string): string[] {
  const text = textOf(folder, page);
  const named = [...text.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, address]) => address ?? "");
  const files = named.filter((address) => !/^(#|data:|ksoWPSCloudSvr:)/i.test(address));
  const addresses = [...text.matchAll(/https?:\/\/[^\s"'<>,;\]]+/g)].map(([address]) => address);
  const elsewhere = [...files.filter((file) => /^([a-z]+:|\/)/i.test(file)), ...addresses.filter(isElsewhere)];
  const here = files.filter((file) => !/^([a-z]+:|\/)/i.test(file)).map((file) => file.split(/[?#]/)[0] ?? "");
  return [...elsewhere.map((address) => `${page} 指向别处：${address}`), ...absent(folder, here)];
}

function isElsewhere(address: string): boolean {
  return !SERVICES.some((service) => address.startsWith(service));
}

function listProblems(folder: string, version: string | null): string[] {
  const list = textOf(folder, "jsplugins.xml");
  const url = / url="([^"]*)"/.exec(list)?.[1] ?? "";
  if (!list.includes(`name="${ADD_IN}"`)) return [`${folder} 的 jsplugins.xml 里没有 ${ADD_IN}`];
  if (version === null) return url.endsWith("/") ? [] : [`${folder} 的 jsplugins.xml：地址要以 / 结尾`];
  return list.includes(`version="${version}"`) ? [] : [`${folder} 的 jsplugins.xml 写的不是版本 ${version}`];
}

function scriptProblems(folder: string, version: string): string[] {
  const stale = ["install.sh", "install.ps1"].filter((name) => {
    const text = textOf(folder, name);
    return !text.includes(version) || text.includes("@ADD_IN@");
  });
  return [
    ...stale.map((name) => `${name} 写的不是版本 ${version}`),
    ...(textOf(folder, "install.sh").includes("\r") ? ["install.sh 的换行应当是 LF"] : []),
    ...(textOf(folder, "install.ps1").startsWith("\uFEFF") ? [] : ["install.ps1 开头应当有 BOM，否则中文会乱"]),
  ];
}

function archiveProblems(file: string): string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file).subarray(0, 2).toString("latin1") === "7z" ? [] : [`${file} 不是 7z 文件`];
}
