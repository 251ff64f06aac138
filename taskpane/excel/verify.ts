/** Looks through a package for Excel: whatever the manifest and the pages name must be there, and nothing may come from elsewhere. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { officeFiles } from "./officeFiles";

/** Sentences of what is wrong; none where all is well. */
export function verifyPackage(folder: string): readonly string[] {
  const manifest = path.join(folder, "manifest.xml");
  if (!existsSync(manifest)) return [`缺少 manifest.xml：${folder} 不是打好的包`];
  const text = readFileSync(manifest, "utf8").replace(/<!--[\s\S]*?-->/g, "");
  const base = /<SourceLocation DefaultValue="(https:\/\/[^"]*\/)[^"/]*"/.exec(text)?.[1];
  if (base === undefined) return ["manifest.xml 里没有 https 的页面地址"];
  return [
    ...namedByManifest(text, base).flatMap((named) => missing(folder, named, "manifest.xml", base)),
    ...officeFiles().flatMap((named) => missing(folder, base + named, "office.js", base)),
    ...readdirSync(folder)
      .filter((name) => name.endsWith(".html"))
      .flatMap((page) => pageProblems(folder, page)),
    ...["functions.json", "functions.en.json"].flatMap((name) => metadataProblems(folder, name, base)),
  ];
}

function namedByManifest(manifest: string, base: string): readonly string[] {
  const addresses = [...manifest.matchAll(/(?:DefaultValue|Value)="(https?:\/\/[^"]*)"/g)].map(
    ([, address]) => address,
  );
  return [...new Set(addresses.filter((address) => address !== undefined && address !== base))] as string[];
}

function missing(folder: string, address: string, by: string, base: string): string[] {
  if (!address.startsWith(base)) return [`${by} 指向别处：${address}`];
  const file = (address.slice(base.length).split(/[?#]/)[0] ?? "").replaceAll("/", path.sep);
  return existsSync(path.join(folder, file)) ? [] : [`${by} 要用的文件不在：${file}`];
}

function pageProblems(folder: string, page: string): string[] {
  const text = readFileSync(path.join(folder, page), "utf8");
  const named = [...text.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, address]) => address ?? "");
  return named.flatMap((address) => {
    if (address.startsWith("#") || address.startsWith("data:")) return [];
    if (/^([a-z]+:|\/)/i.test(address)) return [`${page} 指向别处：${address}`];
    const file = address.split(/[?#]/)[0] ?? "";
    return existsSync(path.join(folder, file)) ? [] : [`${page} 要用的文件不在：${file}`];
  });
}

function metadataProblems(folder: string, name: string, base: string): string[] {
  const file = path.join(folder, name);
  if (!existsSync(file)) return [];
  const text = readFileSync(file, "utf8");
  const crash = /allowCustomDataForDataTypeAny|allowErrorForDataTypeAny/.test(text)
    ? [`${name} 里的设置会使 Excel LTSC 2021 崩溃`]
    : [];
  const elsewhere = [...text.matchAll(/"helpUrl":\s*"([^"]*)"/g)].filter(([, url]) => !url?.startsWith(base));
  return [...crash, ...elsewhere.slice(0, 1).map(([, url]) => `${name} 指向别处：${String(url)}`)];
}
