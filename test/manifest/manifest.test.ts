/** @jest-environment jsdom */
// The manifest read by our own eyes, since Microsoft's validator works over the internet only.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { functionsJson } from "../../functions/metadata";
import { NAMESPACE } from "../../functions/table";
import { RIBBON } from "../../taskpane/excel/ribbon";

const TEXT = readFileSync("manifest.xml", "utf8");
const BASE = "https://localhost:3000/";
const manifest = new DOMParser().parseFromString(TEXT, "application/xml");

function all(name: string): Element[] {
  return [...manifest.getElementsByTagNameNS("*", name)];
}

function only(name: string): Element {
  const [first, second] = all(name);
  if (!first || second) throw new Error(`not exactly one ${name}`);
  return first;
}

function attribute(element: Element, name: string): string {
  return element.getAttribute(name) ?? "";
}

/** Elements of the base part and of Resources: DefaultValue, then the overrides' values. */
function valuesOf(element: Element): string[] {
  const overrides = [...element.children].filter(({ localName }) => localName === "Override");
  return [attribute(element, "DefaultValue"), ...overrides.map((override) => attribute(override, "Value"))];
}

const resources = [...only("Resources").children].flatMap((list) => [...list.children]);
const resourceOf = new Map(resources.map((element) => [attribute(element, "id"), element]));
const kindOf = (element: Element | undefined) => element?.parentElement?.localName;

test("it is well-formed", () => {
  expect(manifest.querySelector("parsererror")).toBeNull();
  expect(manifest.documentElement.getAttribute("xsi:type")).toBe("TaskPaneApp");
});

test("its id is a GUID and its version has four parts", () => {
  expect(only("Id").textContent).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  expect(only("Version").textContent).toBe(`${version}.0`);
});

test("its parts stand in the order that Excel demands", () => {
  const order = (element: Element) => [...element.children].map(({ localName }) => localName);
  expect(order(manifest.documentElement)).toEqual(
    "Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl Hosts Requirements DefaultSettings Permissions VersionOverrides".split(
      " ",
    ),
  );
  expect(order(only("VersionOverrides"))).toEqual(["Requirements", "Hosts", "Resources"]);
  expect(order(only("Resources"))).toEqual(["Images", "Urls", "ShortStrings", "LongStrings"]);
  expect(order(only("CustomTab"))).toEqual(["Group", "Label"]);
  expect(order(only("Group")).slice(0, 2)).toEqual(["Label", "Icon"]);
  for (const control of all("Control")) expect(order(control)).toEqual(["Label", "Supertip", "Icon", "Action"]);
  expect(order(only("AllFormFactors").children[0] as Element)).toEqual(["Script", "Page", "Metadata", "Namespace"]);
});

test("Chinese is the default, and English stands beside every word", () => {
  expect(only("DefaultLocale").textContent).toBe("zh-CN");
  const worded = [only("DisplayName"), manifest.documentElement.getElementsByTagName("Description")[0] as Element];
  const strings = resources.filter((element) => /Strings$/.test(kindOf(element) ?? ""));
  for (const element of [...worded, ...strings]) {
    if (attribute(element, "id") === "Functions.Namespace") continue;
    const [zh = "", en = "", ...others] = valuesOf(element);
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
    expect(en).toMatch(/^[A-Z][a-z]/);
    expect(others).toEqual([]);
    expect([...element.children].map((override) => attribute(override, "Locale"))).toEqual(["en-US"]);
  }
});

test("every resource that is named exists, in the list of its kind, and none stands there for nothing", () => {
  const named = [...manifest.querySelectorAll("[resid]")];
  const KINDS: Readonly<Record<string, string>> = {
    Image: "Images",
    SourceLocation: "Urls",
    Runtime: "Urls",
    FunctionFile: "Urls",
    LearnMoreUrl: "Urls",
    Label: "ShortStrings",
    Title: "ShortStrings",
    Namespace: "ShortStrings",
    Description: "LongStrings",
  };
  for (const element of named) {
    const id = attribute(element, "resid");
    expect([element.localName, id, kindOf(resourceOf.get(id))]).toEqual([
      element.localName,
      id,
      KINDS[element.localName],
    ]);
  }
  expect(new Set(named.map((element) => attribute(element, "resid")))).toEqual(new Set(resourceOf.keys()));
  expect(resourceOf.size).toBe(resources.length);
});

test("ids and strings are as short as Excel wants them", () => {
  for (const element of resources) {
    const longest = { ShortStrings: 125, LongStrings: 250 }[kindOf(element) ?? ""] ?? 2048;
    expect(attribute(element, "id").length).toBeLessThanOrEqual(32);
    for (const value of valuesOf(element)) {
      expect(value.length).toBeGreaterThan(0);
      expect(value.length).toBeLessThanOrEqual(longest);
    }
  }
  for (const value of valuesOf(only("DisplayName"))) expect(value.length).toBeLessThanOrEqual(125);
  for (const element of manifest.documentElement.getElementsByTagName("Description"))
    for (const value of valuesOf(element)) expect(value.length).toBeLessThanOrEqual(250);
  const ids = all("Control").map((control) => attribute(control, "id"));
  expect(new Set(ids).size).toBe(ids.length);
});

