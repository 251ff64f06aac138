/** What can be forgotten about the project itself. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { VERSION } from "../../src/report/version";

interface PackageJson {
  readonly version: string;
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
}
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as PackageJson;

const tracked = execFileSync(
  "git",
  ["-c", "core.quotepath=off", "ls-files", "--cached", "--others", "--exclude-standard"],
  { encoding: "utf8" },
)
  .trim()
  .split("\n");

it("the report names the version of package.json", () => {
  expect(VERSION).toBe(manifest.version);
});

it("every dependency is pinned to one version", () => {
  const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    ([, version]) => !/^\d/.test(version),
  );
  expect(loose).toEqual([]);
});

it("the lock file records no download address", () => {
  expect(readFileSync("package-lock.json", "utf8")).not.toMatch(/"resolved": "https?:/);
});

it("no licence that would bind ours came in", () => {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    packages: Record<string, { license?: string }>;
  };
  const binding = Object.entries(lock.packages).filter(
    ([, { license }]) => /\b(A?GPL)/.test(license ?? "") && !/\b(MIT|Apache|BSD)/.test(license ?? ""),
  );
  expect(binding.map(([name]) => name)).toEqual([]);
});

it("only the agreed things stand at the top", () => {
  const AGREED = [
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    "manifest.xml",
    "src",
    "taskpane",
    "functions",
    "test",
    "workbench",
    "docs",
    "examples",
    "README.md",
    "README.en.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "LICENSE",
  ];
  // Whoever tries the commands of the README has ledgers of their own here, which git does not know.
  const known = execFileSync("git", ["-c", "core.quotepath=off", "ls-files"], { encoding: "utf8" }).trim().split("\n");
  const top = new Set(known.map((path) => path.split("/")[0] as string));
  expect([...top].filter((name) => !name.startsWith(".") && !AGREED.includes(name))).toEqual([]);
});

it("no source leaves something open, and no test is skipped or alone", () => {
  const sources = tracked.filter(
    (path) => /^(src|functions|taskpane|workbench|test)\/.*\.tsx?$/.test(path) && path !== "test/code/project.test.ts",
  );
  const open = sources.filter((path) =>
    /\b(TODO|FIXME)\b|\b(it|test|describe)\.(skip|only|todo)\b|\bxit\(/.test(readFileSync(path, "utf8")),
  );
  expect(open).toEqual([]);
});

it("every source file says in its first line what it is", () => {
  const silent = tracked
    .filter((path) => /^(src|functions|taskpane|workbench)\/.*\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
    .filter((path) => !/^(#!.*\n)?\/\*\*/.test(readFileSync(path, "utf8")));
  expect(silent).toEqual([]);
});

it("the pictures that the README shows are there", () => {
  const pictures = [...readFileSync("README.md", "utf8").matchAll(/\]\((docs\/pictures\/[^)]+)\)/g)].map(
    (match) => match[1] as string,
  );
  const there = readdirSync("docs/pictures").map((name) => `docs/pictures/${name}`);
  expect(pictures.filter((picture) => !there.includes(picture))).toEqual([]);
});
