/** Starts the genuine office.js library, unmodified, on a workbook of ours: no Excel, no mock of the library. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { OfficeBridge } from "../../workbench/office/bridge";
import { Interpreter } from "../../workbench/office/interpreter";
import { Workbook } from "../../workbench/office/model";
import { MemoryWorkbookStore, type StoredSheet } from "./store";

export const BUNDLES = { win32: "excel-win32-16.01.js", mac: "excel-mac-16.00.js", web: "excel-web-16.00.js" } as const;
export type BundleName = keyof typeof BUNDLES;

/** Highest versions of the requirement sets that the pretended build supports. */
export type Levels = Readonly<Record<string, string>>;
export const LTSC_2021: Levels = {
  ExcelApi: "1.14",
  CustomFunctionsRuntime: "1.3",
  SharedRuntime: "1.1",
  RichApiRuntime: "1.1",
  DelayForCellEdit: "1.1",
};
export const LTSC_2024: Levels = { ...LTSC_2021, ExcelApi: "1.17", SharedRuntime: "1.2" };
export const CURRENT: Levels = {
  ...LTSC_2024,
  ExcelApi: "1.20",
  CustomFunctionsRuntime: "1.5",
  RichApiRuntimeFlag: "1.2",
  ExcelApiUndo: "1.20",
};

export interface Office {
  readonly bridge: OfficeBridge;
  readonly workbook: Workbook;
  readonly store: MemoryWorkbookStore;
  readonly supports: (set: string, version: string) => boolean;
}

let booted: BundleName | null = null;
let levels: Levels = CURRENT;

/** The library also asks without a version: is there any of the set? */
export function supports(set: string, version = "0.0"): boolean {
  const highest = levels[set];
  return highest !== undefined && compare(highest, version) >= 0;
}

function compare(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => text.split(".").map(Number));
  return (a?.[0] ?? 0) - (b?.[0] ?? 0) || (a?.[1] ?? 0) - (b?.[1] ?? 0);
}

/** One bundle a test file: its top-level names become globals of the realm. */
export function bootOffice(bundle: BundleName, sheets: readonly StoredSheet[], level: Levels): Office {
  levels = level;
  const store = new MemoryWorkbookStore(sheets);
  const workbook = new Workbook(store);
  const bridge = new OfficeBridge(new Interpreter(workbook));
  if (booted === null) {
    pretendPage();
    Object.assign(globalThis, { _richApiNativeBridge: bridge });
    const text = readFileSync(join("node_modules/@microsoft/office-js/dist", BUNDLES[bundle]), "utf8");
    // Indirectly, so that the bundle's top-level `var`s become globals as they do in a page.
    (0, eval)(text);
    booted = bundle;
    switchGatingOn();
  } else if (booted !== bundle) {
    throw new Error("To fix, give each bundle a test file of its own.");
  }
  (OfficeExtension as unknown as { HostBridge: { init: (bridge: OfficeBridge) => void } }).HostBridge.init(bridge);
  return { bridge, workbook, store, supports };
}

const LIBRARY = "https://ledger.example/";

/** As much of a page as the bundles look for while they load; some find their place by the script tag that brought them. */
export function pretendPage(scripts: readonly string[] = []): void {
  const page: Record<string, unknown> = globalThis;
  page["window"] ??= globalThis;
  page["self"] ??= globalThis;
  page["navigator"] ??= { userAgent: "office.js test" };
  page["location"] ??= {
    href: LIBRARY,
    // How a host tells a library which it is: desktop Excel, in Chinese, with telemetry off, asked for custom functions.
    search: "?_host_Info=Excel$Win32$16.01$zh-CN$test$$disableLogging$2",
    hash: "",
    protocol: "https:",
    host: "ledger.example",
    origin: "https://ledger.example",
  };
  const tags = scripts.map((name) => ({ src: LIBRARY + name }));
  page["document"] ??= {
    readyState: "complete",
    getElementsByTagName: (name: string) => (name === "head" ? [{ appendChild: loadScript }] : tags),
    getElementById: () => null,
    addEventListener: () => undefined,
    createElement: () => ({ setAttribute: () => undefined }),
    documentElement: {},
  };
  page["history"] ??= {};
  page["addEventListener"] ??= () => undefined;
}

/** Its sentences come from the package. The bundle of a host would look for Excel around it; here there is only the bridge. */
function loadScript(script: { src: string; onload?: () => void }): void {
  setTimeout(() => {
    if (script.src.endsWith("office_strings.js")) {
      (0, eval)(readFileSync(join("node_modules/@microsoft/office-js/dist", script.src.replace(LIBRARY, "")), "utf8"));
    } else {
      // What such a bundle leaves behind and the loader waits for.
      (globalThis as unknown as { OfficeExt: Record<string, unknown> }).OfficeExt["MsAjaxError"] = {};
    }
    script.onload?.();
  }, 0);
}

/** The library can refuse members beyond a build's requirement sets, but looks for the switch in another place than where its own last line sets it. */
function switchGatingOn(): void {
  const library = OfficeExtension as unknown as { CommonUtility: { _doApiNotSupportedCheck: boolean } };
  library.CommonUtility._doApiNotSupportedCheck = true;
  const page = globalThis as unknown as { OSF: { _OfficeAppFactory?: object } };
  page.OSF._OfficeAppFactory = {
    getContext: () => ({
      requirements: { isSetSupported: supports },
      diagnostics: { version: "16.0.14332.20011", platform: "PC" },
    }),
    getHostInfo: () => ({ isDialog: false, hostPlatform: "Win32", flags: 0 }),
  };
}
