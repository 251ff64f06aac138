/** Finds a Chromium: the one that XM_BROWSER names, an installed one, or the one that the project's own packages bring. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { chromium, type Browser, type LaunchOptions } from "playwright-core";
import { chineseFontConfig } from "./chinese";
import { cacheFolder, packageFolder, project } from "./places";

const ON_LINUX = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/microsoft-edge",
];
const FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none", "--lang=zh-CN"];

export async function launchBrowser(): Promise<Browser> {
  const options = await launchOptions();
  const named = process.env["XM_BROWSER"];
  if (named) return chromium.launch({ ...options, executablePath: named });
  for (const channel of process.platform === "win32" ? ["msedge", "chrome"] : ["chrome", "msedge"]) {
    const browser = await attempt({ ...options, channel });
    if (browser) return browser;
  }
  for (const executablePath of ON_LINUX.filter((file) => existsSync(file))) {
    const browser = await attempt({ ...options, executablePath });
    if (browser) return browser;
  }
  return launchPackaged(options);
}

async function launchOptions(): Promise<LaunchOptions> {
  if (process.platform !== "linux") return { args: FLAGS };
  return { args: FLAGS, env: { ...plainEnvironment(), FONTCONFIG_FILE: await chineseFontConfig() } };
}

async function attempt(options: LaunchOptions): Promise<Browser | null> {
  try {
    return await chromium.launch(options);
  } catch {
    // Not installed, or not able to start: the next one may be.
    return null;
  }
}

async function launchPackaged(options: LaunchOptions): Promise<Browser> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("没有找到浏览器：请安装 Chrome、Edge 或 Chromium，或用环境变量 XM_BROWSER 指明其路径");
  }
  const executablePath = await unpackChromium();
  try {
    return await chromium.launch({ ...options, executablePath });
  } catch (error) {
    if (!String(error).includes("error while loading shared libraries")) throw error;
    const libraries = unpackLibraries();
    return chromium.launch({ ...options, executablePath, env: { ...options.env, LD_LIBRARY_PATH: libraries } });
  }
}

/** The package unpacks into the temporary folder and takes whatever lies there already; so it gets a folder for its version alone. */
async function unpackChromium(): Promise<string> {
  const folder = path.join(cacheFolder, `chromium-${packagedVersion()}`);
  const executable = path.join(folder, "chromium");
  if (existsSync(executable)) return executable;
  const draft = `${folder}-${process.pid}`;
  mkdirSync(draft, { recursive: true });
  // In a process of its own: what a test runner calls process.env is a copy that os.tmpdir() never sees.
  const unpack = "import('@sparticuz/chromium').then(({ default: packaged }) => packaged.executablePath())";
  execFileSync(process.execPath, ["--input-type=module", "--eval", unpack], {
    cwd: project,
    env: { ...process.env, TMPDIR: draft },
    stdio: ["ignore", "ignore", "inherit"],
  });
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
  return executable;
}

/** libnss3 and libnspr4, for a system without them. */
function unpackLibraries(): string {
  const folder = path.join(cacheFolder, `chromium-${packagedVersion()}`, "libraries");
  if (!existsSync(folder)) {
    mkdirSync(folder);
    const archive = readFileSync(path.join(packageFolder("@sparticuz/chromium"), "bin/al2023.tar.br"));
    execFileSync("tar", ["-x", "-C", folder], { input: brotliDecompressSync(archive) });
  }
  return path.join(folder, "lib");
}

function packagedVersion(): string {
  const description: unknown = JSON.parse(
    readFileSync(path.join(packageFolder("@sparticuz/chromium"), "package.json"), "utf8"),
  );
  return (description as { version: string }).version;
}

function plainEnvironment(): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) environment[name] = value;
  return environment;
}
