// The Linux script, run into a home of its own and taken back: nothing may be left, and nothing of others be touched.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ADD_IN, ADD_IN_FOLDER, ADD_IN_VERSION, ARCHIVE } from "../../taskpane/wps/addIn";
import { until } from "../until";

const OTHERS = '<jspluginonline name="oa" type="wps" url="http://oa.example/?a=1&amp;b=2"/>';

let work = "";
let home = "";
let addOns = "";
let pack = "";

beforeEach(() => {
  work = mkdtempSync(path.join(tmpdir(), "xm 安装-"));
  home = path.join(work, "home");
  addOns = path.join(home, ".local/share/Kingsoft/wps/jsaddons");
  pack = path.join(work, "安装包");
  mkdirSync(home);
  writePack(pack, ADD_IN_VERSION);
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

/** The script as it is delivered, with next to nothing to install. */
function writePack(folder: string, version: string): void {
  mkdirSync(path.join(folder, `${ADD_IN}_${version}`, "icons"), { recursive: true });
  writeFileSync(path.join(folder, `${ADD_IN}_${version}`, "main.js"), `/* ${version} */`);
  writeFileSync(path.join(folder, `${ADD_IN}_${version}`, "icons", "a.png"), "png");
  writeFileSync(path.join(folder, ARCHIVE), "7z");
  for (const name of ["install.sh", "uninstall.sh"]) {
    const text = readFileSync(path.join("taskpane/wps/deploy", name), "utf8");
    writeFileSync(path.join(folder, name), text.replaceAll("@ADD_IN@", ADD_IN).replaceAll("@VERSION@", version));
  }
}

function run(...args: readonly string[]): { status: number | null; said: string } {
  const [script = "install.sh", ...options] = args;
  const done = spawnSync("sh", [path.join(pack, script), ...options], {
    env: { ...process.env, SUDO_USER: "", HOME: home },
    encoding: "utf8",
  });
  return { status: done.status, said: done.stdout + done.stderr };
}

/** Every file and folder below, with its content and mode. */
function picture(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const seen: Record<string, string> = {};
  for (const name of readdirSync(folder)) {
    const full = path.join(folder, name);
    const { mode } = statSync(full);
    const isFolder = statSync(full).isDirectory();
    seen[full] = `${mode.toString(8)} ${isFolder ? "" : readFileSync(full).toString("base64")}`;
    if (isFolder) Object.assign(seen, picture(full));
  }
  return seen;
}

function list(name: "jsplugins" | "publish"): string {
  return readFileSync(path.join(addOns, `${name}.xml`), "utf8");
}

function put(name: "jsplugins" | "publish", text: string | Buffer): void {
  mkdirSync(addOns, { recursive: true });
  writeFileSync(path.join(addOns, `${name}.xml`), text);
}

const WELL_FORMED: readonly (readonly [string, string | null])[] = [
  ["is missing", null],
  ["is empty of entries", "<jsplugins/>"],
  ["holds other people's entries", `<?xml version="1.0"?>\n<jsplugins>\n  ${OTHERS}\n</jsplugins>\n`],
  ["is of Windows", `\uFEFF<?xml version="1.0"?>\r\n<jsplugins>\r\n\t${OTHERS}\r\n</jsplugins>\r\n`],
  ["is one line", `<jsplugins>${OTHERS}<jsplugin name="b" url="x"></jsplugin></jsplugins>`],
  ["speaks of us in a remark", `<jsplugins><!-- <jsplugin name="${ADD_IN}"/> -->\n${OTHERS}</jsplugins>\n`],
];

describe.each(["jsplugins", "publish"] as const)("installing into %s.xml and removing", (name) => {
  test.each(WELL_FORMED)("leaves a home as it was whose list %s", (_, text) => {
    if (text !== null) put(name, text);
    const before = picture(home);
    expect(run("install.sh", "--list", name)).toMatchObject({ status: 0 });
    const installed = list(name);
    expect(installed.replace(/<!--.*?-->/g, "").match(new RegExp(`name="${ADD_IN}"`, "g"))).toHaveLength(1);
    if (text?.includes("oa.example")) expect(installed).toContain(OTHERS);
    expect(readFileSync(path.join(addOns, ADD_IN_FOLDER, "icons/a.png"), "utf8")).toBe("png");
    expect(run("uninstall.sh")).toMatchObject({ status: 0 });
    expect(picture(home)).toEqual(before);
  });

  test.each([
    ["not closed", `<jsplugins>\n  ${OTHERS}\n`],
    ["closed twice", `<jsplugins>${OTHERS}</jsplugins></jsplugins>`],
    ["of crossed elements", "<jsplugins><a></jsplugins></a>"],
    ["of another kind", '<plugins><a name="x"/></plugins>'],
    ["with words between", "<jsplugins>words</jsplugins>"],
    ["with a broken value", '<jsplugins><a name="x/></jsplugins>'],
    ["without anything", ""],
    ["of two bytes a letter", Buffer.from("<jsplugins/>", "utf16le")],
  ])("says so and changes nothing where the list is %s", (_, text) => {
    put(name, text);
    const before = picture(home);
    const { status, said } = run("install.sh", "--list", name);
    expect(status).toBe(1);
    expect(said).toMatch(/^清单不完整，没有改动任何东西：.*\.xml\n/);
    expect(picture(home)).toEqual(before);
  });

  test("again and again keeps the first backup and one entry", () => {
    put(name, `<jsplugins>\n  ${OTHERS}\n</jsplugins>\n`);
    const before = picture(home);
    run("install.sh", "--list", name);
    const once = picture(home);
    run("install.sh", "--list", name);
    expect(picture(home)).toEqual(once);
    run("install.sh", "--remove");
    expect(picture(home)).toEqual(before);
  });

  test("keeps what others have written since, and a backup", () => {
    put(name, `<jsplugins>\n  ${OTHERS}\n</jsplugins>\n`);
    run("install.sh", "--list", name);
    const later = '<jsplugin name="later" url="y"/>';
    put(name, list(name).replace("</jsplugins>", `  ${later}\n</jsplugins>`));
    const { said } = run("install.sh", "--remove");
    expect(list(name)).toBe(`<jsplugins>\n  ${OTHERS}\n  ${later}\n</jsplugins>\n`);
    expect(said).toContain("备份");
    expect(readFileSync(path.join(addOns, `${name}.xml.${ADD_IN}.bak`), "utf8")).toContain(OTHERS);
    expect(existsSync(path.join(addOns, ADD_IN_FOLDER))).toBe(false);
  });

  test("does nothing where somebody has broken the list since", () => {
    run("install.sh", "--list", name);
    put(name, list(name).replace("</jsplugins>", ""));
    const before = picture(home);
    expect(run("install.sh", "--remove")).toMatchObject({ status: 1 });
    expect(picture(home)).toEqual(before);
  });
});

test("a new version takes the old one's place", () => {
  writePack(path.join(work, "旧"), "0.0.9");
  cpSync(path.join(work, "旧"), pack, { recursive: true });
  const before = picture(home);
  expect(run("install.sh", "--list", "jsplugins").status).toBe(0);
  writePack(pack, ADD_IN_VERSION);
  expect(run("install.sh", "--list", "jsplugins").status).toBe(0);
  expect(readdirSync(addOns).filter((name) => name.startsWith(`${ADD_IN}_`))).toEqual([ADD_IN_FOLDER]);
  expect(list("jsplugins")).toContain(`version="${ADD_IN_VERSION}"`);
  expect(list("jsplugins")).not.toContain("0.0.9");
  run("uninstall.sh");
  expect(picture(home)).toEqual(before);
});

test("going from one list to the other leaves one entry, and the first list as it was", () => {
  const text = `<jsplugins>${OTHERS}</jsplugins>`;
  put("publish", text);
  run("install.sh", "--list", "publish");
  run("install.sh", "--list", "jsplugins");
  expect(list("publish")).toBe(text);
  expect(list("jsplugins")).toContain(ADD_IN);
});

test.each([
  ["JsApiPlugin=true", "jsplugins"],
  ["JsApiPlugin = TRUE", "jsplugins"],
  ["JsApiPlugin=false", "publish"],
  ["; JsApiPlugin=true", "publish"],
] as const)("with %s in oem.ini it writes %s.xml", (line, name) => {
  const office = path.join(work, "office6");
  mkdirSync(path.join(office, "cfgs"), { recursive: true });
  writeFileSync(path.join(office, "cfgs/oem.ini"), `[Support]\r\n${line}\r\n`);
  const before = picture(office);
  expect(run("install.sh", "--office", office).status).toBe(0);
  expect(list(name)).toContain(ADD_IN);
  expect(picture(office)).toEqual(before);
});

test("a list keeps its mode, and a home with odd letters gets an entry that is well-formed", () => {
  home = path.join(work, `王 & "五"\\n`);
  addOns = path.join(home, ".local/share/Kingsoft/wps/jsaddons");
  put("jsplugins", `<jsplugins>${OTHERS}</jsplugins>`);
  chmodSync(path.join(addOns, "jsplugins.xml"), 0o600);
  expect(run("install.sh", "--list", "jsplugins").status).toBe(0);
  expect(statSync(path.join(addOns, "jsplugins.xml")).mode & 0o777).toBe(0o600);
  expect(list("jsplugins")).toContain(`王 &amp; &quot;五&quot;\\n/`);
});

test.each([
  [["--list"], "后面要写内容"],
  [["--list", "else"], "只能是"],
  [["--what"], "不认识的选项"],
])("%j is answered by a sentence", (options, sentence) => {
  const { status, said } = run("install.sh", ...options);
  expect([status, said]).toEqual([1, expect.stringContaining(sentence)]);
});

test("removing where nothing was installed says so", () => {
  expect(run("uninstall.sh").said).toContain("没有安装过");
});

test("with sudo it refuses, since it would install for the administrator", () => {
  const done = spawnSync("sh", [path.join(pack, "install.sh")], {
    env: { ...process.env, HOME: home, SUDO_USER: "clerk" },
    encoding: "utf8",
  });
  expect([done.status, done.stderr]).toEqual([1, expect.stringContaining("不要加 sudo")]);
});

/** A program of the same name that comes first, and what it does before the real one; $1 is its first argument. */
function stand(program: string, before: string): { readonly path: string; readonly temp: string } {
  const [tools, temp] = [path.join(work, "tools"), path.join(work, "temp")];
  mkdirSync(tools);
  mkdirSync(temp);
  writeFileSync(path.join(tools, program), `#!/bin/sh\n${before}\nexec /bin/${program} "$@"\n`, { mode: 0o755 });
  return { path: `${tools}:${process.env["PATH"] ?? ""}`, temp };
}

const SHELLS = ["sh", "bash", "dash", "busybox"].filter(
  (shell) => spawnSync(shell, ["-c", "exit 0"]).error === undefined,
);
const STOPPED = SHELLS.flatMap((shell) =>
  (["SIGINT", "SIGTERM", "SIGHUP"] as const).map((signal) => [shell, signal] as const),
);

describe.each(STOPPED)("%s stopped by %s while the files are copied", (shell, signal) => {
  test.each([
    ["nothing was installed", null],
    ["an older version was", "0.0.9"],
  ])("leaves all as it was where %s", async (_, older) => {
    put("publish", `<jsplugins>${OTHERS}</jsplugins>`);
    if (older === null) rmSync(path.join(home, ".local"), { recursive: true });
    else {
      writePack(path.join(work, "旧"), older);
      cpSync(path.join(work, "旧"), pack, { recursive: true });
      expect(run("install.sh", "--list", "publish").status).toBe(0);
      writePack(pack, ADD_IN_VERSION);
    }
    const before = picture(home);
    const copying = path.join(work, "copying");
    // It waits as no shell does: as cp itself, which a signal ends at any moment.
    const wait = `require("fs").writeFileSync("${copying}", ""); setTimeout(() => {}, 600_000)`;
    const tools = stand("cp", `case $1 in -R) /bin/cp "$@"; exec "${process.execPath}" -e '${wait}' ;; esac`);
    const options = shell === "busybox" ? ["sh"] : [];
    const script = [path.join(pack, "install.sh"), "--list", "jsplugins"];
    // A group of its own: from a keyboard the signal comes to all of it.
    const child = spawn(shell, [...options, ...script], {
      env: { ...process.env, SUDO_USER: "", HOME: home, PATH: tools.path, TMPDIR: tools.temp },
      detached: true,
      stdio: "ignore",
    });
    const ended = once(child, "exit");
    await until(() => existsSync(copying) || child.exitCode !== null);
    expect(readdirSync(tools.temp)).toHaveLength(1);
    process.kill(-(child.pid ?? 0), signal);
    await ended;
    expect(child.exitCode).not.toBe(0);
    expect(picture(home)).toEqual(before);
    expect(readdirSync(tools.temp)).toEqual([]);
  });

  test("comes too late where the files are already changing places: all is installed", () => {
    put("jsplugins", `<jsplugins>${OTHERS}</jsplugins>`);
    const before = picture(home);
    const tools = stand("mv", `kill -${signal.slice(3)} $PPID`);
    const options = shell === "busybox" ? ["sh"] : [];
    const { status } = spawnSync(shell, [...options, path.join(pack, "install.sh"), "--list", "jsplugins"], {
      env: { ...process.env, SUDO_USER: "", HOME: home, PATH: tools.path, TMPDIR: tools.temp },
    });
    expect(status).toBe(0);
    expect(list("jsplugins")).toContain(ADD_IN);
    expect(readdirSync(tools.temp)).toEqual([]);
    expect(run("uninstall.sh").status).toBe(0);
    expect(picture(home)).toEqual(before);
  });
});

test("the shell can read the script to its end", () => {
  expect(() => execFileSync("sh", ["-n", path.join(pack, "install.sh")])).not.toThrow();
});

test("a computer on which no WPS is found is told so, and one that names its WPS is not", () => {
  const office = path.join(work, "office6");
  mkdirSync(path.join(office, "cfgs"), { recursive: true });
  expect(run("install.sh", "--office", office).said).not.toContain("没有在这台电脑上找到 WPS");
  const isHere = ["/opt/kingsoft", "/opt/apps"].some((folder) => existsSync(folder));
  if (!isHere) expect(run().said).toContain("没有在这台电脑上找到 WPS");
  expect(run().status).toBe(0);
});
