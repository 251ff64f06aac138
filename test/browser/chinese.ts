/** Chinese letters for a Linux without any: the font comes from npm, and fontconfig is told where it lies. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { decompress } from "wawoff2";
import { cacheFolder, packageFolder } from "./places";

/** Gives the fontconfig file that knows the font. */
export async function chineseFontConfig(): Promise<string> {
  const folder = path.join(cacheFolder, "chinese");
  const config = path.join(folder, "fonts.conf");
  if (existsSync(config)) return config;
  const draft = `${folder}-${process.pid}`;
  mkdirSync(draft, { recursive: true });
  await writeFonts(draft);
  writeFileSync(path.join(draft, "fonts.conf"), fontConfig(folder));
  rmSync(folder, { recursive: true, force: true });
  // Renamed when complete, so that an interrupted run leaves nothing half made.
  renameSync(draft, folder);
  return config;
}

/** Chromium takes no woff2 through fontconfig. */
async function writeFonts(into: string): Promise<void> {
  const files = path.join(packageFolder("@fontsource-variable/noto-sans-sc"), "files");
  for (const name of readdirSync(files).filter((file) => file.endsWith("-wght-normal.woff2"))) {
    writeFileSync(
      path.join(into, name.replace(/woff2$/, "ttf")),
      await decompress(readFileSync(path.join(files, name))),
    );
  }
}

function fontConfig(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}</dir>
  <cachedir>${folder}/cache</cachedir>
  <alias binding="strong"><family>sans-serif</family><prefer><family>Noto Sans SC Variable</family></prefer></alias>
  <alias><family>Microsoft YaHei</family><prefer><family>Noto Sans SC Variable</family></prefer></alias>
  <alias><family>Microsoft YaHei UI</family><prefer><family>Noto Sans SC Variable</family></prefer></alias>
  <alias><family>宋体</family><prefer><family>Noto Sans SC Variable</family></prefer></alias>
</fontconfig>
`;
}
