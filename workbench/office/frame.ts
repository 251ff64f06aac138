/** Makes a browser page look like desktop Excel's pane to the genuine office.js: what Excel puts there before any script runs. */
import type { OfficeBridge } from "./bridge";

export interface ExcelFrame {
  readonly bridge: OfficeBridge;
  /** Highest versions of the requirement sets, such as ExcelApi 1.14. */
  readonly levels: Readonly<Record<string, string>>;
  readonly locale: string;
  readonly version: string;
}

/** office.js's number for Excel on a desktop. */
const EXCEL = 1;
/** Pane and functions in one page: a shared runtime, 1, in which functions are asked, 2. */
const SHARED_RUNTIME = 3;
const READ_WRITE = 1;

/** `page` is the window in which office.js will run. */
export function pretendExcel({ bridge, levels, locale, version }: ExcelFrame, page: Window = window): void {
  const [major = "16", minor = "0"] = version.split(".");
  const context = {
    GetAppType: () => EXCEL,
    GetSolutionRef: () => "ledger-check",
    GetAppVersionMajor: () => Number(major),
    GetAppVersionMinor: () => Number(minor),
    GetAppUILocale: () => locale,
    GetAppDataLocale: () => locale,
    GetDocUrl: () => "",
    GetAppCapabilities: () => READ_WRITE,
    GetActivationMode: () => 0,
    GetControlIntegrationLevel: () => 0,
    GetSolutionToken: () => "",
    // Settings of the older API; ours are kept by the workbook's.
    GetSettings: () => ({ Read: () => undefined, Write: () => undefined }),
    GetSupportedMatrix: () => JSON.stringify(levels),
    GetHostFullVersion: () => version,
    GetInitialDisplayMode: () => 2,
  };
  const external = {
    GetHostInfo: () => `Excel$Win32$16.01$${locale}$ledger-check$$disableLogging$${String(SHARED_RUNTIME)}`,
    GetLoggingAllowed: () => false,
    GetContext: () => context,
    // The older API of settings and events, which the pane does not use; office.js registers with it all the same.
    Execute: (_id: number, _params: unknown, callback: (answer: unknown) => void) => callback([0, []]),
    RegisterEvent: (_id: number, _target: string, _handler: unknown, callback: (status: number) => void) => callback(0),
    UnregisterEvent: (_id: number, _target: string, callback: (status: number) => void) => callback(0),
  };
  Object.defineProperty(page, "external", { value: external, configurable: true });
  Object.assign(page, { _richApiNativeBridge: bridge });
}