test("every address is https and of one origin", () => {
  const addresses = [...TEXT.matchAll(/="(https?:[^"]*)"/g)].map(([, address]) => address ?? "");
  // Namespaces are names, not addresses.
  const asked = addresses.filter((address) => !/schemas\.microsoft\.com|www\.w3\.org/.test(address));
  expect(asked.length).toBeGreaterThan(40);
  for (const address of asked) expect(address.startsWith(BASE)).toBe(true);
});

test("every icon is drawn, in the size that is said", () => {
  const images = all("Image").filter((image) => image.hasAttribute("resid"));
  expect(images.length).toBeGreaterThan(40);
  for (const image of images) {
    const address = attribute(resourceOf.get(attribute(image, "resid")) as Element, "DefaultValue");
    const size = Number(attribute(image, "size"));
    expect([address, pictureSize(address)]).toEqual([address, [size, size]]);
  }
  for (const button of all("Icon")) {
    const sizes = [...button.children].map((image) => attribute(image, "size"));
    expect(sizes).toEqual(expect.arrayContaining(["16", "32", "80"]));
  }
  expect(pictureSize(attribute(only("IconUrl"), "DefaultValue"))).toEqual([32, 32]);
  expect(pictureSize(attribute(only("HighResolutionIconUrl"), "DefaultValue"))).toEqual([64, 64]);
});

function pictureSize(address: string): readonly [number, number] {
  const file = address.replace(BASE, "taskpane/excel/");
  if (!existsSync(file)) throw new Error(`no ${file}`);
  const png = readFileSync(file);
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

test("pane, buttons and functions share one page, since a shared runtime has only one", () => {
  const page = attribute(only("Runtime"), "resid");
  const functionsPage = only("Page").children[0] as Element;
  const panes = all("Action").flatMap((action) =>
    [...action.children].filter(({ localName }) => localName === "SourceLocation"),
  );
  expect(panes).toHaveLength(1);
  for (const element of [functionsPage, only("FunctionFile"), ...panes]) expect(attribute(element, "resid")).toBe(page);
  expect(attribute(resourceOf.get(page) as Element, "DefaultValue")).toBe(`${BASE}taskpane.html`);
  expect(attribute(only("Runtime"), "lifetime")).toBe("long");
});

test("no button is dead: each calls an action that the pane answers, and each answer has a button", () => {
  expect(all("FunctionName").map(({ textContent }) => textContent)).toEqual(Object.keys(RIBBON));
  const kinds = all("Action").map((action) => action.getAttribute("xsi:type"));
  expect(new Set(kinds)).toEqual(new Set(["ExecuteFunction", "ShowTaskpane"]));
});

test("what is required is what the code asks for: the pane opens everywhere and says what it lacks", () => {
  const sets = all("Set").map((set) => `${attribute(set, "Name")} ${attribute(set, "MinVersion")}`);
  expect(sets).toEqual(["ExcelApi 1.1", "SharedRuntime 1.1"]);
  const code = readFileSync("taskpane/main.excel.tsx", "utf8");
  expect(code).toContain('set: "ExcelApi", version: "1.14"');
  expect(code).toContain('supports("SharedRuntime", "1.1")');
  expect(only("Permissions").textContent).toBe("ReadWriteDocument");
});

test("functions stand under an ASCII namespace, described in both languages", () => {
  const namespace = resourceOf.get(attribute(only("Namespace"), "resid"));
  expect(namespace && valuesOf(namespace)).toEqual([NAMESPACE]);
  const metadata = resourceOf.get("Functions.Metadata.Url");
  expect(metadata && valuesOf(metadata)).toEqual([`${BASE}functions.json`, `${BASE}functions.en.json`]);
  const ids = functionsJson("zh", BASE).functions.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("Microsoft's own reader takes it", () => {
  // In a process of its own: the package cannot be loaded inside Jest.
  const script = `import("office-addin-manifest").then(async (m) => {
    const reader = (m.default ?? m).OfficeAddinManifest ?? m.OfficeAddinManifest;
    console.log(JSON.stringify(await reader.readManifestFile("manifest.xml")));
  });`;
  const said = execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  expect(JSON.parse(said.trim().split("\n").at(-1) ?? "")).toMatchObject({
    id: only("Id").textContent,
    displayName: "台账校核",
    defaultLocale: "zh-CN",
    permissions: "ReadWriteDocument",
    hosts: ["Workbook"],
  });
});
